"""Looking something up before the next call: for how long, and what is said about it."""

from datetime import datetime, timedelta

from qualdesk.core.errors import OutcomeRefused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.core.kept_words import KeptWords
from qualdesk.core.wording import tr, tr_later

TIMES = (timedelta(minutes=15), timedelta(minutes=30), timedelta(hours=1), timedelta(days=1))
"""For how long a lead can stay with who looks something up; then it is anybody's again."""

_BACK = tr_later("Back from research.")
_ASKED = tr_later("{by} was to find out: {asked}")
_LOOK_UP = tr_later("{by} was to look them up")


@frozen
class Researched:
    """A lead that is with who looks something up, until when (UTC), and what it is about."""

    lead_id: LeadId
    name: str
    company: str
    until: datetime
    says: str


def check_time(time: timedelta) -> timedelta:
    """The time, if it is one of those there are.

    Raises:
        OutcomeRefused: it is none of them.
    """
    if time not in TIMES:
        known = ", ".join(map(time_words, TIMES))
        raise OutcomeRefused(tr("Research takes one of: {known}.", known=known))
    return time


def time_words(time: timedelta) -> str:
    """How long, as a key says it: “15 min”, “1 h”, “a day”."""
    if time >= timedelta(days=1):
        return tr("a day") if time.days == 1 else tr("{count} days", count=time.days)
    minutes = int(time.total_seconds()) // 60
    if minutes % 60:
        return tr("{count} min", count=minutes)
    return tr("{count} h", count=minutes // 60)


def reason_for(by: str, what: str) -> str:
    """Why a lead rests: who looks up what. It is kept with the lead, in English."""
    asked = what.strip().splitlines()
    return _ASKED.format(by=by, asked=asked[-1].strip()) if asked else _LOOK_UP.format(by=by)


def back_reason(before: str) -> str:
    """Why a lead is back in the queue, from why it had left it."""
    return before if before.startswith(_BACK) else f"{_BACK} {before}".strip()


def came_back(reason: str) -> tuple[str, ...]:
    """The line that says a lead came back from research; none where it did not."""
    if not reason.startswith(_BACK):
        return ()
    said = _REASONS.shown(reason)
    return (said if said.endswith((".", "?", "!")) else f"{said}.",)


_REASONS = KeptWords(_BACK, _ASKED, _LOOK_UP)
