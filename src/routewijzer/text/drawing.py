"""Words of the drawing of a pack, of its tables as they decided, of coverage and of sources."""

from __future__ import annotations

from routewijzer.text.section import Section


class Drawing(Section):
    """The graph of tables, and what a node is called."""

    view_name: str
    view_graph: str
    view_tables: str
    name: str
    levels_name: str
    level_main: str
    level_all: str
    level_questions: str
    level_main_note: str
    level_all_note: str
    level_questions_note: str
    bigger: str
    smaller: str
    fit: str
    node_table: str
    node_questions: str
    node_fed_by: str
    node_feeds: str
    node_result: str
    questions_one: str
    questions: str
    path: str
    path_note: str
    path_on: str
    path_open: str
    path_other_pack: str
    given_one: str
    given: str


class Rulebook(Section):
    """A table in full: what feeds it, which row decided, what the cases touch, and its sources."""

    fed_by: str
    feeds: str
    fed_line: str
    fed_and: str
    fed_none: str
    feeds_line: str
    fed_questions: str
    tables_one: str
    tables: str
    feeds_none: str
    decided: str
    decided_held: str
    row_name_decided: str
    coverage: str
    coverage_fault: str
    rows_touched: str
    listed_touched: str
    row_touched_one: str
    row_touched: str
    row_untouched: str
    source: str
    source_kind: str
    source_where: str
    source_says: str
    source_checked: str
    source_unchecked: str
    source_used: str
    source_rows: str
    source_rows_one: str
    back: str
    back_graph: str
    back_to: str
    back_tables: str
