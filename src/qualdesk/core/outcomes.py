"""What a call can end with. Outcomes are data: queue behaviour is read from their columns.

The columns follow the call-outcome table of queXS (ACSPRI); the codes are those of AAPOR's
Standard Definitions and appear in exports and reports only.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from qualdesk.core.errors import NotFound
from qualdesk.core.events import EXPECTED, Attendance, Phase
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import AttemptId
from qualdesk.core.leads import Bucket
from qualdesk.core.wording import tr


class After(StrEnum):
    """What happens to a lead after an outcome."""

    REST = "rest"  # waits for the delay, then is offered again
    DAY_PART = "day_part"  # the same, in another part of the day
    PROMISE = "promise"  # waits for the time that was agreed
    OPEN_PROMISE = "open_promise"  # no time agreed: another part of the day, the same caller first
    DATE = "date"  # leaves the queue until a date
    NEXT_NUMBER = "next_number"  # another number of the person, or research when there is none
    REFERRAL = "referral"  # leaves the queue for who was named, or research when nobody was
    FINAL = "final"  # leaves the queue
    SUPPRESS = "suppress"  # leaves the queue for good, and is never called again
    ASK = "ask"  # waits for a supervisor
    RESEARCH = "research"  # stays with the caller for a while, then is back where it was
    EVENT = "event"  # rests until the event is over, and has all its tries again then


@frozen
class Outcome:
    """One way a call can end.

    Attributes:
        delay: how long the lead rests before the next try, where ``after`` is a rest.
        contacted: whether a human was spoken to; ``eligible`` whether they belong on the list
            (None: not known).
        key: the digit pressed with Alt, 0 for those under "more".
        bucket: where the lead stands afterwards.
        in_vain: nobody answered: this part of their day counts as tried, and when every part
            of it was, another number of theirs is dialled next.
        is_refusal: they declined: the law may ask for a longer rest than the delay.
        needs_reason: a reason from ``reasons`` is asked for. ``needs_note``: a line of text is.
            ``needs_number``: the number to call instead is.
        without_call: may be given without having dialled.
        by_program: given by the program itself, never offered to a caller.
        phase: on which side of a campaign's event it can be given; None: on both.
        attendance: what it says of how they stand with the event.
        no_message: it leaves a message on a machine; the code of the outcome it becomes once a
            campaign allows no more messages. Empty: it leaves none.
        said_first: what its key says before the consequence, where it stands for another.
    """

    code: str
    label: str
    aapor: str
    contacted: bool | None = None
    eligible: bool | None = None
    after: After
    bucket: Bucket
    key: int = 0
    delay: timedelta = timedelta()
    in_vain: bool = False
    is_refusal: bool = False
    needs_reason: bool = False
    needs_note: bool = False
    needs_number: bool = False
    reasons: tuple[str, ...] = ()
    without_call: bool = False
    by_program: bool = False
    phase: Phase | None = None
    attendance: Attendance = Attendance.UNSAID
    no_message: str = ""
    said_first: str = ""

    @property
    def tries_again(self) -> bool:
        """Whether the lead comes back to the queue by itself."""
        return self.after not in {After.FINAL, After.SUPPRESS, After.ASK, After.REFERRAL}

    @property
    def next_number(self) -> bool:
        """Whether another number of the person is dialled next: at once, or in its turn."""
        return self.in_vain or self.after is After.NEXT_NUMBER

    @property
    def was_reached(self) -> bool:
        """Whether the person, or somebody beside them, was spoken to."""
        return bool(self.contacted) and self.after is not After.NEXT_NUMBER

    @property
    def qualifies(self) -> bool:
        """Whether the lead goes to sales with it."""
        return self.bucket is Bucket.QUALIFIED

    @property
    def reaches_goal(self) -> bool:
        """Whether the call did what it was for: before the event people are asked to come (Q1)."""
        return self.qualifies or self.attendance in EXPECTED


class Catalogue:
    """The outcomes of a workspace, by code and by key."""

    def __init__(self, outcomes: Iterable[Outcome]) -> None:
        self._by_code: Mapping[str, Outcome] = {outcome.code: outcome for outcome in outcomes}
        self._of_phase: dict[Phase, Catalogue] = {}

    def __iter__(self) -> Iterator[Outcome]:
        """All outcomes, in their written order."""
        return iter(self._by_code.values())

    def outcome(self, code: str) -> Outcome:
        """The outcome with that code.

        Raises:
            NotFound: no outcome has it; the sentence lists those there are.
        """
        try:
            return self._by_code[code]
        except KeyError:
            known = ", ".join(self._by_code)
            raise NotFound(
                tr(
                    "There is no outcome “{code}”. The outcomes are: {known}.",
                    code=code,
                    known=known,
                )
            ) from None

    def of(self, phase: Phase) -> "Catalogue":
        """The outcomes that can be given on that side of a campaign's event (Q1).

        One that is for that side alone takes its key from one that is for both; that one then
        stands under "more".
        """
        if phase not in self._of_phase:
            fitting = [one for one in self if one.phase in {None, phase}]
            taken = {one.key for one in fitting if one.phase is phase and one.key}
            self._of_phase[phase] = Catalogue(
                replace(one, key=0) if one.phase is None and one.key in taken else one
                for one in fitting
            )
        return self._of_phase[phase]

    def on_key(self, key: int) -> Outcome | None:
        """The outcome on Alt and that digit."""
        return next((o for o in self._by_code.values() if key and o.key == key), None)


@frozen
class Consequence:
    """What an outcome will do to this lead now: computed once, said on the key, then done.

    ``says`` is the line under the outcome's name ("again 16:10"). ``next_at`` is the instant
    the lead comes back, None when it does not.
    """

    code: str
    says: str
    bucket: Bucket
    next_at: datetime | None = None
    lacks: str = ""


@frozen
class PastCall:
    """A call as it stands in a lead's history, newest first on the desk."""

    id: AttemptId
    started_at: datetime
    caller: str
    outcome: str
    label: str
    note: str = ""
    minutes: int = 0
