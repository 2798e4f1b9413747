"""What the page is built of: rows, sections that break well, columns, frames."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from routewijzer.paper.items import Item, Stack
from routewijzer.paper.measures import COLUMN_GAP

WORTH_BREAKING = 0.2
"""The part of a page that may stay empty because a small section moved on as a whole."""
THICK, THIN, HAIR = 1.4, 0.8, 0.3


class Row(Item):
    """Cells beside each other on one line of writing, with a line under them. Never breaks."""

    role = "TR"

    def __init__(
        self,
        cells: Sequence[Item | None],
        widths: Sequence[float],
        *,
        pad: float = 1.9,
        rule: float = HAIR,
        least: float = 0.0,
    ) -> None:
        """Hold the cells and their columns.

        Args:
            cells: one for each column, None for an empty one.
            widths: of the columns in points, the gutter on the right included.
            pad: room above and below.
            rule: thickness of the line under the row; 0 for none.
            least: height the row has at least.
        """
        self._cells, self._widths = tuple(cells), tuple(widths)
        self._pad, self.rule, self._least = pad, rule, least
        self.baseline = max((cell.baseline for cell in self._cells if cell), default=0.0)

    GUTTER = 7.0

    def height(self, width: float) -> float:  # noqa: ARG002
        """Return the height of the tallest cell and the room around it."""
        tall = max((self._drop(c) + c.height(w) for c, w in self._placed()), default=0.0)
        return max(tall + 2 * self._pad, self._least)

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        """Draw the cells, then the line."""
        x = left
        placed = dict(self._placed())
        for cell, wide in zip(self._cells, self._widths, strict=True):
            if cell:
                cell.draw(canvas, x, top - self._pad - self._drop(cell), placed[cell])
            x += wide
        if self.rule:
            canvas.setStrokeGray(0)
            canvas.setLineWidth(self.rule)
            bottom = top - self.height(width)
            canvas.line(left, bottom, left + sum(self._widths), bottom)

    def parts(self) -> Sequence[Item]:
        """Return the cells."""
        return tuple(cell for cell in self._cells if cell)

    def _drop(self, cell: Item) -> float:
        """Return how far a cell sinks so that its first line stands on the row's."""
        return self.baseline - cell.baseline if cell.baseline else 0.0

    def _placed(self) -> list[tuple[Item, float]]:
        last = len(self._widths) - 1
        pairs = enumerate(zip(self._cells, self._widths, strict=True))
        return [
            (cell, wide - (0.0 if place == last else self.GUTTER)) for place, (cell, wide) in pairs if cell
        ]


class Section(Item):
    """A thick line, a heading, column heads, rows, and a tail (a legend) that stays with the last row.

    While it is under half a page it moves whole, unless that leaves a large hole; otherwise it breaks
    between rows and repeats its heads.
    """

    role = "Sect"

    def __init__(
        self,
        title: Item,
        head: Row | None,
        rows: Sequence[Item],
        tail: Item | None = None,
        *,
        again: bool = False,
        space: float = 11.0,
        whole: bool = False,
    ) -> None:
        """Hold the parts; `again` is a section that goes on from another page, `space` the room above.

        Half of that room is between the thick line and the heading. `whole`: it breaks only where no page
        holds it.
        """
        self._title, self._head, self._rows, self._tail = title, head, tuple(rows), tail
        self._again, self._whole = again, whole
        self.space, self._down = space, space / 2

    def parts(self) -> Sequence[Item]:
        """Return heading, heads, rows and tail."""
        return tuple(part for part in (self._title, self._head, *self._rows, self._tail) if part)

    def height(self, width: float) -> float:
        """Return the height of everything."""
        rows = sum(row.space + row.height(width) for row in self._rows)
        return self._over(width) + rows + self._under(width)

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        """Draw everything from top to bottom."""
        canvas.setStrokeGray(0)
        canvas.setLineWidth(THICK)
        canvas.line(left, top, left + width, top)
        top -= self._down
        for part in self.parts():
            if part is not self._title:
                top -= part.space
            part.draw(canvas, left, top, width)
            top -= part.height(width)

    def split(self, width: float, room: float, page: float) -> tuple[Item, Item] | None:
        """Break between two rows, never right after the heads, never between the last row and the tail."""
        small = not self._again and self.height(width) < page / 2
        moves = self._whole and self.height(width) <= page
        if len(self._rows) < 2 or moves or (small and room < page * WORTH_BREAKING):
            return None
        used, count = self._over(width), 0
        for row in self._rows[:-1]:
            used += row.space + row.height(width)
            if used > room:
                break
            count += 1
        if not count:
            return None
        first = Section(self._title, self._head, self._rows[:count], again=self._again, space=self.space)
        rest = Section(self._title, self._head, self._rows[count:], self._tail, again=True)
        return first, rest

    def _over(self, width: float) -> float:
        head = self._head.space + self._head.height(width) if self._head else 0.0
        return self._down + self._title.height(width) + head

    def _under(self, width: float) -> float:
        return self._tail.space + self._tail.height(width) if self._tail else 0.0


class Frame(Item):
    """Items in a drawn box; never breaks."""

    def __init__(
        self, items: Sequence[Item], *, line: float = THICK, pad: float = 9.0, space: float = 12.0
    ) -> None:
        """Hold the items; `line` is the thickness of the box, 0 for a grey ground without one."""
        self._inside = Stack(items)
        self._line, self._pad, self.space = line, pad, space

    def height(self, width: float) -> float:
        """Return the height of the box."""
        return self._inside.height(width - 2 * self._pad) + 2 * self._pad

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        """Draw the box and what is in it."""
        tall = self.height(width)
        if self._line:
            canvas.setStrokeGray(0)
            canvas.setLineWidth(self._line)
            half = self._line / 2
            canvas.rect(left + half, top - tall + half, width - 2 * half, tall - 2 * half, stroke=1, fill=0)
        else:
            canvas.setFillGray(0.93)
            canvas.rect(left, top - tall, width, tall, stroke=0, fill=1)
            canvas.setFillGray(0)
        self._inside.draw(canvas, left + self._pad, top - self._pad, width - 2 * self._pad)

    def parts(self) -> Sequence[Item]:
        """Return the items inside."""
        return self._inside.parts()


class Columns(Item):
    """Groups in two columns of about equal height, and a box under the shorter; a group never breaks.

    What does not fit on a page goes on in two columns on the next, under the same head.
    """

    UNDER_HEAD = 5.0

    def __init__(self, groups: Sequence[Item], head: Item | None = None, box: Item | None = None) -> None:
        """Hold the groups in reading order, down the left column, then down the right.

        `head` stands above both columns, `box` below one of them.
        """
        self._groups, self._head, self._box = tuple(groups), head, box
        self._cuts: dict[float, tuple[Sequence[Item], Sequence[Item]]] = {}
        self.space = head.space if head else 0.0

    def height(self, width: float) -> float:
        """Return the height of the taller column."""
        return self._over(width) + self._taller(self._cut(width), width)

    def draw(self, canvas: Any, left: float, top: float, width: float) -> None:
        """Draw both columns."""
        wide = self._wide(width)
        if self._head:
            self._head.draw(canvas, left, top, width)
        top -= self._over(width)
        for x, groups in zip((left, left + wide + COLUMN_GAP), self._cut(width), strict=True):
            Stack(groups).draw(canvas, x, top, wide)

    def split(self, width: float, room: float, page: float) -> tuple[Item, Item] | None:
        """Return as many groups as two columns of this height hold, and the rest."""
        del page
        room -= self._over(width)
        left = self._fit(self._groups, room, width)
        right = self._fit(self._groups[left:], room, width)
        count = left + right
        if not left or (count == len(self._groups) and not self._box):
            return None
        upper = Columns(self._groups[:count], self._head)
        if count < len(self._groups):
            return upper, Columns(self._groups[count:], self._head, self._box)
        return (upper, self._box) if self._box else None

    def parts(self) -> Sequence[Item]:
        """Return what is above the columns, the groups, and the box."""
        return tuple(part for part in (self._head, *self._groups, self._box) if part)

    def _over(self, width: float) -> float:
        return self._head.height(width) + self.UNDER_HEAD if self._head else 0.0

    def _wide(self, width: float) -> float:
        return (width - COLUMN_GAP) / 2

    def _tall(self, groups: Sequence[Item], width: float) -> float:
        return Stack(groups).height(self._wide(width))

    def _taller(self, both: tuple[Sequence[Item], Sequence[Item]], width: float) -> float:
        return max(self._tall(column, width) for column in both)

    def _cut(self, width: float) -> tuple[Sequence[Item], Sequence[Item]]:
        """Return both columns, so that the taller is as low as can be."""
        if width not in self._cuts:
            groups, box = self._groups, (self._box,) if self._box else ()
            ways: list[tuple[Sequence[Item], Sequence[Item]]] = []
            for cut in range(1, len(groups) + 1):
                ways += [(groups[:cut], (*groups[cut:], *box)), ((*groups[:cut], *box), groups[cut:])]
            self._cuts[width] = min(ways, key=lambda both: self._taller(both, width))
        return self._cuts[width]

    def _fit(self, groups: Sequence[Item], room: float, width: float) -> int:
        count = 0
        while count < len(groups) and self._tall(groups[: count + 1], width) <= room:
            count += 1
        return count
