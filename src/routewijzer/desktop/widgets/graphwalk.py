"""Where an arrow key leads in a drawing: along a line up or down, along a row left or right. Free of Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, Protocol

Way = Literal["up", "down", "left", "right"]


class Placed(Protocol):
    """Something with a place and a size, y downwards."""

    @property
    def x(self) -> float:
        """Left edge."""

    @property
    def y(self) -> float:
        """Upper edge."""

    @property
    def width(self) -> float:
        """Width."""

    @property
    def height(self) -> float:
        """Height."""


def step(boxes: Mapping[str, Placed], lines: Iterable[tuple[str, str]], here: str, way: Way) -> str:
    """Return the box to which a key leads from `here`; `here` itself where there is none that way.

    Down leads along a line to what this box feeds, up to what feeds it; where there are more, to the one
    most straight below or above, and where there is none, to the nearest box. Left and right stay in the row.
    """
    if way in ("left", "right"):
        return _along_row(boxes, here, 1 if way == "right" else -1)
    ends = [(source, target) if way == "down" else (target, source) for source, target in lines]
    joined = [target for source, target in ends if source == here]
    below = [name for name in boxes if _is_past(boxes[here], boxes[name], way)]
    return min(
        joined or below, key=lambda name: _far(boxes[here], boxes[name], joined=bool(joined)), default=here
    )


def _middle(box: Placed) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2


def _is_past(here: Placed, there: Placed, way: Way) -> bool:
    return there.y >= here.y + here.height if way == "down" else there.y + there.height <= here.y


def _far(here: Placed, there: Placed, *, joined: bool) -> tuple[float, float]:
    """Return how far off a box is: at the end of a line first how much aside, else how far in all."""
    (x, y), (to_x, to_y) = _middle(here), _middle(there)
    aside, down = abs(to_x - x), abs(to_y - y)
    return (aside, down) if joined else (down + aside, aside)


def _along_row(boxes: Mapping[str, Placed], here: str, ahead: int) -> str:
    mine = boxes[here]
    x = _middle(mine)[0]
    row = [
        (ahead * (_middle(box)[0] - x), name)
        for name, box in boxes.items()
        if box.y < mine.y + mine.height and mine.y < box.y + box.height
    ]
    return min(((far, name) for far, name in row if far > 0), default=(0, here))[1]
