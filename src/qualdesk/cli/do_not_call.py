"""The verbs for do-not-call lists: load, list, export, lift."""

import os
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from qualdesk.cli.plain import say
from qualdesk.core.do_not_call import HOUSE
from qualdesk.core.errors import Refused
from qualdesk.core.ids import SuppressionListId
from qualdesk.core.list_words import counted
from qualdesk.core.times import day_words
from qualdesk.desk import Desk
from qualdesk.desk.do_not_call import DoNotCallList

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST_KEY = 10_000
_NAMED = 20
_ROWS = ("row", "rows")
_WORDS = {"hashes": ("hash", "hashes")}


def load(desk: Desk, asked: Namespace) -> int:
    """Load a list; rows in which nothing could be read are counted and named."""
    done = desk.do_not_call.load(
        asked.file, client=asked.client, region=asked.region, key=_key(asked)
    )
    hold = "holds" if done.rows == 1 else "hold"
    rows = f"{counted(done.rows, *_WORDS.get(done.list.kind, _ROWS))} of “{done.list.name}” {hold}"
    lines = [
        f"{rows}, {done.left_out:,} could not be read.",
        f"{counted(len(done.leads), 'lead')} left the queue. The list has number {done.list.id}.",
        *(f"  {note}" for note in done.notes),
        *(f"  Row {row.row_number}: {row.says}" for row in done.unread[:_NAMED]),
    ]
    if len(done.unread) > _NAMED:
        lines.append("  ... all of them with: --json")
    data = {
        "list": done.list.id,
        "client": done.list.client,
        "rows": done.rows,
        "left_out": done.left_out,
        "added": done.added,
        "leads": done.leads,
        "notes": done.notes,
        "unread": [{"row": row.row_number, "says": row.says} for row in done.unread],
    }
    say(data, lines, as_data=asked.json)
    return 1 if done.left_out else 0


def show(desk: Desk, asked: Namespace) -> int:
    """The lists of a client, or of all clients."""
    found = desk.do_not_call.lists(asked.client)
    none = "No do-not-call list is loaded. Load one: qualdesk do-not-call load FILE --client NAME"
    say(found, [_line(one) for one in found] or [none], as_data=asked.json)
    return 0


def export(desk: Desk, asked: Namespace) -> int:
    """Write a client's numbers as hashes, or as numbers; what cannot be written is said."""
    key = _key(asked)
    if (key is None) == (not asked.plain):
        raise Refused("Give the key with --key-file, or say --plain for the numbers themselves.")
    done = desk.do_not_call.export(asked.file, client=asked.client, key=key)
    lines = [f"{counted(done.numbers, 'number')} {_are(done.numbers)} written to {done.path}."]
    if done.not_shown:
        lines.append(
            f"{counted(done.not_shown, 'entry', 'entries')} {_are(done.not_shown)} not in it: "
            "people, addresses and companies, and numbers no lead shows any more. "
            "Only their fingerprints are kept."
        )
    say(done, lines, as_data=asked.json)
    return 0


def lift(desk: Desk, asked: Namespace) -> int:
    """Take a list back; who nothing else stops is called again."""
    done = desk.do_not_call.lift(SuppressionListId(asked.list), asked.because)
    back = len(done.leads)
    lines = [f"“{done.list.name}” is lifted. {counted(back, 'lead')} {_are(back)} back."]
    lines += [done.unsafe] if done.unsafe else []
    say({"list": done.list.id, "leads": done.leads}, lines, as_data=asked.json)
    return 0


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _line(one: DoNotCallList) -> str:
    state = "" if one.is_whole else " (not loaded to its end: load it again)"
    if one.lifted_at:
        state = f" (lifted on {day_words(one.lifted_at.date())}: {one.lifted_because})"
    client = "for all clients" if one.client == HOUSE else one.client
    whose = f", {client}" if client else ""
    loaded = f"loaded on {day_words(one.loaded_at.date())} by {one.loaded_by}"
    read = counted(one.rows, *_WORDS.get(one.kind, _ROWS))
    holds = f"{read} read, {counted(one.entries, 'entry', 'entries')}"
    return f"{one.id}. {one.name}{whose}: {holds}, {loaded}{state}"


def _key(asked: Namespace) -> bytes | None:
    """The key: from a file, from standard input for ``-``, or from the environment.

    Never from the command line itself, which everybody on the computer can read.
    """
    if asked.key_env is not None:
        named = os.environ.get(asked.key_env)
        if named is None:
            raise Refused(f"There is no variable {asked.key_env}. Put the key into it.")
        return named.encode()
    file: Path | None = asked.key_file
    if file is None:
        return None
    try:
        if str(file) == "-":
            return sys.stdin.buffer.read(_LONGEST_KEY)
        with file.open("rb") as stream:
            return stream.read(_LONGEST_KEY)
    except OSError as error:
        raise Refused(f"The key cannot be read from {file.name}. Check the file.") from error


VERBS = {
    ("do-not-call", "load"): load,
    ("do-not-call", "list"): show,
    ("do-not-call", "export"): export,
    ("do-not-call", "lift"): lift,
}
