"""The look of the app: colours, type and room for the chosen mode and text scale, and the one QSS template.

Shapes are painted by the widgets; QSS only fills in what Qt paints itself (fields, scroll bars, menus,
tooltips). Font sizes never stand in QSS: there they silently override `setFont`.
"""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from routewijzer import places
from routewijzer.desktop import fonts, icons
from routewijzer.desktop.tokens import CONTRAST, DARK, LIGHT, STEPS, THEMES, Mode, Tokens

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
MODES: dict[str, Mode] = {"system": "systeem", "light": "licht", "dark": "donker", "contrast": "contrast"}
"""The modes by the names that the settings keep."""
STYLE = ("-style", "fusion")
"""Words for the making of the application. `setStyle` would give back a style, and PySide would first make
Python classes of all styles and their enums: a fifth of the time of a bare window."""


class Theme(QObject):
    """Colours and sizes for one mode and text scale; `changed` is sent after either changes.

    One is made at start and handed to every widget as its first argument.
    """

    changed = Signal()

    def __init__(self, mode: Mode = "systeem", scale: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode: Mode = mode
        self._scale = scale
        self._families = list(fonts.load())
        self._fonts: dict[tuple[str, int | None], QFont] = {}
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    @property
    def mode(self) -> Mode:
        """The chosen mode; "systeem" follows the system's colour scheme and contrast wish."""
        return self._mode

    @property
    def scale(self) -> float:
        """Text size as a factor; 1.0 is 100 %."""
        return self._scale

    @property
    def tokens(self) -> Tokens:
        """The colours now in use."""
        if self._mode != "systeem":
            return THEMES[self._mode]
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    @property
    def is_contrast(self) -> bool:
        """Whether the contrast theme is on: then every ground gets an edge."""
        return self.tokens is CONTRAST

    def set_mode(self, mode: Mode) -> None:
        """Choose a mode; ValueError where it is none of systeem, licht, donker, contrast."""
        if mode != "systeem" and mode not in THEMES:
            raise ValueError(f"mode {mode!r}; accepted: systeem, {', '.join(THEMES)}")
        if mode != self._mode:
            self._mode = mode
            self._refresh()

    def set_scale(self, scale: float) -> None:
        """Choose a text scale from 1.0 to 2.0; ValueError outside."""
        if not SCALES[0] <= scale <= SCALES[-1]:
            raise ValueError(f"text scale {scale}; accepted: {SCALES[0]} to {SCALES[-1]}")
        if scale != self._scale:
            self._scale = scale
            self._refresh()

    def hex(self, tone: str) -> str:
        """Return the colour of a tone name as "#RRGGBB"; AttributeError for an unknown one."""
        return str(getattr(self.tokens, tone))

    def color(self, tone: str) -> QColor:
        """Return the colour of a tone name."""
        return QColor(self.hex(tone))

    def px(self, size: float) -> int:
        """Return a type size: px at 100 % times the scale."""
        return round(size * self._scale)

    def space(self, size: float) -> int:
        """Return room around words: it grows less than the words do."""
        return round(size * (1 + 0.35 * (self._scale - 1)))

    def target(self, size: float) -> int:
        """Return the height of something to press: words and room together."""
        return round(size * (1 + 0.73 * (self._scale - 1)))

    def line(self, step: str) -> int:
        """Return the line height of a step in px."""
        return round(self.px(STEPS[step].px) * STEPS[step].line)

    def font(self, step: str, weight: int | None = None) -> QFont:
        """Return the font of a step ("body", "question"...; KeyError for an unknown one)."""
        made = self._fonts.get((step, weight))
        if made is None:
            made = QFont(self._families)
            made.setPixelSize(self.px(STEPS[step].px))
            made.setWeight(QFont.Weight(weight or STEPS[step].weight))
            made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[step, weight] = made
        return QFont(made)

    def icon(self, name: str, tone: str, size: float, ratio: float = 1.0) -> QPixmap:
        """Return an icon in a tone's colour; `size` is px at 100 %."""
        return icons.pixmap(name, self.hex(tone), self.px(size), ratio)

    def apply(self, app: QApplication) -> None:
        """Put palette and style sheet on the application, now and after every change."""
        self._dress()
        self.changed.connect(self._dress)

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(self.palette())
            app.setFont(self.font("body"))
            app.setStyleSheet(self.style_sheet())

    def palette(self) -> QPalette:
        """Return the palette for what Qt paints without QSS."""
        made = QPalette()
        roles = {
            QPalette.ColorRole.Window: "page", QPalette.ColorRole.WindowText: "ink",
            QPalette.ColorRole.Base: "surface", QPalette.ColorRole.AlternateBase: "sunken",
            QPalette.ColorRole.Text: "ink", QPalette.ColorRole.Button: "surface",
            QPalette.ColorRole.ButtonText: "ink", QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.Highlight: "accent", QPalette.ColorRole.HighlightedText: "on_accent",
            QPalette.ColorRole.ToolTipBase: "ink", QPalette.ColorRole.ToolTipText: "surface",
            QPalette.ColorRole.PlaceholderText: "soft",
        }  # fmt: skip
        for role, tone in roles.items():
            made.setColor(role, self.color(tone))
        return made

    def style_sheet(self) -> str:
        """Return the QSS template with this theme's colours and sizes filled in."""
        tokens = {name: self.hex(name) for name in Tokens.__annotations__}
        sizes = {f"s{size}": f"{self.space(size)}px" for size in (4, 8, 12, 16, 24)}
        sizes |= {"field": f"{self.target(48) - 4}px", "bar": f"{self.space(12)}px"}
        template = (places.resources() / "theme.qss").read_text(encoding="utf-8")
        return Template(template).substitute(tokens | sizes)

    def _system_changed(self) -> None:
        if self._mode == "systeem":
            self._refresh()

    def _refresh(self) -> None:
        icons.clear()
        self._fonts.clear()
        self.changed.emit()
