"""Words about what is kept on disk: the log, drafts, settings."""

from __future__ import annotations

from routewijzer.text.section import Section


class Journal(Section):
    """The log: what went wrong, and what a row may hold."""

    vol: str
    alleen_lezen: str
    bezet: str
    schrijven: str
    beschadigd: str
    nieuwer: str
    geen_map: str
    apart_gezet: str
    veld: str
    rij: str
    rij_fout: str
    bouw: str
    bestand_fout: str
    niet_vast_te_leggen: str
    vorm_maand: str
    vorm_woord: str
    vorm_versie: str
    vorm_digest: str
    vorm_aanbieders: str
    vorm_stappen: str
    vorm_reden: str


class Drafts(Section):
    """Open intakes; the two lists name them and hold no people and no places."""

    elders: str
    weg: str
    onleesbaar: str
    opslaan: str
    bijvoeglijk: tuple[str, ...]
    zelfstandig: tuple[str, ...]


class Log(Section):
    """`routing-app log`."""

    groep: str
    lijst: str
    uitvoer: str
    controle: str
    optie_maand: str
    optie_besluit: str
    optie_json: str
    optie_vorm: str
    optie_uit: str
    koppen: tuple[str, ...]
    geen_rijen: str
    maand_fout: str
    uit_fout: str
    uit_klaar: str
    in_orde: str


class SettingsFaults(Section):
    """What is wrong with the settings: what stood there, what is accepted."""

    onleesbaar: str
    geen_json: str
    geen_vorm: str
    onbekend: str
    waarde: str
    opslaan: str
    vorm_pakket: str
    vorm_schaal: str
    vorm_maanden: str
    vorm_regel: str
    vorm_ja_nee: str


class Disk(Section):
    """Why a file cannot be read or written, as half a sentence."""

    vol: str
    toegang: str
    map: str
    weg: str
    anders: str
