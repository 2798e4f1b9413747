"""What the drawing of a graph shows: frozen views, free of Qt, made by a presenter."""

from __future__ import annotations

from typing import Literal

from routewijzer.desktop.frozen import Frozen

NodeKind = Literal["table", "end", "questions"]


class NodeView(Frozen):
    """A box: its title, a note below it, and a name that is read in their place.

    `end` is a table that the advice is read from: it stands out. A `lit` box lies on the path of a case:
    it is filled, with a thick edge and a tick. `opens`: whether there is something behind it.
    """

    id: str
    kind: NodeKind
    title: str
    name: str
    note: str = ""
    lit: bool = False
    opens: bool = True


class EdgeView(Frozen):
    """A line with an arrow from one box to another; a `lit` one is thick."""

    source: str
    target: str
    lit: bool = False


class DrawingView(Frozen):
    """A graph without circles: every edge runs between two of the nodes."""

    name: str
    nodes: tuple[NodeView, ...]
    edges: tuple[EdgeView, ...]
