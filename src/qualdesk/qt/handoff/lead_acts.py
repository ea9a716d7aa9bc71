"""What a supervisor does to a lead before it leaves; each act can be taken back for ten seconds."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualdesk.core.clock import Clock
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.next_batch import BatchLead
from qualdesk.core.receiving import Receiving
from qualdesk.core.routing_rules import RoutingRule
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.desk.recycling import Moved
from qualdesk.qt.handoff.person_choice import PersonChoice
from qualdesk.qt.handoff.rule_card import RuleCard
from qualdesk.qt.queue.undoing import Act, Acting, Touched
from qualdesk.qt.widgets.undo import Toast
from qualdesk.qt.work import Work


class LeadActs(QObject):
    """Holds leads back, chooses who gets them, adds the rule they lack, says their line anew."""

    acted = Signal(object)
    """What was touched, as ``Changes``."""
    refused = Signal(object)
    """The error the desk refused with."""
    nobody = Signal()
    """There is nobody of sales in the team to choose from."""

    def __init__(self, work: Work, clock: Clock, toast: Toast, page: QWidget) -> None:
        super().__init__(page)
        self._work, self._page = work, page
        self._acting = Acting(work, clock, toast)
        self._acting.acted.connect(self.acted)
        self._acting.refused.connect(self.refused)
        self._campaign: CampaignId | None = None
        self._lead: BatchLead | None = None
        self.people: PersonChoice | None = None
        self.rule: RuleCard | None = None

    def work_on(self, campaign: CampaignId | None) -> None:
        """Act for this campaign from now on."""
        self._campaign = campaign

    def undo(self) -> None:
        """Take the last act back, while that is possible."""
        self._acting.undo()

    def hold(self, lead: BatchLead, *, back: bool) -> None:
        """Hold a lead back, or put it ``back``."""
        lead_id = lead.lead_id
        says = tr("{name} held back", name=lead.name)
        if back:
            says = tr("{name} put back", name=lead.name)
        held, put = _hold(lead_id), _put(lead_id)
        self._acting.do(Act(says=says, do=put if back else held, back=held if back else put))

    def say_line(self, lead_id: LeadId, name: str, text: str) -> None:
        """Let other words stand in one line on the brief of a lead."""
        was: list[str] = [""]

        def do(desk: Desk) -> Moved:
            moved = desk.handoff.say_line(lead_id, text)
            was[0] = moved.was
            return moved

        says = tr("The line of {name} is changed", name=name)
        back = lambda desk: desk.handoff.say_line(lead_id, was[0])  # noqa: E731 - one of a pair
        self._acting.do(Act(says=says, do=do, back=back))

    def choose_person(self, lead: BatchLead, anchor: QWidget) -> None:
        """Ask who gets a lead, beside ``anchor``."""

        def show(people: Sequence[Receiving]) -> None:
            if self.people is None:
                self.people = PersonChoice(self._page.window())
                self.people.picked.connect(self._picked)
            self._lead = lead
            self.people.begin(lead.name, people, lead.chosen)
            self.people.open(anchor, self.people.table)

        self._ask_people(show)

    def add_rule(self, rule: RoutingRule, anchor: QWidget) -> None:
        """Ask for the rest of a rule that is missing, beside ``anchor``."""

        def show(people: Sequence[Receiving]) -> None:
            if self.rule is None:
                self.rule = RuleCard(self._page.window())
                self.rule.said.connect(self._keep_rule)
            self.rule.begin(rule, people)
            self.rule.open(anchor, self.rule.people)

        self._ask_people(show)

    def close_cards(self) -> None:
        """Close what lies over the page: another campaign or tab comes."""
        for card in (self.people, self.rule):
            if card is not None:
                card.close_over()

    def _ask_people(self, show: Callable[[Sequence[Receiving]], None]) -> None:
        campaign = self._campaign
        if campaign is None:
            return

        def shown(found: tuple[Receiving, ...]) -> None:
            if campaign != self._campaign:  # another was chosen meanwhile
                return
            if found:
                show(found)
            else:
                self.nobody.emit()

        self._work.ask(
            lambda desk: desk.routing.people(campaign),
            shown,
            owner=self,
            refused=self.refused.emit,
        )

    def _picked(self, name: str) -> None:
        lead = self._lead
        if lead is None or name == lead.chosen:
            return
        says = tr("{lead} goes to {name}", lead=lead.name, name=name)
        if not name:
            says = tr("{lead} goes to whoever the rules name", lead=lead.name)
        do, back = _choose(lead.lead_id, name), _choose(lead.lead_id, lead.chosen)
        self._acting.do(Act(says=says, do=do, back=back))

    def _keep_rule(self, rule: RoutingRule) -> None:
        campaign = self._campaign
        if campaign is None:
            return

        def do(desk: Desk) -> Touched:
            return Touched(changes=desk.routing.add_rule(campaign, rule))

        def back(desk: Desk) -> Touched:
            routing = desk.routing.routing(campaign)
            kept = tuple(one for one in routing.rules if one.id != rule.id)
            return Touched(changes=desk.routing.set_routing(campaign, replace(routing, rules=kept)))

        self._acting.do(Act(says=tr("The rule is added"), do=do, back=back))


def _hold(lead: LeadId) -> Callable[[Desk], Moved]:
    return lambda desk: desk.handoff.hold_back(lead)


def _put(lead: LeadId) -> Callable[[Desk], Moved]:
    return lambda desk: desk.handoff.put_back(lead)


def _choose(lead: LeadId, name: str) -> Callable[[Desk], Moved]:
    return lambda desk: desk.handoff.choose_receiver(lead, name)
