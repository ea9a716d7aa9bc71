"""Where a campaign's leads come from, what callers are told of it, and why they may call."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.core.campaigning import Section
from qualdesk.core.sources import SourceCard, SourceType, cost_in
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.campaigns.section import SectionCard, put, row_of
from qualdesk.qt.campaigns.settled import Settled, Shown
from qualdesk.qt.widgets.card import Rule
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.permission_fields import PermissionFields

_SOURCES: Final = tuple(SourceType)
_NOT_SAID: Final = SourceCard(type=SourceType.OTHER, what="", who="", responding_to="")
_FACTS: Final = 3


class SourceSection(SectionCard):
    """The source card: three answers, three facts, cost and owners. Callers read it."""

    def __init__(self) -> None:
        super().__init__(Section.SOURCE, tr("Callers read this before every call."))
        self._kept: SourceCard | None = None
        self.source = Choice(tr("Where the leads come from"), [each.label for each in _SOURCES])
        self.place = Field(tr("Where it was"), tr("Hall 4, Cologne"))
        self.what = Field(tr("What the event or offer was"), tr("A packaging show, 10 to 12 March"))
        self.who = Field(tr("Who is on the list"), tr("People our stand scanned, most run a line"))
        self.drew = Field(
            tr("What they responded to"), tr("They watched the sealer demo or asked for a call")
        )
        self.facts = [
            Field(
                tr("Fact {number} a caller should know", number=number), tr(_EXAMPLES[number - 1])
            )
            for number in range(1, _FACTS + 1)
        ]
        self.behalf = Field(tr("In whose name people are called"), tr("The company they know"))
        self.cost = Field(tr("What the list cost"), tr("0 if nothing"))
        self.currency = Field(tr("Currency of the cost"), "EUR")
        self.owner = Field(tr("Who answers questions about the list"), tr("A name, and where"))
        self.nurture = Field(tr("Where people go who are not ready"), tr("The quarterly letter"))
        self._lay_out()
        for field in self._texts:
            field.textChanged.connect(self.changed)
        self.source.currentIndexChanged.connect(self.changed)

    def _lay_out(self) -> None:
        body = self.body
        body.addLayout(
            row_of(
                (tr("Where do the leads come from?"), self.source, 2),
                (tr("Where was it?"), self.place, 3),
            )
        )
        labelled(body, tr("What was the event or offer?"), self.what)
        labelled(body, tr("Who is on the list?"), self.who)
        labelled(body, tr("What were they responding to, what were they promised?"), self.drew)
        labelled(body, tr("Three facts a caller should know"), self.facts[0])
        for fact in self.facts[1:]:
            body.addWidget(fact)
        body.addWidget(Rule())
        body.addLayout(
            row_of(
                (tr("Who answers questions about the list?"), self.owner, 1),
                (tr("Where do people go who are not ready?"), self.nurture, 1),
            )
        )
        body.addLayout(
            row_of(
                (tr("In whose name?"), self.behalf, 4),
                (tr("What did it cost?"), self.cost, 2),
                (tr("Currency"), self.currency, 1),
            )
        )

    @override
    def fill(self, shown: Shown, today: date) -> None:
        self._kept = shown.setup.campaign.source
        card = self._kept or _NOT_SAID
        self.source.setCurrentIndex(_SOURCES.index(card.type))
        put(self.place, card.place)
        put(self.what, card.what)
        put(self.who, card.who)
        put(self.drew, card.responding_to)
        for at, field in enumerate(self.facts):
            put(field, card.facts[at] if at < len(card.facts) else "")
        put(self.behalf, card.on_behalf_of)
        if cost_in(self.cost.text()) != card.cost:
            self.cost.setText("" if card.cost is None else f"{card.cost:.2f}".removesuffix(".00"))
        put(self.currency, card.currency)
        put(self.owner, card.owner)
        put(self.nurture, card.nurture)

    @override
    def into(self, said: Settled) -> Settled:
        before = said.plan.source
        # A fourth fact came from a file: it stays.
        more = (before.facts if before else ())[_FACTS:]
        typed = tuple(text for field in self.facts if (text := field.text().strip()))
        card = replace(
            before or _NOT_SAID,
            type=_SOURCES[max(self.source.currentIndex(), 0)],
            place=self.place.text().strip(),
            what=self.what.text().strip(),
            who=self.who.text().strip(),
            responding_to=self.drew.text().strip(),
            facts=(*typed, *more),
            on_behalf_of=self.behalf.text().strip(),
            cost=cost_in(self.cost.text()),
            currency=self.currency.text().strip(),
            owner=self.owner.text().strip(),
            nurture=self.nurture.text().strip(),
        )
        if before is None and card == _NOT_SAID:
            return said
        return replace(said, plan=replace(said.plan, source=card))

    @override
    def field_of(self, gap: str) -> QWidget | None:
        fields: dict[str, QWidget] = {
            "what": self.what,
            "who": self.who,
            "responding_to": self.drew,
            "cost": self.cost,
            "owner": self.owner,
            "nurture": self.nurture,
        }
        return fields.get(gap)

    @property
    def _texts(self) -> tuple[Field, ...]:
        return (
            *(self.place, self.what, self.who, self.drew, *self.facts),
            *(self.owner, self.nurture, self.behalf, self.cost, self.currency),
        )

    @property
    @override
    def in_order(self) -> Sequence[QWidget]:
        return (self.source, *self._texts)


class PermissionSection(PermissionFields):
    """Why people may be called: the second half of the source."""

    section = Section.SOURCE

    def fill_from(self, shown: Shown, today: date) -> None:
        """Show the campaign's permission, unless that is what stands here."""
        card = shown.setup.campaign.source
        kept = card.permission if card else None
        if self.permission() != kept:
            self.fill(kept, today)
        elif kept is None:
            self.fill(None, today)

    def into(self, said: Settled) -> Settled:
        """What is said with the permission as it stands."""
        written = self.permission()
        card = said.plan.source
        if card is None and written is None:
            return said
        new = replace(card or _NOT_SAID, permission=written)
        return replace(said, plan=replace(said.plan, source=new))


_EXAMPLES: Final = (
    tr_later("The sealer runs 40 a minute on film under 30 microns"),
    tr_later("A visit costs nothing and takes an hour"),
    tr_later("Delivery takes ten weeks"),
)
