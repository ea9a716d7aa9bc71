"""Rules on who gets which leads are checked before they count; accounts are read row by row."""

from pathlib import Path

import openpyxl
import pytest

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import DocumentRefused, ListRefused, NotFound, Refused
from qualdesk.core.routing import Cap, Routing, RoutingRule, RuleKind
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.library import Library
from qualdesk.desk.routing import RoutingRules
from qualdesk.store.database import Store
from qualdesk.store.history import entries, verify
from sent_makers import a_salesperson


@pytest.fixture
def rules(store: Store, clock: SetClock) -> RoutingRules:
    a_salesperson(store, "Lena Brandt")
    a_salesperson(store, "Sam Osei")
    return RoutingRules(store, clock, "Rosa")


@pytest.fixture
def campaign(store: Store, clock: SetClock) -> Campaign:
    terms = HandoffTerms(receiver="Outside Oslo")
    return Library(store, clock, "Rosa").new_campaign("Fair", client="North", handoff=terms)


def turn(*people: str, rule_id: str = "turn") -> RoutingRule:
    return RoutingRule(id=rule_id, kind=RuleKind.TURN, name="", people=people)


def region(rule_id: str, *people: str) -> RoutingRule:
    return RoutingRule(
        id=rule_id, kind=RuleKind.REGION, name=rule_id, people=people, countries=("DE",)
    )


def test_rules_come_back_as_they_were_set(
    store: Store, rules: RoutingRules, campaign: Campaign
) -> None:
    wanted = Routing(
        rules=(region("north", "Lena Brandt"), turn("Sam Osei", "Outside Oslo")),
        caps=(Cap(salesperson="Sam Osei", per_day=3),),
        per_day=9,
        only_on_duty=True,
    )
    assert rules.set_routing("Fair", wanted).campaigns == {campaign.id}
    assert rules.routing(campaign.id) == wanted
    with store.reading() as tx:
        assert verify(tx) is None
        assert "changed who gets what" in {one.what for one in entries(tx, "campaign", campaign.id)}


@pytest.mark.parametrize(
    ("routing", "says"),
    [
        (Routing(rules=(turn(),)), "“Shared in turn”: Name who gets these leads."),
        (Routing(rules=(turn("Piet Smit"),)), "Piet Smit is not in the team."),
        (Routing(caps=(Cap(salesperson="Piet Smit", per_day=1),)), "Piet Smit is not in the team."),
        (
            Routing(
                rules=(RoutingRule(id="r", kind=RuleKind.REGION, name="R", people=("Sam Osei",)),)
            ),
            "“R”: Say which countries",
        ),
        (
            Routing(
                rules=(RoutingRule(id="p", kind=RuleKind.PRODUCT, name="", people=("Sam Osei",)),)
            ),
            "“By an answer”: Say by which question",
        ),
        (Routing(rules=(turn("Sam Osei"), turn("Sam Osei"))), "Two rules have the same id."),
        (Routing(per_day=-1), "fewer than 0"),
    ],
)
def test_a_rule_that_would_do_nothing_is_refused_with_what_to_do(
    rules: RoutingRules, campaign: Campaign, routing: Routing, says: str
) -> None:
    with pytest.raises(Refused) as refused:
        rules.set_routing(campaign.id, routing)
    assert says in refused.value.says
    assert rules.routing(campaign.id) == Routing()


def test_a_new_rule_stands_above_the_one_that_fits_every_lead(
    rules: RoutingRules, campaign: Campaign
) -> None:
    rules.set_routing(campaign.id, Routing(rules=(region("a", "Sam Osei"), turn("Sam Osei"))))
    rules.add_rule(campaign.id, region("b", "Lena Brandt"))
    assert [one.id for one in rules.routing(campaign.id).rules] == ["a", "b", "turn"]
    rules.set_routing(campaign.id, Routing())
    rules.add_rule(campaign.id, region("c", "Lena Brandt"))
    assert [one.id for one in rules.routing(campaign.id).rules] == ["c"]


def test_rules_are_taken_from_a_file(
    rules: RoutingRules, campaign: Campaign, tmp_path: Path
) -> None:
    file = tmp_path / "rules.toml"
    file.write_text(
        'title = "ours"\n[handoff]\nmost_per_day = 4\n'
        '[[handoff.rule]]\nby = "region"\nname = "North"\npeople = ["Lena Brandt"]\n'
        'countries = ["Germany"]\npostcodes = ["2"]\n',
        "utf-8",
    )
    rules.take_rules(campaign.id, file)
    (rule,) = rules.routing(campaign.id).rules
    assert (rule.countries, rule.postcodes, rule.people) == (("DE",), ("2",), ("Lena Brandt",))
    assert rules.routing(campaign.id).per_day == 4
    file.write_text("[source]\n", "utf-8")
    with pytest.raises(DocumentRefused, match=r"no \[handoff\] part"):
        rules.take_rules(campaign.id, file)


def test_accounts_are_read_and_each_row_that_cannot_be_used_is_named(
    store: Store, rules: RoutingRules, campaign: Campaign, tmp_path: Path
) -> None:
    """Complaint 2: no row is dropped without its number and its reason."""
    file = tmp_path / "accounts.csv"
    file.write_text(
        "Account ID;Account Name;Account Owner\n"
        "1;Elbkorn Foods GmbH;Lena Brandt\n"
        "2;Maison Perrin;sam@sealers.example\n"
        "3;Almgold;Piet Smit\n"
        "4;;Lena Brandt\n"
        "5;elbkorn foods;Sam Osei\n"
        "6;Elbkorn Foods;Lena Brandt\n"
        "7;Rheinmarkt;nobody@sealers.example\n",
        "utf-8",
    )
    loaded = rules.load_owners(file, "north")
    assert (loaded.kept, loaded.dropped) == (2, 0)
    assert loaded.changes.campaigns == {campaign.id}
    assert [str(problem) for problem in loaded.problems] == [
        "Row 4: Piet Smit is not in the team. Add them first, or choose somebody else.",
        "Row 5: There is no company in this row.",
        "Row 6: elbkorn foods has another owner in row 2. Keep one of the two.",
        "Row 8: Nobody in the team has the address nobody@sealers.example.",
    ]
    found = {one.company: one.salesperson for one in rules.owners("North")}
    assert found == {"Elbkorn Foods": "Lena Brandt", "Maison Perrin": "Sam Osei"}
    with store.reading() as tx:
        assert verify(tx) is None
        (entry,) = entries(tx, "client", "North")
        assert "Elbkorn" not in str(entry)

    again = rules.load_owners(file, "North")
    assert (again.kept, again.dropped, again.problems) == (2, 0, loaded.problems)
    file.write_text("Company,Owner\nMAISON PERRIN,\nNever There,\n", "utf-8")
    freed = rules.load_owners(file, "North")
    assert (freed.kept, freed.dropped, freed.problems) == (0, 1, ())
    assert [one.company for one in rules.owners("North")] == ["Elbkorn Foods"]


@pytest.mark.usefixtures("campaign")
def test_what_no_database_takes_stops_no_account(rules: RoutingRules, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Company", "Owner"])
    sheet.append(["Elb_x0000_korn", "Lena_x0000_ Brandt"])
    book.save(tmp_path / "accounts.xlsx")
    assert rules.load_owners(tmp_path / "accounts.xlsx", "North").kept == 1
    assert [one.company for one in rules.owners("North")] == ["Elbkorn"]


@pytest.mark.usefixtures("campaign")
def test_a_list_without_owners_and_an_unknown_client_are_refused(
    rules: RoutingRules, tmp_path: Path
) -> None:
    file = tmp_path / "accounts.csv"
    file.write_text("Account Name;City\nElbkorn;Hamburg\nAlmgold;Salzburg\n", "utf-8")
    with pytest.raises(ListRefused, match="needs a column “Company” and a column “Owner”"):
        rules.load_owners(file, "North")
    file.write_text("Account Name;Owner\nElbkorn;Lena Brandt\n", "utf-8")
    with pytest.raises(NotFound):
        rules.load_owners(file, "Sputh")
