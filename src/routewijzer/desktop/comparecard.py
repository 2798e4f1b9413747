"""The real advice and that of a trial, line beside line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QWidget

from routewijzer.desktop.presenters.trialviews import ComparePart, CompareRow, TrialView
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.containers import Card, Divider
from routewijzer.desktop.widgets.label import WrapLabel

ICONS = {"gelijk": "check", "nieuw": "plus", "vervalt": "minus", "anders": "pencil", "wacht": "circle-help"}
"""Before what stands on the side of the trial, by mark; a word tells it too."""


class CompareLine(QGroupBox):
    """Two texts of equal width; a group that is read as a whole."""

    def __init__(self, left: QWidget, right: QWidget, name: str, gap: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(gap)
        for side in (left, right):
            line.addWidget(side, 1, Qt.AlignmentFlag.AlignTop)


class CompareCard(Card):
    """Each part under its title; left the real advice, right the trial with how it differs."""

    def __init__(self, theme: Theme, view: TrialView, parent: QWidget | None = None) -> None:
        super().__init__(theme, view.compare, edge="accent", pad=20, parent=parent)
        self._gap = theme.space(16)
        heads = (WrapLabel(theme, view.now, "title"), WrapLabel(theme, view.then, "title", icon="split"))
        self.body.addWidget(CompareLine(*heads, f"{view.now}, {view.then}", self._gap))
        if view.note:
            self.body.addWidget(WrapLabel(theme, view.note, icon="info", icon_tone="accent"))
        for part in view.parts:
            if part.rows:
                self._part(part)

    def _part(self, part: ComparePart) -> None:
        self.body.addWidget(Divider(self.theme))
        self.body.addWidget(WrapLabel(self.theme, part.title, "label", "soft"))
        for row in part.rows:
            self.body.addWidget(self._row(row))

    def _row(self, row: CompareRow) -> CompareLine:
        theme, same = self.theme, row.mark == "gelijk"
        now = WrapLabel(theme, row.now, "body", "soft" if same else "ink")
        icon, tone = ICONS[row.mark], "soft" if same else "accent"
        then = WrapLabel(theme, row.then, "body", "soft" if same else "ink", icon=icon, icon_tone=tone)
        return CompareLine(now, then, row.name, self._gap)
