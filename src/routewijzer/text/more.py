"""Words of the pages beside the intake: log, rules, practice, settings."""

from __future__ import annotations

from routewijzer.text.section import Section


class LogPage(Section):
    """The log: what was closed into it, without names."""

    title: str
    lead: str
    months_short: tuple[str, ...]
    month: str
    month_name: str
    besluit_name: str
    each_month: str
    each_besluit: str
    table: str
    columns: tuple[str, ...]
    providers_more: str
    providers_none: str
    steps_done: str
    steps_skipped: str
    steps_open: str
    flags: str
    again: str
    note: str
    row_name: str
    count: str
    count_one: str
    more: str
    empty: str
    empty_act: str
    nothing: str
    nothing_act: str
    export: str
    export_name: str
    export_key: str
    export_title: str
    export_file: str
    export_kinds: str
    export_done: str
    export_done_one: str
    export_fault: str
    side_kicker: str
    side_count: str
    side_one: str
    side_title: str
    verify: str
    verified: str
    verified_note: str
    verified_note_one: str
    verify_faults: str
    retention: str
    retention_one: str


class RulesPage(Section):
    """The rules: the tables of the loaded pack as they are."""

    title: str
    waiting: str
    faults_title: str
    pack: str
    valid: str
    valid_until: str
    digest: str
    date: str
    search: str
    search_hint: str
    list_name: str
    found: str
    found_one: str
    found_none: str
    rows: str
    rows_one: str
    counts: str
    counts_text: str
    condition: str
    when: str
    always: str
    then: str
    urgency_from: str
    source: str
    sources: str
    row_name: str
    back: str


class PracticePage(Section):
    """The practice page: worked cases to read; exercises come later."""

    title: str
    lead: str
    list_name: str
    found: str
    found_one: str
    found_none: str
    level: str
    levels: tuple[str, ...]
    story: str
    fold: str
    answers: str
    answer: str
    advice: str
    routes: str
    route: str
    acts: str
    why: str
    clashes: str
    nothing: str
    faults_title: str
    waiting: str
    back: str


class SettingsPage(Section):
    """The settings: what each is called and what it does."""

    title: str
    lead: str
    look: str
    theme: str
    themes: tuple[str, ...]
    scale: str
    scale_item: str
    scale_help: str
    keys: str
    letters: str
    letters_help: str
    print_title: str
    print_help: str
    municipality: str
    municipality_hint: str
    contact: str
    contact_hint: str
    rules: str
    pack: str
    pack_help: str
    log: str
    retention: str
    retention_help: str
    month: str
    months: str
    saved: str
    pack_fault: str
