"""What the pages show: frozen views, free of Qt. `**bold**` marks bold words in fields named markup."""

from __future__ import annotations

from routewijzer.desktop.frozen import Frozen
from routewijzer.desktop.widgets.views import (
    FlagView,
    FoldView,
    GroundView,
    HeroView,
    LinkView,
    NavItem,
    QuestionView,
    RouteView,
    StationView,
    UrgencyView,
)


class Clash(Frozen):
    """Answers that do not fit: in words, the cautious reading, and a link to the questions."""

    text: str
    link: str
    fact: str
    """The first of the questions; the link leads there."""


class Because(Frozen):
    """One reason in the panel."""

    text: str
    ground: GroundView | None


class Seen(Frozen):
    """What was seen but not yet decided on: flags, with what they mean so far."""

    title: str
    text: str
    ground: GroundView | None


class PanelView(Frozen):
    """The advice so far. Without `urgency` nothing is certain yet: the questions that matter stand there."""

    kicker: str
    title: str
    strip: str
    """The same in one line, for a narrow window."""
    urgency: UrgencyView | None = None
    number: str = ""
    note: str = ""
    """Markup below the title."""
    seen: Seen | None = None
    reasons_title: str = ""
    reasons: tuple[Because, ...] = ()
    open_title: str = ""
    open: tuple[LinkView, ...] = ()
    now_title: str = ""
    now: tuple[str, ...] = ()
    clash_title: str = ""
    clashes: tuple[Clash, ...] = ()
    foot_title: str = ""
    foot_number: str = ""
    foot_note: str = ""


class Footer(Frozen):
    """Below the questions: back, undo, redo, forward."""

    back: str
    back_key: str
    forward: str
    forward_key: str
    undo: str
    redo: str
    can_undo: bool
    can_redo: bool
    legend: tuple[tuple[str, str], ...] = ()
    """Key caps with a word, in the middle."""


class FoldedView(Frozen):
    """A question that changes nothing now: its label, why, and the link that asks it all the same."""

    fact: str
    label: str
    reason: str
    link: str
    name: str


class BlockView(Frozen):
    """A few questions: those before as one line, the last answered, and the one that is asked now."""

    kicker: str
    title: str
    before: str
    """Markup of the sunken line; "" for none."""
    before_open: bool
    """Whether any of them is still open."""
    before_note: str
    change: str
    cards: tuple[QuestionView, ...]
    after: str
    footer: Footer
    folded: tuple[FoldedView, ...] = ()
    """Questions of the block that change nothing now, below what is asked."""


class FlagsView(Frozen):
    """A group of questions as one list; the critical ones stand apart and are asked singly."""

    kicker: str
    title: str
    help: str
    critical_title: str
    critical: tuple[FlagView, ...]
    rest: tuple[FlagView, ...]
    fill_none: str
    fill_none_key: str
    fill_unknown: str
    fold_title: str
    told: str
    """What the group means, for the fold-out."""
    folds: tuple[tuple[str, FoldView], ...]
    """Each question with its explanation, inside the fold-out."""
    footer: Footer


class CheckRow(Frozen):
    """One answer; mark is "", open, onbekend or tegenstrijdig."""

    fact: str
    label: str
    answer: str
    mark: str
    change: str
    name: str


class CheckGroup(Frozen):
    """The answers of one step."""

    id: str
    title: str
    count: str
    rows: tuple[CheckRow, ...]
    unfolded: bool


class Notice(Frozen):
    """What must be looked at first, with one act."""

    title: str
    text: str
    button: str
    key: str
    fact: str


class CheckView(Frozen):
    """Controleer uw antwoorden."""

    kicker: str
    title: str
    chips: tuple[tuple[str, str], ...]
    """Filter id and label with its count: alles, onbekend, open."""
    notice: Notice | None
    settled: bool
    """Whether the advice stands already: then Enter goes on to it, and not back to an open question."""
    groups: tuple[CheckGroup, ...]
    empty: str
    filters_name: str
    footer: Footer


class ActView(Frozen):
    """Something to do beside the routes; an action that is a question is ticked by answering it."""

    id: str
    label: str
    note: str
    done: bool
    how_title: str = ""
    how: str = ""
    """Step by step, a line each; "" where the note says it all."""


class ToolView(Frozen):
    """A button of the advice page."""

    id: str
    label: str
    icon: str
    key: str
    note: str = ""
    enabled: bool = True
    primary: bool = False
    short: bool = False
    """Two of these stand beside each other."""


class TipView(Frozen):
    """What one other answer would give, as markup, and those answers, each with its question."""

    outcome: str
    answers: tuple[str, ...]


class TipChoice(Frozen):
    """Something that another answer may change: the besluit, the urgentie or a route."""

    id: str
    label: str
    tips: tuple[TipView, ...]
    note: str
    """Where no tip can be told, that in words."""


class AdviceView(Frozen):
    """The advice page. Where no outcome may be shown, `questions` stand first and no mild route."""

    kicker: str
    title: str
    lead: str
    """Markup under the title: voorlopig, staat vast, or why there is no outcome yet."""
    questions_title: str
    questions: tuple[LinkView, ...]
    routes: tuple[RouteView, ...]
    tools: tuple[ToolView, ...]
    acts_title: str
    acts_count: str
    acts: tuple[ActView, ...]
    clash_title: str
    clashes: tuple[Clash, ...]
    tips_title: str
    tips_label: str
    tips: tuple[TipChoice, ...]
    """None while the advice may change; else the besluit first."""
    open_title: str
    open: tuple[LinkView, ...]
    note_title: str
    """On the link that unfolds the note of this print. The note stands in no view: it must be forgotten."""
    note_label: str
    note_help: str


class NumberView(Frozen):
    """A telephone number with who it is and a note."""

    title: str
    number: str
    note: str


class SpoedView(Frozen):
    """The emergency page: numbers first, and nothing is asked."""

    title: str
    call: NumberView
    say_title: str
    say: tuple[tuple[str, str], ...]
    numbers: tuple[NumberView, ...]
    after_title: str
    after: tuple[str, ...]
    back: str
    back_key: str
    log: str
    log_key: str
    log_fault: str
    """Why nothing can be recorded now; "" where it can."""


class DraftView(Frozen):
    """An open intake on the start page."""

    id: str
    title: str
    text: str
    button: str
    key: str
    elsewhere: bool
    discard: str
    discard_name: str
    button_name: str
    ask: str
    ask_yes: str
    ask_no: str


class TileView(Frozen):
    """A way into another page."""

    id: str
    title: str
    text: str
    icon: str
    key: str


class StartView(Frozen):
    """The start page."""

    title: str
    hero: HeroView
    hero_enabled: bool
    drafts: tuple[DraftView, ...]
    drafts_notice: str
    fresh: str
    """Id of the intake to go on with by Enter: open here and under a day old; "" for none."""
    tiles: tuple[TileView, ...]
    code_title: str
    code_help: str
    code_field: str
    code_button: str
    faults_title: str
    faults: tuple[str, ...]
    faults_more: str
    side_name: str
    doubt_title: str
    doubt_call: str
    doubt_number: str
    doubt_note: str
    lines_title: str
    lines: tuple[tuple[str, str], ...]
    """Icon and markup."""
    pack: str
    pack_note: str
    pack_icon: str


class HiddenView(Frozen):
    """Nothing about the app, the case or violence."""

    title: str
    text: str
    button: str
    key: str
    danger: str


class ShellView(Frozen):
    """The frame around the pages."""

    page: str
    """Name of the page module that shows."""
    window_title: str
    brand: str
    brand_second: str
    nav: tuple[NavItem, ...]
    current: str
    tools: tuple[NavItem, ...]
    message: str
    rail: tuple[StationView, ...] = ()
    """Stations while an intake is open; then they stand in place of `nav`."""
    strip: str = ""
    strip_count: str = ""
    saved: str = ""
    panel: PanelView | None = None
    bar: bool = True
