"""The drawing of a pack without a window: what is a box, which lines are left out, and the path of a case."""

from __future__ import annotations

import pytest

from advicecases import EXAMPLE, MILD, OPEN_MILD
from packs import RULES, TINY
from routewijzer.advice.compile import holds
from routewijzer.case import CaseReader
from routewijzer.desktop.presenters import casepath, coveragelines, drawing, ruletables, sourcepage
from routewijzer.desktop.session import Session
from routewijzer.interchange.graph import Edge, Graph, Node
from routewijzer.rules.references import RESERVED

PACKS = ("landelijk", "alkmaar", "mini", "dorp")


def reached(edges):
    """Return every pair of which the second is reached from the first along the lines."""
    pairs = {(edge.source, edge.target) for edge in edges}
    while True:
        longer = pairs | {(a, d) for a, b in pairs for c, d in pairs if b == c}
        if longer == pairs:
            return pairs
        pairs = longer


def asked(pack, decision):
    """Return what a table asks: written out, apart from the code under test."""
    if decision.over is not None:
        return {fact.id for fact in pack.facts if fact.group == decision.over.group}
    names = {name for rule in decision.rules for name in rule.when}
    return names | {rule.urgentie_uit for rule in decision.rules if rule.urgentie_uit}


@pytest.mark.parametrize("name", PACKS)
def test_all_lines_are_those_of_the_rules(engines, name):
    pack = engines[name].pack
    view = drawing.drawing(pack, "all")
    assert [node.id for node in view.nodes] == [decision.id for decision in pack.decisions]
    expected = {
        (source, decision.id)
        for decision in pack.decisions
        for source in asked(pack, decision)
        if source in pack.decision_by_id
    }
    assert {(edge.source, edge.target) for edge in view.edges} == expected
    assert {node.id for node in view.nodes if node.kind == "end"} == set(RESERVED)


@pytest.mark.parametrize("name", PACKS)
def test_the_main_lines_lead_everywhere_that_all_lines_lead(engines, name):
    pack = engines[name].pack
    everything, main = (drawing.drawing(pack, level).edges for level in ("all", "main"))
    assert set(main) <= set(everything)
    assert reached(main) == reached(everything)
    for edge in main:
        assert reached([other for other in main if other != edge]) != reached(main), f"{edge} can be missed"


def test_main_lines_leave_a_kept_line():
    nodes = tuple(Node(name, "decision", name) for name in "abc")
    lines = (Edge("a", "b"), Edge("b", "c"), Edge("a", "c"))
    assert drawing.main_lines(Graph(nodes, lines)).edges == lines[:2]
    assert drawing.main_lines(Graph(nodes, lines), frozenset(lines[2:])).edges == lines


def test_questions_are_drawn_as_their_blocks(engines):
    pack = engines["mini"].pack
    view = drawing.drawing(pack, "questions")
    blocks = {block.titel: block for step in pack.steps for block in step.blokken if block.vragen}
    drawn = {node.title: node for node in view.nodes if node.kind == "questions"}
    assert set(drawn) == set(blocks)
    assert not any(node.opens for node in drawn.values())
    for title, block in blocks.items():
        fed = {decision.id for decision in pack.decisions if asked(pack, decision) & set(block.vragen)}
        lines = {target for source, target in reached(view.edges) if source == drawn[title].id}
        assert fed <= lines


def test_a_box_says_what_feeds_it_and_what_it_feeds(engines):
    nodes = {node.id: node for node in drawing.drawing(engines["mini"].pack, "questions").nodes}
    title = engines["mini"].pack.decision_by_id["besluit"].titel
    assert nodes["besluit"].name == f"Tabel: {title}, gevoed door 1 tabel, voedt 2 tabellen"
    assert nodes["spoed"].title == "Hoe snel?"


# The path of a case.


def opened(tmp_path, engines, answers, name="alkmaar", shown=None):
    """Return a session with an intake of these answers, whose rules page shows pack `shown`."""
    made = Session(RULES, tmp_path)
    made.engine = engines[name]
    made.begin_from(engines[name], CaseReader(engines[name].pack).read({"answers": answers}))
    made.engine = engines[shown or name]
    return made


def test_without_an_intake_there_is_no_path_and_no_notice(engines, tmp_path):
    made = Session(TINY, tmp_path)
    made.engine = engines["mini"]
    assert casepath.path(made) == casepath.NO_PATH


def test_the_path_leads_from_answers_to_besluit_and_routes(engines, tmp_path):
    session = opened(tmp_path, engines, EXAMPLE)
    pack, advice = engines["alkmaar"].pack, session.intake.advice
    path = casepath.path(session)
    assert path.present
    assert not path.notice
    given = dict(path.given)
    assert given["besluit"] == pack.besluit_by_id[advice.besluit].label
    tables = {name for edge in path.edges for name in edge if name in pack.decision_by_id}
    assert tables <= set(given)
    for decision, rule in ((d, r) for d in pack.decisions for r in d.rules if r.id in path.rows):
        if any(reason.rule == rule.id for reason in advice.besluit_because):
            assert {(name, decision.id) for name in rule.when} <= path.edges
    ends = {target for source, target in reached([Edge(*edge) for edge in path.edges])}
    assert {"besluit", "routes"} <= ends
    sources = {source for source, _ in path.edges} - {target for _, target in path.edges}
    assert sources <= {*pack.fact_by_id, *pack.decision_by_id}
    assert sources & set(pack.fact_by_id)


def test_a_counting_table_on_the_path_is_fed_by_what_it_counted(engines, tmp_path):
    flags = {"gevaar": "nee", "vormen": [], "vermoeden": "nee", "gebeld": "ja"}
    session = opened(tmp_path, engines, {**flags, "vlag_mes": "ja", "vlag_ruzie": "ja"}, "mini")
    path = casepath.path(session)
    assert {("vlag_mes", "aantal"), ("vlag_ruzie", "aantal"), ("aantal", "ernst")} <= path.edges
    assert dict(path.given)["aantal"] == "2"


def test_every_row_of_a_settled_case_that_decided_is_marked(engines, tmp_path):
    session = opened(tmp_path, engines, MILD)
    pack, path, answers = engines["alkmaar"].pack, casepath.path(session), session.intake.case.answers
    assert not session.intake.advice.voorlopig
    values = {fact.id: answers.get(fact.id, "onbekend") for fact in pack.facts}
    values |= session.engine.table_values(session.intake.case)
    for decision in pack.decisions:
        marked = [rule for rule in decision.rules if rule.id in path.rows]
        for rule in marked:
            assert all(holds(condition, values[name]) for name, condition in rule.when.items())
        if decision.hit_policy in ("first", "priority"):
            assert [rule.then for rule in marked] == [values[decision.id]]
        view = ruletables.table(pack, decision.id, path)
        assert {row.id for row in view.rows if row.decided} == {rule.id for rule in marked}


def test_a_mild_besluit_that_is_not_settled_lights_nothing(engines, tmp_path):
    session = opened(tmp_path, engines, OPEN_MILD)
    assert not session.intake.advice.settled
    path = casepath.path(session)
    assert "veiligheidsvragen" in path.notice
    assert path == casepath.PathView(path.notice)


def test_while_safety_is_open_only_the_chains_that_may_be_told_are_marked(engines, tmp_path):
    session = opened(tmp_path, engines, {"direct_gevaar": "ja"})
    advice = session.intake.advice
    assert advice.voorlopig
    assert advice.settled
    chains = [*advice.besluit_because]
    for route in advice.routes:
        chains += route.because if route.id in advice.told else ()
    assert casepath.path(session).rows == {reason.rule for reason in chains}


def test_a_case_of_another_pack_has_no_path_here(engines, tmp_path):
    session = opened(tmp_path, engines, EXAMPLE, "alkmaar", shown="landelijk")
    assert "ander regelpakket" in casepath.path(session).notice


@pytest.mark.parametrize("level", drawing.LEVELS)
def test_the_path_is_drawn_whole_at_every_level(engines, tmp_path, level):
    session = opened(tmp_path, engines, EXAMPLE)
    pack, path = engines["alkmaar"].pack, casepath.path(session)
    view = drawing.drawing(pack, level, path)
    lit = {(edge.source, edge.target) for edge in view.edges if edge.lit}
    between = {edge for edge in path.edges if edge[0] in pack.decision_by_id}
    assert between <= lit
    assert {node.id for node in view.nodes if node.lit} >= {name for edge in lit for name in edge}
    plain = drawing.drawing(pack, level)
    assert not any(edge.lit for edge in plain.edges)
    assert not any(node.lit for node in plain.nodes)
    besluit = next(node for node in view.nodes if node.id == "besluit")
    assert besluit.name.endswith(f"Deze casus: {besluit.note}")


# A table in full, and a source.


@pytest.mark.parametrize("name", PACKS)
def test_what_feeds_a_table_and_what_it_feeds_are_each_others_mirror(engines, name):
    pack = engines[name].pack
    views = {decision.id: ruletables.table(pack, decision.id) for decision in pack.decisions}
    fed = {(link.id, table) for table, view in views.items() for link in view.fed_by}
    feeds = {(table, link.id) for table, view in views.items() for link in view.feeds}
    assert fed == feeds
    assert fed == {(e.source, e.target) for e in drawing.drawing(pack, "all").edges}


def test_the_lines_of_a_table(engines):
    engine = engines["mini"]
    covered, fault = coveragelines.covered(engine)
    assert fault == ""
    ernst = ruletables.table(engine.pack, "ernst", None, covered)
    assert ernst.lines[0] == "Wordt gevoed door 1 tabel en 3 vragen. Voedt 2 tabellen."
    counts = covered.tables["ernst"].counts
    assert ernst.lines[1].startswith(f"{sum(1 for n in counts.values() if n)} van {len(counts)} rijen")
    assert ("geen voorbeeld" in ernst.rows[0].touched) == (counts["E.1"] == 0)
    routes = ruletables.table(engine.pack, "routes")
    assert routes.lines[0].endswith("Geen andere tabel gebruikt de uitkomst.")
    assert routes.rows[0].touched == ""


def test_the_line_about_the_whole_pack_counts_as_coverage_does(engines):
    covered, _ = coveragelines.covered(engines["alkmaar"])
    told = coveragelines.line(engines["alkmaar"])
    for part in (covered.rows, covered.routes, covered.borders):
        assert f"{part.touched} van {part.total}" in told


def test_cases_that_cannot_be_read_are_told(folder):
    from routewijzer.advice.engine import Engine
    from routewijzer.rules.load import load_pack

    folder.write("mini/cases/kapot.yaml", "id: kapot\n")
    told = coveragelines.line(Engine(load_pack(folder.path, "mini")))
    assert "kapot.yaml" in told


def test_a_source_in_full(engines):
    pack = engines["mini"].pack
    view = sourcepage.source(pack, "norm")
    source = pack.source_by_id["norm"]
    assert [told for _, told in view.parts] == [source.waar, source.zegt]
    rows = {link.id: link.note for link in view.used}
    assert rows["ernst"] == "rijen E.1, E.3"
    resting = {d.id for d in pack.decisions if any("norm" in rule.bron for rule in d.rules)}
    assert set(rows) == resting
    for item in engines["alkmaar"].pack.sources:
        made = sourcepage.source(engines["alkmaar"].pack, item.id)
        assert ("Gecontroleerd op" in made.checked) == (item.gecontroleerd_op is not None)
        assert (made.confirm is not None) == item.controle_nodig
