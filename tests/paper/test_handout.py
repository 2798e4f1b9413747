"""An item of the knowledge page on paper: every word and number of it, and nothing that changes by itself."""

from __future__ import annotations

import datetime as dt

import pypdfium2
import pytest

import knowpack
from routewijzer.paper.handout import render
from routewijzer.paper.page import PaperError
from routewijzer.rules.leaflet import leaflet

TODAY = dt.date(2026, 3, 1)
NAMES = ("mes", "alarm", "huisverbod", "loket", "spreekuur", "stappen", "weg", "lezen", "tellen")


@pytest.fixture
def told(folder):
    pack, known = knowpack.told(folder)
    return pack, {name: leaflet(pack, known, name, TODAY) for name in NAMES}


def words_of(data):
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return [" ".join(page.split()) for page in pages]


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_an_item_is_on_the_paper(told, name):
    pack, items = told
    item = items[name]
    (page,) = words_of(render(item, pack, date=TODAY))
    wanted = [item.title, item.lead, item.also, item.number, item.kind_name, item.checked]
    for passage in item.passages:
        wanted += [passage.when, passage.title, passage.text, *passage.points]
    wanted += [title for link in item.links for _, title in link.items]
    for line in (*wanted, *item.sources):
        assert line in page, line
    assert ("Nog te bevestigen" in page) is item.confirm
    assert f"Regelpakket {pack.naam}, versie {pack.version}. Afgedrukt op 1 maart 2026." in page


def test_the_numbers_stand_at_the_bars_and_in_the_table(told):
    pack, items = told
    (page,) = words_of(render(items["tellen"], pack, date=TODAY))
    for number in ("437", "12", "9"):
        assert page.split().count(number) >= 2, number
    assert page.count("2022 (1)") == 2
    assert "1. Vanaf 2022: Het loket telt anders." in page


def test_the_same_item_gives_the_same_bytes(told):
    pack, items = told
    one = render(items["weg"], pack, date=TODAY)
    assert render(items["weg"], pack, date=TODAY) == one
    assert render(items["weg"], pack, date=TODAY + dt.timedelta(days=1)) != one


def test_what_does_not_fit_goes_on_on_the_next_page(folder, told):
    pack, items = told
    from dataclasses import replace

    item = items["lezen"]
    long = replace(item, passages=tuple(replace(item.passages[0], title=f"Deel {at}") for at in range(60)))
    pages = words_of(render(long, pack, date=TODAY))
    assert len(pages) > 1
    assert all(any(f"Deel {at} " in page for page in pages) for at in range(60))
    assert f"van {len(pages)}" in pages[-1]


def test_a_letter_that_no_font_has_is_told(told):
    from dataclasses import replace

    pack, items = told
    with pytest.raises(PaperError, match="漢"):
        render(replace(items["mes"], lead="Iets 漢."), pack, date=TODAY)
