from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from packs import RULES, SHIPPED, TINY, Folder
from routewijzer.advice.engine import Engine
from routewijzer.case import CaseReader
from routewijzer.rules.load import load_pack

# The same examples at every run: what was green yesterday is red today only if something changed. `make soak`
# looks with new seeds, and keeps what it finds until it is mended.
settings.register_profile("same", derandomize=True, database=None)
settings.register_profile("new", print_blob=True)
settings.load_profile("same")


@pytest.fixture(scope="session")
def engines() -> dict[str, Engine]:
    """One engine for each pack, shipped and tiny."""
    made = {name: Engine(load_pack(RULES, name)) for name in SHIPPED}
    return made | {name: Engine(load_pack(TINY, name)) for name in ("mini", "dorp")}


@pytest.fixture(scope="session")
def readers(engines: dict[str, Engine]) -> dict[str, CaseReader]:
    return {name: CaseReader(engine.pack) for name, engine in engines.items()}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """The tiny packs in a folder of their own."""
    return Folder(tmp_path / "rules")
