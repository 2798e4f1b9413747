"""The settings: each is kept and applied as soon as it is chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from routewijzer import settings
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.page import Page, clear
from routewijzer.desktop.presenters import settingspage
from routewijzer.desktop.presenters.morepageviews import ChoiceView, LineView, SettingsView
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import MODES, Theme
from routewijzer.desktop.widgets.checks import CheckItem
from routewijzer.desktop.widgets.containers import Card, ScrollColumn
from routewijzer.desktop.widgets.fields import SearchField, SelectBox
from routewijzer.desktop.widgets.label import WrapLabel


@dataclass(frozen=True, slots=True)
class Kept:
    """The settings as they are, and how they show."""

    chosen: settings.Settings
    view: SettingsView


def present(session: Session) -> Kept:
    """Return the settings; the defaults where the file cannot be read (the message line said so at start)."""
    try:
        chosen = settings.load(session.data)
    except settings.SettingsFault:
        chosen = settings.Settings()
    return Kept(chosen, settingspage.view(session, chosen, session.setting))


class Screen(Page):
    """The settings page."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(theme, bridge, parent)
        self._scroll = ScrollColumn(theme, margin=32, spacing=14)
        self.column.addWidget(self._scroll)
        self.fields: dict[str, QWidget] = {}
        self._chosen = settings.Settings()
        self._field = ""

    def show_view(self, view: Kept) -> bool:
        """Show the settings; what stands there already stays, with its focus."""
        self._chosen, self._field = view.chosen, view.view.field
        if self.fields:
            return False
        self._build(view.view)
        return True

    def _build(self, view: SettingsView) -> None:
        body, theme = self._scroll.body, self.theme
        clear(body)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(WrapLabel(theme, view.title, "page"))
        head.addWidget(WrapLabel(theme, view.lead, "body", "soft"))
        body.addLayout(head)
        look = self._card(view.look)
        self._choice(look, "theme", view.theme)
        self._choice(look, "text_scale", view.scale)
        keys = self._card(view.keys)
        letters = CheckItem(theme, view.letters_label, view.letters_help, done=view.letters)
        letters.toggled.connect(lambda on: self._keep("single_letters", on))
        self.fields["single_letters"] = letters
        keys.addWidget(letters)
        printed = self._card(view.print_title)
        printed.addWidget(WrapLabel(theme, view.print_help, "body", "soft"))
        self._line(printed, "municipality", view.municipality)
        self._line(printed, "contact", view.contact)
        self._choice(self._card(view.rules), "pack", view.pack)
        self._choice(self._card(view.log), "retention_months", view.retention)
        body.addStretch(1)

    def _card(self, title: str) -> QVBoxLayout:
        card = Card(self.theme, title)
        card.setMaximumWidth(self.theme.px(720))
        card.body.addWidget(WrapLabel(self.theme, title, "heading"))
        self._scroll.body.addWidget(card)
        return card.body

    def _choice(self, into: QBoxLayout, field: str, view: ChoiceView) -> None:
        theme = self.theme
        self._label(into, view.label)
        box = SelectBox(theme, view.label, tuple(label for _, label in view.items))
        values = [value for value, _ in view.items]
        box.setCurrentIndex(values.index(view.current))
        box.setAccessibleDescription(view.help)
        kind = type(getattr(self._chosen, field))
        box.currentIndexChanged.connect(lambda at: self._keep(field, kind(values[at])))
        self.fields[field] = box
        into.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        if view.help:
            into.addWidget(WrapLabel(theme, view.help, "note", "soft"))

    def _label(self, into: QBoxLayout, label: str) -> None:
        into.addSpacing(self.theme.space(6))
        into.addWidget(WrapLabel(self.theme, label, "strong"))

    def _line(self, into: QBoxLayout, field: str, view: LineView) -> None:
        self._label(into, view.label)
        line = SearchField(self.theme, view.label, view.hint, icon="")
        line.setMaxLength(settings.LINE_MAX)
        line.setText(view.value)
        line.editingFinished.connect(lambda: self._keep(field, line.text()))
        self.fields[field] = line
        into.addWidget(line)

    def _keep(self, field: str, value: object) -> None:
        """Keep one setting, then let it show."""
        if getattr(self._chosen, field) == value:
            return
        chosen = replace(self._chosen, **{field: value})  # type: ignore[arg-type]
        if not self.bridge.keep(chosen, field):
            if not isinstance(self.fields[field], SearchField):  # a line stays, to be mended
                self.fields = {}
                self.show_view(present(self.bridge.session))
                self.focus_first()
            return
        if field == "theme":
            self.theme.set_mode(MODES[chosen.theme])
        elif field == "text_scale":
            self.theme.set_scale(chosen.text_scale / 100)
        elif field == "single_letters":
            self.bridge.letters = chosen.single_letters
            self.theme.changed.emit()  # the pages are built anew, with or without letters

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep a line that is still being typed: the window may be closing."""
        super().hideEvent(event)
        for field, widget in self.fields.items():
            if isinstance(widget, SearchField):
                self._keep(field, widget.text())

    def focus_first(self) -> None:
        """Put the focus on the setting that was changed last, else on the first."""
        field = self.fields.get(self._field) or next(iter(self.fields.values()), self)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
