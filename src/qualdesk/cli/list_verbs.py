"""The verbs of lists: load one, take it back, go on with it, and which there are."""

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from qualdesk.cli.plain import say
from qualdesk.core.errors import DocumentRefused, Problem
from qualdesk.core.list_checks import CheckedRow, CheckGroup, Section
from qualdesk.core.list_choices import NO_CHOICES, ListChoices
from qualdesk.core.list_words import counted
from qualdesk.desk import Desk
from qualdesk.desk.intake import Loaded
from qualdesk.desk.list_checks import choices_from

DONE, LEFT_OUT = 0, 1
_FIRST_ROWS = 5
_MOST_ROWS = 20


def intake(desk: Desk, asked: Namespace) -> int:
    """Load a list: every row is new, updated, merged or left out, and the four add up."""
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
        }
        for each in found
    ]
    lines = [
        f"{each.id}. {each.file_name or 'From a program'} into "
        f"“{campaigns.get(each.campaign_id, '')}”, {each.loaded_at:%Y-%m-%d %H:%M} UTC: "
        f"{counted(each.rows, 'row')}, {each.new:,} new, {each.updated:,} updated, "
        f"{each.merged:,} merged, {each.left_out:,} left out"
        for each in found
    ]
    nothing = ["No list yet. Load one: qualdesk intake FILE --campaign NAME"]
    say(data, lines or nothing, as_data=asked.json)
    return DONE


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
        f"{loaded.rows} rows: {loaded.new} {said}new, {loaded.updated} {said}updated, "
        f"{loaded.merged} {said}merged, {loaded.left_out} {said}left out."
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
