"""What feeds what in a pack, as a small graph, and where its parts stand in a drawing.

The rules page, Graphviz and DMN all draw this graph. It is made from the pack alone and holds no colours
and no fonts: whoever draws gives the size of every node and gets places and lines back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import graphlay

from routewijzer.rules.model import Decision, RulePack
from routewijzer.rules.references import inputs

NodeKind = Literal["fact", "group", "decision"]
Direction = Literal["leftright", "topbottom", "bottomtop"]
Point = tuple[float, float]

GROUP = "group:"
"""What the id of a group's node begins with: no fact or table can be called so."""


@dataclass(frozen=True, slots=True)
class Node:
    """A fact, a group of facts that a COUNT table counts, or a decision table."""

    id: str
    """The id in the pack; of a group with GROUP before it."""
    kind: NodeKind
    title: str
    """The pack's own words: `kort` of a fact, `titel` of a group or table."""
    members: tuple[str, ...] = ()
    """Of a group: its facts, in the pack's order."""


@dataclass(frozen=True, slots=True)
class Edge:
    """The source feeds the target: what it holds is asked there."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes in the pack's order (facts, groups, tables) and edges in the order of what they feed."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Where a node stands: its left upper corner and its size, in the units of the sizes that were given."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A drawing from (0, 0) on, y downwards: a box for every node, a line for every edge."""

    width: float
    height: float
    boxes: Mapping[str, Box]
    lines: Mapping[Edge, tuple[Point, ...]]
    """From the border of the source to that of the target; at least two points."""


def graph_of(pack: RulePack, *, groups: bool = True) -> Graph:
    """Return what feeds what in a pack that loaded without faults. Facts that nothing asks stand alone.

    Args:
        pack: with its parents.
        groups: whether facts feed a COUNT table through the node of their group; False: each by itself.
    """
    counted = [decision.over.group for decision in pack.decisions if decision.over is not None]
    shown = [group for group in pack.groups if groups and group.id in counted]
    facts = [Node(fact.id, "fact", fact.kort) for fact in pack.facts]
    tables = [Node(decision.id, "decision", decision.titel) for decision in pack.decisions]
    gathered = [Node(GROUP + g.id, "group", g.titel, members(pack, g.id)) for g in shown]
    edges = [Edge(name, group.id) for group in gathered for name in group.members]
    for decision in pack.decisions:
        edges += [Edge(name, decision.id) for name in feeders(pack, decision, groups=groups)]
    return Graph((*facts, *gathered, *tables), tuple(edges))


def members(pack: RulePack, group: str) -> tuple[str, ...]:
    """Return the ids of the facts of a group, in the pack's order."""
    return tuple(fact.id for fact in pack.facts if fact.group == group)


def feeders(pack: RulePack, decision: Decision, *, groups: bool = False) -> tuple[str, ...]:
    """Return the ids that a table asks: facts first, then tables, in the pack's order.

    Args:
        pack: the table's pack.
        decision: the table.
        groups: a COUNT table asks the node of its group; False: the group's facts.
    """
    if decision.over is not None:
        group = decision.over.group
        return (GROUP + group,) if groups else members(pack, group)
    asked = inputs(decision)
    return tuple(name for name in (*pack.fact_by_id, *pack.decision_by_id) if name in asked)


def folded(graph: Graph, into: Mapping[str, Node]) -> Graph:
    """Return the graph with some nodes drawn as one: a block of questions in place of each question.

    Args:
        graph: what to fold.
        into: for each id to fold away, the node that stands for it, at the place of the first.
    """
    nodes: dict[str, Node] = {}
    for node in graph.nodes:
        kept = into.get(node.id, node)
        nodes.setdefault(kept.id, kept)
    ends = [(_name(into, edge.source), _name(into, edge.target)) for edge in graph.edges]
    edges = dict.fromkeys(Edge(source, target) for source, target in ends if source != target)
    return Graph(tuple(nodes.values()), tuple(edges))


def _name(into: Mapping[str, Node], name: str) -> str:
    return into[name].id if name in into else name


def lay_out(
    graph: Graph,
    sizes: Mapping[str, tuple[float, float]],
    *,
    direction: Direction = "leftright",
    spacing: Mapping[str, float] | None = None,
) -> Layout:
    """Place the nodes in layers, each after what feeds it, and lead the edges round them.

    The graph has no circles. The same graph and sizes give the same layout, in whole units.

    Args:
        graph: what to draw.
        sizes: width and height of each node, by id.
        direction: where edges go.
        spacing: distances by the library's names ("layer_gap", "node_gap"...), where they are not its own.
    """
    drawing = graphlay.Graph()
    for node in graph.nodes:
        width, height = sizes[node.id]
        drawing.node(node.id, width=width, height=height)
    for edge in graph.edges:
        drawing.edge(edge.source, edge.target)
    upwards = direction == "bottomtop"  # the library knows no upwards: drawn downwards, and turned over
    options = {"direction": "topbottom" if upwards else direction, "spacing": dict(spacing or {})}
    made = graphlay.layout(drawing, options=options)
    low, high = made.bounds["min"], made.bounds["max"]

    def placed(point: Mapping[str, float]) -> Point:
        x, y = point["x"] - low["x"], high["y"] - point["y"] if upwards else point["y"] - low["y"]
        return float(round(x)), float(round(y))

    boxes = {}
    for node, laid in zip(graph.nodes, made.nodes, strict=True):
        width, height = sizes[node.id]
        centre = placed(laid["center"])
        boxes[node.id] = Box(centre[0] - width / 2, centre[1] - height / 2, width, height)
    lines = {
        edge: tuple(placed(point) for point in laid["points"])
        for edge, laid in zip(graph.edges, made.edges, strict=True)
    }
    width, height = high["x"] - low["x"], high["y"] - low["y"]
    return Layout(float(round(width)), float(round(height)), boxes, lines)
