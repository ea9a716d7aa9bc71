"""What the page of a campaign shows: what it works by, and what calls still wait for."""

from qualdesk.core.campaigning import (
    CampaignSetup,
    DefinitionInUse,
    ScriptInUse,
    Section,
    Todo,
    section_of,
)
from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.definition import Definition
from qualdesk.core.drafts import SideState
from qualdesk.core.scripts import CallScript
from qualdesk.core.times import day_words
from qualdesk.core.wording import listed, tr
from qualdesk.desk.agreements import agreement
from qualdesk.desk.versions import definition_version, script_version
from qualdesk.store import events
from qualdesk.store.database import Transaction

Sides = tuple[SideState, ...]


def setup_of(tx: Transaction, found: Campaign) -> CampaignSetup:
    """The campaign as its page shows it now."""
    script = script_version(tx, found.script_version_id)
    before = script_version(tx, found.before_script_version_id)
    definition = definition_version(tx, found.definition_version_id)
    # A signature may be given or withdrawn after the version was kept: they are asked, not it.
    sides = agreement(tx, definition.id).sides_of(definition) if definition else ()
    return CampaignSetup(
        campaign=found,
        event=found.event,
        zone=found.window.zone,
        phase=found.phase(tx.now),
        script=_script_in_use(script),
        before_script=_script_in_use(before),
        definition=_definition_in_use(definition, sides) if definition else None,
        people=found.people,
        attendance=events.attendance_of(tx, found.id),
        attendees_at=found.attendees_at,
        todo=_todo(found, script, definition, sides),
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


def _definition_in_use(definition: Definition, sides: Sides) -> DefinitionInUse:
    signed = [side for side in sides if side.is_signed]
    names = listed(side.name for side in signed)
    days = [side.signed_at.date() for side in signed if side.signed_at]
    agreed_on = max(days) if len(signed) == len(sides) and days else None
    says = tr("Version {version}, not signed yet", version=definition.version)
    if agreed_on:
        says = tr(
            "Version {version}, agreed by {names} on {day}",
            version=definition.version,
            names=names,
            day=day_words(agreed_on),
        )
    elif names:
        says = tr(
            "Version {version}, signed by {names} only", version=definition.version, names=names
        )
    return DefinitionInUse(
        id=definition.id,
        name=definition.name,
        version=definition.version,
        agreed_on=agreed_on,
        says=says,
        criteria=tuple((one.id, one.label) for one in definition.criteria),
    )


def _todo(
    found: Campaign, script: CallScript | None, definition: Definition | None, sides: Sides
) -> tuple[Todo, ...]:
    """What is still to be done, in the order of the sections.

    Only what the claim itself asks for stops calls: a program may call without a script.
    """
    stops = not found.calls_may_start
    todo = [
        Todo(section=section_of(gap), says=gap.says, field=gap.field, stops_calls=stops)
        for gap in found.gaps()
    ]
    if script is None:
        todo.append(_beside(Section.SCRIPT, tr("Choose the script callers read from.")))
    if definition is None:
        todo.append(_beside(Section.DEFINITION, tr("Say what a qualified lead is.")))
    elif unsigned := [side.side.named for side in sides if not side.is_signed]:
        says = tr(
            "Version {version} is not signed by {sides}.",
            version=definition.version,
            sides=listed(unsigned),
        )
        todo.append(_beside(Section.DEFINITION, says))
    if not found.handoff.receiver.strip():
        todo.append(_beside(Section.HANDOFF, tr("Who gets the qualified leads?"), "receiver"))
    order = list(Section)
    return tuple(sorted(todo, key=lambda one: order.index(one.section)))


def _beside(section: Section, says: str, field: str = "") -> Todo:
    return Todo(section=section, says=says, field=field, stops_calls=False)
