"""What was changed by whom, in words: the history as a supervisor reads it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from qualdesk.core.clock import Clock
from qualdesk.core.history_sentences import HistoryKind
from qualdesk.core.history_words import (
    ERASED,
    Checked,
    Done,
    HistoryLine,
    HistoryPage,
    Named,
    campaigns_in,
    kind_of,
    leads_in,
    never_of,
    people_in,
    words_of,
)
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr
from qualdesk.desk.outcomes import catalogue_of, labels_of
from qualdesk.desk.shown_people import shown_people
from qualdesk.store import campaigns as kept
from qualdesk.store import history
from qualdesk.store.clients import refuse_others
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import Entry
from qualdesk.store.things_named import Thing, Things, things_named

_AT_ONCE = 500
_LOOKS = 8


class Story:
    """What was done here, the newest first. It reads everything and changes nothing."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def lately(
        self,
        campaign: str | CampaignId | None = None,
        lead: LeadId | None = None,
        who: str = "",
        *,
        kind: HistoryKind | None = None,
        before: int | None = None,
        limit: int = 100,
    ) -> HistoryPage:
        """What was done last, in words, at most ``limit`` lines of it.

        ``who`` is a person as they are shown here, by name or by seat. ``before`` is where the
        last page ended. A page looks back a few thousand entries at most: it may hold fewer
        lines than were asked for, or none, and still say where to go on.

        Raises:
            NotFound: there is no such campaign, or the lead is another client's.
        """
        with self._store.reading() as tx:
            found = None if campaign is None else kept.the_campaign(tx, campaign).id
            if lead is not None:
                refuse_others(tx, lead)
            everybody = history.people(tx)
        name = ""
        if who:
            # By what they are shown as, and by nothing else: a name tells nobody's seat.
            shown = self._shown(everybody)
            name = next((one for one, said in shown.items() if said == who), "")
            if not name:
                return HistoryPage()
        look = _Look(campaign=found, lead=lead, who=name, kind=kind)
        with self._store.reading() as tx:
            entries, below = look.back(tx, before, limit)
        return HistoryPage(lines=self._lines(entries, look.things), before=below)

    def changed(
        self,
        kinds: Collection[HistoryKind],
        begins: datetime | None,
        ends: datetime | None,
        campaign: CampaignId | None = None,
        *,
        limit: int = 200,
    ) -> tuple[HistoryLine, ...]:
        """What was done of these kinds in a span of time, the newest first; None: no bound.

        However much else was done in it and since: at most ``limit`` lines of it, the last ones.
        """
        look = _Look(campaign=campaign, kinds=kinds, begins=begins, ends=ends)
        found: list[Entry] = []
        before: int | None = None
        with self._store.reading() as tx:
            while len(found) < limit:
                some, before = look.back(tx, before, limit - len(found))
                found += some
                if before is None:
                    break
        return self._lines(found, look.things)

    def _lines(self, entries: Sequence[Entry], things: Things) -> tuple[HistoryLine, ...]:
        with self._store.reading() as tx:
            labels = labels_of(catalogue_of(tx))
        people = self._shown(
            {name for one in entries for name in (one.who, *people_in(_done(one)))}
        )
        return tuple(_line(one, things, people, labels) for one in entries)

    def people(self) -> tuple[str, ...]:
        """Everybody who did something here, as they are shown: by name, or by seat."""
        with self._store.reading() as tx:
            everybody = history.people(tx)
        return tuple(sorted(self._shown(everybody).values(), key=str.casefold))

    def check(self, progress: Progress | None = None) -> Checked:
        """Read the whole history and find what was changed, removed or moved in it.

        Raises:
            Cancelled: by the progress.
        """
        progress = progress or Progress()
        with self._store.reading() as tx:
            return history.check(tx, lambda read: progress.report(read, says=tr("Reading")))

    def _shown(self, names: Iterable[str]) -> dict[str, str]:
        return shown_people(self._store, self._clock, self._caller, names)


class _Look:
    """A look back through the history, as far as it takes to fill a page."""

    def __init__(
        self,
        *,
        campaign: CampaignId | None = None,
        lead: LeadId | None = None,
        who: str = "",
        kind: HistoryKind | None = None,
        kinds: Collection[HistoryKind] = (),
        begins: datetime | None = None,
        ends: datetime | None = None,
    ) -> None:
        self._campaign, self._lead, self._who = campaign, lead, who
        self._kinds = frozenset({kind} if kind is not None else kinds)
        self._begins, self._ends = begins, ends
        # What is of other kinds only is not even read.
        self._not_to = never_of(self._kinds) if self._kinds else frozenset()
        self.things = Things()

    def back(
        self, tx: Transaction, before: int | None, limit: int
    ) -> tuple[Sequence[Entry], int | None]:
        """The entries that fit, and where to go on below them; None at the beginning."""
        fit: list[Entry] = []
        below, is_narrow = before, self._campaign is not None or bool(self._kinds)
        size = _AT_ONCE if is_narrow else limit
        for _ in range(_LOOKS):
            some = self._entries(tx, below, size)
            self.things = self.things.with_more(things_named(tx, _wanted(some)))
            for one in some:
                below = one.number
                if self._fits(one):
                    fit.append(one)
                    if len(fit) == limit:
                        return fit, below
            if len(some) < size:
                return fit, None
        return fit, below

    def _entries(self, tx: Transaction, below: int | None, size: int) -> tuple[Entry, ...]:
        if self._lead is not None:
            return history.entries(tx, "lead", self._lead, size, below=below, who=self._who)
        if not self._who:
            return history.between(
                tx, self._begins, self._ends, not_to=self._not_to, below=below, limit=size
            )
        return history.newest(tx, below=below, who=self._who, limit=size)

    def _fits(self, one: Entry) -> bool:
        if self._kinds and kind_of(_done(one)) not in self._kinds:
            return False
        return self._campaign is None or self._campaign == _campaign_of(one, self.things)


def _wanted(entries: Iterable[Entry]) -> set[tuple[str, str]]:
    wanted = set()
    for one in entries:
        wanted.add((one.subject, one.subject_id))
        wanted.update(("lead", str(other)) for other in leads_in(_done(one)))
        wanted.update(("campaign", str(other)) for other in campaigns_in(_done(one)))
    return wanted


def _campaign_of(one: Entry, things: Things) -> CampaignId | None:
    thing = things.get(one.subject, one.subject_id)
    if thing is not None and thing.campaign is not None:
        return thing.campaign
    return next((CampaignId(number) for number in campaigns_in(_done(one))), None)


def _line(
    one: Entry, things: Things, people: Mapping[str, str], labels: Mapping[str, str]
) -> HistoryLine:
    done, thing = _done(one), things.get(one.subject, one.subject_id)
    leads = {number: _called(things.get("lead", number)) for number in leads_in(done)}
    campaigns = {
        number: _called(things.get("campaign", number)) for number in campaigns_in(_done(one))
    }
    name = people.get(one.subject_id, one.subject_id)
    if one.subject == "lead" or thing is not None:
        name = _called(thing)
    named = Named(thing=name, people=people, leads=leads, campaigns=campaigns, labels=labels)
    is_there = one.subject == "lead" and thing is not None and not thing.is_erased
    return HistoryLine(
        number=one.number,
        at=one.at,
        who=people.get(one.who, one.who),
        says=words_of(done, named),
        kind=kind_of(done),
        lead_id=LeadId(int(one.subject_id)) if is_there else None,
        campaign_id=_campaign_of(one, things),
    )


def _called(thing: Thing | None) -> str:
    """What it is called; of a lead that is gone, that somebody was erased."""
    return thing.name if thing is not None and thing.name else tr(ERASED)


def _done(one: Entry) -> Done:
    return Done(
        number=one.number,
        at=one.at,
        who=one.who,
        what=one.what,
        subject=one.subject,
        subject_id=one.subject_id,
        details=one.details,
    )
