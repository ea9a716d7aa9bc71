"""What people type into the rooms of scripts and definitions, at its worst, on both databases.

Each door either keeps it as text or refuses it with a sentence; nothing breaks, and nothing is
half done.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest

from calls import DEFINITION, SCRIPT
from past_makers import ALL, finish
from past_makers import a_campaign as a_small_campaign
from qualdesk.core.campaigns import Campaign, CampaignPeople
from qualdesk.core.clock import SetClock
from qualdesk.core.definition import Side
from qualdesk.core.errors import QualdeskError
from qualdesk.desk import Desk
from qualdesk.store.database import Store

MEGABYTE = 1024 * 1024
HOSTILE = [
    "a\x00b",  # a nought
    "\ud800",  # half a letter
    "<img src=x onerror=alert(1)>",  # markup
    '=HYPERLINK("http://x.example")',  # a formula
    "\u202eeman\u202c",  # backwards
    "'; DROP TABLE lead; --",  # a statement
    "é" * (5 * MEGABYTE),  # five megabytes
    "\n\t\r",  # no letter
]
LONGEST = 100_000


@pytest.fixture
def campaign(store: Store, clock: SetClock) -> Campaign:
    return a_small_campaign(store, clock, script=SCRIPT, definition=DEFINITION)


@pytest.fixture
def desk(store: Store, clock: SetClock) -> Desk:
    return Desk(store, clock, "Ruth")


@pytest.fixture
def agreeing(desk: Desk, campaign: Campaign) -> Desk:
    """The desk, with a campaign that judges by “tests”."""
    assert campaign.definition_version_id
    return desk


def said_or_refused(
    says: Callable[[], str], do: Callable[..., object], *given: object, **more: object
) -> None:
    """It is done and can be read, or refused with a sentence, and then nothing has changed."""
    before, refusal = says(), ""
    try:
        do(*given, **more)
    except QualdeskError as refused:
        refusal = refused.says
    if not refusal:
        assert len(says()) - len(before) < LONGEST, "nobody can read so much"
        return
    assert says() == before
    assert refusal.endswith((".", "?", ")")), refusal
    assert len(refusal) < 1000


def test_whatever_is_said_of_a_definition_is_kept_as_text_or_refused(agreeing: Desk) -> None:
    def remarks() -> str:
        return repr(agreeing.definitions.standing("tests").remarks)

    say = agreeing.definitions.say
    for text in HOSTILE:
        for side in (None, Side.SALES):
            said_or_refused(remarks, say, "tests", text, "Pia", side)
        said_or_refused(remarks, say, "tests", "Well.", text)
    kept = [one.says for one in agreeing.definitions.standing("tests").remarks]
    assert kept.count("<img src=x onerror=alert(1)>") == 2
    assert kept.count("a b") == 2


def test_whoever_signs_has_a_name_that_can_be_kept(agreeing: Desk) -> None:
    definitions = agreeing.definitions

    def sides() -> str:
        return repr(definitions.standing("tests").sides)

    for text in HOSTILE:
        said_or_refused(sides, definitions.sign, "tests", Side.SALES, text)
        if not definitions.standing("tests").side(Side.SALES).is_signed:
            definitions.sign("tests", Side.SALES, "Lena Brandt")
        said_or_refused(sides, definitions.withdraw, "tests", Side.SALES, text, name="Lena Brandt")
        if definitions.standing("tests").side(Side.SALES).is_signed:
            definitions.withdraw("tests", Side.SALES, "Begin anew.", "Lena Brandt")
        assert isinstance(definitions.waiting(text), tuple)


def test_whoever_stands_for_a_campaign_has_a_name_that_can_be_kept(
    desk: Desk, campaign: Campaign
) -> None:
    """Their names are read with the campaign, at each call."""

    def people() -> str:
        return repr(desk.campaigning.setup(campaign.id).people)

    for text in HOSTILE:
        for role in ("marketing", "sales", "supervisor"):
            named = CampaignPeople(**{role: text})
            said_or_refused(people, desk.campaigning.set_people, campaign.id, named)
    desk.campaigning.set_people(campaign.id, CampaignPeople(sales="  Lena \t Brandt "))
    assert desk.campaigning.setup(campaign.id).people == CampaignPeople(sales="Lena Brandt")


def test_whoever_judges_answers_has_a_name_that_can_be_kept(
    store: Store, clock: SetClock, desk: Desk
) -> None:
    small = a_small_campaign(store, clock, "Small")
    finish(store, small, ALL)

    def judged() -> str:
        return repr(desk.rating.rounds(small.id))

    for text in HOSTILE:
        begun = desk.rating.begin(small.id)
        judge = desk.rating.judge
        said_or_refused(judged, judge, begun.id, 1, text, "need", "met")
        said_or_refused(judged, judge, begun.id, 1, "Pia", "need", text)
        said_or_refused(judged, judge, begun.id, 1, "Pia", text, "met")


def test_a_document_with_such_words_is_kept_as_it_is_or_not_at_all(
    desk: Desk, campaign: Campaign
) -> None:
    def drafts() -> str:
        library = [(one.id, one.name, one.version) for one in desk.scripts.scripts()]
        return repr([*library, desk.definitions.draft("tests").definition])

    for text in HOSTILE:
        said_or_refused(drafts, desk.scripts.new, text)
        said_or_refused(drafts, desk.definitions.new, text)
        for key in ("name", "voicemail", "id"):
            worse = replace(SCRIPT, **{key: text})  # type: ignore[arg-type] # any attribute of it
            said_or_refused(drafts, desk.scripts.keep, worse, 0, over=True)
        for key in ("name", "id"):
            bad = replace(DEFINITION, **{key: text})  # type: ignore[arg-type] # any attribute of it
            said_or_refused(drafts, desk.definitions.keep, bad, 0, over=True)
    assert desk.library.script(campaign.id) == SCRIPT
