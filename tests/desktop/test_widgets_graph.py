"""The drawing of a graph: read whole, walked by keyboard, zoomed, and a path told not by colour alone."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication

from routewijzer.desktop.presenters import drawing
from routewijzer.desktop.widgets import graphlines, graphview, graphwalk
from routewijzer.desktop.widgets.drawing import DrawingView, EdgeView, NodeView

CONTROL = Qt.KeyboardModifier.ControlModifier
KEYS = Qt.Key


def node(name, kind="table", **more):
    return NodeView(name, kind, f"Tabel {name}", f"Tabel: {name}", **more)


NODES = (node("a"), node("b"), node("c"), node("d", "end"), node("q", "questions", opens=False))
EDGES = tuple(EdgeView(*pair) for pair in ("ab", "ac", "bd", "cd", "qb"))
SMALL = DrawingView("Tekening", NODES, EDGES)


@pytest.fixture
def graph(theme, show, qapp):
    def shown(view=SMALL, width=900, height=600):
        made = graphview.GraphView(theme)
        show(made, width=width, height=height)
        made.parentWidget().layout().setStretch(0, 1)
        made.set_view(view)
        made.resize(width - 30, height - 30)
        qapp.processEvents()
        return made

    return shown


def focus():
    return QApplication.focusWidget().view.id


def overlaps(made):
    boxes = [node.geometry() for node in made.nodes.values()]
    return [(a, b) for at, a in enumerate(boxes) for b in boxes[at + 1 :] if a.intersects(b)]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", ["alkmaar", "mini"])
@pytest.mark.parametrize("level", drawing.LEVELS)
def test_no_title_is_cut_and_no_box_covers_another(theme, graph, engines, scale, name, level):
    theme.set_scale(scale)
    made = graph(drawing.drawing(engines[name].pack, level))
    assert made.zoom >= graphview.READABLE
    assert overlaps(made) == []
    for box in made.nodes.values():
        title, note = box._blocks()
        width, height = box.width() / made.zoom, box.height() / made.zoom
        room = width - 2 * theme.space(9)
        assert title.narrowest() <= room + 1
        assert height >= title.height(room) + note.height(room) + 2 * theme.space(9) - 1
        assert made._canvas.rect().contains(box.geometry())


def test_the_shipped_pack_fits_in_width_at_first_sight(graph, engines):
    made = graph(drawing.drawing(engines["alkmaar"].pack), width=1054, height=575)
    assert made.horizontalScrollBar().maximum() == 0
    small = made.theme.font("small").pixelSize() * made.zoom
    assert small >= 11.5


def test_a_screen_reader_finds_buttons_with_names_in_a_named_group(graph):
    made = graph()
    face = QAccessible.queryAccessibleInterface(made.nodes["a"])
    assert face.role() == QAccessible.Role.Button
    assert face.text(QAccessible.Text.Name) == "Tabel: a"
    assert QAccessible.queryAccessibleInterface(made._canvas).text(QAccessible.Text.Name) == "Tekening"


def test_arrows_follow_lines_and_rows_and_it_is_one_tab_stop(graph, press):
    made = graph()
    made.focus_node("a")
    press(KEYS.Key_Down)
    first = focus()
    assert first in "bc"
    press(KEYS.Key_Right)
    press(KEYS.Key_Left)
    press(KEYS.Key_Left)
    row = {first, focus()}
    assert row <= set("bcq")
    press(KEYS.Key_Down)
    assert focus() in "bcd"
    press(KEYS.Key_End)
    assert focus() == "d"
    press(KEYS.Key_Up)
    assert focus() in "bc"
    press(KEYS.Key_Home)
    assert focus() in "aq"
    strong = [name for name, box in made.nodes.items() if box.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert strong == [made.current] == [focus()]


@pytest.mark.parametrize("level", drawing.LEVELS)
@pytest.mark.parametrize("name", ["alkmaar", "dorp"])
def test_every_box_is_reached_by_arrows_from_every_other(graph, engines, name, level):
    made = graph(drawing.drawing(engines[name].pack, level))
    lines = [(edge.source, edge.target) for edge in made._edges]
    leads = {
        here: {
            graphwalk.step(made._layout.boxes, lines, here, way) for way in ("up", "down", "left", "right")
        }
        for here in made.nodes
    }
    for start in made.nodes:
        seen, todo = {start}, [start]
        while todo:
            fresh = leads[todo.pop()] - seen
            seen |= fresh
            todo += fresh
        assert seen == set(made.nodes), f"not from {start}: {set(made.nodes) - seen}"


def test_enter_and_a_click_open_a_table_and_never_a_block_of_questions(graph, press, qtbot):
    made = graph()
    sent = []
    made.opened.connect(sent.append)
    made.focus_node("b")
    press(KEYS.Key_Return)
    qtbot.mouseClick(made.nodes["c"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(made.nodes["q"], Qt.MouseButton.LeftButton)
    assert sent == ["b", "c"]
    assert focus() == "q"


def test_zoom_stays_within_bounds_and_takes_its_texts_along(graph):
    made = graph()
    width = made.nodes["a"].width()
    made.larger()
    assert made.nodes["a"].width() == pytest.approx(width * graphview.STEP, abs=2)
    for _ in range(30):
        made.larger()
    assert made.zoom == graphview.MOST
    for _ in range(40):
        made.smaller()
    assert made.zoom == graphview.LEAST
    assert made.nodes["a"].width() < width / 2


def test_as_wide_as_there_is_room(graph, engines):
    made = graph(drawing.drawing(engines["alkmaar"].pack, "questions"), width=700)
    assert made.horizontalScrollBar().maximum() > 0
    made.fit()
    assert made.horizontalScrollBar().maximum() == 0
    right = max(box.geometry().right() for box in made.nodes.values())
    assert right <= made.viewport().width()


def test_keys_zoom_only_with_ctrl(graph):
    made = graph()
    made.focus_node("a")

    taken = []

    def key(which, modifier=CONTROL):
        taken.append(made.take_zoom(QKeyEvent(QEvent.Type.KeyPress, which, modifier)))
        return made.zoom

    assert key(KEYS.Key_Plus) > 1
    assert key(KEYS.Key_Minus) == pytest.approx(1)
    assert key(KEYS.Key_0) == pytest.approx(min(made._fitting(), graphview.MOST))
    before = made.zoom
    assert key(KEYS.Key_Plus, Qt.KeyboardModifier.NoModifier) == before
    assert taken == [True, True, True, False]


def test_what_was_in_the_middle_stays_there(graph, engines):
    made = graph(drawing.drawing(engines["alkmaar"].pack, "questions"), width=700, height=500)
    bar = made.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    middle = (bar.value() + made.viewport().height() / 2) / made.zoom
    made.larger()
    assert (bar.value() + made.viewport().height() / 2) / made.zoom == pytest.approx(middle, rel=0.05)


def test_dragging_the_paper_moves_what_is_in_sight(graph, engines, qtbot):
    made = graph(drawing.drawing(engines["alkmaar"].pack, "questions"), width=700, height=500)
    bars = made.horizontalScrollBar(), made.verticalScrollBar()
    for bar in bars:
        bar.setValue(60)
    paper, left = made._canvas, Qt.MouseButton.LeftButton
    free = next(
        spot
        for spot in (QPoint(x, y) for y in range(70, 400, 7) for x in range(70, 500, 7))
        if paper.childAt(spot) is None
    )
    qtbot.mousePress(paper, left, pos=free)
    qtbot.mouseMove(paper, free + QPoint(20, 30))
    qtbot.mouseRelease(paper, left, pos=free)
    assert bars[0].value() == 40
    assert bars[1].value() == 30


def test_walking_keeps_the_focus_in_sight(graph, engines, press, qtbot):
    made = graph(drawing.drawing(engines["alkmaar"].pack), width=700, height=400)
    made.focus_node()
    for key in (KEYS.Key_End, KEYS.Key_Home, KEYS.Key_End):
        press(key)
        box = QApplication.focusWidget()
        port = made.viewport()

        def in_sight(box=box, port=port):
            top = box.mapTo(port, QPoint(0, 0))
            return port.rect().contains(top) and port.rect().contains(top + QPoint(box.width(), box.height()))

        qtbot.waitUntil(in_sight)


def test_the_tab_stop_stays_when_the_drawing_changes(graph, engines):
    pack = engines["alkmaar"].pack
    made = graph(drawing.drawing(pack))
    made.focus_node("besluit")
    made.set_view(drawing.drawing(pack, "all"))
    assert made.current == "besluit"
    made.set_view(SMALL)
    assert made.current == "a"


def inked(draw, colour):
    """Return how many pixels a drawing colours."""
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw(painter)
    painter.end()
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(200) for y in range(200))


def test_a_line_ends_in_an_arrow_and_a_thick_one_is_thicker():
    def line(stroke, points=((100, 10), (100, 150))):
        return lambda painter: graphlines.draw(painter, points, QColor("black"), stroke)

    thin, thick = inked(line(2), "black"), inked(line(5), "black")
    assert thick > 2 * thin > 2 * 2 * 130
    at_end = QImage(200, 200, QImage.Format.Format_RGB32)
    at_end.fill(QColor("white"))
    painter = QPainter(at_end)
    line(2)(painter)
    painter.end()
    dark = [sum(QColor(at_end.pixel(x, y)).lightness() < 99 for x in range(200)) for y in (60, 142)]
    assert dark[1] > dark[0]
    short = inked(line(4, ((10, 100), (100, 100), (100, 104))), "black")
    assert short > 0


def test_bends_are_rounded_and_both_ends_stay():
    path = graphlines.rounded(((0, 0), (0, 50), (60, 50)))
    assert path.pointAtPercent(0) == QPointF(0, 0)
    assert path.currentPosition() == QPointF(60, 50)
    assert not path.contains(QPointF(0, 50))
    assert path.length() < 110


@pytest.mark.parametrize("mode", ["licht", "donker", "contrast"])
def test_a_lit_box_has_a_tick_a_note_and_a_thicker_edge(theme, graph, mode):
    theme.set_mode(mode)
    lit = (node("a", lit=True, note="melden"), *NODES[1:])
    made = graph(DrawingView("Tekening", lit, (EdgeView("a", "b", lit=True), *EDGES[1:])))
    plain = graph()
    assert made.nodes["a"].height() > plain.nodes["a"].height()

    def accent(box):
        image = box.grab().toImage()
        wanted = theme.color("accent").rgb()
        return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))

    assert accent(made.nodes["a"]) > 150
    assert accent(made.nodes["c"]) == 0
    before = made.grab().toImage()
    theme.set_mode("licht" if mode != "licht" else "donker")
    assert made.grab().toImage() != before
