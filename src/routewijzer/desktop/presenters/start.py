"""The start page, the emergency page and the hidden screen: they need no rule pack."""

from __future__ import annotations

import datetime as dt

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
from routewijzer.journal.drafts import Listed


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


def spoed() -> SpoedView:
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
    )


def hidden() -> HiddenView:
    """Return the hidden screen."""
    words = text.load().hidden
    return HiddenView(words.title, words.text, words.button, "Enter", words.danger)


def start(
    session: Session, drafts: tuple[Listed, ...], rows: int | None, now: dt.datetime
) -> StartView:
    """Return the start page.

    Args:
        session: of this window.
        drafts: open intakes, last saved first.
        rows: how many rows the log has; None where it was not read yet or cannot be.
        now: the local time, for the greeting.
    """
    words, desk = text.load().start, text.load().desktop
    tiles = (
        TileView("oefenen", words.practice, words.practice_text, "graduation-cap", "Alt 4"),
        TileView("logboek", words.log, _log_text(rows), "clipboard-list", "Alt 3"),
        TileView("kennis", words.knowledge, words.knowledge_text, "book-open", "Alt 5"),
    )
    pack = session.engine.pack if session.engine is not None else None
    return StartView(
        title=words.title.format(greeting=_greeting(now)),
        hero=HeroView(
            words.hero_title, words.hero_text, words.stations, words.ends, words.begin, "Enter", words.first
        ),
        hero_enabled=not session.pack_faults,
        one_victim=words.one_victim,
        drafts=tuple(_draft(item, now, first=at == 0) for at, item in enumerate(drafts)),
        tiles=tiles,
        code_title=words.code_title,
        code_help=words.code_help,
        code_button=words.code_button,
        faults_title=words.faults_title if session.pack_faults else "",
        faults=session.pack_faults,
        doubt_title=words.doubt,
        doubt_call=desk.doubt_call_short,
        doubt_number=text.load().spoed.partner_number,
        doubt_note=words.doubt_note,
        lines_title=words.lines_title,
        lines=tuple(zip(("lock", "split", "circle-help"), words.lines, strict=True)),
        pack=words.pack.format(name=pack.naam, version=pack.version) if pack else words.pack_none,
        pack_note=_validity(session, now.date()),
    )


def _greeting(now: dt.datetime) -> str:
    words = text.load().start
    if now.hour < 12:
        return words.morning
    return words.afternoon if now.hour < 18 else words.evening


def _log_text(rows: int | None) -> str:
    words = text.load().start
    if rows is None:
        return words.log_text
    return words.log_one if rows == 1 else words.log_more.format(count=rows)


def _draft(item: Listed, now: dt.datetime, *, first: bool) -> DraftView:
    words = text.load().start
    note = words.draft_elsewhere if item.elsewhere else words.draft_text
    kind = words.draft_again if item.draft.kind == "herweging" else words.draft_intake
    return DraftView(
        id=item.draft.id,
        title=kind.format(label=item.draft.label),
        text=note.format(moment=moment(item.saved, now)),
        button=words.draft_button,
        key="V" if first else "",
        elsewhere=item.elsewhere,
        discard=words.draft_discard,
    )


def _validity(session: Session, today: dt.date) -> str:
    words = text.load().start
    if session.pack_faults:
        return words.pack_faulty
    if session.engine is None:
        return words.pack_loading
    pack = session.engine.pack
    if today < pack.valid_from or (pack.valid_until is not None and today > pack.valid_until):
        return words.pack_expired
    return words.pack_valid


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
