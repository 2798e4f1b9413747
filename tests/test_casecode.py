"""The case code: every case there and back, and no slip of the pen goes unseen."""

from __future__ import annotations

import random
import string
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings

import oracle
from packs import RULES, SHIPPED, TINY, Folder
from routewijzer.advice.shelf import find
from routewijzer.case import Case
from routewijzer.casecode import ALPHABET, Codec, CodeError, UnknownVersionError, clashes
from routewijzer.rules.load import load_pack

ALL = (*SHIPPED, "mini", "dorp")


@pytest.fixture(scope="module")
def codecs(engines) -> dict[str, Codec]:
    return {name: engine.codec for name, engine in engines.items()}


def some_codes(codecs, readers, pack: str, number: int) -> list[str]:
    rng = random.Random(pack)
    read = readers[pack].read
    return [codecs[pack].encode(read({"answers": oracle.random_case(rng)})) for _ in range(number)]


@pytest.mark.hypothesis
@pytest.mark.parametrize("pack", SHIPPED)
def test_every_case_comes_back_as_it_was(codecs, readers, pack: str) -> None:
    codec = codecs[pack]
    lengths = set()

    @settings(max_examples=200, deadline=None)
    @given(oracle.cases())
    def check(answers) -> None:
        case = readers[pack].read({"answers": answers})
        code = codec.encode(case)
        back = codec.decode(code)
        assert back == case
        assert list(back.answers) == list(case.answers)
        assert len(code) <= 32
        lengths.add(len(code))
        assert set(code) <= set(ALPHABET) | {"-"}

    check()
    assert len(lengths) == 1
    assert len(ALPHABET) == len(set(ALPHABET)) == 32
    assert set(ALPHABET).isdisjoint("ILOU")


@pytest.mark.parametrize("pack", ALL)
def test_unanswered_unknown_and_none_stay_apart(codecs, pack: str) -> None:
    codec = codecs[pack]
    for fact in codec.pack.facts:
        answers = ["onbekend", (), fact.values] if fact.kind == "meerkeuze" else list(fact.domain)
        cases = [Case.empty(pack)] + [Case(pack, {fact.id: answer}) for answer in answers]
        codes = [codec.encode(case) for case in cases]
        assert len(set(codes)) == len(codes)
        assert [codec.decode(code) for code in codes] == cases


@pytest.mark.parametrize("pack", ALL)
def test_the_fullest_and_the_emptiest_case_fit(codecs, pack: str) -> None:
    codec = codecs[pack]
    last = {f.id: f.values if f.kind == "meerkeuze" else f.domain[-1] for f in codec.pack.facts}
    for case in (Case.empty(pack), Case(pack, last)):
        code = codec.encode(case)
        assert len(code.replace("-", "")) == codec.length
        assert codec.decode(code) == case


@pytest.mark.parametrize("pack", SHIPPED)
def test_every_single_wrong_character_is_refused(codecs, readers, pack: str) -> None:
    for code in some_codes(codecs, readers, pack, 6):
        for at, there in enumerate(code):
            if there == "-":
                continue
            for letter in string.ascii_letters + string.digits:
                if letter.upper() != there:
                    with pytest.raises(CodeError) as caught:
                        codecs[pack].decode(code[:at] + letter + code[at + 1 :])
                    assert type(caught.value) is CodeError  # a slip, not "another version"


@pytest.mark.parametrize("pack", SHIPPED)
def test_every_swap_of_two_is_refused(codecs, readers, pack: str) -> None:
    for code in some_codes(codecs, readers, pack, 8):
        places = [at for at, letter in enumerate(code) if letter != "-"]
        for one, two in combinations(places, 2):
            if code[one] != code[two]:
                swapped = list(code)
                swapped[one], swapped[two] = swapped[two], swapped[one]
                with pytest.raises(CodeError) as caught:
                    codecs[pack].decode("".join(swapped))
                assert type(caught.value) is CodeError


@pytest.mark.parametrize("pack", SHIPPED)
def test_how_it_is_typed_does_not_matter(codecs, readers, pack: str) -> None:
    for code in some_codes(codecs, readers, pack, 5):
        case = codecs[pack].decode(code)
        for typed in (
            code.lower(),
            code.title(),
            code.replace("-", ""),
            code.replace("-", " "),
            code.replace("-", " - "),
            code.replace("-", "-\n"),
            f"\t {code} \r\n",
            " ".join(code),
            code.replace("-", "--"),
        ):
            assert codecs[pack].decode(typed) == case


@pytest.mark.parametrize("pack", SHIPPED)
def test_rubbish_is_refused(codecs, readers, pack: str) -> None:
    codec = codecs[pack]
    code = some_codes(codecs, readers, pack, 1)[0]
    with_s = next(c for c in some_codes(codecs, readers, pack, 50) if "S" in c)
    for typed in (
        "",
        "   ",
        "---",
        code[:-1],
        code[1:],
        code[:-8],
        code + "0",
        "0" + code,
        code + code,
        "0000000-" + code,
        code[:5] + "é" + code[6:],
        code[:5] + "\0" + code[6:],
        code[:5] + "😀" + code[6:],
        code.replace("-", "–"),
        with_s.replace("S", "ſ"),  # its capital is an S
        "I" * 28,
        "0" * 28,
        "Z" * 28,
        "x" * 10_000,
        "1" * 100_002,
        "١" * 28,
        "-1",
        "１" * 28,
    ):
        with pytest.raises(CodeError) as caught:
            codec.decode(typed)
        assert str(caught.value).count("\n") == 0
        assert str(caught.value)


def test_a_code_of_another_pack_or_version_says_so(codecs, readers, folder: Folder) -> None:
    for mine, other in (("alkmaar", "landelijk"), ("landelijk", "alkmaar"), ("mini", "dorp")):
        code = codecs[mine].encode(Case.empty(mine))
        with pytest.raises(UnknownVersionError):
            codecs[other].decode(code)
    newer = Codec(load_pack(folder.edit("mini/pack.yaml", '"1.0"', '"1.1"').path, "mini"))
    with pytest.raises(UnknownVersionError):
        newer.decode(codecs["mini"].encode(Case("mini", {"gevaar": "ja"})))
    assert clashes(newer.pack, [codecs["mini"].pack, codecs["dorp"].pack]) == []
    assert len(clashes(codecs["mini"].pack, [codecs["mini"].pack])) == 1


def test_a_code_finds_its_pack(codecs, folder: Folder) -> None:
    for pack in SHIPPED:
        case = Case(pack, {"direct_gevaar": "ja"})
        found, back = find(RULES, codecs[pack].encode(case))
        assert (found.id, back) == (pack, case)
    code = codecs["dorp"].encode(Case("dorp", {"vormen": ("slaan",)}))
    found, back = find(TINY, code)
    assert (found.id, found.version, dict(back.answers)) == ("dorp", "1.1", {"vormen": ("slaan",)})
    with pytest.raises(UnknownVersionError):
        find(TINY, code, only="mini")
    with pytest.raises(UnknownVersionError):
        find(RULES, code)
    folder.write("dorp/pack.yaml", "x")
    with pytest.raises(UnknownVersionError, match="dorp"):
        find(folder.path, code)


def test_a_code_finds_an_older_version(codecs, folder: Folder) -> None:
    """The old questions are kept below versions/, and a code made with them opens under them."""
    old = codecs["mini"].encode(Case("mini", {"vormen": ("slaan",), "hulp": "onbekend"}))
    versions = folder.path / "mini" / "versions" / "1.0"
    versions.mkdir(parents=True)
    for part in list((folder.path / "mini").iterdir()):
        if part.name != "versions":
            _copy(part, versions / part.name)
    folder.edit("mini/pack.yaml", '"1.0"', '"2.0"')
    folder.edit("mini/facts.yaml", "values: [slaan, dreigen]", "values: [dreigen, slaan]")
    new = Codec(load_pack(folder.path, "mini"))
    assert new.pack.version == "2.0"
    found, case = find(folder.path, old)
    assert (found.version, dict(case.answers)) == ("1.0", {"vormen": ("slaan",), "hulp": "onbekend"})
    assert find(folder.path, new.encode(Case.empty("mini")))[0].version == "2.0"
    assert load_pack(folder.path, "mini", "1.0").digest == codecs["mini"].pack.digest


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        target.mkdir()
        for part in source.iterdir():
            _copy(part, target / part.name)
    else:
        target.write_bytes(source.read_bytes())
