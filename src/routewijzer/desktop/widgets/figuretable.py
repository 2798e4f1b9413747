"""Numbers in columns under titles; where those do not fit, each number beside its own name."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.rows import LogTable
from routewijzer.desktop.widgets.views import RowView


class FigureTable(LogTable):
    """A table that a narrow room turns into lines of words."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        titles: tuple[str, ...],
        rows: tuple[RowView, ...],
        told: tuple[RowView, ...],
        parent: QWidget | None = None,
    ) -> None:
        """Take the rows in columns, and the same rows with the name of each number in them."""
        super().__init__(theme, name, titles, rows, parent)
        self._views = {True: rows, False: told}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the numbers in columns, or beside their names."""
        super().resizeEvent(event)
        for row, view in zip(self.rows, self._views[self.in_columns()], strict=True):
            if row.view is not view:
                row.view = view
                row.updateGeometry()
                row.update()
