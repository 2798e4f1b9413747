"""Run every measurement beside this file: `python -m bench.run [name ...]`."""

from __future__ import annotations

import importlib
import pkgutil
import sys
import traceback
from collections.abc import Callable

import bench


def measurements() -> dict[str, Callable[[], None]]:
    """Return what can be measured here, by name: every module with a `main()`."""
    found = {
        one.name: getattr(importlib.import_module(f"bench.{one.name}"), "main", None)
        for one in pkgutil.iter_modules(bench.__path__)
        if one.name != "run"
    }
    return {name: measure for name, measure in found.items() if measure is not None}


def main(names: list[str]) -> int:
    """Run the named measurements, or all.

    Returns:
        0; 1 where one could not be done; 2 where a name is unknown: nothing is measured then.
    """
    known = measurements()
    if unknown := [name for name in names if name not in known]:
        print(f"no measurement {', '.join(unknown)}; accepted: {', '.join(known)}", file=sys.stderr)
        return 2
    failed = []
    for name, measure in known.items():
        if names and name not in names:
            continue
        print(f"\n{name}")
        try:
            measure()
        except Exception:  # noqa: BLE001  # one broken measurement must not hide the others
            traceback.print_exc()
            failed.append(name)
    if failed:
        print(f"\nnot measured: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
