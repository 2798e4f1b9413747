"""Versions of a pack beside each other: each is found, keeps its parents as they were, and is told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from packs import TINY, Folder
from routewijzer.casecode import Codec, clashes
from routewijzer.rules import folders
from routewijzer.rules.load import PackError, load_cases, load_glossary, load_pack
from routewijzer.rules.model import RulePack
from routewijzer.rules.versions import all_packs

E2 = ("mini/decisions/10-weging.yaml", "aantal: {at_least: 2}", "aantal: {at_least: 1}")


@pytest.fixture
def two(folder: Folder) -> Folder:
    """mini 1.0 and dorp 1.1 are kept; mini is 2.0 now, with a lower threshold, and dorp is 1.2."""
    folder.keep("mini", "1.0")
    folder.keep("dorp", "1.1")
    folder.edit("dorp/versions/1.1/pack.yaml", "extends: [mini]", "extends: [mini@1.0]")
    folder.edit("dorp/pack.yaml", '"1.1"', '"1.2"')
    folder.edit("mini/pack.yaml", '"1.0"', '"2.0"')
    return folder.edit(*E2)


def faults(folder: Folder, pack: str, version: str | None) -> list[str]:
    with pytest.raises(PackError) as caught:
        load_pack(folder.path, pack, version)
    return [str(fault) for fault in caught.value.faults]


def threshold(pack: RulePack) -> int | None:
    return pack.decision_by_id["ernst"].rules[1].when["aantal"].at_least


def test_an_older_local_pack_keeps_the_parent_as_it_was(two: Folder) -> None:
    now, then = load_pack(two.path, "dorp"), load_pack(two.path, "dorp", "1.1")
    assert (now.version, now.parents, threshold(now)) == ("1.2", {"mini": "2.0"}, 1)
    assert (then.version, then.parents, threshold(then)) == ("1.1", {"mini": "1.0"}, 2)
    assert now.extends == then.extends == ("mini",)
    was = load_pack(TINY, "dorp")
    assert (then.digest, then.texts_digest) == (was.digest, was.texts_digest)
    assert load_pack(two.path, "mini").digest != load_pack(two.path, "mini", "1.0").digest


def test_a_version_may_be_the_current_one(two: Folder) -> None:
    """The parent did not change since: its version is still the current one."""
    assert load_pack(two.path, "mini", "2.0").folder == two.path / "mini"
    two.edit("dorp/versions/1.1/pack.yaml", "mini@1.0", "mini@2.0")
    then = load_pack(two.path, "dorp", "1.1")
    assert (then.parents, threshold(then)) == ({"mini": "2.0"}, 1)


def test_the_current_pack_may_stay_on_an_older_parent(two: Folder) -> None:
    two.edit("dorp/pack.yaml", "extends: [mini]", "extends: [mini@1.0]")
    now = load_pack(two.path, "dorp")
    assert (now.version, now.parents, threshold(now)) == ("1.2", {"mini": "1.0"}, 2)


def test_texts_of_an_older_version_come_from_its_own_folders(two: Folder) -> None:
    two.edit("mini/glossary.yaml", "term: alarm", "term: alarmbel")
    names = [
        [term.term for term in load_glossary(two.path, load_pack(two.path, "dorp", version))]
        for version in (None, "1.1")
    ]
    assert ("alarmbel" in names[0], "alarm" in names[1]) == (True, True)
    then = load_pack(two.path, "mini", "1.0")
    assert [case.id for case in load_cases(then)] == ["rustig"]
    two.edit("mini/versions/1.0/cases/rustig.yaml", "niveau: 1", "niveau: 9")
    with pytest.raises(PackError, match=r"^mini/versions/1\.0/cases/rustig\.yaml:3: "):
        load_cases(then)
    two.edit("mini/versions/1.0/glossary.yaml", "betekenis: Iets luids", "beteken: Iets luids")
    with pytest.raises(PackError, match=r"mini/versions/1\.0/glossary\.yaml:"):
        load_glossary(two.path, load_pack(two.path, "dorp", "1.1"))


def test_below_versions_a_parent_has_a_version(two: Folder) -> None:
    file = "dorp/versions/1.1/pack.yaml"
    two.edit(file, "extends: [mini@1.0]", "extends: [mini]")
    (fault,) = faults(two, "dorp", "1.1")
    said = "extends: 'mini' noemt geen versie; in een oudere versie is toegestaan: mini@2.0, mini@1.0"
    assert fault == f"{two.line(file, 'extends')}: {said}"
    assert load_pack(two.path, "dorp").parents == {"mini": "2.0"}


def test_a_parent_version_that_is_not_there(two: Folder) -> None:
    for wrong in ("3.0", "../1.0", "1.0/../1.0"):
        two.write(
            "dorp/pack.yaml", (TINY / "dorp/pack.yaml").read_text().replace("[mini]", f"[mini@{wrong}]")
        )
        said = f"regelpakket 'mini {wrong}' is er niet; aanwezig: mini 2.0, mini 1.0"
        assert f"dorp/pack.yaml:1: {said}" in faults(two, "dorp", None)
    assert "is er niet" in faults(two, "mini", "../../dorp")[0]


def test_a_folder_is_named_after_its_version(two: Folder) -> None:
    file = "mini/versions/1.0/pack.yaml"
    two.edit(file, '"1.0"', '"1.1"')
    assert faults(two, "mini", "1.0") == [
        f"{two.line(file, 'version:')}: de versie heet hier '1.1'; toegestaan is de naam van de map: '1.0'"
    ]


def test_no_versions_below_a_version(two: Folder) -> None:
    two.write("mini/versions/1.0/versions/0.9/pack.yaml", "id: mini\n")
    (fault,) = faults(two, "mini", "1.0")
    assert fault.startswith("mini/versions/1.0/versions:1: dit bestand hoort niet in een regelpakket")


def test_a_version_of_a_pack_does_not_build_on_another_version_of_it(two: Folder) -> None:
    two.edit("mini/pack.yaml", "naam: Mini", "naam: Mini\nextends: [mini@1.0]")
    assert any("in een kring naar elkaar: mini > mini" in fault for fault in faults(two, "mini", None))


def test_all_versions_with_their_faults(two: Folder) -> None:
    found = all_packs(two.path, "mini")
    assert [version for version, _ in found] == ["2.0", "1.0"]
    packs = [pack for _, pack in found if isinstance(pack, RulePack)]
    assert [pack.version for pack in packs] == ["2.0", "1.0"]
    assert clashes(packs[0], packs[1:]) == []

    two.keep("mini", "2.0")
    two.write("mini/versions/leesmij.txt", "x").write("mini/versions/oud/pack.yaml", "id: mini\n")
    two.edit("mini/versions/1.0/pack.yaml", "naam: Mini", "naam: 5")
    said = {
        name: [str(one) for one in got] for name, got in all_packs(two.path, "mini") if isinstance(got, list)
    }
    (twice,) = said["2.0"]
    assert twice.startswith(
        "mini/pack.yaml:1: versie 2.0 staat ook in versions/; toegestaan is elke versie één"
    )
    assert said["1.0"][0].startswith("mini/versions/1.0/pack.yaml:")
    assert [said[name][0].partition(": ")[0] for name in ("leesmij.txt", "oud")] == [
        "mini/versions/leesmij.txt:1", "mini/versions/oud:1",
    ]  # fmt: skip
    two.write("mini/pack.yaml", "id: mini\n")
    assert all_packs(two.path, "mini")[0][0] == ""


def test_versions_are_ordered_as_numbers(folder: Folder) -> None:
    for version in ("1.9", "1.10", "1.2"):
        folder.keep("mini", version)
    assert folders.older(folder.path, "mini") == ["1.10", "1.9", "1.2"]
    assert folders.versions(folder.path, "mini") == ["1.0", "1.10", "1.9", "1.2"]
    assert folders.versions(folder.path, "maxi") == []


def test_a_folder_of_packs_may_itself_be_called_versions(tmp_path: Path) -> None:
    here = Folder(tmp_path / "versions")
    assert load_pack(here.path, "dorp").parents == {"mini": "1.0"}
    assert folders.place(here.path / "mini") == "mini"


def test_only_texts_differ_and_still_each_code_has_its_version(folder: Folder) -> None:
    folder.keep("mini", "1.0")
    folder.edit("mini/pack.yaml", '"1.0"', '"1.1"').edit("mini/facts.yaml", "help: Nu.", "help: Straks.")
    then, now = load_pack(folder.path, "mini", "1.0"), load_pack(folder.path, "mini")
    assert then.digest == now.digest
    assert Codec(then).fingerprint != Codec(now).fingerprint
