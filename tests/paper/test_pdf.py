"""The file itself: its bytes, its text, its QR, its fonts."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2
import pytest

from paper import tiny
from routewijzer.advice.model import Reason, Tip
from routewijzer.paper import fonts, qr
from routewijzer.paper.content import NOTE_LIMIT
from routewijzer.paper.page import PaperError, PaperSettings
from routewijzer.paper.summary import render

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pack():
    return tiny.pack()


@pytest.fixture(scope="module")
def make(pack):
    def made(advice=None, case=None, **more):
        given = {"date": tiny.DATE, "settings": tiny.SETTINGS, **more}
        return render(case or tiny.case(), advice or tiny.advice(), pack, **given)

    return made


def texts(data):
    document = pypdfium2.PdfDocument(data)
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return [" ".join(text.replace("\ufffe", "-").split()) for text in found]


def test_a_plain_case_is_two_pages_and_each_says_which(make):
    pages = texts(make())
    assert len(pages) == 2
    for number, page in enumerate(pages, start=1):
        assert f"pagina {number} van 2" in page
        assert f"Casuscode {tiny.CODE}" in page
        assert "sha256 0123 4567 89ab cdef" in page


def test_page_1_is_enough_to_act_on_and_page_2_is_to_check_and_sign(make):
    first, second = texts(make())
    for words in ("Bel meteen het bureau", "1 Nu doen", "000-123", "2 Waarom", "3 Wat zou het besluit"):
        assert words in first
    for words in ("4 Wat is gewogen", "6 Nagaan", "Tweede paar ogen", "Afspraken", "Handtekening"):
        assert words in second
    assert "5 Tegenstrijdig" not in second


def test_a_hidden_besluit_is_nowhere_in_the_file(make):
    said = " ".join(texts(make(tiny.hidden())))
    for secret in ("Volg het gezin", "Volgen", "De hulp werkt", "Laat het team", "Klaarmaken"):
        assert secret not in said
    assert "Nog niet te zeggen: eerst veiligheid" in said


def _sha_elsewhere(**environment):
    ran = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("print_tiny.py"))],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT / 'tests'}", **environment},
    )
    return ran.stdout.strip()


def test_the_same_input_gives_the_same_bytes_in_any_process_zone_and_year(make):
    here = hashlib.sha256(make(note="Een toelichting.")).hexdigest()
    assert hashlib.sha256(make(note="Een toelichting.")).hexdigest() == here
    assert _sha_elsewhere(PYTHONHASHSEED="1", TZ="Asia/Tokyo") == here
    assert _sha_elsewhere(PYTHONHASHSEED="2", USER="iemand", LANG="C") == here


def test_source_date_epoch_does_not_move_the_documents_date(make, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    assert b"D:20260102000000Z" in make()
    assert b"D:2009" not in make()


def test_threads_do_not_mix_their_pages(make):
    alone = {note: make(note=note) for note in ("Eerste toelichting", "Tweede", "Derde", "Vierde")}
    with ThreadPoolExecutor(4) as threads:
        together = dict(zip(alone, threads.map(lambda note: make(note=note), alone), strict=True))
    assert together == alone


def test_the_file_knows_its_title_and_language_and_nobody(make):
    data = make()
    document = pypdfium2.PdfDocument(data)
    meta = document.get_metadata_dict()
    assert meta["Title"].startswith("Afweging meldcode")
    assert meta["Author"] == "Gemeente Proefstad"
    assert meta["Creator"] == meta["Producer"] == "Routewijzer Meldcode"
    assert b"/Lang (nl)" in data
    assert str(ROOT).encode() not in data
    assert str(Path.home()).encode() + b"/" not in data


def test_only_the_house_font_is_in_the_file(make):
    data = make()
    assert b"Helvetica" not in data
    names = set(re.findall(rb"/BaseFont /[A-Z]{6}\+([A-Za-z-]+)", data))
    weights = (b"Regular", b"Bold", b"ExtraBold")
    assert names == {b"AtkinsonHyperlegibleNext-" + weight for weight in weights}


def test_the_three_weights_can_draw_the_same(make):
    make()
    from reportlab.pdfbase import pdfmetrics

    known = [set(pdfmetrics.getFont(n).face.charToGlyph) for n in (fonts.REGULAR, fonts.BOLD, fonts.HEAVY)]
    assert known[0] == known[1] == known[2]


def test_a_note_stands_in_the_file_and_wraps(make):
    note = "Dit is de toelichting van vandaag. " * 20
    said = " ".join(texts(make(note=note)))
    assert "Toelichting voor deze afdruk" in said
    assert said.count("de toelichting van vandaag") == 20
    assert len(texts(make(note="Kort."))) == 2


def test_the_longest_note_of_one_word_stays_inside_the_page(make):
    document = pypdfium2.PdfDocument(make(note="a" * NOTE_LIMIT))
    for page in document:
        for item in page.get_objects():
            left, bottom, right, top = item.get_bounds()
            assert left >= 0
            assert bottom >= 0
            assert right <= page.get_width()
            assert top <= page.get_height()


def test_markup_in_a_note_is_only_text(make):
    assert "<b>a & b</i> &lt;" in " ".join(texts(make(note="<b>a & b</i> &lt;")))


@pytest.mark.parametrize(("note", "shown"), [("Lach 😀 even", "😀"), ("a\x00b", r"U\+0000"), ("☐", "☐")])
def test_what_cannot_be_printed_is_refused_by_name(make, note, shown):
    with pytest.raises(PaperError, match=shown):
        make(note=note)


def test_a_setting_that_cannot_be_printed_is_refused_too(make):
    with pytest.raises(PaperError, match="→"):
        make(settings=PaperSettings("Gemeente → A", ""))


def test_the_longest_words_push_nothing_off_and_lose_nothing(make):
    long = (
        "Een heel lange zin over wat er is gebeurd en wat dat betekent voor de mensen om wie het gaat. " * 4
    )
    reasons = tuple(
        Reason("wegen", f"W.{n}", "norm", ("wet", "afspraak"), {}, f"Reden {n}. {long}") for n in range(40)
    )
    pages = texts(make(tiny.advice(besluit_because=reasons)))
    said = " ".join(pages)
    assert len(pages) > 3
    for number in range(40):
        assert said.count(f"Reden {number}.") >= 1
    assert said.count("2 Waarom") >= 2  # the heads are repeated
    assert f"pagina 1 van {len(pages)}" in pages[0]


def _read(rows):
    """Draw modules as a plain picture (PBM) that a reader takes."""
    quiet, scale = qr.QUIET, 4
    width = (len(rows) + 2 * quiet) * scale
    light = [False] * width
    lines = [light] * (quiet * scale)
    for row in rows:
        wide = [False] * quiet + list(row) + [False] * quiet
        lines += [[dark for dark in wide for _ in range(scale)]] * scale
    lines += [light] * (quiet * scale)
    head = f"P1 {width} {width}\n"
    return (head + "\n".join("".join("01"[dark] for dark in line) for line in lines)).encode()


def _scan(path):
    ran = subprocess.run(["zbarimg", "-q", "--raw", str(path)], capture_output=True, text=True, check=False)
    return ran.stdout.strip()


needs_zbar = pytest.mark.skipif(shutil.which("zbarimg") is None, reason="zbarimg is not installed")


@needs_zbar
def test_the_modules_say_the_code(tmp_path):
    path = tmp_path / "code.pbm"
    path.write_bytes(_read(qr.modules(tiny.CODE)))
    assert _scan(path) == tiny.CODE


@needs_zbar
@pytest.mark.parametrize("dpi", [72, 110, 200])
def test_a_scanned_page_says_the_code(make, tmp_path, dpi):
    path = tmp_path / "page.png"
    pypdfium2.PdfDocument(make())[0].render(scale=dpi / 72, grayscale=True).to_pil().save(path)
    assert _scan(path) == tiny.CODE


def test_the_page_shows_exactly_the_modules(make):
    """Without a reader: the picture of the page holds the matrix, module for module."""
    scale = 8
    picture = pypdfium2.PdfDocument(make())[0].render(scale=scale, grayscale=True).to_pil()
    rows = qr.modules(tiny.CODE)
    size = 24 / 25.4 * 72 * scale
    dark = picture.point(lambda value: 255 * (value < 128))
    right = dark.crop((int(440 * scale), int(60 * scale), int(545 * scale), int(200 * scale)))
    for left, top in _corners(right, size):
        step = size / len(rows)
        seen = tuple(
            tuple(
                bool(right.getpixel((int(left + (x + 0.5) * step), int(top + (y + 0.5) * step))))
                for x in range(29)
            )
            for y in range(29)
        )
        if seen == rows:
            return
    pytest.fail("the matrix is not on the page")


def _corners(picture, size):
    """Give places where the upper left finder pattern may start."""
    for top in range(0, int(picture.height - size), 4):
        for left in range(0, int(picture.width - size), 4):
            if picture.getpixel((left + 8, top + 8)) and picture.getpixel((left + int(size) - 8, top + 8)):
                yield left, top


def test_where_room_is_short_the_first_source_stays_with_its_rule(make):
    both = ("wet", "afspraak")
    reasons = tuple(Reason("wegen", f"W.{n}", "norm", both, {}, f"Dit is reden {n}.") for n in range(19))
    roomy = " ".join(texts(make(tiny.advice(besluit_because=reasons[:8]))))
    assert "W.0 De wet; De afspraak*" in roomy
    pages = texts(make(tiny.advice(besluit_because=reasons)))
    assert len(pages) == 2
    for number in range(19):
        assert f"W.{number} De wet" in " ".join(pages)


def test_section_3_moves_whole_to_page_2_before_there_is_a_third(make):
    reasons = tuple(
        Reason("wegen", f"W.{n}", "norm", ("wet",), {}, f"Dit is de reden met nummer {n}.") for n in range(25)
    )
    tips = (Tip("gevaar", "ja", "nee", "vragen"), Tip("hulp", "ja", "nee", "klaar"))
    first, second = texts(make(tiny.advice(besluit_because=reasons, kantelpunten=tips)))
    assert "W.24" in first
    assert "3 Wat zou het besluit" not in first
    for words in ("3 Wat zou het besluit", "4 Wat is gewogen", "6 Nagaan", "Handtekening"):
        assert words in second
