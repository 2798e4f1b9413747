"""Page 1 as items: what to do, why, and what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
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

TASKS = (
    columns(11, 83, 22, 32),
    columns(11, 75, 21, 32),
    columns(11, 72, 21, 42),
    columns(11, 86, 21, 23),
)
"""Widths that suit a long second line, a long note to the number, a long "wanneer", both of the first."""
WHYS = (
    columns(34, 28, 80),
    columns(34, 28, 86),
    columns(34, 28, 92),
    columns(40, 28, 83),
    columns(42, 28, 80),
    columns(30, 28, 90),
)
TIPS = columns(30)


@dataclass(frozen=True, slots=True)
class Room:
    """How much room there is: the source column gives way first, then what is empty, never the type."""

    all_sources: bool
    """Every source beside its reason; else the first, and more of them where that costs no line."""
    gap: float = 11.0
    """Above a section."""
    pad: float = 1.9
    """Above and below a row."""
    frame: float = 9.5
    """Between the panel's frame and its words."""
    strip: float = 7.0
    """Above the panel and the grey strip, and between the strip's edge and its words."""
    tight: bool = False
    """The legend of section 2 stands beside its heading, the tipping points of one besluit run on."""


AMPLE = Room(all_sources=True)
SHORT = Room(all_sources=False)
TIGHT = Room(all_sources=False, gap=6.0, pad=1.0, frame=7.0, strip=4.0, tight=True)


def first_page(summary: Summary, texts: Paper, room: Room) -> list[Item]:
    """Return everything of page 1 but a note, top to bottom: what comes before section 1, sections 1 to 3."""
    return [
        Stack([_top(summary), _panel(summary.panel, room), _strip(summary.strip, room)]),
        _tasks(summary, texts, room),
        _why_section(summary, texts, room),
        _tipping_section(summary, texts, room),
    ]


def _titled(title: Text, legend: Line) -> Item:
    """Return a heading, with a short legend at the right of it where there is one."""
    if not legend:
        return title
    wide = stringWidth("".join(run.text for run in legend), SMALL_BOLD.font, SMALL_BOLD.size) + 4
    wide = min(wide, WIDTH - title.wide - Row.GUTTER)
    return Row([title, Text(legend, SMALL)], (WIDTH - wide, wide), pad=0, rule=0)


def heads(words: Sequence[str], widths: Sequence[float], room: Room) -> Row:
    """Return the column heads of a section."""
    return Row([Text(word, SMALL_BOLD, "TH") for word in words], widths, pad=min(1.6, room.pad), rule=THIN)


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

    GAP, LEAST = 9.0, 50 * MM

    def __init__(self, left: Item, right: Item, code: float, room: Room) -> None:
        """Hold both sides; `code` is the width of the right one."""
        self._left, self._right, self._code, self._pad = left, right, code, room.frame
        self.space = room.strip

    def height(self, width: float) -> float:
        tall = max(self._left.height(self._answer(width)), self._right.height(self._code))
        return max(tall + 2 * self._pad, self.LEAST)

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        tall = self.height(width)
        canvas.setStrokeGray(0)
        canvas.setLineWidth(1.6)
        canvas.rect(left + 0.8, top - tall + 0.8, width - 1.6, tall - 1.6, stroke=1, fill=0)
        line = left + self.SIDE + self._answer(width) + self.GAP
        canvas.setLineWidth(HAIR)
        canvas.line(line, top - self._pad + 2, line, top - tall + self._pad - 2)
        self._left.draw(canvas, left + self.SIDE, top - self._pad, self._answer(width))
        spare = tall - 2 * self._pad - self._right.height(self._code)
        self._right.draw(canvas, line + self.GAP, top - self._pad - max(spare, 0) / 2, self._code)

    def parts(self) -> Sequence[Item]:
        return (self._left, self._right)

    def _answer(self, width: float) -> float:
        return self.answer(width, self._code)

    SIDE = 9.5

    @classmethod
    def answer(cls, width: float, code: float) -> float:
        """Return the width left of the line, in a panel of `width` with a code of width `code`."""
        return width - 2 * cls.SIDE - 2 * cls.GAP - code


def _panel(panel: Panel, room: Room) -> Item:
    code = max(Text(line, CODE).wide for line in (panel.code_title, *panel.code_lines)) + 2
    code = max(code, 32 * MM)
    wide = _PanelBox.answer(WIDTH, code)
    date = Text(panel.date, SMALL)
    first = Row([Text(panel.label, SMALL_BOLD), date], (wide - date.wide - 2, date.wide + 2), pad=0, rule=0)
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
    return _PanelBox(left, right, code, room)


def _strip(notices: Sequence[Notice], room: Room) -> Item:
    inner = WIDTH - 2 * room.strip - 20.0 * len(notices)
    lengths = [sum(len(run.text) for run in notice.line) + 34 for notice in notices]
    cells: list[Item | None] = []
    widths: list[float] = []
    for notice, length in zip(notices, lengths, strict=True):
        cells += [MarkBox(notice.mark, 13, 10.5), Text(notice.line, BODY)]
        widths += [20.0, inner * length / sum(lengths)]
    return Frame([Row(cells, widths, pad=0, rule=0)], line=0, pad=room.strip, space=room.strip)


def _lowest(sections: Iterable[Section]) -> Section:
    return min(sections, key=lambda section: section.height(WIDTH))


def _tasks(summary: Summary, texts: Paper, room: Room) -> Section:
    title = _titled(Text(summary.tasks_title, H2, "H2"), summary.tasks_legend)
    cells = [_task(task) for task in summary.tasks]
    return _lowest(
        Section(
            title,
            heads(texts.koppen_doen, widths, room),
            [_task_row(row, room, widths) for row in cells],
            space=room.gap,
        )
        for widths in TASKS
    )


def _task(task: Task) -> list[Item]:
    what: list[Item] = [Text(task.what, BODY, "TD")]
    if task.detail:
        what.append(Text(task.detail, SMALL, "TD"))
    number = [Text(task.number, BODY_BOLD, "TD")] if task.number else []
    if task.number_note:
        number.append(Text(task.number_note, SMALL, "TD"))
    cells: list[Item] = [
        TickBox("", BODY),
        Stack(what),
        Text(task.who, BODY, "TD"),
        Text(task.when, BODY, "TD"),
    ]
    return [*cells, Stack(number)] if number else cells


def _task_row(cells: Sequence[Item], room: Room, widths: Sequence[float]) -> Row:
    """Return the row; without a number "wanneer" has that column too, for it may be long."""
    if len(cells) < len(widths):
        widths = (*widths[:-2], widths[-2] + widths[-1])
    return Row(cells, widths, pad=room.pad)


def _why_section(summary: Summary, texts: Paper, room: Room) -> Section:
    title = Text(texts.deel_waarom, H2, "H2")
    if not summary.why:
        return Section(title, None, [Text(texts.waarom_geen, BODY, space=3)], space=room.gap)
    cells = [(_why(why), _rules(why, room)) for why in summary.why]
    head, tail = (
        (_titled(title, summary.legend), None)
        if room.tight
        else (title, Text(summary.legend, SMALL, space=4))
    )
    return _lowest(
        Section(
            head,
            heads(texts.koppen_waarom, widths, room),
            [_why_row(why, rules, room, widths) for why, rules in cells],
            tail,
            space=room.gap,
        )
        for widths in WHYS
    )


def _why(why: Why) -> list[Item | None]:
    return [
        Text(why.what, BODY_BOLD, "TH"),
        Badge(why.grond, why.grond_label) if why.grond else None,
        Text(why.reason, BODY, "TD"),
    ]


def _rules(why: Why, room: Room) -> list[Item]:
    """Return what may stand in the last column, best first: the rule with all or fewer of its sources."""
    least = len(why.sources) if room.all_sources else min(1, len(why.sources))
    counts = range(len(why.sources), least - 1, -1)
    return [Text(f"{why.rule} {'; '.join(why.sources[:count])}".strip(), SMALL, "TD") for count in counts]


def _why_row(why: Sequence[Item | None], rules: Sequence[Item], room: Room, widths: Sequence[float]) -> Row:
    """Return the row with as many sources as cost no line."""
    rows = [Row([*why, rule], widths, pad=room.pad) for rule in rules]
    lowest = rows[-1].height(WIDTH)
    return next(row for row in rows if row.height(WIDTH) <= lowest)


def _tipping_section(summary: Summary, texts: Paper, room: Room) -> Section:
    title = Text(texts.deel_anders, H2, "H2")
    if not summary.tells:
        return Section(title, None, [Text(texts.anders_nog_niet, BODY, space=3)], space=room.gap)
    if not summary.tipping:
        return Section(title, None, [Text(texts.anders_geen, BODY, space=3)], space=room.gap)
    rows = [_tip(row, room) for row in summary.tipping]
    return Section(title, heads(texts.koppen_anders, TIPS, room), rows, space=room.gap)


def _tip(row: Tipping, room: Room) -> Row:
    lines = [tuple(chain(*map(_run_on, row.lines[:-1]), row.lines[-1]))] if room.tight else row.lines
    said = Stack([Text(line, BODY, "TD") for line in lines])
    return Row([Text(row.besluit, BODY_BOLD, "TH"), said], TIPS, pad=room.pad)


def _run_on(line: Line) -> Line:
    return (*line, Run("; "))


def note(summary: Summary, texts: Paper) -> Item:
    """Return the worker's own words for this print, in a box."""
    lines = [Text(line, BODY, space=2) for line in summary.note]
    return Frame([Text(texts.deel_toelichting, H3, "H3"), *lines], line=THIN, pad=8, space=14)
