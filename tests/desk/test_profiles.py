"""Sales gets the table its CRM takes; whoever does not fit it stays behind and blocks nobody."""

import csv
import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from icalendar import Calendar

from handoff_makers import a_definition, a_script
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.crm_profiles import CrmProfile, Field
from qualdesk.core.errors import (
    DocumentRefused,
    ExportRefused,
    NotFound,
    Refused,
    WorkspaceUnreachable,
)
from qualdesk.core.handoff import Contents
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.routing import Routing, RoutingRule, RuleKind
from qualdesk.core.sources import HandoffTerms
from qualdesk.core.times import Promise
from qualdesk.desk.handoff import Handoff
from qualdesk.desk.library import Library
from qualdesk.desk.profiles import Profiles
from qualdesk.store import handoffs
from qualdesk.store.callbacks import promise_call
from qualdesk.store.database import Store
from qualdesk.store.history import entries, verify
from qualdesk.store.leads import load_lead
from qualdesk.store.stories import load_stories
from sent_makers import a_qualified_lead as qualify
from sent_makers import a_salesperson

TERMS = HandoffTerms(receiver="Lena Brandt", receiver_email="lena@sealers.example", batch_size=9)
SALESFORCE = Contents(profile="salesforce")


@pytest.fixture
def handoff(store: Store, clock: SetClock) -> Handoff:
    return Handoff(store, clock, "Rosa")


@pytest.fixture
def profiles(store: Store, clock: SetClock) -> Profiles:
    return Profiles(store, clock, "Rosa")


@pytest.fixture
def campaign(store: Store, clock: SetClock) -> Campaign:
    return Library(store, clock, "Rosa").new_campaign(
        "PackTech Expo 2026", script=a_script(), definition=a_definition(), handoff=TERMS
    )


def ours(**changed: object) -> CrmProfile:
    given: dict[str, object] = {
        "id": "ours",
        "name": "Our CRM",
        "target": "Our CRM",
        "fields": (Field(heading="Person", source="full_name", required=True),),
        **changed,
    }
    return CrmProfile(**given)  # type: ignore[arg-type] - what a test changes


def bucket(store: Store, lead_id: LeadId) -> Bucket:
    with store.reading() as tx:
        return load_lead(tx, lead_id).bucket


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def test_the_table_of_the_crm_lies_in_the_package(
    store: Store, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    """T2: the file is loaded as it is, and knows the way back."""
    qualify(store, campaign, "Katrin Albers", company_name="Elbkorn Foods")
    done = handoff.export(campaign.id, tmp_path, contents=SALESFORCE)
    (row,) = table((done.folder / "crm-salesforce.csv").read_bytes())
    assert (row["First Name"], row["Last Name"]) == ("", "Katrin Albers")
    assert (row["Company"], row["Record Owner"]) == ("Elbkorn Foods", "lena@sealers.example")
    assert row["Phone"].startswith("+")
    assert row["Lead ID"]
    assert {path.name for path in done.files} >= {
        "crm-salesforce.csv",
        "crm-salesforce-for-spreadsheets.csv",
        "crm-salesforce.xlsx",
    }
    assert [(one.name, leads) for one, leads in done.receivers] == [("Lena Brandt", 1)]


def test_a_lead_the_crm_would_not_take_stays_behind_and_blocks_nobody(
    store: Store, handoff: Handoff, profiles: Profiles, campaign: Campaign, tmp_path: Path
) -> None:
    """T1: what it lacks is known before anything is written."""
    fits = qualify(store, campaign, "Katrin Albers", company_name="Elbkorn Foods")
    alone = qualify(store, campaign, "Marcus Hale", company_name="")
    (gap,) = profiles.check(campaign.id, "salesforce")
    assert profiles.check(campaign.id, "salesforce", [fits]) == ()
    assert (gap.lead_id, gap.heading) == (alone, "Company")
    done = handoff.export(campaign.id, tmp_path, contents=SALESFORCE)
    assert done.leads == (fits,)
    assert [(one.lead_id, one.lacks) for one in done.left_behind] == [
        (alone, ("Salesforce needs “Company”.",))
    ]
    assert bucket(store, alone) is Bucket.QUALIFIED
    with pytest.raises(ExportRefused, match=r"No lead fits.*Marcus Hale: Salesforce needs"):
        handoff.export(campaign.id, tmp_path, contents=SALESFORCE)
    assert handoff.next_batch(campaign.id).number == 2
    assert handoff.export(campaign.id, tmp_path).leads == (alone,)


def test_more_leads_than_the_crm_takes_in_a_file_are_refused(
    store: Store, handoff: Handoff, profiles: Profiles, campaign: Campaign, tmp_path: Path
) -> None:
    leads = [qualify(store, campaign, name) for name in ("Katrin Albers", "Marcus Hale")]
    profiles.keep(ours(most_rows=1))
    with pytest.raises(ExportRefused, match=r"2 leads.*Our CRM holds 1 at most"):
        handoff.export(campaign.id, tmp_path, contents=Contents(profile="ours"))
    assert list(tmp_path.glob("batch*")) == []
    chosen = leads[:1]
    done = handoff.export(campaign.id, tmp_path, leads=chosen, contents=Contents(profile="ours"))
    assert list(done.leads) == chosen


def test_a_batch_may_leave_as_one_file(
    store: Store, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    lead_id = qualify(store, campaign, "Katrin Albers")
    done = handoff.export(campaign.id, tmp_path, contents=Contents(is_zip=True, briefs=False))
    assert (done.leads, done.folder.name) == ((lead_id,), "batch-0001.zip")
    with ZipFile(done.folder) as file:
        assert "leads.jsonl" in file.namelist()
        assert not [name for name in file.namelist() if "brief" in name]
    assert handoff.batches(campaign.id)[0].folder == str(done.folder)


def test_a_table_of_our_own_is_kept_for_one_client_or_for_all(
    store: Store, profiles: Profiles
) -> None:
    profiles.keep(ours())
    profiles.keep(ours(name="Sealers' CRM"), client="Sealers")
    profiles.keep(ours(id="theirs"), client="Sealers")
    assert [one.id for one in profiles.profiles("Sealers")][:2] == ["theirs", "ours"]
    assert profiles.profile("ours", "Sealers").name == "Sealers' CRM"
    assert profiles.profile("ours") == ours()
    assert [one.id for one in profiles.profiles()][:2] == ["ours", "dynamics-365"]
    profiles.remove("ours", "Sealers")
    assert profiles.profile("ours", "Sealers").name == "Our CRM"
    with pytest.raises(NotFound, match=r"There is no table “theirs” for a CRM\. There are: ours"):
        profiles.profile("theirs")
    with pytest.raises(NotFound, match="no table “salesforce”"):
        profiles.remove("salesforce", "Sealers")
    with store.reading() as tx:
        assert [entry.what for entry in entries(tx, "crm_profile", "theirs")] == [
            "kept a table for a CRM"
        ]
        assert verify(tx) is None


def test_a_shipped_table_is_copied_and_never_replaced(profiles: Profiles, tmp_path: Path) -> None:
    text = profiles.as_file("salesforce")
    path = tmp_path / "ours.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match="“salesforce” comes with the program"):
        profiles.keep_file(path)
    path.write_text(text.replace('id = "salesforce"', 'id = "ours"'), encoding="utf-8")
    assert profiles.keep_file(path).headings == profiles.profile("salesforce").headings
    with pytest.raises(DocumentRefused, match="There is no source"):
        profiles.keep(ours(fields=(Field(heading="A", source="shoes"),)))


def test_a_table_there_is_none_of_is_named(
    handoff: Handoff, campaign: Campaign, store: Store, tmp_path: Path
) -> None:
    lead_id = qualify(store, campaign, "Katrin Albers")
    with pytest.raises(NotFound, match=r"no table “sugar” for a CRM\. There are: dynamics-365"):
        handoff.export(campaign.id, tmp_path, contents=Contents(profile="sugar"))
    assert bucket(store, lead_id) is Bucket.QUALIFIED


def test_a_call_they_agreed_to_lies_in_the_calendar_of_whoever_calls(
    store: Store, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    """D8: the time that was promised is kept by whoever takes the lead over."""
    lead_id = qualify(store, campaign, "Katrin Albers")
    at = Promise(wall=datetime(2026, 3, 19, 10, 30), zone="Europe/Berlin")  # noqa: DTZ001 - a wall time
    with store.transaction() as tx:
        (story,) = load_stories(tx, (lead_id,))
        promise_call(tx, lead_id, story.calls[-1].id, at, "Maya")
    done = handoff.export(campaign.id, tmp_path)
    assert done.leads == (lead_id,)
    for place in ("talks.ics", "people/01-lena-brandt/talks.ics"):
        (event,) = Calendar.from_ical((done.folder / place).read_bytes()).events
        assert (event.start, str(event["summary"])) == (at.at, "Call Katrin Albers")
        assert "lena@sealers.example" in str(event["attendee"])


def test_one_file_left_by_a_crash_is_taken_up_or_set_aside(
    store: Store,
    handoff: Handoff,
    campaign: Campaign,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """T2: written but not handed over, it is sent as it lies there; asked otherwise, it is not."""

    def crash(contents: Contents) -> None:
        def gone(*_: object, **__: object) -> None:
            raise WorkspaceUnreachable

        with monkeypatch.context() as patched:
            patched.setattr(handoffs, "send_batch", gone)
            with pytest.raises(WorkspaceUnreachable):
                handoff.export(campaign.id, tmp_path, contents=contents)

    lead_id = qualify(store, campaign, "Katrin Albers", company_name="Elbkorn Foods")
    packed = Contents(is_zip=True)
    crash(packed)
    place = tmp_path / "batch-0001.zip"
    before = place.read_bytes()
    done = handoff.export(campaign.id, tmp_path, contents=packed)
    assert (done.leads, done.folder) == ((lead_id,), place)
    assert place.read_bytes() == before

    other = qualify(store, campaign, "Marcus Hale", company_name="Avonbrook Dairy")
    crash(packed)
    done = handoff.export(campaign.id, tmp_path, contents=SALESFORCE)
    assert (done.leads, done.folder.name) == ((other,), "batch-0002")
    assert sorted(path.name for path in tmp_path.glob("batch*")) == [
        "batch-0001.zip",
        "batch-0002",
        "batch-0002-not-sent.zip",
    ]


def test_two_salespeople_share_a_batch_and_each_gets_a_folder_of_their_own(
    store: Store, clock: SetClock, handoff: Handoff, tmp_path: Path
) -> None:
    """T2: what goes to one of them names nobody else's lead."""
    people = ("Lena Brandt", "Sam Osei")
    for name in people:
        a_salesperson(store, name)
    turn = RoutingRule(id="turn", kind=RuleKind.TURN, name="", people=people)
    campaign = Library(store, clock, "Rosa").new_campaign(
        "PackTech Expo 2026",
        script=a_script(),
        definition=a_definition(),
        handoff=replace(TERMS, routing=Routing(rules=(turn,))),
    )
    leads = [qualify(store, campaign, name) for name in ("Katrin Albers", "Marcus Hale")]
    done = handoff.export(campaign.id, tmp_path)
    assert set(done.leads) == set(leads)
    assert {(one.name, count) for one, count in done.receivers} == {(name, 1) for name in people}
    cards = [path.read_text("utf-8") for path in sorted(done.folder.glob("people/*/contacts.vcf"))]
    assert len(cards) == 2
    assert sorted("Katrin Albers" in card for card in cards) == [False, True]
    assert sorted("Marcus Hale" in card for card in cards) == [False, True]
    (summary,) = handoff.batches(campaign.id)
    assert set(summary.receiver.split(", ")) == set(people)
