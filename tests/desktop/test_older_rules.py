"""A case under older rules in the window's own parts: opened, gone on with, printed and logged as it was."""

import json

import pytest

from packs import TINY
from routewijzer import places
from routewijzer.advice.engine import Engine
from routewijzer.case import Case
from routewijzer.casecode import Codec
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.presenters.shell import shell
from routewijzer.desktop.session import Session
from routewijzer.journal.store import Journal
from routewijzer.paper.plain import as_text
from routewijzer.rules import proofrecord
from routewijzer.rules.load import load_pack

SAFE = {"gevaar": "nee", "vormen": (), "vlag_mes": "nee", "vlag_ruzie": "ja", "vermoeden": "nee"}


@pytest.fixture
def bridge(qapp, folder, tmp_path):
    """The tiny pack in its second version, in which one flag is enough; the first is kept as it was."""
    folder.keep("mini", "1.0")
    folder.edit("mini/pack.yaml", '"1.0"', '"2.0"').edit("mini/pack.yaml", "naam: Mini", "naam: Mini nieuw")
    folder.edit("mini/decisions/10-weging.yaml", "aantal: {at_least: 2}", "aantal: {at_least: 1}")
    proofrecord.write(load_pack(folder.path, "mini"))
    made = Bridge(Session(folder.path, tmp_path / "data"), "mini")
    made.load_pack()
    yield made
    made.session.close()
    made.deleteLater()


def intake_of(bridge, version):
    """Return the current intake after a look at what it says of its rules."""
    intake = bridge.session.intake
    assert (intake.pack.version, intake.advice.version) == (version, version)
    return intake


@pytest.fixture
def old():
    """The engine of the first version, as it was installed then."""
    return Engine(load_pack(TINY, "mini"))


def begun_then(old, tmp_path):
    """Leave a draft of an intake that began under the old rules."""
    before = Bridge(Session(TINY, tmp_path / "data"), "mini")
    before.load_pack()
    before.begin()
    for fact, value in SAFE.items():
        before.answer(fact, value)
    assert before.session.intake.advice.besluit == "afsluiten"
    before.leave()
    before.session.close()


def test_a_code_from_an_older_print(bridge, old):
    case = Case("mini", SAFE)
    bridge.open_code(old.codec.encode(case))
    intake = intake_of(bridge, "1.0")
    assert bridge.session.message == "Deze casus is geopend onder de regels van Mini 1.0."
    assert shell(bridge.session).saved.endswith(" · regels van Mini 1.0")
    assert as_text(intake.advice, intake.pack) == as_text(old.advise(case), old.pack)
    bridge.answer("vlag_ruzie", "ja")
    bridge.go("advies")
    assert bridge.session.message == ""
    assert shell(bridge.session).saved.endswith(" · regels van Mini 1.0")
    bridge.leave()
    bridge.begin()
    assert bridge.session.intake.pack.version == "2.0"
    assert bridge.session.message == ""
    assert "regels van" not in shell(bridge.session).saved


def test_a_code_of_the_rules_of_now_says_nothing(bridge):
    bridge.open_code(bridge.session.engine.codec.encode(Case("mini", SAFE)))
    assert bridge.session.intake.advice.besluit == "noodhulp"
    assert bridge.session.intake.engine is bridge.session.engine
    assert bridge.session.message == ""


def test_an_intake_goes_on_under_the_rules_it_began_with(bridge, old, tmp_path):
    begun_then(old, tmp_path)
    ((listed,), _) = bridge.session.open_intakes()
    bridge.resume(listed.draft.id)
    intake = intake_of(bridge, "1.0")
    assert dict(intake.case.answers) == SAFE
    assert intake.advice.besluit == "afsluiten"
    assert bridge.session.message == "Deze casus is geopend onder de regels van Mini 1.0."
    bridge.answer("hulp", "ja")
    assert Codec(old.pack).decode(bridge.session.intake.draft.code) == bridge.session.intake.case
    bridge.close_and_log()
    bridge.close_and_log()  # it asks once
    with Journal(tmp_path / "data") as journal:
        (row,) = journal.rows()
    assert (row.version, row.digest) == ("1.0", old.pack.digest)


def test_only_texts_differ_and_the_old_ones_are_shown(bridge, folder, old):
    folder.edit("mini/decisions/10-weging.yaml", "aantal: {at_least: 1}", "aantal: {at_least: 2}")
    proofrecord.write(load_pack(folder.path, "mini"))
    bridge.load_pack()
    assert bridge.session.engine.pack.digest == old.pack.digest
    bridge.open_code(old.codec.encode(Case("mini", SAFE)))
    assert intake_of(bridge, "1.0").pack.naam == "Mini"


def test_an_older_version_that_was_never_proved_is_not_used(bridge, folder, old):
    record = folder.path / "mini" / "versions" / "1.0" / proofrecord.NAME
    assert json.loads(record.read_bytes())["passed"] is True
    record.unlink()
    bridge.open_code(old.codec.encode(Case("mini", SAFE)))
    assert bridge.session.intake is None
    assert bridge.session.message == proofrecord.unproved(old.pack)


def test_a_version_that_is_gone_leaves_the_draft(bridge, old, folder, tmp_path):
    begun_then(old, tmp_path)
    (folder.path / "mini" / "versions").rename(tmp_path / "weg")
    ((listed,), _) = bridge.session.open_intakes()
    bridge.resume(listed.draft.id)
    assert bridge.session.intake is None
    assert "niet is geïnstalleerd" in bridge.session.message
    assert list(places.drafts(tmp_path / "data").glob("*.draft"))
