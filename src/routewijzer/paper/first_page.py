"""Page 1 as items: what to do, why, and what would change it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

from routewijzer.paper import fonts
from routewijzer.paper.blocks import HAIR, THIN, Frame, Row, Section
from routewijzer.paper.items import Badge, Item, MarkBox, QrCode, ScaleBar, Stack, Text, TickBox
from routewijzer.paper.measures import (
    BODY,
    BODY_BOLD,
    CENTRED,
    CODE,
    H2,
    H3,
    HEADLINE,
    MM,
    REASON,
    SMALL,
    SMALL_BOLD,
    TITLE,
    WIDTH,
    columns,
)
from routewijzer.paper.page import Line, Notice, Panel, Run, Summary, Task, Tipping, Why
from routewijzer.text.paper import Paper

TASKS = (columns(11, 83, 22, 32), columns(11, 75, 21, 32), columns(11, 72, 21, 42))
"""Widths that suit a long second line, a long note to the number, a long "wanneer"."""
TIPS = columns(30)


TOGETHER_AT_MOST = 500
"""Characters of reasons in one row."""


class Sources(Enum):
    """How much room section 2 takes, from all to the least; the values are its column widths.

    BELOW puts the sources under the rows, each with its rules. TOGETHER also puts the reasons of one thing
    and one ground in one row.
    """

    ALL = (columns(34, 28, 80),)
    BELOW = (columns(42, 28, 91), columns(34, 28, 99))
    TOGETHER = (columns(42, 28, 88), columns(34, 28, 96))


def first_page(summary: Summary, texts: Paper, sources: Sources) -> list[Item]:
    """Return everything of page 1 but a note, top to bottom; `sources` says how much room section 2 takes."""
    items = [
        _top(summary),
        _panel(summary.panel),
        _strip(summary.strip),
        min((_tasks(summary, texts, widths) for widths in TASKS), key=lambda item: item.height(WIDTH)),
        _why_section(summary, texts, sources),
        _tipping_section(summary, texts),
    ]
    return list(items)


def _titled(title: Text, legend: Line) -> Item:
    """Return a heading, with a short legend at the right of it where there is one."""
    if not legend:
        return title
    wide = stringWidth("".join(run.text for run in legend), SMALL_BOLD.font, SMALL_BOLD.size) + 4
    return Row([title, Text(legend, SMALL)], (WIDTH - wide, wide), pad=0, rule=0)


def heads(words: Sequence[str], widths: Sequence[float]) -> Row:
    """Return the column heads of a section."""
    return Row([Text(word, SMALL_BOLD, "TH") for word in words], widths, pad=1.6, rule=THIN)


class _Top(Item):
    """Who prints and the title, with "Vertrouwelijk" in a box at the right."""

    def __init__(self, left: Stack, secret: str) -> None:
        self._left, self._secret = left, secret
        self._wide = float(stringWidth(secret, fonts.BOLD, 10)) + 22

    def height(self, width: float) -> float:
        return max(self._left.height(width - self._wide - 12), 18.0)

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        self._left.draw(canvas, left, top, width - self._wide - 12)
        x = left + width - self._wide
        canvas.setStrokeGray(0)
        canvas.setLineWidth(1.2)
        canvas.rect(x, top - 18, self._wide - 0.6, 17, stroke=1, fill=0)
        canvas.setFillGray(0)
        canvas.setFont(fonts.BOLD, 10)
        canvas.drawCentredString(x + self._wide / 2, top - 13, self._secret)

    def parts(self) -> Sequence[Item]:
        return self._left.parts()


def _top(summary: Summary) -> Item:
    head = [Text(summary.head, SMALL)] if summary.head else []
    return _Top(Stack([*head, Text(summary.title, TITLE, "H1", space=1.5)]), summary.secret)


class _PanelBox(Item):
    """The frame with the besluit at the left and the case code at the right of a thin line."""

    PAD, CODE_WIDE, GAP = 9.5, 42 * MM, 10.0

    def __init__(self, left: Item, right: Item) -> None:
        self._left, self._right = left, right
        self.space = 7.0

    def height(self, width: float) -> float:
        tall = max(self._left.height(self._answer(width)), self._right.height(self.CODE_WIDE))
        return max(tall + 2 * self.PAD, 50 * MM)

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        tall = self.height(width)
        canvas.setStrokeGray(0)
        canvas.setLineWidth(1.6)
        canvas.rect(left + 0.8, top - tall + 0.8, width - 1.6, tall - 1.6, stroke=1, fill=0)
        line = left + self.PAD + self._answer(width) + self.GAP
        canvas.setLineWidth(HAIR)
        canvas.line(line, top - self.PAD + 2, line, top - tall + self.PAD - 2)
        self._left.draw(canvas, left + self.PAD, top - self.PAD, self._answer(width))
        right = line + self.GAP
        wide = left + width - self.PAD + 4 - right
        spare = tall - 2 * self.PAD - self._right.height(wide)
        self._right.draw(canvas, right, top - self.PAD - max(spare, 0) / 2, wide)

    def parts(self) -> Sequence[Item]:
        return (self._left, self._right)

    def _answer(self, width: float) -> float:
        return width - 2 * self.PAD - self.CODE_WIDE - 2 * self.GAP + 4


def _panel(panel: Panel) -> Item:
    wide = WIDTH - 2 * _PanelBox.PAD - _PanelBox.CODE_WIDE - 2 * _PanelBox.GAP + 4
    date = stringWidth(panel.date, fonts.REGULAR, 8.5) + 2
    first = Row([Text(panel.label, SMALL_BOLD), Text(panel.date, SMALL)], (wide - date, date), pad=0, rule=0)
    left = Stack(
        [
            first,
            Text(panel.title, HEADLINE, space=2, even=True),
            Text(panel.reason, REASON, space=3),
            Text(panel.scale.title, SMALL_BOLD, space=4),
            ScaleBar(panel.scale.labels, panel.scale.chosen, space=1.5),
        ]
    )
    right = Stack(
        [
            Text(panel.code_title, CENTRED),
            QrCode(panel.code, panel.qr_alt, 24 * MM, space=6),
            *(Text(line, CODE, space=0 if place else 4) for place, line in enumerate(panel.code_lines)),
        ]
    )
    return _PanelBox(left, right)


def _strip(notices: Sequence[Notice]) -> Item:
    inner = WIDTH - 2 * 7.0 - 20.0 * len(notices)
    lengths = [sum(len(run.text) for run in notice.line) + 34 for notice in notices]
    cells: list[Item | None] = []
    widths: list[float] = []
    for notice, length in zip(notices, lengths, strict=True):
        cells += [MarkBox(notice.mark, 13, 10.5), Text(notice.line, BODY)]
        widths += [20.0, inner * length / sum(lengths)]
    return Frame([Row(cells, widths, pad=0, rule=0)], line=0, pad=7, space=7)


def _tasks(summary: Summary, texts: Paper, widths: Sequence[float]) -> Section:
    return Section(
        _titled(Text(summary.tasks_title, H2, "H2"), summary.tasks_legend),
        heads(texts.koppen_doen, widths),
        [_task(task, widths) for task in summary.tasks],
    )


def _task(task: Task, widths: Sequence[float]) -> Row:
    what: list[Item] = [Text(task.what, BODY, "TD")]
    if task.detail:
        what.append(Text(task.detail, SMALL, "TD"))
    number = [Text(task.number, BODY_BOLD, "TD")] if task.number else []
    if task.number_note:
        number.append(Text(task.number_note, SMALL, "TD"))
    return Row(
        [
            TickBox("", BODY),
            Stack(what),
            Text(task.who, BODY, "TD"),
            Text(task.when, BODY, "TD"),
            Stack(number) if number else None,
        ],
        widths,
    )


def _why_section(summary: Summary, texts: Paper, sources: Sources) -> Section:
    title = Text(texts.deel_waarom, H2, "H2")
    if not summary.why:
        return Section(title, None, [Text(texts.waarom_geen, BODY, space=3)])
    whys = _together(summary.why) if sources is Sources.TOGETHER else summary.why
    titles = texts.koppen_waarom
    tail: list[Item] = [Text(summary.legend, SMALL)]
    if sources is not Sources.ALL:
        titles = (*titles[:-1], texts.kop_regel)
        tail += _sources(summary.why, texts)
    tried = (
        Section(
            title,
            heads(titles, widths),
            [_why(why, sources, widths) for why in whys],
            Stack(tail, space=4),
        )
        for widths in sources.value
    )
    return min(tried, key=lambda section: section.height(WIDTH))


def _sources(whys: Sequence[Why], texts: Paper) -> list[Item]:
    """Return every source once, with the rules that rest on it."""
    rules: dict[str, list[str]] = {}
    for why in whys:
        for source in why.sources:
            rules.setdefault(source, []).append(why.rule)
    each = [texts.bron_regels.format(bron=name, regels=", ".join(ids)) for name, ids in rules.items()]
    line = (Run(texts.bronnen, bold=True), Run(f": {'; '.join(each)}."))
    return [Text(line, SMALL, space=1)] if each else []


def _together(whys: Sequence[Why]) -> list[Why]:
    """Return the rows with those of one thing and one ground made one, as long as that stays readable."""
    rows: list[Why] = []
    for why in whys:
        alike = (at for at, row in enumerate(rows) if (row.what, row.grond) == (why.what, why.grond))
        at = next(alike, None)
        if at is None or len(rows[at].reason) + len(why.reason) > TOGETHER_AT_MOST:
            rows.append(why)
            continue
        old = rows[at]
        rows[at] = replace(old, reason=f"{old.reason} {why.reason}", rule=f"{old.rule}, {why.rule}")
    return rows


def _why(why: Why, sources: Sources, widths: Sequence[float]) -> Row:
    beside = "; ".join(why.sources) if sources is Sources.ALL else ""
    return Row(
        [
            Text(why.what, BODY_BOLD, "TH"),
            Badge(why.grond, why.grond_label) if why.grond else None,
            Text(why.reason, BODY, "TD"),
            Text(f"{why.rule} {beside}".strip(), SMALL, "TD"),
        ],
        widths,
    )


def _tipping_section(summary: Summary, texts: Paper) -> Section:
    title = Text(texts.deel_anders, H2, "H2")
    if not summary.tipping:
        return Section(title, None, [Text(texts.anders_geen, BODY, space=3)])
    return Section(title, heads(texts.koppen_anders, TIPS), [_tip(row) for row in summary.tipping])


def _tip(row: Tipping) -> Row:
    return Row(
        [Text(row.besluit, BODY_BOLD, "TH"), Stack([Text(line, BODY, "TD") for line in row.lines])], TIPS
    )


def note(summary: Summary, texts: Paper) -> Item:
    """Return the worker's own words for this print, in a box."""
    lines = [Text(line, BODY, space=2) for line in summary.note]
    return Frame([Text(texts.deel_toelichting, H3, "H3"), *lines], line=THIN, pad=8, space=14)
