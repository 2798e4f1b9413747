"""Put rules/ and resources/ into the wheel, where src/routewijzer/places.py looks for them.

A hook and no table in pyproject.toml, because hatchling would copy the table's folders into an editable
install too, and that copy would grow old unseen.
"""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedFiles(BuildHookInterface):
    """Adds the shipped folders to a real wheel, and nothing to an editable one."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fill the map of files to take along; `version` is "standard" or "editable"."""
        if version == "standard":
            for folder in ("rules", "resources"):
                build_data["force_include"][f"{self.root}/{folder}"] = f"routewijzer/_shipped/{folder}"
