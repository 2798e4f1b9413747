"""The theme: contrast of every pair that may meet, sizes, modes, icons, fonts."""

import re
from string import Template

import pytest
from PySide6.QtGui import QFontInfo

from routewijzer import places
from routewijzer.desktop import icons
from routewijzer.desktop.theme import Theme
from routewijzer.desktop.tokens import STEPS, THEMES, contrast

GROUNDS = ("page", "surface", "sunken", "panel", "tint")
ON = [
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_press"),
    ("on_bar", "bar"),
    ("hero_text", "hero"),
]


@pytest.mark.parametrize("mode", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["ink", "soft", "accent"])
def test_text_is_aaa_on_every_ground(mode, ground, ink):
    tokens = THEMES[mode]
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 7


@pytest.mark.parametrize("mode", THEMES)
@pytest.mark.parametrize(
    ("ink", "ground"), [*ON, *(("danger", g) for g in GROUNDS[:4]), ("surface", "ink"), ("hero", "hero_text")]
)
def test_other_text_pairs_are_aaa(mode, ink, ground):
    tokens = THEMES[mode]
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 7


@pytest.mark.parametrize("mode", THEMES)
@pytest.mark.parametrize(
    ("edge", "ground"), [*(("edge", g) for g in GROUNDS[:4]), ("hero_line", "hero"), ("accent", "surface")]
)
def test_edges_and_drawings_reach_three(mode, edge, ground):
    tokens = THEMES[mode]
    assert contrast(getattr(tokens, edge), getattr(tokens, ground)) >= 3


def test_contrast_formula_on_known_pairs():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_screen_font_is_used_in_every_weight(theme):
    for step in STEPS:
        font = theme.font(step)
        assert QFontInfo(font).family() == "Routewijzer Sans"
        assert font.weight() == STEPS[step].weight


def test_the_print_font_differs_from_the_screen_font():
    folder = places.resources() / "fonts"
    assert (folder / "AtkinsonHyperlegibleNext-Bold.ttf").read_bytes() != (
        folder / "RoutewijzerSans-Bold.ttf"
    ).read_bytes()
    assert "SIL Open Font License" in (folder / "OFL.txt").read_text()


def test_words_grow_with_the_scale_and_room_grows_less(theme):
    theme.set_scale(2.0)
    assert theme.font("body").pixelSize() == 32
    assert theme.space(20) == 27
    assert theme.target(44) < 88


def test_changed_is_sent_once_for_a_change_and_not_for_the_same(theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("donker")
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode("donker")


def test_wrong_mode_and_scale_are_refused(theme):
    with pytest.raises(ValueError, match="accepted: systeem, licht, donker, contrast"):
        theme.set_mode("paars")
    with pytest.raises(ValueError, match=r"accepted: 1.0 to 2.0"):
        theme.set_scale(3)


def test_systeem_gives_one_of_the_themes(qapp):
    assert Theme("systeem").tokens in THEMES.values()


def test_the_style_sheet_has_no_gap_and_no_font_size(theme):
    raw = (places.resources() / "theme.qss").read_text()
    assert Template(raw).get_identifiers()
    assert "font" not in re.sub(r"/\*.*?\*/", "", raw, flags=re.DOTALL)
    assert "$" not in theme.style_sheet()


def test_an_icon_is_tinted_and_kept(theme):
    one = theme.icon("flag", "danger", 24)
    assert theme.icon("flag", "danger", 24).cacheKey() == one.cacheKey()
    colours = {one.toImage().pixelColor(x, y).name().upper() for x in range(24) for y in range(24)}
    assert "#960F19" in colours


def test_an_unknown_icon_is_a_fault():
    with pytest.raises(KeyError, match="resources/icons"):
        icons.pixmap("bestaat-niet", "#000000", 20)


def test_every_icon_takes_the_colour():
    for path in (places.resources() / "icons").glob("*.svg"):
        assert "currentColor" in path.read_text(), path.name
