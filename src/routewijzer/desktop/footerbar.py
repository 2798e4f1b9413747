"""Below the questions: back, undo, redo, key caps, forward."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.page import clear
from routewijzer.desktop.presenters.pageviews import Footer
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.buttons import IconButton, LinkButton, PrimaryButton
from routewijzer.desktop.widgets.containers import Divider, Ground
from routewijzer.desktop.widgets.label import LineLabel
from routewijzer.desktop.widgets.tags import KeyCap


class FooterBar(Ground):
    """Shows a Footer; it never scrolls away."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(theme, "page", "top", parent)
        self.bridge = bridge
        self._line = QHBoxLayout(self)
        self._view: Footer | None = None
        self._legend: list[QWidget] = []
        self._parts: dict[str, QWidget] = {}
        theme.changed.connect(self._build)

    def show_view(self, view: Footer) -> None:
        """Show these buttons; where only undo and redo change, nothing else does."""
        if self._view is not None and _labels(self._view) == _labels(view):
            self._view = view
        else:
            self._view = view
            self._build()
        self._parts["undo"].setEnabled(view.can_undo)
        self._parts["redo"].setEnabled(view.can_redo)

    def focus_forward(self) -> None:
        """Put the focus on the button that goes on."""
        if "forward" in self._parts:
            self._parts["forward"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        clear(self._line)
        view, theme, bridge = self._view, self.theme, self.bridge
        if view is None:
            return
        space = theme.space
        self._line.setContentsMargins(space(32), space(8), space(32), space(9))
        self._line.setSpacing(space(10))
        back = LinkButton(theme, view.back, icon="arrow-left", key=view.back_key)
        back.clicked.connect(bridge.backward)
        undo = IconButton(theme, "undo-2", view.undo)
        undo.clicked.connect(bridge.undo)
        redo = IconButton(theme, "redo-2", view.redo)
        redo.clicked.connect(bridge.redo)
        forward = PrimaryButton(theme, view.forward, after="arrow-right", key=view.forward_key)
        forward.clicked.connect(bridge.forward)
        rule = Divider(theme, upright=True)
        rule.setFixedHeight(theme.target(32))
        self._line.addWidget(back)
        self._line.addWidget(rule)
        self._line.addWidget(undo)
        self._line.addWidget(redo)
        self._line.addStretch(1)
        self._legend = [
            part
            for key, word in (view.legend if self.bridge.letters else ())
            for part in (KeyCap(theme, key), LineLabel(theme, word, "label", "soft"))
        ]
        for part in self._legend:
            self._line.addWidget(part)
        self._line.addWidget(forward)
        self._parts = {"undo": undo, "redo": redo, "forward": forward}
        undo.setEnabled(view.can_undo)
        redo.setEnabled(view.can_redo)
        self._fit()

    def _fit(self) -> None:
        """Show the legend only where it fits: it must never widen the window."""
        for part in self._legend:
            part.setVisible(False)
        room = self.width() - self._line.minimumSize().width()
        needs = sum(part.sizeHint().width() + self._line.spacing() for part in self._legend)
        for part in self._legend:
            part.setVisible(needs <= room)

    def minimumSizeHint(self) -> QSize:
        """As wide as the buttons alone."""
        needs = sum(
            part.sizeHint().width() + self._line.spacing() for part in self._legend if part.isVisible()
        )
        least = super().minimumSizeHint()
        return QSize(least.width() - needs, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the legend fits now."""
        super().resizeEvent(event)
        self._fit()


def _labels(view: Footer) -> tuple[object, ...]:
    return view.back, view.forward, view.legend
