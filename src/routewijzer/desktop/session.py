"""The only thing that changes: the current intake, its history of cases (undo), and where the worker is.

Free of Qt. Pages send intents through `bridge.py`; presenters read this and make views.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from routewijzer import places, text
from routewijzer.desktop import walk
from routewijzer.desktop.oneintake import ADVICE, CHECK, Intake

if TYPE_CHECKING:  # the first paint waits for none of these
    from routewijzer.advice.engine import Engine
    from routewijzer.case import Answer, Case
    from routewijzer.desktop.trial import Trial
    from routewijzer.journal.drafts import Draft, Drafts, Listed


class Session:
    """What the window works on. Every method is one intent; each leaves a whole, saved state."""

    def __init__(self, rules: Path, data: Path) -> None:
        """Start without a pack: the start page needs none. `load` brings one in."""
        self.rules = rules
        self.data = data
        self.engine: Engine | None = None
        self.pack_faults: tuple[str, ...] = ()
        """Why the pack cannot be used; the app then shows the emergency numbers and this."""
        self.intake: Intake | None = None
        self.place = "start"
        """The main page: start, intake, spoed, or one of the others."""
        self.before = "start"
        """Where the worker came from before the emergency page or the hidden screen."""
        self.message = ""
        """One line above the footer, until the next intent."""
        self.setting = ""
        """The setting that was changed last, until the worker goes elsewhere."""
        self.wanted = ""
        """The item that the knowledge page opens at, until the worker goes elsewhere."""
        self._warned = False
        self._sure = False
        """Whether closing was asked once already: an intake never goes on one keystroke."""
        self._drafts: Drafts | None = None
        self._trial: Trial | None = None
        self._trial_over = False

    @property
    def trial(self) -> Trial | None:
        """The trial on the advice page; None as soon as its intake changes or another page shows."""
        made, intake = self._trial, self.intake
        here = self.place == "intake" and intake is not None and intake.page == ADVICE
        return made if made is not None and here and made.of is intake else None

    def set_trial(self, trial: Trial | None) -> None:
        """Begin a trial, go on with it, or end it with None. It is never saved."""
        self.message = ""
        self._trial = trial

    @property
    def drafts(self) -> Drafts:
        """The drafts of this data folder, opened on first use.

        Raises:
            DraftError: where the folder cannot be made.
        """
        if self._drafts is None:
            from routewijzer.journal.drafts import Drafts

            self._drafts = Drafts(self.data)
            self._drafts.expire()
        return self._drafts

    def open_intakes(self) -> tuple[tuple[Listed, ...], str]:
        """Return the open intakes, last saved first, and what is wrong with them; "" where nothing is.

        Before the pack is there a folder without files is not opened: the first paint does not wait for it.
        """
        if self.engine is None and not self.pack_faults and _is_empty(places.drafts(self.data)):
            return (), ""
        from routewijzer.journal.drafts import DraftError

        try:
            found = self.drafts.list()
        except DraftError as error:
            return (), str(error)
        return found, self.drafts.notice or ""

    def close(self) -> None:
        """Let go of drafts: another window may then open them."""
        if self._drafts is not None:
            self._drafts.close()

    # Where the worker is.

    def show(self, place: str) -> None:
        """Go to a main page; the emergency page and the hidden screen remember where one came from."""
        self._trial_over, self._trial = self.trial is not None, None
        self.message = self.setting = self.wanted = ""
        if place in ("spoed", "afgeschermd") and self.place not in ("spoed", "afgeschermd"):
            self.before = self.place
        self.place = place

    def back(self) -> None:
        """Return from the emergency page or the hidden screen to exactly the same place."""
        self.message = text.load().whatif.over if self._trial_over else ""
        self._trial_over = False
        self.place = self.before

    # Beginning, going on, leaving.

    def begin(self) -> None:
        """Start a new intake at the first question."""
        from routewijzer.case import Case

        if self.engine is None:
            return
        self._enter(Case.empty(self.engine.pack.id), self.engine, "intake")

    def begin_from(self, engine: Engine, case: Case) -> None:
        """Start a herweging from a case that was read from a code."""
        self._enter(case, engine, "herweging", CHECK)

    def _enter(self, case: Case, engine: Engine, kind: str, page: str | None = None) -> None:
        from routewijzer.journal.drafts import DraftError

        if not self.leave():
            return
        first = engine.pack.steps[0].blokken[0].id
        draft = None
        self.message = ""
        try:
            draft = self.drafts.new(engine.codec.encode(case), kind)
        except DraftError as error:
            self.message = str(error)
        self.intake = Intake(engine, (case,), 0, page or first, kind=kind, draft=draft)
        self.place = "intake"
        if draft is not None:
            self._saved()

    def resume(self, draft: Draft, engine: Engine, case: Case) -> None:
        """Go on with a draft that `drafts.open` holds for this window."""
        own = self.intake.draft if self.intake is not None else None
        if (own is None or own.id != draft.id) and not self.leave():
            self.drafts.release(draft.id)
            return
        made = Intake(engine, (case,), 0, engine.pack.steps[0].blokken[0].id, kind=draft.kind, draft=draft)
        page = draft.page if any(stop.id == draft.page for stop in made.stops) else made.page
        self.intake = walk.at_first_open(made.replace(page=page))
        self.place = "intake"
        self._saved()

    def leave(self) -> bool:
        """Put the intake away as a draft that can be opened again; return whether it was put away.

        Answers that are on no disk are thrown away only where the worker asks for it twice.
        """
        if self.unsaved and not self._warned:
            self._warned = True
            self.message = text.load().desktop.leave_unsaved
            return False
        if self.intake is not None and self.intake.draft is not None:
            self.drafts.release(self.intake.draft.id)
        self.intake = None
        self._warned = False
        self.place = "start"
        return True

    @property
    def unsaved(self) -> bool:
        """Whether there are answers that are on no disk."""
        return self.intake is not None and not self.intake.saved and bool(self.intake.case.answers)

    def discard(self, draft_id: str) -> None:
        """Throw a draft away for good; where it is the intake of this window, that ends with it."""
        from routewijzer.journal.drafts import DraftError

        self.message = text.load().start.discarded
        try:
            self.drafts.remove(draft_id)
        except DraftError as error:
            self.message = str(error)
            return
        draft = self.intake.draft if self.intake is not None else None
        if draft is not None and draft.id == draft_id:
            self.intake = None

    # Answers.

    def answer(self, fact: str, value: Answer) -> None:
        """Answer one question."""
        from routewijzer.case import in_order

        intake = self._now()
        known = intake.fact(fact)
        given = value if isinstance(value, str) else in_order(known, value)
        self._push(intake.case.answer(fact, given))

    def clear(self, fact: str) -> None:
        """Make one question unanswered."""
        intake = self._now()
        if fact in intake.case.answers:
            self._push(intake.case.without(fact))

    def fill_rest(self, value: str) -> None:
        """Answer the open questions of the current block's group, never the critical ones."""
        intake = self._now()
        case, filled = intake.case, 0
        for name in intake.stop.facts:
            if name not in case.answers and not intake.fact(name).kritiek:
                case, filled = case.answer(name, value), filled + 1
        if filled:
            self._push(case)
        words = text.load().desktop
        template = words.filled_none if not filled else words.filled_one if filled == 1 else words.filled
        label = text.load().answers.nee if value == "nee" else text.load().answers.onbekend
        self.message = template.format(count=filled, value=label.lower())

    def undo(self) -> None:
        """Take the last change of answers back."""
        intake = self._now()
        if not self._in_trial() and intake.at > 0:
            self._turn(intake.at - 1)

    def redo(self) -> None:
        """Make a change that was taken back once more."""
        intake = self._now()
        if not self._in_trial() and intake.at + 1 < len(intake.history):
            self._turn(intake.at + 1)

    def _in_trial(self) -> bool:
        """Whether a trial stands there: then no key changes the real answers out of sight."""
        if self.trial is None:
            return False
        self.message = text.load().whatif.no_history
        return True

    def _turn(self, at: int) -> None:
        """Go to another case of the history, and to what changed: no answer changes out of sight."""
        intake = self._now()
        before, after = intake.case.answers, intake.history[at].answers
        changed = [name for name in intake.pack.fact_by_id if before.get(name) != after.get(name)]
        self._set(intake.replace(at=at))
        if intake.stop.facts and changed and not set(changed) & set(intake.stop.facts):
            self.go_to_fact(changed[0])
        words = text.load().desktop
        one = words.turned_one.format(question=intake.fact(changed[0]).kort) if changed else ""
        more = words.turned.format(count=len(changed))
        self.message = self.message or (one if len(changed) == 1 else more)

    def tick(self, actie: str) -> None:
        """Tick or untick an action; where an answer says that it is done, change that answer."""
        intake = self._now()
        fact = intake.pack.actie_by_id[actie].fact
        if fact is not None:
            self.answer(fact, "ja")
        else:
            self.intake = intake.replace(ticked=intake.ticked ^ {actie})

    def write_note(self, note: str) -> None:
        """Keep the text for the prints of this intake, in memory only."""
        self.intake = self._now().replace(note=note)

    def _push(self, case: Case) -> None:
        intake = self._now()
        history = (*intake.history[: intake.at + 1], case)
        self._set(intake.replace(history=history, at=len(history) - 1))

    def _set(self, intake: Intake) -> None:
        self.message = ""
        self.intake = intake
        self._save()

    # Along the stops.

    def go(self, stop: str, cursor: int | None = None) -> None:
        """Go to a stop; without a cursor to its first open question, or past the last."""
        intake = self._now()
        self.message = ""
        self.intake = intake.replace(page=stop, cursor=cursor or 0, seen=intake.seen | {intake.stop.step})
        if cursor is None:
            self.intake = walk.at_first_open(self.intake)
        self.place = "intake"
        self._save()

    def go_to_fact(self, fact: str) -> None:
        """Go to one question."""
        stop = next(stop for stop in self._now().stops if fact in stop.facts)
        self.go(stop.id, stop.facts.index(fact))

    def forward(self) -> None:
        """Go on: to the next question of the block, or to the next stop. An open question stays open."""
        intake, words = self._now(), text.load().desktop
        left, goal = walk.passed_open(intake), walk.onward(intake)
        if left and intake.stop.step == 0:
            self.message = words.answer_first
            return
        if goal is not None:
            self.go(*goal)
        if left:
            one = words.left_open_one.format(question=intake.fact(left[0]).kort)
            more = words.left_open.format(count=len(left))
            self.message = self.message or (one if len(left) == 1 else more)

    def backward(self) -> None:
        """Go back: to the question before, or to the stop before; from a trial to the real advice."""
        if self.trial is not None:
            self.set_trial(None)
            return
        goal = walk.back(self._now())
        if goal is not None:
            self.go(*goal)

    def advance(self) -> None:
        """After an answer: to the next question of the block, or past the last."""
        intake = self._now()
        if intake.stop.group is None and intake.cursor < len(intake.stop.facts):
            message = self.message
            self.go(intake.page, walk.after(intake))
            self.message = message

    # Keeping and closing.

    def close_and_log(self, today: dt.date) -> bool:
        """Put a row in the log, throw the draft away and end the intake; return whether it was done."""
        from routewijzer.journal.drafts import DraftError
        from routewijzer.journal.entry import Entry, EntryFault
        from routewijzer.journal.faults import JournalError
        from routewijzer.journal.store import Journal

        intake = self._now()
        words = text.load().desktop
        if self.trial is not None:
            self.message = text.load().whatif.refused
            return False
        if not intake.advice.showable:
            self.message = words.not_logged
            return False
        if not self._sure:
            self._sure = True
            self.message = words.close_sure if intake.advice.settled else words.close_sure_open
            return False
        try:
            with Journal(self.data) as journal:
                journal.append(Entry.from_advice(intake.advice, today.strftime("%Y-%m"), intake.kind))
                notice = journal.notice
        except (EntryFault, JournalError) as error:
            self.message = str(error)
            return False
        self.message = words.logged if notice is None else f"{notice} {words.logged}"
        if intake.draft is not None:
            try:
                self.drafts.remove(intake.draft.id)
            except DraftError as error:
                self.message = str(error)
        self.intake = None
        self._sure = False
        self.place = "start"
        return True

    def _save(self) -> None:
        from dataclasses import replace

        from routewijzer.journal.drafts import DraftError

        intake = self._now()
        self._warned = self._sure = False
        code = intake.engine.codec.encode(intake.case)
        try:
            draft = intake.draft or self.drafts.new(code, intake.kind)
            draft = replace(draft, code=code, page=intake.page)
            self.drafts.save(draft)
        except DraftError as error:
            self.message = str(error)
            self.intake = intake.replace(saved="")
            return
        self.intake = intake.replace(draft=draft)
        self._saved()

    def _saved(self) -> None:
        now = dt.datetime.now().astimezone()
        self.intake = self._now().replace(saved=f"{now:%H.%M}")

    def _now(self) -> Intake:
        if self.intake is None:
            raise LookupError("no intake is open")
        return self.intake


def _is_empty(folder: Path) -> bool:
    """Whether a folder is missing or has no files in it; one that cannot be read may have."""
    try:
        return not folder.exists() or not any(folder.iterdir())
    except OSError:
        return False
