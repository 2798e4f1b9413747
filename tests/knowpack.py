"""What a tiny pack tells, of every kind: for the knowledge page, its search and its paper."""

from __future__ import annotations

from packs import Folder
from routewijzer.advice.engine import Engine
from routewijzer.rules.knowledge import Knowledge, load_knowledge
from routewijzer.rules.load import load_pack
from routewijzer.rules.model import RulePack

GLOSSARY = """\
terms:
  - {id: mes, term: Mes, kort: Een mes, betekenis: Iets scherps., bron: [keuze], zie: [stappen]}
  - {id: alarm, term: alarm, kort: Een alarm, betekenis: Iets luids., ook: [sirene, hoorn]}
  - {id: huisverbod, term: Tijdelijk huisverbod, kort: Uit huis, betekenis: De ander moet weg.,
     gecontroleerd_op: 2026-01-15, bron: [norm], ook: [Wth], zie: [weg, loket]}
"""
KENNIS = """\
partners:
  - {id: loket, naam: Het Loket, kort: Voor alles, wie: Een balie., voor_wie: Voor ieder.,
     telefoon: "088 000 00 00", bereiken: Bel overdag., verwacht: U krijgt antwoord.,
     routes: [lokaal.melden, lokaal.sluiten], ook: [balie], bron: [norm, keuze]}
  - {id: spreekuur, naam: Spreekuur, kort: Op dinsdag, wie: Een mens., voor_wie: Voor u.,
     bereiken: Loop binnen., verwacht: Een gesprek., deel_van: loket, controle_nodig: true}
artikelen:
  - id: stappen
    titel: Drie stappen
    kort: Zo gaat het
    soort: stappen
    delen:
      - {kop: Kijk, tekst: Kijk goed., punten: [Naar links, Naar rechts]}
      - {kop: Luister, tekst: Luister goed.}
      - {kop: Steek over, tekst: Loop door.}
    zie: [mes]
  - id: weg
    titel: Dag na dag
    kort: Van begin tot eind
    soort: tijdlijn
    delen:
      - {kop: Begin, wanneer: Dag 0, tekst: Het begint.}
      - {kop: Einde, wanneer: Dag 10, tekst: Het stopt.}
    gecontroleerd_op: 2024-11-01
  - id: lezen
    titel: Iets om te lezen
    kort: Een verhaal
    delen: [{kop: Eerst, tekst: Er was eens.}, {kop: Dan, tekst: Zij leefden.}]
"""
CIJFERS = """\
cijfers:
  - id: tellen
    titel: Geteld bij het Loket
    kort: Alles wat er kwam
    eenheid: bezoeken
    jaren: [2021, 2022, 2023]
    reeksen: [{naam: Mensen, waarden: [437, 0, 12]}, {naam: Dieren, waarden: [2, 1, 9]}]
    breuken: [{jaar: 2022, tekst: Het loket telt anders.}]
    toelichting: Meer bezoek is niet meer nood.
    bron: [norm]
"""


def told(folder: Folder) -> tuple[RulePack, Knowledge]:
    """Write it into the tiny pack and return that pack and what it tells."""
    folder.write("mini/glossary.yaml", GLOSSARY)
    folder.write("mini/kennis.yaml", KENNIS).write("mini/cijfers.yaml", CIJFERS)
    pack = load_pack(folder.path, "mini")
    return pack, load_knowledge(folder.path, pack)


def engine(folder: Folder) -> Engine:
    """Return an engine on the tiny pack that tells it."""
    return Engine(told(folder)[0])
