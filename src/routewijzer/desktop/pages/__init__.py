"""The pages of the window, one module each, found by name. A new page is a new module here."""

from __future__ import annotations

import importlib
from types import ModuleType


def names() -> tuple[str, ...]:
    """Return the names of all pages."""
    import pkgutil

    return tuple(sorted(found.name for found in pkgutil.iter_modules(__path__)))


def load(name: str) -> ModuleType:
    """Return the module of a page, imported on first use; ModuleNotFoundError for an unknown name."""
    return importlib.import_module(f"{__name__}.{name}")
