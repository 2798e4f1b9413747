"""The door of the paper: a case and its advice become a PDF, and a PDF becomes a whole file."""

from __future__ import annotations

import datetime as dt
import errno
import threading
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from routewijzer import files, text
from routewijzer.advice.model import Advice
from routewijzer.case import Case
from routewijzer.paper import fonts, layout
from routewijzer.paper.content import summarise
from routewijzer.paper.page import PaperError, PaperSettings, Summary, strings
from routewijzer.rules.model import RulePack

_ONE_AT_A_TIME = threading.Lock()
"""reportlab's fonts serve one document at a time."""


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
    with _ONE_AT_A_TIME:
        _check_glyphs(summary)
        return _pdf(summary)


def write(path: Path, data: bytes) -> None:
    """Save a PDF as `path`: whole, or not at all; an older file of that name is replaced.

    Raises:
        PaperError: where that fails; nothing is left beside it and an older file is as it was.
    """
    try:
        files.write_atomic(path, data)
    except OSError as error:
        paper = text.load().paper
        reason = {
            errno.ENOENT: paper.fout_geen_map,
            errno.ENOTDIR: paper.fout_geen_map,
            errno.EISDIR: paper.fout_is_map,
            errno.EACCES: paper.fout_toegang,
            errno.EPERM: paper.fout_toegang,
            errno.EROFS: paper.fout_toegang,
            errno.ENOSPC: paper.fout_vol,
            errno.EFBIG: paper.fout_vol,
            errno.EDQUOT: paper.fout_vol,
        }.get(error.errno or 0, paper.fout_anders)
        raise PaperError(paper.fout_schrijven.format(bestand=path, reden=reason)) from error


def _check_glyphs(summary: Summary) -> None:
    for words in strings(summary):
        if lacking := fonts.missing(words):
            shown = words if len(words) <= 40 else f"{words[:40]}…"
            shown = "".join(mark if mark.isprintable() else "\ufffd" for mark in shown)
            mark = lacking[0] if lacking[0].isprintable() else f"U+{ord(lacking[0]):04X}"
            raise PaperError(text.load().paper.fout_teken.format(teken=mark, tekst=shown))


def _pdf(summary: Summary) -> bytes:
    paper = text.load().paper
    target = BytesIO()
    canvas = Canvas(
        target, pagesize=A4, invariant=1, lang="nl", initialFontName=fonts.REGULAR, pageCompression=1
    )
    canvas.setTitle(summary.title)
    canvas.setSubject(paper.onderwerp)
    canvas.setAuthor(summary.author)
    canvas.setCreator("Routewijzer Meldcode")
    canvas.setProducer("Routewijzer Meldcode")
    canvas.setKeywords("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    stamp = f"D:{summary.date:%Y%m%d}000000Z"
    canvas.setDateFormatter(lambda *_: stamp)  # else the clock, or SOURCE_DATE_EPOCH
    layout.draw(canvas, summary, paper)
    canvas.save()
    return target.getvalue()
