"""How campaigns stand to each other: what one weighs, its fair share, whether giveaways wait."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk import Desk
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.queue.undoing import Act
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Rule
from qualdesk.qt.widgets.fields import Choice, Tick
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconRow
from qualdesk.qt.widgets.side import SideCard

WIDTH: Final = 390
_WEIGHTS: Final = (25, 50, 75, 100, 150, 200, 400)
_SHARES: Final = (0, 10, 20, 30, 40, 50)
_WEIGHTS_SAID: Final = {
    50: tr_later("Half as much, {percent} percent"),
    100: tr_later("As much as any other, {percent} percent"),
    200: tr_later("Twice as much, {percent} percent"),
}
_ANY_WEIGHT: Final = tr_later("{percent} percent")
_SAYS: Final = tr_later(
    "What is said here moves the order of the queue. No calling rule is overruled by it."
)
_WEIGHT: Final = tr_later(
    "What a qualified conversation of it counts for, beside the other campaigns."
)
_SHARE: Final = tr_later("At least so many of 100 calls go to it while it can be called.")
_GIVEAWAY: Final = tr_later("Whoever only took the giveaway is called after everybody else.")


@frozen
class Balance:
    """What was said about one campaign, and what each of it costs in words (empty for nothing)."""

    campaign_id: CampaignId
    name: str
    weight: int = 100
    share: int = 0
    giveaway_last: bool = False
    weight_costs: str = ""
    share_costs: str = ""
    giveaway_costs: str = ""


@frozen
class Balances:
    """The campaigns, and what single leads cost that are pinned or kept out by hand."""

    rows: tuple[Balance, ...]
    by_hand: tuple[str, ...] = ()


class BalanceSide(SideCard):
    """One campaign's place beside the others; each change works at once and can be undone."""

    acted = Signal(object)
    """A change, as an ``Act``."""
    left = Signal()
    """The lead is to be shown again."""

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self.setAccessibleName(tr("Balance between campaigns"))
        self._rows: tuple[Balance, ...] = ()
        self.campaign = Choice(tr("Which campaign"))
        self.weight = Choice(tr("What it weighs"))
        self.share = Choice(tr("Its fair share"))
        self.giveaway = Tick(tr("Giveaways last"))
        self._costs = [PlainLabel(face="hint_medium", tone="warn", wrap=True) for _ in range(3)]
        self._back = PushButton(tr("Show the lead"), kind="quiet", keys="balance", height=32)
        self._none = PlainLabel(tr("No campaign yet."), face="body", tone="text2", wrap=True)
        self._body = QWidget()
        self._lay_out()
        self.campaign.activated.connect(lambda _at: self._show())
        self.weight.activated.connect(self._weigh)
        self.share.activated.connect(self._give_share)
        self.giveaway.clicked.connect(self._put_giveaways)
        self._back.clicked.connect(self.left)
        self.setFocusProxy(self.campaign)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(PlainLabel(tr("Balance between campaigns"), face="card_title"))
        column.addWidget(PlainLabel(tr(_SAYS), face="hint", tone="text2", wrap=True))
        column.addWidget(self.campaign)
        column.addWidget(self._none)
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        parts = (
            (tr("Weight"), tr(_WEIGHT), self.weight),
            (tr("Fair share"), tr(_SHARE), self.share),
            ("", tr(_GIVEAWAY), self.giveaway),
        )
        for (title, says, control), costs in zip(parts, self._costs, strict=True):
            inner.addWidget(Rule())
            inner.addSpacing(4)
            if title:
                inner.addWidget(PlainLabel(title, face="body_strong"))
            else:
                inner.addWidget(control)
            inner.addWidget(PlainLabel(says, face="hint", tone="text2", wrap=True))
            if title:
                inner.addWidget(control)
            inner.addWidget(costs)
        column.addWidget(self._body)
        by_hand = QVBoxLayout()
        by_hand.setSpacing(6)
        self._by_hand: Pool[IconRow, tuple[str, str]] = Pool(by_hand, IconRow, _fill)
        column.addLayout(by_hand)
        column.addStretch(1)
        line = QHBoxLayout()
        line.addWidget(self._back)
        line.addStretch(1)
        column.addLayout(line)

    @property
    def current_weight(self) -> int | None:
        """What the campaign in front weighs, in percent; None while there is none."""
        row = self._current()
        return row.weight if row is not None else None

    def show_balances(self, found: Balances, chosen: CampaignId | None) -> None:
        """Show what is said about these campaigns; ``chosen`` is the one in front."""
        before, rows = self._current(), found.rows
        self._rows = rows
        self._by_hand.show([("pin", says) for says in found.by_hand])
        wanted = before.campaign_id if before is not None else chosen
        name = next((row.name for row in rows if row.campaign_id == wanted), "")
        self.campaign.set_values([row.name for row in rows], name)
        self._show()

    def choose(self, campaign: CampaignId | None) -> None:
        """Bring this campaign to the front."""
        for place, row in enumerate(self._rows):
            if row.campaign_id == campaign:
                self.campaign.setCurrentIndex(place)
                self._show()

    def _current(self) -> Balance | None:
        at = self.campaign.currentIndex()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def _show(self) -> None:
        row = self._current()
        for each in (self._body, self.campaign):
            reveal(each, shown=row is not None)
        reveal(self._none, shown=row is None)
        if row is None:
            return
        weights = sorted({*_WEIGHTS, row.weight})
        self.weight.set_values([_weight_words(each) for each in weights], _weight_words(row.weight))
        shares = sorted({*_SHARES, row.share})
        self.share.set_values([_share_words(each) for each in shares], _share_words(row.share))
        self.giveaway.setChecked(row.giveaway_last)
        costs = (row.weight_costs, row.share_costs, row.giveaway_costs)
        for label, says in zip(self._costs, costs, strict=True):
            label.setText(says)
            reveal(label, shown=bool(says))

    def _weigh(self, place: int) -> None:
        row = self._current()
        if row is None:
            return
        percent, before = sorted({*_WEIGHTS, row.weight})[place], row.weight
        if percent != before:
            act = Act(
                says=f"{row.name}: {_within(_weight_words(percent))}",
                do=lambda desk: desk.supervising.weigh(row.campaign_id, percent),
                back=lambda desk: desk.supervising.weigh(row.campaign_id, before),
            )
            self.acted.emit(act)

    def _give_share(self, place: int) -> None:
        row = self._current()
        if row is None:
            return
        percent, before = sorted({*_SHARES, row.share})[place], row.share
        if percent != before:
            act = Act(
                says=f"{row.name}: {_within(_share_words(percent))}",
                do=lambda desk: desk.supervising.share(row.campaign_id, percent),
                back=lambda desk: desk.supervising.share(row.campaign_id, before),
            )
            self.acted.emit(act)

    def _put_giveaways(self) -> None:
        row = self._current()
        if row is None:
            return
        on = self.giveaway.isChecked()
        act = Act(
            says=_giveaways_in_words(row.name, come_last=on),
            do=lambda desk: desk.supervising.giveaway_last(row.campaign_id, on),
            back=lambda desk: desk.supervising.giveaway_last(row.campaign_id, not on),
        )
        self.acted.emit(act)


def balances(desk: Desk) -> Balances:
    """What the desk knows about each campaign's place beside the others, and what it costs."""
    costs = {(one.campaign_id, one.code): one.says for one in desk.supervising.costs()}
    rows = tuple(
        Balance(
            campaign_id=word.campaign_id,
            name=word.name,
            weight=word.weight,
            share=word.share,
            giveaway_last=word.giveaway_last,
            weight_costs=costs.get((word.campaign_id, "weight"), ""),
            share_costs=costs.get((word.campaign_id, "share"), ""),
            giveaway_costs=costs.get((word.campaign_id, "giveaway_last"), ""),
        )
        for word in desk.supervising.words()
    )
    by_hand = (says for (campaign, _code), says in costs.items() if campaign is None)
    return Balances(rows=rows, by_hand=tuple(by_hand))


def _fill(row: IconRow, shown: tuple[str, str]) -> None:
    row.set(*shown)


def _weight_words(percent: int) -> str:
    return tr(_WEIGHTS_SAID.get(percent, _ANY_WEIGHT), percent=percent)


def _share_words(percent: int) -> str:
    return (
        tr("At least {percent} of 100 calls", percent=percent)
        if percent
        else tr("No share of its own")
    )


def _giveaways_in_words(campaign: str, *, come_last: bool) -> str:
    if come_last:
        return tr("{campaign}: giveaways come last", campaign=campaign)
    return tr("{campaign}: giveaways stand where their chances put them", campaign=campaign)


def _within(words: str) -> str:
    """Words of a label behind a colon; only the first letter, as other languages have nouns."""
    return words[:1].lower() + words[1:]
