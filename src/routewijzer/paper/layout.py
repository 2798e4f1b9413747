"""From words to pages: what goes where, and in what size. Every word comes from `page.Summary`."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth

from routewijzer.paper import fonts
from routewijzer.paper.blocks import HAIR, THIN, Columns, Frame, Row, Section
from routewijzer.paper.items import Badge, Item, MarkBox, QrCode, ScaleBar, Stack, Style, Text, TickBox
from routewijzer.paper.page import Check, Clash, GivenGroup, Notice, Panel, Run, Summary, Task, Tipping, Why
from routewijzer.paper.signing import Agreements, Signatures
from routewijzer.text import Paper

MM: float = 72 / 25.4
PAPER_WIDTH, PAPER_HEIGHT = float(A4[0]), float(A4[1])
LEFT, RIGHT, TOP, BOTTOM = 19 * MM, 14 * MM, 12 * MM, 15 * MM
WIDTH = PAPER_WIDTH - LEFT - RIGHT
HEIGHT = PAPER_HEIGHT - TOP - BOTTOM
FOOTER = 12 * MM
"""The footer's line, from the lower edge; the footer stands in the margin."""

HEADLINE = Style(27, 30, fonts.HEAVY)
TITLE = Style(13, 16, fonts.BOLD)
H2 = Style(12.5, 15, fonts.HEAVY)
H3 = Style(9.6, 12, fonts.BOLD)
REASON = Style(11, 14.2)
BODY = Style(10, 12.8)
BODY_BOLD = Style(10, 12.8, fonts.BOLD)
ANSWER = Style(9, 11)
ANSWER_BOLD = Style(9, 11, fonts.BOLD)
SMALL = Style(8.5, 10.6)
SMALL_BOLD = Style(8.5, 10.6, fonts.BOLD)
CODE = Style(10, 12, fonts.BOLD, centre=True)
CENTRED = Style(8.5, 10.6, fonts.BOLD, centre=True)
FOOT = 8.2
ANSWERS = (WIDTH - Columns.GAP) / 2
"""The width of one column of answers."""

Placed = tuple[Item, float]
"""An item and its upper edge."""


def columns(*in_mm: float) -> tuple[float, ...]:
    """Return column widths in points; the last column takes what is left."""
    widths = [width * MM for width in in_mm]
    return (*widths, WIDTH - sum(widths))


TASKS = columns(11, 83, 22, 32)
TIPS = columns(34)
CHECKS = columns(33, 68, 23)


class Sources(Enum):
    """How much room the sources get: the column widths of section 2."""

    ALL = columns(34, 28, 80)
    FIRST = columns(34, 28, 84)
    NONE = columns(36, 28, 99)


def pages(summary: Summary, texts: Paper) -> list[list[Placed]]:
    """Return what stands on each page.

    Where page 1 overflows its source column becomes short; where that is not enough there are more pages,
    and section 4 goes on where section 3 ended if that saves one. A note stands where there is room.
    """
    answers, review = _evidence(summary, texts), _review(summary, texts)
    note = [_note(summary, texts)] if summary.note else []
    best: list[list[Placed]] = []
    for sources in Sources:
        first = _first_page(summary, texts, sources)
        for apart in (
            ([*first, *note], [*answers, review]),
            (first, [*answers, *note, review]),
            ([*first, *answers, *note, review], []),
        ):
            laid = [page for part in apart if part for page in paginate(part, HEIGHT)]
            if not best or len(laid) < len(best):
                best = laid
    return best


def paginate(items: Sequence[Item], height: float) -> list[list[Placed]]:
    """Return the items by page, breaking only where an item says it may.

    An item that is taller than a page and does not break stands alone on a page.
    """
    done: list[list[Placed]] = [[]]
    queue = list(items)
    used = 0.0
    while queue:
        item = queue.pop(0)
        gap = item.space if done[-1] else 0.0
        tall = item.height(WIDTH)
        if used + gap + tall <= height + 0.01:
            done[-1].append((item, used + gap))
            used += gap + tall
            continue
        parts = item.split(WIDTH, height - used - gap, height)
        if parts:
            done[-1].append((parts[0], used + gap))
            queue.insert(0, parts[1])
        elif done[-1]:
            queue.insert(0, item)
        else:
            done[-1].append((item, 0.0))
        if queue:
            done.append([])
            used = 0.0
    return done


def draw(canvas: Any, summary: Summary, texts: Paper) -> int:
    """Draw all pages; return how many there are."""
    laid = pages(summary, texts)
    top = PAPER_HEIGHT - TOP
    for number, page in enumerate(laid, start=1):
        for item, down in page:
            item.draw(canvas, LEFT, top - down, WIDTH)
        _footer(canvas, summary, texts, number, len(laid))
        canvas.showPage()
    return len(laid)


def _footer(canvas: Any, summary: Summary, texts: Paper, number: int, total: int) -> None:
    line = FOOTER
    right = LEFT + WIDTH
    canvas.setStrokeGray(0)
    canvas.setLineWidth(THIN)
    canvas.line(LEFT, line, right, line)
    canvas.setFillGray(0)
    canvas.setFont(fonts.REGULAR, FOOT)
    canvas.drawString(LEFT, line - 10, summary.footer_pack)
    canvas.drawString(LEFT, line - 20, summary.footer_code)
    canvas.drawRightString(right, line - 20, texts.voet_natrekken)
    canvas.setFont(fonts.BOLD, FOOT)
    canvas.drawRightString(right, line - 10, texts.voet_pagina.format(pagina=number, totaal=total))


# ------------------------------------------------------------------------------------------- page 1


def _first_page(summary: Summary, texts: Paper, sources: Sources) -> list[Item]:
    items = [
        _top(summary),
        _panel(summary.panel),
        _strip(summary.strip),
        Section(
            Text(summary.tasks_title, H2, "H2"),
            _heads(texts.koppen_doen, TASKS),
            [_task(task) for task in summary.tasks],
            Text(summary.tasks_legend, SMALL, space=3) if summary.tasks_legend else None,
        ),
        _why_section(summary, texts, sources),
        _tipping_section(summary, texts),
    ]
    return list(items)


def _heads(words: Sequence[str], widths: Sequence[float]) -> Row:
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

    PAD, CODE_WIDE, GAP = 12.0, 42 * MM, 10.0

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
            Text(panel.reason, REASON, space=5),
            Text(panel.scale.title, SMALL_BOLD, space=6),
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
    lengths = [sum(len(run.text) for run in notice.line) + 20 for notice in notices]
    cells: list[Item | None] = []
    widths: list[float] = []
    for notice, length in zip(notices, lengths, strict=True):
        cells += [MarkBox(notice.mark, 13, 10.5), Text(notice.line, BODY)]
        widths += [20.0, inner * length / sum(lengths)]
    return Frame([Row(cells, widths, pad=0, rule=0)], line=0, pad=7, space=7)


def _task(task: Task) -> Row:
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
        TASKS,
    )


def _why_section(summary: Summary, texts: Paper, sources: Sources) -> Section:
    title = Text(texts.deel_waarom, H2, "H2")
    if not summary.why:
        return Section(title, None, [Text(texts.waarom_geen, BODY, space=3)])
    rows = [_why(why, sources) for why in summary.why]
    return Section(
        title, _heads(texts.koppen_waarom, sources.value), rows, Text(summary.legend, SMALL, space=5)
    )


def _why(why: Why, sources: Sources) -> Row:
    shown = {Sources.ALL: "; ".join(why.sources), Sources.FIRST: "".join(why.sources[:1])}.get(sources, "")
    return Row(
        [
            Text(why.what, BODY_BOLD, "TH"),
            Badge(why.grond, why.grond_label) if why.grond else None,
            Text(why.reason, BODY, "TD"),
            Text(f"{why.rule} {shown}".strip(), SMALL, "TD"),
        ],
        sources.value,
    )


def _tipping_section(summary: Summary, texts: Paper) -> Section:
    title = Text(texts.deel_anders, H2, "H2")
    if not summary.tipping:
        return Section(title, None, [Text(texts.anders_geen, BODY, space=3)])
    return Section(title, _heads(texts.koppen_anders, TIPS), [_tip(row) for row in summary.tipping])


def _tip(row: Tipping) -> Row:
    return Row(
        [Text(row.besluit, BODY_BOLD, "TH"), Stack([Text(line, BODY, "TD") for line in row.lines])], TIPS
    )


def _note(summary: Summary, texts: Paper) -> Item:
    lines = [Text(line, BODY, space=2) for line in summary.note]
    return Frame([Text(texts.deel_toelichting, H3, "H3"), *lines], line=THIN, pad=8, space=14)


# ------------------------------------------------------------------------------------------- page 2


def _evidence(summary: Summary, texts: Paper) -> list[Item]:
    head = Section(Text(texts.deel_gewogen, H2, "H2"), None, [Text(summary.given_legend, SMALL, space=2)])
    groups: list[Item] = [_group(group) for group in summary.given]
    if not summary.clashes:
        return [Columns(groups, head)]
    box = _clashes(summary.clashes, texts)
    inside, below = Columns([*groups, box], head), Columns(groups, head)
    if inside.height(WIDTH) <= below.height(WIDTH) + box.space + box.height(WIDTH):
        return [inside]
    return [below, box]


def _group(group: GivenGroup) -> Item:
    """Return one group of answers, its questions as wide as makes it lowest."""
    shares = (0.57, 0.62, 0.66, 0.54)
    return min((_table(group, share) for share in shares), key=lambda table: table.height(ANSWERS))


def _table(group: GivenGroup, share: float) -> Item:
    widths = (ANSWERS * share, 14.0, ANSWERS * (1 - share) - 14.0)
    rows: list[Item] = []
    for place, row in enumerate(group.rows):
        cells: list[Item | None] = [
            Text(row.label, ANSWER, "TH"),
            MarkBox(row.mark, 10, 8.6) if row.mark else None,
            Text(row.value, ANSWER_BOLD if row.mark else ANSWER, "TD"),
        ]
        rows.append(Row(cells, widths, pad=0.45, rule=0 if place == len(group.rows) - 1 else HAIR))
    return Stack([Text(group.title, H3, "H3"), *rows], "Table", space=5)


def _clashes(clashes: Sequence[Clash], texts: Paper) -> Item:
    items: list[Item] = [Text(texts.deel_tegenstrijdig, H2, "H2")]
    for clash in clashes:
        items += [Text(clash.line, ANSWER, space=3), Text(clash.text, ANSWER, space=1)]
    return Frame(items, pad=8, space=10)


def _review(summary: Summary, texts: Paper) -> Item:
    """Return section 6 as one: it moves whole, so agreements and signatures never part."""
    title = Text(texts.deel_nagaan, H2, "H2")
    rows = [_check(check) for check in summary.checks]
    tail = Stack([Agreements(texts, WIDTH), Signatures(texts)], space=7)
    return Section(title, _heads(texts.koppen_nagaan, CHECKS), rows, tail)


def _check(check: Check) -> Row:
    cells: list[Item | None] = [
        Text((Run(check.name, bold=True),), ANSWER, "TH"),
        Text(check.state, ANSWER, "TD"),
        TickBox(check.tick, ANSWER),
        None,
    ]
    return Row(cells, CHECKS, pad=1.4, least=15.2)
