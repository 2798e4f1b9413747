"""The open route card: what they may ask, what stays yours, how to reach them, and how fresh it is."""

import datetime as dt

import pytest

from advicecases import everything
from routewijzer import text
from routewijzer.desktop.widgets.fold import FoldButton
from routewijzer.desktop.widgets.label import WrapLabel
from routewijzer.desktop.widgets.routecard import RouteCard
from routewijzer.desktop.widgets.views import FactColumn
from widgetviews import ROUTE


def shown(card):
    return [label.text() for label in card.findChildren(WrapLabel) if label.isVisibleTo(card)]


def test_every_card_of_a_full_advice_tells_all_that_its_route_holds(advice, engines):
    pack = engines["alkmaar"].pack
    window = advice(everything(pack))
    doubt = text.load().grond.bevestigen
    for card in window.page().cards:
        card.set_open(True)
        route, seen = pack.route_by_id[card.view.id], shown(card)
        assert {*route.vragen, *route.zelf, *route.houd_klaar, route.daarna, route.termijn} <= set(seen)
        told = card.view.checked
        assert told in seen
        assert (doubt in told) == route.controle_nodig
        assert route.gecontroleerd_op is None or str(route.gecontroleerd_op.year) in told
        assert not any(route.voor_wie in line for line in seen)
        fold = next(b for b in card.findChildren(FoldButton) if b.accessibleName() == card.view.about.title)
        fold.click()
        for part in (route.wie, route.voor_wie, route.bereikbaar):
            assert any(part in line for line in shown(card)), (route.id, part)


@pytest.mark.parametrize("width", [420, 900])
def test_the_columns_below_fit_at_any_width(theme, show, assert_nothing_clipped, width):
    long = "Blijf de hulp geven waarvoor u verantwoordelijk bent, ook daarna."
    view = ROUTE.replace(
        more=(
            FactColumn("Vragen", (long, "Waar is het?"), icon="message-circle"),
            FactColumn("Zelf", (long,)),
        ),
        about=FactColumn("Wie", (long,)),
        checked="Nagekeken op een dag in " + str(dt.date(2026, 1, 15).year),
    )
    card = RouteCard(theme, view, is_open=True)
    window = show(card, width=width, height=1000)
    card.findChildren(FoldButton)[0].click()
    assert_nothing_clipped(window)
    assert shown(card).count(long) == 3


def test_a_card_without_more_to_tell_has_only_its_reasons_to_unfold(theme, show):
    card = RouteCard(theme, ROUTE, is_open=True)
    show(card)
    assert len(card.findChildren(FoldButton)) == 1
