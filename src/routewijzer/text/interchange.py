"""Words in a pack as DMN and as a drawing."""

from __future__ import annotations

from routewijzer.text.section import Section


class Interchange(Section):
    """What stands in DMN and Graphviz beside the pack's own words."""

    dmn_about: str
    dmn_annotations: tuple[str, ...]
    dmn_counts: str
    dmn_row: str
    dmn_row_ground: str
    dmn_reserved: str
    dot_about: str
    dot_counts: str
