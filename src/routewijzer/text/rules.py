"""Words about rule packs, cases and codes, and of the command line."""

from __future__ import annotations

from routewijzer.text.section import Section


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
    figure_length: str
    claim_shape: str
    claim_empty: str
    mark_lost: str
    begrip_shape: str
    safety_other: str
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
    no_window: str
    no_stdout: str
    missing: str
    no_command: str
    no_choice: str
    no_value: str
    wrong_call: str
    bad_value: str
    no_packs: str
    pack_early: str
    pack_late: str
    no_out: str


class Lint(Section):
    """What is wrong with a pack that can be loaded."""

    because: str
    no_claim: str
    no_safety: str
    no_guard: str
    no_own_claim: str
    unused: str
    never_given: str
    no_cases: str
    reason_name: str
    log_form: str
    log_word: str
    log_version: str
    log_providers: str


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
    both: str
    either: str


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
    asked: str
    self: str
    next: str
    term: str
    origin: str
    no_source: str
    checked: str
    unchecked: str
