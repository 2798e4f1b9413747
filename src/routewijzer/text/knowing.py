"""Words of the knowledge page: its search, its items, and an item on paper."""

from __future__ import annotations

from routewijzer.text.section import Section


class Knowledge(Section):
    """The knowledge page: terms, partners, articles and figures with one search field."""

    title: str
    search: str
    search_hint: str
    list_name: str
    chips: str
    all_kinds: str
    kinds: tuple[str, ...]
    kind: tuple[str, ...]
    small_words: tuple[str, ...]
    result: str
    found: str
    found_one: str
    found_near: str
    found_none: str
    also: str
    who: str
    for_whom: str
    reach: str
    expect: str
    copy: str
    offers: str
    part_of: str
    read_on: str
    routes: str
    figure_note: str
    figure_series: str
    figure_value: str
    figure_told: str
    figure_break: str
    break_note: str
    figure_broken: str
    figure_unit: str
    year: str
    table_name: str
    table_row: str
    table_value: str
    source: str
    sources: str
    source_checked: str
    checked: str
    checked_stale: str
    unchecked: str
    month: str
    step_name: str
    moment_name: str
    faults_title: str
    waiting: str
    back: str
    back_to: str
    back_to_name: str
    back_question: str
    print: str
    print_key: str
    pdf: str
    pdf_key: str
    pdf_name: str
    pdf_dialog: str
    pdf_filter: str
    pdf_saved: str
    no_printer: str
    printed: str
    print_failed: str
    paper_head: str
    paper_subject: str
    paper_footer: str
    paper_confirm: str
