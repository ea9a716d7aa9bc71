"""What could be read of a damaged workspace file, and what is missing, in words."""

from collections.abc import Mapping
from typing import Any, Final

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_later, tr_n

_NAMES: Final[Mapping[str, str]] = {
    "contact": tr_later("people"),
    "contact_phone": tr_later("numbers"),
    "contact_email": tr_later("addresses"),
    "company": tr_later("companies"),
    "lead": tr_later("leads"),
    "touchpoint": tr_later("things they did"),
    "attempt": tr_later("calls"),
    "answer": tr_later("answers"),
    "callback": tr_later("call backs"),
    "handoff_item": tr_later("leads with sales"),
    "suppression": tr_later("do-not-calls"),
    "suppression_hash": tr_later("numbers of do-not-call lists"),
    "history": tr_later("entries of the history"),
    "campaign": tr_later("campaigns"),
    "script_version": tr_later("versions of scripts"),
    "definition_version": tr_later("versions of definitions"),
    "intake_row": tr_later("rows of lists"),
}
_COUNTED: Final = ("lead", "attempt", "answer", "suppression", "history")
_THERE: Final = tr_later("Of {what} {rows:,} are there.")
_LESS: Final = tr_later("Of {what} {rows:,} are there; {n:,} could not be read.")
_UP_TO: Final = tr_later("Of {what} {rows:,} are there; up to {n:,} could not be read.")
_UNKNOWN: Final = tr_later("Of {what} {rows:,} are there; how many are missing is not known.")
STOPS: Final = frozenset(
    {"suppression", "suppression_hash", "suppression_list", "workspace", "company", "contact"}
)
"""Without all of these somebody who said no could be called."""


@frozen
class TableRead:
    """What became of one table.

    Attributes:
        rows: those that are in the new file.
        lost: rows that could not be read, one by one.
        spans: pieces of the file that could not be read, each with as many rows as it may have
            had at the most; 0 where nobody can say.
        without: rows that could be read and belong to something that is gone: left out.
        added: rows that a backup had.
    """

    name: str
    rows: int = 0
    lost: int = 0
    spans: tuple[int, ...] = ()
    without: int = 0
    added: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is missing."""
        return not (self.lost or self.spans or self.without)

    @property
    def words(self) -> str:
        """What its rows are, for people."""
        named = _NAMES.get(self.name)
        return tr(named) if named else f"“{self.name}”"

    @property
    def says(self) -> str:
        """What is missing of it, in a sentence."""
        told: dict[str, Any] = {"what": self.words, "rows": self.rows}
        told["n"] = self.lost + sum(self.spans)
        says = _THERE
        if self.spans:
            says = _UP_TO if all(self.spans) else _UNKNOWN
        elif self.lost:
            says = _LESS
        said = tr(says, **told)
        if self.without:
            left = tr_n(
                self.without,
                "One more belongs to something that is gone, and is left out.",
                "{n:,} more belong to something that is gone, and are left out.",
            )
            said = f"{said} {left}"
        if self.added:
            said = f"{said} " + tr("The newest good backup had {n:,} of them.", n=self.added)
        return said


@frozen
class Salvaged:
    """A new file with what could be read of a damaged one.

    Attributes:
        path: the new file.
        tables: every table of the workspace.
        nobody: people of whom only their leads are left; they stand without a name.
        history: the first entry of the history that does not follow the one before; 0 where all
            do.
        is_paused: every campaign is paused, because a no may be missing.
    """

    path: str
    tables: tuple[TableRead, ...]
    nobody: int = 0
    history: int = 0
    is_paused: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing, as far as anybody can say."""
        return all(one.is_whole for one in self.tables) and not self.history

    @property
    def says(self) -> tuple[str, ...]:
        """What is there and what is missing, a sentence each."""
        counts = {one.name: one for one in self.tables}
        there = ", ".join(
            f"{counts[name].rows:,} {counts[name].words}" for name in _COUNTED if name in counts
        )
        lines = [tr("What could be read is in {file}: {there}.", file=self.path, there=there)]
        lines += [one.says for one in self.tables if not one.is_whole]
        if self.nobody:
            lines.append(
                tr_n(
                    self.nobody,
                    "Who one person is could not be read: their leads stand without a name.",
                    "Who {n:,} people are could not be read: their leads stand without a name.",
                )
            )
        if self.history:
            lines.append(
                tr("The history does not add up from entry {number} on.", number=self.history)
            )
        if self.is_paused:
            lines.append(tr(_PAUSED))
        lines.append(tr(_ALL if self.is_whole else _LOOK))
        return tuple(lines)


_PAUSED: Final = tr_later(
    "Somebody's no to calls may be missing, so every campaign is paused: load your do-not-call "
    "lists again before you call."
)
_LOOK: Final = tr_later(
    "Bytes that changed inside a word nobody can tell: compare with a backup or a list where it "
    "matters. The damaged file is as it was."
)
_ALL: Final = tr_later("As far as can be told nothing is missing. The damaged file is as it was.")
