"""The decision tables of the loaded pack, as they are: a list, and the chosen table beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from routewijzer import text
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.page import clear
from routewijzer.desktop.presenters import rulespage
from routewijzer.desktop.presenters.morepageviews import ListedView, RuleRow, RulesView
from routewijzer.desktop.searchpage import SearchPage
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.containers import Card, Wrapping
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.tags import GrondTag, UrgencyPill


def present(session: Session) -> RulesView:
    """Return the head of the pack and the list of its tables."""
    return rulespage.rules(session)


class Screen(SearchPage):
    """The rules page: one table at a time is built."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        words = text.load().rulespage
        fields = (words.search, words.search_hint)
        super().__init__(theme, bridge, words.list_name, words.back, fields, parent)
        self._view: RulesView | None = None
        self._titles = QVBoxLayout()
        self._titles.setSpacing(2)
        self.head.addLayout(self._titles)
        self.side.body.insertWidget(0, self.field)

    def show_view(self, view: RulesView) -> bool:
        """Show this pack."""
        self._view, self.current = view, ""
        clear(self._titles)
        self._titles.addWidget(WrapLabel(self.theme, view.title, "page"))
        if view.pack:
            line = " · ".join((f"**{view.pack}**", *view.lines))
            self._titles.addWidget(WrapLabel(self.theme, line, "body", "soft"))
        self.field.setVisible(bool(view.tables))
        self.look_up()
        return True

    def results(self, query: str) -> ListedView:
        """Return the tables that are asked for."""
        view = self._view
        if view is None or view.notice:
            notice, faults = (view.notice, view.faults) if view else ("", ())
            return ListedView("", (), "", notice, faults)
        engine = self.bridge.session.engine
        hits = rulespage.matching(view, engine.pack, query) if engine else ()
        count = rulespage.found(len(hits))
        return ListedView(view.title, hits, count, "" if hits else count)

    def fill(self, name: str, body: QVBoxLayout) -> None:
        """Show one table."""
        engine = self.bridge.session.engine
        if engine is None:
            return
        theme, view = self.theme, rulespage.table(engine.pack, name)
        body.addWidget(WrapLabel(theme, view.title, "state"))
        body.addWidget(WrapLabel(theme, view.policy, "body", "soft"))
        if view.counts:
            body.addWidget(WrapLabel(theme, view.counts))
        for row in view.rows:
            body.addWidget(self._row(row))

    def _row(self, row: RuleRow) -> Card:
        theme = self.theme
        card = Card(theme, row.name, pad=16)
        card.body.addWidget(WrapLabel(theme, row.title, "label", "soft"))
        card.body.addWidget(WrapLabel(theme, "\n".join(row.when)))
        card.body.addWidget(WrapLabel(theme, row.then, icon="arrow-right", icon_tone="accent"))
        if row.urgency_from:
            card.body.addWidget(WrapLabel(theme, row.urgency_from, "note", "soft"))
        card.body.addWidget(WrapLabel(theme, row.because))
        signs: list[QWidget] = [UrgencyPill(theme, row.urgency)] if row.urgency else []
        signs += [GrondTag(theme, ground) for ground in (row.ground, row.confirm) if ground]
        if signs:
            card.body.addWidget(Wrapping(theme, signs))
        if row.sources:
            card.body.addWidget(WrapLabel(theme, row.sources, "note", "soft", icon="book-open"))
        return card
