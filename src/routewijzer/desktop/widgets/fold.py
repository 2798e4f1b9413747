"""A part that unfolds: a title with a chevron, then text, lists, effects of answers, and where to read on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import paint
from routewijzer.desktop.widgets.base import PaintedButton, Ring
from routewijzer.desktop.widgets.containers import Card
from routewijzer.desktop.widgets.factcolumns import FactColumns
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.rows import LinkRow
from routewijzer.desktop.widgets.tags import GrondTag, KeyCap
from routewijzer.desktop.widgets.views import EffectView, FoldView, LinkView

LIST_EM = 15
"""Room in em that each of the lists in a fold needs to stand beside the other."""


class FoldButton(PaintedButton):
    """Title with a chevron: right is shut, down is open. Checkable: a screen reader hears its state."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, parent)
        self._title = title
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Chevron and title."""
        width = paint.width_of(self.theme.font("strong"), self._title)
        return QSize(width + self.theme.px(18) + self.theme.space(6) + 2, self.theme.target(32))

    def focus_ring(self) -> Ring:
        """A little air beside the words."""
        return Ring(self.rect().adjusted(-4, 0, 6, 0), self.radius)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint chevron and title; underlined under the mouse."""
        theme, middle = self.theme, self.height() / 2
        tone = "accent_press" if self.isDown() else "accent"
        with paint.painting(self) as painter:
            name = "chevron-down" if self.isChecked() else "chevron-right"
            left = paint.icon(painter, theme, name, tone, 0, middle, 18) + theme.space(6)
            font = theme.font("strong")
            font.setUnderline(self.is_hot())
            paint.words(
                painter, font, QRectF(left, 0, self.width(), self.height()), self._title, theme.color(tone)
            )


class _Effects(QWidget):
    """What each answer does, in the order of the buttons."""

    def __init__(self, theme: Theme, effects: tuple[EffectView, ...]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(theme.space(12))
        grid.setVerticalSpacing(theme.space(6))
        grid.setColumnStretch(2, 1)
        for row, effect in enumerate(effects):
            grid.setRowMinimumHeight(row, theme.px(26))
            grid.addWidget(KeyCap(theme, effect.key), row, 0)
            grid.addWidget(WrapLabel(theme, effect.answer, "strong"), row, 1)
            grid.addWidget(WrapLabel(theme, effect.effect), row, 2)
            if effect.ground:
                grid.addWidget(GrondTag(theme, effect.ground), row, 3, Qt.AlignmentFlag.AlignRight)


class FoldOut(Card):
    """A fold: its title stands in the sunken box; shut, the title alone shows.

    `unfolded` sends True when it opens, `chosen` the id of a link. `button` is what gets the focus.
    """

    unfolded = Signal(bool)
    chosen = Signal(str)

    def __init__(
        self, theme: Theme, view: FoldView, *, is_open: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, view.title, tone="sunken", radius=12, pad=16, parent=parent)
        self.button = FoldButton(theme, view.title)
        head = QHBoxLayout()
        head.addWidget(self.button)
        head.addStretch(1)
        self._aside = WrapLabel(theme, view.aside, "note", "soft")
        head.addWidget(self._aside)
        self.body.addLayout(head)
        self.content = QWidget()
        self.inner = QVBoxLayout(self.content)
        self.inner.setContentsMargins(0, 0, 0, 0)
        self.inner.setSpacing(theme.space(8))
        self._words = WrapLabel(theme, view.markup)
        self._fill(view)
        self.body.addWidget(self.content)
        self.button.toggled.connect(self._show)
        self.set_open(is_open)
        self._show(is_open)

    def _fill(self, view: FoldView) -> None:
        """Put what is given below each other."""
        theme, inner = self.theme, self.inner
        if view.markup:
            inner.addWidget(self._words)
        if view.columns:
            inner.addWidget(FactColumns(theme, view.columns, least=LIST_EM))
        if view.after:
            inner.addWidget(WrapLabel(theme, view.after))
        if view.effects:
            inner.addWidget(_Effects(theme, view.effects))
        if view.note:
            inner.addWidget(WrapLabel(theme, view.note, "note", "soft"))

    def set_links(self, title: str, links: tuple[LinkView, ...]) -> None:
        """Add lines that lead elsewhere under a title, next in the Tab order, where there are any."""
        before: QWidget = self.button
        if links:
            self.inner.addWidget(WrapLabel(self.theme, title, "label", "soft"))
        for link in links:
            row = LinkRow(self.theme, link, rule=False)
            row.chosen.connect(self.chosen.emit)
            self.inner.addWidget(row)
            QWidget.setTabOrder(before, row)
            before = row

    def restyle(self) -> None:
        """Room inside only while open."""
        pad = self.theme.space(self._pad) if self.is_open() else 0
        self.body.setContentsMargins(pad, pad // 2, pad, pad)
        self.body.setSpacing(self.theme.space(4))
        self.update()

    def set_markup(self, markup: str) -> None:
        """Show another running text; only of a fold that was made with one."""
        self._words.set_markup(markup)

    def is_open(self) -> bool:
        """Whether the content shows."""
        button = getattr(self, "button", None)
        return button is not None and button.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Open or shut it."""
        self.button.setChecked(is_open)

    def _show(self, is_open: bool) -> None:
        self.content.setVisible(is_open)
        self._aside.setVisible(is_open)
        self.restyle()
        self.unfolded.emit(is_open)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box only while open."""
        if self.is_open():
            super().paintEvent(event)


class FoldRow(QWidget):
    """The folds of a card: shut they stand beside each other, as soon as one is open below each other."""

    def __init__(
        self, theme: Theme, folds: tuple[FoldView, ...], key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.folds = [FoldOut(theme, fold) for fold in folds]
        outer = self._outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(theme.space(24))
        for fold in self.folds:
            self._line.addWidget(fold)
            fold.unfolded.connect(self._reflow)
        outer.addLayout(self._line, 1)
        self._line.addStretch(1)
        self._key = KeyCap(theme, key)
        if not key:
            self._key.hide()
        outer.addWidget(self._key)

    def toggle_all(self) -> None:
        """Open all folds; shut them where all are open (F1)."""
        target = not all(fold.is_open() for fold in self.folds)
        for fold in self.folds:
            fold.set_open(target)

    def _reflow(self) -> None:
        some = any(fold.is_open() for fold in self.folds)
        self._line.setDirection(
            QBoxLayout.Direction.TopToBottom if some else QBoxLayout.Direction.LeftToRight
        )
        self._line.setSpacing(self.theme.space(10 if some else 24))
        self._outer.setContentsMargins(0, 0, 0, self.theme.space(10) if some else 0)
        self._key.setVisible(bool(self._key.text()) and not some)
