"""Words of the printed summary."""

from __future__ import annotations

from routewijzer.text.section import Section


class Paper(Section):
    """The printed summary: titles, columns, marks, standing sentences, what went wrong."""

    titel: str
    onderwerp: str
    vertrouwelijk: str
    maanden: tuple[str, ...]
    datum: str
    besluit: str
    besluit_voorlopig: str
    besluit_nog_niet: str
    kop_voorlopig: str
    kop_nog_niet: str
    reden_nog_niet_een: str
    reden_nog_niet: str
    urgentie: str
    urgentie_nog_niet: str
    casuscode: str
    qr_alt: str
    tegenstrijdig_een: str
    tegenstrijdig_meer: str
    tegenstrijdig_zie: str
    onbekend_een: str
    onbekend_meer: str
    onbekend_kan_een: str
    onbekend_kan: str
    onbekend_kan_niet: str
    gevaar_kop: str
    gevaar: str
    deel_doen: str
    deel_doen_eerst: str
    deel_waarom: str
    deel_anders: str
    deel_gewogen: str
    deel_tegenstrijdig: str
    deel_nagaan: str
    deel_toelichting: str
    koppen_doen: tuple[str, ...]
    koppen_waarom: tuple[str, ...]
    koppen_anders: tuple[str, ...]
    koppen_nagaan: tuple[str, ...]
    koppen_afspraken: tuple[str, ...]
    eerst_wie: str
    eerst_wanneer: str
    waarom_geen: str
    anders_geen: str
    anders_nog_niet: str
    anders_ook: str
    anders_zonder: str
    anders_groep: str
    anders_overige: str
    anders_bij: str
    of: str
    grond_norm: str
    grond_beleid: str
    grond_voorzichtigheid: str
    legenda_norm: str
    legenda_beleid: str
    legenda_voorzichtigheid: str
    bevestigen: str
    bevestigen_teken: str
    legenda_stip_kop: str
    legenda_stip: str
    legenda_vraag_kop: str
    legenda_vraag: str
    legenda_uitroep_kop: str
    legenda_uitroep: str
    stap: str
    groep: str
    vervolg: str
    niet_ingevuld: str
    tegenstrijdig_antwoorden: str
    tegenstrijdig_rest: str
    zie_tegenstrijdig: str
    stand_gedaan: str
    stand_open: str
    stand_overgeslagen: str
    stand_reden: str
    stand_onbekend: str
    stand_tegenstrijdig: str
    stand_besluit: str
    tweede_paar_ogen: str
    functie_datum: str
    akkoord: str
    anders: str
    gezien: str
    uitvoerder: str
    leidinggevende: str
    naam_datum: str
    handtekening: str
    voet_pakket: str
    voet_pakket_toelichting: str
    voet_code: str
    voet_pagina: str
    voet_natrekken: str
    fout_toelichting: str
    fout_regels: str
    fout_hoog: str
    fout_teken: str
    fout_schrijven: str
    fout_geen_map: str
    fout_is_map: str
    fout_toegang: str
    fout_vol: str
    fout_anders: str
