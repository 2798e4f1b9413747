"""The door of the paper: a case and its advice become a PDF, and a PDF becomes a whole file."""

from __future__ import annotations

import datetime as dt

from routewijzer import text
from routewijzer.advice.model import Advice
from routewijzer.case import Case
from routewijzer.paper import document, layout
from routewijzer.paper.content import summarise
from routewijzer.paper.document import write
from routewijzer.paper.page import PaperSettings, strings
from routewijzer.rules.model import RulePack

__all__ = ["render", "write"]


def render(
    case: Case,
    advice: Advice,
    pack: RulePack,
    *,
    date: dt.date,
    settings: PaperSettings,
    note: str | None = None,
) -> bytes:
    """Return the summary of a case as a PDF; the same input gives the same bytes.

    Args:
        case: the answers.
        advice: what the rules say about that very case.
        pack: the pack of both.
        date: the day printed on the page, and the document's own date.
        settings: the municipality and how to reach it, each one line.
        note: a free text for this print only; kept nowhere else.

    Raises:
        PaperError: where the note is too long, or a text holds a character that cannot be printed.
    """
    summary = summarise(case, advice, pack, date=date, settings=settings, note=note)
    paper = text.load().paper
    return document.make(
        strings(summary),
        lambda canvas: layout.draw(canvas, summary, paper),
        title=summary.title,
        subject=paper.onderwerp,
        author=summary.author,
        date=summary.date,
    )
