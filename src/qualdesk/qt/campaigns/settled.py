"""What is settled on the page of a campaign, and keeping what of it was changed."""

from dataclasses import fields

from qualdesk.core.campaigning import CampaignSetup
from qualdesk.core.campaigns import NO_PEOPLE, CampaignPeople, CampaignPlan
from qualdesk.core.events import CampaignEvent
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.offers import NO_OFFERS, Offers
from qualdesk.core.outcomes import Outcome
from qualdesk.core.rules import RuleSet
from qualdesk.core.wording import tr
from qualdesk.desk import Desk


@frozen
class Settled:
    """All that is written on the page: the plan, the event, and who stands for it.

    Attributes:
        offers: what callers can offer on a call.
        giveaway_last: who only took the giveaway is called after everybody else.
        script: the id of what callers read from; ``before_script`` of what they read from before
            the event, empty for the same.
        definition: the id of what leads are judged by.
    """

    plan: CampaignPlan
    event: CampaignEvent | None = None
    people: CampaignPeople = NO_PEOPLE
    offers: Offers = NO_OFFERS
    giveaway_last: bool = False
    script: str = ""
    before_script: str = ""
    definition: str = ""

    @property
    def unanswered(self) -> frozenset[str]:
        """The fields of its gaps."""
        return frozenset(gap.field for gap in self.plan.gaps())


@frozen
class Document:
    """A script or a definition of the library; ``version`` 0 while only its draft is there."""

    id: str
    name: str
    version: int
    languages: tuple[str, ...] = ()

    @property
    def says(self) -> str:
        """Its name and version."""
        return named(self.name, self.version) if self.version else self.name


def named(name: str, version: int) -> str:
    """A document with its version, in words."""
    return tr("{name}, version {version}", name=name, version=version)


@frozen
class Shown:
    """All that the page shows: the campaign as it is kept, and what there is to choose from."""

    setup: CampaignSetup
    outcomes: tuple[Outcome, ...]
    giveaway_last: bool = False
    scripts: tuple[Document, ...] = ()
    definitions: tuple[Document, ...] = ()
    law: tuple[RuleSet, ...] = ()
    waiting: tuple[str, ...] = ()
    """What waits for whoever looks, about this campaign's definition."""

    @property
    def settled(self) -> Settled:
        """What is written on the page as it is kept."""
        setup, campaign = self.setup, self.setup.campaign
        named = {each.name: getattr(campaign, each.name) for each in fields(CampaignPlan)}
        return Settled(
            plan=CampaignPlan(**named),
            event=setup.event,
            people=setup.people,
            offers=campaign.offers,
            giveaway_last=self.giveaway_last,
            script=setup.script.id if setup.script else "",
            before_script=setup.before_script.id if setup.before_script else "",
            definition=setup.definition.id if setup.definition else "",
        )


def look_at(desk: Desk, campaign: CampaignId) -> Shown:
    """Ask for all that the page of a campaign shows."""
    said = {one.campaign_id: one.giveaway_last for one in desk.supervising.words()}
    setup = desk.campaigning.setup(campaign)
    found = setup.definition
    return Shown(
        setup=setup,
        waiting=desk.definitions.waiting(desk.caller, found.id) if found else (),
        outcomes=tuple(desk.outcomes.catalogue()),
        giveaway_last=said.get(campaign, False),
        law=desk.rules.sets(),
        scripts=tuple(
            Document(id=one.id, name=one.name, version=one.version, languages=one.languages)
            for one in desk.scripts.scripts()
        ),
        definitions=tuple(
            Document(id=one.id, name=one.name, version=one.version)
            for one in desk.definitions.entries()
        ),
    )


def keep(desk: Desk, campaign: CampaignId, before: Settled, after: Settled) -> Shown:
    """Keep what differs, and nothing else; the page as it then is."""
    was, now = before.plan, after.plan
    if (now.window, now.limits) != (was.window, was.limits):
        desk.library.set_times(campaign, window=now.window, limits=now.limits)
    if now.source is not None and now.source != was.source:
        desk.library.set_source(campaign, now.source)
    if now.handoff != was.handoff:
        desk.library.set_handoff(campaign, now.handoff, before=was.handoff)
    if now.audience != was.audience:
        desk.before_calls.say_audience(campaign, now.audience.value if now.audience else "")
    if after.event != before.event:
        starts = after.event.starts_at if after.event else None
        ends = after.event.ends_at if after.event else None
        desk.campaigning.set_event(campaign, starts, ends)
    if after.people != before.people:
        desk.campaigning.set_people(campaign, after.people)
    if after.offers != before.offers:
        desk.campaigning.set_offers(campaign, after.offers)
    if after.giveaway_last != before.giveaway_last:
        desk.supervising.giveaway_last(campaign, after.giveaway_last)
    _keep_documents(desk, campaign, before, after)
    return look_at(desk, campaign)


def _keep_documents(desk: Desk, campaign: CampaignId, before: Settled, after: Settled) -> None:
    if after.script != before.script and after.script:
        desk.scripts.use(campaign, after.script)
    if after.before_script != before.before_script:
        desk.campaigning.use_before(campaign, after.before_script)
    if after.definition != before.definition and after.definition:
        desk.definitions.use(campaign, after.definition)
