from types import MappingProxyType

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

from routewijzer.advice.model import Advice, Advised, StepState
from routewijzer.journal.entry import COLUMNS, Entry, EntryFault, band, is_month

WRONG = {
    "month": ["2026-13", "2026-00", "2026-3", "2026-03-01", "1987-03", "2026-03\n", "٢٠٢٦-03", 202603, None],
    "pack": ["", "Alkmaar", "a b", "a" * 41, "9a", None],
    "version": ["", "2026", "2026.", "2026.1a", "1." * 9 + "1", "2026.1\n"],
    "digest": ["", "sha256:", "sha256:" + "A" * 64, "sha1:" + "0" * 64, samples.DIGEST + "0"],
    "kind": ["", "les", "Intake"],
    "besluit": ["", "meld", "melden "],
    "urgentie": ["", "morgen"],
    "providers": [("b", "a"), ("a", "a"), ("Jan",), ("a,b",), ("",), ("tel06",), "mda", ["mda"], ("a" * 41,)],
    "flags": ["", "2", "4 en meer"],
}


@pytest.mark.parametrize(("field", "value"), [(f, v) for f, values in WRONG.items() for v in values])
def test_a_field_outside_its_closed_form_is_refused_by_name(field, value):
    with pytest.raises(EntryFault, match=f"^{field} is "):
        samples.make(**{field: value})


def test_all_faults_are_told_at_once():
    with pytest.raises(EntryFault) as caught:
        samples.make(besluit="CANARY", month="CANARY", flags="CANARY")
    for field in ("besluit", "month", "flags"):
        assert f"{field} is 'CANARY'; toegestaan: " in str(caught.value)


@pytest.mark.parametrize(
    "step",
    [
        StepState(2, "klaar"),
        StepState(2, "overgeslagen"),
        StepState(2, "gedaan", "niet_nodig"),
        StepState(2, "open", "niet_nodig"),
        StepState(2, "overgeslagen", "Omdat Jan dat zei"),
        StepState(2, "overgeslagen", "a" * 41),
    ],
)
def test_a_step_has_a_reason_where_it_was_skipped_and_only_there(step):
    good = samples.make().steps
    with pytest.raises(EntryFault, match="step_2"):
        samples.make(steps=(good[0], step, *good[2:]))


@pytest.mark.parametrize("pick", [slice(0, 4), slice(None, None, -1), slice(0, 0)])
def test_the_steps_are_1_to_5_in_order(pick):
    with pytest.raises(EntryFault, match="steps is"):
        samples.make(steps=samples.make().steps[pick])


@given(samples.entries())
def test_a_row_comes_back_from_its_cells_whole(entry):
    assert Entry.from_row(dict(zip(COLUMNS, entry.cells(), strict=True))) == entry


@given(st.text(max_size=10))
def test_a_month_is_a_month_and_nothing_else(value):
    assert is_month(value) == (
        len(value) == 7
        and value.isascii()
        and value[:2] == "20"
        and value[4] == "-"
        and value[2:4].isdecimal()
        and value[5:] in {f"{n:02}" for n in range(1, 13)}
    )


@pytest.mark.parametrize(
    ("flags", "words"), [(0, "geen"), (1, "1-2"), (2, "1-2"), (3, "3 en meer"), (12, "3 en meer")]
)
def test_flags_are_known_by_band_only(flags, words):
    assert band(flags) == words


def advice(**changes):
    fields = {
        "pack": "alkmaar",
        "version": "2026.1",
        "digest": samples.DIGEST,
        "case_code": "CANARY-CODE",
        "besluit": "melden",
        "urgentie": "vandaag",
        "routes": tuple(
            Advised(r, "vandaag") for r in ("veilig_thuis.melding", "mda.bespreken", "mda.aanmelden")
        ),
        "acties": (Advised("canary_actie", None),),
        "tegenstrijdig": (Advised("canary_contra", None),),
        "besluit_because": (),
        "open": ("canary_open",),
        "voorlopig": False,
        "zeker": True,
        "kantelpunten": (),
        "flags_yes": 3,
        "flags_unknown": 2,
        "steps": samples.make().steps,
        "showable": True,
        "vast": frozenset({"canary_vast"}),
        "tips": (),
        "told": frozenset(),
    }
    return Advice(**(fields | changes))


def test_an_advice_becomes_a_row_of_providers_and_bands():
    made = Entry.from_advice(advice(), "2026-03", "herweging")
    assert made == samples.make(1, kind="herweging", flags="3 en meer")


def test_nothing_else_of_an_advice_is_in_the_row():
    made = Entry.from_advice(advice(), "2026-03", "intake")
    said = repr(made.cells()) + repr(MappingProxyType(made.as_json()))
    assert "anar" not in said.lower()
    assert "melding" not in said


def test_a_provisional_mild_advice_is_not_logged():
    with pytest.raises(EntryFault, match="voorlopig"):
        Entry.from_advice(advice(showable=False), "2026-03", "intake")
