"""What was changed by whom, in words: the history as a supervisor reads it."""

from collections.abc import Iterable, Mapping, Sequence

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
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            found = None if campaign is None else kept.the_campaign(tx, campaign).id
            everybody = history.people(tx)
            labels = labels_of(catalogue_of(tx))
        shown = self._shown(everybody)
        name = next((one for one, said in shown.items() if said == who), who)
        with self._store.reading() as tx:
            look = _Look(campaign=found, lead=lead, who=name, kind=kind)
            entries, below = look.back(tx, before, limit)
            things = look.things
        people = {**shown, **self._shown(_also(entries, shown))}
        lines = tuple(_line(one, things, people, labels) for one in entries)
        return HistoryPage(lines=lines, before=below)

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
        campaign: CampaignId | None,
        lead: LeadId | None,
        who: str,
        kind: HistoryKind | None,
    ) -> None:
        self._campaign, self._lead, self._who, self._kind = campaign, lead, who, kind
        self.things = Things()

    def back(
        self, tx: Transaction, before: int | None, limit: int
    ) -> tuple[Sequence[Entry], int | None]:
        """The entries that fit, and where to go on below them; None at the beginning."""
        fit: list[Entry] = []
        below, is_narrow = before, self._campaign is not None or self._kind is not None
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
        return history.newest(tx, below=below, who=self._who, limit=size)

    def _fits(self, one: Entry) -> bool:
        if self._kind is not None and kind_of(_done(one)) is not self._kind:
            return False
        return self._campaign is None or self._campaign == _campaign_of(one, self.things)


def _wanted(entries: Iterable[Entry]) -> set[tuple[str, str]]:
    wanted = set()
    for one in entries:
        wanted.add((one.subject, one.subject_id))
        wanted.update(("lead", str(other)) for other in leads_in(_done(one)))
        wanted.update(("campaign", str(other)) for other in campaigns_in(_done(one)))
    return wanted


def _also(entries: Iterable[Entry], known: Mapping[str, str]) -> set[str]:
    """People that entries speak of and who did nothing themselves."""
    named = {name for one in entries for name in people_in(_done(one))}
    return named - set(known)


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
