"""What makes leads alike to the queue: all that moves the chance that one answers and qualifies."""

from datetime import UTC, datetime
from enum import StrEnum

from qualdesk.core.frozen import frozen
from qualdesk.core.leads import PhoneKind, Signals
from qualdesk.core.sources import SourceType


class Role(StrEnum):
    """What somebody does at their company, as far as a job title says it."""

    EXECUTIVE = "executive"
    HEAD = "head"
    SPECIALIST = "specialist"
    UNKNOWN = "unknown"


class Interest(StrEnum):
    """How far somebody went at the source, the least first."""

    GIVEAWAY = "giveaway"
    DOWNLOAD = "download"
    SCANNED = "scanned"
    LOOKED = "looked"
    ENGAGED = "engaged"


@frozen
class Traits:
    """What a stack of leads shares.

    Attributes:
        asked: they asked for a call themselves.
        anchor: when their interest began, rounded so that leads of one hour (of a form) or one
            day (of anything else) share it, UTC; None when nobody knows.
        attempts: tries so far.
        tried: the parts of their day that were tried in vain, as bits (1 << day part).
        hinted: the parts of their day in which somebody said they are in, as bits; 0: nothing said.
        was_reached: they, or somebody beside them, have been spoken to.
        is_pinned: a supervisor wants them first.
    """

    source: SourceType = SourceType.OTHER
    role: Role = Role.UNKNOWN
    phone: PhoneKind = PhoneKind.UNKNOWN
    asked: bool = False
    interest: Interest = Interest.SCANNED
    anchor: datetime | None = None
    attempts: int = 0
    tried: int = 0
    hinted: int = 0
    was_reached: bool = False
    is_pinned: bool = False

    @property
    def key(self) -> str:
        """The same as text: leads with the same key stand in one stack of their cell."""
        return "/".join(
            (
                self.source.value,
                self.role.value,
                self.phone.value,
                self.interest.value,
                f"{self.anchor:%Y-%m-%dT%H}" if self.anchor else "",
                str(self.attempts),
                str(self.tried),
                str(self.hinted),
                f"{self.asked:d}{self.was_reached:d}{self.is_pinned:d}",
            )
        )

    @classmethod
    def from_key(cls, key: str) -> "Traits":
        """What :attr:`key` was made of; the empty text is a lead that nobody has sorted yet."""
        if not key:
            return cls()
        source, role, phone, interest, anchor, attempts, tried, hinted, flags = key.split("/")
        return cls(
            source=SourceType(source),
            role=Role(role),
            phone=PhoneKind(phone),
            interest=Interest(interest),
            anchor=datetime.fromisoformat(f"{anchor}:00+00:00") if anchor else None,
            attempts=int(attempts),
            tried=int(tried),
            hinted=int(hinted),
            asked=flags[0] == "1",
            was_reached=flags[1] == "1",
            is_pinned=flags[2] == "1",
        )


def interest_of(signals: Signals) -> Interest:
    """How far somebody went, from what they did at the source beside asking for a call."""
    if signals.giveaway_only:
        return Interest.GIVEAWAY
    if signals.download_only:
        return Interest.DOWNLOAD
    done = signals.engagement - signals.asked_for_call
    if signals.saw_demo or done > 1:
        return Interest.ENGAGED
    return Interest.LOOKED if done == 1 else Interest.SCANNED


def anchored(source: SourceType, at: datetime | None) -> datetime | None:
    """When interest began, as precisely as it matters: to the hour for a form, else to the day.

    A form's interest melts within hours; a fair's lasts for days, and its people share a stack.
    Who stands on a bought list, or was found, began nothing.
    """
    if at is None or source in {SourceType.LIST, SourceType.RESEARCH}:
        return None
    there = at.astimezone(UTC)
    hour = there.hour if source is SourceType.CONTACT_FORM else 0
    return there.replace(hour=hour, minute=0, second=0, microsecond=0)
