"""What stands around every board of the gallery."""

from __future__ import annotations

from gallery_words import BAR, TOOLS
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import (
    buttons,
    containers,
    emergency,
    logo,
    nav,
    tags,
    views,
)
from routewijzer.desktop.widgets.focusring import FocusRing


def rail_ground(theme: Theme, upper: QWidget, *, narrow: bool = False) -> QWidget:
    """The rail at the left, with brand and tools."""
    ground = containers.Ground(theme, "page", "right")
    column = QVBoxLayout(ground)
    side = theme.space(12)
    column.setContentsMargins(side, theme.space(20), side, side)
    column.setSpacing(theme.space(20))
    brand = logo.Brand(theme, "Routewijzer", "Meldcode")
    tools = nav.NavRail(theme, "Hulpmiddelen", TOOLS, page=False)
    for part in (brand, upper, tools):
        if narrow and hasattr(part, "set_narrow"):
            part.set_narrow(True)
    column.addWidget(brand)
    column.addWidget(upper)
    column.addStretch(1)
    column.addWidget(containers.Divider(theme))
    column.addWidget(tools)
    ground.setFixedWidth(theme.target(68) if narrow else round(theme.px(256)))
    return ground


def page(theme: Theme, left: QWidget | None, middle: QWidget, right: QWidget | None) -> QWidget:
    """A window: bar, rail, middle, panel, and the focus ring."""
    window = QWidget()
    outer = QVBoxLayout(window)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addWidget(emergency.EmergencyBar(theme, BAR))
    line = QHBoxLayout()
    line.setSpacing(0)
    for part in (left, middle, right):
        if part:
            line.addWidget(part, 1 if part is middle else 0)
    outer.addLayout(line, 1)
    FocusRing(theme, window)
    return window


def panel(theme: Theme, *parts: QWidget) -> QWidget:
    """The panel at the right."""
    ground = containers.Ground(theme, "panel", "left")
    column = QVBoxLayout(ground)
    pad = theme.space(24)
    column.setContentsMargins(pad, pad, pad, pad)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    ground.setFixedWidth(theme.px(344))
    return ground


def footer(theme: Theme) -> QWidget:
    """Back, undo, on."""
    ground = containers.Ground(theme, "page", "top")
    row = QHBoxLayout(ground)
    row.setContentsMargins(theme.space(32), theme.space(9), theme.space(32), theme.space(9))
    row.addWidget(buttons.LinkButton(theme, "Vorige", icon="arrow-left", key="Alt ←"))
    row.addWidget(containers.Divider(theme, upright=True))
    row.addWidget(buttons.IconButton(theme, "undo-2", "Ongedaan maken"))
    row.addWidget(buttons.IconButton(theme, "redo-2", "Opnieuw doen"))
    row.addStretch(1)
    row.addWidget(buttons.PrimaryButton(theme, "Verder", after="arrow-right", key="Enter"))
    return ground


def urgencies(theme: Theme) -> QWidget:
    """All urgency pills in a row."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    kinds = (
        ("nu", "Nu"),
        ("vandaag", "Vandaag"),
        ("deze_week", "Deze week"),
        ("gepland", "Gepland"),
        ("geen", "Geen haast"),
    )
    for kind, word in kinds:
        row.addWidget(tags.UrgencyPill(theme, views.UrgencyView(kind, word)))  # type: ignore[arg-type]
    row.addStretch(1)
    return holder
