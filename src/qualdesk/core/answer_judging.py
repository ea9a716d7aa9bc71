"""The rows of an answer file, judged one by one: what each means, or why it cannot be used."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from qualdesk.core.amounts import amount_text, money_in
from qualdesk.core.errors import Problem, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.plain_text import storable
from qualdesk.core.sales_answers import (
    NO_FACTS,
    OPEN,
    AnswersJudged,
    FileFacts,
    SalesAnswer,
    SentItem,
    SheetRow,
)
from qualdesk.core.wording import tr

LONGEST_NOTE = 4_000
LONGEST_OPPORTUNITY = 200


def judge_answers(
    rows: Sequence[SheetRow], items: Mapping[str, SentItem], facts: FileFacts = NO_FACTS
) -> AnswersJudged:
    """What the rows of an answer file mean, given the leads they name.

    ``items`` holds the leads of the ids that are known, ``facts`` what the file says of itself. A
    row that cannot be used becomes a problem named by its place; it changes nothing and hinders
    no other row.
    """
    found = _Found()
    said: dict[str, list[_Said]] = {}
    for row in rows:
        if row.is_empty:
            continue
        try:
            item = _item_of(row, items, facts)
            answer = _answer_in(row, item)
        except Refused as refused:
            found.refuse(row, refused.says, items.get(row.id))
            continue
        if answer is None:
            found.waiting += 1
        else:
            said.setdefault(item.id, []).append(_Said(row=row, item=item, answer=answer))
    for same in said.values():
        _place(same, found, facts)
    return found.judged()


@frozen
class _Said:
    row: SheetRow
    item: SentItem
    answer: SalesAnswer


@dataclass(kw_only=True, slots=True)
class _Found:
    """What was made of the rows so far."""

    answers: list[SalesAnswer] = field(default_factory=list)
    completed: list[SalesAnswer] = field(default_factory=list)
    already: list[SalesAnswer] = field(default_factory=list)
    waiting: int = 0
    problems: list[tuple[int, Problem]] = field(default_factory=list)
    notes: list[tuple[int, Problem]] = field(default_factory=list)

    def refuse(self, row: SheetRow, says: str, item: SentItem | None = None) -> None:
        # A number alone tells nobody whom to ask sales about.
        is_said = item is None or item.is_erased or row.name or item.name in says
        name = "" if item is None or is_said else item.name
        place = tr("Row {row}, {name}", row=row.row, name=name) if name else row.place
        self.problems.append((row.row, Problem(place=storable(place), says=storable(says))))

    def remark(self, row: SheetRow, says: str) -> None:
        self.notes.append((row.row, _named(row, says)))

    def judged(self) -> AnswersJudged:
        return AnswersJudged(
            answers=tuple(self.answers),
            completed=tuple(self.completed),
            already=tuple(self.already),
            waiting=self.waiting,
            problems=_in_order(self.problems),
            notes=_in_order(self.notes),
        )


def _named(row: SheetRow, says: str) -> Problem:
    """What is said of a row, which nothing that stands in it can keep from being shown."""
    return Problem(place=storable(row.place), says=storable(says))


def _in_order(named: list[tuple[int, Problem]]) -> tuple[Problem, ...]:
    return tuple(one for _, one in sorted(named, key=lambda pair: pair[0]))


def _place(said: Sequence[_Said], found: _Found, facts: FileFacts) -> None:
    """Put what is said of one lead where it belongs; said twice, one of it at most counts."""
    first, *others = said
    if not all(one.answer.says_the_same(first.answer) for one in others):
        for one in said:
            found.refuse(one.row, _differs(one, said))
        return
    for one in others:
        says = tr(
            "{name} is answered twice, the same both times. It counts once.", name=one.item.name
        )
        found.refuse(one.row, says)
    item, answer = first.item, first.answer
    if item.state in OPEN:
        found.answers.append(answer)
    elif otherwise := _otherwise(answer, item):
        found.refuse(first.row, otherwise)
        return
    elif _adds(answer, item):
        found.completed.append(answer)
    else:
        found.already.append(answer)
        return
    for says in _to_know(answer, item, facts):
        found.remark(first.row, says)


def _differs(one: _Said, said: Sequence[_Said]) -> str:
    other = next(each for each in said if not each.answer.says_the_same(one.answer))
    return tr(
        "{name} is also answered in row {row}, differently. Neither was used: keep one.",
        name=one.item.name,
        row=other.row.row,
    )


def _to_know(answer: SalesAnswer, item: SentItem, facts: FileFacts) -> Iterator[str]:
    """What is to be known of a row that was used."""
    if facts.receivers and item.receiver and item.receiver not in facts.receivers:
        yield tr(
            "{name} went to {receiver}. The answer came in the file of {other}, and counts.",
            name=item.name,
            receiver=item.receiver,
            other=", ".join(facts.receivers),
        )
    if item.is_suppressed and answer.takes:
        yield tr(
            "{name} asked not to be called since the batch left. Tell sales before they call.",
            name=item.name,
        )


def _item_of(row: SheetRow, items: Mapping[str, SentItem], facts: FileFacts) -> SentItem:
    """The lead the row is about.

    Raises:
        Refused: it cannot be said which one.
    """
    if not row.id:
        raise Refused(tr("The id is missing. Copy the row again from the sheet that we sent."))
    item = items.get(row.id)
    if item is None:
        raise Refused(
            tr("This id is in none of our batches. Was it edited? Use the sheet we sent.")
        )
    other = row.batch.strip()
    if not other or other == item.batch:
        is_foreign = facts.batch_id is not None and facts.batch_id != item.batch_id
        other = facts.batch if is_foreign else item.batch
    if other != item.batch:
        raise Refused(
            tr(
                "The id belongs to {batch}, the row says {other}. Rows of two batches are "
                "mixed: answer each in its own sheet.",
                batch=item.batch,
                other=other[:80],
            )
        )
    return item


def _answer_in(row: SheetRow, item: SentItem) -> SalesAnswer | None:
    """What the row answers, None while it is not answered.

    Raises:
        Refused: it says something that is no answer.
    """
    says = " ".join(row.takes.split()).casefold()
    if not says:
        if row.has_details:
            raise Refused(tr("The answer itself is missing. Write “takes” or “sends back”."))
        return None
    _check_still_answered(item)
    if says not in _TAKES | _SENDS_BACK:
        raise Refused(
            tr(
                "“{answer}” is no answer here. Write “takes” or “sends back”.",
                answer=row.takes.strip()[:40],
            )
        )
    note = _line(row.note, LONGEST_NOTE, tr("The note"))
    opportunity = _line(row.opportunity, LONGEST_OPPORTUNITY, tr("The opportunity"))
    amount, currency = _money(row)
    if says in _TAKES:
        if row.reason.strip():
            raise Refused(
                tr("It says “takes” and gives a reason for sending back. Which is meant?")
            )
        return SalesAnswer(
            row=row.row,
            item_id=item.id,
            takes=True,
            opportunity=opportunity,
            amount=amount,
            currency=currency,
            note=note,
        )
    if opportunity or amount is not None:
        raise Refused(tr("It says “sends back” and names an opportunity. Which is meant?"))
    reason = _agreed_reason(row.reason.strip(), item)
    return SalesAnswer(row=row.row, item_id=item.id, takes=False, reason=reason, note=note)


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


def _line(text: str, longest: int, what: str) -> str:
    """The text on one line, as it can be kept.

    Raises:
        Refused: it is too long to have been meant.
    """
    line = " ".join(storable(text).split())
    if len(line) > longest:
        raise Refused(tr("{what} has over {most:,} letters. Shorten it.", what=what, most=longest))
    return line


def _money(row: SheetRow) -> tuple[Decimal | None, str]:
    """The amount and its currency.

    Raises:
        Refused: one of them cannot be read, or they do not fit each other.
    """
    amount, currency = row.amount.strip(), row.currency.strip()
    known = money_in(f"1 {currency}") if currency else None
    if currency and known is None:
        raise Refused(
            tr(
                "“{currency}” is no currency known here. Write its three letters, such as EUR.",
                currency=currency[:20],
            )
        )
    if not amount:
        if currency:
            raise Refused(tr("There is a currency and no amount. Write the amount as well."))
        return None, ""
    money = money_in(amount, currency)
    if money is None:
        raise Refused(
            tr(
                "“{amount}” cannot be read as an amount. Write it in digits, such as 12,500.",
                amount=amount[:40],
            )
        )
    if known is not None and money.currency != known.currency:
        raise Refused(
            tr(
                "The amount says {one} and the currency {other}. Which is meant?",
                one=money.currency,
                other=known.currency,
            )
        )
    return money.amount, money.currency


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


def _otherwise(answer: SalesAnswer, item: SentItem) -> str:
    """Why a row does not fit what sales answered before, in a sentence; empty when it does."""
    is_same = answer.takes == (item.state == "taken") and answer.reason == item.reason
    before = next((was for was, now in _details(answer, item) if was and now and was != now), "")
    if is_same and not before:
        return ""
    if is_same:
        said = tr("Sales already said “{before}” of {name}.", before=before, name=item.name)
    elif item.state == "taken":
        said = tr("Sales already took this lead ({name}).", name=item.name)
    else:
        said = tr(
            "Sales already sent it back: {reason} ({name}).", reason=item.reason, name=item.name
        )
    counts = tr("The first answer counts: this row was not used. If it is wrong, dispute it.")
    return f"{said} {counts}"


def _adds(answer: SalesAnswer, item: SentItem) -> bool:
    """Whether something stands now where nothing stood."""
    return any(now and not was for was, now in _details(answer, item))


def _details(answer: SalesAnswer, item: SentItem) -> tuple[tuple[str, str], ...]:
    """What stands beside an answer: as it was said before, and now."""
    was = "" if item.amount is None else amount_text(item.amount)
    now = "" if answer.amount is None else amount_text(answer.amount)
    return (
        (item.opportunity, answer.opportunity),
        (was, now),
        (item.currency, answer.currency),
        (" ".join(item.note.split()), answer.note),
    )


_TAKES = {"takes", "take", "taken"}
_SENDS_BACK = {"sends back", "send back", "sent back"}
