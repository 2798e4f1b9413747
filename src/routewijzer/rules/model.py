"""The words of a rule pack: facts, decisions, routes, steps, sources.

Everything here is frozen and only holds what people wrote in YAML; `load.py` makes it,
`lint.py` checks how the parts refer to each other, `advice/` compiles it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from routewijzer.rules import UNKNOWN
from routewijzer.rules.base import (
    Bool,
    Condition,
    Count,
    Dated,
    Day,
    Grond,
    HitPolicy,
    Int,
    Kind,
    Part,
    RouteId,
    RuleId,
    Text,
    Word,
)
from routewijzer.rules.claims import Begrip, Bewaakt, Eigenschap, Veiligheid


class Source(Dated):
    """Where a fact or a row comes from (`sources.yaml`)."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    titel: Text
    """What a worker reads as the source: short, at most some 40 characters."""
    waar: Text
    """The full reference: law, page, document, section."""
    zegt: Text
    """What the source says, in our own words."""


class Fact(Dated):
    """One question of the intake and the answers it takes (`facts.yaml`)."""

    id: Word
    step: Annotated[Int, Field(ge=0, le=5)]
    kind: Kind
    values: tuple[Word, ...] = ()
    """Of keuze (onbekend is one of them) and meerkeuze (onbekend is none of them); empty for ja_nee."""
    mild: Word | tuple[Word, ...] | None = None
    """The answer of lowest danger; a fact with one is a safety fact. () of a meerkeuze is "none"."""
    group: Word | None = None
    kritiek: Bool = False
    """Asked singly, and never filled by "de rest: nee"."""
    kort: Text
    """Short label beside the question: lists, print, log of changes."""
    vraag: Text
    help: Text
    """One line under the question."""
    uitleg: Text
    """What is meant, with the definition."""
    telt: tuple[Text, ...] = ()
    """What counts: short items."""
    telt_niet: tuple[Text, ...] = ()
    """What does not count: short items."""
    voorbeeld: Text | None = None
    """One or two sentences in which nobody has a name."""
    waarom: Text
    """Why this is asked: what the answer does."""
    kennis: tuple[Word, ...] = ()
    """Ids of terms, partners and articles that tell more."""
    labels: Mapping[str, Text] = {}
    """Words for each of `values` (and `onbekend` where it should not read "Weet ik niet")."""
    bron: tuple[str, ...] = ()

    @cached_property
    def domain(self) -> tuple[str, ...]:
        """The single values a ja_nee or keuze takes, or the items of a meerkeuze (without onbekend)."""
        return ("ja", "nee", UNKNOWN) if self.kind == "ja_nee" else self.values

    @property
    def is_safety(self) -> bool:
        """Whether not knowing this fact leaves safety open."""
        return self.mild is not None


class Group(Part):
    """A group of facts that are asked and counted together (`facts.yaml`, key `groups`)."""

    id: Word
    titel: Text
    help: Text
    uitleg: Text


class Rule(Part):
    """One row of a decision table."""

    id: RuleId
    when: Mapping[str, Condition]
    then: str
    urgentie: Word | None = None
    urgentie_uit: Word | None = None
    grond: Grond | None = None
    bron: tuple[str, ...] = ()
    because: Text
    """One sentence of its own that a worker can repeat to a colleague."""


class Decision(Part):
    """A decision table in DMN's words."""

    id: Annotated[Word, Field(alias="decision")]
    titel: Text
    """What the table decides, in Dutch, for the rules page."""
    hit_policy: HitPolicy
    output: tuple[str, ...] = ()
    """Allowed outputs; their order is severity (worst first) where the policy is priority."""
    over: Count | None = None
    rules: tuple[Rule, ...] = ()
    adds_rules: Bool = False


class Besluit(Part):
    """One outcome of the weighing (`outcomes.yaml`), most severe first."""

    id: Word
    label: Text
    titels: Mapping[Word, Text]
    """Headline per urgentie of the whole advice, e.g. {vandaag: "Meld vandaag bij Veilig Thuis"}."""
    uitleg: Text
    mild: Bool = False
    """Never shown, logged or printed as an outcome while the advice is voorlopig."""


class Urgentie(Part):
    """One level of urgency, most urgent first."""

    id: Word
    label: Text
    uitleg: Text


class Actie(Part):
    """Something to do beside the routes."""

    id: Word
    label: Text
    """A command of at most eight words: "Doe de kindcheck"."""
    uitleg: Text
    """How, in one to three sentences."""
    stappen: tuple[Text, ...] = ()
    fact: Word | None = None
    """The ja_nee fact that says it is done: answering it ja ticks the action."""
    wanneer: Text
    """For the print: "vandaag", "voor de melding"."""
    wacht: Bool = False
    """Not shown while safety is open, unless it stands whatever is answered: a talk may not be safe yet."""
    wie: Text = "uitvoerder"


class Tegenstrijdigheid(Part):
    """A kind of contradiction between answers, in words."""

    id: Word
    label: Text
    uitleg: Text
    """What does not fit and that the advice follows the cautious reading."""


class Outcomes(Part):
    """`outcomes.yaml`."""

    besluit: tuple[Besluit, ...]
    urgentie: tuple[Urgentie, ...]
    acties: tuple[Actie, ...]
    tegenstrijdig: tuple[Tegenstrijdigheid, ...]


class Provider(Part):
    """Who gives help: the part of a route id before the dot."""

    id: Word
    naam: Text
    orde: Int
    """Place in lists; parent and child packs are merged by it."""


class Route(Dated):
    """Where to go, with everything a worker needs to go there (`routes.yaml`)."""

    id: RouteId
    orde: Int
    """Place among routes of equal urgency; parent and child packs are merged by it."""
    naam: Text
    kort: Text
    """One line under the name, at most some 60 characters."""
    wie: Text
    """Who they are and what they do."""
    voor_wie: Text
    telefoon: Text | None = None
    telefoon_uitleg: Text | None = None
    """Beside the number: "gratis, dag en nacht"."""
    bereikbaar: Text
    houd_klaar: tuple[Text, ...]
    """What to have ready: short items, at most five words each where possible."""
    vragen: tuple[Text, ...] = ()
    """What they will ask: short questions."""
    daarna: Text
    """What happens next."""
    termijn: Text
    """By when."""
    zelf: tuple[Text, ...] = ()
    """What the worker keeps doing: short commands."""
    uitvoerder: Text = "uitvoerder"
    """Who does it, for the print: "uitvoerder", "wijkteam"."""
    wacht: Bool = False
    """Not shown while safety is open, unless it stands whatever is answered."""
    bron: tuple[str, ...] = ()

    @property
    def provider(self) -> str:
        """The part before the dot: all that the log knows of a route."""
        return self.id.partition(".")[0]


class Block(Part):
    """A named block of questions inside a step: one page of the intake."""

    id: Word
    titel: Text
    vragen: tuple[Word, ...]


class StepRow(Part):
    """A row that says that a step is done or skipped: conditions as in decisions, and `answered`."""

    when: Mapping[str, Condition] = {}
    answered: tuple[Word, ...] = ()
    """Facts that must have an answer; onbekend counts as one."""
    reden: Word | None = None
    """Only of a skipped step: a reason id from `redenen`."""


class Reden(Part):
    """Why a step may be skipped."""

    id: Word
    label: Text


class Step(Part):
    """One of the five steps of the meldcode, or 0: Spoed (`steps.yaml`)."""

    id: Annotated[Int, Field(ge=0, le=5)]
    titel: Text
    kort: Text
    """One or two words for the rail."""
    uitleg: Text
    blokken: tuple[Block, ...]
    gedaan: tuple[StepRow, ...]
    overgeslagen: tuple[StepRow, ...] = ()


class RulePack(Part):
    """A whole pack, parents included: what the program works with."""

    id: Word
    version: Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)+$")]
    naam: Text
    valid_from: Day
    valid_until: Day | None = None
    extends: tuple[str, ...] = ()
    """Ids of the packs it builds on."""
    parents: Mapping[str, str] = {}
    """The same packs with their version, as `load_pack` takes it: an older version has older parents."""
    region: Text
    maintainer: Text
    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]
    groups: tuple[Group, ...]
    steps: tuple[Step, ...]
    redenen: tuple[Reden, ...]
    decisions: tuple[Decision, ...]
    outcomes: Outcomes
    providers: tuple[Provider, ...]
    routes: tuple[Route, ...]
    veiligheid: tuple[Veiligheid, ...] = ()
    bewaakt: tuple[Bewaakt, ...] = ()
    begrippen: tuple[Begrip, ...] = ()
    eigenschappen: tuple[Eigenschap, ...] = ()
    digest: str
    """"sha256:" and 64 hex digits over the logic; texts, stories and checks not included."""
    texts_digest: str
    """The same over the texts that a print shows."""
    folder: Path
    where: Mapping[str, str] = Field(default={}, repr=False)
    """Where a part was written, for faults: "rule:IT.1" -> "landelijk/decisions/10-gevaar.yaml:12"."""

    def valid_on(self, day: dt.date) -> bool:
        """Whether the pack counts on a day; the first and the last day are in."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    def changed(self, **parts: Any) -> RulePack:
        """Return a copy with other parts; unlike `model_copy` it forgets what was looked up before."""
        kept = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_construct(**{**kept, **parts})

    @cached_property
    def marked(self) -> Mapping[str, frozenset[str]]:
        """By mark (mild, wacht, kritiek) the ids of the besluiten, routes, acties or facts with it."""
        waits: list[Route | Actie] = [*self.routes, *self.outcomes.acties]
        return {
            "mild": frozenset(item.id for item in self.outcomes.besluit if item.mild),
            "wacht": frozenset(item.id for item in waits if item.wacht),
            "kritiek": frozenset(fact.id for fact in self.facts if fact.kritiek),
        }

    @cached_property
    def fact_by_id(self) -> Mapping[str, Fact]:
        """Facts by id, in the pack's order."""
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def decision_by_id(self) -> Mapping[str, Decision]:
        """Decision tables by id, parent's rows first."""
        return {decision.id: decision for decision in self.decisions}

    @cached_property
    def route_by_id(self) -> Mapping[str, Route]:
        """Routes by id, in the pack's order."""
        return {route.id: route for route in self.routes}

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def step_by_id(self) -> Mapping[int, Step]:
        """Steps by number."""
        return {step.id: step for step in self.steps}

    @cached_property
    def besluit_by_id(self) -> Mapping[str, Besluit]:
        """Besluiten by id, most severe first."""
        return {item.id: item for item in self.outcomes.besluit}

    @cached_property
    def urgentie_by_id(self) -> Mapping[str, Urgentie]:
        """Urgencies by id, most urgent first."""
        return {item.id: item for item in self.outcomes.urgentie}

    @cached_property
    def actie_by_id(self) -> Mapping[str, Actie]:
        """Actions by id."""
        return {item.id: item for item in self.outcomes.acties}

    @cached_property
    def tegenstrijdig_by_id(self) -> Mapping[str, Tegenstrijdigheid]:
        """Contradictions by id."""
        return {item.id: item for item in self.outcomes.tegenstrijdig}

    @cached_property
    def reden_by_id(self) -> Mapping[str, Reden]:
        """Reasons for a skipped step by id."""
        return {item.id: item for item in self.redenen}

    @cached_property
    def provider_by_id(self) -> Mapping[str, Provider]:
        """Providers by id."""
        return {item.id: item for item in self.providers}
