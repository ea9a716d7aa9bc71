"""A save of the call desk as it is kept on this computer: its name, and plain values as JSON."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime, timedelta
from typing import Any

from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.times import Promise
from qualdesk.core.wording import tr, tr_n


@frozen
class Save:
    """One thing a caller did, on its way to the server of their team.

    Attributes:
        id: made here; the same id twice is one save.
        does: which it is, a name of :mod:`qualdesk.desk.saves`.
        said: what it is done with, as JSON can keep it.
        name: whom it is about, to say it to the person.
        kept_at: when it was done, on this computer's clock, UTC.
    """

    id: str
    does: str
    said: Mapping[str, Any]
    lead_id: int
    kept_at: datetime
    name: str = ""


@frozen
class LateOne:
    """A save that is for the supervisor: about whom, and why it does not count by itself."""

    name: str
    why: str
    lead_id: int = 0


@frozen
class Sent:
    """What became of the saves that waited on this computer.

    Attributes:
        sent: how many reached the server, those for the supervisor counted.
        late: of these, the calls that are for the supervisor, one of each lead.
    """

    sent: int = 0
    late: tuple[LateOne, ...] = field(default=())

    @property
    def says(self) -> str:
        """The report, in sentences; empty when nothing waited."""
        if not self.sent:
            return ""
        sent = tr_n(self.sent, "{n} save was sent.", "{n:,} saves were sent.")
        if not self.late:
            return sent
        of_them = tr_n(
            len(self.late),
            "{n} call is for your supervisor:",
            "{n:,} calls are for your supervisor:",
        )
        return " ".join((sent, of_them, *(one.why for one in self.late)))


def plain(value: Any) -> Any:
    """A value beside an outcome as JSON keeps it.

    Raises:
        TypeError: it is of a kind that nothing of a call is given with.
    """
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Promise):
        return {"wall": value.wall.isoformat(), "zone": value.zone}
    if isinstance(value, datetime):
        return {"at": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, timedelta):
        return {"seconds": value.total_seconds()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    raise TypeError(f"Nothing of a call is given with a {type(value).__name__}.")


def unplain(kept: Any) -> Any:
    """The value again.

    Raises:
        Refused: it is not what :func:`plain` writes.
    """
    try:
        if isinstance(kept, Mapping):
            return _unplain(kept)
        return tuple(map(unplain, kept)) if isinstance(kept, list) else kept
    except (KeyError, TypeError, ValueError) as error:
        raise Refused(tr("What was kept on this computer cannot be read any more.")) from error


def plain_all(given: Mapping[str, Any]) -> dict[str, Any]:
    """Several values by their names."""
    return {name: plain(value) for name, value in given.items()}


def unplain_all(kept: Mapping[str, Any]) -> dict[str, Any]:
    """The values again, by their names.

    Raises:
        Refused: one is not what :func:`plain` writes.
    """
    return {name: unplain(value) for name, value in kept.items()}


def _unplain(kept: Mapping[str, Any]) -> Any:
    if "wall" in kept:
        return Promise(wall=datetime.fromisoformat(kept["wall"]), zone=kept["zone"])
    if "at" in kept:
        return datetime.fromisoformat(kept["at"])
    if "day" in kept:
        return date.fromisoformat(kept["day"])
    return timedelta(seconds=kept["seconds"])
