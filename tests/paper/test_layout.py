"""What breaks where: measured on plain boxes, so that no font decides."""

from __future__ import annotations

import pytest

from routewijzer.paper.blocks import Columns, Row, Section
from routewijzer.paper.items import Item
from routewijzer.paper.layout import paginate
from routewijzer.paper.page import PaperError

PAGE = 400.0


class Box(Item):
    """Something of a fixed height that remembers its name."""

    def __init__(self, name, tall, space=0.0):
        self.name, self.tall, self.space = name, tall, space

    def height(self, width):
        return self.tall

    def __repr__(self):
        return self.name


def section(count, tall=20.0, tail=None):
    rows = [Box(f"row {number}", tall) for number in range(count)]
    head = Row([Box("heads", 10.0)], [100.0], pad=0)
    return Section(Box("title", 15.0), head, rows, tail)


def rows_of(item):
    return [part.name for part in item.parts() if isinstance(part, Box) and part.name.startswith("row")]


def laid(*items):
    return paginate(items, PAGE)


def test_what_fits_stays_on_one_page_with_the_room_between():
    (page,) = laid(Box("a", 100.0), Box("b", 100.0, space=10.0))
    assert [(item.name, down) for item, down in page] == [("a", 0.0), ("b", 110.0)]


def test_the_first_on_a_page_has_no_room_above_it():
    _, page = laid(Box("a", 300.0), Box("b", 200.0, space=10.0))
    assert page[0][1] == 0.0


def test_a_small_section_moves_whole():
    first, second = laid(Box("a", 320.0), section(5))
    assert [item.name for item, _ in first] == ["a"]
    assert len(rows_of(second[0][0])) == 5


def test_a_small_section_breaks_rather_than_leave_a_large_hole():
    first, second = laid(Box("a", 270.0), section(7))
    assert [rows_of(page[-1][0]) for page in (first, second)] == [
        ["row 0", "row 1", "row 2", "row 3"],
        ["row 4", "row 5", "row 6"],
    ]


def test_a_large_section_breaks_between_rows_and_repeats_its_heads():
    first, second = laid(Box("a", 200.0), section(15))
    upper, lower = first[1][0], second[0][0]
    assert rows_of(upper) + rows_of(lower) == [f"row {number}" for number in range(15)]
    assert [part for part in lower.parts() if isinstance(part, Row)]
    assert "title" in [part.name for part in lower.parts() if isinstance(part, Box)]


@pytest.mark.parametrize("used", range(0, 400, 7))
def test_heads_never_stand_without_a_row_and_a_tail_never_without_one(used):
    tail = Box("tail", 30.0)
    pages = laid(Box("a", float(used)), section(30, tail=tail))
    sections = [item for page in pages for item, _ in page if isinstance(item, Section)]
    assert [name for part in sections for name in rows_of(part)] == [f"row {number}" for number in range(30)]
    assert all(rows_of(part) for part in sections)
    assert [tail in part.parts() for part in sections] == [False] * (len(sections) - 1) + [True]
    for page in pages:
        assert all(down + item.height(100.0) <= PAGE + 0.1 for item, down in page)


def whole(count, tall):
    return Section(
        Box("title", 15.0), None, [Box(f"row {number}", tall) for number in range(count)], whole=True
    )


def test_what_must_stay_whole_moves_whatever_hole_that_leaves():
    first, second = laid(Box("a", 100.0), whole(14, 20.0))
    assert [item.name for item, _ in first] == ["a"]
    assert len(rows_of(second[0][0])) == 14


def test_what_must_stay_whole_breaks_where_no_page_holds_it():
    pages = laid(whole(30, 20.0))
    assert sum(len(rows_of(item)) for page in pages for item, _ in page) == 30


def test_what_is_taller_than_a_page_is_refused_rather_than_cut_off():
    with pytest.raises(PaperError, match="hoger dan een pagina"):
        laid(Box("a", 10.0), Box("tall", 500.0))
    with pytest.raises(PaperError):
        laid(section(3, tall=450.0))


def test_columns_are_about_equally_high_and_keep_the_order():
    groups = [Box(str(number), tall) for number, tall in enumerate((100.0, 50.0, 60.0, 80.0))]
    assert Columns(groups).height(200.0) == 150.0


def test_columns_go_on_under_the_same_head_and_lose_no_group():
    groups = [Box(str(number), 150.0) for number in range(9)]
    pages = laid(Columns(groups, Box("head", 20.0), Box("box", 30.0)))
    parts = [[part.name for item, _ in page for part in item.parts()] for page in pages]
    assert parts == [["head", "0", "1", "2", "3"], ["head", "4", "5", "6", "7"], ["head", "8", "box"]]


@pytest.mark.parametrize(
    ("groups", "tall"),
    [((100.0, 60.0), 100.0), ((60.0, 100.0), 100.0), ((100.0, 100.0), 130.0)],
)
def test_a_box_stands_under_the_shorter_column(groups, tall):
    columns = Columns([Box(str(number), size) for number, size in enumerate(groups)], box=Box("box", 30.0))
    assert columns.height(200.0) == tall
    assert [part.name for part in columns.parts()] == ["0", "1", "box"]


def test_a_box_that_no_longer_fits_below_its_columns_stands_on_the_next_page():
    first, second = laid(Columns([Box("0", 390.0), Box("1", 390.0)], box=Box("box", 30.0)))
    assert [part.name for part in first[0][0].parts()] == ["0", "1"]
    assert [item.name for item, _ in second] == ["box"]


def test_a_head_above_columns_never_stands_alone():
    first, second = laid(Box("a", 300.0), Columns([Box("0", 150.0), Box("1", 150.0)], Box("head", 20.0)))
    assert [item.name for item, _ in first] == ["a"]
    assert [part.name for part in second[0][0].parts()] == ["head", "0", "1"]
