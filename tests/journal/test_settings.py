import json
import os
import stat
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routewijzer import settings
from routewijzer.settings import Settings, SettingsFault

LINE = st.text(st.characters(categories=("L", "N", "P")), max_size=120)


def test_no_file_means_the_defaults(tmp_path):
    assert settings.load(tmp_path / "nowhere") == Settings()
    assert Settings().retention_months == 24


@given(
    st.builds(
        Settings,
        pack=st.from_regex(r"[a-z][a-z0-9_]{0,39}", fullmatch=True).filter(str.isascii),
        theme=st.sampled_from(settings.THEMES),
        text_scale=st.integers(100, 200),
        municipality=LINE,
        contact=LINE,
        retention_months=st.integers(1, 60),
        single_letters=st.booleans(),
    )
)
def test_what_is_saved_is_loaded(tmp_path_factory, chosen):
    folder = tmp_path_factory.mktemp("settings") / "data"
    settings.save(folder, chosen)
    assert settings.load(folder) == chosen


def test_a_file_with_some_settings_keeps_the_defaults_for_the_rest(tmp_path):
    (tmp_path / "settings.json").write_text('{"theme": "dark"}')
    assert settings.load(tmp_path) == replace(Settings(), theme="dark")


WRONG = [
    ("pack", "../x"),
    ("pack", 3),
    ("theme", "blauw"),
    ("theme", None),
    ("text_scale", 99),
    ("text_scale", 201),
    ("text_scale", 150.0),
    ("text_scale", True),
    ("municipality", "a\nb"),
    ("municipality", "x" * 121),
    ("contact", 3),
    ("contact", "a\x1b[0m"),
    ("retention_months", 0),
    ("retention_months", 61),
    ("retention_months", True),
    ("single_letters", 1),
    ("single_letters", "ja"),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_value_is_told_with_what_is_accepted(tmp_path, name, value):
    (tmp_path / "settings.json").write_text(json.dumps({name: value}))
    with pytest.raises(SettingsFault, match=rf"settings\.json: {name} is .*; toegestaan: ") as caught:
        settings.load(tmp_path)
    assert "\n" not in str(caught.value)
    with pytest.raises(SettingsFault):
        settings.save(tmp_path, replace(Settings(), **{name: value}))
    assert json.loads((tmp_path / "settings.json").read_text()) == {name: value}


def test_all_faults_are_told_at_once(tmp_path):
    (tmp_path / "settings.json").write_text('{"theme": 1, "kleur": 2, "text_scale": 3}')
    with pytest.raises(SettingsFault) as caught:
        settings.load(tmp_path)
    assert len(str(caught.value).splitlines()) == 3
    assert "'kleur' is geen instelling; toegestaan: pack, theme," in str(caught.value)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"{\n\n x", "regel 3"),
        (b"[]", "geen instellingen"),
        (b"\xff", "geen instellingen"),
        (b"", "regel 1"),
        (b'{"theme": "dark", "theme": "dark"}', "elke naam"),
        (b"[" * 60000, "geen instellingen"),
        (b'{"theme": ' + b"[" * 60000, "geen instellingen"),
    ],
)
def test_a_file_that_holds_no_settings_is_told(tmp_path, body, words):
    (tmp_path / "settings.json").write_bytes(body)
    with pytest.raises(SettingsFault, match=words):
        settings.load(tmp_path)
    assert (tmp_path / "settings.json").read_bytes() == body


def test_a_folder_in_its_place_is_told(tmp_path):
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(SettingsFault, match="niet te lezen"):
        settings.load(tmp_path)
    with pytest.raises(SettingsFault, match="niet worden bewaard"):
        settings.save(tmp_path, Settings())
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_only_the_owner_reads_them(tmp_path):
    settings.save(tmp_path / "data", Settings())
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "data" / "settings.json").stat().st_mode) == 0o600
    assert json.loads((tmp_path / "data" / "settings.json").read_text()) == asdict(Settings())
