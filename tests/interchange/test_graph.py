"""What feeds what, and a place for everything."""

from __future__ import annotations

import subprocess
import sys

import pytest

from routewijzer.interchange.graph import (
    GROUP,
    Edge,
    Graph,
    Layout,
    Node,
    feeders,
    folded,
    graph_of,
    lay_out,
    members,
)
from routewijzer.rules.references import inputs

PACKS = ("landelijk", "alkmaar", "mini", "dorp")


def sized(graph: Graph) -> dict[str, tuple[float, float]]:
    return {node.id: (120.0 + len(node.title), 50.0) for node in graph.nodes}


def test_the_tiny_graph_is_what_its_tables_say(engines) -> None:
    graph = graph_of(engines["mini"].pack)
    assert [node.id for node in graph.nodes if node.kind == "fact"] == list(engines["mini"].pack.fact_by_id)
    assert Node("group:vlaggen", "group", "Vlaggen", ("vlag_mes", "vlag_ruzie")) in graph.nodes
    assert Node("ernst", "decision", "Hoe ernstig is het?") in graph.nodes
    assert [edge.source for edge in graph.edges if edge.target == "ernst"] == [
        "gevaar",
        "vormen",
        "vlag_mes",
        "aantal",
    ]
    assert {edge.source for edge in graph.edges if edge.target == "aantal"} == {"group:vlaggen"}
    assert Edge("spoed", "routes") in graph.edges  # only as urgentie_uit
    assert not [edge for edge in graph.edges if "hulp" in (edge.source, edge.target)]
    apart = graph_of(engines["mini"].pack, groups=False)
    assert [edge.source for edge in apart.edges if edge.target == "aantal"] == ["vlag_mes", "vlag_ruzie"]
    assert not [node for node in apart.nodes if node.kind == "group"]


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("groups", [True, False])
def test_every_table_has_an_edge_from_all_that_it_asks(engines, name: str, groups: bool) -> None:
    pack = engines[name].pack
    graph = graph_of(pack, groups=groups)
    ids = [node.id for node in graph.nodes]
    assert len(set(ids)) == len(ids)
    assert len(set(graph.edges)) == len(graph.edges)
    assert {edge.source for edge in graph.edges} | {edge.target for edge in graph.edges} <= set(ids)
    for decision in pack.decisions:
        asked = {edge.source for edge in graph.edges if edge.target == decision.id}
        if decision.over is None:
            assert asked == inputs(decision) == set(feeders(pack, decision))
        elif groups:
            assert asked == {GROUP + decision.over.group}
        else:
            assert asked == set(members(pack, decision.over.group)) != set()


def crossing(layout: Layout) -> set[tuple[str, str]]:
    """Boxes that lie over each other."""
    boxes = list(layout.boxes.items())
    return {
        (one, other)
        for at, (one, a) in enumerate(boxes)
        for other, b in boxes[at + 1 :]
        if a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height
    }


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("direction", ["leftright", "bottomtop"])
def test_nodes_stand_apart_in_the_direction_asked(engines, name: str, direction) -> None:
    graph = graph_of(engines[name].pack)
    layout = lay_out(graph, sized(graph), direction=direction)
    assert layout.boxes.keys() == {node.id for node in graph.nodes}
    assert layout.lines.keys() == set(graph.edges)
    assert not crossing(layout)
    for box in layout.boxes.values():
        assert box.x >= -1
        assert box.y >= -1
        assert box.x + box.width <= layout.width + 1
        assert box.y + box.height <= layout.height + 1
    for edge, line in layout.lines.items():
        source, target = layout.boxes[edge.source], layout.boxes[edge.target]
        if direction == "leftright":
            assert source.x + source.width <= target.x
        else:
            assert source.y >= target.y + target.height
        assert len(line) >= 2
        for (x, y), box in ((line[0], source), (line[-1], target)):  # ends touch their boxes
            assert box.x - 1 <= x <= box.x + box.width + 1
            assert box.y - 1 <= y <= box.y + box.height + 1


DRAWN = """
import sys; from pathlib import Path
from routewijzer.interchange.graph import graph_of, lay_out
from routewijzer.rules.load import load_pack
graph = graph_of(load_pack(Path(sys.argv[1]), "landelijk"))
print(lay_out(graph, {node.id: (120.0 + len(node.title), 50.0) for node in graph.nodes}))
"""


def test_the_same_pack_gets_the_same_places_in_another_process(engines) -> None:
    from packs import RULES

    done = subprocess.run(
        [sys.executable, "-c", DRAWN, str(RULES)], capture_output=True, text=True, check=True, timeout=60
    )
    graph = graph_of(engines["landelijk"].pack)
    assert done.stdout.strip() == repr(lay_out(graph, sized(graph)))


def test_facts_may_be_drawn_as_one(engines) -> None:
    graph = graph_of(engines["mini"].pack)
    block = Node("blok:1", "group", "Vlag", ("vlag_mes", "vlag_ruzie"))
    made = folded(graph, {"vlag_mes": block, "vlag_ruzie": block})
    assert [node.id for node in made.nodes].count("blok:1") == 1
    assert not {"vlag_mes", "vlag_ruzie"} & {node.id for node in made.nodes}
    assert {edge.target for edge in made.edges if edge.source == "blok:1"} == {
        "group:vlaggen",
        "ernst",
        "routes",
    }
    inside = folded(graph, dict.fromkeys(("vlag_mes", "vlag_ruzie", "group:vlaggen"), block))
    assert Edge("blok:1", "blok:1") not in inside.edges
    assert folded(graph, {}) == graph
