"""The drawing for Graphviz: whole, in Dutch, and accepted by it."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from lxml import etree

from packs import SHIPPED, Folder
from routewijzer.interchange.dot import as_dot
from routewijzer.interchange.graph import graph_of
from routewijzer.rules.load import load_pack

PACKS = (*SHIPPED, "mini", "dorp")
STRING = r'"(?:[^"\\]|\\.)*"'
NODE = re.compile(
    rf"^ +({STRING}) \[label=({STRING}|<<table.*</table>>), tooltip=({STRING})(?:, [^\]]+)?\];$"
)
EDGE = re.compile(rf"^ +({STRING}) -> ({STRING}) \[tooltip={STRING}\];$")
OTHER = re.compile(
    rf"^(?:digraph {STRING} {{| +(?:graph|node|edge) \[[^\]]*\];| +subgraph {STRING} {{| *}})$"
)


def read(dot: str) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """Return label by node and the edges; every line is one that the grammar has."""
    nodes: dict[str, str] = {}
    edges = set()
    depth = 0
    for line in dot.splitlines():
        if found := NODE.match(line):
            name, label, tooltip = found.groups()
            assert name == tooltip
            assert name not in nodes
            nodes[name.strip('"')] = label
        elif found := EDGE.match(line):
            edges.add((found[1].strip('"'), found[2].strip('"')))
        else:
            assert OTHER.match(line), line
            depth += line.endswith("{") - (line.strip() == "}")
    assert depth == 0
    return nodes, edges


@pytest.mark.parametrize("name", PACKS)
def test_every_node_and_edge_is_drawn_once(engines, name: str) -> None:
    pack = engines[name].pack
    dot = as_dot(pack)
    nodes, edges = read(dot)
    graph = graph_of(pack)
    assert nodes.keys() == {node.id for node in graph.nodes}
    assert edges == {(edge.source, edge.target) for edge in graph.edges}
    assert dot == as_dot(pack)
    for fact in pack.facts:
        assert nodes[fact.id] == f'"{fact.kort}"'
    for decision in pack.decisions:
        table = etree.fromstring(nodes[decision.id][1:-1])
        words = " ".join(" ".join(cell.itertext()) for cell in table.iter("td"))
        assert decision.titel in words
        assert {rule.id for rule in decision.rules} | set(decision.output) <= set(words.split())


def test_the_tiny_tables_show_their_rows_by_outcome(engines) -> None:
    dot = as_dot(engines["mini"].pack)
    assert '<td align="left">hoog</td><td align="left">E.1 E.2 E.3<br align="left"/></td>' in dot
    assert "telt het antwoord ja" in dot
    assert 'label="Mini 1.0: wat voedt wat"' in dot
    assert 'graph [label="1 Signalen: Vlag", tooltip="vlag"' in dot


def test_odd_signs_stay_text(folder: Folder) -> None:
    folder.edit("mini/facts.yaml", "kort: Mes,", r"""kort: "a \"b\" <c> \\ & \x07{d]",""")
    folder.edit("mini/decisions/20-uit.yaml", "titel: Wat nog?", r'titel: "<b>&amp; \x07\"?"')
    pack = load_pack(folder.path, "mini")
    nodes, _ = read(as_dot(pack))
    assert nodes["vlag_mes"] == '"a \\"b\\" <c> \\\\ & �{d]"'
    assert "".join(etree.fromstring(nodes["acties"][1:-1])[0].itertext()) == '<b>&amp; �"?'
    assert_accepted(as_dot(pack))


@pytest.mark.parametrize("name", PACKS)
def test_graphviz_accepts_it(engines, name: str) -> None:
    assert_accepted(as_dot(engines[name].pack))


def assert_accepted(dot: str) -> None:
    """Draw it where Graphviz is installed; it is no part of the set-up."""
    program = shutil.which("dot")
    if program is None:
        pytest.skip("Graphviz (dot) is not installed")
    done = subprocess.run(
        [program, "-Tsvg"], input=dot.encode(), capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert etree.fromstring(done.stdout).tag.endswith("svg")
