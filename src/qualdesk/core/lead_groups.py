"""Leads counted in groups, as the tally keeps them.

A group is all leads of a campaign that are the same to every number: the same source, bucket,
last word, and what sales has of them. There are some hundred groups however many leads there are.
"""

from collections.abc import Collection, Mapping
from typing import TypeAlias

from qualdesk.core.frozen import frozen
from qualdesk.core.leads import Bucket

OPEN = frozenset({Bucket.WAITING.value, Bucket.CALLBACK.value, Bucket.RESEARCH.value})
"""The buckets whose leads still wait for a call or for a number."""
LEFT, ANSWERED, TAKEN, WAITS = 1, 2, 4, 8
"""What sales has of a lead, as bits: it left and was not recalled; sales answered; took it; an
answer is waited for."""

TRIES = "tries:"
CLOSED = "closed"
"""Why a lead is not reached, as its group says it: its tries are used up, with the outcome of the
last one behind the colon; its window has closed."""


@frozen
class Group:
    """Leads that are the same to every number of the Floor.

    Attributes:
        state: the key of a bucket; another text where something is wrong.
        reason: for those in research the outcome of the last call; for those not reached why.
        was_dialled: whether a number of theirs was dialled.
        sales: bits of :data:`LEFT`, :data:`ANSWERED`, :data:`TAKEN` and :data:`WAITS`.
    """

    source: str
    is_giveaway: bool
    state: str
    reason: str
    was_dialled: bool
    was_reached: bool
    sales: int

    @classmethod
    def from_key(cls, key: str) -> "Group":
        """The group a key of the kept counts stands for."""
        source, giveaway, state, reason, dialled, reached, sales = key.split("|")
        return cls(
            source=source,
            is_giveaway=giveaway == "1",
            state=state,
            reason=reason,
            was_dialled=dialled == "1",
            was_reached=reached == "1",
            sales=int(sales),
        )

    @property
    def key(self) -> str:
        """The group as the kept counts write it."""
        flags = ("01"[self.is_giveaway], "01"[self.was_dialled], "01"[self.was_reached])
        giveaway, dialled, reached = flags
        parts = (self.source, giveaway, self.state, self.reason, dialled, reached, str(self.sales))
        return "|".join(parts)

    @property
    def was_called(self) -> bool:
        """Whether they were called, or called us: who is spoken to needs no dial any more."""
        return self.was_dialled or self.was_reached

    @property
    def is_finished(self) -> bool:
        """Whether they wait for no call any more."""
        return self.state not in OPEN

    @property
    def is_qualified(self) -> bool:
        """Whether they qualified, whatever became of it at sales."""
        return self.state in _QUALIFIED or bool(self.sales & LEFT)

    @property
    def has_verdict(self) -> bool:
        """Whether a conversation with them ended in a verdict."""
        return self.was_reached and (self.is_qualified or self.state in _VERDICTS)

    def stand(self, wrong_numbers: Collection[str]) -> str:
        """Where they stand: the code of a :class:`Stand`.

        ``wrong_numbers`` are the outcomes that say that a number does not lead to the person.
        """
        if self.state == Bucket.WAITING:
            return "try_again" if self.was_called else "never_called"
        if self.state == Bucket.RESEARCH and self.reason in wrong_numbers:
            return "wrong_number"
        if self.state == Bucket.UNREACHABLE:
            return self._why_not_reached(wrong_numbers)
        return self.state

    def _why_not_reached(self, wrong_numbers: Collection[str]) -> str:
        if self.reason == CLOSED:
            return "window_closed"
        last = self.reason.removeprefix(TRIES)
        if last == self.reason:
            return Bucket.UNREACHABLE.value
        return "wrong_number" if last in wrong_numbers else "tried_out"


Groups: TypeAlias = Mapping[Group, int]
"""How many leads are in each group."""

_VERDICTS = frozenset({Bucket.NURTURE.value, Bucket.NOT_A_FIT.value})
_QUALIFIED = frozenset(
    bucket.value
    for bucket in (
        *(Bucket.QUALIFIED, Bucket.IN_BATCH, Bucket.TAKEN, Bucket.SENT_BACK),
        *(Bucket.WON, Bucket.LOST),
    )
)
