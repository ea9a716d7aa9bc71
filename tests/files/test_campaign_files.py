"""Campaign files: the three questions and the times as a supervisor wrote them (O3)."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.campaigns import Campaign
from qualdesk.core.errors import DocumentRefused, Problem
from qualdesk.core.ids import CampaignId
from qualdesk.core.permission import Basis, Permission
from qualdesk.core.recycling import RecycleTo
from qualdesk.core.routing import RuleKind
from qualdesk.core.sources import UNSAID, CallLimits, SourceType
from qualdesk.files.campaigns import campaign_of, read_campaign, read_terms
from qualdesk.resources import shipped

SMALL = '[campaign]\nname = "Spring fair"\n'
SOURCE = (
    '[source]\ntype = "webinar"\nwhat = "A webinar"\nwho = "Buyers"\nresponding_to = "A case"\n'
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "spring.toml"


def refused(file: Path, text: str) -> dict[str, str]:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentRefused) as error:
        read_campaign(file)
    assert "spring.toml" in error.value.says
    return {problem.place: problem.says for problem in error.value.problems}


def test_the_shipped_sample_answers_everything_a_call_needs() -> None:
    plan = read_campaign(shipped("samples", "packtech-expo.toml"))
    assert plan.name == "PackTech Expo 2026"
    assert plan.source is not None
    assert plan.source.unanswered() == ()
    assert plan.source.permission
    assert plan.source.nurture
    assert plan.handoff.receiver
    ready = Campaign(id=CampaignId(1), name=plan.name, source=plan.source, window=plan.window)
    assert ready.before_calls() == ()


def test_a_name_is_enough_and_the_house_rules_stand_for_the_rest(file: Path) -> None:
    file.write_text(SMALL, encoding="utf-8")
    plan = read_campaign(file)
    assert (plan.name, plan.source, plan.window) == ("Spring fair", None, UNSAID)
    assert plan.limits == CallLimits()
    assert read_campaign(file, name="Another").name == "Another"


def test_wall_times_are_read_in_the_zone_of_the_file(file: Path) -> None:
    file.write_text(
        SMALL + '[window]\nzone = "Europe/Berlin"\nopens = 2026-03-27T09:00:00\n'
        "closes = 2026-03-30T17:00:00\n",
        encoding="utf-8",
    )
    window = read_campaign(file).window
    # The clocks change in between: both ends keep their wall time.
    assert window.opens_at == datetime(2026, 3, 27, 8, tzinfo=UTC)
    assert window.closes_at == datetime(2026, 3, 30, 15, tzinfo=UTC)


def test_a_day_is_a_whole_day_and_an_offset_is_an_instant(file: Path) -> None:
    file.write_text(
        SMALL + '[window]\nzone = "Europe/Berlin"\nopens = 2026-03-16\ncloses = 2026-03-20\n',
        encoding="utf-8",
    )
    window = read_campaign(file).window
    assert window.opens_at == datetime(2026, 3, 15, 23, tzinfo=UTC)
    assert window.closes_at == datetime(2026, 3, 20, 22, 59, tzinfo=UTC)
    file.write_text(
        SMALL + '[window]\nzone = "UTC"\nopens = 2026-03-16T09:00:00+02:00\n', encoding="utf-8"
    )
    assert read_campaign(file).window.opens_at == datetime(2026, 3, 16, 7, tzinfo=UTC)


def test_hours_days_and_limits_are_read(file: Path) -> None:
    file.write_text(
        SMALL + '[calling]\nhours = "8:30 to 18:00"\ndays = ["Monday", "sat"]\ntries = 4\n'
        "per_day = 1\npause_minutes = 90\ngrace_minutes = 5\n",
        encoding="utf-8",
    )
    assert read_campaign(file).limits == CallLimits(
        hours=(510, 1080),
        days=frozenset({0, 5}),
        max_attempts=4,
        max_per_day=1,
        min_gap=timedelta(minutes=90),
        grace=timedelta(minutes=5),
    )


def test_the_source_and_the_receiver_are_read(file: Path) -> None:
    file.write_text(
        SMALL + SOURCE + '[handoff]\nreceiver = "Jo"\nanswer_within_days = 3\nreasons = ["No"]\n',
        encoding="utf-8",
    )
    plan = read_campaign(file)
    assert plan.source is not None
    assert plan.source.type is SourceType.WEBINAR
    assert (plan.handoff.receiver, plan.handoff.reasons) == ("Jo", ("No",))
    assert plan.handoff.answer_within == timedelta(days=3)


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("", "campaign", "missing"),
        ("[campaign]\n", "campaign.name", "missing"),
        ('[campaign]\nname = ""\n', "campaign.name", "empty"),
        (SMALL + 'colour = "red"\n', "campaign.colour", "no such key"),
        (SMALL + '[source]\ntype = "telepathy"\n', "source.type", "trade_show, webinar"),
        (SMALL + '[window]\nopens = "soon"\n', "window.zone", "missing"),
        (SMALL + '[window]\nzone = "Berlin"\n', "window.zone", "Europe/Berlin"),
        (
            SMALL + '[window]\nzone = "UTC"\nopens = 2026-03-20\ncloses = 2026-03-16\n',
            "window",
            "closes before it opens",
        ),
        (SMALL + '[calling]\nhours = "all day"\n', "calling.hours", "09:00-17:30"),
        (SMALL + '[calling]\nhours = "18:00-09:00"\n', "calling.hours", "start before"),
        (SMALL + '[calling]\ndays = ["mon", "funday"]\n', "calling.days", "funday"),
        (SMALL + "[calling]\ntries = 0\n", "calling.tries", "not below 1"),
        (SMALL + SOURCE + "cost = -5\n", "source.cost", "0 or more"),
        ('[campaign]\nname = "x\n', "line 2", "."),
    ],
)
def test_every_problem_is_told_at_its_key(file: Path, text: str, place: str, says: str) -> None:
    found = refused(file, text)
    assert place in found
    assert says in found[place]


def test_the_permission_is_read_with_all_its_parts(file: Path) -> None:
    """O3, GDPR art. 7(1): what must be kept of a consent stands in the file."""
    file.write_text(
        SMALL + SOURCE + "cost = 0\n[source.permission]\n"
        'basis = "consent"\nsays = "They ticked it."\ngiven_on = 2026-03-02\nwhere = "A form"\n'
        'evidence = "Folder 7"\nwording = "Form 7"\nscope = ["phone"]\nexpires = 2027-03-02\n',
        encoding="utf-8",
    )
    card = read_campaign(file).source
    assert card is not None
    assert card.cost == 0
    assert card.permission == Permission(
        basis=Basis.CONSENT,
        says="They ticked it.",
        given_on=date(2026, 3, 2),
        where="A form",
        evidence="Folder 7",
        wording="Form 7",
        scope=("phone",),
        expires=date(2027, 3, 2),
    )


def test_a_file_of_an_older_program_keeps_its_sentence(file: Path) -> None:
    file.write_text(SMALL + SOURCE + 'permission = "They asked."\n', encoding="utf-8")
    card = read_campaign(file).source
    assert card is not None
    assert card.permission == Permission(says="They asked.")
    assert "basis" in [gap.field for gap in card.gaps()]


def test_a_window_is_said_to_have_no_end_or_it_is_not_said(file: Path) -> None:
    file.write_text(SMALL + '[window]\nzone = "UTC"\n', encoding="utf-8")
    assert not read_campaign(file).window.is_said
    file.write_text(SMALL + '[window]\nzone = "UTC"\nno_end = true\n', encoding="utf-8")
    assert read_campaign(file).window.has_no_end


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        (SMALL.replace("[campaign]", '[campaign]\nregion = "Germany"'), "campaign.region", "as DE"),
        (SMALL + '[source]\ntype = "list"\ncost = "much"\n', "source.cost", "without quotes"),
        (SMALL + '[source]\ntype = "list"\ncost = nan\n', "source.cost", "0 or more"),
        (SMALL + '[source]\ntype = "list"\ncost = true\n', "source.cost", "0 or more"),
        (SMALL + '[source]\ntype = "list"\nwhat = 5\n', "source.what", "words in quotes"),
        (SMALL + '[source]\ntype = "list"\npermission = 5\n', "source.permission", "table"),
        (SMALL + '[source]\ntype = "list"\nfacts = "one"\n', "source.facts", "list in [ ]"),
        (
            SMALL + '[source]\ntype = "list"\n[source.permission]\nbasis = "because"\n',
            "source.permission.basis",
            "legitimate_interest",
        ),
        (
            SMALL + '[source]\ntype = "list"\n[source.permission]\nexpire = 2026-03-02\n',
            "source.permission.expire",
            "Did you mean expires?",
        ),
        (
            SMALL + '[window]\nzone = "UTC"\ncloses = "soon"\n',
            "window.closes",
            "such as 2026-03-27",
        ),
        (SMALL + '[window]\nzone = "UTC"\nno_end = "ja"\n', "window.no_end", "true or false"),
        (
            SMALL + '[window]\nzone = "UTC"\ncloses = 2026-03-27\nno_end = true\n',
            "window",
            "has an end",
        ),
        (SMALL + "[calling]\ntries = 2.5\n", "calling.tries", "whole number"),
        (SMALL + "[calling]\ntries = 1000\n", "calling.tries", "not above 99"),
        (SMALL + f'[handoff]\nreceiver = "{"x" * 300}"\n', "handoff.receiver", "200 characters"),
        ("campaign = 5\n", "campaign", "table"),
    ],
)
def test_a_fault_is_a_plain_sentence_and_no_words_of_a_validator(
    file: Path, text: str, place: str, says: str
) -> None:
    found = refused(file, text)
    assert says in found[place]
    for raw in ("Input should", "pattern", "valid ", "pydantic", "type=", "^", "\\"):
        assert raw not in found[place]


@given(
    st.recursive(
        st.one_of(
            st.booleans(), st.integers(-5, 10**6), st.floats(), st.dates(), st.text(max_size=20)
        ),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["permission", "type", "cost", "basis", "zone", "closes", "days", "x"]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_whatever_stands_in_a_file_is_a_campaign_or_told_in_words(value: object) -> None:
    """O3: mutated files never end in anything but a campaign or a refusal with sentences."""
    written = {"campaign": {"name": "x"}, "source": value, "window": value, "calling": value}
    told: tuple[Problem, ...] = ()
    name = ""
    try:
        name = campaign_of(Path("x.toml"), written).name
    except DocumentRefused as error:
        told = error.problems
    assert name == "x" or told
    assert all(problem.says.endswith((".", "?")) for problem in told)


def test_several_problems_are_told_at_once(file: Path) -> None:
    found = refused(file, SMALL + '[window]\nzone = "X"\n[calling]\nhours = "?"\ndays = ["?"]\n')
    assert set(found) == {"window.zone", "calling.hours", "calling.days"}


def test_a_file_that_is_no_text_or_not_there_is_refused(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DocumentRefused, match="UTF-8"):
        read_campaign(file)
    file.write_text("a = 1\n" * 20_000, encoding="utf-8")
    with pytest.raises(DocumentRefused, match="too long"):
        read_campaign(file)
    with pytest.raises(DocumentRefused, match="cannot be opened"):
        read_campaign(file.with_name("gone.toml"))


HANDOFF = """
[handoff]
receiver = "Jo"
answer_grace_days = 3
dispute_within_days = 30
channels = ["call"]
hour_cost = 31.5
profile = "zoho"
most_per_day = 10
only_on_duty = true
reasons = ["Wrong person", "No date"]
criteria = { "No date" = "date" }
caps = { "Sam Osei" = 4, "Lena Brandt" = 0 }

[[handoff.rule]]
by = "account"

[[handoff.rule]]
by = "region"
name = "Region DE North"
people = ["Lena Brandt"]
countries = ["Germany", "at"]
postcodes = ["2"]

[[handoff.rule]]
by = "turn"
people = ["Sam Osei", "Claire Dubois"]

[[handoff.recycle]]
when = "No date"
to = "nurture"
after_days = 90

[[handoff.recycle]]
when = "unread"
to = "queue"
after_days = 0
"""


def test_who_gets_what_and_what_comes_of_silence_are_read(file: Path) -> None:
    file.write_text(SMALL + HANDOFF, encoding="utf-8")
    terms = read_campaign(file).handoff
    assert (terms.answer_grace, terms.dispute_within) == (3, timedelta(days=30))
    assert (terms.channels, terms.hour_cost, terms.profile) == (("call",), 31.5, "zoho")
    assert terms.criteria_of == {"No date": "date"}
    routing = terms.routing
    assert (routing.per_day, routing.only_on_duty) == (10, True)
    assert (routing.cap_of("Sam Osei"), routing.cap_of("Anybody")) == (4, 10)
    account, north, turn = routing.rules
    assert (account.kind, account.people) == (RuleKind.ACCOUNT, ())
    assert (north.name, north.countries, north.postcodes) == (
        "Region DE North",
        ("DE", "AT"),
        ("2",),
    )
    assert (turn.kind, turn.people) == (RuleKind.TURN, ("Sam Osei", "Claire Dubois"))
    assert len({rule.id for rule in routing.rules}) == 3
    assert [(one.when, one.to, one.after_days) for one in terms.recycle] == [
        ("No date", RecycleTo.NURTURE, 90),
        ("unread", RecycleTo.QUEUE, 0),
    ]
    assert read_terms(file) == terms


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ('[[handoff.rule]]\nby = "magic"\n', "handoff.rule.1.by", "region, account, product"),
        ('[[handoff.rule]]\nby = "turn"\n', "handoff.rule.1", "Name who gets"),
        (
            '[[handoff.rule]]\nby = "region"\npeople = ["Jo"]\n',
            "handoff.rule.1",
            "which countries",
        ),
        (
            '[[handoff.rule]]\nby = "region"\npeople = ["Jo"]\ncountries = ["Nowhereland"]\n',
            "handoff.rule.1.countries",
            "no country “Nowhereland”",
        ),
        ('[handoff]\nchannels = ["fax"]\n', "handoff.channels.1", '["mail"]'),
        ('[handoff]\ncriteria = { "Bored" = "date" }\n', "handoff.criteria", "“Bored” is none"),
        ('[handoff]\nhour_cost = "much"\n', "handoff.hour_cost", "0 or more"),
        (
            '[[handoff.recycle]]\nwhen = "Bored"\nto = "queue"\n',
            "handoff.recycle.1.when",
            "one of the reasons",
        ),
        (
            '[[handoff.recycle]]\nwhen = "unread"\nto = "bin"\n',
            "handoff.recycle.1.to",
            "queue, nurture",
        ),
        (
            '[[handoff.recycle]]\nwhen = "unread"\nto = "nurture"\nafter_days = 0\n',
            "handoff.recycle.1.after_days",
            "after 1 to",
        ),
    ],
)
def test_a_fault_in_a_rule_is_told_at_its_key(file: Path, text: str, place: str, says: str) -> None:
    assert says in refused(file, SMALL + text)[place]


def test_a_file_without_a_hand_off_part_holds_no_rules(file: Path) -> None:
    file.write_text(SMALL, encoding="utf-8")
    with pytest.raises(DocumentRefused, match=r"no \[handoff\] part"):
        read_terms(file)
