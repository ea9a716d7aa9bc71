"""Backups as a person thinks of them: why each was made, how old it is, which are kept."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Final, Protocol, TypeAlias, TypeVar

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_later, tr_n

DAILY: Final = "daily"
UPDATE: Final = "update"
IMPORT: Final = "import"
CHANGE: Final = "change"
MENDING: Final = "mending"
ERASURE: Final = "erasure"
BY_HAND: Final = "hand"
ASIDE: Final = "aside"
REASONS: Final = {
    DAILY: tr_later("of the day"),
    UPDATE: tr_later("before an update of the program"),
    IMPORT: tr_later("before a list was loaded"),
    CHANGE: tr_later("before many leads were changed"),
    MENDING: tr_later("before the database was mended"),
    ERASURE: tr_later("after a person was erased"),
    BY_HAND: tr_later("by hand"),
    ASIDE: tr_later("kept aside when another was put in its place"),
}
"""Why a copy was made, in words; the words of its name are the keys."""
EVERY: Final = timedelta(days=1)
_NEWEST_KEPT: Final = 3


@frozen
class BackupPlan:
    """Where backups of a workspace file lie and how many are kept.

    Attributes:
        folder: empty for a folder “backups” beside the workspace file.
        days: so many days keep the newest backup that was made on them; weeks and months too.
    """

    folder: str = ""
    days: int = 7
    weeks: int = 4
    months: int = 12


USUAL_PLAN: Final = BackupPlan()
NONE_BY_ITSELF: Final = BackupPlan(days=0, weeks=0, months=0)
"""No copy is made by itself but before an update of the tables."""
MOST_KEPT: Final = 366
"""Of days, weeks or months that keep a backup."""


def plan_from_plain(written: object) -> BackupPlan:
    """The plan as it is written in the settings; what makes no sense in it is as usual."""
    plain = written if isinstance(written, dict) else {}
    kept = {
        name: plain[name]
        for name in ("days", "weeks", "months")
        if type(plain.get(name)) is int and 0 <= plain[name] <= MOST_KEPT
    }
    folder = plain.get("folder")
    return BackupPlan(folder=folder if isinstance(folder, str) else "", **kept)


def plan_to_plain(plan: BackupPlan) -> dict[str, str | int]:
    """What of it is not as usual, as the settings say it."""
    usual = asdict(USUAL_PLAN)
    return {name: said for name, said in asdict(plan).items() if said != usual[name]}


class Made(Protocol):
    """A copy of a workspace file, as far as it matters which of them stay."""

    @property
    def made_at(self) -> datetime:
        """When it was made, UTC."""
        ...

    @property
    def why(self) -> str:
        """One of :data:`REASONS`."""
        ...


_Copy = TypeVar("_Copy", bound=Made)
_Span: TypeAlias = Callable[[datetime], tuple[int, ...]]
_SPANS: Final[tuple[tuple[str, _Span], ...]] = (
    ("days", lambda at: (at.year, at.month, at.day)),
    ("weeks", lambda at: at.isocalendar()[:2]),
    ("months", lambda at: (at.year, at.month)),
)


def spare(backups: Iterable[_Copy], plan: BackupPlan) -> tuple[_Copy, ...]:
    """Those that the plan has no place for, the oldest first.

    Kept are the newest of each of the last days, weeks and months that have one, the newest three
    whatever their day, and the newest made before an update. What somebody made by hand and what
    was kept aside stays until they remove it, and takes no place of those.
    """
    by_itself = [one for one in backups if one.why not in {BY_HAND, ASIDE}]
    newest_first = sorted(by_itself, key=lambda one: one.made_at, reverse=True)
    kept = set(newest_first[:_NEWEST_KEPT])
    kept.update([one for one in newest_first if one.why == UPDATE][:1])
    for name, span in _SPANS:
        of_span: dict[tuple[int, ...], _Copy] = {}
        for one in newest_first:
            of_span.setdefault(span(one.made_at), one)
        kept.update(list(of_span.values())[: getattr(plan, name)])
    return tuple(one for one in reversed(newest_first) if one not in kept)


def is_due(backups: Sequence[Made], now: datetime) -> bool:
    """Whether a day has gone by since the newest; one from the future counts for nothing."""
    return not any(timedelta() <= now - one.made_at < EVERY for one in backups)


def age_words(at: datetime, now: datetime) -> str:
    """How long ago that was, in words."""
    days = (now - at).days
    if days > 0:
        return tr_n(days, "a day ago", "{n} days ago")
    hours = int((now - at) / timedelta(hours=1))
    if hours > 0:
        return tr_n(hours, "an hour ago", "{n} hours ago")
    return tr("less than an hour ago")


@frozen
class Difference:
    """What is in a workspace and not in a backup of it, counted, or the other way round.

    Attributes:
        leads: leads that the workspace has and the backup has not; ``calls`` and so on too.
        changed: leads both have, of which the workspace knows something newer.
        stops: do-not-call entries made since: those people could be called again.
        erased: people erased since, who would be known again.
        acts: entries of the history made since: whatever else was done stands in them.
        back: leads only the backup has.
        unread: why the workspace could not be compared; empty when it could.
    """

    leads: int = 0
    calls: int = 0
    answers: int = 0
    handoffs: int = 0
    callbacks: int = 0
    changed: int = 0
    stops: int = 0
    erased: int = 0
    back: int = 0
    campaigns: int = 0
    acts: int = 0
    unread: str = ""

    @property
    def says(self) -> tuple[str, ...]:
        """What putting the backup in place would come to, a sentence each."""
        if self.unread:
            return (tr("What is newer than the backup is not known: {why}", why=self.unread),)
        told = (*self._lost, *self._otherwise, *self._acts)
        return told or (tr("Nothing in the workspace is newer than the backup."),)

    @property
    def _lost(self) -> tuple[str, ...]:
        counted = (
            (self.campaigns, tr_n(self.campaigns, "a campaign", "{n:,} campaigns")),
            (self.leads, tr_n(self.leads, "a lead", "{n:,} leads")),
            (self.calls, tr_n(self.calls, "a call", "{n:,} calls")),
            (self.answers, tr_n(self.answers, "an answer", "{n:,} answers")),
            (self.handoffs, tr_n(self.handoffs, "a lead with sales", "{n:,} leads with sales")),
            (self.callbacks, tr_n(self.callbacks, "a call back", "{n:,} call backs")),
        )
        what = ", ".join(words for count, words in counted if count)
        return (tr("Newer than the backup, and gone with it: {what}.", what=what),) if what else ()

    @property
    def _acts(self) -> tuple[str, ...]:
        words = tr_n(
            self.acts,
            "What was done since goes too: the history has one entry that is newer.",
            "What was done since goes too: the history has {n:,} entries that are newer.",
        )
        return (words,) if self.acts else ()

    @property
    def _otherwise(self) -> tuple[str, ...]:
        counted = (
            (
                self.changed,
                tr_n(
                    self.changed,
                    "A lead goes back to what it was then.",
                    "{n:,} leads go back to what they were then.",
                ),
            ),
            (
                self.stops,
                tr_n(
                    self.stops,
                    "A do-not-call made since is gone: write it down first, and make it again.",
                    "{n:,} do-not-calls made since are gone: export them first, and load them "
                    "again.",
                ),
            ),
            (
                self.erased,
                tr_n(
                    self.erased,
                    "A person who was erased since is known again: erase them again.",
                    "{n:,} people who were erased since are known again: erase them again.",
                ),
            ),
            (
                self.back,
                tr_n(
                    self.back,
                    "A lead that is gone now comes back.",
                    "{n:,} leads that are gone now come back.",
                ),
            ),
        )
        return tuple(words for count, words in counted if count)
