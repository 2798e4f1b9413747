"""Run every measurement beside this file: `python -m bench.run [name ...]`."""

from __future__ import annotations

import importlib
import pkgutil
import sys
import traceback

import bench


def main(names: list[str]) -> int:
    """Run the named measurements, or all that have a `main()`; return 1 where one could not be done."""
    failed = []
    for found in pkgutil.iter_modules(bench.__path__):
        if found.name == "run" or (names and found.name not in names):
            continue
        measure = getattr(importlib.import_module(f"bench.{found.name}"), "main", None)
        if measure is None:
            continue
        print(f"\n{found.name}")
        try:
            measure()
        except Exception:  # noqa: BLE001  # one broken measurement must not hide the others
            traceback.print_exc()
            failed.append(found.name)
    if failed:
        print(f"\nnot measured: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
