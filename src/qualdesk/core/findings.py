"""What a check of the database found, what of it was mended, and what was not."""

from typing import Final

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_later, tr_n

STRUCTURE: Final = "structure"
INDEXES: Final = "indexes"
VALUES: Final = "values"
ORPHANS: Final = "orphans"
LOOSE_ENDS: Final = "loose_ends"
COUNTS: Final = "counts"
WORDS: Final = "words"
QUEUE_MARKS: Final = "queue_marks"
SALES_MARKS: Final = "sales_marks"
HISTORY: Final = "history"
LEFT_OPEN: Final = "left_open"
LEFT_READABLE: Final = "left_readable"

_WHAT_TO_DO: Final = {
    STRUCTURE: tr_later("This cannot be mended: put back a backup from before."),
    VALUES: tr_later("What they were is not known: put back a backup from before."),
    ORPHANS: tr_later("They are left as they are; a backup from before may hold what is missing."),
    HISTORY: tr_later("This cannot be mended: somebody changed it, or the disk did."),
    LEFT_READABLE: tr_later("It could not be removed: delete it yourself."),
    LEFT_OPEN: tr_later("From now on this is not said again."),
}


@frozen
class Finding:
    """One kind of fault, with how often it was found.

    Attributes:
        kind: one of the names above.
        detail: where, in the words of the database; never what a person said.
        is_mended: it is right again.
    """

    kind: str
    count: int = 1
    detail: str = ""
    is_mended: bool = False

    @property
    def says(self) -> str:
        """The fault in a sentence, and what was done or is to be done about it."""
        done = tr("Mended.") if self.is_mended else tr(_WHAT_TO_DO.get(self.kind, ""))
        return f"{self._what} {done}".rstrip()

    @property
    def _what(self) -> str:
        if self.kind == LEFT_OPEN:
            return self.detail
        if self.kind in {STRUCTURE, HISTORY}:
            return {
                STRUCTURE: tr("The file itself is damaged: {detail}.", detail=self.detail),
                HISTORY: tr(
                    "The history does not add up from entry {number} on.", number=self.count
                ),
            }[self.kind]
        if self.kind == LEFT_READABLE:
            return tr_n(
                self.count,
                "An encryption that was ended half way left a file that may be readable: {where}.",
                "An encryption that was ended half way left {n:,} files that may be readable: "
                "{where}.",
                where=self.detail,
            )
        return _counted(self.kind, self.count, self.detail)


def _counted(kind: str, count: int, where: str) -> str:
    """How many of a kind there were, in a sentence."""
    return {
        INDEXES: tr_n(count, "An index was wrong.", "{n:,} indexes were wrong."),
        VALUES: tr_n(
            count,
            "A value cannot be read, in {where}.",
            "{n:,} values cannot be read, in {where}.",
            where=where,
        ),
        ORPHANS: tr_n(
            count,
            "A row belongs to something that is not there, in {where}.",
            "{n:,} rows belong to something that is not there, in {where}.",
            where=where,
        ),
        LOOSE_ENDS: tr_n(
            count,
            "A mark pointed at something that is not there, in {where}.",
            "{n:,} marks pointed at something that is not there, in {where}.",
            where=where,
        ),
        COUNTS: tr_n(count, "A count of the Floor was off.", "{n:,} counts were off."),
        WORDS: tr_n(
            count,
            "A name could not be found by one of its words.",
            "{n:,} words of names were wrong.",
        ),
        QUEUE_MARKS: tr_n(
            count,
            "A lead did not stand in the queue as it should.",
            "{n:,} leads did not stand in the queue as they should.",
        ),
        SALES_MARKS: tr_n(
            count,
            "What sales has of a lead was marked wrongly.",
            "What sales has of {n:,} leads was marked wrongly.",
        ),
    }[kind]


@frozen
class CheckedFile:
    """All that a check came to.

    Attributes:
        backup: the copy that was made before anything was mended; empty where nothing was.
    """

    findings: tuple[Finding, ...] = ()
    backup: str = ""

    @property
    def is_well(self) -> bool:
        """Nothing is wrong any more."""
        return all(one.is_mended for one in self.findings)

    @property
    def says(self) -> tuple[str, ...]:
        """A sentence for each kind of fault, or the one that says there is none."""
        if not self.findings:
            return (tr("The database was checked. Nothing is wrong with it."),)
        told = [one.says for one in self.findings]
        if self.backup:
            told.append(
                tr("A backup was made before anything was mended: {file}", file=self.backup)
            )
        return tuple(told)
