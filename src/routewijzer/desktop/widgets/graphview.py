"""A drawing of a graph: boxes that a keyboard walks and a screen reader reads, lines, zoom and pan."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGroupBox, QScrollArea, QWidget

from routewijzer.desktop.theme import Theme
from routewijzer.desktop.widgets import graphlines, graphwalk, paint
from routewijzer.desktop.widgets.drawing import DrawingView, EdgeView
from routewijzer.desktop.widgets.graphnode import GraphNode
from routewijzer.desktop.widgets.roving import Roving
from routewijzer.interchange.graph import Edge, Graph, Layout, Node, lay_out

LEAST, MOST, STEP = 0.25, 2.5, 1.2
"""How small and how large a drawing can be made, and by how much at a time."""
READABLE = 0.75
"""No drawing begins smaller than this: its titles must be read at first sight."""
MARGIN = 12
"""Room around the drawing in px at 100 %."""
GAPS = {
    "layer_gap": 24, "node_gap": 12, "dummy_gap": 9, "port_gap": 10, "port_stroke_clear": 8, "stub": 12,
    "reroute_node_gap": 12,
}  # fmt: skip
"""Distances in px at 100 %, by the layout's names."""
_LOOKED = (QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.FocusIn, QEvent.Type.FocusOut)
_WAYS: dict[Qt.Key, graphwalk.Way] = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
}


class _Canvas(QGroupBox):
    """The paper under the boxes: it paints the lines, and dragging it moves what is in sight."""

    def __init__(self, view: GraphView) -> None:
        super().__init__(view)
        self._view = view
        self._held: QPoint | None = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        with paint.painting(self) as painter:
            self._view.draw_lines(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the paper."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = event.globalPosition().toPoint()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it."""
        if self._held is not None:
            here = event.globalPosition().toPoint()
            self._view.pan(self._held - here)
            self._held = here

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = None
        self.unsetCursor()


class GraphView(QScrollArea):
    """A graph drawn from top to bottom, one Tab stop: arrows walk along lines and rows, Enter sends `opened`.

    Ctrl with plus, minus and 0 draws it larger, smaller, or as wide as there is room; Ctrl with the wheel
    draws it larger and smaller too.
    """

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nodes: dict[str, GraphNode] = {}
        self.zoom = 1.0
        self._chosen = False
        """Whether the worker chose the zoom: then it stays."""
        self._edges: tuple[EdgeView, ...] = ()
        self._layout = Layout(0, 0, {}, {})
        self._roving = Roving()
        self._port = QWidget()  # of our own, as in ScrollColumn
        self.setViewport(self._port)
        self._canvas = _Canvas(self)
        self.setWidget(self._canvas)
        self._canvas.setAutoFillBackground(False)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._to_focus)
        theme.changed.connect(self._canvas.update)

    def set_view(self, view: DrawingView) -> None:
        """Draw a graph as wide as there is room, if its titles can then be read. Zoom and Tab stop stay."""
        kept = self.current
        for old in self.nodes.values():
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._canvas.setAccessibleName(view.name)
        self.nodes = {node.id: GraphNode(self.theme, node, self._canvas) for node in view.nodes}
        self._edges = view.edges
        self._layout = self._lay_out()
        for node in self.nodes.values():
            node.clicked.connect(lambda _checked=False, made=node: self._press(made))
            node.installEventFilter(self)
            node.show()
        first = kept if kept in self.nodes else next(iter(self._in_order()), "")
        self._roving.set(list(self.nodes.values()), list(self.nodes).index(first) if first else 0)
        if self._chosen:
            self._place()
        else:
            self._begin()

    @property
    def current(self) -> str:
        """The id of the box with the Tab stop; "" where nothing is drawn."""
        return list(self.nodes)[self._roving.current] if self.nodes else ""

    def focus_node(self, name: str = "") -> None:
        """Put the focus on a box; "" or what is not drawn: on the one with the Tab stop."""
        names = list(self.nodes)
        if names:
            self._roving.focus(names.index(name) if name in names else self._roving.current)

    # Zoom and pan.

    def set_zoom(self, zoom: float) -> None:
        """Draw so many times as large as the text scale says, within bounds, around what is in the middle."""
        sides = (
            (self.horizontalScrollBar(), self._port.width()),
            (self.verticalScrollBar(), self._port.height()),
        )
        middles = [(bar.value() + size / 2) / self.zoom for bar, size in sides]
        self.zoom = max(LEAST, min(zoom, MOST))
        self._place()
        for (bar, size), middle in zip(sides, middles, strict=True):
            bar.setValue(round(middle * self.zoom - size / 2))

    def larger(self) -> None:
        """Draw it a step larger."""
        self._chosen = True
        self.set_zoom(self.zoom * STEP)

    def smaller(self) -> None:
        """Draw it a step smaller."""
        self._chosen = True
        self.set_zoom(self.zoom / STEP)

    def fit(self) -> None:
        """Draw it as wide as there is room."""
        self._chosen = True
        self.set_zoom(self._fitting())

    def pan(self, by: QPoint) -> None:
        """Move what is in sight by so many px."""
        for bar, step in ((self.horizontalScrollBar(), by.x()), (self.verticalScrollBar(), by.y())):
            bar.setValue(bar.value() + step)

    def _fitting(self) -> float:
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * self.theme.space(MARGIN)
        return room / max(self._layout.width, 1)

    def _begin(self) -> None:
        """Take the zoom that fits, and bring the box with the Tab stop in sight."""
        self.zoom = max(LEAST, min(max(self._fitting(), READABLE), 1.0))
        self._place()
        if self.nodes:
            bar, node = self.horizontalScrollBar(), self.nodes[self.current]
            bar.setValue(node.geometry().center().x() - self._port.width() // 2)

    # Layout and lines.

    def _lay_out(self) -> Layout:
        nodes = tuple(Node(name, "decision", node.view.title) for name, node in self.nodes.items())
        edges = tuple(Edge(edge.source, edge.target) for edge in self._edges)
        sizes = {name: node.whole() for name, node in self.nodes.items()}
        gaps = {name: float(self.theme.space(gap)) for name, gap in GAPS.items()}
        return lay_out(Graph(nodes, edges), sizes, direction="topbottom", spacing=gaps)

    def _in_order(self) -> list[str]:
        """Return the boxes as one reads: row by row."""
        boxes = self._layout.boxes
        return sorted(boxes, key=lambda name: (boxes[name].y, boxes[name].x))

    def _origin(self) -> tuple[int, int]:
        """Return where the drawing begins on the canvas: a narrow one stands in the middle."""
        spare = (self._canvas.width() - self._layout.width * self.zoom) / 2
        margin = self.theme.space(MARGIN)
        return max(margin, round(spare)), margin

    def _place(self) -> None:
        margin, layout, zoom = 2 * self.theme.space(MARGIN), self._layout, self.zoom
        bar = self.verticalScrollBar().sizeHint().width()
        width = max(ceil(layout.width * zoom) + margin, self.width() - bar)
        self._canvas.resize(width, ceil(layout.height * zoom) + margin)
        left, top = self._origin()
        for name, node in self.nodes.items():
            box = layout.boxes[name]
            at = QPoint(round(left + box.x * zoom), round(top + box.y * zoom))
            node.set_zoom(zoom)
            node.setGeometry(QRect(at, QSize(ceil(box.width * zoom), ceil(box.height * zoom))))
        self._canvas.update()

    def draw_lines(self, painter: QPainter) -> None:
        """Paint the lines on the canvas: thin ones, then those of the box looked at, then a case's path."""
        painter.translate(*self._origin())
        painter.scale(self.zoom, self.zoom)
        looked = {name for name, node in self.nodes.items() if node.hasFocus() or node.underMouse()}

        def weight(edge: EdgeView) -> tuple[bool, bool]:
            return edge.lit, edge.source in looked or edge.target in looked

        for edge in sorted(self._edges, key=weight):
            lit, near = weight(edge)
            tone = "accent" if lit else "ink" if near else "edge"
            stroke = (3.4 if lit else 1.3) + (1.2 if near else 0)
            points = self._layout.lines[Edge(edge.source, edge.target)]
            graphlines.draw(painter, points, self.theme.color(tone), stroke * self.theme.scale)

    # What the worker does.

    def _press(self, node: GraphNode) -> None:
        self.focus_node(node.view.id)
        if node.view.opens:
            self.opened.emit(node.view.id)

    def _to_focus(self) -> None:
        node = next((node for node in self.nodes.values() if node.hasFocus()), None)
        if node is not None:
            self.ensureWidgetVisible(node, self.theme.space(40), self.theme.space(40))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the lines anew when another box is looked at, and keep the box with the focus in sight."""
        if event.type() in _LOOKED:
            self._canvas.update()
        if event.type() == QEvent.Type.FocusIn:
            self._settled.start(0)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the drawing anew, unless the worker chose how large it is."""
        super().resizeEvent(event)
        if self._chosen:
            self._place()
        else:
            self._begin()
        self._settled.start(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.larger if event.angleDelta().y() > 0 else self.smaller)()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, Home and End; page up and down scroll; the rest is the page's."""
        key, names = Qt.Key(event.key()), list(self.nodes)
        lines = [(edge.source, edge.target) for edge in self._edges]
        if key in _WAYS and names:
            self.focus_node(graphwalk.step(self._layout.boxes, lines, self.current, _WAYS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and names:
            self.focus_node(self._in_order()[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def take_zoom(self, event: QKeyEvent) -> bool:
        """Zoom on Ctrl with plus, minus or 0; return False for any other key."""
        acts = {
            Qt.Key.Key_Plus: self.larger,
            Qt.Key.Key_Equal: self.larger,
            Qt.Key.Key_Minus: self.smaller,
            Qt.Key.Key_0: self.fit,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        act()
        return True

    def sizeHint(self) -> QSize:
        """Wide; of height it takes what is left."""
        return QSize(self.theme.px(600), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A corner of the drawing."""
        return QSize(self.theme.px(160), self.theme.px(80))
