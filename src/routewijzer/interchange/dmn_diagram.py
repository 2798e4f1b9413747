"""The drawing inside a DMN file (DMNDI): which decision asks what, each with a place."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from routewijzer.interchange.graph import graph_of, lay_out
from routewijzer.rules.model import RulePack

DECISION = (210.0, 80.0)
INPUT = (210.0, 45.0)
"""Width and height in pixels: room for the longest ids of a pack in the letters of the usual editors."""


def requirement(source: str, target: str) -> str:
    """Return the XML id of "target asks source"; ids of a pack hold no dash, so it is nobody else's."""
    return f"{target}-vraagt-{source}"


def add_diagram(parent: ET.Element, pack: RulePack) -> None:
    """Add the drawing of all inputs and decisions to `definitions`: inputs below, what they lead to above."""
    graph = graph_of(pack, groups=False)
    sizes = {node.id: INPUT if node.kind == "fact" else DECISION for node in graph.nodes}
    laid = lay_out(graph, sizes, direction="bottomtop")
    diagram = ET.SubElement(ET.SubElement(parent, "dmndi:DMNDI"), "dmndi:DMNDiagram", id="tekening")
    size = {"width": _number(laid.width), "height": _number(laid.height)}
    ET.SubElement(diagram, "dmndi:Size", size)
    for name, box in laid.boxes.items():
        shape = ET.SubElement(diagram, "dmndi:DMNShape", id=f"vorm-{name}", dmnElementRef=name)
        place = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
        ET.SubElement(shape, "dc:Bounds", {key: _number(number) for key, number in place.items()})
    for edge, points in laid.lines.items():
        name = requirement(edge.source, edge.target)
        drawn = ET.SubElement(diagram, "dmndi:DMNEdge", id=f"lijn-{name}", dmnElementRef=name)
        for x, y in points:
            ET.SubElement(drawn, "di:waypoint", x=_number(x), y=_number(y))


def _number(value: float) -> str:
    return f"{value:.6g}"
