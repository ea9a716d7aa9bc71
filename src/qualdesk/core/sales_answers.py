"""What sales says back: an answer sheet's rows, judged one by one."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.errors import Problem, Refused
from qualdesk.core.ids import BatchId, LeadId
from qualdesk.core.wording import tr

OPEN = ("sent", "read", "recycled")
"""The states of a lead that an answer is still kept for, late as it may be."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SentItem:
    """A lead that has left, as the store knows it when an answer comes back.

    ``batch`` is the batch in words, as the answer sheet carries it; ``state`` is "sent",
    "read", "taken", "sent_back", "recycled" or "recalled"; ``reasons`` are those the campaign
    agreed on. Of somebody who was erased nothing is kept any more.
    """

    id: str
    lead_id: LeadId
    name: str
    batch_id: BatchId
    batch: str
    state: str
    reason: str = ""
    reasons: tuple[str, ...] = ()
    is_erased: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetRow:
    """A row of an answer sheet as it came back, unread: its number in the file and its cells."""

    row: int
    item_id: str = ""
    batch: str = ""
    takes: str = ""
    reason: str = ""
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing that could be an answer stands in it."""
        cells = (self.item_id, self.takes, self.reason, self.note)
        return not any(cell.strip() for cell in cells)


@dataclass(frozen=True, kw_only=True, slots=True)
class SalesAnswer:
    """What sales says about one lead: they take it, or send it back with a reason."""

    row: int
    item_id: str
    takes: bool
    reason: str = ""
    note: str = ""

    def says_the_same(self, other: "SalesAnswer") -> bool:
        """Whether both rows mean the same answer."""
        return (self.takes, self.reason, self.note) == (other.takes, other.reason, other.note)


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswersJudged:
    """A sheet's rows, judged: what is new, what was known, what waits, what cannot be used."""

    answers: tuple[SalesAnswer, ...] = ()
    already: tuple[SalesAnswer, ...] = ()
    waiting: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswersRead:
    """What reading an answer sheet did, lead by lead.

    Attributes:
        already: leads about which sales had said the same before.
        waiting: how many rows are not answered yet.
        problems: rows that cannot be used, each named; they changed nothing.
    """

    taken: tuple[LeadId, ...] = ()
    sent_back: tuple[LeadId, ...] = ()
    already: tuple[LeadId, ...] = ()
    waiting: int = 0
    problems: tuple[Problem, ...] = ()
    changes: Changes = NO_CHANGES


def judge_answers(rows: tuple[SheetRow, ...], items: Mapping[str, SentItem]) -> AnswersJudged:
    """What the rows of an answer sheet mean, given the leads they name.

    ``items`` holds the leads of the ids that are known. A row that cannot be used becomes a
    problem named by its row number; it changes nothing and hinders no other row.
    """
    answers: dict[str, SalesAnswer] = {}
    clashing: set[str] = set()
    problems: list[Problem] = []
    waiting = 0
    for row in rows:
        if row.is_empty:
            continue
        try:
            item = _item_of(row, items)
            answer = _answer_in(row, item)
            if answer is None:
                waiting += 1
            elif answer.item_id in answers:
                _refuse_second(answers[answer.item_id], answer, item, clashing)
            else:
                answers[answer.item_id] = answer
        except Refused as refused:
            problems.append(Problem(place=tr("Row {row}", row=row.row), says=refused.says))
    kept = [answer for answer in answers.values() if answer.item_id not in clashing]
    new = [answer for answer in kept if items[answer.item_id].state in OPEN]
    known = [answer for answer in kept if _is_known(answer, items[answer.item_id])]
    problems += [
        _otherwise(answer, items[answer.item_id])
        for answer in kept
        if answer not in new and answer not in known
    ]
    return AnswersJudged(
        answers=tuple(new), already=tuple(known), waiting=waiting, problems=tuple(problems)
    )


def _item_of(row: SheetRow, items: Mapping[str, SentItem]) -> SentItem:
    """The lead the row is about.

    Raises:
        Refused: it cannot be said which one.
    """
    item = items.get(row.item_id.strip())
    if not row.item_id.strip():
        raise Refused(tr("The id is missing. Copy the row again from the sheet that we sent."))
    if item is None:
        raise Refused(
            tr("This id is in none of our batches. Was it edited? Use the sheet we sent.")
        )
    if row.batch.strip() and row.batch.strip() != item.batch:
        raise Refused(
            tr(
                "The id belongs to {batch}, the row says {other}. Rows of two batches are "
                "mixed: answer each in its own sheet.",
                batch=item.batch,
                other=row.batch.strip()[:80],
            )
        )
    return item


def _answer_in(row: SheetRow, item: SentItem) -> SalesAnswer | None:
    """What the row answers, None while it is not answered.

    Raises:
        Refused: it says something that is no answer.
    """
    says = " ".join(row.takes.split()).casefold()
    reason, note = row.reason.strip(), row.note.strip()
    if not says:
        if reason or note:
            raise Refused(tr("The answer itself is missing. Write “takes” or “sends back”."))
        return None
    _check_still_answered(item)
    if says in _TAKES:
        if reason:
            raise Refused(
                tr("It says “takes” and gives a reason for sending back. Which is meant?")
            )
        return SalesAnswer(row=row.row, item_id=item.id, takes=True, note=note)
    if says in _SENDS_BACK:
        agreed = _agreed_reason(reason, item)
        return SalesAnswer(row=row.row, item_id=item.id, takes=False, reason=agreed, note=note)
    raise Refused(
        tr(
            "“{answer}” is no answer here. Write “takes” or “sends back”.",
            answer=row.takes.strip()[:40],
        )
    )


def _check_still_answered(item: SentItem) -> None:
    """Refuse an answer about a lead nobody waits for any more.

    Raises:
        Refused: we took it back, or they were erased.
    """
    if item.state == "recalled":
        raise Refused(
            tr(
                "{batch} was recalled, so nothing is answered about {name} any more.",
                batch=item.batch,
                name=item.name,
            )
        )
    if item.is_erased:
        raise Refused(tr("This person was erased. Nothing more is kept about them."))


def _agreed_reason(reason: str, item: SentItem) -> str:
    """The reason in the words the campaign agreed on.

    Raises:
        Refused: there is none, or not one of them.
    """
    agreed = {known.casefold(): known for known in item.reasons}
    choose = tr("Choose one: {reasons}.", reasons=", ".join(item.reasons))
    if not reason:
        raise Refused(f"{tr('{name} is sent back without a reason.', name=item.name)} {choose}")
    if reason.casefold() not in agreed:
        raise Refused(
            tr(
                "“{reason}” is not one of the agreed reasons. {choose} Own words go under Note.",
                reason=reason[:60],
                choose=choose,
            )
        )
    return agreed[reason.casefold()]


def _refuse_second(
    first: SalesAnswer, second: SalesAnswer, item: SentItem, clashing: set[str]
) -> None:
    """Say that a lead stands in the sheet twice.

    Raises:
        Refused: always; the sentence says whether the first row still counts.
    """
    if first.says_the_same(second):
        raise Refused(
            tr("{name} is answered twice, the same both times. It counts once.", name=item.name)
        )
    clashing.add(item.id)
    raise Refused(
        tr(
            "{name} is also answered in row {row}, differently. Neither was used: keep one.",
            name=item.name,
            row=first.row,
        )
    )


def _is_known(answer: SalesAnswer, item: SentItem) -> bool:
    """Whether sales has said exactly this before."""
    if answer.takes:
        return item.state == "taken"
    return item.state == "sent_back" and item.reason == answer.reason


def _otherwise(answer: SalesAnswer, item: SentItem) -> Problem:
    """Sales has answered before, and said something else."""
    if item.state == "taken":
        says = tr(
            "Sales already took this lead ({name}). The first answer counts: this row was not "
            "used, and an answer cannot be changed here. Settle it with sales.",
            name=item.name,
        )
    else:
        says = tr(
            "Sales already sent it back: {reason} ({name}). The first answer counts: this row was "
            "not used, and an answer cannot be changed here. Settle it with sales.",
            reason=item.reason,
            name=item.name,
        )
    return Problem(place=tr("Row {row}", row=answer.row), says=says)


_TAKES = {"takes", "take", "taken"}
_SENDS_BACK = {"sends back", "send back", "sent back"}
