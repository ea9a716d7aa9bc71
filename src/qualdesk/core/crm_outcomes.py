"""What a client's CRM says became of leads: each row read, and matched with a lead that left."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Literal, TypeAlias

from qualdesk.core.amounts import Money, money_in
from qualdesk.core.errors import Problem, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.identity import folded
from qualdesk.core.ids import ContactId, ItemId, LeadId
from qualdesk.core.wording import tr

Outcome: TypeAlias = Literal["won", "lost", "open"]
Kind: TypeAlias = Literal["id", "email", "phone"]
Key: TypeAlias = tuple[Kind, str]


@frozen
class CrmRow:
    """A row of a CRM's file: its number there, whom it may be about, and what it says.

    Attributes:
        ids: what stands in its columns of ids, in small letters, ours or not.
        emails: as addresses are compared; ``phones`` in E.164.
        stages: what stands in its columns of stages; several say one thing, or it is open.
        doubts: what is to be said of a number that cannot be read.
    """

    row: int
    ids: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    name: str = ""
    stages: tuple[str, ...] = ()
    reason: str = ""
    opportunity: str = ""
    amount: str = ""
    currency: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[Key, ...]:
        """All it may be found by."""
        return (
            *(("id", one) for one in self.ids),
            *(("email", one) for one in self.emails),
            *(("phone", one) for one in self.phones),
        )


@frozen
class LeftLead:
    """A lead that left in a batch, as the store knows it when a CRM's file comes.

    ``state`` and ``became`` as they are kept; ``batch`` in words.
    """

    item_id: ItemId
    lead_id: LeadId
    contact_id: ContactId
    name: str
    batch: str
    state: str
    became: str
    sent_at: datetime
    is_erased: bool = False


@frozen
class CrmSays:
    """What one row says of one lead: "won" or "lost", why, and the opportunity."""

    row: int
    lead: LeftLead
    became: Literal["won", "lost"]
    reason: str = ""
    opportunity: str = ""
    money: Money | None = None


@frozen
class OutcomesJudged:
    """A CRM's rows, judged.

    Attributes:
        said: what is new, in the order of the file.
        already: how many rows say what is known already.
        still_open: how many rows are neither won nor lost.
        problems: rows that were not used, each named; ``notes`` what is to be said of others.
    """

    said: tuple[CrmSays, ...] = ()
    already: int = 0
    still_open: int = 0
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()


def read_outcome(text: str) -> Outcome | None:
    """What a stage says: "Closed Won", "gewonnen", "closedlost"; None where it contradicts itself.

    Whatever says neither is open.
    """
    words = set(_WORD.findall(folded(text)))
    won, lost = bool(words & _WON), bool(words & _LOST)
    if (won and lost) or ((won or lost) and words & _NOT):
        return None
    return "won" if won else "lost" if lost else "open"


def judge_outcomes(
    rows: Sequence[CrmRow], left: Mapping[Key, Sequence[LeftLead]]
) -> OutcomesJudged:
    """What the rows say of the leads that left; ``left`` holds those of each key of the file.

    A row that cannot be used becomes a problem named by its number; it changes nothing and
    hinders no other row.
    """
    said: dict[ItemId, CrmSays] = {}
    clashing: set[ItemId] = set()
    problems: list[Problem] = []
    notes: list[Problem] = []
    already = still_open = 0
    for row in rows:
        try:
            became = _outcome_of(row)
            if became == "open":
                still_open += 1
                continue
            lead = _match(row, left)
            if _is_known(lead, became):
                already += 1
                continue
            says = _says(row, lead, became, notes)
            if lead.item_id in said:
                _refuse_second(said[lead.item_id], says, clashing)
            said[lead.item_id] = says
        except Refused as refused:
            problems.append(Problem(place=_place(row.row), says=refused.says))
    return OutcomesJudged(
        said=tuple(one for item_id, one in said.items() if item_id not in clashing),
        already=already,
        still_open=still_open,
        problems=tuple(problems),
        notes=tuple(notes),
    )


def _outcome_of(row: CrmRow) -> Outcome:
    """What the stages of a row say together.

    Raises:
        Refused: they contradict each other.
    """
    found = {read_outcome(stage) for stage in row.stages}
    if None in found or {"won", "lost"} <= found:
        stages = ", ".join(f"“{stage[:40]}”" for stage in row.stages)
        raise Refused(
            tr("{stages} says neither won nor lost. Write one of the two.", stages=stages)
        )
    return "won" if "won" in found else "lost" if "lost" in found else "open"


def _match(row: CrmRow, left: Mapping[Key, Sequence[LeftLead]]) -> LeftLead:
    """The lead a row is about: by an id of ours, else by e-mail, else by phone.

    Raises:
        Refused: none, or several people.
    """
    by_id = [lead for one in row.ids for lead in left.get(("id", one), ())]
    # Two may have come with one and the same id of the client's; ours is of one lead alone.
    ours = [lead for lead in by_id if lead.item_id in row.ids]
    pools = [_people([ours]), _people([by_id])]
    by_email = _people(left.get(("email", one), ()) for one in row.emails)
    by_phone = _people(left.get(("phone", one), ()) for one in row.phones)
    # Who shares an address with a colleague is told apart by the number.
    both = {who: lead for who, lead in by_email.items() if who in by_phone}
    pools += [both if len(by_email) > 1 and both else by_email, by_phone]
    found = next((pool for pool in pools if pool), {})
    if not found:
        raise Refused(_nobody(row))
    if len(found) > 1:
        names = ", ".join(sorted(f"{one.name} ({one.batch})" for one in found.values()))
        raise Refused(tr("It may be any of these: {names}. Add the column Lead ID.", names=names))
    (lead,) = found.values()
    if lead.is_erased:
        raise Refused(tr("This person was erased. Nothing more is kept about them."))
    if lead.state == "recalled":
        raise Refused(
            tr(
                "{batch} was recalled, so nothing is answered about {name} any more.",
                batch=lead.batch,
                name=lead.name,
            )
        )
    return lead


def _people(found: Iterable[Sequence[LeftLead]]) -> dict[ContactId, LeftLead]:
    """Each person once, by the batch they left in last; one that was recalled counts least."""
    leads = [lead for some in found for lead in some]
    leads.sort(key=lambda lead: (lead.state != "recalled", lead.sent_at))
    return {lead.contact_id: lead for lead in leads}


def _nobody(row: CrmRow) -> str:
    if not row.keys:
        says = tr("There is no id, e-mail address or phone number in this row.")
    else:
        who = row.name or next(iter((*row.emails, *row.phones, *row.ids)))
        says = tr("None of the leads that left is {name}.", name=who[:80])
    return " ".join((says, *row.doubts))


def _is_known(lead: LeftLead, became: Outcome) -> bool:
    # What sales sent back is lost to them already, and may be won here yet.
    is_lost_already = lead.state == "sent_back" and not lead.became
    return lead.became == became or (became == "lost" and is_lost_already)


def _says(
    row: CrmRow, lead: LeftLead, became: Literal["won", "lost"], notes: list[Problem]
) -> CrmSays:
    """What the row says, and what is to be said of it."""
    money = money_in(row.amount, row.currency)
    if row.amount.strip() and money is None:
        says = tr("“{amount}” is no amount. The rest of the row was used.", amount=row.amount[:40])
        notes.append(Problem(place=_place(row.row), says=says))
    if lead.state == "sent_back":
        says = tr("{name} is won, although sales had sent them back.", name=lead.name)
        notes.append(Problem(place=_place(row.row), says=says))
    return CrmSays(
        row=row.row,
        lead=lead,
        became=became,
        reason=" ".join(row.reason.split())[:_LONGEST],
        opportunity=" ".join(row.opportunity.split())[:_LONGEST],
        money=money,
    )


def _refuse_second(first: CrmSays, second: CrmSays, clashing: set[ItemId]) -> None:
    """Say that a lead stands in the file twice.

    Raises:
        Refused: always; the sentence says whether the first row still counts.
    """
    name = second.lead.name
    if first.became == second.became:
        raise Refused(
            tr("{name} stands in row {row} as well. It counts once.", name=name, row=first.row)
        )
    clashing.add(second.lead.item_id)
    raise Refused(
        tr(
            "{name} is won in one row and lost in another (row {row}). Neither was used.",
            name=name,
            row=first.row,
        )
    )


def _place(row: int) -> str:
    return tr("Row {row}", row=row)


_LONGEST = 500
_WORD = re.compile(r"[^\W\d_]+")
_WON = frozenset({"won", "closedwon", "gewonnen", "gagne", "gagnee", "ganado", "ganada", "vinto"})
_LOST = frozenset(
    {"lost", "closedlost", "verloren", "perdu", "perdue", "perdido", "perdida", "perso"}
)
_NOT = frozenset({"not", "nicht", "no", "pas", "non", "never"})
