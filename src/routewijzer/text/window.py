"""Words of the window: the frame, the intake, the emergency page."""

from __future__ import annotations

from routewijzer.text.section import Section


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
    later_faulty: str
    copied: str


class Hidden(Section):
    """The hidden screen: nothing about the app, the case or violence."""

    title: str
    heading: str
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
    draft_act: str
    discard_ask: str
    discard_yes: str
    discard_no: str
    discarded: str
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
    code_field: str
    code_button: str
    faults_title: str
    faults_list: str
    faults_more: str
    side_name: str
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
    keep_together: tuple[str, ...]
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
    tool_pages: str
    tool_open: str
    tool_close: str
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
    before_open_one: str
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
    flags_help: str
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
    check_filters: str
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
    advice_kicker_voorlopig: str
    if_it_stays: str
    act_how: str
    answer_first: str
    left_open: str
    left_open_one: str
    turned: str
    turned_one: str
    close_sure: str
    close_sure_open: str
    crash: str
    crash_unsaved: str
    leave_unsaved: str
    may_change: str
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
    column_asked: str
    column_self: str
    about: str
    about_who: str
    about_for: str
    about_reach: str
    answer_line: str
    chain_answer: str
    chain_rule: str
    chain_so: str
    chain_tooltip: str
    acts_title: str
    still_open: str
    note_label: str
    note_help: str
    note_count: str
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
    no_printer: str
    printed: str
    print_failed: str
    preview_page: str
    preview_smaller: str
    preview_larger: str
    preview_close: str
    preview_zoom: str
    pdf_filter: str
