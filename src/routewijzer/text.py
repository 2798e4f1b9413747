"""The app's own words: `resources/text/nl.toml` as one frozen typed model.

A text that is missing, empty or misspelt is a fault at start, never a hole on a screen. Words about
the domain (questions, routes, reasons) are not here: they live in the rule pack. A text may have
`{named}` gaps; it is filled with `str.format`, never put together from pieces.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, cast, get_type_hints

from routewijzer import places


class TextFault(Exception):
    """A fault in nl.toml: what stood there and what is accepted."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The standing answers of every question."""

    ja: str
    nee: str
    onbekend: str
    niet_ingevuld: str
    geen_van_deze: str


@dataclass(frozen=True, slots=True)
class Grond:
    """What a row rests on, as a word and as a sentence."""

    norm: str
    beleid: str
    voorzichtigheid: str
    bevestigen: str
    norm_uitleg: str
    beleid_uitleg: str
    voorzichtigheid_uitleg: str
    bevestigen_uitleg: str


@dataclass(frozen=True, slots=True)
class Faults:
    """What is wrong with a rule pack: what stood there, what is accepted."""

    file_missing: str
    file_large: str
    file_encoding: str
    file_unknown: str
    file_top: str
    yaml_syntax: str
    yaml_alias: str
    yaml_depth: str
    yaml_tag: str
    yaml_key: str
    yaml_double: str
    date: str
    pack_missing: str
    pack_circle: str
    pack_other_id: str
    pack_dates: str
    field_missing: str
    field_unknown: str
    field_choice: str
    field_pattern: str
    field_kind: str
    field_empty: str
    field_number: str
    condition: str
    other: str
    double_id: str
    local_changes: str
    unknown_word: str
    unknown_value: str
    unknown_input: str
    unknown_source: str
    unknown_then: str
    wrong_condition: str
    reads_collect: str
    circle: str
    rule_urgency: str
    rule_ground: str
    table_open: str
    table_shape: str
    table_missing: str
    fact_shape: str
    fact_place: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class CaseFaults:
    """What is wrong with a case: what stood there, what is accepted."""

    encoding: str
    json: str
    double_key: str
    constant: str
    no_object: str
    no_answers: str
    answers: str
    key: str
    pack: str
    fact: str
    value: str
    listed: str
    items: str
    double_item: str


@dataclass(frozen=True, slots=True)
class CodeFaults:
    """What is wrong with a case code."""

    empty: str
    letter: str
    length: str
    check: str
    version: str


@dataclass(frozen=True, slots=True)
class Paper:
    """The printed summary: titles, columns, marks, standing sentences, what went wrong."""

    titel: str
    onderwerp: str
    vertrouwelijk: str
    maanden: tuple[str, ...]
    datum: str
    besluit: str
    besluit_voorlopig: str
    besluit_nog_niet: str
    kop_voorlopig: str
    kop_nog_niet: str
    reden_nog_niet_een: str
    reden_nog_niet: str
    urgentie: str
    urgentie_nog_niet: str
    casuscode: str
    qr_alt: str
    tegenstrijdig_een: str
    tegenstrijdig_meer: str
    tegenstrijdig_zie: str
    onbekend_een: str
    onbekend_meer: str
    onbekend_kan_een: str
    onbekend_kan: str
    onbekend_kan_niet: str
    gevaar_kop: str
    gevaar: str
    deel_doen: str
    deel_doen_eerst: str
    deel_waarom: str
    deel_anders: str
    deel_gewogen: str
    deel_tegenstrijdig: str
    deel_nagaan: str
    deel_toelichting: str
    koppen_doen: tuple[str, ...]
    koppen_waarom: tuple[str, ...]
    koppen_anders: tuple[str, ...]
    koppen_nagaan: tuple[str, ...]
    koppen_afspraken: tuple[str, ...]
    eerst_wie: str
    eerst_wanneer: str
    waarom_geen: str
    anders_geen: str
    anders_nog_niet: str
    anders_ook: str
    anders_zonder: str
    anders_groep: str
    of: str
    grond_norm: str
    grond_beleid: str
    grond_voorzichtigheid: str
    legenda_norm: str
    legenda_beleid: str
    legenda_voorzichtigheid: str
    bevestigen: str
    bij_bevestigen: str
    legenda_stip_kop: str
    legenda_stip: str
    legenda_vraag_kop: str
    legenda_vraag: str
    legenda_uitroep_kop: str
    legenda_uitroep: str
    stap: str
    groep: str
    vervolg: str
    niet_ingevuld: str
    zie_tegenstrijdig: str
    stand_gedaan: str
    stand_open: str
    stand_overgeslagen: str
    stand_reden: str
    stand_onbekend: str
    stand_tegenstrijdig: str
    stand_besluit: str
    tweede_paar_ogen: str
    functie_datum: str
    akkoord: str
    anders: str
    gezien: str
    uitvoerder: str
    leidinggevende: str
    naam_datum: str
    handtekening: str
    voet_pakket: str
    voet_pakket_toelichting: str
    voet_code: str
    voet_pagina: str
    voet_natrekken: str
    fout_toelichting: str
    fout_teken: str
    fout_schrijven: str
    fout_geen_map: str
    fout_is_map: str
    fout_toegang: str
    fout_vol: str
    fout_anders: str


@dataclass(frozen=True, slots=True)
class Journal:
    """The log: what went wrong, and what a row may hold."""

    vol: str
    alleen_lezen: str
    bezet: str
    schrijven: str
    beschadigd: str
    nieuwer: str
    geen_map: str
    apart_gezet: str
    veld: str
    rij: str
    rij_fout: str
    bouw: str
    bestand_fout: str
    niet_vast_te_leggen: str
    vorm_maand: str
    vorm_woord: str
    vorm_versie: str
    vorm_digest: str
    vorm_aanbieders: str
    vorm_stappen: str
    vorm_reden: str


@dataclass(frozen=True, slots=True)
class Drafts:
    """Open intakes; the two lists name them and hold no people and no places."""

    elders: str
    weg: str
    onleesbaar: str
    opslaan: str
    bijvoeglijk: tuple[str, ...]
    zelfstandig: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disk:
    """Why a file cannot be read or written, as half a sentence."""

    vol: str
    toegang: str
    map: str
    weg: str
    anders: str


@dataclass(frozen=True, slots=True)
class Log:
    """`routing-app log`."""

    groep: str
    lijst: str
    uitvoer: str
    controle: str
    optie_maand: str
    optie_besluit: str
    optie_json: str
    optie_vorm: str
    optie_uit: str
    koppen: tuple[str, ...]
    geen_rijen: str
    maand_fout: str
    uit_fout: str
    uit_klaar: str
    in_orde: str


@dataclass(frozen=True, slots=True)
class SettingsFaults:
    """What is wrong with the settings: what stood there, what is accepted."""

    onleesbaar: str
    geen_json: str
    geen_vorm: str
    onbekend: str
    waarde: str
    opslaan: str
    vorm_pakket: str
    vorm_schaal: str
    vorm_maanden: str
    vorm_regel: str
    vorm_ja_nee: str


@dataclass(frozen=True, slots=True)
class Texts:
    """All texts, one field for each table of nl.toml."""

    answers: Answers
    grond: Grond
    faults: Faults
    case: CaseFaults
    code: CodeFaults
    journal: Journal
    drafts: Drafts
    log: Log
    settings: SettingsFaults
    paper: Paper
    disk: Disk


def _build(kind: type, data: object, where: str) -> Any:
    if not isinstance(data, dict):
        raise TextFault(f"nl.toml: {where} is {data!r}; a table is accepted")
    hints = get_type_hints(kind)
    wanted = {field.name for field in fields(kind)}
    if wanted != set(data):
        missing, extra = sorted(wanted - set(data)), sorted(set(data) - wanted)
        raise TextFault(f"nl.toml: {where or 'top'} misses {missing} and has too many {extra}")
    made = {}
    for name in wanted:
        value, hint = data[name], hints[name]
        place = f"{where}.{name}" if where else name
        if is_dataclass(hint):
            made[name] = _build(cast("type", hint), value, place)
        elif hint is str and isinstance(value, str) and value.strip():
            made[name] = value
        elif hint == tuple[str, ...] and isinstance(value, list) and all(isinstance(v, str) for v in value):
            made[name] = tuple(value)
        else:
            raise TextFault(f"nl.toml: {place} is {value!r}; accepted: {hint}")
    return kind(**made)


@cache
def load() -> Texts:
    """Return the app's texts.

    Raises:
        TextFault: where nl.toml misses a text, has one too many, or one of the wrong kind.
    """
    with (places.resources() / "text" / "nl.toml").open("rb") as file:
        return cast("Texts", _build(Texts, tomllib.load(file), ""))
