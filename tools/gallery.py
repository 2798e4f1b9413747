"""Draw every widget to PNG, to look at: `QT_QPA_PLATFORM=offscreen python tools/gallery.py <folder>`.

One picture for each board, mode and text scale, e.g. `intake-donker-100.png`. The texts are examples.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from gallery_case import advies, intake, vlaggen
from gallery_frame import page, panel, rail_ground, urgencies
from gallery_words import PAGES
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from routewijzer.desktop.theme import STYLE, Theme
from routewijzer.desktop.widgets import (
    buttons,
    checks,
    containers,
    fields,
    hero,
    label,
    nav,
    rows,
    views,
)


def start(theme: Theme) -> QWidget:
    """The start tile, cards, and the panel."""
    scroll = containers.ScrollColumn(theme)
    scroll.body.addWidget(label.WrapLabel(theme, "Goedemiddag. Waar wilt u mee beginnen?", "page"))
    tile = hero.HeroTile(
        theme,
        views.HeroView(
            "Nieuwe intake",
            "Loop de vijf stappen van de meldcode. Bij elk antwoord ziet u het advies, en waarom.",
            ("Signalen", "Collega", "Gesprek", "Wegen", "Beslissen"),
            ("melden", "advies vragen", "hulp"),
            "Begin",
            "Enter",
            "Eerste vraag: is er direct gevaar?",
        ),
    )
    scroll.body.addWidget(tile)
    card = containers.Card(theme, "Open intake")
    row = QHBoxLayout()
    texts = QVBoxLayout()
    texts.addWidget(
        label.WrapLabel(
            theme, "Open intake van vandaag, 10.42 uur", "title", icon="history", icon_tone="accent"
        )
    )
    texts.addWidget(
        label.WrapLabel(
            theme,
            "Stap 1 · 21 van 48 vragen beantwoord · nog niet te zeggen: eerst veiligheid",
            "body",
            "soft",
        )
    )
    row.addLayout(texts, 1)
    row.addWidget(buttons.SecondaryButton(theme, "Ga verder", key="V"))
    card.body.addLayout(row)
    scroll.body.addWidget(card)
    scroll.body.addWidget(urgencies(theme))
    scroll.body.addStretch(1)
    side = panel(
        theme,
        label.WrapLabel(theme, "Twijfelt u?", "label", "soft", icon="phone"),
        label.WrapLabel(theme, "Bel Veilig Thuis", "state"),
        label.NumberLabel(theme, "0800-2000", "Veilig Thuis 0800-2000", "number_hero"),
        label.WrapLabel(theme, "Gratis, dag en nacht. U kunt advies vragen zonder namen te noemen."),
        containers.Divider(theme, strong=True),
        label.WrapLabel(
            theme, "**Geen namen.** U vult nergens een naam of adres in.", icon="lock", icon_tone="accent"
        ),
        label.WrapLabel(
            theme, "**U beslist.** De app geeft advies en zegt waarom.", icon="split", icon_tone="accent"
        ),
    )
    window = page(theme, rail_ground(theme, nav.NavRail(theme, "Pagina's", PAGES, "start")), scroll, side)
    tile.button.setFocus()
    return window


def logboek(theme: Theme) -> QWidget:
    """Fields, chips and the table."""
    scroll = containers.ScrollColumn(theme)
    scroll.body.addWidget(label.WrapLabel(theme, "Logboek", "page"))
    line = QHBoxLayout()
    line.addWidget(fields.SearchField(theme, "Zoeken", "Zoek een begrip"), 1)
    line.addWidget(fields.SelectBox(theme, "Besluit", ("Elk besluit", "Melden")))
    scroll.body.addLayout(line)
    chips = QHBoxLayout()
    chips.addWidget(checks.FilterChip(theme, "Alles 48", on=True))
    chips.addWidget(checks.FilterChip(theme, "Weet ik niet 4", icon="circle-help"))
    chips.addWidget(checks.FilterChip(theme, "Nog open 1", icon="circle-alert"))
    chips.addStretch(1)
    scroll.body.addLayout(chips)
    kinds = (
        ("vandaag", "Vandaag"),
        ("deze_week", "Deze week"),
        ("nu", "Nu"),
        ("gepland", "Gepland"),
        ("geen", "Geen haast"),
    )
    lines = tuple(
        views.RowView(
            kind,
            (
                views.Cell("nov 2026"),
                views.Cell("Direct melden", strong=True),
                views.Cell(word, views.UrgencyView(kind, word)),
                views.Cell("Veilig Thuis, AWARE +2"),
            ),
            word,
        )  # type: ignore[arg-type]
        for kind, word in kinds
    )
    table = rows.LogTable(theme, "Intakes", ("Maand", "Besluit", "Urgentie", "Partners"), lines)
    scroll.body.addWidget(table)
    scroll.body.addStretch(1)
    window = page(theme, None, scroll, None)
    table.focus_row(1)
    return window


def spoed(theme: Theme) -> QWidget:
    """The large 112."""
    red = containers.Ground(theme, "bar")
    column = QVBoxLayout(red)
    column.addWidget(label.WrapLabel(theme, "Direct gevaar? Bel nu", "page", "on_bar", icon="phone-call"))
    number = hero.BigNumber(theme, "112", "Bel 112")
    column.addWidget(number, 1)
    window = page(theme, None, red, None)
    number.setFocus()
    return window


BOARDS: tuple[Callable[[Theme], QWidget], ...] = (start, intake, vlaggen, advies, logboek, spoed)


def main() -> None:
    """Write all pictures into the folder of the first argument; further arguments choose boards by name."""
    folder, wanted = Path(sys.argv[1]), set(sys.argv[2:])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(["gallery", *STYLE])
    theme = Theme("licht")
    theme.apply(app)
    for mode, scale in (("licht", 1.0), ("donker", 1.0), ("contrast", 1.0), ("licht", 2.0)):
        theme.set_mode(mode)  # type: ignore[arg-type]
        theme.set_scale(scale)
        for board in BOARDS:
            if wanted and board.__name__ not in wanted:
                continue
            window = board(theme)
            window.resize(1280, 800)
            window.show()
            app.processEvents()
            app.processEvents()
            window.grab().save(str(folder / f"{board.__name__}-{mode}-{round(scale * 100)}.png"))
            window.close()
            window.deleteLater()
            app.processEvents()


if __name__ == "__main__":
    main()
