"""What feeds what in a pack as Graphviz text: `dot -Tsvg` makes a drawing of it.

Questions stand in the blocks of the intake. A table shows each of its outcomes with the rows that lead
there. Titles are the pack's own; the id of what one points at is its tooltip.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

from routewijzer import text
from routewijzer.interchange.graph import Node, graph_of
from routewijzer.interchange.xmltext import fit
from routewijzer.rules.model import Decision, RulePack

INDENT = "  "
ROWS_A_LINE = 6
"""Row ids on one line of a table: more would make a table wider than its title."""


def as_dot(pack: RulePack) -> str:
    """Return the graph of a pack that loaded without faults, its parents included, as Graphviz text."""
    return "\n".join(_lines(pack)) + "\n"


def _lines(pack: RulePack) -> Iterator[str]:
    words = text.load().interchange
    graph = graph_of(pack)
    nodes = {node.id: node for node in graph.nodes}
    title = words.dot_about.format(name=pack.naam, version=pack.version)
    yield f"digraph {_quoted(pack.id)} {{"
    yield f"{INDENT}graph [label={_quoted(title)}, labelloc=t, rankdir=LR, ranksep=1.2, fontname=sans];"
    yield f"{INDENT}node [shape=box, style=rounded, fontname=sans, fontsize=11];"
    yield f"{INDENT}edge [color=gray40, arrowsize=0.7];"
    for step in pack.steps:
        for block in step.blokken:
            label = f"{step.id} {step.kort}: {block.titel}"
            yield f"{INDENT}subgraph {_quoted(f'cluster_{step.id}_{block.id}')} {{"
            named = f"label={_quoted(label)}, tooltip={_quoted(block.id)}"
            yield f"{INDENT * 2}graph [{named}, style=dashed, color=gray60];"
            for name in block.vragen:
                yield INDENT * 2 + _node(nodes[name], _quoted(nodes[name].title))
            yield f"{INDENT}}}"
    for node in graph.nodes:
        if node.kind == "group":
            yield INDENT + _node(node, _quoted(node.title), "style=filled, fillcolor=gray90")
        elif node.kind == "decision":
            yield INDENT + _node(node, _table(pack.decision_by_id[node.id]), "shape=plain")
    for edge in graph.edges:
        ends = f"{_quoted(edge.source)} -> {_quoted(edge.target)}"
        yield f"{INDENT}{ends} [tooltip={_quoted(f'{edge.source} -> {edge.target}')}];"
    yield "}"


def _node(node: Node, label: str, more: str = "") -> str:
    asked = ", ".join([f"label={label}", f"tooltip={_quoted(node.id)}", *([more] if more else [])])
    return f"{_quoted(node.id)} [{asked}];"


def _table(decision: Decision) -> str:
    """Return a table as a label: its title, then each outcome and the rows that lead there."""
    words = text.load().interchange
    rows = [f'<tr><td colspan="2" bgcolor="gray90"><b>{_shown(decision.titel)}</b></td></tr>']
    if decision.over is not None:
        rows.append(
            f'<tr><td colspan="2">{_shown(words.dot_counts.format(value=decision.over.is_))}</td></tr>'
        )
    for outcome in dict.fromkeys([*decision.output, *(rule.then for rule in decision.rules)]):
        ids = [rule.id for rule in decision.rules if rule.then == outcome]
        lines = [" ".join(ids[at : at + ROWS_A_LINE]) for at in range(0, len(ids), ROWS_A_LINE)]
        shown = "".join(f'{_shown(line)}<br align="left"/>' for line in lines)
        rows.append(f'<tr><td align="left">{_shown(outcome)}</td><td align="left">{shown}</td></tr>')
    return f'<<table border="0" cellborder="1" cellspacing="0" cellpadding="4">{"".join(rows)}</table>>'


def _shown(content: str) -> str:
    return html.escape(fit(" ".join(content.split())))


def _quoted(content: str) -> str:
    """Return a text between quotes: Graphviz reads a backslash as the start of an escape."""
    plain = fit(" ".join(content.split())).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'
