"""The rules page: from the drawing to a table, its rows, a source and back; the path of the open case."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from advicecases import EXAMPLE, OPEN_MILD
from packs import TINY
from routewijzer.case import CaseReader
from routewijzer.desktop.widgets.graphnode import GraphNode
from routewijzer.desktop.widgets.graphview import READABLE
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.rows import LinkRow

ENTER, ESC, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down
CONTROL = Qt.KeyboardModifier.ControlModifier
LOOKS = [("licht", 1.0), ("contrast", 1.0), ("donker", 1.5), ("licht", 2.0)]


def texts(root):
    QApplication.processEvents()
    return [label.text() for label in root.findChildren(WrapLabel) if label.isVisibleTo(root)]


def focus():
    return QApplication.focusWidget()


@pytest.fixture
def page(open_window, engines, qapp):
    def opened(answers=None, **how):
        window = open_window(**how)
        if answers is not None:
            case = CaseReader(engines["alkmaar"].pack).read({"answers": answers})
            window.bridge.session.begin_from(engines["alkmaar"], case)
        window.bridge.show("regels")
        qapp.processEvents()
        shown = window.page()
        shown.focus_first()
        return shown

    return opened


def test_the_drawing_comes_first_and_has_the_focus(page):
    shown = page()
    assert isinstance(focus(), GraphNode)
    assert shown.drawing.isVisible()
    assert not shown.list.isVisible()
    decisions = shown.bridge.session.engine.pack.decisions
    assert {box.view.title for box in shown.drawing.graph.nodes.values()} == {d.titel for d in decisions}
    assert any("van 248 rijen" in line for line in texts(shown))


def test_from_box_to_table_to_source_and_all_the_way_back(page, press):
    shown = page()
    pack = shown.bridge.session.engine.pack
    shown.drawing.graph.focus_node("afweging_2")
    press(ENTER)
    assert texts(shown.detail)[0] == pack.decision_by_id["afweging_2"].titel
    assert shown.current == "afweging_2"
    assert focus() is shown.back
    assert shown.back.label == "Terug naar de tekening"
    link = next(row for row in shown.detail.findChildren(LinkRow) if row.view.id in pack.source_by_id)
    source = pack.source_by_id[link.view.id]
    link.setFocus()
    press(ENTER)
    assert {source.titel, source.waar, source.zegt} <= set(texts(shown.detail))
    assert shown.back.accessibleName() == f"Terug naar ‘{pack.decision_by_id['afweging_2'].titel}’"
    table = shown.detail.findChildren(LinkRow)[0]
    table.setFocus()
    press(ENTER)
    assert texts(shown.detail)[0] == pack.decision_by_id[table.view.id].titel
    press(ESC)
    assert source.zegt in texts(shown.detail)
    press(ESC)
    assert texts(shown.detail)[0] == pack.decision_by_id["afweging_2"].titel
    press(ESC)
    assert shown.drawing.isVisible()
    assert focus() is shown.drawing.graph.nodes["afweging_2"]


def test_a_table_leads_to_what_feeds_it(page, press):
    shown = page()
    pack = shown.bridge.session.engine.pack
    shown.drawing.graph.focus_node("besluit")
    press(ENTER)
    assert "Wordt gevoed door" in texts(shown.detail)
    fed = next(row for row in shown.detail.findChildren(LinkRow) if row.view.id == "afweging_5")
    fed.setFocus()
    press(ENTER)
    assert texts(shown.detail)[0] == pack.decision_by_id["afweging_5"].titel
    assert [row.view.id for row in shown.list.rows if row.current] == ["afweging_5"]
    press(ESC)
    assert texts(shown.detail)[0] == pack.decision_by_id["besluit"].titel


def test_the_list_is_there_beside_the_drawing(page, press, qapp):
    shown = page()
    shown.views.focus_chosen()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    assert shown.list.isVisible()
    assert not shown.drawing.isVisible()
    assert not shown.back.isVisible()
    shown.focus_first()
    press(DOWN)
    assert texts(shown.detail)[0] == shown.list.rows[1].view.title
    shown.views.chips["graph"].click()
    assert shown.drawing.isVisible()
    shown.to_search()
    assert focus() is shown.field


def test_choosing_from_the_list_leaves_no_way_back_to_the_drawing(page, press):
    shown = page()
    press(ENTER)
    assert shown.back.isVisible()
    shown.list.rows[3].click()
    assert not shown.back.isVisible()


def test_keys_and_buttons_zoom(page, press):
    graph = page().drawing.graph
    before = graph.zoom
    press(Qt.Key.Key_Plus, CONTROL)
    assert graph.zoom > before
    press(Qt.Key.Key_Minus, CONTROL)
    press(Qt.Key.Key_Minus, CONTROL)
    assert graph.zoom < before
    press(Qt.Key.Key_0, CONTROL)
    assert graph.zoom == pytest.approx(graph._fitting())


def test_levels_change_what_is_drawn(page):
    shown = page()
    graph, levels = shown.drawing.graph, shown.drawing.levels
    main = len(graph._edges)
    levels.setCurrentIndex(1)
    assert len(graph._edges) > main
    levels.setCurrentIndex(2)
    assert any(box.view.kind == "questions" for box in graph.nodes.values())
    assert graph.current in graph.nodes


def test_without_a_case_there_is_no_switch(page):
    shown = page()
    assert not shown.drawing.path.isVisible()
    assert not any(box.view.lit for box in shown.drawing.graph.nodes.values())


def test_the_path_of_the_case_is_lit_and_its_rows_are_marked(page, press, qtbot):
    shown = page(EXAMPLE)
    graph, pack = shown.drawing.graph, shown.bridge.session.engine.pack
    besluit = pack.besluit_by_id[shown.bridge.session.intake.advice.besluit].label
    assert graph.nodes["besluit"].view.note == besluit
    assert graph.nodes["besluit"].view.lit
    graph.focus_node("routes")
    press(ENTER)
    decided = shown._decided
    assert "Deze rij klopt in deze casus." in texts(decided)
    port = shown.detail.viewport()
    qtbot.waitUntil(lambda: 0 <= decided.mapTo(port, QPoint(0, 0)).y() < port.height() / 2)
    assert "besliste in deze casus" in decided.accessibleName()


def test_a_besluit_that_may_not_be_told_is_told_nowhere(page):
    shown = page(OPEN_MILD)
    assert not shown.drawing.path.isVisible()
    assert any("nog veiligheidsvragen open" in line for line in texts(shown.drawing))
    for name in ("besluit", "routes", "acties"):
        shown.choose(name)
        assert shown._decided is None
    assert not any(box.view.lit or box.view.note for box in shown.drawing.graph.nodes.values())


def test_the_path_can_be_switched_off_and_stays_off(page, qapp):
    shown = page(EXAMPLE)
    graph = shown.drawing.graph
    graph.larger()
    zoom = graph.zoom
    shown.drawing.path.click()
    assert not any(box.view.lit or box.view.note for box in graph.nodes.values())
    assert graph.zoom == zoom
    shown.bridge.session.answer("direct_gevaar", "ja")
    shown.bridge.show("regels")
    qapp.processEvents()
    assert not any(box.view.lit for box in graph.nodes.values())
    shown.drawing.path.click()
    assert graph.nodes["besluit"].view.lit


def test_another_answer_changes_the_path(page, qapp):
    shown = page(EXAMPLE)
    before = {name: box.view.note for name, box in shown.drawing.graph.nodes.items()}
    bridge = shown.bridge
    bridge.session.answer("direct_gevaar", "ja")
    bridge.show("regels")
    qapp.processEvents()
    after = {name: box.view.note for name, box in shown.drawing.graph.nodes.items()}
    assert after["besluit"] != before["besluit"]


def test_when_the_intake_ends_the_path_goes(page, qapp):
    shown = page(EXAMPLE)
    assert shown.drawing.path.isVisible()
    shown.bridge.leave()
    shown.bridge.show("regels")
    qapp.processEvents()
    assert not shown.drawing.path.isVisible()
    assert not any(box.view.lit for box in shown.drawing.graph.nodes.values())


@pytest.mark.parametrize(("mode", "scale"), LOOKS)
def test_nothing_is_clipped(page, assert_nothing_clipped, press, mode, scale):
    shown = page(EXAMPLE, mode=mode, scale=scale)
    assert_nothing_clipped(shown.window())
    shown.drawing.graph.focus_node("afweging_2")
    press(ENTER)
    assert_nothing_clipped(shown.window())
    next(r for r in shown.detail.findChildren(LinkRow) if r.view.note == "Bron").click()
    assert_nothing_clipped(shown.window())


def test_in_a_narrow_window_esc_goes_back_to_the_drawing(page, press):
    shown = page(scale=2.0)
    assert shown.drawing.graph.zoom >= READABLE
    shown.drawing.graph.focus_node("besluit")
    press(ENTER)
    assert shown.detail.isVisible()
    assert not shown.list.isVisible()
    assert focus() is shown.back
    press(ESC)
    assert shown.drawing.isVisible()
    assert focus() is shown.drawing.graph.nodes["besluit"]


@pytest.mark.parametrize("name", ["mini", "dorp"])
def test_other_packs_are_drawn_too(open_window, engines, qapp, name):
    window = open_window(rules=TINY, loaded=False)
    window.bridge.session.engine = engines[name]
    window.bridge.show("regels")
    qapp.processEvents()
    nodes = window.page().drawing.graph.nodes
    assert set(nodes) == set(engines[name].pack.decision_by_id)


def test_a_refused_pack_leaves_its_faults_and_no_drawing(open_window, folder):
    folder.edit("mini/facts.yaml", "kind: keuze", "kind: iets")
    window = open_window(rules=folder.path, loaded=False)
    window.bridge._pack = "mini"
    window.bridge.load_pack()
    window.bridge.show("regels")
    shown = window.page()
    assert not shown.drawing.isVisible()
    assert not shown.views.isVisible()
    assert any("facts.yaml:" in line for line in texts(shown))
