"""Statements for pay and billing: what sales took of each caller's leads, month by month (T6)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from qualdesk.core.campaigns import Campaign
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.left_leads import SentLead, in_period
from qualdesk.core.wording import tr, tr_later

NOTHING = Fraction()


class Credit(StrEnum):
    """Whose lead it is."""

    LAST = "last"  # of who qualified it
    SHARED = "shared"  # in equal parts of all who spoke with the person for it

    @property
    def label(self) -> str:
        """It as the screen says it."""
        return tr(_LABELS[self])


@frozen
class StatementLine:
    """What became of the leads of one caller in one campaign. A lead of several is in parts.

    Attributes:
        caller: empty for leads nobody is known to have called.
        taken, sent_back, recycled: each lead is in exactly one of them; recycled are those
            nobody answered in time.
        disputed: of those, how many are disputed at this moment.
        won, lost: what became of them at the client.
        open: those that may still change; ``open_until`` is when the last of them stands unless
            it is disputed, UTC, None when none is open or a dispute has no end.
    """

    campaign: CampaignId | None
    campaign_name: str
    caller: str
    taken: Fraction = NOTHING
    sent_back: Fraction = NOTHING
    recycled: Fraction = NOTHING
    disputed: Fraction = NOTHING
    won: Fraction = NOTHING
    lost: Fraction = NOTHING
    open: Fraction = NOTHING
    open_until: datetime | None = None

    @property
    def leads(self) -> Fraction:
        """All leads of the line."""
        return self.taken + self.sent_back + self.recycled

    @property
    def is_final(self) -> bool:
        """Whether nothing of it changes any more."""
        return not self.open


@frozen
class Worth:
    """What sales says its opportunities are worth, in one currency: never added to another.

    Attributes:
        leads: how many leads an amount is known of.
        taken: all of it; of it ``won``, ``lost`` and still ``open`` at the client.
    """

    currency: str
    leads: int
    taken: Decimal
    won: Decimal
    lost: Decimal = Decimal()

    @property
    def open(self) -> Decimal:
        """What may still be won or lost."""
        return self.taken - self.won - self.lost


@frozen
class Statement:
    """What one client's sales took in one period.

    Attributes:
        client: empty where there is only one and nobody named it.
        period: as it is kept: "2026-03".
        made_at: when it was made, UTC: an open line may say something else later.
        lines: by campaign, then by caller.
        total: all lines together; whole numbers, whatever the credit.
        waiting: leads of the client that sales has and has not answered: in no line yet.
    """

    client: str
    period: str
    credit: Credit
    made_at: datetime
    lines: tuple[StatementLine, ...]
    total: StatementLine
    worth: tuple[Worth, ...] = ()
    waiting: int = 0

    @property
    def is_final(self) -> bool:
        """Whether nothing of it changes any more by an answer, a dispute or a review."""
        return self.total.is_final


def statement_of(
    client: str,
    period: str,
    credit: Credit,
    leads: Iterable[SentLead],
    campaigns: Mapping[CampaignId, Campaign],
    *,
    now: datetime,
) -> Statement:
    """The statement of one client for a period, on the clocks of its campaigns.

    Args:
        client: whose leads these are.
        period: a day, month, quarter or year as it is kept.
        credit: whose each lead is.
        leads: all that left in ``campaigns``, which are all of the client.
        campaigns: by their number.
        now: when it is made.

    Raises:
        Refused: ``period`` is none.
    """
    every = list(leads)
    counted = list(in_period(every, period, campaigns))
    lines, total = _counted(counted, credit, campaigns, now)
    return Statement(
        client=client,
        period=period,
        credit=credit,
        made_at=now,
        lines=lines,
        total=total,
        worth=_worth(counted),
        waiting=sum(one.waits for one in every),
    )


def fraction_words(value: Fraction) -> str:
    """A number of leads as people write it: "7", "2 1/3", "0 1/3".

    With the nought, since a spreadsheet program takes "1/3" for a day in March.
    """
    whole, rest = divmod(value, 1)
    return f"{whole} {rest}" if rest else str(whole)


class _Sum:
    """A line while it is counted."""

    def __init__(self) -> None:
        self._parts: defaultdict[str, Fraction] = defaultdict(Fraction)
        self._until: datetime | None = None
        self._has_no_end = False

    def add(self, lead: SentLead, part: Fraction, *, is_open: bool, until: datetime | None) -> None:
        """Count a part of a lead."""
        self._parts[lead.came_to] += part
        if lead.became:
            self._parts[lead.became] += part
        if lead.dispute == "open":
            self._parts["disputed"] += part
            self._has_no_end = True
        if is_open:
            self._parts["open"] += part
            if until is not None:
                self._until = max(self._until or until, until)

    def line(self, campaign: CampaignId | None, name: str, caller: str) -> StatementLine:
        """The line it comes to."""
        found = {what: self._parts[what] for what in _COUNTED}
        until = None if self._has_no_end else self._until
        return StatementLine(
            campaign=campaign, campaign_name=name, caller=caller, open_until=until, **found
        )


def _counted(
    leads: Iterable[SentLead],
    credit: Credit,
    campaigns: Mapping[CampaignId, Campaign],
    now: datetime,
) -> tuple[tuple[StatementLine, ...], StatementLine]:
    """The lines these leads come to, and all of them together."""
    sums: defaultdict[tuple[CampaignId, str], _Sum] = defaultdict(_Sum)
    whole = _Sum()
    for lead in leads:
        within = campaigns[lead.campaign].handoff.dispute_within
        is_open = lead.is_open(within, now)
        until = lead.disputable_until(within)
        whole.add(lead, Fraction(1), is_open=is_open, until=until)
        for caller, part in _parts(lead, credit):
            sums[lead.campaign, caller].add(lead, part, is_open=is_open, until=until)
    lines = [
        one.line(campaign, campaigns[campaign].name, caller)
        for (campaign, caller), one in sums.items()
    ]
    return tuple(sorted(lines, key=_order)), whole.line(None, "", "")


def _parts(lead: SentLead, credit: Credit) -> Iterator[tuple[str, Fraction]]:
    """Whose the lead is, and how much of it; the parts are one lead together."""
    if credit is Credit.LAST or not lead.callers:
        yield lead.caller, Fraction(1)
        return
    for caller in lead.callers:
        yield caller, Fraction(1, len(lead.callers))


def _worth(leads: Iterable[SentLead]) -> tuple[Worth, ...]:
    amounts: defaultdict[str, list[tuple[Decimal, str]]] = defaultdict(list)
    for lead in leads:
        if lead.amount is not None and lead.came_to == "taken":
            amounts[lead.currency].append((lead.amount, lead.became))
    return tuple(
        Worth(
            currency=currency,
            leads=len(some),
            taken=sum((amount for amount, _ in some), Decimal()),
            won=sum((amount for amount, became in some if became == "won"), Decimal()),
            lost=sum((amount for amount, became in some if became == "lost"), Decimal()),
        )
        for currency, some in sorted(amounts.items())
    )


def _order(line: StatementLine) -> tuple[str, int, bool, str]:
    """By campaign and caller; leads nobody is known to have called stand last."""
    return line.campaign_name.casefold(), line.campaign or 0, not line.caller, line.caller


_COUNTED = ("taken", "sent_back", "recycled", "disputed", "won", "lost", "open")
_LABELS = {
    Credit.LAST: tr_later("Whoever qualified it"),
    Credit.SHARED: tr_later("Shared by all who spoke with them"),
}
