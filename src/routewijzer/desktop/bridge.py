"""One QObject between pages and session: it turns intents into session calls and says `changed`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from routewijzer import text
from routewijzer.desktop import clipboard
from routewijzer.desktop.session import Session

if TYPE_CHECKING:  # the first paint waits for none of these
    from routewijzer.advice.engine import Engine
    from routewijzer.case import Answer, Case
    from routewijzer.rules.model import RulePack
    from routewijzer.settings import Settings


class _Unusable(Exception):
    """A pack that cannot be used, in one Dutch sentence."""


def _marks(pack: RulePack) -> tuple[str, ...]:
    """Return what two packs share only where they are the same to the letter that is shown."""
    return pack.id, pack.version, pack.digest, pack.texts_digest


class Bridge(QObject):
    """Intents of the pages. After each the views are made anew by whoever listens to `changed`.

    `announce` says something to a screen reader: the text, and whether it may interrupt.
    """

    changed = Signal()
    announce = Signal(str, bool)
    leaving = Signal()

    def __init__(self, session: Session, pack: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.letters = True
        """Whether single letters (J, N, O) answer: the pages hand it to the parts they build."""
        self._pack = pack

    def do(self, act: Callable[[], object]) -> None:
        """Do something to the session, then show and say what changed."""
        before = self._severity()
        act()
        self.changed.emit()
        if self.session.message:
            self.announce.emit(self.session.message, False)
        self._tell_severity(before)

    def _severity(self) -> tuple[int, int] | None:
        """Return the ranks of besluit and urgentie that show now; None where none shows."""
        intake = self.session.intake
        if intake is None or not intake.advice.settled:
            return None
        pack = intake.pack
        besluit, urgency = list(pack.besluit_by_id), list(pack.urgentie_by_id)
        return besluit.index(intake.advice.besluit), urgency.index(intake.advice.urgentie)

    def _tell_severity(self, before: tuple[int, int] | None) -> None:
        """Announce a besluit that shows for the first time or got more severe or more urgent."""
        after, intake = self._severity(), self.session.intake
        if after is None or intake is None or after == before:
            return
        worse = before is None or after[0] < before[0] or after[1] < before[1]
        title = intake.pack.besluit_by_id[intake.advice.besluit].titels[intake.advice.urgentie]
        self.announce.emit(text.load().desktop.advice_now.format(title=title), worse)

    # The pack.

    def load_pack(self) -> None:
        """Load the pack; where that fails the app shows the emergency numbers and says what is wrong."""
        from routewijzer.advice.engine import Engine
        from routewijzer.rules.load import PackError
        from routewijzer.rules.proofrecord import load_proved

        try:
            self.session.engine = Engine(load_proved(self.session.rules, self._pack))
        except PackError as error:
            self.session.pack_faults = tuple(str(fault) for fault in error.faults)
        self.changed.emit()

    def keep(self, chosen: Settings, field: str) -> bool:
        """Keep the settings, of which `field` was changed; return whether they are kept, and say so.

        A pack that cannot be used is not chosen: the one that is loaded stays.
        """
        from routewijzer import settings

        def act() -> None:
            session = self.session
            session.setting, session.message = field, text.load().settingspage.saved
            try:
                if field == "pack":
                    self._use(chosen.pack)
                settings.save(session.data, chosen)
                kept.append(True)
            except (settings.SettingsFault, _Unusable) as error:
                session.message = str(error)

        kept: list[bool] = []
        self.do(act)
        return bool(kept)

    def _use(self, pack: str) -> None:
        """Load another pack for the intakes to come; an open intake keeps its own."""
        from routewijzer.advice.engine import Engine
        from routewijzer.rules.load import PackError
        from routewijzer.rules.proofrecord import load_proved

        try:
            engine = Engine(load_proved(self.session.rules, pack))
        except PackError as error:
            words = text.load().settingspage.pack_fault
            raise _Unusable(words.format(fault=error.faults[0])) from error
        self.session.engine, self.session.pack_faults, self._pack = engine, (), pack

    # Where the worker is.

    def show(self, place: str) -> None:
        """Go to a main page; to the intake only where one is open or can begin."""
        if place == "intake" and self.session.intake is None:
            self.begin()
            return
        self.do(lambda: self.session.show(place))

    def look_up(self, item_id: str) -> None:
        """Open the knowledge page at one item; an open intake stays where it is."""

        def act() -> None:
            self.session.show("kennis")
            self.session.wanted = item_id

        self.do(act)

    def back(self) -> None:
        """Come back from the emergency page or the hidden screen."""
        self.do(self.session.back)

    # An intake.

    def begin(self) -> None:
        """Start an intake."""
        self.do(self.session.begin)

    def resume(self, draft_id: str) -> None:
        """Go on with an open intake."""
        self.do(lambda: self._resume(draft_id))

    def _resume(self, draft_id: str) -> None:
        from routewijzer.casecode import CodeError
        from routewijzer.journal.drafts import DraftError

        session = self.session
        try:
            draft = session.drafts.open(draft_id)
            engine, case = self._of_code(draft.code)
        except (DraftError, CodeError) as error:
            session.drafts.release(draft_id)
            session.message = str(error)
            return
        session.resume(draft, engine, case)
        self._tell_rules(engine)

    def open_code(self, code: str) -> None:
        """Open the code from a print as a herweging."""
        from routewijzer.casecode import CodeError

        def act() -> None:
            try:
                engine, case = self._of_code(code)
            except CodeError as error:
                self.session.message = str(error)
                return
            self.session.begin_from(engine, case)
            self._tell_rules(engine)

        self.do(act)

    def _of_code(self, code: str) -> tuple[Engine, Case]:
        from routewijzer.advice.engine import Engine
        from routewijzer.advice.shelf import find

        pack, case = find(self.session.rules, code, proved=True)
        current = self.session.engine
        same = current is not None and _marks(pack) == _marks(current.pack)
        return (current if same and current is not None else Engine(pack)), case

    def _tell_rules(self, engine: Engine) -> None:
        """Say which rules a case opened under, where they are not those of a new intake."""
        intake = self.session.intake
        if intake is not None and intake.engine is engine and engine is not self.session.engine:
            under = text.load().versions.under.format(name=intake.pack.naam, version=intake.pack.version)
            self.session.message = self.session.message or under

    def discard(self, draft_id: str) -> None:
        """Throw an open intake away."""
        self.do(lambda: self.session.discard(draft_id))

    def leave(self) -> None:
        """Put the intake away; it can be opened again."""
        self.do(self.session.leave)

    def answer(self, fact: str, value: Answer) -> None:
        """Answer a question and stay at it."""
        self.do(lambda: self.session.answer(fact, value))

    def answer_and_advance(self, fact: str, value: Answer) -> None:
        """Answer the question that is asked now and go to the next."""

        def act() -> None:
            intake = self.session.intake
            current = intake is not None and intake.stop.facts[intake.cursor : intake.cursor + 1] == (fact,)
            self.session.answer(fact, value)
            if current:
                self.session.advance()

        self.do(act)

    def clear(self, fact: str) -> None:
        """Make a question unanswered."""
        self.do(lambda: self.session.clear(fact))

    def fill_rest(self, value: str) -> None:
        """Answer the open questions of the list that are not critical."""
        self.do(lambda: self.session.fill_rest(value))

    def undo(self) -> None:
        """Take the last change back."""
        if self.session.intake is not None:
            self.do(self.session.undo)

    def redo(self) -> None:
        """Make it once more."""
        if self.session.intake is not None:
            self.do(self.session.redo)

    def tick(self, actie: str) -> None:
        """Tick or untick an action."""
        self.do(lambda: self.session.tick(actie))

    def write_note(self, note: str) -> None:
        """Keep the text for this intake's prints in memory; nothing that shows changes by it."""
        if self.session.intake is not None:
            self.session.write_note(note)

    def go(self, stop: str) -> None:
        """Go to a stop of the route."""
        self.do(lambda: self.session.go(stop))

    def go_to_fact(self, fact: str) -> None:
        """Go to one question."""
        self.do(lambda: self.session.go_to_fact(fact))

    def forward(self) -> None:
        """Go on."""
        self.do(self.session.forward)

    def backward(self) -> None:
        """Go back."""
        self.do(self.session.backward)

    def close_and_log(self) -> None:
        """Close the intake into the log; where none is open any more this does nothing."""
        if self.session.intake is not None:
            self.do(lambda: self.session.close_and_log(dt.datetime.now().astimezone().date()))

    # What leaves the app on purpose.

    def refused_in_trial(self) -> bool:
        """Whether a trial stands there, of which nothing leaves the app; then say so."""
        if self.session.trial is None:
            return False
        self.say(text.load().whatif.refused)
        return True

    def copy(self, what: str, said: str) -> None:
        """Put a text on the clipboard and say so."""

        def act() -> None:
            clipboard.copy(what)
            self.session.message = said

        self.do(act)

    def copy_number(self, number: str) -> None:
        """Put a telephone number on the clipboard."""
        self.copy(number, text.load().spoed.copied.format(number=number))

    def copy_advice(self) -> None:
        """Put the advice on the clipboard as plain text."""
        from routewijzer.paper.plain import as_text

        intake = self.session.intake
        if intake is not None and not self.refused_in_trial():
            self.copy(as_text(intake.advice, intake.pack), text.load().desktop.advice_copied)

    def summary(self, note: str) -> bytes:
        """Return the printed summary of the current intake as a PDF.

        Raises:
            PaperError: where it cannot be made.
            LookupError: where no intake is open.
        """
        from routewijzer import settings
        from routewijzer.paper.page import PaperSettings
        from routewijzer.paper.summary import render

        intake = self.session.intake
        if intake is None:
            raise LookupError("no intake is open")
        chosen = settings.load(self.session.data)
        made = PaperSettings(chosen.municipality, chosen.contact)
        today = dt.datetime.now().astimezone().date()
        return render(intake.case, intake.advice, intake.pack, date=today, settings=made, note=note or None)

    def summary_or_say(self) -> bytes | None:
        """Return the summary with the note of this intake; None where it fails: the message line says why."""
        from routewijzer.paper.page import PaperError
        from routewijzer.settings import SettingsFault

        intake = self.session.intake
        if intake is None or self.refused_in_trial():
            return None
        try:
            return self.summary(intake.note)
        except (PaperError, SettingsFault) as error:
            self.say(str(error))
            return None

    def save_pdf(self, path: Path) -> None:
        """Save the summary with the note of this intake; what went wrong is said in the message line."""
        from routewijzer.paper.page import PaperError
        from routewijzer.paper.summary import write

        made = self.summary_or_say()
        if made is None:
            return

        def act() -> None:
            words = text.load().desktop
            try:
                write(path, made)
            except PaperError as error:
                self.session.message = str(error)
                return
            self.session.message = words.pdf_saved.format(name=path.name)

        self.do(act)

    def say(self, message: str) -> None:
        """Show one line above the footer."""

        def act() -> None:
            self.session.message = message

        self.do(act)
