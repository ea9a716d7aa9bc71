"""Calls in which a rule of the house was set aside, for a supervisor to look at again (D1)."""

from datetime import datetime
from enum import StrEnum

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import AttemptId, CampaignId, LeadId
from qualdesk.core.wording import tr, tr_n


class Aside(StrEnum):
    """What was set aside."""

    DISCOVERY = "discovery"
    RULE = "rule"


@frozen
class CallToReview:
    """A call in which Fit was opened before discovery had its answers, or a rule was set aside.

    Attributes:
        lead: whom they called: name and company.
        caller: by name, or by seat where names are switched off.
        aside: what was set aside; a call may have both.
        rule: what the rule said that was set aside, and ``because``: why; empty for none.
        outcome: what it ended with, in words.
        said: what was asked and answered in this call, in the order of the answers.
    """

    attempt_id: AttemptId
    lead_id: LeadId
    campaign_id: CampaignId
    lead: str
    caller: str
    at: datetime
    aside: frozenset[Aside]
    outcome: str
    minutes: int = 0
    rule: str = ""
    because: str = ""
    said: tuple[tuple[str, str], ...] = ()

    @property
    def says(self) -> str:
        """What was set aside, in a sentence."""
        parts = []
        if Aside.DISCOVERY in self.aside:
            parts.append(tr("Fit was opened before discovery had its answers."))
        if Aside.RULE in self.aside:
            parts.append(
                tr("Called although: {rule} Because: {because}", rule=self.rule,
                   because=self.because)
            )  # fmt: skip
        return " ".join(parts)


@frozen
class ReviewCounts:
    """How many calls of a campaign had something set aside, and what became of them."""

    early: int = 0
    anyway: int = 0
    fine: int = 0
    noted: int = 0
    waiting: int = 0

    @property
    def says(self) -> str:
        """The counts in sentences; nobody is named and nobody ranked."""
        if not self.early and not self.anyway:
            return tr("Nothing was set aside in a call here.")
        parts = []
        if self.early:
            parts.append(
                tr_n(self.early, "{n} call opened Fit early.", "{n:,} calls opened Fit early.")
            )
        if self.anyway:
            parts.append(
                tr_n(
                    self.anyway,
                    "{n} call was made although a rule spoke against it.",
                    "{n:,} calls were made although a rule spoke against it.",
                )
            )
        parts.append(
            tr(
                "Found fine: {fine:,}, with a note: {noted:,}, not looked at: {waiting:,}.",
                fine=self.fine,
                noted=self.noted,
                waiting=self.waiting,
            )
        )
        return " ".join(parts)
