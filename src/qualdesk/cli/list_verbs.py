"""The verbs of lists: load one, take it back, go on with it, and which there are."""

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from qualdesk.cli.plain import say
from qualdesk.core.errors import DocumentRefused, Problem, Refused
from qualdesk.core.ids import ListId
from qualdesk.core.list_checks import CheckedRow, CheckGroup, Section
from qualdesk.core.list_choices import NO_CHOICES, ListChoices
from qualdesk.core.list_words import counted
from qualdesk.desk import Desk
from qualdesk.desk.intake import ListSummary, Loaded
from qualdesk.desk.list_checks import choices_from

DONE, LEFT_OUT = 0, 1
_FIRST_ROWS = 5
_MOST_ROWS = 20


def intake(desk: Desk, asked: Namespace) -> int:
    """Load a list, take one back, or go on with one that was broken off."""
    if asked.undo is not None:
        return _undo(desk, asked)
    if asked.resume is not None:
        return _resume(desk, asked)
    return _load(desk, asked)


def _load(desk: Desk, asked: Namespace) -> int:
    """Every row is new, updated, merged or left out, and the four add up."""
    if asked.file is None:
        raise Refused("Name the file to load. See: qualdesk intake --help")
    if not asked.campaign:
        raise Refused("Name the campaign the list goes into: --campaign NAME")
    loaded = desk.intake.load(
        asked.file,
        campaign=asked.campaign,
        region=asked.region,
        mapping=_mapping(asked.mapping),
        choices=_choices(asked.choices),
        dry_run=asked.dry_run,
        left_out=asked.left_out,
    )
    return _told(loaded, asked)


def _undo(desk: Desk, asked: Namespace) -> int:
    """Take a list back; leads that were called stay and are named."""
    _refuse_beside("--undo", asked, file=asked.file)
    undone = desk.intake.undo(ListId(asked.undo))
    lines = [undone.says, *(f"  {lead.name} stays: {lead.why}" for lead in undone.kept)]
    data = {
        "list": undone.list_id,
        "removed": undone.removed,
        "restored": undone.restored,
        "kept": [{"lead": lead.id, "name": lead.name, "why": lead.why} for lead in undone.kept],
        "says": undone.says,
    }
    say(data, lines, as_data=asked.json)
    return DONE


def _resume(desk: Desk, asked: Namespace) -> int:
    """Load a list to its end, with the choices made for it."""
    _refuse_beside("--resume", asked)
    return _told(desk.intake.resume(ListId(asked.resume), asked.file), asked)


def _refuse_beside(option: str, asked: Namespace, *, file: Path | None = None) -> None:
    """Nothing a person says is dropped without a word: what does not fit is refused.

    Raises:
        Refused: something stands beside an option that takes nothing more.
    """
    beside = {
        "FILE": file,
        "--campaign": asked.campaign,
        "--choices": asked.choices,
        "--region": asked.region,
        "--mapping": asked.mapping,
        "--dry-run": asked.dry_run,
        "--left-out": asked.left_out,
    }
    found = [name for name, given in beside.items() if given]
    if found:
        raise Refused(f"{option} names the list and takes no {found[0]}.")


def lists(desk: Desk, asked: Namespace) -> int:
    """The lists that were loaded, the newest first, with what became of their rows."""
    campaigns = {each.campaign.id: each.campaign.name for each in desk.library.campaigns()}
    found = desk.intake.lists()
    data = [
        {
            "id": each.id,
            "file": each.file_name,
            "campaign": campaigns.get(each.campaign_id, ""),
            "loaded_at": each.loaded_at,
            "loaded_by": each.loaded_by,
            "rows": each.rows,
            "new": each.new,
            "updated": each.updated,
            "merged": each.merged,
            "left_out": each.left_out,
            "leads": each.leads,
            "called": each.called,
            "state": each.state,
            "unfinished": each.is_unfinished,
            "can_undo": each.can_undo,
            "can_resume": each.can_resume,
        }
        for each in found
    ]
    lines = [_list_line(each, campaigns.get(each.campaign_id, "")) for each in found]
    nothing = ["No list yet. Load one: qualdesk intake FILE --campaign NAME"]
    say(data, lines or nothing, as_data=asked.json)
    return DONE


def _list_line(each: ListSummary, campaign: str) -> str:
    return (
        f"{each.id}. {each.file_name or 'From a program'} into “{campaign}”, "
        f"{each.loaded_at:%Y-%m-%d %H:%M} UTC: {counted(each.rows, 'row')}, {each.new:,} new, "
        f"{each.updated:,} updated, {each.merged:,} merged, {each.left_out:,} left out. "
        f"{_state_of(each)}"
    )


def _state_of(each: ListSummary) -> str:
    """How a list stands and what can be done about it, as a sentence."""
    if each.undone_at is not None:
        return f"Undone by {each.undone_by}." if each.undone_by else "Undone."
    if each.is_unfinished:
        on = f"--resume {each.id} or --undo {each.id}" if each.can_resume else f"--undo {each.id}"
        return f"Broken off. Go on with: qualdesk intake {on}"
    if each.state == "loading":
        return "Being loaded."
    return "Can be undone." if each.can_undo else "Can be undone no more."


def _told(loaded: Loaded, asked: Namespace) -> int:
    say(_data(loaded, asked), list(_lines(loaded, asked)), as_data=asked.json)
    return LEFT_OUT if loaded.left_out else DONE


def _data(loaded: Loaded, asked: Namespace) -> dict[str, Any]:
    return {
        "rows": loaded.rows,
        "new": loaded.new,
        "updated": loaded.updated,
        "merged": loaded.merged,
        "left_out": loaded.left_out,
        "list": loaded.list_id,
        "dry_run": asked.dry_run,
        "notes": loaded.notes,
        "groups": [_group_data(group) for group in loaded.groups],
        "left_out_rows": [
            {"row": row.row_number, "reason": row.reason} for row in loaded.left_out_rows
        ],
    }


def _group_data(group: CheckGroup) -> dict[str, Any]:
    return {
        "id": group.id,
        "section": group.section,
        "title": group.title,
        "says": group.says,
        "count": group.count,
        "heading": group.heading,
        "explains": group.explains,
        "options": [
            {
                "id": option.id,
                "title": option.title,
                "says": option.says,
                "suggested": option.is_suggested,
                "wants": option.wants,
            }
            for option in group.options
        ],
        "answer": group.answer,
        "default": group.default,
        "rows": [
            {
                "row": row.number,
                "name": row.name,
                "company": row.company,
                "before": row.before,
                "after": row.after,
                "result": row.result,
            }
            for row in group.rows
        ],
    }


def _lines(loaded: Loaded, asked: Namespace) -> Iterator[str]:
    said = "would be " if asked.dry_run else ""
    yield (
        f"{counted(loaded.rows, 'row')}: {loaded.new:,} {said}new, "
        f"{loaded.updated:,} {said}updated, {loaded.merged:,} {said}merged, "
        f"{loaded.left_out:,} {said}left out."
    )
    yield from (f"  {note}" for note in loaded.notes)
    if asked.dry_run:
        yield from _group_lines(loaded.groups)
        return
    rows = loaded.left_out_rows
    yield from (f"  Row {row.row_number}: {row.reason}" for row in rows[:_MOST_ROWS])
    if len(rows) > _MOST_ROWS:
        yield "  ... all of them with: --left-out FILE"


def _group_lines(groups: Sequence[CheckGroup]) -> Iterator[str]:
    """The groups heap by heap, questions with their options, each with its first rows."""
    for section in Section:
        here = [group for group in groups if group.section is section]
        if here:
            yield ""
            yield section.label
        for group in here:
            yield f"  {group.heading} ({group.id})"
            if group.options:
                yield f"    {group.explains}"
                yield from _option_lines(group)
            yield from (f"    {_row_line(row)}" for row in group.rows[:_FIRST_ROWS])
            more = group.count - _FIRST_ROWS
            if more > 0 and group.rows:
                yield f"    and {more:,} more"
    if any(group.options for group in groups):
        yield ""
        yield 'Answer in a file: [answers] and id = "option", then --choices FILE.toml'


def _option_lines(group: CheckGroup) -> Iterator[str]:
    holds = group.answer or group.default
    for option in group.options:
        name = "a country such as DE" if option.wants == "country" else option.id
        marks = [
            "your answer" if option.id == group.answer else "",
            "unless you say otherwise" if option.id == holds != group.answer else "",
            "suggested" if option.is_suggested else "",
        ]
        said = ", ".join(filter(None, marks))
        yield f"    - {name}: {option.title}. {option.says}{f' ({said})' if said else ''}"
    if group.answer and group.answer not in {option.id for option in group.options}:
        yield f"    - {group.answer} (your answer)"


def _row_line(row: CheckedRow) -> str:
    who = ", ".join(filter(None, (row.name, row.company)))
    change = " → ".join(filter(None, (row.before, row.after)))
    return "  ".join(filter(None, (f"Row {row.number}:", who, change, row.result)))


def _choices(path: Path | None) -> ListChoices:
    return choices_from(path) if path else NO_CHOICES


def _mapping(path: Path | None) -> dict[str, str] | None:
    if path is None:
        return None
    try:
        mapping = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DocumentRefused(f"{path.name} cannot be read as a mapping: {error}.") from error
    if not isinstance(mapping, dict) or not all(isinstance(v, str) for v in mapping.values()):
        problem = Problem(place=path.name, says="write it as {“heading in the file”: “field”}")
        raise DocumentRefused(f"{path.name} is no mapping of headings to fields.", [problem])
    return mapping


VERBS = {("intake", ""): intake, ("lists", ""): lists}
