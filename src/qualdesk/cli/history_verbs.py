"""The verbs of what was done: the history in words, and whether all of it is there."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from qualdesk.cli.plain import say
from qualdesk.core.history_sentences import HistoryKind
from qualdesk.core.history_words import Checked
from qualdesk.core.ids import LeadId
from qualdesk.desk import Desk

DONE, FAULTY = 0, 1
_LINES = 50


def add_history_verbs(
    history: ArgumentParser,
    verb: Callable[[str, str], ArgumentParser],
    a_count: Callable[[str], int],
) -> None:
    """Add what the history takes, and ``verify`` with ``verb``."""
    history.add_argument("--campaign", metavar="NAME", help="of this campaign only")
    history.add_argument("--lead", type=a_count, metavar="LEAD", help="of this lead only")
    history.add_argument("--who", default="", metavar="NAME", help="by this person only")
    history.add_argument(
        "--kind", choices=[one.value for one in HistoryKind], help="of this kind only"
    )
    history.add_argument("--limit", type=a_count, default=_LINES, metavar="N")
    history.add_argument("--before", type=a_count, metavar="ENTRY", help="older than this entry")
    verb("verify", "find what was changed, removed or moved in the history")


def history(desk: Desk, asked: Namespace) -> int:
    """What was done last, in words, the newest first."""
    page = desk.story.lately(
        asked.campaign,
        None if asked.lead is None else LeadId(asked.lead),
        asked.who,
        kind=HistoryKind(asked.kind) if asked.kind else None,
        before=asked.before,
        limit=asked.limit,
    )
    lines = [
        f"{one.number}: {one.at:%Y-%m-%d %H:%M} UTC, {one.who}: {one.says}." for one in page.lines
    ]
    if page.before is not None:
        lines.append(f"Older ones: --before {page.before}")
    say(page, lines or ["Nothing was done here yet that fits."], as_data=asked.json)
    return DONE


def verify(desk: Desk, asked: Namespace) -> int:
    """Whether the whole history is there as it was written; 1 where it is not."""
    found = desk.story.check()
    say(found, _checked(found), as_data=asked.json)
    return DONE if found.fault is None else FAULTY


def _checked(found: Checked) -> list[str]:
    if found.fault is None and not found.entries:
        return ["Nothing was done here yet."]
    if found.fault is None:
        return [
            f"All {found.entries} entries are as they were written.",
            f"The last one is {found.head}. Kept elsewhere, it shows a history written anew.",
        ]
    lines = [f"Entry {found.fault} was changed, removed or moved, or one before it was."]
    if found.missing > 0:
        lines.append(f"Entries that are missing: {found.missing}.")
    elif found.missing < 0:
        lines.append(f"Entries nobody wrote: {-found.missing}.")
    return lines


VERBS = {
    ("history", ""): history,
    ("history", "verify"): verify,
}
