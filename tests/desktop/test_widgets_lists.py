"""The table of the log, counts as bars, and signs that wrap."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from routewijzer.desktop.widgets import bars, containers, rows, tags, views


def test_the_table_moves_and_opens_nothing(theme, show, qtbot):
    cells = (
        views.Cell("nov 2026"),
        views.Cell("Melden", strong=True),
        views.Cell("Nu", views.UrgencyView("nu", "Nu")),
    )
    listed = tuple(views.RowView(name, cells, f"rij {name}", note="5 gedaan") for name in "abc")
    table = rows.LogTable(theme, "Intakes", ("Maand", "Besluit", "Urgentie"), listed)
    show(table)
    table.focus_row(0)
    qtbot.keyClick(table.rows[0], Qt.Key.Key_Down)
    qtbot.keyClick(table.rows[1], Qt.Key.Key_End)
    assert table.rows[2].hasFocus()
    face = QAccessible.queryAccessibleInterface(table.rows[2])
    assert face.role() == QAccessible.Role.StaticText
    assert face.text(QAccessible.Text.Name) == "rij c"


def test_a_note_makes_a_row_higher_and_wraps(theme, show, assert_nothing_clipped):
    cells = (views.Cell("nov 2026"), views.Cell("Melden"))
    notes = ("", "5 gedaan", "Stappen: 3 gedaan, 1 overgeslagen, 1 open. " * 4)
    listed = tuple(views.RowView(note, cells, note, note) for note in notes)
    table = rows.LogTable(theme, "Intakes", ("Maand", "Besluit"), listed)
    show(table, width=420)
    assert_nothing_clipped(table)
    bare, one, many = (row.height() for row in table.rows)
    assert bare < one < many


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_counts_are_read_and_keep_room_for_the_number(theme, show, assert_nothing_clipped, scale):
    theme.set_scale(scale)
    counts = (views.CountView("Melden", 1234), views.CountView("Afsluiten", 0))
    chart = bars.CountChart(theme, "Besluiten", counts)
    show(chart, width=640)
    assert [bar.accessibleName() for bar in chart.bars] == ["Melden: 1234", "Afsluiten: 0"]
    assert chart.most == 1234
    assert_nothing_clipped(chart)


def test_signs_go_on_below_where_the_row_is_full(theme, show):
    signs = [tags.GrondTag(theme, views.GroundView("norm", f"Norm {at}", "uitleg")) for at in range(3)]
    row = containers.Wrapping(theme, signs)
    show(row, width=900)
    assert len({sign.y() for sign in signs}) == 1
    row.resize(signs[0].width() + 10, 300)
    assert len({sign.y() for sign in signs}) == 3
    assert row.heightForWidth(row.width()) == signs[2].geometry().bottom() + 1
