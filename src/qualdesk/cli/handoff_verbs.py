"""The verbs of the hand-off: writing a batch, reading answers, tables for CRMs."""

from argparse import Namespace
from typing import Any

from qualdesk.cli.plain import say
from qualdesk.core.crm_profiles import CrmProfile, ProfileGap
from qualdesk.core.handoff import Contents
from qualdesk.core.ids import LeadId
from qualdesk.desk import Desk

DONE, LEFT_OUT = 0, 1


def export(desk: Desk, asked: Namespace) -> int:
    """Write the next batch, whole or not at all."""
    contents = Contents(
        crm=not asked.no_crm,
        briefs=not asked.no_briefs,
        contacts=not asked.no_contacts,
        profile=asked.profile,
        is_zip=asked.zip,
    )
    done = desk.handoff.export(
        asked.campaign,
        asked.out,
        receiver=asked.receiver,
        answer_by=asked.answer_by,
        leads=None if asked.leads is None else [LeadId(one) for one in asked.leads],
        contents=contents,
    )
    lines = [f"Batch {done.number}: {len(done.leads)} leads in {done.folder}"]
    if len(done.receivers) > 1:
        lines += [f"  {leads} to {one.name}" for one, leads in done.receivers]
    lines += [f"  {lead.name} stays behind: {' '.join(lead.lacks)}" for lead in done.left_behind]
    data = {
        "batch": done.number,
        "leads": done.leads,
        "folder": done.folder,
        "files": done.files,
        "receivers": [{"name": one.name, "leads": leads} for one, leads in done.receivers],
        "left_behind": [
            {"lead": lead.lead_id, "name": lead.name, "lacks": lead.lacks}
            for lead in done.left_behind
        ],
    }
    say(data, lines, as_data=asked.json)
    return DONE


def answers(desk: Desk, asked: Namespace) -> int:
    """Read what sales answered, in a sheet or a page; rows that cannot be used are named."""
    read = desk.handoff.answers(asked.file)
    counts = (
        (len(read.taken), "taken"),
        (len(read.sent_back), "sent back"),
        (len(read.completed), "completed"),
        (len(read.already), "known already"),
        (read.waiting, "not answered yet"),
    )
    # The first two are what was asked; the others are said where there are any.
    said = [f"{count} {what}" for at, (count, what) in enumerate(counts) if count or at <= 1]
    lines = [f"{', '.join(said)}."]
    lines += [f"  {problem}" for problem in (*read.problems, *read.notes)]
    data = {
        "taken": read.taken,
        "sent_back": read.sent_back,
        "completed": read.completed,
        "already": read.already,
        "waiting": read.waiting,
        "problems": [str(problem) for problem in read.problems],
        "notes": [str(known) for known in read.notes],
    }
    say(data, lines, as_data=asked.json)
    return LEFT_OUT if read.problems else DONE


def profiles(desk: Desk, asked: Namespace) -> int:
    """The tables CRMs take leads by."""
    found = desk.profiles.profiles(asked.client)
    lines = [f"{one.id}: {one.name}, {len(one.fields)} columns" for one in found]
    say([_data(one) for one in found], lines, as_data=asked.json)
    return DONE


def profile(desk: Desk, asked: Namespace) -> int:
    """One of them as a file, or what keeps leads of a campaign's next batch out of it."""
    if asked.campaign:
        gaps = desk.profiles.check(asked.campaign, asked.id)
        leads = len({gap.lead_id for gap in gaps})
        lines = [f"{gap.name}: {gap.says}" for gap in gaps]
        head = f"{leads} leads would stay behind." if leads else "Every lead fits."
        say([_gap(gap) for gap in gaps], [head, *lines], as_data=asked.json)
        return LEFT_OUT if gaps else DONE
    found = desk.profiles.profile(asked.id, asked.client)
    lines = desk.profiles.as_file(asked.id, asked.client).splitlines()
    say(_data(found), lines, as_data=asked.json)
    return DONE


def keep_profile(desk: Desk, asked: Namespace) -> int:
    """Keep a table of your own."""
    kept = desk.profiles.keep_file(asked.file, asked.client)
    whose = f"for {asked.client}" if asked.client else "for every client"
    say(_data(kept), [f"Kept: {kept.id}, {len(kept.fields)} columns, {whose}."], as_data=asked.json)
    return DONE


def remove_profile(desk: Desk, asked: Namespace) -> int:
    """Forget a table of your own."""
    desk.profiles.remove(asked.id, asked.client)
    say({"removed": asked.id}, [f"Removed: {asked.id}."], as_data=asked.json)
    return DONE


def _data(one: CrmProfile) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "target": one.target,
        "columns": one.headings,
        "required": [field.heading for field in one.fields if field.required],
        "most_rows": one.most_rows,
        "says": one.says,
    }


def _gap(one: ProfileGap) -> dict[str, Any]:
    return {"lead": one.lead_id, "name": one.name, "column": one.heading, "says": one.says}


VERBS = {
    ("handoff", "export"): export,
    ("handoff", "answers"): answers,
    ("handoff", "profiles"): profiles,
    ("handoff", "profile"): profile,
    ("handoff", "keep-profile"): keep_profile,
    ("handoff", "remove-profile"): remove_profile,
}
