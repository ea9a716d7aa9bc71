"""Finding people, companies and numbers by what somebody types, and who is calling back."""

from dataclasses import replace
from datetime import datetime

from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, CompanyId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.list_words import counted
from qualdesk.core.searching import Asked, holds, is_name, read_search
from qualdesk.core.times import day_words, local_time, time_words
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.desk.incoming import Incoming
from qualdesk.desk.outcomes import labels_of
from qualdesk.store import look_ups, search
from qualdesk.store.database import Transaction
from qualdesk.store.leads import load_leads
from qualdesk.store.people import load_contacts

USUAL_LIMIT = 8
_COMPANIES = 3


@frozen
class FoundLead:
    """A lead that fits what was typed: few fields, for finding them and no more.

    Attributes:
        city: where they are, empty when nobody knows.
        stands: where the lead stands, in words.
        held_by: who has the lead in hand, empty for nobody.
        is_mine: the caller who asks has it.
        may_be_called: they did not ask not to be called.
        number_ends: the last four digits of the number they were found by, empty without one.
            Nobody can dial by it.
    """

    lead_id: LeadId
    name: str
    company: str
    city: str
    campaign_id: CampaignId
    campaign: str
    stands: str
    held_by: str = ""
    is_mine: bool = False
    may_be_called: bool = True
    number_ends: str = ""
    company_id: CompanyId | None = None

    @property
    def line(self) -> str:
        """Company, place and where they stand, in a line."""
        number = tr("number ends {digits}", digits=self.number_ends) if self.number_ends else ""
        at = ", ".join(filter(None, (self.company, self.city, number)))
        return ". ".join(filter(None, (at[:1].upper() + at[1:], self.stands)))


@frozen
class FoundCompany:
    """A company that fits: how many of its people are leads, how often they were called."""

    id: CompanyId
    name: str
    people: int
    calls: int
    never: int

    @property
    def line(self) -> str:
        """It in words: “2 people, 1 call, nobody is on do not call”."""
        return ", ".join(
            (
                counted(self.people, "person", "people"),
                counted(self.calls, "call") if self.calls else tr("no calls"),
                tr_n(self.never, "{n} is on do not call", "{n} are on do not call")
                if self.never
                else tr("nobody is on do not call"),
            )
        )


@frozen
class Found:
    """What a search found, the likeliest first.

    Attributes:
        says: the sentence when nobody was found; empty otherwise.
        has_more: there are more leads than are listed.
    """

    leads: tuple[FoundLead, ...] = ()
    companies: tuple[FoundCompany, ...] = ()
    says: str = ""
    has_more: bool = False


class Search(Incoming):
    """Search, and people who call us: ``Search(store, clock, caller, catalogue, zone="")``."""

    def find(self, text: str, limit: int = USUAL_LIMIT) -> Found:
        """Leads and companies by beginnings of words, numbers in any format, an address.

        Each word typed must begin a word of the name or of the company. Of a number its end
        will do, from four digits on, or its beginning. Nothing is claimed. A caller of a team
        finds what they have in hand, and who is calling back (:meth:`who_calls`).

        Raises:
            PacedOut: in a team, when it was asked as often as it may be within an hour.
        """
        asked = read_search(text)
        if asked.is_nothing:
            return Found()
        if self._is_paced():
            return self._who_calls_back(asked, limit)
        with self._store.reading() as tx:
            rows = self._fitting(tx, asked)
            companies = search.companies_with(tx, asked, _COMPANIES)
            return self._found(tx, asked, rows, limit, companies)

    def who_calls(self, text: str, limit: int = USUAL_LIMIT) -> Found:
        """Who is on the line: four digits of their number or more, a full name, or an address.

        Less than that finds nobody, and says what is needed: nobody leafs through the leads of
        others here. In a team each time is counted and written down, with whom it named.

        Raises:
            PacedOut: in a team, when it was asked as often as it may be within an hour.
        """
        asked = read_search(text)
        if not asked.names_somebody:
            return Found(says=tr(_TOO_LITTLE) if asked.text else "")
        if self._is_paced():
            return self._who_calls_back(asked, limit)
        with self._store.reading() as tx:
            rows = self._fitting(tx, asked)
            if asked.is_full_name:
                rows = [row for row in rows if holds(asked.words, row.name_key)]
            return self._found(tx, asked, rows, limit, [])

    def company(self, company_id: CompanyId, limit: int = 50) -> tuple[FoundLead, ...]:
        """The leads at one company, by name."""
        with self._store.reading() as tx:
            rows = _named(tx, search.at_company(tx, company_id, limit))
            labels = labels_of(self._catalogue)
            found = [self._lead(row, tx.now, labels) for row in rows]
        return tuple(sorted(found, key=lambda one: one.name.casefold()))

    def lead(self, lead_id: LeadId) -> FoundLead:
        """One lead as a search would find it.

        Raises:
            NotFound: there is no such lead.
            Refused: in a team, this caller has it not in hand.
        """
        with self._store.reading() as tx:
            if tx.dialect.acts_only and lead_id not in load_leads(tx, [lead_id]):
                raise Refused(tr(_NOT_IN_HAND))
            rows = _named(tx, search.one_lead(tx, lead_id))
            return self._lead(rows[0], tx.now, labels_of(self._catalogue))

    def _is_paced(self) -> bool:
        with self._store.reading() as tx:
            return tx.dialect.acts_only

    def _who_calls_back(self, asked: Asked, limit: int) -> Found:
        """What a caller of a team finds: their own, and who is named by enough to be named."""
        is_enough = bool(asked.digits) or asked.is_full_name
        with self._store.quietly(), self._store.transaction() as tx:
            rows = look_ups.find_caller_back(tx, asked) if is_enough else []
            known = {row.lead_id for row in rows}
            own = [
                row for row in search.rows_of_caller(tx, self._caller) if row.lead_id not in known
            ]
            if asked.words and not asked.digits:
                rows += [row for row in own if holds(asked.words, row.name_key, row.company_key)]
            found = self._found(tx, asked, rows, limit, [])
        return found if found.leads or is_enough else Found(says=tr(_TOO_LITTLE))

    def _fitting(self, tx: Transaction, asked: Asked) -> list[search.Row]:
        """The leads that fit; one's own are never lost among very many others."""
        rows = search.search(tx, asked, search.regions_called(tx) if asked.digits else ())
        if asked.words and not asked.digits and len(rows) >= search.MOST:
            own = search.rows_of_caller(tx, self._caller)
            known = {row.lead_id for row in rows}
            mine = [row for row in own if row.lead_id not in known]
            rows += [row for row in mine if holds(asked.words, row.name_key, row.company_key)]
        return rows

    def _found(
        self,
        tx: Transaction,
        asked: Asked,
        rows: list[search.Row],
        limit: int,
        companies: list[search.CompanyRow],
    ) -> Found:
        labels = labels_of(self._catalogue)
        rows.sort(key=lambda row: self._order(row, asked))
        shown = _named(tx, rows[:limit])
        leads = tuple(self._lead(row, tx.now, labels) for row in shown)
        return Found(
            leads=leads,
            companies=tuple(
                FoundCompany(
                    id=one.id, name=one.name, people=one.people, calls=one.calls, never=one.never
                )
                for one in companies
            ),
            says="" if leads or companies else tr("No lead called “{name}”.", name=asked.text),
            has_more=len(rows) > limit,
        )

    def _order(self, row: search.Row, asked: Asked) -> tuple[object, ...]:
        """What is in hand first, then promises, whole names, names before companies."""
        return (
            _IN_HAND.get(row.hold, 2) if row.held_by == self._caller else 2,
            not (row.callback_owner == self._caller and row.due_at is not None),
            not is_name(asked, row.name_key),
            not holds(asked.words, row.name_key) if not asked.digits else False,
            row.bucket is Bucket.DO_NOT_CALL,
            -row.last_attempt_at.timestamp() if row.last_attempt_at and asked.digits else 0,
            row.name.casefold(),
            row.lead_id,
        )

    def _lead(self, row: search.Row, now: datetime, labels: dict[str, str]) -> FoundLead:
        is_held = bool(row.held_by) and row.hold != "undo"
        is_held = is_held and (row.held_until or now) > now
        is_mine = is_held and row.held_by == self._caller
        return FoundLead(
            lead_id=row.lead_id,
            name=row.name,
            company=row.company,
            city=row.city,
            campaign_id=row.campaign_id,
            campaign=row.campaign,
            stands=stands_in_words(row, self._caller, now, labels, is_held=is_held),
            held_by=row.held_by if is_held else "",
            is_mine=is_mine,
            may_be_called=row.bucket is not Bucket.DO_NOT_CALL,
            number_ends=row.ending,
            company_id=row.company_id,
        )


def _named(tx: Transaction, rows: list[search.Row]) -> list[search.Row]:
    """The rows; whose name nobody knows is called what every screen calls them."""
    nameless = [row.contact_id for row in rows if not row.name]
    called = {of: person.name for of, person in load_contacts(tx, nameless).items()}
    return [row if row.name else replace(row, name=called[row.contact_id]) for row in rows]


def stands_in_words(
    row: search.Row, caller: str, now: datetime, labels: dict[str, str], *, is_held: bool
) -> str:
    """Where a lead stands, in a few words and on their clock."""
    zone = row.zones[0] if row.zones else "UTC"
    if is_held:
        if row.held_by != caller:
            return tr("With {caller} now", caller=row.held_by)
        return tr(_HELD_AS.get(row.hold, _YOUR_NEXT))
    if row.bucket is Bucket.CALLBACK and row.due_at is not None:
        at = time_words(row.due_at, zone, now=now)
        owner = "" if row.callback_owner == caller else row.callback_owner
        return ", ".join(filter(None, (tr("Call back {at}", at=at), owner)))
    if row.bucket is not Bucket.WAITING:
        return row.bucket.label
    if row.last_attempt_at is None:
        return tr("Referral, not called yet") if row.is_referred else tr("Not called yet")
    label = labels.get(row.last_outcome, tr("Called"))
    return f"{label}, {day_words(local_time(row.last_attempt_at, zone).date())}"


_TOO_LITTLE = tr_later("Type the last four digits of their number, or their full name.")
_NOT_IN_HAND = tr_later(
    "This lead is not in your hands now. If they call, look for their number or their full name."
)
_YOUR_NEXT = tr_later("Your next lead")
_HELD_AS = {
    "open": tr_later("On your desk now"),
    "offline": tr_later("Kept for when the line goes down"),
}
_IN_HAND = {"open": 0, "next": 1}
