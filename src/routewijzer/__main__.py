"""Picks the door: the window, or a command (floor 6)."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

PLACES = {"--pack": "pack", "--rules": "rules", "--data": "data"}
LEAVE = "--exit-after-first-paint"


def window_call(args: list[str]) -> dict[str, str | bool] | None:
    """Return the options of a plain call of the window, or None where it takes more care to read.

    The window must not wait for the command line's parser, so the few words of a plain call are read here.
    """
    asked: dict[str, str | bool] = {"leave": False}
    rest = list(args)
    while rest:
        word = rest.pop(0)
        if word == LEAVE:
            asked["leave"] = True
        elif word in PLACES and rest and not rest[0].startswith("-"):
            asked[PLACES[word]] = rest.pop(0)
        else:
            return None
    return asked


def open_window(pack: str | None, rules: Path, data: Path, *, leave: bool) -> int:
    """Open the window and return its exit status when it is closed."""
    gc.disable()  # until the first paint: what a start makes is no garbage, and looking for it takes long
    from routewijzer.desktop.app import run

    return run(pack, rules, data, leave=leave)


def main() -> None:
    """Run `routing-app` and leave with its exit status."""
    asked = window_call(sys.argv[1:])
    if asked is None:
        from routewijzer.commands.root import main as run

        sys.exit(run(window=open_window))
    from routewijzer import places

    pack, rules, data = (asked.get(name) for name in ("pack", "rules", "data"))
    sys.exit(
        open_window(
            str(pack) if pack is not None else None,
            Path(str(rules)) if rules is not None else places.rules(),
            Path(str(data)) if data is not None else places.default_data(),
            leave=bool(asked["leave"]),
        )
    )


if __name__ == "__main__":
    main()
