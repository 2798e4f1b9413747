"""The words of why and what if (`whatif.toml`)."""

from __future__ import annotations

from routewijzer.text.section import Section


class Why(Section):
    """What counts for a question, why it is asked now, or why it is folded away."""

    counts: str
    counts_not: str
    example: str
    sources_one: str
    sources: str
    read_more: str
    can_change: str
    changes_nothing: str
    answer_anyway: str
    besluit: str
    urgentie: str
    besluit_urgentie: str
    routes: str
    acties: str
    tegenstrijdig: str
    tables: str
    flags_all: str
    flags_some: str
    idle: str
    idle_and: str
    idle_answer: str
    idle_stands: str
    idle_unused: str
    idle_other: str
    idle_unfold: str
    idle_unfold_name: str
    idle_mark: str
    idle_one: str
    idle_more: str


class Tips(Section):
    """What one other answer would change, in the side column of the advice page."""

    title: str
    choose: str
    besluit: str
    urgentie: str
    route: str
    route_not: str
    route_goes: str
    route_becomes: str
    route_comes: str
    tip: str
    tip_more: str
    either: str
    answer: str
    answer_open: str
    also: str
    without: str
    none_besluit: str
    none_urgentie: str
    none_route: str
    none_brings: str
    none_so_far: str


class WhatIf(Section):
    """Trying other answers beside the real advice."""

    tool: str
    kicker: str
    banner: str
    banner_note: str
    leave: str
    leave_short: str
    leave_key: str
    pick: str
    question: str
    tried: str
    tried_none: str
    tried_line: str
    restore: str
    restore_name: str
    compare: str
    now: str
    then: str
    same: str
    part_besluit: str
    part_urgentie: str
    part_routes: str
    part_acties: str
    part_tegenstrijdig: str
    route: str
    mark_new: str
    mark_gone: str
    mark_other: str
    mark_wait: str
    nothing: str
    row_name: str
    announce: str
    announce_wait: str
    over: str
    refused: str
    no_history: str
