"""The verb that moves a workspace from a file to a server, or back."""

import sys
from argparse import Namespace
from getpass import getpass
from typing import Any

from qualdesk.cli.plain import complain, say
from qualdesk.cli.stopping import Stopping
from qualdesk.core.clock import Clock
from qualdesk.core.errors import PasswordNeeded, Refused
from qualdesk.core.moves import Compared, MoveWishes, WorkspaceSeen
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.moves import compare_workspaces, move_workspace, open_source_again
from qualdesk.settings import Settings

DONE, DIFFERS, REFUSED = 0, 1, 2


def add_move(verb: Any) -> None:
    """What the verb takes."""
    verb.add_argument(
        "--from", dest="source", metavar="FILE_OR_URL", help="default: the workspace in use"
    )
    verb.add_argument("--to", dest="target", metavar="FILE_OR_URL", help="an empty place")
    verb.add_argument(
        "--bring-up-to-date", action="store_true", help="change the source, if an older one made it"
    )
    verb.add_argument(
        "--even-while-held", action="store_true", help="also while callers have leads"
    )
    verb.add_argument(
        "--even-if-broken", action="store_true", help="also where the history is not whole"
    )
    verb.add_argument(
        "--close-source", action="store_true", help="let nobody go on in the old one; it says where"
    )
    instead = verb.add_mutually_exclusive_group()
    instead.add_argument(
        "--open-again", action="store_true", help="let people work in a closed source again"
    )
    instead.add_argument("--check", action="store_true", help="compare the two, and copy nothing")


def move(settings: Settings, asked: Namespace, clock: Clock) -> int:
    """Move a workspace, compare two, or open a closed one again."""
    source = asked.source or settings.database
    if asked.open_again:
        return _open_again(source, asked)
    if not asked.target:
        raise Refused("Say where it moves to: --to FILE_OR_URL. See: qualdesk move --help")
    with Stopping() as stopping:
        progress = _Told(stopping, is_told=sys.stderr.isatty() and not asked.json)
        try:
            if asked.check:
                found = compare_workspaces(source, asked.target, ask=_password, progress=progress)
            else:
                found = move_workspace(
                    source,
                    asked.target,
                    _wishes(asked),
                    ask=_password,
                    progress=progress,
                    clock=clock,
                )
        except Cancelled:
            complain("Stopped. Both places are as they were.")
            return REFUSED
    say(_data(found), _compared(found) if asked.check else _moved(found), as_data=asked.json)
    return DONE if found.is_equal else DIFFERS


class _Told(Progress):
    """Progress on a terminal, a line for each table; stops when the program is told to end."""

    def __init__(self, stopping: Stopping, *, is_told: bool) -> None:
        super().__init__()
        self._stopping = stopping
        self._is_told = is_told

    def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
        """Say how many rows are done.

        Raises:
            Cancelled: the program was told to end.
        """
        is_new = says is not None and says != self.says
        super().report(done, of, says)
        if is_new and self._is_told:
            complain(f"{done:,} of {self.of or 0:,} rows: {says}")

    def check(self) -> None:
        """Stop here if the program was told to end.

        Raises:
            Cancelled: it was.
        """
        if self._stopping.is_asked:
            self.cancel()
        super().check()


def _open_again(source: str, asked: Namespace) -> int:
    away = open_source_again(source, ask=_password)
    line = "It was not closed."
    if away:
        line = f"People can work in it again. The one at {away} is another workspace from now on."
    say({"was_moved_to": away}, [line], as_data=asked.json)
    return DONE


def _password(place: str) -> str:
    """The password of a server, typed without showing it.

    Raises:
        PasswordNeeded: nobody is there to type it.
    """
    if not sys.stdin.isatty():
        raise PasswordNeeded
    return getpass(f"Password for {place}: ")


def _wishes(asked: Namespace) -> MoveWishes:
    return MoveWishes(
        bring_up_to_date=asked.bring_up_to_date,
        even_while_held=asked.even_while_held,
        even_if_broken=asked.even_if_broken,
        close_source=asked.close_source,
    )


def _moved(found: Compared) -> list[str]:
    source, target = found.source, found.target
    lines = [
        *_tables(target),
        f"Moved from {source.place} to {target.place}.",
        f"{target.rows:,} rows were read back there and found equal.",
        *_rest(found),
    ]
    if source.miscounted:
        lines.append(f"Counts of the Floor that were wrong are right now: {source.miscounted}.")
    if found.is_closed:
        lines.append("Nobody can work in the old one any more; it says where it is now.")
    else:
        lines.append("The old one is unchanged, and open: what is done there now stays there.")
    return lines


def _compared(found: Compared) -> list[str]:
    lines = _tables(found.target)
    there = {table.name: table for table in found.source.tables}
    for name in found.differing:
        lines.append(f"Not equal: {name}, {there[name].rows:,} rows in the source.")
    if found.source.history != found.target.history:
        lines.append("Not equal: the end of the history.")
    if found.target.miscounted:
        lines.append(f"Counts of the Floor that are not what the rows say: {_n(found.target)}.")
    if found.is_equal:
        lines.append(f"Both are equal, {found.target.rows:,} rows.")
    return [*lines, *_rest(found)]


def _n(seen: WorkspaceSeen) -> str:
    return f"{seen.miscounted:,}"


def _tables(seen: WorkspaceSeen) -> list[str]:
    return [f"{table.sha256[:16]}  {table.rows:>11,}  {table.name}" for table in seen.tables]


def _rest(found: Compared) -> list[str]:
    history = found.target.history
    lines = [f"History: {history.entries:,} entries, the last one is {history.head or 'none'}."]
    if history.fault is not None:
        lines = [f"The history is not whole, as in the source: from entry {history.fault}."]
    if found.not_ours:
        lines.append(f"Tables that no workspace has stay behind: {', '.join(found.not_ours)}.")
    return lines


def _data(found: Compared) -> dict[str, Any]:
    return {
        "equal": found.is_equal,
        "differing": found.differing,
        "source": found.source,
        "target": found.target,
        "not_ours": found.not_ours,
        "source_closed": found.is_closed,
    }
