"""The packs that tests use: the shipped ones, and a tiny one of their own that they may spoil."""

from __future__ import annotations

import shutil
from pathlib import Path

from routewijzer.rules.load import PackError, load_pack

ROOT = Path(__file__).resolve().parents[1]
RULES = ROOT / "rules"
TINY = ROOT / "tests" / "fixtures" / "rules"
SHIPPED = ("landelijk", "alkmaar")


class Folder:
    """A copy of the tiny packs (or others): change a file, then see what the loader says."""

    def __init__(self, path: Path, source: Path = TINY) -> None:
        self.path = path
        shutil.copytree(source, path)

    def edit(self, file: str, old: str, new: str) -> Folder:
        """Replace text that stands in a file exactly once."""
        path = self.path / file
        source = path.read_text(encoding="utf-8")
        assert source.count(old) == 1, f"{file} holds {old!r} {source.count(old)} times"
        path.write_text(source.replace(old, new), encoding="utf-8")
        return self

    def write(self, file: str, data: str | bytes) -> Folder:
        """Put a whole file in place."""
        path = self.path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return self

    def keep(self, pack: str, version: str) -> Folder:
        """Do what docs/rules-versions.md says: put the pack as it is now among its older versions."""
        source, target = self.path / pack, self.path / pack / "versions" / version
        target.mkdir(parents=True)
        for part in source.iterdir():
            if part.name != "versions":
                (shutil.copytree if part.is_dir() else shutil.copy)(part, target / part.name)
        return self

    def line(self, file: str, needle: str) -> str:
        """Return `file:line` of the only line that holds a text."""
        lines = (self.path / file).read_text(encoding="utf-8").splitlines()
        found = [number for number, line in enumerate(lines, 1) if needle in line]
        assert len(found) == 1, f"{file} holds {needle!r} on lines {found}"
        return f"{file}:{found[0]}"

    def faults(self, pack: str = "mini") -> list[str]:
        """Return what the loader finds wrong, in its own order."""
        try:
            load_pack(self.path, pack)
        except PackError as error:
            return [str(fault) for fault in error.faults]
        return []
