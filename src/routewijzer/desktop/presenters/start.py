"""The start page, the emergency page and the hidden screen: they need no rule pack."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from routewijzer import text
from routewijzer.desktop.presenters.pageviews import (
    DraftView,
    HiddenView,
    NumberView,
    SpoedView,
    StartView,
    TileView,
)
from routewijzer.desktop.session import Session
from routewijzer.desktop.widgets.views import EmergencyView, HeroView

if TYPE_CHECKING:  # the first paint waits for none of these
    from routewijzer.journal.drafts import Listed

FAULTS_SHOWN = 3
FRESH = dt.timedelta(days=1)


def bar() -> EmergencyView:
    """Return the emergency bar."""
    words = text.load().spoed
    return EmergencyView(
        name=words.bar_name,
        danger=words.danger,
        call=words.call,
        call_number=words.call_number,
        partner=words.partner,
        partner_number=words.partner_number,
        partner_note=words.partner_note,
        button=words.button,
        key="Ctrl 1",
    )


def spoed(session: Session) -> SpoedView:
    """Return the emergency page: huge numbers, nothing is asked."""
    words = text.load().spoed
    return SpoedView(
        title=words.title,
        call=NumberView(words.title, words.call_number, words.call),
        say_title=words.say_title,
        say=tuple(zip(words.say, words.say_text, strict=True)),
        numbers=(
            NumberView(words.partner, words.partner_number, words.partner_page),
            NumberView(words.shelter, words.shelter_number, words.shelter_note),
        ),
        after_title=words.after_title,
        after=words.after,
        back=words.back,
        back_key="Esc",
        log=words.later,
        log_key="L",
        log_fault=words.later_faulty if session.pack_faults and session.intake is None else "",
    )


def hidden() -> HiddenView:
    """Return the hidden screen."""
    words = text.load().hidden
    return HiddenView(words.heading, words.text, words.button, "Enter", words.danger)


def start(session: Session, drafts: tuple[Listed, ...], notice: str, now: dt.datetime) -> StartView:
    """Return the start page.

    Args:
        session: of this window.
        drafts: open intakes, last saved first.
        notice: what is wrong with the open intakes; "" where nothing is.
        now: the local time, for the greeting.
    """
    words, desk = text.load().start, text.load().desktop
    pack = session.engine.pack if session.engine is not None else None
    recent = next((one.draft.id for one in drafts[:1] if not one.elsewhere and now - one.saved < FRESH), "")
    fresh = "" if session.message else recent  # after closing, Enter must not open somebody else's intake
    faulty, valid = bool(session.pack_faults), _is_valid(session, now.date())
    return StartView(
        title=words.title.format(greeting=_greeting(now)),
        hero=_hero(key="" if fresh or faulty else "Enter", faulty=faulty),
        hero_enabled=not faulty,
        drafts=tuple(_draft(item, now, first=at == 0) for at, item in enumerate(drafts)),
        drafts_notice=notice,
        fresh=fresh,
        tiles=_tiles(),
        code_title=words.code_title,
        code_help=words.code_help,
        code_field=words.code_field,
        code_button=words.code_button,
        faults_title=words.faults_list if faulty else "",
        faults=session.pack_faults[:FAULTS_SHOWN],
        faults_more=_more(len(session.pack_faults) - FAULTS_SHOWN),
        side_name=words.side_name,
        doubt_title=words.doubt,
        doubt_call=desk.doubt_call_short,
        doubt_number=text.load().spoed.partner_number,
        doubt_note=words.doubt_note,
        lines_title=words.lines_title,
        lines=(
            *zip(("lock", "split", "circle-help"), words.lines, strict=True),
            ("users", words.one_victim),
        ),
        pack=words.pack.format(name=pack.naam, version=pack.version) if pack else words.pack_none,
        pack_note=_validity(session, valid=valid),
        pack_icon="circle-alert" if faulty or not valid else "shield-check",
    )


def _hero(*, key: str, faulty: bool) -> HeroView:
    words = text.load().start
    note = words.faults_title if faulty else words.first
    return HeroView(words.hero_title, words.hero_text, words.stations, words.ends, words.begin, key, note)


def _tiles() -> tuple[TileView, ...]:
    words = text.load().start
    return (
        TileView("oefenen", words.practice, words.practice_text, "graduation-cap", "Alt 4"),
        TileView("logboek", words.log, log_text(None), "clipboard-list", "Alt 3"),
        TileView("kennis", words.knowledge, words.knowledge_text, "book-open", "Alt 5"),
    )


def _more(count: int) -> str:
    return text.load().start.faults_more.format(count=count) if count > 0 else ""


def _greeting(now: dt.datetime) -> str:
    words = text.load().start
    if now.hour < 12:
        return words.morning
    return words.afternoon if now.hour < 18 else words.evening


def log_text(rows: int | None) -> str:
    """Return what the tile of the log says; None: not read yet, or it cannot be."""
    words = text.load().start
    if rows is None:
        return words.log_text
    return words.log_one if rows == 1 else words.log_more.format(count=rows)


def _draft(item: Listed, now: dt.datetime, *, first: bool) -> DraftView:
    words = text.load().start
    note = words.draft_elsewhere if item.elsewhere else words.draft_text
    kind = words.draft_again if item.draft.kind == "herweging" else words.draft_intake
    title = kind.format(label=item.draft.label)
    return DraftView(
        id=item.draft.id,
        title=title,
        text=note.format(moment=moment(item.saved, now)),
        button=words.draft_button,
        key="V" if first and not item.elsewhere else "",
        elsewhere=item.elsewhere,
        discard=words.draft_discard,
        discard_name=words.draft_act.format(act=words.draft_discard, title=title),
        button_name=words.draft_act.format(act=words.draft_button, title=title),
        ask=words.discard_ask,
        ask_yes=words.discard_yes,
        ask_no=words.discard_no,
    )


def _is_valid(session: Session, today: dt.date) -> bool:
    """Whether the pack counts today; one that is not loaded yet is not said to be out of date."""
    return session.engine is None or session.engine.pack.valid_on(today)


def _validity(session: Session, *, valid: bool) -> str:
    words = text.load().start
    if session.pack_faults:
        return words.pack_faulty
    if session.engine is None:
        return words.pack_loading
    return words.pack_valid if valid else words.pack_expired


def moment(saved: dt.datetime, now: dt.datetime) -> str:
    """Return when an intake was last saved: "vandaag, 10.42 uur"."""
    words = text.load().desktop
    clock = f"{saved:%H.%M}"
    days = (now.date() - saved.date()).days
    if days <= 0:
        return words.saved_today.format(time=clock)
    if days == 1:
        return words.saved_yesterday.format(time=clock)
    months = text.load().paper.maanden
    return words.saved_on.format(day=saved.day, month=months[saved.month - 1], time=clock)
