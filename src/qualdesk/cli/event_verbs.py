"""The verbs of a campaign's page: its event, who came, and what calls still wait for."""

from argparse import Namespace

from qualdesk.cli.plain import say
from qualdesk.core.campaigning import CampaignSetup, FirstLead
from qualdesk.core.errors import Refused
from qualdesk.core.events import Attendance, AttendanceCounts, Phase
from qualdesk.core.list_choices import NO_CHOICES
from qualdesk.core.times import time_words
from qualdesk.desk import Desk
from qualdesk.desk.list_checks import choices_from

DONE, SOME_LEFT_OUT = 0, 1


def setup(desk: Desk, asked: Namespace) -> int:
    """What a campaign works by, what calls wait for, and whom the first would go to."""
    found = desk.campaigning.setup(asked.name)
    first = desk.campaigning.first_five(asked.name)
    lines = [
        f"Campaign “{found.campaign.name}”. {found.says or 'Nothing is missing'}.",
        *(f"  {one.section.label}: {one.says}" for one in found.todo),
        *_works_by(found),
        *_of_event(desk, found),
    ]
    lines += ["The first leads:", *map(_of_lead, first)] if first else []
    say({"setup": _data(found), "first": first}, lines, as_data=asked.json)
    return DONE


def event(desk: Desk, asked: Namespace) -> int:
    """Say when the event is, or show it."""
    has_times = bool(asked.starts or asked.ends)
    if asked.none and has_times:
        raise Refused("Give the times of the event, or --none.")
    if asked.zone and not has_times:
        raise Refused("Give the times of the event with its zone: --starts and --ends.")
    if asked.before_script is not None:
        desk.campaigning.use_before(asked.name, asked.before_script)
    if asked.none or has_times:
        desk.campaigning.set_event(asked.name, asked.starts, asked.ends, asked.zone)
    found = desk.campaigning.setup(asked.name)
    lines = _of_event(desk, found) or ["This campaign is about no event."]
    say(_data(found), lines, as_data=asked.json)
    return DONE


def registered(desk: Desk, asked: Namespace) -> int:
    """Load who registered by themselves, as any list."""
    choices = choices_from(asked.choices) if asked.choices else NO_CHOICES
    done = desk.campaigning.take_registered(asked.name, asked.file, choices=choices)
    left_out = [f"  row {row.row_number}: {row.reason}" for row in done.left_out_rows]
    counted = f"{done.new} new, {done.updated} updated, {done.merged} merged"
    lines = [f"Rows: {done.rows}. {counted}, {done.left_out} left out. List {done.list_id}."]
    stands = desk.campaigning.setup(asked.name).attendance
    data = {"list": done.list_id, "rows": done.rows, "left_out": done.left_out}
    say(data, [*lines, *left_out, *_of_attendance(stands), *done.notes], as_data=asked.json)
    return SOME_LEFT_OUT if left_out else DONE


def attendees(desk: Desk, asked: Namespace) -> int:
    """Load who was there, or take the newest such list back."""
    if asked.undo:
        if asked.file:
            raise Refused("Give a file, or --undo.")
        undone = desk.campaigning.undo_attendees(asked.name)
        data = {"list": undone.list_id, "removed": undone.removed, "says": undone.says}
        stands = desk.campaigning.setup(asked.name).attendance
        say(data, [undone.says, *_of_attendance(stands)], as_data=asked.json)
        return DONE
    if asked.file is None:
        raise Refused("Give the file that says who was there, or --undo.")
    choices = choices_from(asked.choices) if asked.choices else NO_CHOICES
    there = desk.campaigning.take_attendees(asked.name, asked.file, choices=choices)
    left_out = [f"  {problem}" for problem in there.left_out]
    counted = [
        f"{there.matched} known",
        f"{there.new} new",
        f"{there.repeated} repeated",
        f"{len(left_out)} left out",
    ]
    lines = [
        there.says,
        f"Rows: {there.rows}. {', '.join(counted)}.",
        *left_out,
        *there.notes,
    ]
    say(there, lines, as_data=asked.json)
    return SOME_LEFT_OUT if left_out else DONE


def _works_by(found: CampaignSetup) -> list[str]:
    lines = []
    if found.script:
        lines.append(f"Script: {found.script.name}, version {found.script.version}")
    if found.before_script:
        before = found.before_script
        lines.append(f"Before the event: {before.name}, version {before.version}")
    if found.definition:
        lines.append(f"Definition: {found.definition.name}. {found.definition.says}")
    return lines


def _of_event(desk: Desk, found: CampaignSetup) -> list[str]:
    if found.event is None:
        return []
    now = desk.clock.now()
    starts = time_words(found.event.starts_at, found.zone, now=now)
    ends = time_words(found.event.ends_at, found.zone, now=now)
    side = "before" if found.phase is Phase.BEFORE else "after"
    says = f"Event: {starts} to {ends} in {found.zone}; now is {side} it."
    return [says, *_of_attendance(found.attendance)]


def _of_attendance(stands: AttendanceCounts) -> list[str]:
    told = [f"  {stands.of(how)} {how.label.lower()}" for how in Attendance if stands.of(how)]
    return [*told, f"  {stands.total} leads in all"] if told else []


def _of_lead(lead: FirstLead) -> str:
    why = ", ".join(lead.reasons)
    where = f", {lead.company}" if lead.company else ""
    return f"  {lead.lead_id}  {lead.name}{where}: {lead.says}. {why}".rstrip()


def _data(found: CampaignSetup) -> dict[str, object]:
    return {
        "id": found.campaign.id,
        "name": found.campaign.name,
        "todo": found.todo,
        "calls_may_start": found.calls_may_start,
        "event": found.event,
        "zone": found.zone,
        "phase": found.phase,
        "script": found.script,
        "before_script": found.before_script,
        "definition": found.definition,
        "people": found.people,
        "attendance": {how.value or "unsaid": found.attendance.of(how) for how in Attendance},
        "attendees_at": found.attendees_at,
    }


VERBS = {
    ("campaign", "setup"): setup,
    ("campaign", "event"): event,
    ("campaign", "registered"): registered,
    ("campaign", "attendees"): attendees,
}
