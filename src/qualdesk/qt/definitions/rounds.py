"""Rounds of judging: what the view asks for, and what the desk answers."""

from PySide6.QtCore import QObject

from qualdesk.core.agreement import CriterionAgreement
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import CampaignId
from qualdesk.core.rating import RatingCase, RatingRound
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.definitions.rating_view import RatingView
from qualdesk.qt.work import Work


class Rounds(QObject):
    """Between the view and the desk. Every judgement is kept as it is given."""

    campaign: CampaignId | None = None
    caller = ""

    def __init__(self, work: Work, view: RatingView) -> None:
        super().__init__()
        self._work, self._view = work, view
        view.begin_wanted.connect(self._begin)
        view.round_chosen.connect(self._show_round)
        view.judge_wanted.connect(self._next)
        view.judged.connect(self._judge)
        view.case_wanted.connect(self._case)

    def refresh(self) -> None:
        """Ask for the rounds again."""
        campaign = self.campaign
        if campaign is None:
            self._view.tell(
                "info", tr("Open this from a campaign: a round takes its finished leads.")
            )
            return
        self._work.ask(
            lambda desk: desk.rating.rounds(campaign),
            lambda rounds: self._view.show_rounds(rounds, self.caller),
            owner=self,
            refused=self._refused,
        )

    def _begin(self) -> None:
        campaign = self.campaign
        if campaign is None:
            self.refresh()
            return
        # Finished leads are drawn by lot and read whole: long work beside the call.
        self._work.long(
            lambda desk, _progress: desk.rating.begin(campaign),
            lambda _round: self.refresh(),
            owner=self,
            refused=self._refused,
        )

    def _show_round(self, found: RatingRound) -> None:
        def done(agreement: tuple[CriterionAgreement, ...]) -> None:
            current = self._view.current
            if current is not None and current.id == found.id:
                self._view.show_agreement(agreement)

        self._work.ask(
            lambda desk: desk.rating.agreement(found.id), done, owner=self, refused=self._refused
        )

    def _next(self, rater: str) -> None:
        found = self._view.current
        if found is None:
            return

        def done(case: RatingCase | None) -> None:
            if case is None:
                self.refresh()
            self._view.show_case(case)

        self._work.ask(
            lambda desk: desk.rating.next_case(found.id, rater),
            done,
            owner=self,
            refused=self._refused,
        )

    def _judge(self, case: RatingCase, criterion: str, judgement: str) -> None:
        rater = self._view.rater.text().strip()

        def ask(desk: Desk) -> RatingCase:
            return desk.rating.judge(case.round_id, case.position, rater, criterion, judgement)

        def done(judged: RatingCase) -> None:
            if judged.is_judged:
                self._next(rater)
            else:
                self._view.show_case(judged)

        self._work.ask(ask, done, owner=self, refused=self._refused)

    def _case(self, position: int) -> None:
        found, rater = self._view.current, self._view.rater.text().strip()
        if found is not None:
            self._work.ask(
                lambda desk: desk.rating.case(found.id, position, rater),
                self._view.show_case,
                owner=self,
                refused=self._refused,
            )

    def _refused(self, error: QualdeskError) -> None:
        if self._view.is_judging:
            self._view.show_overview()
        self._view.tell("warn", error.says)
