"""A pack as DMN: valid by the official schemas, with every fact, table, row, ground and source."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from lxml import etree

from packs import ROOT, SHIPPED, Folder
from routewijzer.interchange import dmn_feel as feel
from routewijzer.interchange.dmn import DmnFault, as_dmn, xml_id
from routewijzer.interchange.graph import feeders
from routewijzer.rules.base import Condition
from routewijzer.rules.load import load_pack
from routewijzer.rules.model import Rule, RulePack

PACKS = (*SHIPPED, "mini", "dorp")
SCHEMAS = ROOT / "tests" / "fixtures" / "dmn"
N = {
    "d": "https://www.omg.org/spec/DMN/20230324/MODEL/",
    "i": "https://www.omg.org/spec/DMN/20230324/DMNDI/",
    "dc": "http://www.omg.org/spec/DMN/20180521/DC/",
    "di": "http://www.omg.org/spec/DMN/20180521/DI/",
}


@cache
def schema(version: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / f"DMN{version.replace('.', '')}.xsd"))


def valid(pack: RulePack) -> Any:
    made = etree.fromstring(as_dmn(pack).encode())
    assert schema("1.5").validate(made), schema("1.5").error_log
    return made


@pytest.fixture(scope="module", params=PACKS)
def both(request, engines) -> tuple[RulePack, Any]:
    """A pack and its file, made once: each costs its layout."""
    pack = engines[request.param].pack
    return pack, valid(pack)


def one(made: Any, path: str) -> Any:
    """Return the only thing that a path finds."""
    (found,) = made.xpath(path, namespaces=N)
    return found


def texts(made: Any, path: str) -> list[str]:
    return [item.text or "" for item in made.xpath(path, namespaces=N)]


def test_it_is_valid_and_the_same_each_time(both) -> None:
    pack, made = both
    again = etree.fromstring(as_dmn(pack).encode())
    assert etree.tostring(again) == etree.tostring(made)
    assert made.get("namespace") == f"urn:routewijzer:{pack.id}:{pack.version}"
    about = one(made, "d:description").text
    assert pack.digest in about
    assert pack.naam in about
    ids = made.xpath("//@id")
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", ["alkmaar", "dorp"])
def test_the_older_form_says_the_same_under_older_names(engines, name: str) -> None:
    pack = engines[name].pack
    old, new = as_dmn(pack, "1.3"), as_dmn(pack)
    assert schema("1.3").validate(etree.fromstring(old.encode())), schema("1.3").error_log
    assert old.replace("20191111", "20230324") == new
    assert new.count("20230324") == 2


def test_a_wrong_file_would_not_be_valid(engines) -> None:
    for old, new in (
        ('hitPolicy="FIRST"', 'hitPolicy="BEST"'),
        ('id="S.1"', 'id="1"'),
        ('id="S.1"', 'id="S.2"'),
    ):
        wrong = as_dmn(engines["mini"].pack).replace(old, new)
        assert not schema("1.5").validate(etree.fromstring(wrong.encode()))


def test_every_fact_is_an_input_with_its_answers(both) -> None:
    pack, made = both
    assert made.xpath("d:inputData/@id", namespaces=N) == list(pack.fact_by_id)
    for fact in pack.facts:
        data = one(made, f"d:inputData[@id='{fact.id}']")
        assert data.get("name") == data[1].get("name") == fact.id
        assert fact.vraag in data[0].text
        kind = one(made, f"d:itemDefinition[@name='{data[1].get('typeRef')}']")
        listed = fact.kind == "meerkeuze"
        assert one(kind, "d:typeRef").text == ("Any" if listed else "string")
        accepted = one(kind, "d:allowedValues/d:text").text
        assert all(f'"{value}"' in accepted for value in (*fact.domain, "onbekend"))
        assert ("every item in ?" in accepted) == listed


def test_every_table_is_a_decision_with_its_policy_and_needs(both) -> None:
    pack, made = both
    names = made.xpath("d:decision/@name", namespaces=N)
    assert sorted(names) == sorted(pack.decision_by_id)
    for at, name in enumerate(names):
        decision, node = pack.decision_by_id[name], one(made, f"d:decision[@id='{name}']")
        assert one(node, "d:variable").get("name") == name
        assert one(node, "d:question").text == decision.titel
        table = one(node, "d:decisionTable")
        wanted = {"count": "COLLECT"}.get(decision.hit_policy, decision.hit_policy.upper())
        assert table.get("hitPolicy") == wanted
        assert table.get("aggregation") == ("COUNT" if decision.hit_policy == "count" else None)
        needs = [href[1:] for href in node.xpath("d:informationRequirement/*/@href", namespaces=N)]
        assert needs == list(feeders(pack, decision))
        inputs = [href[1:] for href in node.xpath(".//d:requiredInput/@href", namespaces=N)]
        assert inputs == [need for need in needs if need in pack.fact_by_id]
        assert {need for need in needs if need not in inputs} <= set(names[:at])  # each after what it asks
        columns = texts(table, "d:input/d:inputExpression/d:text")
        kinds = table.xpath("d:input/d:inputExpression/@typeRef", namespaces=N)
        assert kinds == [kind_of(pack, column) for column in columns]
        written = {key for rule in decision.rules for key in rule.when}
        assert columns == [need for need in needs if decision.over or need in written]
        if decision.hit_policy in ("first", "priority"):
            assert one(table, "d:output/d:outputValues/d:text").text == feel.values(decision.output)
            assert one(table, "d:output/d:defaultOutputEntry/d:text").text == f'"{decision.output[0]}"'


def kind_of(pack: RulePack, name: str) -> str:
    if name in pack.fact_by_id:
        return "Any" if pack.fact_by_id[name].kind == "meerkeuze" else "string"
    return "number" if pack.decision_by_id[name].over else "string"


def test_every_row_stands_there_with_its_ground_source_and_reason(both) -> None:
    pack, made = both
    for decision in pack.decisions:
        table = one(made, f"d:decision[@id='{decision.id}']/d:decisionTable")
        assert table.xpath("d:annotation/@name", namespaces=N) == ["rij", "grond", "bron", "omdat"]
        columns = texts(table, "d:input/d:inputExpression/d:text")
        rows = table.xpath("d:rule", namespaces=N)
        if decision.over is not None:
            counted = [fact.id for fact in pack.facts if fact.group == decision.over.group]
            assert [row.get("id") for row in rows] == [f"{decision.id}-telt-{name}" for name in counted]
            gives = [one(row, "d:outputEntry/d:text").text for row in rows]
            assert len(set(gives)) == len(gives) == len(counted)
            for row, name in zip(rows, counted, strict=True):
                cells = dict(zip(columns, texts(row, "d:inputEntry/d:text"), strict=True))
                assert cells.pop(name) == f'"{decision.over.is_}"'
                assert set(cells.values()) <= {"-"}
            continue
        assert [row.get("id") for row in rows] == [xml_id(rule.id) for rule in decision.rules]
        for row, rule in zip(rows, decision.rules, strict=True):
            check_row(pack, rule, row, columns)


def check_row(pack: RulePack, rule: Rule, row: Any, columns: list[str]) -> None:
    cells = dict(zip(columns, texts(row, "d:inputEntry/d:text"), strict=True))
    assert {name for name, cell in cells.items() if cell != "-"} == set(rule.when)
    gives = texts(row, "d:outputEntry/d:text")
    assert gives[0] == f'"{rule.then}"'
    urgentie = rule.urgentie_uit or (rule.urgentie and f'"{rule.urgentie}"')
    assert gives[1:] == ([urgentie] if urgentie else [])
    rij, grond, bron, omdat = texts(row, "d:annotationEntry/d:text")
    assert (rij, grond, omdat) == (rule.id, rule.grond or "", rule.because)
    assert all(f"{name} ({pack.source_by_id[name].titel})" in bron for name in rule.bron)
    shown = one(row, "d:description").text  # dmn-js shows no other annotation
    assert all(part in shown for part in (rule.id, rule.grond or "", *rule.bron, rule.because))
    assert bool(bron) == bool(rule.bron)


def test_everything_is_drawn_where_the_layout_puts_it(both) -> None:
    pack, made = both
    diagram = one(made, "i:DMNDI/i:DMNDiagram")
    shapes = diagram.xpath("i:DMNShape/@dmnElementRef", namespaces=N)
    assert sorted(shapes) == sorted([*pack.fact_by_id, *pack.decision_by_id])
    needs = made.xpath("//d:informationRequirement/@id", namespaces=N)
    assert sorted(diagram.xpath("i:DMNEdge/@dmnElementRef", namespaces=N)) == sorted(needs)
    for edge in diagram.xpath("i:DMNEdge", namespaces=N):
        assert len(edge.xpath("di:waypoint", namespaces=N)) >= 2
    low = one(diagram, "i:DMNShape[@dmnElementRef='vermoeden']/dc:Bounds")
    high = one(diagram, "i:DMNShape[@dmnElementRef='besluit']/dc:Bounds")
    assert float(low.get("y")) > float(high.get("y"))


CELLS = [
    (None, False, "-"),
    ("ja", False, '"ja"'),
    (["a", "b"], False, '"a","b"'),
    ({"not": ["a", "b"]}, False, 'not("a","b")'),
    ({"at_least": 3}, False, ">= 3"),
    ({"at_most": 3}, False, "<= 3"),
    ("onbekend", True, '"onbekend"'),
    ({"not": "onbekend"}, True, 'not(list contains(?, "onbekend"))'),
    ({"holds": ["a"]}, True, 'list contains(?, "a")'),
    ({"holds": ["a", "b"]}, True, 'list contains(?, "a") or list contains(?, "b")'),
    ({"at_least": 2}, True, '(count(?) >= 2) and not(list contains(?, "onbekend"))'),
    ({"at_most": 2}, True, '(count(?) <= 2) and not(list contains(?, "onbekend"))'),
]


@pytest.mark.parametrize(("condition", "of_list", "cell"), CELLS)
def test_a_condition_as_a_cell(condition, of_list: bool, cell: str) -> None:
    made = None if condition is None else Condition.model_validate(condition)
    assert feel.test(made, of_list=of_list) == cell


def test_odd_signs_and_ids_fit_in_xml(folder: Folder) -> None:
    folder.edit(
        "mini/decisions/20-uit.yaml", "because: Vastleggen moet", r'because: "a \x07 <b> & ]]> \" \u00a0"'
    )
    folder.edit("mini/decisions/20-uit.yaml", " altijd.}", "}")
    folder.edit("mini/decisions/20-uit.yaml", "id: A.2", "id: 1.2")
    made = valid(load_pack(folder.path, "mini"))
    assert one(made, "//d:rule[@id='_1.2']/d:annotationEntry[1]/d:text").text == "1.2"
    assert one(made, "//d:rule[@id='A.1']/d:annotationEntry[4]/d:text").text == 'a � <b> & ]]> "'


def test_a_name_that_feel_keeps_for_itself_is_refused(renamed) -> None:
    pack = load_pack(renamed("gebeld", "of").path, "mini")
    with pytest.raises(DmnFault, match=r"^pakket mini past niet in DMN: of is een woord van FEEL"):
        as_dmn(pack)
