"""The drawing of a pack: tables as boxes, what feeds what as lines, as much of it as is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from routewijzer import text
from routewijzer.desktop.presenters.graphviews import PathView
from routewijzer.desktop.presenters.ruletables import questions_count, tables_count
from routewijzer.desktop.widgets.drawing import DrawingView, EdgeView, NodeView
from routewijzer.interchange.graph import Edge, Graph, Node, folded, graph_of
from routewijzer.rules.model import RulePack
from routewijzer.rules.references import RESERVED

Level = Literal["main", "all", "questions"]
LEVELS: tuple[Level, ...] = ("main", "all", "questions")
"""Tables with the main lines, tables with all lines, and the main lines with the questions too."""

BLOCK = "block:"
"""What the id of a block's box begins with: no table can be called so."""


def drawing(pack: RulePack, level: Level = "main", path: PathView | None = None) -> DrawingView:
    """Return the drawing of a pack, with the path of the open case where there is one.

    Facts are drawn as the blocks in which the intake asks them. But for level "all", a line is left out where
    its ends are joined by a way along other tables; never one that carried the case.
    """
    blocks = _blocks(pack)
    whole = folded(graph_of(pack, groups=False), blocks)
    lit = {(_end(blocks, source), target) for source, target in path.edges} if path else set()
    shown = whole if level == "questions" else _tables(whole)
    kept = shown if level == "all" else main_lines(shown, frozenset(Edge(*ends) for ends in lit))
    given = dict(path.given) if path else {}
    carrying = {source for source, _ in lit}
    return DrawingView(
        name=text.load().drawing.name,
        nodes=tuple(_node(pack, whole, node, given, lit=node.id in carrying) for node in kept.nodes),
        edges=tuple(EdgeView(e.source, e.target, (e.source, e.target) in lit) for e in kept.edges),
    )


def main_lines(graph: Graph, kept: frozenset[Edge] = frozenset()) -> Graph:
    """Return the graph, which has no circles, less the lines whose ends a longer way joins too.

    Args:
        graph: the whole.
        kept: lines that are never left out.
    """
    after: dict[str, list[str]] = {}
    for edge in graph.edges:
        after.setdefault(edge.source, []).append(edge.target)

    @cache
    def beyond(name: str) -> frozenset[str]:
        return frozenset().union(*({near} | beyond(near) for near in after.get(name, ())))

    def spare(edge: Edge) -> bool:
        return any(edge.target in beyond(near) for near in after[edge.source])

    return Graph(graph.nodes, tuple(edge for edge in graph.edges if edge in kept or not spare(edge)))


def _blocks(pack: RulePack) -> Mapping[str, Node]:
    """Return, for each fact, the box of the block in which it is asked."""
    made: dict[str, Node] = {}
    for step in pack.steps:
        for block in step.blokken:
            node = Node(BLOCK + block.id, "group", block.titel, block.vragen)
            made |= dict.fromkeys(block.vragen, node)
    return made


def _end(blocks: Mapping[str, Node], name: str) -> str:
    return blocks[name].id if name in blocks else name


def _tables(graph: Graph) -> Graph:
    nodes = tuple(node for node in graph.nodes if node.kind == "decision")
    names = {node.id for node in nodes}
    return Graph(nodes, tuple(edge for edge in graph.edges if edge.source in names))


def _node(pack: RulePack, whole: Graph, node: Node, given: Mapping[str, str], *, lit: bool) -> NodeView:
    words = text.load().drawing
    feeds = sum(edge.source == node.id for edge in whole.edges)
    told = [words.node_feeds.format(count=tables_count(feeds))] if feeds else []
    if node.kind != "decision":
        count = questions_count(len(node.members))
        name = ", ".join((words.node_questions.format(title=node.title, count=count), *told))
        return NodeView(node.id, "questions", node.title, name, count, lit, opens=False)
    fed = sum(edge.target == node.id and edge.source in pack.decision_by_id for edge in whole.edges)
    if fed:
        told.insert(0, words.node_fed_by.format(count=tables_count(fed)))
    result = given.get(node.id, "")
    if result:
        told.append(words.node_result.format(result=result))
    name = ", ".join((words.node_table.format(title=node.title), *told))
    kind: Literal["end", "table"] = "end" if node.id in RESERVED else "table"
    return NodeView(node.id, kind, node.title, name, result, bool(result))
