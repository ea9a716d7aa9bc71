"""Where a call stands and what the next key does: the states of the desk, without any window."""

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from qualdesk.core.frozen import frozen
from qualdesk.core.outcomes import After, Catalogue, Outcome


class CallState(StrEnum):
    """The states of the desk, in the order of a call."""

    EMPTY = "empty"
    READY = "ready"
    DIALLING = "dialling"
    ON_A_CALL = "on a call"
    WRAPPING_UP = "wrapping up"
    BREAK = "break"


class Stock(StrEnum):
    """What all campaigns together still hold, asked when there is nothing to call."""

    OPEN = "open"  # somewhere a lead is open: it comes, or another campaign has it
    FINISHED = "finished"  # every lead there is has been finished
    NONE = "none"  # nothing was loaded yet
    THEIRS = "theirs"  # whoever looks after the lists loads the next one


class MainStep(StrEnum):
    """What the one big key does next."""

    LOOK = "look"
    LOAD = "load"
    DIAL = "dial"
    FIND_NUMBER = "find_number"
    REACHED = "reached"
    END = "end"
    END_AND_SAVE = "end_and_save"
    SAVE = "save"
    CHOOSE = "choose"
    COME_BACK = "come_back"


class Press(StrEnum):
    """What pressing an outcome's key leads to."""

    SAVE = "save"  # the call is over with it: saved at once, the next lead follows
    CHOOSE = "choose"  # chosen, and saved when the call has ended
    ASK = "ask"  # a pop-over asks what it needs first
    MISSING = "missing"  # it leads to what is still missing
    DIAL_FIRST = "dial_first"  # nobody was called yet


@frozen
class Flow:
    """One moment of the desk. Every step gives a new one; nothing here asks the time.

    Attributes:
        since: when this state began, UTC; the timer counts from it.
        chosen: the code of the outcome chosen for this call, empty while none is.
        before_break: the state a break returns to.
        stock: what is left to wait for while the desk is empty.
        has_number: whether the lead at the desk has a number that can be dialled.
    """

    state: CallState = CallState.EMPTY
    since: datetime | None = None
    chosen: str = ""
    before_break: CallState = CallState.READY
    stock: Stock = Stock.OPEN
    has_number: bool = True

    def ready(self, at: datetime, *, has_number: bool = True) -> "Flow":
        """A lead is on the desk, nobody was dialled."""
        return Flow(state=CallState.READY, since=at, has_number=has_number)

    def dialled(self, at: datetime) -> "Flow":
        """The number was handed to the phone."""
        return Flow(state=CallState.DIALLING, since=at)

    def reached(self, at: datetime) -> "Flow":
        """Somebody answered."""
        return replace(self, state=CallState.ON_A_CALL, since=at)

    def ended(self, at: datetime) -> "Flow":
        """They hung up; what was chosen stays chosen."""
        return replace(self, state=CallState.WRAPPING_UP, since=at)

    def chose(self, code: str) -> "Flow":
        """An outcome was chosen. It never ends a call."""
        return replace(self, chosen=code)

    def empty(self, at: datetime, stock: Stock = Stock.OPEN) -> "Flow":
        """There is nothing to call."""
        return Flow(state=CallState.EMPTY, since=at, stock=stock)

    def on_break(self, at: datetime) -> "Flow":
        """The caller takes a break; the call that is being wrapped up waits."""
        return replace(self, state=CallState.BREAK, since=at, before_break=self.state)

    def back(self, at: datetime) -> "Flow":
        """The break is over."""
        return replace(self, state=self.before_break, since=at)

    @property
    def may_break(self) -> bool:
        """Whether a break can begin now: never with somebody on the line."""
        return self.state in {CallState.READY, CallState.WRAPPING_UP, CallState.EMPTY}

    @property
    def is_in_call(self) -> bool:
        """Whether a call is written down that has no outcome yet."""
        return self.state in _IN_CALL

    @property
    def main_step(self) -> MainStep:
        """What the one big key does now."""
        if self.state is CallState.ON_A_CALL:
            return MainStep.END_AND_SAVE if self.chosen else MainStep.END
        if self.state is CallState.WRAPPING_UP:
            return MainStep.SAVE if self.chosen else MainStep.CHOOSE
        if self.state is CallState.EMPTY and self.stock in {Stock.FINISHED, Stock.NONE}:
            return MainStep.LOAD
        if self.state is CallState.READY and not self.has_number:
            return MainStep.FIND_NUMBER
        return _MAIN_STEPS[self.state]

    @property
    def keys_shown(self) -> tuple[int, ...]:
        """The digits of the outcomes that fit this state, as they stand in the call bar."""
        return _KEYS_SHOWN[self.state]

    def press(self, outcome: Outcome, *, lacks: bool = False) -> Press:
        """What pressing this outcome's key does; ``lacks`` when it still needs an answer."""
        if not self.is_in_call and not outcome.without_call:
            return Press.DIAL_FIRST
        if lacks:
            return Press.MISSING
        if needs_more(outcome):
            return Press.ASK
        return Press.SAVE if self.ends_with(outcome) else Press.CHOOSE

    def ends_with(self, outcome: Outcome) -> bool:
        """Whether the call is over with this outcome: nobody is there to go on talking with."""
        if self.state is CallState.DIALLING:
            return outcome.key in self.keys_shown or not outcome.contacted
        return not self.is_in_call

    def elapsed(self, now: datetime) -> timedelta:
        """How long this state lasts already; never less than nothing."""
        return max(now - self.since, timedelta()) if self.since else timedelta()


def rare_outcomes(flow: Flow, catalogue: Catalogue) -> list[Outcome]:
    """The outcomes without a place of their own that fit this state."""
    talked = flow.state in {CallState.ON_A_CALL, CallState.WRAPPING_UP}
    return [
        outcome
        for outcome in catalogue
        if not outcome.by_program
        and outcome.key not in flow.keys_shown
        and outcome.after is not After.SUPPRESS
        and (outcome.key == 0 or outcome.contacted)
        and (outcome.contacted is not False if talked else not outcome.contacted)
    ]


def needs_more(outcome: Outcome) -> bool:
    """Whether an outcome asks for a time, a date, a reason or a line before it is saved."""
    asks = {After.PROMISE, After.DATE, After.SUPPRESS}
    asked_by_code = {"gatekeeper", "number_changed"}
    needs = outcome.needs_reason or outcome.needs_note
    return outcome.after in asks or needs or outcome.code in asked_by_code


def clock_words(elapsed: timedelta) -> str:
    """A span as a timer shows it: 03:42, and 1:03:42 from an hour on."""
    seconds = int(elapsed.total_seconds())
    hours, rest = divmod(seconds, 3600)
    minutes = f"{rest // 60:02}:{rest % 60:02}"
    return f"{hours}:{minutes}" if hours else minutes


_IN_CALL: Final = frozenset({CallState.DIALLING, CallState.ON_A_CALL, CallState.WRAPPING_UP})
_MAIN_STEPS: Final = {
    CallState.EMPTY: MainStep.LOOK,
    CallState.READY: MainStep.DIAL,
    CallState.DIALLING: MainStep.REACHED,
    CallState.BREAK: MainStep.COME_BACK,
}
_KEYS_SHOWN: Final = {
    CallState.EMPTY: (),
    CallState.READY: (1, 2, 3, 4, 5),
    CallState.DIALLING: (1, 2, 3, 4, 5),
    CallState.ON_A_CALL: (4, 6, 7, 8, 9),
    CallState.WRAPPING_UP: (4, 6, 7, 8, 9),
    CallState.BREAK: (),
}
