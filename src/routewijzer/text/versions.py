"""The words of pack versions and of what differs between two packs (`versions.toml`)."""

from __future__ import annotations

from routewijzer.text.section import Section


class Versions(Section):
    """What is wrong with the versions of a pack, and which one is used."""

    bare: str
    other_number: str
    same_number: str
    stray: str
    under: str
    kept: str


class Differences(Section):
    """What changed between two packs."""

    title: str
    old: str
    new: str
    on: str
    same_rules: str
    other_rules: str
    nothing: str
    texts: str
    text_of: str
    added: str
    gone: str
    changed: str
    moved: str
    after: str
    first: str
    order_matters: str
    row: str
    row_always: str
    none: str
    no_condition: str
    yes: str
    no: str
    always: str
    and_: str
    or_: str
    pakket: str
    groep: str
    vraag: str
    stap: str
    blok: str
    reden: str
    tabel: str
    rij: str
    besluit: str
    urgentie: str
    actie: str
    tegenstrijdig: str
    aanbieder: str
    route: str
    veiligheid: str
    begrip: str
    eigenschap: str
    bron: str
    pakket_one: str
    groep_one: str
    vraag_one: str
    stap_one: str
    blok_one: str
    reden_one: str
    tabel_one: str
    rij_one: str
    besluit_one: str
    urgentie_one: str
    actie_one: str
    tegenstrijdig_one: str
    aanbieder_one: str
    route_one: str
    veiligheid_one: str
    begrip_one: str
    eigenschap_one: str
    bron_one: str


class Diff(Section):
    """What `rules diff` says of cases whose advice differs."""

    help: str
    no_pack: str
    no_solver: str
    undecided: str
    title: str
    differ: str
    proved: str
    only_old: str
    only_new: str
    example: str
    answers: str
    answer: str
    same_answer: str
    no_answers: str
    old: str
    new: str
    advice: str
    more: str
    besluit: str
    urgentie: str
    routes: str
    acties: str
    tegenstrijdig: str
    gone: str
    there: str
    later: str
    sooner: str
