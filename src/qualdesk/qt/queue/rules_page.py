"""The Calling rules tab at work: it asks the desk, and sets rules aside under a name."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import Signal
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.frozen import frozen
from qualdesk.core.rules import ReviewDue, SetAside
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.queue.rule_rows import RuleRow
from qualdesk.qt.queue.rule_words import place_words
from qualdesk.qt.queue.rules_view import RulesView
from qualdesk.qt.queue.searched import SearchedPage
from qualdesk.qt.queue.undoing import Act
from qualdesk.qt.work import Work


@frozen
class _Asked:
    rows: tuple[RuleRow, ...]
    due: tuple[ReviewDue, ...]
    campaigns: tuple[Campaign, ...]


_Answer: TypeAlias = tuple[str, str]


class RulesPage(SearchedPage):
    """Rule sets by country, why a place is not called, and what is set aside by whom (Q6)."""

    counted = Signal(int)
    """How many rules should be looked up again."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self.view = RulesView()
        super().__init__(work, clock, self.view)
        self._campaigns: tuple[Campaign, ...] = ()
        self.view.asked.connect(self._why)
        self.view.side.aside_asked.connect(self._set_aside)
        self.view.side.back_asked.connect(self._let_count)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Rules hold for every campaign: the one in work is only offered first."""
        self.view.side.prefer(campaign.name if campaign else "")
        self.refresh()

    @override
    def refresh(self) -> None:
        """Ask the desk again."""
        self._work.ask(_asked, self._show, owner=self, refused=self.refused)

    @override
    def refused(self, error: QualdeskError) -> None:
        """Say it above the table."""
        self.view.show_answer("", error.says)

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere."""
        if changes.campaigns:
            self.refresh()

    def _show(self, found: _Asked) -> None:
        self._campaigns = found.campaigns
        self.view.side.show_campaigns(tuple(each.name for each in found.campaigns))
        self.view.show_rules(found.rows, found.due)
        self.counted.emit(len(found.due))

    def _why(self, place: str) -> None:
        """Say why a place is not called, or that it is."""
        if not place:
            return
        self._work.ask(
            lambda desk: _why_words(desk, place),
            lambda said: self.view.show_answer(*said),
            owner=self,
            refused=lambda error: self.view.show_answer("", error.says),
        )

    def _set_aside(self, rule: str, place: int, because: str) -> None:
        campaign = self._campaigns[place]
        act = Act(
            says=tr("{rule} is set aside for {campaign}", rule=rule, campaign=campaign.name),
            do=lambda desk: desk.supervising.override_rule(campaign.id, rule, because),
            back=lambda desk: desk.supervising.withdraw_override(campaign.id, rule),
        )
        self.acting.do(act)

    def _let_count(self, rule: str, place: int) -> None:
        campaign = self._campaigns[place]
        before = next((said for said in campaign.rules_aside if said.rule == rule), None)
        because = before.because if before is not None else ""
        act = Act(
            says=tr("{rule} counts for {campaign} again", rule=rule, campaign=campaign.name),
            do=lambda desk: desk.supervising.withdraw_override(campaign.id, rule),
            back=lambda desk: desk.supervising.override_rule(campaign.id, rule, because),
        )
        self.acting.do(act)


def _asked(desk: Desk) -> _Asked:
    """The rule sets as they hold here, and what each campaign does without."""
    campaigns = tuple(one.campaign for one in desk.library.campaigns())
    due = desk.rules.due_for_review()
    late = {one.id for one in due}
    rows = tuple(
        RuleRow(rule=one, is_due=one.id in late, aside=_asides(campaigns, one.id))
        for one in sorted(desk.rules.sets(), key=place_words)
    )
    return _Asked(rows=rows, due=due, campaigns=campaigns)


def _asides(campaigns: Sequence[Campaign], rule: str) -> tuple[tuple[str, SetAside], ...]:
    return tuple(
        (each.name, said) for each in campaigns for said in each.rules_aside if said.rule == rule
    )


def _why_words(desk: Desk, place: str) -> _Answer:
    why = desk.rules.why(place)
    return why.says, "\n".join(line.strip() for line in why.lines[1:])
