"""Draw the pictures of docs/pictures: the real window on a worked case, and its printed page.

Run by `make pictures`; needs pypdfium2 (a dependency of the app) and no screen.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from routewijzer import places
from routewijzer.case import CaseReader, parse
from routewijzer.desktop.app import make
from routewijzer.desktop.theme import STYLE

DOCS = Path(__file__).resolve().parent.parent / "docs"
OUT = DOCS / "pictures"
CASE = DOCS / "voorbeeld" / "casus.json"
SIZE = (1280, 800)


def main() -> None:
    """Write start, questions, flags, check, advice, emergency page and print."""
    OUT.mkdir(parents=True, exist_ok=True)
    app = QApplication(["pictures", *STYLE])
    with tempfile.TemporaryDirectory() as folder:
        window = make(None, places.rules(), Path(folder), app)
        window.theme.set_mode("licht")
        window.resize(*SIZE)
        window.show()
        window.bridge.load_pack()

        def grab(name: str) -> None:
            for _ in range(5):
                app.processEvents()
            window.grab().save(str(OUT / f"{name}.png"))
            print(OUT / f"{name}.png")

        bridge, session = window.bridge, window.bridge.session
        grab("start")
        engine = session.engine
        if engine is None:
            raise SystemExit("\n".join(session.pack_faults))
        case = CaseReader(engine.pack).read(parse(CASE.read_bytes()))
        session.begin_from(engine, case)
        first = next(stop for stop in session.intake.stops if stop.group)
        for name, stop in (("vlaggen", first.id), ("controleren", "controleren"), ("advies", "advies")):
            bridge.go(stop)
            grab(name)
        bridge.show("spoed")
        grab("spoed")
        bridge.back()
        _paper(bridge.summary(""))
        window.close()


def _paper(pdf: bytes) -> None:
    import pypdfium2

    for number, page in enumerate(pypdfium2.PdfDocument(pdf), start=1):
        path = OUT / f"afdruk-{number}.png"
        page.render(scale=1.4).to_pil().save(path)
        print(path)


if __name__ == "__main__":
    main()
