"""A campaign on one page: its event, its people, who came, its first leads."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from qualdesk.core.campaigning import Attendees, CampaignSetup, FirstLead
from qualdesk.core.campaigns import CampaignPeople, CampaignPlan
from qualdesk.core.clock import Clock, in_utc
from qualdesk.core.errors import NothingToUndo, Refused
from qualdesk.core.events import CampaignEvent
from qualdesk.core.ids import CampaignId, ScriptVersionId
from qualdesk.core.list_choices import NO_CHOICES, ListChoices
from qualdesk.core.list_files import USUAL_LIMITS, Limits
from qualdesk.core.offers import Offers, checked
from qualdesk.core.outcomes import After
from qualdesk.core.progress import Progress
from qualdesk.core.signing import person_named
from qualdesk.core.times import is_zone
from qualdesk.core.wording import tr
from qualdesk.desk.attendees import take_list
from qualdesk.desk.attending import rest_until_over
from qualdesk.desk.campaign_setup import setup_of
from qualdesk.desk.first_leads import first_leads
from qualdesk.desk.intake import Intake
from qualdesk.desk.list_results import Loaded
from qualdesk.desk.list_undoing import Undone, undo_list
from qualdesk.desk.outcomes import catalogue_of
from qualdesk.desk.shelves import SCRIPTS
from qualdesk.store import campaigns as kept
from qualdesk.store import events
from qualdesk.store.database import Store
from qualdesk.store.history import note
from qualdesk.store.offers import set_offers

Source = str | Path | Iterable[Mapping[str, Any]]


class Campaigning:
    """What a supervisor settles about a campaign on its page."""

    def __init__(
        self, store: Store, clock: Clock, caller: str, limits: Limits = USUAL_LIMITS
    ) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller
        self._intake = Intake(store, clock, caller, limits)

    def use_limits(self, limits: Limits) -> None:
        """How much a file of attendees may be, from the next one on."""
        self._intake.use_limits(limits)

    def setup(self, campaign: str | CampaignId) -> CampaignSetup:
        """All that the campaign's page shows, with what calls still wait for.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            return setup_of(tx, kept.the_campaign(tx, campaign))

    def set_event(
        self,
        campaign: str | CampaignId,
        starts_at: datetime | None,
        ends_at: datetime | None,
        zone: str = "",
    ) -> CampaignSetup:
        """Say when the event is; no times: there is none. Script and outcomes flip at its end (Q1).

        ``zone`` is the clock in which its times and the window's are said; empty keeps it.

        Raises:
            NotFound: there is no such campaign.
            Refused: only one time is given, it ends before it starts, or the zone is none.
        """
        event = _event(starts_at, ends_at)
        if zone and not is_zone(zone):
            raise Refused(
                tr("“{zone}” is no time zone we know. Write one such as Europe/Berlin.", zone=zone)
            )
        with self._store.transaction() as tx:
            found = kept.the_campaign(tx, campaign)
            events.set_event(tx, found.id, event, zone or found.window.zone)
            note(tx, self._caller, "set the event", "campaign", found.id)
            until_over = [one.code for one in catalogue_of(tx) if one.after is After.EVENT]
        rest_until_over(self._store, found.id, until_over)
        return self.setup(found.id)

    def set_people(self, campaign: str | CampaignId, people: CampaignPeople) -> CampaignSetup:
        """Say who signs for marketing and for sales, and whom callers ask.

        Raises:
            NotFound: there is no such campaign.
            Refused: a name is too long.
        """
        said = CampaignPeople(
            **{
                role: person_named(name) if name.strip() else ""
                for role, name in asdict(people).items()
            }
        )
        with self._store.transaction() as tx:
            found = kept.the_campaign(tx, campaign)
            events.set_people(tx, found.id, said)
            note(tx, self._caller, "set the people", "campaign", found.id)
            return setup_of(tx, kept.load_campaign(tx, found.id))

    def set_offers(self, campaign: str | CampaignId, offers: Offers) -> CampaignSetup:
        """Say what callers can offer: material, mails by opt-in, a message on the machine.

        Raises:
            NotFound: there is no such campaign.
            Refused: something is too long, too many, or in a language nobody knows.
        """
        said = checked(offers)
        with self._store.transaction() as tx:
            found = kept.the_campaign(tx, campaign)
            set_offers(tx, found.id, said)
            note(tx, self._caller, "set what callers offer", "campaign", found.id)
            return setup_of(tx, kept.load_campaign(tx, found.id))

    def use_before(self, campaign: str | CampaignId, script_id: str = "") -> CampaignSetup:
        """Let callers read from this script until the event has ended; empty: from that of after.

        Raises:
            NotFound: there is no such campaign or script.
            Refused: the script was never published.
        """
        with self._store.transaction() as tx:
            SCRIPTS.take_turn(tx)
            found = kept.the_campaign(tx, campaign)
            newest = SCRIPTS.begun(tx, script_id).newest if script_id else None
            if script_id and newest is None:
                raise Refused(tr("Only its draft is there. Publish it, then use it here."))
            version = ScriptVersionId(newest.id) if newest else None
            events.set_before_script(tx, found.id, version)
            note(tx, self._caller, "set the script of before", "campaign", found.id)
            return setup_of(tx, kept.load_campaign(tx, found.id))

    def take_registered(
        self,
        campaign: str | CampaignId,
        source: Source,
        progress: Progress | None = None,
        *,
        choices: ListChoices = NO_CHOICES,
    ) -> Loaded:
        """Load the list of those who registered for the event by themselves, as any list.

        Who is in it and does not come is missed. It is undone as any list.

        Raises:
            NotFound: there is no such campaign.
            Refused: the campaign has no event.
            ListRefused: the file cannot be read.
        """
        with self._store.reading() as tx:
            found = kept.the_campaign(tx, campaign)
        if found.event is None:
            raise Refused(tr("Say first when the event is: this campaign is about none."))
        mine = replace(choices, are_registered=True)
        return self._intake.load(source, campaign=found.id, choices=mine, progress=progress)

    def take_attendees(
        self,
        campaign: str | CampaignId,
        source: Source,
        progress: Progress | None = None,
        *,
        choices: ListChoices = NO_CHOICES,
    ) -> Attendees:
        """Read who was at the event from a file, or from rows a program made.

        Whoever is in it attended, unless a column says otherwise; whoever had said they would
        come and is not, did not; all others never registered. People nobody knew are new leads.
        A second list, as of another day, adds to the first. Stopped while it is read, nothing
        of it is kept.

        Raises:
            NotFound: there is no such campaign.
            Refused: the campaign has no event, or it is not over.
            ListRefused: the file cannot be read.
        """
        return take_list(
            self._store, self._intake, campaign, source, choices, progress or Progress()
        )

    def undo_attendees(
        self, campaign: str | CampaignId, progress: Progress | None = None
    ) -> Undone:
        """Take the newest list of those who were there back, within 30 days, as any list.

        Everybody stands again as they stood before it; new leads somebody has called stay.

        Raises:
            NotFound: there is no such campaign.
            NothingToUndo: no list is there, or it was loaded too long ago.
        """
        with self._store.reading() as tx:
            lists = events.attendee_lists(tx, kept.the_campaign(tx, campaign).id)
        if not lists:
            raise NothingToUndo(tr("No list of those who were there is loaded."))
        return undo_list(self._store, self._caller, lists[0], progress or Progress())

    def first_five(
        self, campaign: str | CampaignId, plan: CampaignPlan | None = None
    ) -> tuple[FirstLead, ...]:
        """The first five leads of the queue as they would be under a plan that is not saved.

        Without a plan: under the rules as they are. Nothing is written, and nobody waits for it.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            return first_leads(tx, kept.the_campaign(tx, campaign), plan)


def _event(starts_at: datetime | None, ends_at: datetime | None) -> CampaignEvent | None:
    if starts_at is None and ends_at is None:
        return None
    if starts_at is None or ends_at is None:
        raise Refused(tr("Say when the event starts and when it ends."))
    return CampaignEvent(starts_at=in_utc(starts_at), ends_at=in_utc(ends_at))
