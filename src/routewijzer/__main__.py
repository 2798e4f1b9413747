"""Picks the door: the window, or a command (floor 6)."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `routing-app` and leave with its exit status."""
    from routewijzer.commands.root import main as run

    sys.exit(run())


if __name__ == "__main__":
    main()
