"""The drawing of the rules page with its tools: how much it shows, the path of a case, zoom."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routewijzer import text
from routewijzer.advice.engine import Engine
from routewijzer.desktop.presenters import drawing
from routewijzer.desktop.presenters.graphviews import PathView
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.buttons import IconButton, LinkButton
from routewijzer.desktop.widgets.checks import FilterChip
from routewijzer.desktop.widgets.containers import Divider
from routewijzer.desktop.widgets.fields import SelectBox
from routewijzer.desktop.widgets.graphview import GraphView
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.message import announce


class RulesDrawing(QWidget):
    """Tools, a line that says what is drawn, and the graph. `opened` sends the id of a table."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = text.load().drawing
        self.theme = theme
        self._engine: Engine | None = None
        self._path = PathView("")
        self._wide = self._optional = True
        labels = (words.level_main, words.level_all, words.level_questions)
        self.levels = SelectBox(theme, words.levels_name, labels)
        self.levels.currentIndexChanged.connect(self._redraw)
        self.path = FilterChip(theme, words.path, icon="route")
        self.path.clicked.connect(self._switch_path)
        self.smaller = IconButton(theme, "minus", words.smaller)
        self.bigger = IconButton(theme, "plus", words.bigger)
        self.fit = LinkButton(theme, words.fit, key="Ctrl 0")
        self.note = WrapLabel(theme, "", "note", "soft")
        self.graph = GraphView(theme)
        self.graph.opened.connect(self.opened)
        self.smaller.clicked.connect(self.graph.smaller)
        self.bigger.clicked.connect(self.graph.larger)
        self.fit.clicked.connect(self.graph.fit)
        self._compose()

    def _compose(self) -> None:
        space = self.theme.space
        self._tools = QHBoxLayout()
        self._tools.setSpacing(space(10))
        self._tools.addWidget(self.levels)
        self._tools.addWidget(self.path)
        self._tools.addStretch(1)
        for tool in (self.smaller, self.bigger, self.fit):
            self._tools.addWidget(tool, 0, Qt.AlignmentFlag.AlignVCenter)
        self._above = QVBoxLayout()
        self._above.setSpacing(space(4))
        self._above.addLayout(self._tools)
        self._above.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        column.addLayout(self._above)
        column.addWidget(Divider(self.theme))
        column.addWidget(self.graph, 1)

    def set_room(self, margin: int, *, wide: bool) -> None:
        """Stand the tools as far from the sides (px) as the rest of the page; the drawing takes all room.

        Where it is not wide, what is drawn is told by the list of levels only.
        """
        self._wide = wide
        self._above.setContentsMargins(margin, 0, margin, 0)
        self._arrange()

    def _arrange(self) -> None:
        self.note.setVisible(self._wide or not self._optional)

    def show_pack(self, engine: Engine, path: PathView) -> None:
        """Draw the tables of a pack, and the path of a case where there is one: it can be switched off."""
        if (engine, path) == (self._engine, self._path):
            return
        if path.present != self._path.present:
            self.path.setChecked(path.present)
        self._engine, self._path = engine, path
        self.path.setVisible(path.present)
        self._redraw()

    def _switch_path(self) -> None:
        self._redraw()
        if self.path.isChecked():
            announce(self, text.load().drawing.path_on)

    def _redraw(self) -> None:
        if self._engine is None:
            return
        words, level = text.load().drawing, drawing.LEVELS[self.levels.currentIndex()]
        path = self._path if self.path.isChecked() else None
        notes = {
            "main": words.level_main_note,
            "all": words.level_all_note,
            "questions": words.level_questions_note,
        }
        self.levels.setToolTip(notes[level])
        self.levels.setAccessibleDescription(notes[level])
        told = words.path_note if path else self._path.notice
        self.note.set_markup(told or notes[level])
        self._optional = not told
        self._arrange()
        self.graph.set_view(drawing.drawing(self._engine.pack, level, path))
