"""The message line above the footer: it stays until the next act, and is announced."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.label import WrapLabel


def announce(widget: QWidget, text: str, *, assertive: bool = False) -> None:
    """Let a screen reader say `text`; assertive breaks in (only where the advice gets more severe)."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # slow, and not needed at start

    event = QAccessibleAnnouncementEvent(widget, text)
    kinds = QAccessible.AnnouncementPoliteness
    event.setPoliteness(kinds.Assertive if assertive else kinds.Polite)
    QAccessible.updateAccessibility(event)


class MessageLine(WrapLabel):
    """Hidden while there is nothing to say."""

    def __init__(self, theme: Theme, icon: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "body", "ink", icon=icon, icon_tone="accent", parent=parent)
        self.hide()

    def say(self, text: str, *, assertive: bool = False) -> None:
        """Show and announce a message; "" takes it away."""
        self.set_markup(text)
        self.setVisible(bool(text))
        if text:
            announce(self, self.text(), assertive=assertive)
