"""The app's own words: `resources/text/nl.toml` as one frozen typed model.

A text that is missing, empty or misspelt is a fault at start, never a hole on a screen. Words about
the domain (questions, routes, reasons) are not here: they live in the rule pack. A text may have
`{named}` gaps; it is filled with `str.format`, never put together from pieces.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any, cast, get_type_hints

from routewijzer import places


class Section:
    """A table of nl.toml: its annotated fields, set once by the loader and never again.

    No dataclass: the code those generate for some twenty wide tables would cost every start 60 ms.
    """

    def __init__(self, values: dict[str, Any]) -> None:
        """Take the values of all fields."""
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: texts never change."""
        raise AttributeError(name)


class TextFault(Exception):
    """A fault in nl.toml: what stood there and what is accepted."""


class Answers(Section):
    """The standing answers of every question."""

    ja: str
    nee: str
    onbekend: str
    niet_ingevuld: str
    geen_van_deze: str


class Grond(Section):
    """What a row rests on, as a word and as a sentence."""

    norm: str
    beleid: str
    voorzichtigheid: str
    bevestigen: str
    norm_uitleg: str
    beleid_uitleg: str
    voorzichtigheid_uitleg: str
    bevestigen_uitleg: str


class Faults(Section):
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
    field_long: str
    field_least: str
    field_most: str
    condition: str
    kind_text: str
    kind_number: str
    kind_bool: str
    kind_list: str
    kind_block: str
    kind_date: str
    nothing: str
    shape_no_values: str
    shape_choice: str
    shape_list: str
    shape_mild_list: str
    shape_mild: str
    shape_over: str
    shape_output: str
    shape_collect: str
    shape_plain: str
    shape_number: str
    shape_holds: str
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


class CaseFaults(Section):
    """What is wrong with a case: what stood there, what is accepted."""

    encoding: str
    json: str
    double_key: str
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


class CodeFaults(Section):
    """What is wrong with a case code."""

    empty: str
    letter: str
    length: str
    check: str
    version: str
    broken: str


class Paper(Section):
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
    kop_regel: str
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
    anders_overige: str
    anders_bij: str
    of: str
    grond_norm: str
    grond_beleid: str
    grond_voorzichtigheid: str
    legenda_norm: str
    legenda_beleid: str
    legenda_voorzichtigheid: str
    bevestigen: str
    bevestigen_teken: str
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
    tegenstrijdig_antwoorden: str
    tegenstrijdig_rest: str
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


class Journal(Section):
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


class Drafts(Section):
    """Open intakes; the two lists name them and hold no people and no places."""

    elders: str
    weg: str
    onleesbaar: str
    opslaan: str
    bijvoeglijk: tuple[str, ...]
    zelfstandig: tuple[str, ...]


class Disk(Section):
    """Why a file cannot be read or written, as half a sentence."""

    vol: str
    toegang: str
    map: str
    weg: str
    anders: str


class Log(Section):
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


class SettingsFaults(Section):
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


class Cli(Section):
    """The words of the command line."""

    root: str
    advise: str
    open: str
    rules: str
    rules_check: str
    rules_show: str
    opt_pack: str
    opt_rules: str
    opt_data: str
    opt_leave: str
    opt_version: str
    opt_json: str
    opt_jsonl: str
    opt_full: str
    opt_pdf: str
    opt_date: str
    opt_log: str
    opt_format: str
    opt_out: str
    date: str
    stdin: str
    no_file: str
    case_pack: str
    full_alone: str
    jsonl_alone: str
    logged: str
    not_logged: str
    pdf_done: str
    no_option: str
    missing: str
    no_command: str
    no_choice: str
    no_value: str
    wrong_call: str
    bad_value: str
    no_out: str
    check_cases: str
    check_case: str
    check_fault: str
    check_voorlopig: str
    check_fine: str
    check_failed: str


class Lint(Section):
    """What is wrong with a pack that can be loaded."""

    because: str
    unused: str
    never_given: str
    ground: str
    glyph: str
    no_cases: str
    reason_name: str


class Plain(Section):
    """The advice as plain text, for the case system and the command line."""

    title: str
    not_yet: str
    not_yet_help: str
    questions: str
    provisional: str
    certain: str
    urgency: str
    routes: str
    because: str
    acties: str
    contradictions: str
    tipping: str
    tip: str
    open: str
    code: str
    pack: str
    confirm: str


class Conditions(Section):
    """How a condition of a row reads."""

    is_: str
    is_not: str
    holds: str
    at_least: str
    at_most: str
    of: str


class Markdown(Section):
    """Headings and columns of a pack as Markdown."""

    head: str
    tables: str
    routes: str
    acties: str
    sources: str
    policy_first: str
    policy_priority: str
    policy_collect: str
    policy_count: str
    counts: str
    columns: tuple[str, ...]
    otherwise: str
    ready: str
    next: str
    term: str


class Spoed(Section):
    """The emergency numbers and page: shown before any pack is loaded."""

    bar_name: str
    danger: str
    call: str
    call_number: str
    partner: str
    partner_number: str
    partner_note: str
    partner_page: str
    shelter: str
    shelter_number: str
    shelter_note: str
    button: str
    here: str
    title: str
    say_title: str
    say: tuple[str, ...]
    say_text: tuple[str, ...]
    after_title: str
    after: tuple[str, ...]
    back: str
    later: str
    copied: str


class Hidden(Section):
    """The hidden screen: nothing about the app, the case or violence."""

    title: str
    text: str
    button: str
    danger: str


class Start(Section):
    """The start page."""

    title: str
    morning: str
    afternoon: str
    evening: str
    hero_title: str
    hero_text: str
    stations: tuple[str, ...]
    ends: tuple[str, ...]
    begin: str
    first: str
    one_victim: str
    draft_intake: str
    draft_again: str
    draft_text: str
    draft_elsewhere: str
    draft_button: str
    draft_discard: str
    practice: str
    practice_text: str
    log: str
    log_text: str
    log_one: str
    log_more: str
    knowledge: str
    knowledge_text: str
    code_title: str
    code_help: str
    code_button: str
    faults_title: str
    doubt: str
    doubt_note: str
    lines_title: str
    lines: tuple[str, ...]
    pack: str
    pack_none: str
    pack_loading: str
    pack_valid: str
    pack_expired: str
    pack_faulty: str


class Desktop(Section):
    """The frame, the pages of an intake and the advice page."""

    window_title: str
    brand: str
    brand_second: str
    pages: tuple[str, ...]
    nav_name: str
    tools_name: str
    rail_name: str
    panel_name: str
    tool_search: str
    tool_hide: str
    tool_later: str
    tool_help: str
    tool_steps: str
    tool_open: str
    saved: str
    saved_not: str
    saved_today: str
    saved_yesterday: str
    saved_on: str
    strip_step: str
    of: str
    stop_check: str
    stop_advice: str
    station: str
    station_zero: str
    station_page: str
    station_block: str
    state_now: str
    state_done: str
    state_part: str
    kicker_step: str
    change: str
    before: str
    before_one: str
    before_open: str
    short_answer: str
    after_question: str
    after_stop: str
    after_block: str
    after_block_one: str
    back: str
    back_key: str
    forward: str
    enter_key: str
    undo: str
    redo: str
    explain: str
    why: str
    source: str
    others_decide: str
    critical_title: str
    rest_title: str
    fill_none: str
    fill_unknown: str
    filled: str
    filled_one: str
    filled_none: str
    legend_yes: str
    legend_no: str
    legend_unknown: str
    panel_kicker: str
    not_yet: str
    not_yet_note: str
    certain: str
    certain_one: str
    because: str
    open_one: str
    open_more: str
    question_one: str
    questions: str
    now_title: str
    flags_one: str
    flags_more: str
    flags_text: str
    clash_title: str
    see_questions: str
    doubt_call: str
    doubt_call_short: str
    doubt_note: str
    check_kicker: str
    check_title: str
    check_step: str
    check_empty: str
    chip_all: str
    chip_unknown: str
    chip_open: str
    change_name: str
    notice: str
    notice_one: str
    notice_text: str
    notice_button: str
    to_advice: str
    advice_kicker: str
    advice_kicker_open: str
    first_answer: str
    place: str
    route_name: str
    no_number: str
    reasons: str
    reasons_one: str
    caution_note: str
    column_ready: str
    column_next: str
    column_term: str
    column_reach: str
    answer_line: str
    chain_answer: str
    chain_rule: str
    chain_so: str
    chain_tooltip: str
    acts_title: str
    tips_title: str
    tips_none: str
    tip: str
    tip_answer: str
    tip_also: str
    tip_without: str
    still_open: str
    note_label: str
    note_help: str
    tool_print: str
    tool_preview: str
    tool_pdf: str
    tool_copy: str
    tool_log: str
    tool_log_not: str
    logged: str
    not_logged: str
    advice_now: str
    advice_copied: str
    pdf_saved: str
    pdf_name: str
    pdf_dialog: str
    note_open: str


class Texts(Section):
    """All texts, one field for each table of nl.toml."""

    answers: Answers
    grond: Grond
    faults: Faults
    case: CaseFaults
    code: CodeFaults
    cli: Cli
    lint: Lint
    plain: Plain
    conditions: Conditions
    markdown: Markdown
    journal: Journal
    drafts: Drafts
    log: Log
    settings: SettingsFaults
    paper: Paper
    disk: Disk
    spoed: Spoed
    hidden: Hidden
    start: Start
    desktop: Desktop


def _build(kind: type[Section], data: object, where: str) -> Section:
    if not isinstance(data, dict):
        raise TextFault(f"nl.toml: {where} is {data!r}; a table is accepted")
    hints = get_type_hints(kind)
    if hints.keys() != data.keys():
        missing, extra = sorted(hints.keys() - data.keys()), sorted(data.keys() - hints.keys())
        raise TextFault(f"nl.toml: {where or 'top'} misses {missing} and has too many {extra}")
    made: dict[str, Any] = {}
    for name, hint in hints.items():
        value = data[name]
        place = f"{where}.{name}" if where else name
        if isinstance(hint, type) and issubclass(hint, Section):
            made[name] = _build(hint, value, place)
        elif hint is str and isinstance(value, str) and value.strip():
            made[name] = value
        elif hint == tuple[str, ...] and isinstance(value, list) and all(isinstance(v, str) for v in value):
            made[name] = tuple(value)
        else:
            raise TextFault(f"nl.toml: {place} is {value!r}; accepted: {hint}")
    return kind(made)


@cache
def load() -> Texts:
    """Return the app's texts.

    Raises:
        TextFault: where nl.toml misses a text, has one too many, or one of the wrong kind.
    """
    with (places.resources() / "text" / "nl.toml").open("rb") as file:
        return cast("Texts", _build(Texts, tomllib.load(file), ""))
