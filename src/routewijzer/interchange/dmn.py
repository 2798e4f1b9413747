"""A resolved pack as DMN 1.5: what any tool for decision tables reads, edits and runs (docs/dmn.md).

Every fact is an input, every table a decision, every row a rule; all are called by their ids in the pack.
Nothing here is of one vendor, and the same pack gives the same bytes.
"""

from __future__ import annotations

from typing import Final, Literal
from xml.etree import ElementTree as ET

from routewijzer import __version__, text
from routewijzer.interchange import dmn_feel as feel
from routewijzer.interchange.dmn_diagram import add_diagram, requirement
from routewijzer.interchange.graph import feeders, members
from routewijzer.interchange.xmltext import fit
from routewijzer.rules.base import Condition
from routewijzer.rules.model import Decision, Rule, RulePack
from routewijzer.rules.references import order

DmnVersion = Literal["1.5", "1.3"]
MODELS: Final[dict[DmnVersion, str]] = {
    "1.5": "https://www.omg.org/spec/DMN/20230324/",
    "1.3": "https://www.omg.org/spec/DMN/20191111/",
}
"""What the names of a version begin with. 1.3 is what the editors of the bpmn.io family read."""
SHAPES: Final = "http://www.omg.org/spec/DMN/20180521/"
POLICIES: Final = {"first": "FIRST", "priority": "PRIORITY", "collect": "COLLECT", "count": "COLLECT"}
ROUTES: Final = "routes"
"""The one table whose rows give two things: a route and its urgentie."""


class DmnFault(Exception):
    """A pack that DMN has no words for: one sentence, what and what is accepted."""


def as_dmn(pack: RulePack, version: DmnVersion = "1.5") -> str:
    """Return a pack that loaded without faults, its parents included, as a DMN file.

    Args:
        pack: the pack.
        version: of DMN. The two say the same in the same words; only the names of their schemas differ.

    Raises:
        DmnFault: where the id of a fact or table is a word of FEEL itself.
    """
    taken = [name for name in (*pack.fact_by_id, *pack.decision_by_id) if name in feel.RESERVED]
    if taken:
        raise DmnFault(text.load().interchange.dmn_reserved.format(pack=pack.id, names=", ".join(taken)))
    root = _Writer(pack).definitions(MODELS[version])
    ET.indent(root)
    written: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def xml_id(rule: str) -> str:
    """Return the id of a row as an XML id: those begin with no digit, and no id of a row with a "_"."""
    return f"_{rule}" if rule[0].isdigit() else rule


def type_name(name: str) -> str:
    """Return the name of the type of a fact or table: with a capital, so that it is no id of a pack."""
    return f"T_{name}"


class _Writer:
    def __init__(self, pack: RulePack) -> None:
        self.pack = pack
        self.words = text.load().interchange
        self.urgencies = [item.id for item in pack.outcomes.urgentie]
        self.collected = {
            ROUTES: [route.id for route in pack.routes],
            "acties": [item.id for item in pack.outcomes.acties],
            "tegenstrijdig": [item.id for item in pack.outcomes.tegenstrijdig],
        }

    def definitions(self, model: str) -> ET.Element:
        pack = self.pack
        names = {"xmlns": f"{model}MODEL/", "xmlns:dmndi": f"{model}DMNDI/"}
        names |= {"xmlns:dc": f"{SHAPES}DC/", "xmlns:di": f"{SHAPES}DI/"}
        root = ET.Element(
            "definitions",
            names,
            id=f"pakket-{pack.id}",
            name=fit(pack.naam),
            namespace=f"urn:routewijzer:{pack.id}:{pack.version}",
            exporter="Routewijzer Meldcode",
            exporterVersion=__version__,
        )
        about = self.words.dmn_about.format(
            name=pack.naam,
            version=pack.version,
            start=pack.valid_from.isoformat(),
            maintainer=pack.maintainer,
            digest=pack.digest,
        )
        _text(root, "description", about)
        self.types(root)
        for fact in pack.facts:
            data = ET.SubElement(root, "inputData", id=fact.id, name=fact.id, label=fit(fact.kort))
            _text(data, "description", f"{fact.vraag} {fact.help}")
            ET.SubElement(data, "variable", self.variable(fact.id))
        for decision in order(pack):
            self.decision(root, decision)
        add_diagram(root, pack)
        return root

    def types(self, root: ET.Element) -> None:
        for fact in self.pack.facts:
            kind = "Any" if fact.kind == "meerkeuze" else "string"
            _item(root, type_name(fact.id), kind, feel.allowed(fact))
        for decision in self.pack.decisions:
            name = type_name(decision.id)
            if decision.hit_policy != "collect":
                kind = "number" if decision.over else "string"
                _item(root, name, kind, None if decision.over else feel.values(decision.output))
            elif decision.id == ROUTES:
                made = ET.SubElement(root, "itemDefinition", name=name, isCollection="true")
                for column, accepted in self.columns(decision):
                    _item(made, column, "string", feel.values(accepted), tag="itemComponent")
            else:
                made = _item(root, name, "string", feel.values(self.collected[decision.id]))
                made.set("isCollection", "true")

    def columns(self, decision: Decision) -> list[tuple[str, list[str]]]:
        """Return what a table gives: for each column its name and the values in it."""
        if decision.id == ROUTES:
            return [("route", self.collected[ROUTES]), ("urgentie", self.urgencies)]
        return [(decision.id, self.collected.get(decision.id, list(decision.output)))]

    def variable(self, name: str) -> dict[str, str]:
        """Return name and type of what a fact or decision holds."""
        return {"id": f"{name}-waarde", "name": name, "typeRef": type_name(name)}

    def decision(self, root: ET.Element, decision: Decision) -> None:
        name, asked = decision.id, feeders(self.pack, decision)
        made = ET.SubElement(root, "decision", id=name, name=name, label=fit(decision.titel))
        _text(made, "question", decision.titel)
        ET.SubElement(made, "variable", self.variable(name))
        for source in asked:
            need = ET.SubElement(made, "informationRequirement", id=requirement(source, name))
            kind = "requiredInput" if source in self.pack.fact_by_id else "requiredDecision"
            ET.SubElement(need, kind, href=f"#{source}")
        table = ET.SubElement(made, "decisionTable", id=f"{name}-tabel")
        table.set("hitPolicy", POLICIES[decision.hit_policy])
        if decision.over is not None:
            table.set("aggregation", "COUNT")
        # What only an output entry names (urgentie_uit) is required, but no column.
        read = {key for rule in decision.rules for key in rule.when}
        inputs = [source for source in asked if decision.over is not None or source in read]
        for source in inputs:
            self.input(table, name, source)
        self.outputs(table, decision)
        for column in self.words.dmn_annotations:
            ET.SubElement(table, "annotation", name=column)
        if decision.over is not None:
            self.counted(table, decision, inputs)
        for rule in decision.rules:
            self.rule(table, rule, inputs)

    def input(self, table: ET.Element, name: str, source: str) -> None:
        fact, asked = self.pack.fact_by_id.get(source), self.pack.decision_by_id.get(source)
        label = fact.kort if fact else asked.titel if asked else source
        made = ET.SubElement(table, "input", id=f"{name}-kolom-{source}", label=fit(label))
        accepted = fact.domain if fact and not self.is_list(source) else asked.output if asked else ()
        # The plain types of FEEL: not every editor and engine knows others in a column.
        kind = "Any" if self.is_list(source) else "string" if accepted else "number"
        expression = {"id": f"{name}-leest-{source}", "typeRef": kind}
        _text(ET.SubElement(made, "inputExpression", expression), "text", source)
        if accepted:
            _text(ET.SubElement(made, "inputValues"), "text", feel.values(accepted))

    def is_list(self, name: str) -> bool:
        """Return whether a name is that of a meerkeuze."""
        return name in self.pack.fact_by_id and self.pack.fact_by_id[name].kind == "meerkeuze"

    def outputs(self, table: ET.Element, decision: Decision) -> None:
        columns = self.columns(decision)
        for column, accepted in columns:
            made = ET.SubElement(table, "output", id=f"{decision.id}-geeft-{column}", label=column)
            if len(columns) > 1:  # the name of an only column is that of the decision
                made.set("name", column)
            made.set("typeRef", "number" if decision.over else "string")
            if accepted:
                _text(ET.SubElement(made, "outputValues"), "text", feel.values(accepted))
            if decision.output:  # where no row holds: the most severe, unknown is never read as safe
                _text(ET.SubElement(made, "defaultOutputEntry"), "text", feel.value(decision.output[0]))

    def counted(self, table: ET.Element, decision: Decision, inputs: list[str]) -> None:
        """Add a row for each fact that counts; each gives another number, as some engines skip doubles."""
        if decision.over is None:
            return
        asked = Condition.model_validate(decision.over.is_)
        for number, name in enumerate(members(self.pack, decision.over.group), 1):
            because = self.words.dmn_counts.format(fact=self.pack.fact_by_id[name].kort)
            cells = [asked if source == name else None for source in inputs]
            made = self.row(table, f"{decision.id}-telt-{name}", because, inputs, cells)
            _text(ET.SubElement(made, "outputEntry"), "text", str(number))
            _annotations(made, ("", "", "", because))

    def rule(self, table: ET.Element, rule: Rule, inputs: list[str]) -> None:
        cells = [rule.when.get(source) for source in inputs]
        ground = ", ".join([rule.grond, *rule.bron]) if rule.grond else ""
        line = self.words.dmn_row_ground if ground else self.words.dmn_row
        said = line.format(id=rule.id, ground=ground, because=rule.because)
        made = self.row(table, xml_id(rule.id), said, inputs, cells)
        _text(ET.SubElement(made, "outputEntry"), "text", feel.value(rule.then))
        if rule.urgentie_uit is not None:
            _text(ET.SubElement(made, "outputEntry"), "text", rule.urgentie_uit)
        elif rule.urgentie is not None:
            _text(ET.SubElement(made, "outputEntry"), "text", feel.value(rule.urgentie))
        bron = "; ".join(f"{name} ({self.pack.source_by_id[name].titel})" for name in rule.bron)
        _annotations(made, (rule.id, rule.grond or "", bron, rule.because))

    def row(
        self, table: ET.Element, name: str, said: str, inputs: list[str], cells: list[Condition | None]
    ) -> ET.Element:
        """Add a row: what dmn-js shows beside it, and its cells."""
        made = ET.SubElement(table, "rule", id=name)
        _text(made, "description", said)
        for source, cell in zip(inputs, cells, strict=True):
            asked = feel.test(cell, of_list=self.is_list(source))
            _text(ET.SubElement(made, "inputEntry"), "text", asked)
        return made


def _item(
    parent: ET.Element, name: str, kind: str, allowed: str | None, *, tag: str = "itemDefinition"
) -> ET.Element:
    made = ET.SubElement(parent, tag, name=name)
    _text(made, "typeRef", kind)
    if allowed:
        _text(ET.SubElement(made, "allowedValues"), "text", allowed)
    return made


def _annotations(rule: ET.Element, texts: tuple[str, ...]) -> None:
    for each in texts:
        _text(ET.SubElement(rule, "annotationEntry"), "text", each)


def _text(parent: ET.Element, tag: str, content: str) -> None:
    ET.SubElement(parent, tag).text = fit(content)
