"""A definition as the page opens it: how it stands, the script it is asked with, who asks."""

from dataclasses import replace
from datetime import datetime

from qualdesk.core.agreement import CriterionAgreement
from qualdesk.core.campaigns import Campaign
from qualdesk.core.definition import Definition
from qualdesk.core.document_checks import definition_problems, pair_problems
from qualdesk.core.drafts import Standing
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr
from qualdesk.desk import Desk


@frozen
class Opened:
    """All the page shows that does not come from the past."""

    standing: Standing
    script: CallScript | None
    campaign: Campaign | None
    caller: str
    poor: tuple[CriterionAgreement, ...]
    now: datetime
    waiting: tuple[str, ...] = ()
    """What waits here for the person who opened it, as sentences; a review is not among them."""
    opened_from: CampaignId | None = None
    """The campaign on whose page it was opened; None where it was opened by itself."""

    @property
    def notes(self) -> dict[str, str]:
        """What two people who judged say against a criterion, by its id."""
        return {
            one.criterion: tr("Two people differ: {says}", says=one.kappa.says) for one in self.poor
        }

    def standing_now(self, standing: Standing) -> "Opened":
        """The same with what the desk says of it now; what waited may wait no more."""
        return replace(self, standing=standing, waiting=())


def opened(desk: Desk, campaign: CampaignId | None, definition_id: str) -> Opened:
    """Ask for a definition, and for the script of the campaign that is to judge by it.

    Raises:
        NotFound: there is no such definition.
    """
    standing = desk.definitions.standing(definition_id)
    users = standing.draft.campaigns
    review = standing.review_because
    waiting = desk.definitions.waiting(desk.caller, definition_id)
    wanted = campaign if campaign is not None else users[0] if users else None
    return Opened(
        standing=standing,
        script=desk.library.script(wanted) if wanted is not None else None,
        campaign=desk.library.campaign(wanted) if wanted is not None else None,
        opened_from=campaign,
        caller=desk.caller,
        poor=desk.rating.poor(wanted) if wanted is not None else (),
        now=desk.clock.now(),
        waiting=tuple(says for says in waiting if not review or review not in says),
    )


def problems_in(definition: Definition, script: CallScript | None) -> tuple[dict[str, str], str]:
    """What keeps the words from being signed: by criterion, and what belongs to none of them."""
    problems = definition_problems(definition)
    if script is not None:
        problems += pair_problems(script, definition)
    by_row: dict[str, str] = {}
    rest = []
    for problem in problems:
        place = problem.place.split(".")
        if place[0] == "criteria" and len(place) > 1 and place[1].isdigit():
            at = int(place[1]) - 1
            if 0 <= at < len(definition.criteria):
                by_row.setdefault(definition.criteria[at].id, problem.says)
                continue
        rest.append(problem.says)
    return by_row, rest[0] if rest else ""
