"""A group of flags as one list: the critical ones apart, asked singly; the rest can be filled at once."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.page import IntakePage, clear
from routewijzer.desktop.presenters.intake import flag_options, flags
from routewijzer.desktop.presenters.pageviews import FlagsView
from routewijzer.desktop.presenters.why import group_can_change
from routewijzer.desktop.readmore import offer
from routewijzer.desktop.session import Session
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets.buttons import SecondaryButton
from routewijzer.desktop.widgets.containers import ScrollColumn
from routewijzer.desktop.widgets.flags import FlagList, FlagSection
from routewijzer.desktop.widgets.fold import FoldOut
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.views import FoldView


def present(session: Session) -> FlagsView | None:
    """Return the view; None where no intake is open."""
    return flags(session.intake) if session.intake is not None else None


class Screen(IntakePage):
    """The list of flags."""

    def __init__(self, theme: Theme, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(theme, bridge, parent)
        self._scroll = ScrollColumn(theme, margin=32, spacing=8)
        self.column.addWidget(self._scroll)
        self.flags: FlagList | None = None
        self._fold: FoldOut | None = None
        self._waiting: tuple[tuple[str, FoldView], ...] = ()
        """Explanations of the flags that are not built yet: they are many, and few ask for them."""
        self._reach: WrapLabel | None = None
        self._shape: tuple[object, ...] = ()

    def show_view(self, view: FlagsView) -> bool:
        """Show the list; rows that stay keep their focus."""
        shape = (view.title, tuple(row.id for row in (*view.critical, *view.rest)))
        rebuilt = shape != self._shape
        if rebuilt:
            self._shape = shape
            self._build(view)
        if self.flags is not None:
            self.flags.set_values({row.id: row.value for row in (*view.critical, *view.rest) if row.value})
        self._tell()
        return rebuilt

    def _tell(self) -> None:
        """Say what these answers can still change; worked out only while the fold is open."""
        intake = self.bridge.session.intake
        if self._fold is None or not self._fold.is_open() or intake is None:
            return
        before: QWidget = self._fold.button
        for name, view in self._waiting:
            each = FoldOut(self.theme, view)
            offer(each, self.bridge, intake.fact(name))
            self._fold.inner.addWidget(each)
            QWidget.setTabOrder(before, each.button)
            before = each.button
        if self._waiting:
            self._reach = WrapLabel(self.theme, "")
            self._fold.inner.addWidget(self._reach)
        self._waiting = ()
        if self._reach is not None:
            self._reach.set_markup(group_can_change(intake, intake.stop.facts))

    def _build(self, view: FlagsView) -> None:
        body, theme = self._scroll.body, self.theme
        clear(body)
        body.addLayout(self._head(view))
        sections = (
            FlagSection(view.critical, view.critical_title, stands_out=True),
            FlagSection(view.rest),
        )
        self.flags = FlagList(
            theme,
            view.title,
            tuple(section for section in sections if section.rows),
            flag_options(),
            rest_key=view.fill_none_key,
        )
        self.flags.set_letters(self.bridge.letters)
        self.flags.answered.connect(self.bridge.answer)
        self.flags.cleared.connect(self.bridge.clear)
        self.flags.rest.connect(lambda: self.bridge.fill_rest("nee"))
        body.addWidget(self.flags)
        self._waiting, self._reach = view.folds, None
        self._fold = FoldOut(theme, FoldView(view.fold_title, view.told))
        self._fold.unfolded.connect(self._tell)
        body.addWidget(self._fold)
        body.addStretch(1)

    def _head(self, view: FlagsView) -> QVBoxLayout:
        theme = self.theme
        head = QVBoxLayout()
        head.setSpacing(theme.space(2))
        title = WrapLabel(theme, view.title, "page")
        none = SecondaryButton(theme, view.fill_none, key=view.fill_none_key if self.bridge.letters else "")
        none.clicked.connect(lambda: self.bridge.fill_rest("nee"))
        unknown = SecondaryButton(theme, view.fill_unknown)
        unknown.clicked.connect(lambda: self.bridge.fill_rest("onbekend"))
        wide = self.width() >= theme.px(580)
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.addWidget(title, 1)
        fills = QHBoxLayout()
        fills.setSpacing(theme.space(8))
        fills.addWidget(none)
        fills.addWidget(unknown)
        if wide:
            line.addLayout(fills)
        head.addLayout(line)
        head.addWidget(WrapLabel(theme, view.help, "note", "soft"))
        if not wide:
            fills.addStretch(1)
            head.addLayout(fills)
        return head

    def focus_first(self) -> None:
        """Put the focus on the first open flag."""
        if self.flags is not None:
            self.flags.focus_open()

    def help(self) -> None:
        """Unfold what counts for each flag."""
        if self._fold is not None:
            self._fold.button.click()
