"""The settings page without a window: what there is to choose."""

from __future__ import annotations

from dataclasses import fields

from packs import RULES, TINY
from routewijzer.desktop.presenters import settingspage
from routewijzer.desktop.session import Session
from routewijzer.settings import THEMES, Settings


def test_every_choice_holds_what_was_chosen(tmp_path):
    session = Session(RULES, tmp_path)
    view = settingspage.view(
        session, Settings(text_scale=137, retention_months=60, theme="contrast"), "theme"
    )
    for choice in (view.theme, view.scale, view.pack, view.retention):
        assert choice.current in [value for value, _ in choice.items]
    assert [value for value, _ in view.theme.items] == list(THEMES)
    assert view.scale.items[0] == ("100", "100 %")
    assert ("137", "137 %") in view.scale.items
    assert [view.retention.items[0], view.retention.items[-1]] == [("1", "1 maand"), ("60", "60 maanden")]
    assert view.field == "theme"


def test_packs_are_offered_by_their_own_name(tmp_path):
    view = settingspage.view(Session(TINY, tmp_path), Settings(pack="mini"), "")
    assert [value for value, _ in view.pack.items] == ["dorp", "mini"]
    assert all(label != value for value, label in view.pack.items)


def test_a_pack_that_is_gone_or_unreadable_stays_a_choice(tmp_path, folder):
    folder.write("dorp/pack.yaml", b"\xff\xfe")
    view = settingspage.view(Session(folder.path, tmp_path), Settings(pack="weg"), "")
    assert dict(view.pack.items)["dorp"] == "dorp"
    assert view.pack.items[-1] == ("weg", "weg")


def test_no_setting_is_left_out(tmp_path):
    view = settingspage.view(Session(TINY, tmp_path), Settings(pack="mini"), "")
    shown = {"theme", "text_scale", "single_letters", "municipality", "contact", "pack", "retention_months"}
    assert shown == {field.name for field in fields(Settings)}
    assert view.letters
    assert "persoonsnamen" in view.print_help
