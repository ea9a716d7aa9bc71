"""A campaign made in place: where its leads come from, when to call, who gets what qualifies."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.campaigns import Campaign, CampaignPlan
from qualdesk.core.frozen import frozen
from qualdesk.core.places import country_of
from qualdesk.core.sources import (
    UNSAID,
    CallWindow,
    HandoffTerms,
    SourceCard,
    SourceType,
    cost_in,
)
from qualdesk.core.times import instant_of, local_time
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.client_field import ClientField
from qualdesk.qt.lists.gaps_bar import GapsBar
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.read_as import read_as
from qualdesk.qt.widgets.buttons import MainButton, PushButton
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.dates import DayField
from qualdesk.qt.widgets.fields import Choice, Field, Tick
from qualdesk.qt.widgets.footer import Footer
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.permission_fields import PermissionFields

_SOURCES: Final = tuple(SourceType)
_DAYS: Final = (2, 3, 5, 10)
_END_OF_DAY: Final = time(17, 0)


@frozen
class Written:
    """What stands in the form: the campaign's name and everything it is made from."""

    plan: CampaignPlan
    editing: Campaign | None = None


class CampaignForm(QWidget):
    """What a campaign must say before calls: its source, the permission, window, cost and owner."""

    saved = Signal(object)
    """What was written, as ``Written``."""
    left = Signal()
    file_pressed = Signal()
    """A campaign file is to be chosen instead."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self._editing: Campaign | None = None
        self._title = PlainLabel(tr("New campaign"), face="page_title")
        self.notice = Banner("bad")
        self.name = Field(tr("Name of the campaign"), tr("PackTech Expo, stand leads"))
        self.source = Choice(tr("Where the leads come from"), [each.label for each in _SOURCES])
        self.what = Field(
            tr("What was the event or offer?"), tr("A packaging show in Hall 4, 10 to 12 March")
        )
        self.who = Field(tr("Who is on the list?"), tr("People our stand scanned, most run a line"))
        self.drew = Field(
            tr("What were they responding to?"),
            tr("They watched the sealer demo or asked for a call"),
        )
        self.region = Field(tr("Country of numbers without +"), tr("Germany, or DE"))
        self.client = ClientField()
        self.permission = PermissionFields()
        self.ends = Tick(tr("Calling ends on"))
        self.closes = DayField(tr("The last day of calling"))
        self.no_end = Tick(tr("Calling has no end"))
        self.cost = Field(tr("What the list cost"), tr("0 if nothing"))
        self.currency = Field(tr("Currency"), "EUR")
        self.owner = Field(tr("Who answers questions about the list"), tr("A name, and where"))
        self.nurture = Field(tr("Where people go who are not ready"), tr("The quarterly letter"))
        self.receiver = Field(tr("Who gets qualified leads"), tr("Name of the salesperson"))
        self.email = Field(tr("Their e-mail"), tr("They get the brief there"))
        self.within = Choice(tr("Sales answers within"), [_days(days) for days in _DAYS])
        self._read_as = PlainLabel(face="hint", tone="text2", wrap=True)
        self._gaps = GapsBar()
        self.file = PushButton(tr("Use a campaign file…"), icon="file-text")
        self.back = PushButton(tr("Back"), keys="Esc")
        self.main = MainButton(tr("Make the campaign"), "check")
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 4, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.file)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        cards.addWidget(self._source_card(), 1)
        cards.addWidget(self.permission, 1)
        cards.addWidget(self._times_card(), 1)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 12, 16, 12)
        inner.setSpacing(10)
        inner.addLayout(head)
        inner.addWidget(self._gaps)
        inner.addWidget(self.notice)
        inner.addLayout(cards, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        footer = Footer()
        self._footer_says = PlainLabel(face="body_strong", elide=True)
        footer.row.addWidget(self._footer_says, 1)
        footer.row.addWidget(self.back)
        footer.row.addWidget(self.main)
        column.addWidget(footer)

    def _source_card(self) -> Card:
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(9)
        labelled(column, tr("Name of the campaign"), self.name)
        labelled(column, tr("Where do the leads come from?"), self.source)
        hint = tr("Callers read these three answers before every call.")
        column.addWidget(PlainLabel(hint, face="hint", tone="text2", wrap=True))
        labelled(column, tr("What was the event or offer?"), self.what)
        labelled(column, tr("Who is on the list?"), self.who)
        labelled(column, tr("What were they responding to?"), self.drew)
        column.addWidget(Rule())
        labelled(column, tr("Country of numbers without +"), self.region)
        column.addWidget(self._read_as)
        column.addWidget(self.client)
        column.addStretch(1)
        return card

    def _times_card(self) -> Card:
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(9)
        column.addWidget(PlainLabel(tr("Until when, and what then"), face="body_strong"))
        ends = QHBoxLayout()
        ends.setSpacing(12)
        ends.addWidget(self.ends)
        ends.addWidget(self.closes)
        ends.addStretch(1)
        column.addLayout(ends)
        column.addWidget(self.no_end)
        column.addWidget(Rule())
        price = QHBoxLayout()
        price.setSpacing(10)
        labelled(price, tr("What did it cost?"), self.cost, 3)
        labelled(price, tr("Currency"), self.currency, 2)
        column.addLayout(price)
        labelled(column, tr("Who answers questions about the list?"), self.owner)
        labelled(column, tr("Where do people go who are not ready?"), self.nurture)
        column.addWidget(Rule())
        labelled(column, tr("Who gets qualified leads?"), self.receiver)
        two = QHBoxLayout()
        two.setSpacing(10)
        labelled(two, tr("Their e-mail"), self.email, 3)
        labelled(two, tr("Sales answers within"), self.within, 2)
        column.addLayout(two)
        column.addStretch(1)
        return card

    def _listen(self) -> None:
        reveal(self.notice, shown=False)
        written = (self.name, self.what, self.who, self.drew, self.region, self.cost, self.owner)
        for field in (*written, self.nurture, self.receiver):
            field.textChanged.connect(self._look)
        self.permission.changed.connect(self._look)
        self.ends.toggled.connect(self._end_chosen)
        self.no_end.toggled.connect(self._no_end_chosen)
        self._gaps.pressed.connect(self._go_to)
        order = self._in_order()
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)
        self.main.clicked.connect(self._save)
        self.back.clicked.connect(self.left)
        self.file.clicked.connect(self.file_pressed)

    def begin(self, today: date) -> None:
        """Show an empty form for a new campaign."""
        self._editing = None
        self._fill(CampaignPlan(name=""), today)
        self._title.setText(tr("New campaign"))
        self.main.set(tr("Make the campaign"), icon="check", keys="primary")
        reveal(self.file, shown=True)
        self.name.setFocus()

    def edit(self, campaign: Campaign, today: date) -> None:
        """Show what a campaign says, to be changed; the cursor stands at the first gap."""
        self._editing = campaign
        self.client.offer(())
        self._fill(campaign, today)
        self._title.setText(campaign.name)
        self.main.set(tr("Save the answers"), icon="check", keys="primary")
        reveal(self.file, shown=False)
        gaps = self.written().plan.gaps()
        self._go_to(gaps[0].field if gaps else "what")

    def refuse(self, says: str) -> None:
        """Say why it could not be saved; everything typed stays."""
        self.notice.set("bad", "", says)
        reveal(self.notice, shown=True)

    def written(self) -> Written:
        """What stands in the form now."""
        before = self._editing
        terms = before.handoff if before else HandoffTerms()
        plan = CampaignPlan(
            name=self.name.text().strip(),
            kind=before.kind if before else "",
            client=before.client if before else self.client.client,
            region=country_of(self.region.text()),
            source=self._card(),
            window=self._window(),
            limits=before.limits if before else CampaignPlan(name="").limits,
            handoff=replace(
                terms,
                receiver=self.receiver.text().strip(),
                receiver_email=self.email.text().strip(),
                answer_within=timedelta(days=_DAYS[max(self.within.currentIndex(), 0)]),
            ),
            audience=before.audience if before else None,
        )
        return Written(plan=plan, editing=before)

    def _fill(self, plan: CampaignPlan, today: date) -> None:
        card = plan.source
        self.name.setText(plan.name)
        self.name.setEnabled(self._editing is None)
        self.source.setCurrentIndex(_SOURCES.index(card.type) if card else 0)
        self.what.setText(card.what if card else "")
        self.who.setText(card.who if card else "")
        self.drew.setText(card.responding_to if card else "")
        self.region.setText(plan.region)
        self.permission.fill(card.permission if card else None, today)
        self.cost.setText("" if card is None or card.cost is None else _amount(card.cost))
        self.currency.setText(card.currency if card else "")
        self.owner.setText(card.owner if card else "")
        self.nurture.setText(card.nurture if card else "")
        self.no_end.setChecked(plan.window.has_no_end)
        closes = plan.window.closes_at
        self.ends.setChecked(closes is not None)
        self.closes.set_day(
            local_time(closes, self._zone).date() if closes else today + timedelta(days=14)
        )
        self.receiver.setText(plan.handoff.receiver)
        self.email.setText(plan.handoff.receiver_email)
        days = plan.handoff.answer_within.days
        self.within.setCurrentIndex(_DAYS.index(days) if days in _DAYS else _DAYS.index(5))
        for field in (self.what, self.who, self.drew, self.owner, self.nurture):
            # A long answer is read from its beginning.
            field.setCursorPosition(0)
        reveal(self.notice, shown=False)
        self._look()

    def _card(self) -> SourceCard:
        before = self._editing.source if self._editing else None
        kind = _SOURCES[max(self.source.currentIndex(), 0)]
        card = before or SourceCard(type=kind, what="", who="", responding_to="")
        return replace(
            card,
            type=kind,
            what=self.what.text().strip(),
            who=self.who.text().strip(),
            responding_to=self.drew.text().strip(),
            permission=self.permission.permission(),
            cost=cost_in(self.cost.text()),
            currency=self.currency.text().strip(),
            owner=self.owner.text().strip(),
            nurture=self.nurture.text().strip(),
        )

    def _window(self) -> CallWindow:
        before = self._editing.window if self._editing else UNSAID
        if not self.ends.isChecked():
            return replace(before, closes_at=None, has_no_end=self.no_end.isChecked())
        wall = datetime.combine(self.closes.day, _END_OF_DAY)
        if before.closes_at and local_time(before.closes_at, self._zone).date() == wall.date():
            return before
        opens = before.opens_at
        closes = instant_of(wall, self._zone).astimezone(UTC)
        return CallWindow(
            opens_at=opens if opens and opens < closes else None, closes_at=closes, zone=self._zone
        )

    def _look(self, *_changed: object) -> None:
        """Say what is still missing; a name is the only thing without which nothing is made."""
        missing = self.written().plan.gaps()
        self._gaps.show_gaps(missing)
        self._read_as.setText(read_as(self.region.text()))
        reveal(self.closes, shown=self.ends.isChecked())
        named = bool(self.name.text().strip())
        self.main.setEnabled(named)
        later = (
            tr("You can answer the rest later.")
            if missing
            else tr("Everything callers need is here.")
        )
        self._footer_says.setText(later if named else tr("Give the campaign a name."))

    def _end_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - the signal's own argument
        if chosen:
            self.no_end.setChecked(False)
        self._look()

    def _no_end_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - the signal's own argument
        if chosen:
            self.ends.setChecked(False)
        self._look()

    def _go_to(self, gap: str) -> None:
        """Put the cursor where the answer to a gap is written."""
        fields: dict[str, QWidget] = {
            "what": self.what,
            "who": self.who,
            "responding_to": self.drew,
            "cost": self.cost,
            "owner": self.owner,
            "nurture": self.nurture,
            "window": self.ends,
        }
        field = fields.get(gap) or self.permission.field_of(gap)
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)

    def _in_order(self) -> tuple[QWidget, ...]:
        """The fields in the order in which Tab goes through them."""
        return (
            *(self.name, self.source, self.what, self.who, self.drew, self.region),
            self.client.choice,
            *self.permission.in_order,
            *(self.ends, self.closes, self.no_end, self.cost, self.currency, self.owner),
            *(self.nurture, self.receiver, self.email, self.within),
        )

    def _save(self) -> None:
        if self.main.isEnabled():
            self.saved.emit(self.written())


def _amount(cost: float) -> str:
    return f"{cost:.2f}".removesuffix(".00")


def _days(days: int) -> str:
    return tr_n(days, "{n} working day", "{n} working days")
