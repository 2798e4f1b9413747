"""The rules of the loaded pack: a drawing of its tables, and each table and source in full."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routewijzer import text
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.chiprow import ChipRow
from routewijzer.desktop.frozen import Frozen
from routewijzer.desktop.page import clear, reveal
from routewijzer.desktop.presenters import casepath, coveragelines, rulespage, ruletables, sourcepage
from routewijzer.desktop.presenters.graphviews import PathView
from routewijzer.desktop.presenters.morepageviews import ListedView, RulesView
from routewijzer.desktop.ruledetail import fill_source, fill_table
from routewijzer.desktop.rulesdrawing import RulesDrawing
from routewijzer.desktop.searchpage import SearchPage
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.containers import Card
from routewijzer.desktop.widgets.label import WrapLabel

GRAPH, TABLES = "graph", "tables"


class Shown(Frozen):
    """The head and list of the page, and the path of the open case."""

    rules: RulesView
    path: PathView


def present(session: Session) -> Shown:
    """Return the head of the pack, the list of its tables, and how the open case went through them."""
    covered = coveragelines.covered(session.engine)[0] if session.engine else None
    return Shown(rulespage.rules(session, covered), casepath.path(session))


class Place(Frozen):
    """Where the worker is: the drawing (`table` is "") or a table, or a source that was chosen there."""

    table: str = ""
    source: str = ""


class Screen(SearchPage):
    """The rules page. The drawing stands there first; Enter on a box opens its table, Esc goes back."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        words, drawn = text.load().rulespage, text.load().drawing
        super().__init__(
            theme, bridge, words.list_name, words.back, (words.search, words.search_hint), parent
        )
        self._view: RulesView | None = None
        self._path = PathView("")
        self._trail: list[Place] = []
        """Where the worker came from, last one last."""
        self._source = ""
        self._decided: Card | None = None
        """The row that decided in the open case, in the table that shows."""
        self._lines = QWidget()
        self._titles = QVBoxLayout(self._lines)
        self._titles.setContentsMargins(0, 0, 0, 0)
        self._titles.setSpacing(2)
        chips = ((GRAPH, drawn.view_graph), (TABLES, drawn.view_tables))
        icons = {GRAPH: "split", TABLES: "scale"}
        self.views = ChipRow(theme, drawn.view_name, chips, GRAPH, icons)
        self.views.chosen.connect(self._switch)
        line = QHBoxLayout()
        line.setSpacing(theme.space(20))
        self._title = WrapLabel(theme, "", "page")
        line.addWidget(self._title)
        line.addWidget(self.views, 1)
        self.head.addLayout(line)
        self.head.addWidget(self._lines)
        self.side.body.insertWidget(0, self.field)
        self.drawing = RulesDrawing(theme)
        self.drawing.opened.connect(self._from_drawing)
        self.column.addWidget(self.drawing, 1)
        self.back.clicked.disconnect(self.to_list)
        self.back.clicked.connect(self.go_back)
        self._arrange()

    # What shows.

    def show_view(self, view: Shown) -> bool:
        """Show this pack and this case."""
        self._view, self._path = view.rules, view.path
        kept, self._source = self.current, ""
        self._trail.clear()
        self._title.set_markup(view.rules.title)
        clear(self._titles)
        engine = self.bridge.session.engine
        if engine is not None:
            line = " · ".join((f"**{view.rules.pack}**", *view.rules.lines))
            for told in (line, coveragelines.line(engine)):
                self._titles.addWidget(WrapLabel(self.theme, told, "note", "soft"))
            self.drawing.show_pack(engine, view.path)
        self.field.setVisible(bool(view.rules.tables))
        self.views.setVisible(engine is not None)
        self.look_up()
        if kept in {item.id for item in view.rules.tables}:
            self.list.set_current(kept)
            self.choose(kept)
        self._arrange()
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

    def choose(self, name: str) -> None:
        """Show one table, chosen from the list: there is no way back from it but to the list."""
        self._trail.clear()
        self._show(Place(name))

    def fill(self, name: str, body: QVBoxLayout) -> None:
        """Show one table, or a source chosen in it."""
        engine = self.bridge.session.engine
        if engine is None:
            return
        if self._source:
            fill_source(self.theme, sourcepage.source(engine.pack, self._source), body, self._to_table)
            return
        covered = coveragelines.covered(engine)[0]
        view = ruletables.table(engine.pack, name, self._path, covered)
        cards = fill_table(self.theme, view, body, self._to_table, self._to_source)
        self._decided = next((cards[row.id] for row in view.rows if row.decided), None)

    def is_drawn(self) -> bool:
        """Whether the drawing shows, and not the tables."""
        return self.views.chips[GRAPH].isChecked() and self.bridge.session.engine is not None

    def _show(self, place: Place) -> None:
        self._source, self._decided = place.source, None
        super().choose(place.table)
        self._name_back()
        self._arrange()

    # From place to place.

    def _from_drawing(self, name: str) -> None:
        """Open a table from the drawing, at the row that decided."""
        self._turn(TABLES)
        self._go(Place(name), Place())

    def _to_table(self, name: str) -> None:
        self._go(Place(name), Place(self.current, self._source))

    def _to_source(self, name: str) -> None:
        self._go(Place(self.current, name), Place(self.current))

    def _go(self, place: Place, before: Place) -> None:
        self._trail.append(before)
        self._detail_only = not self.is_together()
        self.list.set_current(place.table)
        self._show(place)
        reveal(self)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._in_sight)  # what was built just now has no place yet

    def _in_sight(self) -> None:
        """Scroll the list to the table that shows, and the table to the row that decided."""
        for row in self.list.rows:
            if row.current:
                self.side.ensureWidgetVisible(row)
        if self._decided is not None:
            self.detail.verticalScrollBar().setValue(self._decided.y() - self.theme.space(12))

    def go_back(self) -> None:
        """Go to where the worker came from: the table or source before, the drawing, or the list."""
        if not self._trail:
            self.to_list()
            return
        place = self._trail.pop()
        if not place.table:
            self._detail_only = False
            self._turn(GRAPH)
            self.drawing.graph.focus_node(self.current)
            return
        self.list.set_current(place.table)
        self._show(place)
        reveal(self)
        self.focus_first()

    def _turn(self, which: str) -> None:
        """Show the drawing or the tables."""
        self.views.chips[which].setChecked(True)
        self._arrange()

    def _switch(self, which: str) -> None:
        self._trail.clear()
        self._detail_only = False
        self._name_back()
        self._turn(which)

    def _name_back(self) -> None:
        words, engine = text.load().rulebook, self.bridge.session.engine
        place = self._trail[-1] if self._trail else None
        if place is None or engine is None:
            self.back.set_label(words.back_tables)
        elif not place.table:
            self.back.set_label(words.back_graph)
        else:
            pack = engine.pack
            source = pack.source_by_id.get(place.source)
            title = source.titel if source else pack.decision_by_id[place.table].titel
            self.back.set_label(words.back, words.back_to.format(title=title))

    # Focus and room.

    def focus_first(self) -> None:
        """Put the focus on the drawing, the way back, or the list."""
        if self.is_drawn():
            self.drawing.graph.focus_node()
        elif self._trail:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().focus_first()

    def to_search(self) -> None:
        """Put the focus in the search field, beside the tables."""
        self._switch(TABLES)
        super().to_search()

    def _arrange(self) -> None:
        super()._arrange()
        if not hasattr(self, "drawing"):  # while the base is made
            return
        drawn = self.is_drawn()
        self.drawing.setVisible(drawn)
        together = self.is_together()
        self.drawing.set_room(self.head.contentsMargins().left(), wide=together)
        self._title.setVisible(together)  # in a narrow window the strip above the page says it
        self._lines.setVisible(together or not drawn)
        if drawn:
            for part in (self.side, self.detail, self.back):
                part.setVisible(False)
        else:
            self.back.setVisible(bool(self._trail) or self.back.isVisibleTo(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, Ctrl with plus, minus and 0 zooms the drawing."""
        if self.is_drawn():
            if not self.drawing.graph.take_zoom(event):
                event.ignore()
        elif event.key() == Qt.Key.Key_Escape and self._trail:
            self.go_back()
        else:
            super().keyPressEvent(event)
