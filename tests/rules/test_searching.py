"""The search: what is found, in which order, and with which typing errors."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest

from routewijzer.rules.searching import Entry, Index, plain

MADE = (
    Entry("eer", "Eergerelateerd geweld", ("eerwraak",), "Om de eer. De familie wil de eer redden."),
    Entry("cafe", "Café Één", ("huiskamer",), "Praten over zorgen. Een plek met koffie."),
    Entry("huis", "Tijdelijk huisverbod", ("Wth",), "Tien dagen weg. De ander moet het huis uit."),
    Entry("rust", "Rust in huis", (), "Kalm wonen. Zonder huisverbod of ruzie."),
    Entry("vt", "Veilig Thuis", ("VT", "advies- en meldpunt"), "Dag en nacht te bellen."),
    Entry("handel", "Mensenhandel", ("uitbuiting",), "Iemand dwingen om te werken."),
    Entry("femicide", "Femicide", ("partnerdoding",), "Het doden van een vrouw."),
    Entry("blijf", "Blijf Groep", ("vrouwenopvang",), "Opvang en hulp."),
    Entry("mes", "Mes", (), "Iets scherps."),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(MADE, ("wat", "is", "een", "de"))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("huis", ["rust", "huis", "cafe"]),
        ("tijdelijk huis", ["huis"]),
        ("huis tijd", ["huis"]),
        ("CAFE een", ["cafe"]),
        ("één", ["cafe", "femicide"]),
        ("wth", ["huis"]),
        ("eerw koffie", []),
        ("familie eerwraak", ["eer"]),
        ("meldpunt", ["vt"]),
        ("advies-en", ["vt"]),
        ("mes", ["mes"]),
    ],
)
def test_the_begins_of_words_find_in_any_order_case_and_accent(index, query, expected):
    found = index.find(query)
    assert list(found.ids) == expected
    assert not found.near


def test_nothing_asked_is_everything_by_the_alphabet(index):
    ids = [entry.id for entry in sorted(MADE, key=lambda entry: plain(entry.name))]
    assert list(index.find("  ").ids) == ids
    assert list(index.find("?!").ids) == ids


def test_the_order_is_name_begin_other_name_text():
    names = {
        "in text": Entry("text", "Aaa", (), "Over stalking."),
        "a word of another name": Entry("alsoword", "Bbb", ("vormen van stalking",), ""),
        "another name as a whole": Entry("also", "Ccc", ("stalking",), ""),
        "a word of the name": Entry("word", "Ddd en stalking", (), ""),
        "the name begins so": Entry("begins", "Stalking door een ex", (), ""),
        "the name itself": Entry("name", "Stalking", (), ""),
    }
    found = Index(names.values()).find("stalking")
    assert found.ids == ("name", "begins", "also", "word", "alsoword", "text")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("huisverbodt", "huis"),
        ("huisvrbod", "huis"),
        ("hiusverbod", "huis"),
        ("veilg thuis", "vt"),
        ("veilig tuis", "vt"),
        ("femecide", "femicide"),
        ("femeci", "femicide"),
        ("mensnhandel", "handel"),
        ("mensenhandle", "handel"),
        ("bleif groep", "blijf"),
        ("eegerelateerd gewelt", "eer"),
        ("vrouwenopfang", "blijf"),
        ("partnerdooding", "femicide"),
    ],
)
def test_a_typing_error_is_found_as_near(index, query, expected):
    found = index.find(query)
    assert found.ids[0] == expected
    assert found.near


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("mensen handel", "handel"),
        ("veiligthuis", "vt"),
        ("vrouwen opvang", "blijf"),
        ("partner-doding", "femicide"),
        ("verbod", "huis"),
        ("wat is een huisverbod", "huis"),
        ("de femicide", "femicide"),
    ],
)
def test_a_space_too_many_or_too_few_and_small_words_do_not_matter(index, query, expected):
    found = index.find(query)
    assert found.ids[0] == expected
    assert not found.near


def test_small_words_in_front_of_a_name_are_no_part_of_it():
    made = Index([Entry("a", "Aan het loket"), Entry("b", "Het Loket")], ("het",))
    assert made.find("loket").ids == ("b", "a")
    assert made.find("het loket").ids == ("b", "a")


@pytest.mark.parametrize("query", ["zebra", "mez", "wat", "qq", "xyzxyzxyz", "vt zebra"])
def test_what_is_like_nothing_is_not_found(index, query):
    assert index.find(query).ids == ()


def test_the_fewest_errors_come_first():
    made = Index([Entry("two", "Verbinding"), Entry("one", "Verbanding")])
    assert made.find("verbading").ids[0] == "one"


def before(entries: tuple[Entry, ...], query: str) -> set[str]:
    """Return what the search of the first version found: every wanted word begins a word of the entry."""
    wanted = plain(query).split()
    found = set()
    for entry in entries:
        fields = plain(" ".join((entry.name, *entry.also, entry.text)))
        words = "".join(letter if letter.isalnum() else " " for letter in fields).split()
        if all(any(word.startswith(start) for word in words) for start in wanted):
            found.add(entry.id)
    return found


def test_no_query_finds_less_than_begins_of_words_do(index):
    rng = random.Random(6)
    words = [word for entry in MADE for word in (*entry.name.split(), *entry.text.split(), *entry.also)]
    compared = 0
    for _ in range(400):
        picked = rng.sample(words, rng.randint(1, 2))
        query = " ".join(word[: rng.randint(1, len(word))].strip(".,-") for word in picked)
        wanted = before(MADE, query)
        compared += len(wanted)
        assert wanted <= set(index.find(query).ids), query
    assert compared > 400


def test_the_library_for_typing_errors_comes_in_only_when_one_is_made():
    script = (
        "import sys\nfrom routewijzer.rules.searching import Entry, Index\n"
        "index = Index([Entry('a', 'Femicide')])\nindex.find('femi')\n"
        "print('rapidfuzz' in sys.modules)\nindex.find('femecide')\nprint('rapidfuzz' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
