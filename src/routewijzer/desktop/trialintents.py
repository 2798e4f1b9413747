"""What a worker does in a trial, as intents of the window; the rest of the app knows only that one stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from routewijzer.desktop import trial
from routewijzer.desktop.bridge import Bridge
from routewijzer.desktop.presenters.trial import spoken

if TYPE_CHECKING:
    from routewijzer.case import Answer
    from routewijzer.desktop.trial import Trial


class Trials:
    """Begin, change and end the trial of a bridge's session. Nothing of it is saved."""

    def __init__(self, bridge: Bridge) -> None:
        """Take the bridge whose session holds the trial."""
        self._bridge, self._session = bridge, bridge.session

    def begin(self) -> None:
        """Begin a trial of the advice that shows; where one stands, it goes on."""
        intake = self._session.intake
        if intake is not None and self._session.trial is None:
            self._bridge.do(lambda: self._session.set_trial(trial.begin(intake)))

    def end(self) -> None:
        """Go back to the real advice; nothing of the trial is left."""
        self._bridge.do(lambda: self._session.set_trial(None))

    def pick(self, fact: str) -> None:
        """Try another question."""
        self._go_on(lambda now: trial.pick(now, fact))

    def answer(self, fact: str, value: Answer) -> None:
        """Try another answer."""
        self._go_on(lambda now: trial.answer(now, fact, value))

    def clear(self, fact: str) -> None:
        """Try what no answer would do."""
        self._go_on(lambda now: trial.clear(now, fact))

    def restore(self, fact: str) -> None:
        """Put the real answer back in the trial."""
        self._go_on(lambda now: trial.restore(now, fact))

    def _go_on(self, act: Callable[[Trial], Trial]) -> None:
        """Go on with the trial, and say what the advice would be where its answers changed."""
        before = self._session.trial
        if before is None:
            return
        after = act(before)
        self._bridge.do(lambda: self._session.set_trial(after))
        if after.case != before.case:
            self._bridge.announce.emit(spoken(after), False)
