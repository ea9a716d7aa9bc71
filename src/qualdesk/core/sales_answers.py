"""What sales says back: the rows of an answer file as they came, and what reading them did."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.errors import Problem
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import BatchId, LeadId
from qualdesk.core.plain_text import storable, without_tricks
from qualdesk.core.wording import tr

OPEN = ("sent", "read", "recycled")
"""The states of a lead that an answer is still kept for, late as it may be."""


@frozen
class SentItem:
    """A lead that has left, as the store knows it when an answer comes back.

    ``batch`` is the batch in words, as the answer sheet carries it; ``state`` is "sent",
    "read", "taken", "sent_back", "recycled" or "recalled"; ``reasons`` are those the campaign
    agreed on. Of somebody who was erased nothing is kept any more.

    Attributes:
        receiver: who of sales it went to.
        reason: what sales said of it before, as ``note``, ``opportunity``, ``amount`` and
            ``currency``; empty or None for nothing.
        is_suppressed: since it left somebody asked that they are not called.
    """

    id: str
    lead_id: LeadId
    name: str
    batch_id: BatchId
    batch: str
    state: str
    receiver: str = ""
    reason: str = ""
    note: str = ""
    opportunity: str = ""
    amount: Decimal | None = None
    currency: str = ""
    reasons: tuple[str, ...] = ()
    is_erased: bool = False
    is_suppressed: bool = False


@frozen
class SheetRow:
    """A row of an answer file as it came back, unread: where it stands, and its cells.

    Attributes:
        row: its number in the file; ``name`` whom it is about, where a number is not enough to
            find the row again.
    """

    row: int
    name: str = ""
    item_id: str = ""
    batch: str = ""
    takes: str = ""
    reason: str = ""
    opportunity: str = ""
    amount: str = ""
    currency: str = ""
    note: str = ""

    @property
    def id(self) -> str:
        """The id as we gave it: programs that make capitals of it change nothing."""
        return storable(self.item_id).strip().lower()

    @property
    def place(self) -> str:
        """Where the row is found in its file."""
        if self.name:
            return tr("Lead {number}, {name}", number=self.row, name=self.name)
        return tr("Row {row}", row=self.row)

    @property
    def has_details(self) -> bool:
        """Whether anything stands beside the answer itself."""
        details = (self.reason, self.opportunity, self.amount, self.currency, self.note)
        return any(cell.strip() for cell in details)

    @property
    def is_empty(self) -> bool:
        """Whether nothing that could be an answer stands in it."""
        return not (self.item_id.strip() or self.takes.strip() or self.has_details)


@frozen
class FileFacts:
    """What an answer file says of itself, where nobody fills anything in.

    Attributes:
        batch_id: the batch it was made for, None where it does not say; ``batch`` in words.
        receivers: who of sales it was made for.
    """

    batch_id: BatchId | None = None
    batch: str = ""
    receivers: tuple[str, ...] = ()


NO_FACTS = FileFacts()


def facts_said(number: str, batch: str, receivers: Iterable[str]) -> FileFacts:
    """What a file says of itself, from words anybody may have edited.

    A batch's number that is none stays one that no batch has.
    """
    digits = number.strip()
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS
    batch_id = BatchId(int(digits) if is_number else 0)
    if not (digits or batch.strip()):
        return NO_FACTS
    people = tuple(one.strip() for one in receivers)
    return FileFacts(batch_id=batch_id, batch=batch.strip(), receivers=people)


def signer_of(item: SentItem, facts: FileFacts) -> str:
    """Who of sales says what a file says of a lead: whose file it is, else to whom it went."""
    (first, *others) = facts.receivers or ("",)
    # Anybody may have edited what a file says of itself.
    named = " ".join(without_tricks(first).split())[:_NAME]
    return item.receiver if others or not named else named


@frozen
class AnswerFile:
    """An answer file as it came back: its rows, what it says of itself, and what it is.

    ``kind`` is "sheet" for a table in any format, "form" for the page in a browser.
    """

    rows: tuple[SheetRow, ...]
    facts: FileFacts = NO_FACTS
    kind: str = "sheet"


@frozen
class SalesAnswer:
    """What sales says about one lead: they take it, or send it back with a reason.

    ``opportunity`` is the client's own number for it; ``amount`` what it may be worth, None when
    nobody says, in ``currency`` as ISO 4217 has it.
    """

    row: int
    item_id: str
    takes: bool
    reason: str = ""
    opportunity: str = ""
    amount: Decimal | None = None
    currency: str = ""
    note: str = ""

    def says_the_same(self, other: "SalesAnswer") -> bool:
        """Whether both rows mean the same answer about the same lead."""
        return replace(self, row=0) == replace(other, row=0)


@frozen
class AnswersJudged:
    """A file's rows, judged; each that says anything is in exactly one of these but ``notes``.

    Attributes:
        answers: what is new.
        completed: what sales adds to an answer of before: where nothing stood, now something is.
        already: what sales had said before, word by word.
        waiting: how many are not answered yet.
        problems: what cannot be used; ``notes`` what was used and is to be known.
    """

    answers: tuple[SalesAnswer, ...] = ()
    completed: tuple[SalesAnswer, ...] = ()
    already: tuple[SalesAnswer, ...] = ()
    waiting: int = 0
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()


@frozen
class AnswersRead:
    """What reading an answer file did, lead by lead.

    Attributes:
        completed: leads answered before to which an opportunity, an amount or a note came.
        already: leads about which sales had said the same before.
        waiting: how many rows are not answered yet.
        problems: rows that cannot be used, each named; they changed nothing.
        notes: rows that were used and of which something is to be known, each named.
    """

    taken: tuple[LeadId, ...] = ()
    sent_back: tuple[LeadId, ...] = ()
    completed: tuple[LeadId, ...] = ()
    already: tuple[LeadId, ...] = ()
    waiting: int = 0
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    changes: Changes = NO_CHANGES


# No batch has a number of more digits; a database may not take one.
_DIGITS = 9
_NAME = 80
