"""From start to the first painted page, beside a bare PySide6 window.

Both run with Python's bytecode at hand, as an installed program does: pip writes it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from bench.child import alternate

PROGRAM = str(Path(sys.executable).with_name("routing-app"))
ROUNDS = 7
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
class Bare(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.quit)
app = QApplication(sys.argv)
window = Bare("kaal venster")
window.resize(1280, 800)
window.show()
app.exec()
"""


def main() -> None:
    """Print time and memory of both, and the ratios."""
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryDirectory() as bytecode:
        before = dict(os.environ)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = bytecode  # the first runs, which do not count, write it
        try:
            bare, ours = alternate(
                (sys.executable, "-c", BARE), (PROGRAM, "--data", data, "--exit-after-first-paint"), ROUNDS
            )
        finally:
            os.environ.clear()
            os.environ.update(before)
    print(f"  bare window: {bare.seconds * 1000:.0f} ms, {bare.mib:.0f} MiB")
    print(f"  first page:  {ours.seconds * 1000:.0f} ms, {ours.mib:.0f} MiB")
    time, memory = ours.seconds / bare.seconds, ours.mib / bare.mib
    print(f"  ratio: {time:.2f}x the time (aim 2), {memory:.2f}x the memory (aim 1.6)")
