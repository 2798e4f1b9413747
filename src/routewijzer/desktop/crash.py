"""When our own code fails: one sentence to the worker, one line for the maker, nothing of a case."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType


def install(tell: Callable[[], object]) -> None:
    """Call `tell` for every exception that nobody caught: it says one Dutch sentence. The app goes on.

    On stderr stands only the kind of fault and where it happened: its own words could hold an answer.
    """
    busy = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal busy
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        frames = traceback.extract_tb(trace)
        place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
        if sys.stderr is not None:  # a windowed program may have none
            sys.stderr.write(f"routewijzer: {kind.__name__} ({place})\n")
        if not busy:
            busy = True
            try:
                tell()
            finally:
                busy = False

    sys.excepthook = hook
