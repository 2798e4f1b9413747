"""Page 2 as items: every answer, what contradicts, and the room to check and sign."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from reportlab.pdfbase.pdfmetrics import stringWidth

from routewijzer.paper.blocks import HAIR, Columns, Frame, Row, Section
from routewijzer.paper.first_page import Room, heads
from routewijzer.paper.items import Item, MarkBox, Stack, Text, TickBox
from routewijzer.paper.measures import ANSWER, ANSWER_BOLD, ANSWERS, H2, H3, HEIGHT, SMALL, WIDTH, columns
from routewijzer.paper.page import Check, Clash, GivenGroup, Run, Summary
from routewijzer.paper.signing import Agreements, Signatures
from routewijzer.text.paper import Paper

CHECKS = columns(33, 68, 23)
MARK = 14.0
"""The width of the column of marks."""


def second_page(summary: Summary, texts: Paper, room: Room) -> list[Item]:
    """Return sections 4 to 6, the last item being section 6; `room` says how much room they take."""
    return [*_evidence(summary, texts, room), _review(summary, texts, room)]


def _evidence(summary: Summary, texts: Paper, room: Room) -> list[Item]:
    """Return sections 4 and 5.

    Box 5 stands under the shorter column or under both, whichever is lower.
    """
    legend = Text(summary.given_legend, SMALL, space=2)
    head = Section(Text(texts.deel_gewogen, H2, "H2"), None, [legend], space=room.gap)
    groups: list[Item] = [_group(group, room) for group in summary.given]
    if not summary.clashes:
        return [Columns(groups, head)]
    box = _clashes(summary.clashes, texts, room)
    inside, below = Columns(groups, head, box), Columns(groups, head)
    fits = inside.height(WIDTH) <= HEIGHT
    if fits and inside.height(WIDTH) <= below.height(WIDTH) + box.space + box.height(WIDTH):
        return [inside]
    return [below, box]


def _group(group: GivenGroup, room: Room) -> Item:
    wide = _question_width(group)
    widths = (wide, MARK, ANSWERS - wide - MARK)
    rows: list[Item] = []
    for place, row in enumerate(group.rows):
        cells: list[Item | None] = [
            Text(row.label, ANSWER, "TH"),
            MarkBox(row.mark, 10, 8.6) if row.mark else None,
            Text(row.value, ANSWER_BOLD if row.mark else ANSWER, "TD"),
        ]
        rows.append(Row(cells, widths, pad=0.45, rule=0 if place == len(group.rows) - 1 else HAIR))
    return Stack([Text(group.title, H3, "H3"), *rows], "Table", space=min(5, room.frame - 3))


def _question_width(group: GivenGroup) -> float:
    """Return the width of the questions that takes the fewest lines; the first of equals."""

    def lines(share: float) -> int:
        label, value = ANSWERS * share - Row.GUTTER, ANSWERS * (1 - share) - MARK
        return sum(
            max(
                ceil(stringWidth(row.label, ANSWER.font, ANSWER.size) / label),
                ceil(stringWidth(row.value, ANSWER_BOLD.font, ANSWER.size) / value),
            )
            for row in group.rows
        )

    return ANSWERS * min((0.57, 0.62, 0.66, 0.54), key=lines)


def _clashes(clashes: Sequence[Clash], texts: Paper, room: Room) -> Item:
    items: list[Item] = [Text(texts.deel_tegenstrijdig, H2, "H2")]
    for clash in clashes:
        if room.tight:
            items.append(Text((*clash.line, Run(f" {clash.text}")), ANSWER, space=2))
        else:
            items += [Text(clash.line, ANSWER, space=3), Text(clash.text, ANSWER, space=1)]
    return Frame(items, pad=min(8, room.frame - 1), space=min(10, room.gap))


def _review(summary: Summary, texts: Paper, room: Room) -> Item:
    """Return section 6 as one: it moves whole, so agreements and signatures never part."""
    title = Text(texts.deel_nagaan, H2, "H2")
    rows = [_check(check, room) for check in summary.checks]
    tail = Stack([Agreements(texts, WIDTH), Signatures(texts, room.gap - 3)], space=room.gap - 4)
    return Section(title, heads(texts.koppen_nagaan, CHECKS, room), rows, tail, space=room.gap, whole=True)


def _check(check: Check, room: Room) -> Row:
    cells: list[Item | None] = [
        Text((Run(check.name, bold=True),), ANSWER, "TH"),
        Text(check.state, ANSWER, "TD"),
        TickBox(check.tick, ANSWER),
        None,
    ]
    return Row(cells, CHECKS, pad=min(1.4, room.pad), least=14.2 if room.tight else 15.2)
