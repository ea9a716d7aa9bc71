"""Who is who in a list, decided before anything is written."""

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from makers import make_campaign, make_contact, make_lead
from qualdesk.core.columns import guess_columns
from qualdesk.core.identity import same_person
from qualdesk.core.intake import SAID_NO, RowReader
from qualdesk.store.campaigns import load_campaign
from qualdesk.store.database import Store
from qualdesk.store.drafts import Draft, draft_of, merged
from qualdesk.store.list_plan import ANOTHER_SAID_NO, compare_rows, share_of
from qualdesk.store.list_verdicts import LEFT_OUT, MERGED, Judge, OwnPeople, Verdict
from qualdesk.store.people import add_contact
from qualdesk.store.staging import StagedRow, Staging
from qualdesk.store.suppression import Fingerprints, fingerprints, suppress
from qualdesk.store.wash import SUPPRESSED

HEADINGS = ("Name", "Company", "Phone", "Email", "Do not call", "Note")
PRINTS = Fingerprints(b"k" * 32)
READER = RowReader(guess_columns(HEADINGS), region="DE")
Cells = tuple[str, ...]


def staged_row(number: int, cells: Cells, prints: Fingerprints = PRINTS) -> StagedRow:
    read = READER.read(number, cells)
    says_no = read.left_out == SAID_NO
    return StagedRow(
        number=number,
        raw="[]",
        draft=draft_of(read, prints) if says_no or not read.left_out else None,
        left_out=read.left_out,
        says_no=says_no,
    )


@pytest.fixture
def staged() -> Iterator[Staging]:
    with Staging() as staging:
        yield staging


def verdicts_of(
    store: Store, staged: Staging, *rows: Cells, client: str = ""
) -> dict[int, Verdict]:
    """What becomes of the rows, decided one at a time as if each were a chunk of its own."""
    with store.transaction() as tx:
        campaign = make_campaign(tx, client=client)
    with store.reading() as tx:
        prints = fingerprints(tx)
        for number, cells in enumerate(rows, start=1):
            staged.add(staged_row(number, cells, prints))
        plan = compare_rows(staged)
        judge = Judge(staged, plan, load_campaign(tx, campaign.id), prints)
        judge.look_ahead(tx)
        shares = [share_of(staged, plan, [row]) for row in staged.rows()]
        told = [one for share in shares for one in judge.decide(tx, share).of_rows]
    return {one.number: one for one in told}


def first_rows(verdicts: dict[int, Verdict]) -> dict[int, int]:
    return {one.number: one.first for one in verdicts.values() if one.result == MERGED}


def reasons(verdicts: dict[int, Verdict]) -> list[str]:
    assert all(bool(one.reason) == (one.result == LEFT_OUT) for one in verdicts.values())
    return [one.reason for one in verdicts.values()]


def test_waiting_rows_come_back_as_they_went_in(staged: Staging) -> None:
    rows = [staged_row(n, (f"P {n}", "Acme", "", f"p{n}@x.example", "", "hi")) for n in range(2500)]
    for row in rows:
        staged.add(row)
    back = list(staged.rows())
    assert [row.number for row in back] == [row.number for row in rows]
    assert back[7].draft is not None
    assert back[7].draft.keys == rows[7].draft.keys  # type: ignore[union-attr]
    assert staged.count == 2500
    assert [row.number for row in staged.bare_rows()] == list(range(2500))
    assert staged.row(42).draft == back[42].draft


def test_strangers_are_left_alone(sqlite_store: Store, staged: Staging) -> None:
    told = verdicts_of(
        sqlite_store, staged, ("Anna Berg", "A", "030 23125 417"), ("Bo Thal", "B", "")
    )
    assert [(one.result, one.person, one.reason) for one in told.values()] == [
        ("new", None, ""),
        ("new", None, ""),
    ]


def test_repeats_are_merged_into_the_first_row_whatever_key_they_share(
    sqlite_store: Store, staged: Staging
) -> None:
    """Complaints 3 and 4: repeats inside one file, and hyphens that hide them."""
    told = verdicts_of(
        sqlite_store,
        staged,
        ("Anna Berg", "Elbkorn GmbH", "030/23125-417", "anna@elbkorn.example"),
        ("Bo Thal", "Other", "040 66969 214"),
        ("A. Berg", "", "+49 30 23125417"),
        ("Berg, Anna", "", "", "ANNA+fair@elbkorn.example"),
        ("Anna Berg", "ELBKORN", "089 99998 530"),
    )
    assert first_rows(told) == {3: 1, 4: 1, 5: 1}


def test_a_row_that_links_two_others_makes_them_one(sqlite_store: Store, staged: Staging) -> None:
    told = verdicts_of(
        sqlite_store,
        staged,
        ("Anna Berg", "", "030 23125 417"),
        ("Anna Berg", "", "", "anna@berg.example"),
        ("Anna Berg", "", "030 23125 417", "anna@berg.example"),
    )
    assert first_rows(told) == {2: 1, 3: 1}


def test_a_switchboard_keeps_everybody_apart(sqlite_store: Store, staged: Staging) -> None:
    rows = [(name, "Backhaus", "030 23125 417") for name in ("Jo Reuter", "Ma Pagel", "Su Kern")]
    told = verdicts_of(sqlite_store, staged, *rows)
    assert first_rows(told) == {}


def test_ten_scans_of_five_people_are_five_people(sqlite_store: Store, staged: Staging) -> None:
    rows = [
        (
            f"Person {chr(65 + n % 5)}",
            "Fair",
            "030 23125 400",
            f"p{n % 5}@x.example",
            "",
            f"scan {n}",
        )
        for n in range(10)
    ]
    told = verdicts_of(sqlite_store, staged, *rows)
    assert len(first_rows(told)) == 5
    both = share_of(staged, compare_rows(staged), [staged.row(1)]).drafts[1]
    assert [done[1] for done in both.touchpoints] == ["scan 0", "scan 5"], "every note is kept"


def test_merging_loses_no_value_of_either_side() -> None:
    rows = [
        ("Anna Berg", "", "030 23125 417", "", "", "first"),
        ("Anna Berg", "Elbkorn", "040 66969 214, 12345", "a@b.example", "", "second"),
        ("Anna Berg", "Elbkorn AG", "030 23125 417", "A@B.example", "", "first"),
    ]
    drafts = [staged_row(n, cells).draft for n, cells in enumerate(rows)]
    both = merged([draft for draft in drafts if draft])
    assert both.company[1] == "Elbkorn"
    assert [phone[0] for phone in both.phones] == ["030 23125 417", "040 66969 214, 12345"]
    assert [email[0] for email in both.emails] == ["a@b.example"]
    assert [done[1] for done in both.touchpoints] == ["first", "second"]


def test_addresses_that_cannot_be_written_to_are_kept_side_by_side() -> None:
    rows = [("Anna Berg", "", "030 23125 417", f"anna@{slip}") for slip in ("x..example", "-y-.z")]
    drafts = [staged_row(n, cells).draft for n, cells in enumerate(rows)]
    both = merged([draft for draft in drafts if draft])
    assert [email[0] for email in both.emails] == ["anna@x..example", "anna@-y-.z"]


def test_a_number_in_a_later_row_ends_the_search_for_one() -> None:
    one, other = (
        staged_row(n, cells).draft
        for n, cells in enumerate([("A B", "", "", "a@b.example"), ("A B", "", "030 23125 417")])
    )
    assert one is not None
    assert other is not None
    assert one.research
    assert not merged([one, other]).research


def test_whoever_says_no_in_one_row_is_left_out_of_all(
    sqlite_store: Store, staged: Staging
) -> None:
    """O5."""
    told = verdicts_of(
        sqlite_store,
        staged,
        ("Anna Berg", "", "030 23125 417"),
        ("Anna Berg", "", "030 23125 417", "", "yes"),
        ("Bo Thal", "", "030 23125 417"),
    )
    assert reasons(told) == [ANOTHER_SAID_NO, SAID_NO, ""]


def test_known_people_are_recognised_on_both_databases(store: Store, staged: Staging) -> None:
    with store.transaction() as tx:
        anna = add_contact(tx, READER.read(1, ("Anna Berg", "Elbkorn", "030 23125 417")).contact)
        add_contact(tx, READER.read(1, ("Cy Dorn", "Other", "040 66969 214")).contact)
    told = verdicts_of(
        store,
        staged,
        ("Bo Thal", "", "030 23125 417"),
        ("Berg Anna", "Elbkorn GmbH", ""),
        ("A. Berg", "", "+493023125417"),
    )
    assert [one.person for one in told.values()] == [None, anna, anna]
    assert first_rows(told) == {3: 2}, (
        "two rows of one known person are one, though they share no key"
    )


def test_a_nameless_number_belongs_to_one_of_a_household_only(
    sqlite_store: Store, staged: Staging
) -> None:
    with sqlite_store.transaction() as tx:
        nobody = add_contact(tx, READER.read(1, ("", "", "030 23125 417")).contact)
    told = verdicts_of(
        sqlite_store, staged, ("Anna Berg", "", "030 23125 417"), ("Bo Thal", "", "030 23125 417")
    )
    assert [one.person for one in told.values()] == [nobody, None]
    assert first_rows(told) == {}


def test_whoever_must_not_be_called_is_left_out_on_both_databases(
    store: Store, staged: Staging
) -> None:
    """Q6, complaint 4: in any spelling of the number."""
    with store.transaction() as tx:
        campaign = make_campaign(tx, client="north")
        person = add_contact(
            tx, READER.read(1, ("Anna Berg", "Elbkorn", "030 23125 417", "a@b.example")).contact
        )
        lead = make_lead(tx, campaign, person)
        suppress(tx, client="north", scope="person", lead_id=lead, asked_by="them", by="ana",
                 reason="asked")  # fmt: skip
    rows = [
        ("Dora Kern", "", "+49 (0)30 23125-417"),
        ("Emil Voss", "", "0049 30 23125417, 040 66969 214"),
        ("Anna Berg", "ELBKORN GmbH", ""),
        ("Info", "", "", "A+x@b.example"),
        ("Cy Dorn", "", "040 66969 215"),
    ]
    told = verdicts_of(store, staged, *rows, client="north")
    # The second can be reached on their other number.
    assert reasons(told) == [SUPPRESSED, "", SUPPRESSED, SUPPRESSED, ""]


def test_another_client_does_not_see_it(sqlite_store: Store, staged: Staging) -> None:
    """O7."""
    with sqlite_store.transaction() as tx:
        campaign = make_campaign(tx, client="north")
        person = add_contact(tx, READER.read(1, ("Anna Berg", "", "030 23125 417")).contact)
        lead = make_lead(tx, campaign, person)
        suppress(tx, client="north", scope="person", lead_id=lead, asked_by="t", by="a", reason="r")
    told = verdicts_of(sqlite_store, staged, ("Anna Berg", "", "030 23125 417"), client="south")
    assert reasons(told) == [""]


small = st.tuples(
    st.sampled_from(["", "Anna Berg", "A. Berg", "Bo Thal", "Berg"]),
    st.sampled_from(["", "Acme", "Beta"]),
    st.sampled_from(["", "030 23125 417", "+493023125417 x1", "040 66969 214", "12345"]),
    st.sampled_from(["", "a@x.example", "b@x.example"]),
    st.sampled_from(["", "", "", "yes"]),
)


@given(st.lists(small, max_size=12))
def test_every_row_is_first_or_merged_into_a_first_row_before_it(rows: list[Cells]) -> None:
    """Invariant 1: the accounts of a list always add up."""
    with Staging() as staged:
        for number, cells in enumerate(rows, start=1):
            staged.add(staged_row(number, cells))
        plan = compare_rows(staged)
        for number, first in plan.first.items():
            assert first < number
            assert first not in plan.first
            assert number in plan.others[first]
        assert sum(map(len, plan.others.values())) == len(plan.first)
        assert not set(plan.groups) & set(plan.first)
        drafts: list[Draft] = [row.draft for row in staged.rows() if row.draft and not row.left_out]
    for one in drafts:
        for other in drafts:
            if one.keys == other.keys and one.keys.numbers and one.keys.name:
                assert same_person(one.keys, other.keys)


def test_whether_a_list_is_alone_is_asked_of_the_ends_and_not_of_everybody(
    sqlite_store: Store,
) -> None:
    """A read of all people with every few rows made a million rows six times as dear each."""
    asked: list[tuple[str, Any]] = []

    def note(_: object, __: object, text: str, values: object, *___: object) -> None:
        asked.append((text, values))

    with sqlite_store.transaction() as tx:
        own = OwnPeople()
        assert own.are_alone(tx)
        mine = make_contact(tx, "Ada")
        assert not own.are_alone(tx)
        own.add([mine])
        sa.event.listen(sqlite_store.engine, "before_cursor_execute", note)
        assert own.are_alone(tx)
        sa.event.remove(sqlite_store.engine, "before_cursor_execute", note)
        ((text, values),) = asked
        plan = tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values).all()
        assert not [row[3] for row in plan if row[3].startswith("SCAN contact")]
        make_contact(tx, "Bo")
        assert not own.are_alone(tx)
