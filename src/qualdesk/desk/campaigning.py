"""A campaign on one page: its event, its people, what calls wait for, its first leads."""

from datetime import datetime

from qualdesk.core.campaigning import (
    CampaignSetup,
    DefinitionInUse,
    FirstLead,
    ScriptInUse,
    Section,
    Todo,
    section_of,
)
from qualdesk.core.campaigns import Campaign, CampaignPeople, CampaignPlan
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock, in_utc
from qualdesk.core.definition import Definition
from qualdesk.core.errors import Refused
from qualdesk.core.events import CampaignEvent
from qualdesk.core.ids import CampaignId
from qualdesk.core.scripts import CallScript
from qualdesk.core.times import day_words, is_zone
from qualdesk.desk.first_leads import first_leads
from qualdesk.desk.versions import definition_version, script_version
from qualdesk.store import campaigns as kept
from qualdesk.store import events
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note


class Campaigning:
    """What a supervisor settles about a campaign on its page."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def setup(self, campaign: str | CampaignId) -> CampaignSetup:
        """All that the campaign's page shows, with what calls still wait for.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            return _setup(tx, kept.the_campaign(tx, campaign))

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
            raise Refused(f"“{zone}” is no time zone we know. Write one such as Europe/Berlin.")
        with self._store.transaction() as tx:
            found = kept.the_campaign(tx, campaign)
            events.set_event(tx, found.id, event, zone or found.window.zone)
            note(tx, self._caller, "set the event", "campaign", found.id)
            return _setup(tx, kept.load_campaign(tx, found.id))

    def set_people(self, campaign: str | CampaignId, people: CampaignPeople) -> CampaignSetup:
        """Say who signs for marketing and for sales, and whom callers ask.

        Raises:
            NotFound: there is no such campaign.
        """
        said = CampaignPeople(
            marketing=people.marketing.strip(),
            sales=people.sales.strip(),
            supervisor=people.supervisor.strip(),
        )
        with self._store.transaction() as tx:
            found = kept.the_campaign(tx, campaign)
            events.set_people(tx, found.id, said)
            note(tx, self._caller, "set the people", "campaign", found.id)
            return _setup(tx, kept.load_campaign(tx, found.id))

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
        raise Refused("Say when the event starts and when it ends.")
    return CampaignEvent(starts_at=in_utc(starts_at), ends_at=in_utc(ends_at))


def _setup(tx: Transaction, found: Campaign) -> CampaignSetup:
    script = script_version(tx, found.script_version_id)
    before = script_version(tx, found.before_script_version_id)
    definition = definition_version(tx, found.definition_version_id)
    return CampaignSetup(
        campaign=found,
        event=found.event,
        zone=found.window.zone,
        phase=found.phase(tx.now),
        script=_script_in_use(script),
        before_script=_script_in_use(before),
        definition=_definition_in_use(definition),
        people=found.people,
        attendance=events.attendance_of(tx, found.id),
        attendees_at=found.attendees_at,
        todo=_todo(found, script, definition),
        calls_may_start=not found.stopped_by(tx.now),
        changes=Changes(campaigns=frozenset({found.id}), queue=True),
    )


def _script_in_use(script: CallScript | None) -> ScriptInUse | None:
    if script is None:
        return None
    return ScriptInUse(
        id=script.id,
        name=script.name,
        version=script.version,
        language=script.language,
        asked=sum(question.is_asked for question in script.questions),
    )


def _definition_in_use(definition: Definition | None) -> DefinitionInUse | None:
    if definition is None:
        return None
    version = f"Version {definition.version}"
    signed = " and ".join(one.name for one in definition.signatures)
    says = f"{version}, not signed yet"
    if definition.agreed_on:
        says = f"{version}, agreed by {signed} on {day_words(definition.agreed_on)}"
    elif signed:
        says = f"{version}, signed by {signed} only"
    return DefinitionInUse(
        id=definition.id,
        name=definition.name,
        version=definition.version,
        agreed_on=definition.agreed_on,
        says=says,
    )


def _todo(
    found: Campaign, script: CallScript | None, definition: Definition | None
) -> tuple[Todo, ...]:
    """What calls wait for, in the order of the sections."""
    todo = [Todo(section=section_of(gap), says=gap.says, field=gap.field) for gap in found.gaps()]
    if script is None:
        todo.append(Todo(section=Section.SCRIPT, says="Choose a script to read from."))
    if definition is None:
        todo.append(Todo(section=Section.DEFINITION, says="Say what a qualified lead is."))
    elif not definition.is_agreed:
        todo.append(Todo(section=Section.DEFINITION, says="Both sides must sign the definition."))
    if not found.handoff.receiver.strip():
        says = "Who gets the qualified leads?"
        todo.append(Todo(section=Section.HANDOFF, says=says, field="receiver"))
    order = list(Section)
    return tuple(sorted(todo, key=lambda one: order.index(one.section)))
