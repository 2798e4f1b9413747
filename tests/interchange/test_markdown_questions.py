"""Questions in Markdown: what counts, an example and the source in short form."""

from __future__ import annotations

import datetime as dt

from routewijzer import text
from routewijzer.interchange.markdown import as_markdown


def part(told: str, fact_id: str) -> str:
    """Return what stands between the head of one question and the next head."""
    return told.partition(f"(`{fact_id}`)\n")[2].partition("(`")[0]


def test_every_question_tells_what_counts_and_where_it_comes_from(engines) -> None:
    pack = engines["landelijk"].pack
    told = as_markdown(pack)
    for fact in pack.facts:
        lines = part(told, fact.id).splitlines()
        assert f"- Dit telt: {' · '.join(fact.telt)}" in lines
        assert f"- Dit telt niet: {' · '.join(fact.telt_niet)}" in lines
        assert f"- **Bijvoorbeeld:** {fact.voorbeeld}" in lines
        titles = ", ".join(pack.source_by_id[name].titel for name in fact.bron)
        (origin,) = (line for line in lines if line.startswith(f"- Bron: {titles}. "))
        assert (text.load().grond.bevestigen in origin) is fact.controle_nodig
        day = fact.gecontroleerd_op
        assert (f"Nagekeken op {day}." if day else text.load().markdown.unchecked) in origin


def test_a_question_with_its_meaning_alone_says_only_that_nobody_checked_it(engines) -> None:
    pack = engines["mini"].pack
    bare = pack.facts[0].model_copy(update={"bron": ()})
    told = part(as_markdown(pack.changed(facts=(bare, *pack.facts[1:]))), bare.id)
    assert [line for line in told.splitlines() if line.startswith("- ")] == [
        "- Bron: niet genoemd. Nog niet nagekeken."
    ]
    dated = bare.model_copy(update={"gecontroleerd_op": dt.date(2026, 1, 2)})
    told = part(as_markdown(pack.changed(facts=(dated, *pack.facts[1:]))), bare.id)
    assert "- Bron: niet genoemd. Nagekeken op 2026-01-02." in told
