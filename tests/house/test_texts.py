"""The app's own words: whole, and refused where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from routewijzer import places, text

FOLDER = places.resources() / "text" / "nl"


def test_every_table_of_every_file_reads_as_its_type() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(text.FILES)
    tables = {name for file in text.FILES for name in text.read(FOLDER / f"{file}.toml")}
    assert tables == set(text.Texts.__annotations__)


def test_a_file_is_read_on_first_use_and_once() -> None:
    words = text.Texts({})
    assert not words.__dict__
    first = words.start
    assert set(words.__dict__) == set(text.FILES["window"])
    assert words.start is first


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            'morning = "',
            'mornin = "',
            r": start misses \['morning'\] and has too many \['mornin'\]",
        ),
        ('morning = "Goedemorgen"', 'morning = " "', r"start.morning is ' '; accepted: str"),
        ('morning = "Goedemorgen"', "morning = 3", r"start.morning is 3; accepted: str"),
        ("[hidden]", "[hide]", r"window.toml misses \['hidden'\] and has too many \['hide'\]"),
    ],
)
def test_a_text_that_is_missing_empty_or_misspelt_is_refused(
    tmp_path: Path, before: str, after: str, told: str
) -> None:
    whole = (FOLDER / "window.toml").read_text(encoding="utf-8")
    assert before in whole
    (tmp_path / "window.toml").write_text(whole.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(text.TextFault, match=told):
        text.read(tmp_path / "window.toml")


def test_a_table_that_is_none_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="begroeting"):
        _ = text.load().begroeting  # type: ignore[attr-defined]
