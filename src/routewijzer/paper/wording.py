"""Answers, dates and lists as the paper says them, from the pack's labels and the app's texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from routewijzer.case import Answer
from routewijzer.paper.page import Line, Run
from routewijzer.rules import UNKNOWN
from routewijzer.rules.model import Fact, RulePack
from routewijzer.text import Texts

GROUPS_PER_LINE = 2


def soft(label: str) -> str:
    """Return a label as it stands inside a line: "Lichamelijk" becomes "lichamelijk", "VGV" stays."""
    return label[0].lower() + label[1:] if label[1:2].islower() else label


@dataclass(frozen=True, slots=True)
class Wording:
    """The words for one pack."""

    pack: RulePack
    texts: Texts

    def one(self, fact: Fact, value: str) -> str:
        """Return the label of one value of a fact: its own, or the standing one of ja, nee, onbekend."""
        if value in fact.labels:
            return fact.labels[value]
        standing = self.texts.answers
        return {"ja": standing.ja, "nee": standing.nee, UNKNOWN: standing.onbekend}.get(value, value)

    def answer(self, fact: Fact, value: Answer | None) -> str:
        """Return an answer in words; None is a question nobody filled in."""
        if value is None:
            return self.texts.paper.niet_ingevuld
        if isinstance(value, str):
            return self.one(fact, value)
        if not value:
            return self.texts.answers.geen_van_deze
        labels = [self.one(fact, item) for item in fact.domain if item in value]
        return ", ".join([labels[0], *map(soft, labels[1:])])

    def either(self, values: Sequence[str]) -> str:
        """Return "a", "a of b" or "a, b of c"."""
        if len(values) == 1:
            return values[0]
        return self.texts.paper.of.format(eerder=", ".join(values[:-1]), laatste=values[-1])

    def day(self, date: dt.date) -> str:
        """Return a date as "2 januari 2026"."""
        paper = self.texts.paper
        return paper.datum.format(dag=date.day, maand=paper.maanden[date.month - 1], jaar=date.year)

    def sources(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Return the short names of sources, with a star on what must still be confirmed."""
        return tuple(
            self.confirm(source.titel, doubtful=source.controle_nodig)
            for source in (self.pack.source_by_id[id_] for id_ in ids)
        )

    def confirm(self, text: str, *, doubtful: bool) -> str:
        """Return the text, with a star where it is doubtful; the legend says what the star means."""
        return f"{text}{self.texts.paper.bevestigen_teken}" if doubtful else text

    def star(self) -> Line:
        """Return the legend of the star: "nog te bevestigen"."""
        paper = self.texts.paper
        return (Run(paper.bevestigen_teken, bold=True), Run(f" {paper.bevestigen}. "))


def code_lines(code: str) -> tuple[str, ...]:
    """Return the case code as short lines, two groups each, as it stands under the QR."""
    groups = code.split("-")
    return tuple(
        "-".join(groups[start : start + GROUPS_PER_LINE]) for start in range(0, len(groups), GROUPS_PER_LINE)
    )


def short_digest(digest: str) -> str:
    """Return the first 16 hex digits in groups of four: for the eye, not for a machine."""
    digits = digest.partition(":")[2] or digest
    return " ".join(digits[start : start + 4] for start in range(0, 16, 4))
