"""Colours by what they are for, type by step, and the contrast of two colours. Free of Qt.

Every text pair reaches 7:1 (WCAG AAA), every edge 3:1; tests/desktop/test_widgets_theme.py holds that.
"""

from __future__ import annotations

from typing import Literal

from routewijzer.desktop.frozen import Frozen

Mode = Literal["systeem", "licht", "donker", "contrast"]


class Tokens(Frozen):
    """One theme's colours as "#RRGGBB". Red (danger, bar) means danger and nothing else."""

    page: str
    surface: str
    sunken: str
    panel: str
    tint: str
    ink: str
    soft: str
    line: str
    edge: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_press: str
    danger: str
    bar: str
    on_bar: str
    hero: str
    hero_text: str
    hero_line: str


LIGHT = Tokens(
    page="#F6F3EC", surface="#FFFFFF", sunken="#EFEBE1", panel="#E7EFEE", tint="#DCEAEA",
    ink="#14211F", soft="#3B4946", line="#DAD4C7", edge="#66736F",
    accent="#0B5360", on_accent="#FFFFFF", accent_hover="#08414B", accent_press="#052E36",
    danger="#960F19", bar="#960F19", on_bar="#FFFFFF",
    hero="#0B4A55", hero_text="#FFFFFF", hero_line="#8FC3C6",
)  # fmt: skip
DARK = Tokens(
    page="#0F1618", surface="#182124", sunken="#0B1012", panel="#13262A", tint="#17343A",
    ink="#EDF2F0", soft="#B9C5C2", line="#2C383B", edge="#83918E",
    accent="#86D0D4", on_accent="#06191C", accent_hover="#A3DEE1", accent_press="#C2EBED",
    danger="#FFA8A0", bar="#8C111B", on_bar="#FFFFFF",
    hero="#133C44", hero_text="#FFFFFF", hero_line="#5FA6AC",
)  # fmt: skip
CONTRAST = Tokens(
    page="#000000", surface="#000000", sunken="#000000", panel="#000000", tint="#2B2500",
    ink="#FFFFFF", soft="#FFFFFF", line="#FFFFFF", edge="#FFFFFF",
    accent="#FFD60A", on_accent="#000000", accent_hover="#FFE45C", accent_press="#FFF0A8",
    danger="#FFB3AD", bar="#8C111B", on_bar="#FFFFFF",
    hero="#000000", hero_text="#FFFFFF", hero_line="#FFD60A",
)  # fmt: skip
THEMES = {"licht": LIGHT, "donker": DARK, "contrast": CONTRAST}


class Step(Frozen):
    """One step of the type scale: size in px at 100 %, weight, and line height in em."""

    px: int
    weight: int
    line: float


STEPS = {
    "key": Step(13, 600, 1.2),
    "small": Step(14, 400, 1.3),
    "label": Step(15, 600, 1.3),
    "note": Step(15, 400, 1.3),
    "body": Step(16, 400, 1.35),
    "strong": Step(16, 600, 1.3),
    "story": Step(17, 400, 1.4),
    "answer": Step(18, 600, 1.3),
    "title": Step(18, 700, 1.25),
    "heading": Step(20, 700, 1.2),
    "question": Step(22, 600, 1.2),
    "question_now": Step(22, 700, 1.2),
    "state": Step(26, 700, 1.22),
    "page": Step(30, 700, 1.15),
    "verdict": Step(36, 700, 1.12),
    "number": Step(22, 700, 1.15),
    "number_bar": Step(24, 700, 1.15),
    "number_panel": Step(34, 700, 1.15),
    "number_hero": Step(38, 700, 1.15),
    "number_route": Step(38, 700, 1.15),
    "number_spoed": Step(64, 700, 1.1),
}


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two "#RRGGBB" colours, 1 to 21 (WCAG 2.2 formula)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
