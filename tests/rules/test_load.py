"""The loader: every kind of fault on its own file and line, with what is accepted; all faults at once."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
import yaml

from packs import TINY, Folder
from routewijzer.rules.load import available, load_pack

ERNST = "mini/decisions/10-weging.yaml"
UIT = "mini/decisions/20-uit.yaml"

KINDS = yaml.safe_load((TINY.parent / "faults.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", KINDS, ids=[row["kind"] for row in KINDS])
def test_every_kind_of_fault_stands_on_its_line(folder: Folder, row: dict[str, Any]) -> None:
    file, at = row["file"], row.get("at", row["file"])
    folder.edit(file, row["old"], row["new"])
    place = f"{at}:1" if row["line"] == "#" else folder.line(at, row["line"])
    faults = folder.faults(file.partition("/")[0])
    found = [fault for fault in faults if fault.startswith(f"{place}: ")]
    assert any(all(part in fault for part in row["says"]) for fault in found), (place, faults)
    assert all("\n" not in fault for fault in faults)


def test_the_tiny_packs_have_no_fault(folder: Folder) -> None:
    assert folder.faults("mini") == folder.faults("dorp") == []
    assert available(folder.path) == ["dorp", "mini"]


def test_tables_in_a_circle(folder: Folder) -> None:
    folder.edit(ERNST, "{vormen: onbekend}, then", "{spoed: nu}, then")
    (fault,) = folder.faults()
    assert "in een kring naar elkaar: " in fault
    assert "ernst > spoed > ernst" in fault or "spoed > ernst > spoed" in fault
    assert fault.startswith((folder.line(ERNST, "decision: ernst"), folder.line(ERNST, "decision: spoed")))


def test_a_table_that_reads_itself(folder: Folder) -> None:
    folder.edit(ERNST, "{vormen: onbekend}, then", "{ernst: laag}, then")
    assert folder.faults()[0].startswith(folder.line(ERNST, "decision: ernst") + ": ")


def test_two_rows_of_one_id_name_the_first(folder: Folder) -> None:
    folder.edit(ERNST, "id: E.2,", "id: E.1,")
    folder.edit(UIT, "id: A.2,", "id: B.1,")
    lines = (folder.path / ERNST).read_text(encoding="utf-8").splitlines()
    first, second = (at for at, line in enumerate(lines, 1) if "id: E.1," in line)
    b1 = folder.line(ERNST, "id: B.1,")
    assert folder.faults() == [
        f"{ERNST}:{second}: 'E.1' bestaat al ({ERNST}:{first}); toegestaan is elke naam één keer",
        f"{folder.line(UIT, 'id: B.1,')}: 'B.1' bestaat al ({b1}); toegestaan is elke naam één keer",
    ]


def test_a_control_character_stands_on_its_line(folder: Folder) -> None:
    source = (folder.path / "mini/facts.yaml").read_bytes()
    for sign in (b"\0", b"\x07", b"\x1b"):
        folder.write("mini/facts.yaml", "é".encode().join([b"# ", b"\n"]) + source.replace(b"Praten.", sign))
        line = source[: source.index(b"Praten.")].count(b"\n") + 2
        assert folder.faults()[0].startswith(f"mini/facts.yaml:{line}: dit is geen geldige YAML")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("naam: é\nx: y".encode("latin-1"), "mini/facts.yaml:1: hier staat byte 0xe9, dat is geen UTF-8"),
        (b"# een\n# twee\n\xff", "mini/facts.yaml:3: hier staat byte 0xff"),
        ("facts: []".encode("utf-16"), "mini/facts.yaml:1: hier staat byte 0xff"),
        ("facts: []".encode("utf-16-le"), "mini/facts.yaml:1: dit is geen geldige YAML"),
        ("[" * 100, "mini/facts.yaml:1: hier staat te veel in elkaar; toegestaan zijn 20 lagen"),
        ("[" * 10_000, "mini/facts.yaml:1: "),
        ("a: " * 10, "mini/facts.yaml:1: dit is geen geldige YAML"),
        ("{a: " * 10_000, "mini/facts.yaml:1: hier staat te veel in elkaar"),
        ("- " * 10_000, "mini/facts.yaml:1: hier staat te veel in elkaar"),
        (b"x" * 2_000_001, "mini/facts.yaml:1: dit bestand is te groot; toegestaan is 2000 kB"),
        (
            "facts: []\n---\nfacts: []",
            "mini/facts.yaml:1: hier staat facts; toegestaan zijn de sleutels",
        ),
        ("- facts", "mini/facts.yaml:1: hier staat een lijst; toegestaan zijn de sleutels groups, facts"),
        ("ja", "mini/facts.yaml:1: hier staat 'ja'; toegestaan zijn de sleutels groups, facts"),
        ("facts:\n  - ja\n", "mini/facts.yaml:2: ?: hier staat 'ja'; toegestaan is een blok met sleutels"),
        ("!!set {a, b}", "mini/facts.yaml:1: hier staat een YAML-type"),
        ("facts: !!binary aGFsbG8=", "mini/facts.yaml:1: hier staat een YAML-type"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(folder: Folder, data: bytes | str, message: str) -> None:
    assert folder.write("mini/facts.yaml", data).faults()[0].startswith(message)


def test_a_billion_laughs_are_not_laughed(folder: Folder) -> None:
    names = "abcdefghi"
    lines = [f"{name}: &{name} [{', '.join(['*' + before] * 9)}]" for before, name in pairwise(names)]
    folder.write("mini/facts.yaml", "\n".join(["a: &a [x, x]", *lines]))
    assert folder.faults()[0].startswith("mini/facts.yaml:2: hier staat een verwijzing (*a)")


def test_a_byte_order_mark_does_no_harm(folder: Folder) -> None:
    source = (folder.path / "mini/pack.yaml").read_bytes()
    assert folder.write("mini/pack.yaml", b"\xef\xbb\xbf" + source).faults() == []


def test_ja_and_nee_stay_words_and_numbers_in_quotes_too(folder: Folder) -> None:
    folder.edit("mini/routes.yaml", "[niets]", '[ja, no, on, "12", "true", "2026-02-02"]')
    route = load_pack(folder.path, "mini").route_by_id["lokaal.sluiten"]
    assert route.houd_klaar == ("ja", "no", "on", "12", "true", "2026-02-02")
