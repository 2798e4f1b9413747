"""Reading a case: what is right comes in, all that is wrong is told at once, in one sentence each."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import oracle
from packs import SHIPPED
from routewijzer.case import Case, CaseError, CaseReader, parse, shown

WRONG: list[tuple[Any, list[str]]] = [
    ([], ["hier staat []; toegestaan is een blok met pack en answers"]),
    ("x", ['hier staat "x"; toegestaan is een blok']),
    (None, ["hier staat null; toegestaan is een blok"]),
    ({}, ["'answers' ontbreekt"]),
    ({"answers": None}, ["answers: hier staat null"]),
    ({"answers": []}, ["answers: hier staat []"]),
    ({"answers": {}, "naam": "x"}, ['"naam" is geen bekende sleutel; toegestaan: pack, answers']),
    ({"answers": {}, "pack": "dorp"}, ["pack: hier staat \"dorp\"; toegestaan is 'mini'"]),
    ({"answers": {}, "pack": None}, ["pack: hier staat null"]),
    ({"answers": {}, "pack": ["mini"]}, ['pack: hier staat ["mini"]']),
    ({"answers": {"gevar": "ja"}}, ['answers: "gevar" is geen bekende vraag']),
    ({"answers": {"gevaar": "Ja"}}, ['gevaar: hier staat "Ja"; toegestaan: ja, nee, onbekend']),
    ({"answers": {"gevaar": True}}, ["gevaar: hier staat true; toegestaan: ja, nee, onbekend"]),
    ({"answers": {"gevaar": 1}}, ["gevaar: hier staat 1"]),
    ({"answers": {"gevaar": None}}, ["gevaar: hier staat null"]),
    ({"answers": {"gevaar": ["ja"]}}, ['gevaar: hier staat ["ja"]']),
    ({"answers": {"gevaar": {"a": {}}}}, ['gevaar: hier staat {"a": {}}']),
    ({"answers": {"gevaar": float("nan")}}, ["gevaar: hier staat NaN"]),
    ({"answers": {"gesprek": "eng"}}, ['gesprek: hier staat "eng"; toegestaan: gevoerd, te_eng, onbekend']),
    (
        {"answers": {"vormen": "slaan"}},
        ['vormen: hier staat "slaan"; toegestaan is een lijst uit: slaan, dreigen'],
    ),
    ({"answers": {"vormen": {"slaan": 1}}}, ['vormen: hier staat {"slaan": 1}']),
    (
        {"answers": {"vormen": ["slaan", "bijten", 3]}},
        ['vormen: in de lijst staat "bijten", 3; toegestaan: slaan'],
    ),
    ({"answers": {"vormen": [*range(10)]}}, ["vormen: in de lijst staat 0, 1, 2, 3, 4, ...; toegestaan"]),
    ({"answers": {"vormen": ["onbekend"]}}, ['vormen: in de lijst staat "onbekend"']),
    ({"answers": {"vormen": [["slaan"]]}}, ['vormen: in de lijst staat ["slaan"]']),
    ({"answers": {"vormen": ["slaan", "slaan"]}}, ["vormen: slaan staat er meer dan één keer"]),
    (
        {"answers": {"gevaar": 1, "x": 2, "vormen": ["a"]}, "y": 3, "pack": "dorp"},
        ['"y" is geen', "pack: hier", "gevaar: hier", 'answers: "x" is', "vormen: in de"],
    ),
]


@pytest.fixture(scope="module")
def reader(readers) -> CaseReader:
    return readers["mini"]


@pytest.mark.parametrize(("data", "wanted"), WRONG)
def test_every_fault_is_told(reader: CaseReader, data: Any, wanted: list[str]) -> None:
    with pytest.raises(CaseError) as caught:
        reader.read(data)
    faults = caught.value.faults
    assert len(faults) == len(wanted)
    for fault, start in zip(faults, wanted, strict=True):
        assert fault.startswith(start), fault
        assert "\n" not in fault


def test_repeated_keys_are_told_with_all_other_faults(reader: CaseReader) -> None:
    data = parse(
        b'{"pack": "mini", "answers": {"gevaar": "ja", "gevaar": "nee", "x": 1}, "pack": "mini", "y": 2}'
    )
    with pytest.raises(CaseError) as caught:
        reader.read(data)
    assert [fault[:30] for fault in caught.value.faults] == [
        'de sleutel "pack" staat er twee keer; toegestaan is elke sleutel één keer'[:30],
        '"y" is geen bekende sleutel; toegestaan: pack, answers'[:30],
        'de sleutel "gevaar" staat er twee keer'[:30],
        'answers: "x" is geen bekende vraag van dit'[:30],
    ]


def test_a_case_is_read_in_the_order_of_the_pack(reader: CaseReader) -> None:
    case = reader.read(
        parse(b'{"answers": {"hulp": "nee", "vormen": ["dreigen", "slaan"], "gevaar": "onbekend"}}')
    )
    assert list(case.answers.items()) == [
        ("gevaar", "onbekend"), ("vormen", ("slaan", "dreigen")), ("hulp", "nee"),
    ]  # fmt: skip
    assert case.to_json() == {
        "pack": "mini",
        "answers": {"gevaar": "onbekend", "vormen": ["slaan", "dreigen"], "hulp": "nee"},
    }
    assert reader.read({"answers": {"vormen": "onbekend"}}).answers["vormen"] == "onbekend"
    assert reader.read({"answers": {"vormen": []}}).answers["vormen"] == ()


def test_a_case_never_changes_in_place() -> None:
    first = Case.empty("mini")
    second = first.answer("gevaar", "ja")
    third = second.answer("gevaar", "nee").answer("hulp", "ja")
    assert dict(first.answers) == {}
    assert dict(second.answers) == {"gevaar": "ja"}
    assert dict(third.without("gevaar").answers) == {"hulp": "ja"}
    assert dict(third.without("niets").answers) == dict(third.answers)
    with pytest.raises(TypeError):
        second.answers["gevaar"] = "nee"
    with pytest.raises(AttributeError):
        second.pack = "dorp"


@pytest.mark.parametrize(
    ("raw", "where"),
    [
        (b"", "regel 1, teken 1"),
        (b"\n\n", "regel 3, teken 1"),
        (b'{"answers": {}', "regel 1, teken 15"),
        (b'{"answers":\n {"a" 1}}', "regel 2, teken 7"),
        (b'{"answers": {}} {}', "regel 1, teken 17"),
        (b"\xef\xbb\xbf{}", "regel 1, teken 1"),
        (b'{"a":\n "\xe9"}', "regel 2: hier staat byte 0xe9"),
        ('{"answers": {}}'.encode("utf-16"), "regel 1: hier staat byte 0xff"),
        ('{"answers": {}}'.encode("utf-16-le"), "regel 1, teken 2"),
        (b'{"a": "\x00"}', "regel 1, teken 8"),
        (b"[" * 1_000_000, "regel 1, teken 1"),
        (b'{"a":' * 200_000, "regel 1, teken 1"),
        (b"1" * 100_000, "regel 1, teken 1"),
        (b"{'a': 1}", "regel 1, teken 2"),
        (b'{"a": 1,}', "regel 1, teken"),
    ],
)
def test_what_is_no_json_says_where(raw: bytes, where: str) -> None:
    with pytest.raises(CaseError) as caught:
        parse(raw)
    assert len(caught.value.faults) == 1
    assert caught.value.faults[0].startswith(where)


@pytest.mark.hypothesis
@pytest.mark.parametrize("pack", SHIPPED)
def test_written_and_read_again_it_is_the_same(readers, pack: str) -> None:
    @settings(max_examples=80, deadline=None)
    @given(oracle.cases())
    def check(answers: dict[str, Any]) -> None:
        case = readers[pack].read({"answers": answers})
        assert readers[pack].read(parse(json.dumps(case.to_json()).encode())) == case

    check()


KEYS = st.text() | st.sampled_from(["pack", "answers", "gevaar", "vormen"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
)


def faults(reader: CaseReader, raw: bytes) -> list[str]:
    """Return what is wrong with a case; none where it is read."""
    try:
        reader.read(parse(raw))
    except CaseError as error:
        return error.faults or ["no sentence"]
    return []


@settings(max_examples=150, deadline=None)
@given(data=JSON)
def test_any_json_is_a_case_or_a_case_error(readers, data: Any) -> None:
    answers = {"gevaar": data, "vormen": data}
    for made in (data, {"answers": data}, {"answers": answers}, {"pack": data, "answers": {}}):
        found = faults(readers["mini"], json.dumps(made).encode())
        assert "no sentence" not in found
        assert all(len(fault) < 400 for fault in found)
        assert found or isinstance(made, dict)


@settings(max_examples=150, deadline=None)
@given(raw=st.binary())
def test_any_bytes_are_json_or_a_case_error(readers, raw: bytes) -> None:
    assert len(faults(readers["mini"], raw)) == 1


def test_what_is_shown_is_short_and_plain() -> None:
    assert shown("é" * 100) == json.dumps("é" * 100)[:47] + "..."
    assert shown({1, 2}) == "set"
    assert len(shown(["x"] * 1000)) == 50
