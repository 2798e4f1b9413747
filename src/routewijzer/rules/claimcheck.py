"""How eigenschappen refer to the pack that they are about: everything `proof/` relies on."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter

from routewijzer import text
from routewijzer.rules.claims import Begrip, Situation
from routewijzer.rules.model import Fact, RulePack
from routewijzer.rules.yamlfile import Fault

URGENTIE = "urgentie"
"""The name under which a claim asks for the urgentie of the whole advice."""


def check(pack: RulePack) -> list[Fault]:
    """Return every claim of a resolved pack that leads nowhere or has the wrong shape."""
    return _Checker(pack).run()


def begrip_order(pack: RulePack) -> list[Begrip]:
    """Return the begrippen so that each stands after those that it uses.

    Raises:
        graphlib.CycleError: where they use each other in a circle.
    """
    known = {item.id: item for item in pack.begrippen}
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for item in pack.begrippen:
        used = {name for situation in item.een_van for name in situation}
        sorter.add(item.id, *sorted(used & known.keys()))
    return [known[name] for name in sorter.static_order()]


class _Checker:
    def __init__(self, pack: RulePack) -> None:
        self.pack = pack
        self.words = text.load().faults
        self.faults: list[Fault] = []
        self.begrippen = {item.id: item for item in pack.begrippen}
        self.urgencies = list(pack.urgentie_by_id)
        self.collected = {
            "routes": list(pack.route_by_id),
            "acties": list(pack.actie_by_id),
            "tegenstrijdig": list(pack.tegenstrijdig_by_id),
        }

    def run(self) -> list[Fault]:
        self.safety()
        self.guarded()
        for item in self.pack.begrippen:
            self.begrip(item)
        try:
            begrip_order(self.pack)
        except CycleError as error:
            chain = error.args[1]
            self.fault(f"begrippen:{chain[0]}", self.words.circle.format(chain=" > ".join(chain)))
        for claim in self.pack.eigenschappen:
            key = f"eigenschappen:{claim.id}"
            if bool(claim.dan) == bool(claim.nooit) or not claim.waar:
                self.fault(key, self.words.claim_shape.format(where=claim.id))
            for situation in (*claim.waar, *claim.dan, *claim.nooit):
                self.situation(key, claim.id, situation)
        return self.faults

    def fault(self, key: str, message: str) -> None:
        place = self.pack.where.get(key, f"{self.pack.id}/eigenschappen.yaml:1")
        self.faults.append(Fault.at(place, message))

    def known(self, key: str, where: str, got: str, accepted: Iterable[str]) -> None:
        names = list(accepted)
        if got not in names:
            message = self.words.unknown_word.format(where=where, got=got, accepted=", ".join(names))
            self.fault(key, message)

    def safety(self) -> None:
        """A safety fact that lost its mild answer, or got another, would slip out of the proof."""
        for item in self.pack.veiligheid:
            key = f"veiligheid:{item.id}"
            fact = self.pack.fact_by_id.get(item.id)
            if fact is None:
                self.known(key, "veiligheid", item.id, self.pack.fact_by_id)
            elif fact.mild != item.mild:
                there = self.words.nothing if fact.mild is None else fact.mild
                message = self.words.safety_other.format(where=item.id, got=item.mild, mild=there)
                self.fault(key, message)

    def guarded(self) -> None:
        """A mark that is lost would show or fill something too early."""
        for item in self.pack.bewaakt:
            if item.id not in self.pack.marked[item.teken]:
                accepted = ", ".join(sorted(self.pack.marked[item.teken]))
                message = self.words.mark_lost.format(where=item.id, mark=item.teken, accepted=accepted)
                self.fault(f"bewaakt:{item.id}", message)

    def begrip(self, item: Begrip) -> None:
        key = f"begrippen:{item.id}"
        first = self.pack.where.get(f"facts:{item.id}") or self.pack.where.get(f"decision:{item.id}")
        if first or item.id == URGENTIE:
            self.fault(key, self.words.double_id.format(id=item.id, first=first or URGENTIE))
        if bool(item.een_van) == (item.tel is not None):
            self.fault(key, self.words.begrip_shape.format(where=item.id))
        if item.tel is not None:
            self.known(key, item.id, item.tel.group, (group.id for group in self.pack.groups))
        for situation in item.een_van:
            self.situation(key, item.id, situation)

    def situation(self, key: str, where: str, situation: Situation) -> None:
        for name, claim in situation.items():
            accepted = self.accepted(name)
            if accepted is None:
                self.fault(key, self.words.unknown_input.format(where=where, got=name))
                continue
            fits = False
            for field, values in accepted.items():
                asked = getattr(claim, field)
                if asked is None:
                    continue
                fits = True
                self.values(key, f"{where} > {name}", asked, values)
            if not fits:
                shown = ", ".join(accepted)
                message = self.words.wrong_condition.format(where=where, fact=name, accepted=shown)
                self.fault(key, message)

    def values(self, key: str, where: str, asked: object, accepted: list[str] | None) -> None:
        """`accepted` None: a number."""
        if asked == ():
            self.fault(key, self.words.claim_empty.format(where=where))
        for value in asked if isinstance(asked, tuple) else (asked,):
            if (accepted is None) != isinstance(value, int):
                shown = self.words.kind_number if accepted is None else ", ".join(accepted)
                self.fault(key, self.words.unknown_word.format(where=where, got=value, accepted=shown))
            elif accepted is not None:
                self.known(key, where, str(value), accepted)

    def accepted(self, name: str) -> dict[str, list[str] | None] | None:
        """Return what may be asked of a name, by the field of a claim; None where nothing has that name."""
        number: dict[str, list[str] | None] = {"at_least": None, "at_most": None}
        if name in self.begrippen:
            return number if self.begrippen[name].tel else _plain(["ja", "nee"])
        if name in self.pack.fact_by_id:
            return _of_fact(self.pack.fact_by_id[name], number)
        if name in self.collected:
            return {"holds": self.collected[name]}
        if name in self.pack.decision_by_id:
            table = self.pack.decision_by_id[name]
            return number if table.hit_policy == "count" else _ordered(list(table.output))
        if name in self.pack.route_by_id or name == URGENTIE:
            return _ordered(self.urgencies)
        return None


def _plain(values: list[str]) -> dict[str, list[str] | None]:
    return {"one_of": values, "none_of": values}


def _ordered(values: list[str]) -> dict[str, list[str] | None]:
    return {**_plain(values), "at_least": values, "at_most": values}


def _of_fact(fact: Fact, number: dict[str, list[str] | None]) -> dict[str, list[str] | None]:
    if fact.kind != "meerkeuze":
        return _plain(list(fact.domain))
    return {**_plain(["onbekend"]), "holds": list(fact.values), **number}
