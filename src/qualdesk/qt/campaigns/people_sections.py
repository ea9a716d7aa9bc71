"""Who stands for a campaign, and who gets what qualifies."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.core.campaigning import Section
from qualdesk.core.campaigns import CampaignPeople
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.campaigns.answer_terms import AnswerTerms
from qualdesk.qt.campaigns.reason_terms import ReasonTerms
from qualdesk.qt.campaigns.section import SectionCard, put, row_of
from qualdesk.qt.campaigns.settled import Settled, Shown
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.figures import Figures

_DAYS: Final = (2, 3, 5, 10)
_SIZES: Final = (10, 25, 50, 100)
_KEYS: Final = tr_later("Sales gives one of these with a key, 1 to 5, when it sends a lead back.")


class PeopleSection(SectionCard):
    """Who signs for marketing and for sales, and whom callers ask."""

    def __init__(self) -> None:
        super().__init__(Section.PEOPLE, tr("Nobody can sign for both sides."))
        self.marketing = Field(tr("Who signs for marketing"), tr("Their name"))
        self.sales = Field(tr("Who signs for sales"), tr("Their name"))
        self.supervisor = Field(tr("Whom callers ask"), tr("Their name"))
        self.body.addLayout(
            row_of(
                (tr("Who signs for marketing?"), self.marketing, 1),
                (tr("Who signs for sales?"), self.sales, 1),
                (tr("Whom do callers ask?"), self.supervisor, 1),
            )
        )
        self._says = PlainLabel(face="hint", tone="warn", wrap=True)
        self.body.addWidget(self._says)
        for field in self.in_order:
            field.textChanged.connect(self._look)

    @override
    def fill(self, shown: Shown, today: date) -> None:
        people = shown.setup.people
        put(self.marketing, people.marketing)
        put(self.sales, people.sales)
        put(self.supervisor, people.supervisor)
        self._tell()

    @override
    def into(self, said: Settled) -> Settled:
        people = CampaignPeople(
            marketing=self.marketing.text().strip(),
            sales=self.sales.text().strip(),
            supervisor=self.supervisor.text().strip(),
        )
        return replace(said, people=people)

    @property
    @override
    def in_order(self) -> Sequence[Field]:
        return (self.marketing, self.sales, self.supervisor)

    def _look(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        names = [field.text().strip().casefold() for field in (self.marketing, self.sales)]
        is_one = bool(names[0]) and names[0] == names[1]
        self._says.setText(tr("One person cannot sign for both sides.") if is_one else "")
        self._says.setVisible(is_one)


class HandoffSection(SectionCard):
    """Who gets qualified leads, how soon sales answers, and the reasons it sends leads back by."""

    def __init__(self) -> None:
        super().__init__(Section.HANDOFF, tr("What qualifies goes to sales in batches."))
        self.receiver = Field(tr("Who gets qualified leads"), tr("Name of the salesperson"))
        self.email = Field(tr("Their e-mail"), tr("They get the brief there"))
        self.within = Figures(
            tr("Sales answers within"),
            _DAYS,
            lambda days: tr_n(days, "{n} working day", "{n} working days"),
        )
        self.batch = Figures(
            tr("Leads in a batch"), _SIZES, lambda leads: tr_n(leads, "{n} lead", "{n} leads")
        )
        self.answers = AnswerTerms()
        self.why = ReasonTerms()
        self.body.addLayout(
            row_of(
                (tr("Who gets qualified leads?"), self.receiver, 1),
                (tr("Their e-mail"), self.email, 1),
            )
        )
        self.body.addLayout(
            row_of(
                (tr("Sales answers within"), self.within, 1),
                (tr("At most in a batch"), self.batch, 1),
            )
        )
        self.body.addWidget(self.answers)
        self.body.addWidget(self.why)
        self.body.addWidget(PlainLabel(tr(_KEYS), face="hint", tone="text2", wrap=True))
        self._listen()

    def _listen(self) -> None:
        for field in (self.receiver, self.email):
            field.textChanged.connect(self.changed)
        self.answers.changed.connect(self.changed)
        self.why.changed.connect(self.changed)
        self.within.currentIndexChanged.connect(self.changed)
        self.batch.currentIndexChanged.connect(self.changed)

    @override
    def fill(self, shown: Shown, today: date) -> None:
        terms = shown.setup.campaign.handoff
        put(self.receiver, terms.receiver)
        put(self.email, terms.receiver_email)
        self.within.set_figure(terms.answer_within.days)
        self.batch.set_figure(terms.batch_size)
        self.answers.fill(terms)
        definition = shown.setup.definition
        self.why.fill(terms, definition.criteria if definition else ())

    @override
    def into(self, said: Settled) -> Settled:
        before = said.plan.handoff
        terms = replace(
            before,
            receiver=self.receiver.text().strip(),
            receiver_email=self.email.text().strip(),
            answer_within=timedelta(days=self.within.figure),
            batch_size=self.batch.figure,
        )
        terms = self.why.into(self.answers.into(terms))
        return replace(said, plan=replace(said.plan, handoff=terms))

    @override
    def field_of(self, gap: str) -> QWidget | None:
        return self.receiver if gap == "receiver" else None

    @property
    @override
    def in_order(self) -> Sequence[QWidget]:
        asked = (self.receiver, self.email, self.within, self.batch)
        return (*asked, *self.answers.in_order, *self.why.in_order)
