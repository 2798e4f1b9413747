"""An item of the knowledge page on paper: the same words as on the screen, and nothing about anybody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from routewijzer import text
from routewijzer.paper import document, fonts
from routewijzer.paper.blocks import THIN, Row
from routewijzer.paper.figures import Bars, Legend, Point, Station
from routewijzer.paper.items import Item, Stack, Text
from routewijzer.paper.layout import paginate
from routewijzer.paper.measures import (
    BODY,
    BODY_BOLD,
    FOOT,
    FOOTER,
    H2,
    H3,
    HEADLINE,
    HEIGHT,
    LEFT,
    PAPER_HEIGHT,
    REASON,
    SMALL,
    SMALL_BOLD,
    TOP,
    WIDTH,
)
from routewijzer.paper.page import strings
from routewijzer.rules.leaflet import Figure, Leaflet, Passage
from routewijzer.rules.model import RulePack

LABELS = 0.3
"""The part of the width that the years of a table take."""


def render(told: Leaflet, pack: RulePack, *, date: dt.date) -> bytes:
    """Return an item as a PDF; the same input gives the same bytes.

    Args:
        told: the item.
        pack: the pack that tells it, for the footer.
        date: the day printed in the footer, and the document's own date.

    Raises:
        PaperError: where a text holds a character that cannot be printed, or a passage fills over a page.
    """
    words, months = text.load().knowledge, text.load().paper
    day = months.datum.format(dag=date.day, maand=months.maanden[date.month - 1], jaar=date.year)
    footer = words.paper_footer.format(name=pack.naam, version=pack.version, date=day)
    fonts.register()

    def draw(canvas: Any) -> None:
        laid = paginate(list(_items(told)), HEIGHT)
        for number, page in enumerate(laid, start=1):
            for item, down in page:
                item.draw(canvas, LEFT, PAPER_HEIGHT - TOP - down, WIDTH)
            _footer(canvas, footer, months.voet_pagina.format(pagina=number, totaal=len(laid)))
            canvas.showPage()

    return document.make(
        (*strings(told), footer),
        draw,
        title=told.title,
        subject=words.paper_subject,
        author="",
        date=date,
    )


def _footer(canvas: Any, words: str, page: str) -> None:
    canvas.setStrokeGray(0)
    canvas.setFillGray(0)
    canvas.setLineWidth(THIN)
    canvas.line(LEFT, FOOTER, LEFT + WIDTH, FOOTER)
    canvas.setFont(fonts.REGULAR, FOOT)
    canvas.drawString(LEFT, FOOTER - 10, words)
    canvas.setFont(fonts.BOLD, FOOT)
    canvas.drawRightString(LEFT + WIDTH, FOOTER - 10, page)


def _items(told: Leaflet) -> Iterator[Item]:
    """Give everything from top to bottom."""
    words = text.load().knowledge
    yield Text(f"{words.paper_head} · {told.kind_name}", SMALL_BOLD)
    yield Text(told.title, HEADLINE, "H1", 4.0)
    yield Text(told.lead, REASON, space=6.0)
    if told.also:
        yield Text(told.also, SMALL, space=4.0)
    if told.number:
        yield Text(told.number, HEADLINE, space=8.0)
    if told.figure:
        yield from _figure(told.figure)
    last = len(told.passages) - 1
    for at, passage in enumerate(told.passages):
        inside = Stack(list(_passage(passage)), space=12.0)
        if told.drawn:
            yield Station(
                inside, passage.sign, first=at == 0, last=at == last, space=14.0 if at == 0 else 0.0
            )
        else:
            yield inside
    for group in told.links:
        names = ", ".join(name for _, name in group.items)
        yield Stack([Text(group.title, H3, "H3"), Text(names, BODY)], space=10.0)
    yield Stack(list(_foot(told)), space=14.0)


def _passage(passage: Passage) -> Iterator[Item]:
    if passage.when:
        yield Text(passage.when, BODY_BOLD)
    yield Text(passage.title, H2, "H2")
    if passage.text:
        yield Text(passage.text, BODY, space=2.0)
    for point in passage.points:
        yield Point(point, BODY, space=2.0)


def _figure(figure: Figure) -> Iterator[Item]:
    """Give the drawing, the notes on breaks, and the same numbers as a table."""
    words = text.load().knowledge
    above: list[Item] = [Text(figure.unit, SMALL_BOLD)]
    if len(figure.series) > 1:
        above.append(Legend([series.name for series in figure.series], space=4.0))
    yield Stack([*above, Bars(figure, space=4.0)], space=12.0)
    for found in figure.breaks:
        told = words.figure_break.format(year=found.year, text=found.text)
        yield Text(words.break_note.format(sign=found.sign, text=told), SMALL, space=3.0)
    first = WIDTH * LABELS
    widths = (first, *([(WIDTH - first) / len(figure.series)] * len(figure.series)))
    heads = [Text(name, SMALL_BOLD, "TH") for name in (words.year, *(one.name for one in figure.series))]
    rows: list[Item] = [Text(words.table_name, H3, "H3"), Row(heads, widths, rule=THIN)]
    for at, label in enumerate(figure.labels):
        counts = [Text(str(series.values[at]), BODY, "TD") for series in figure.series]
        rows.append(Row([Text(label, BODY_BOLD, "TH"), *counts], widths))
    yield Stack(rows, space=10.0)


def _foot(told: Leaflet) -> Iterator[Item]:
    if told.confirm:
        yield Text(text.load().knowledge.paper_confirm, SMALL_BOLD)
    if told.sources:
        yield Text(f"{told.sources_title}: {'. '.join(told.sources)}.", SMALL)
    yield Text(told.checked, SMALL, space=2.0)
