"""What the verbs of the hand-off take: batches for sales, their answers, tables for CRMs."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from datetime import date
from pathlib import Path

Verb = Callable[[str, str], ArgumentParser]


def add_handoff_verbs(
    verb: Verb, a_day: Callable[[str], date], a_count: Callable[[str], int]
) -> None:
    """Add the verbs with ``verb``, which makes one from its name and what it does."""
    export = verb("export", "write the next batch")
    export.add_argument("--campaign", required=True, metavar="NAME")
    export.add_argument("--out", type=Path, required=True, metavar="DIR")
    export.add_argument("--receiver", metavar="NAME", help="default: from the campaign")
    export.add_argument(
        "--answer-by", type=a_day, metavar="DATE", help="default: from the campaign"
    )
    _add_contents(export, a_count)
    answers = verb("answers", "read an answer sheet or an answer page back")
    answers.add_argument("file", type=Path, metavar="FILE")
    _add_profile_verbs(verb)


def _add_contents(export: ArgumentParser, a_count: Callable[[str], int]) -> None:
    export.add_argument(
        "--leads", type=_counts(a_count), metavar="N,N", help="these leads; default: the best"
    )
    export.add_argument(
        "--profile", default="", metavar="ID", help="write the table of this CRM as well"
    )
    export.add_argument("--zip", action="store_true", help="one file instead of a folder")
    for part, says in (
        ("crm", "no tables for CRMs and spreadsheets"),
        ("briefs", "no page for each lead"),
        ("contacts", "no cards for address books"),
    ):
        export.add_argument(f"--no-{part}", action="store_true", help=says)


def _add_profile_verbs(verb: Verb) -> None:
    profiles = verb("profiles", "the tables CRMs take leads by")
    profile = verb("profile", "one of them as a file, or which leads would not fit it")
    profile.add_argument(
        "--campaign", metavar="NAME", help="say what keeps leads of its next batch out"
    )
    keep = verb("keep-profile", "keep a table of your own")
    keep.add_argument("file", type=Path, metavar="FILE.toml")
    remove = verb("remove-profile", "forget a table of your own")
    for made in (profile, remove):
        made.add_argument("id", metavar="ID")
    for made in (profiles, profile, keep, remove):
        made.add_argument("--client", default="", metavar="NAME", help="whose CRM it is")


def _counts(a_count: Callable[[str], int]) -> Callable[[str], tuple[int, ...]]:
    def read(text: str) -> tuple[int, ...]:
        found = tuple(a_count(part.strip()) for part in text.split(",") if part.strip())
        if not found:
            raise ArgumentTypeError(f"“{text}” names no lead; write their numbers like 12,15")
        return found

    return read
