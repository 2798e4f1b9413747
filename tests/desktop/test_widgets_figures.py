"""The chart by year and the line of stations: measured, read out, and told apart without colour."""

import pytest
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication

from routewijzer.desktop.widgets import yearchart
from routewijzer.desktop.widgets.figuretable import FigureTable
from routewijzer.desktop.widgets.figureviews import BreakView, ChartView, PassageView, SeriesView
from routewijzer.desktop.widgets.results import ResultList
from routewijzer.desktop.widgets.stationline import StationLine
from routewijzer.desktop.widgets.views import Cell, ResultView, RowView

YEARS = ("2020", "2021", "2022", "2023")
ONE = ChartView("Staven: 2020 437.", YEARS, (SeriesView("Incidenten", (437, 353, 0, 231)),))
FOUR = ChartView(
    "Vier reeksen.",
    ("2020", "2021 (1)"),
    tuple(
        SeriesView(f"Reeks {name} met een lange naam", (1000 * at, 1234)) for at, name in enumerate("abcd")
    ),
    (BreakView(1, "1"),),
)


def columns(picture, rect, colour):
    """Return how many pixels of a colour each column of a picture holds."""
    return [
        sum(picture.pixelColor(x, y) == colour for y in range(rect.top(), rect.bottom()))
        for x in range(rect.left(), rect.right())
    ]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [900, 420, 260])
@pytest.mark.parametrize("view", [ONE, FOUR], ids=["one", "four"])
def test_a_chart_fits_any_width(theme, show, assert_nothing_clipped, view, width, scale):
    theme.set_scale(scale)
    chart = yearchart.YearChart(theme, view)
    show(chart, width=round(width * scale), height=round(900 * scale))
    assert_nothing_clipped(chart)
    assert chart.stands(chart.width()) is (width == 900 or view is ONE)


def test_bars_stand_while_there_is_room_and_then_lie(theme):
    chart = yearchart.YearChart(theme, FOUR)
    assert chart.stands(900)
    assert not chart.stands(300)
    assert chart.heightForWidth(300) > chart.heightForWidth(900)


def test_the_height_of_a_bar_is_its_number(theme, show):
    chart = yearchart.YearChart(theme, ONE)
    show(chart, width=700, height=400)
    picture, accent = chart.grab().toImage(), QColor(theme.color("accent"))
    found = columns(picture, picture.rect(), accent)
    group = chart.width() / 4
    heights = [max(found[int(group * at + group / 4) : int(group * at + group * 3 / 4)]) for at in range(4)]
    tall = theme.px(yearchart.TALL)
    assert heights[0] == pytest.approx(tall, abs=1)
    assert heights[1] == pytest.approx(tall * 353 / 437, abs=2)
    assert heights[2] <= 2
    assert heights[3] == pytest.approx(tall * 231 / 437, abs=2)


def test_series_are_told_apart_without_colour(theme, show):
    view = ChartView("Vier.", ("2020",), tuple(SeriesView(name, (10,)) for name in "abcd"))
    chart = yearchart.YearChart(theme, view)
    show(chart, width=700, height=400)
    picture, bar = chart.grab().toImage(), chart._bar(chart.width())
    accent, floor = QColor(theme.color("accent")), chart.height() - theme.line("note") - theme.space(20)
    left = (chart.width() - 4 * bar) / 2
    shares = []
    for at in range(4):
        rect = picture.rect()
        rect.setRect(int(left + at * bar + 10), floor - 100, int(bar) - 20, 90)
        share = sum(columns(picture, rect, accent)) / (rect.width() * rect.height())
        shares.append(round(share, 1))
    assert shares[0] == 1.0
    assert shares[2] == 0.0
    assert 0.0 < shares[1] < 0.6
    assert 0.0 < shares[3] < 0.6


def test_a_chart_is_read_in_words(theme, show):
    chart = yearchart.YearChart(theme, ONE)
    show(chart)
    face = QAccessible.queryAccessibleInterface(chart)
    assert face.text(QAccessible.Text.Name) == "Staven: 2020 437."
    assert face.role() == QAccessible.Role.StaticText


def test_where_columns_do_not_fit_each_number_stands_beside_its_name(theme, show, assert_nothing_clipped):
    cells = (Cell("2020", strong=True), Cell("437"), Cell("108"))
    row = RowView("2020", cells, "2020: Incidenten 437, Misdrijven 108")
    told = RowView("2020", cells[:1], row.name, "Incidenten 437, Misdrijven 108")
    table = FigureTable(theme, "Cijfers", ("Jaar", "Incidenten", "Misdrijven"), (row,), (told,))
    window = show(table, width=600)
    assert table.rows[0].view is row
    window.resize(220, 600)
    QApplication.processEvents()
    assert table.rows[0].view is told
    assert_nothing_clipped(table)
    window.resize(600, 600)
    QApplication.processEvents()
    assert table.rows[0].view is row


STATIONS = (
    PassageView("Kijk", "Kijk goed om u heen. " * 6, ("Naar links", "Naar rechts"), "", "1", "Deel 1 van 3"),
    PassageView("Luister", "", (), "Dag 3", "", "Deel 2 van 3"),
    PassageView("Steek over", "Loop door.", (), "", "3", "Deel 3 van 3"),
)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_stations_fit_and_are_read_with_their_names(theme, show, assert_nothing_clipped, scale):
    theme.set_scale(scale)
    line = StationLine(theme, "Drie stappen", STATIONS)
    show(line, width=500, height=1200)
    assert_nothing_clipped(line)
    assert [station.accessibleName() for station in line.stations] == [
        "Deel 1 van 3",
        "Deel 2 van 3",
        "Deel 3 van 3",
    ]
    face = QAccessible.queryAccessibleInterface(line.stations[0])
    assert face.role() == QAccessible.Role.Grouping


def test_the_line_runs_from_the_first_station_to_the_last(theme, show):
    line = StationLine(theme, "Drie stappen", STATIONS)
    show(line, width=500, height=900)
    accent = QColor(theme.color("accent"))
    axis = theme.px(14) + 1
    for at, station in enumerate(line.stations):
        picture = station.grab().toImage()
        end = picture.height() - 3
        assert (picture.pixelColor(axis, end) == accent) is (at < 2)
        assert (picture.pixelColor(axis, 0) == accent) is (at > 0)


def test_results_that_stay_keep_their_row_and_stand_in_the_new_order(theme, show, assert_nothing_clipped):
    made = {name: ResultView(name, f"Titel {name}", "Begrip", "book-marked") for name in "abcd"}
    listed, chosen = ResultList(theme, "Gevonden"), []
    listed.chosen.connect(chosen.append)
    show(listed, width=300)
    listed.set_results(tuple(made.values()), "a")
    rows = {row.view.id: row for row in listed.rows}
    other = made["b"].replace(note="Partner")
    listed.set_results((made["d"], other, made["a"]), "d")
    QApplication.processEvents()
    assert [row.view for row in listed.rows] == [made["d"], other, made["a"]]
    assert [row is rows[row.view.id] for row in listed.rows] == [True, False, True]
    assert [row.y() for row in listed.rows] == sorted(row.y() for row in listed.rows)
    assert [row.current for row in listed.rows] == [True, False, False]
    assert not rows["c"].isVisible()
    listed.rows[2].click()
    assert chosen == ["a"]
    assert_nothing_clipped(listed)
