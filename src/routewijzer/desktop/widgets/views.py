"""What the widgets show: small frozen views, free of Qt, made by the presenters. All texts are ready to read.

`markup` fields may hold **bold** words. `key` fields are key caps ("J", "Alt 1", "Alt ←"). `name` fields are
read by a screen reader in place of what is painted.
"""

from __future__ import annotations

from typing import Literal

from routewijzer.desktop.frozen import Frozen

Progress = Literal["gedaan", "nu", "deels", "open"]
Urgency = Literal["nu", "vandaag", "deze_week", "gepland", "geen"]
Ground = Literal["norm", "beleid", "voorzichtigheid", "bevestigen"]


class EmergencyView(Frozen):
    """The red bar: "Direct gevaar?", "Bel 112", a helpline, and the button."""

    name: str
    danger: str
    call: str
    call_number: str
    partner: str
    partner_number: str
    partner_note: str
    button: str
    key: str


class StopView(Frozen):
    """A block of questions below the current station; count like "7/8"."""

    id: str
    label: str
    count: str
    state: Progress
    name: str


class StationView(Frozen):
    """A station of the route line: a step (`sign` is its number) or a page (`sign` is "icon:list-checks")."""

    id: str
    label: str
    sign: str
    count: str
    state: Progress
    name: str
    stops: tuple[StopView, ...] = ()


class NavItem(Frozen):
    """A main page or a tool in the rail."""

    id: str
    label: str
    icon: str
    key: str


class OptionView(Frozen):
    """One answer; `wide` gives it more room; `exclusive` clears the others (Geen van deze)."""

    value: str
    label: str
    key: str
    wide: bool = False
    exclusive: bool = False


class EffectView(Frozen):
    """What an answer does: key cap, answer, effect, and what it rests on (None: no tag)."""

    key: str
    answer: str
    effect: str
    ground: GroundView | None = None


class GroundView(Frozen):
    """What a rule rests on: kind, the word shown, and a sentence for tooltip and screen reader."""

    kind: Ground
    label: str
    description: str


class QuestionView(Frozen):
    """A question with its answers. `multiple`: several may be chosen. `chosen`: values answered so far."""

    id: str
    question: str
    help: str
    options: tuple[OptionView, ...]
    chosen: tuple[str, ...] = ()
    multiple: bool = False
    current: bool = False
    note: str = ""
    """Below the help: why the answer counts for nothing now."""
    folds: tuple[FoldView, ...] = ()
    folds_key: str = ""


class FlagView(Frozen):
    """A flag and its answer ("" is still open)."""

    id: str
    label: str
    value: str = ""


class UrgencyView(Frozen):
    """How soon: kind and the word shown."""

    kind: Urgency
    label: str


class ChainLink(Frozen):
    """A line of a reason chain: your answer (open dot), a rule (filled dot), the route (arrow)."""

    kind: Literal["antwoord", "regel", "route"]
    text: str
    name: str
    ground: GroundView | None = None
    tooltip: str = ""


class FactColumn(Frozen):
    """A column of a route card; `ticked` puts a tick before every line (Houd klaar), `icon` another sign."""

    title: str
    lines: tuple[str, ...]
    ticked: bool = False
    icon: str = ""


class FoldView(Frozen):
    """A part that unfolds: title, an aside at its right, and below each other what is given of the rest.

    Running text, columns, more running text, the effects of the answers, and a small note.
    """

    title: str
    markup: str
    aside: str = ""
    columns: tuple[FactColumn, ...] = ()
    after: str = ""
    effects: tuple[EffectView, ...] = ()
    note: str = ""


class RouteView(Frozen):
    """A route: who, why, by when, on what ground; number "" where there is none.

    `more` are columns below the others; `about` unfolds below them; `checked` says when somebody last checked
    it, "" where that is said nowhere.
    """

    id: str
    title: str
    why: str
    urgency: UrgencyView
    ground: GroundView | None
    number: str
    hours: str
    place: str
    columns: tuple[FactColumn, ...]
    reasons_title: str
    reasons_note: str
    reasons_key: str
    reasons: tuple[ChainLink, ...]
    name: str
    more: tuple[FactColumn, ...] = ()
    about: FactColumn | None = None
    checked: str = ""


class LinkView(Frozen):
    """A line that leads somewhere: label left, note right."""

    id: str
    label: str
    note: str = ""


class Cell(Frozen):
    """A cell of a list: text, or an urgency pill; `strong` is bold."""

    text: str
    urgency: UrgencyView | None = None
    strong: bool = False


class RowView(Frozen):
    """A row of a list; `name` is read as a whole; `note` stands below the cells."""

    id: str
    cells: tuple[Cell, ...]
    name: str
    note: str = ""


class CountView(Frozen):
    """How often something was counted."""

    label: str
    count: int


class HeroView(Frozen):
    """The start tile: what it begins, stations, where the line fans out to, button and note."""

    title: str
    text: str
    stations: tuple[str, ...]
    ends: tuple[str, ...]
    button: str
    key: str
    note: str


class ResultView(Frozen):
    """Something found: icon, title, and what kind of thing it is."""

    id: str
    title: str
    note: str
    icon: str
