"""The advice so far, beside or (in a narrow window) below the questions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.page import clear
from routewijzer.desktop.presenters.pageviews import Because, Clash, PanelView, Seen
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.buttons import LinkButton
from routewijzer.desktop.widgets.containers import Card, Divider, Ground, ScrollColumn
from routewijzer.desktop.widgets.label import LineLabel, NumberLabel, WrapLabel
from routewijzer.desktop.widgets.rows import LinkRow
from routewijzer.desktop.widgets.tags import GrondTag, UrgencyPill


class SidePanel(Ground):
    """Shows a PanelView. Links lead to questions (`followed` tells that one did); numbers are copied."""

    followed = Signal()

    def __init__(self, theme: Theme, bridge: Bridge, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", "left", parent)
        self.setAccessibleName(name)
        self.bridge = bridge
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._scroll = ScrollColumn(theme, margin=24, spacing=12)
        outer.addWidget(self._scroll, 1)
        self._foot = QVBoxLayout()
        outer.addLayout(self._foot)

    def show_view(self, view: PanelView) -> None:
        """Show the advice so far."""
        clear(self._scroll.body)
        clear(self._foot)
        body = self._scroll.body
        body.addWidget(LineLabel(self.theme, view.kicker, "label", "soft", icon="signpost"))
        if view.urgency is not None:
            row = QHBoxLayout()
            row.addWidget(UrgencyPill(self.theme, view.urgency))
            row.addStretch(1)
            body.addLayout(row)
        body.addWidget(WrapLabel(self.theme, view.title, "state"))
        if view.number:
            self._number(body, view.number, "number_panel")
        if view.note:
            icon = "circle-check" if view.urgency is not None else ""
            tone = "ink" if view.urgency is not None else "soft"
            body.addWidget(WrapLabel(self.theme, view.note, "body", tone, icon=icon, icon_tone="accent"))
        if view.seen is not None:
            body.addWidget(self._seen(view.seen))
        self._reasons(body, view)
        # While nothing is settled what is only careful comes first; the questions follow.
        for part in (self._open, self._now) if view.urgency is not None else (self._now, self._open):
            part(body, view)
        self._clashes(body, view)
        body.addStretch(1)
        self._footer(view)
        self._scroll.verticalScrollBar().setValue(0)

    def focus_first(self) -> bool:
        """Put the focus on the first link; return False where there is none."""
        for widget in self.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy().value & 1:
                widget.setFocus()
                return True
        return False

    def _go(self, fact: str) -> None:
        self.bridge.go_to_fact(fact)
        self.followed.emit()

    def _number(self, into: QBoxLayout, number: str, step: str) -> None:
        shown = NumberLabel(self.theme, number, number, step)
        shown.chosen.connect(self.bridge.copy_number)
        row = QHBoxLayout()
        row.addWidget(shown)
        row.addStretch(1)
        into.addLayout(row)

    def _seen(self, seen: Seen) -> Card:
        card = Card(self.theme, seen.title, pad=16)
        card.body.addWidget(
            WrapLabel(self.theme, seen.title, "title", icon="flag", icon_tone="danger", weight=700)
        )
        card.body.addWidget(WrapLabel(self.theme, seen.text))
        if seen.ground is not None:
            row = QHBoxLayout()
            row.addWidget(GrondTag(self.theme, seen.ground))
            row.addStretch(1)
            card.body.addLayout(row)
        return card

    def _reasons(self, body: QVBoxLayout, view: PanelView) -> None:
        if not view.reasons:
            return
        body.addWidget(Divider(self.theme, strong=True))
        body.addWidget(WrapLabel(self.theme, view.reasons_title, "label", "soft"))
        for reason in view.reasons:
            self._reason(body, reason)

    def _reason(self, body: QVBoxLayout, reason: Because) -> None:
        body.addWidget(WrapLabel(self.theme, reason.text))
        if reason.ground is not None:
            row = QHBoxLayout()
            row.addWidget(GrondTag(self.theme, reason.ground))
            row.addStretch(1)
            body.addLayout(row)

    def _open(self, body: QVBoxLayout, view: PanelView) -> None:
        if not view.open:
            return
        if view.urgency is not None:
            body.addWidget(Divider(self.theme, strong=True))
        body.addWidget(WrapLabel(self.theme, view.open_title, "label", "soft"))
        links = QVBoxLayout()
        links.setSpacing(0)
        for at, link in enumerate(view.open):
            row = LinkRow(self.theme, link, rule=at + 1 < len(view.open))
            row.chosen.connect(self._go)
            links.addWidget(row)
        body.addLayout(links)

    def _now(self, body: QVBoxLayout, view: PanelView) -> None:
        if not view.now:
            return
        body.addWidget(WrapLabel(self.theme, view.now_title, "label", "soft"))
        for line in view.now:
            body.addWidget(WrapLabel(self.theme, line, icon="list-checks", icon_tone="accent"))

    def _clashes(self, body: QVBoxLayout, view: PanelView) -> None:
        if not view.clashes:
            return
        body.addWidget(Divider(self.theme, strong=True))
        body.addWidget(WrapLabel(self.theme, view.clash_title, "label", "soft"))
        for clash in view.clashes:
            add_clash(self.theme, self._go, body, clash)

    def _footer(self, view: PanelView) -> None:
        if not view.foot_title:
            return
        space = self.theme.space
        holder = QVBoxLayout()
        holder.setContentsMargins(space(24), 0, space(24), space(16))
        holder.setSpacing(space(4))
        holder.addWidget(Divider(self.theme, strong=True))
        holder.addSpacing(space(8))
        holder.addWidget(WrapLabel(self.theme, f"**{view.foot_title}**", icon="phone", icon_tone="accent"))
        self._number(holder, view.foot_number, "number")
        holder.addWidget(WrapLabel(self.theme, view.foot_note, "note", "soft"))
        self._foot.addLayout(holder)


def add_clash(theme: Theme, go: Callable[[str], None], into: QBoxLayout, clash: Clash) -> None:
    """Add a contradiction: the words, and the link that calls `go` with the fact to look at."""
    into.addWidget(WrapLabel(theme, clash.text, icon="triangle-alert"))
    link = LinkButton(theme, clash.link, after="arrow-right", name=f"{clash.link}: {clash.text}")
    link.clicked.connect(lambda: go(clash.fact))
    row = QHBoxLayout()
    row.addSpacing(theme.px(20))
    row.addWidget(link)
    row.addStretch(1)
    into.addLayout(row)


class PanelStrip(Ground):
    """The advice in one line, for a narrow window; `opened` asks for the whole panel (F7)."""

    opened = Signal()

    def __init__(self, theme: Theme, label: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", "top", parent)
        line = QHBoxLayout(self)
        self._text = WrapLabel(theme, "", "strong", icon="signpost")
        self._button = LinkButton(theme, label, icon="chevron-right", key=key)
        self._button.clicked.connect(self.opened.emit)
        line.addWidget(self._text, 1)
        line.addWidget(self._button)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Set the room inside anew."""
        space = self.theme.space
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(space(20), space(8), space(20), space(8))

    def set_label(self, label: str) -> None:
        """Name the link: it opens the panel, or closes it."""
        self._button.set_label(label)

    def say(self, text: str) -> None:
        """Show this line."""
        self._text.set_markup(text)

    def focus_link(self) -> None:
        """Put the focus on the link."""
        self._button.setFocus()
