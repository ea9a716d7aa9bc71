"""Do-not-call lists of a client: loaded, obeyed at once, exported, lifted (O7, Q6)."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from calls import a_campaign, a_lead, calling
from makers import make_campaign, make_contact, make_lead
from qualdesk.core.cards import NothingToCall
from qualdesk.core.clock import SetClock
from qualdesk.core.do_not_call import HOUSE
from qualdesk.core.errors import ExportRefused, ListRefused, NotFound, Refused
from qualdesk.core.ids import LeadId, SuppressionListId
from qualdesk.core.keyed_hashes import hash_of
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.desk.do_not_call import DoNotCall
from qualdesk.desk.intake import Intake
from qualdesk.store import keyed_lists, schema
from qualdesk.store.database import Store
from qualdesk.store.history import entries, verify
from qualdesk.store.suppression import is_suppressed

KEY = b"the key of Northwind, and of nobody else"
NUMBERS = [f"+493023125{number:03}" for number in range(100, 110)]


@pytest.fixture
def room(store: Store, clock: SetClock) -> DoNotCall:
    """The desk's do-not-call lists; there are campaigns of the clients North and South."""
    with store.transaction() as tx:
        make_campaign(tx, "Fair", client="North")
        make_campaign(tx, "Webinar", client="North")
        make_campaign(tx, "Fair of others", client="South")
    return DoNotCall(store, clock, "Rosa")


def _lead(store: Store, *numbers: str, campaign: str = "Fair", **who: str) -> LeadId:
    with store.transaction() as tx:
        found = tx.connection.scalar(
            sa.select(schema.campaign.c.id).where(schema.campaign.c.name == campaign)
        )
        contact = make_contact(tx, who.get("name", ""), phones=numbers,
                               emails=[who["email"]] if "email" in who else [],
                               company_name=who.get("company", ""))  # fmt: skip
        return make_lead(tx, found, contact)


def _states(store: Store) -> dict[int, str]:
    with store.reading() as tx:
        return {row.id: row.state for row in tx.connection.execute(sa.select(schema.lead))}


def _rows(store: Store, table: sa.Table) -> list[object]:
    with store.reading() as tx:
        return list(tx.connection.execute(sa.select(table).order_by(*table.primary_key)))


def _file(tmp_path: Path, *lines: str, name: str = "no.csv") -> Path:
    path = tmp_path / name
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def _hashes(tmp_path: Path, *numbers: str, key: bytes = KEY) -> Path:
    return _file(tmp_path, *(hash_of(one, key) for one in numbers), name="hashes.txt")


def test_a_list_of_numbers_stops_its_client_and_no_other(
    room: DoNotCall, store: Store, tmp_path: Path
) -> None:
    """O7, Q6: every campaign of the client, at once; who has another number stays with that."""
    only = _lead(store, NUMBERS[0])
    webinar = _lead(store, NUMBERS[0], campaign="Webinar")
    others = _lead(store, NUMBERS[0], campaign="Fair of others")
    two = _lead(store, NUMBERS[0], NUMBERS[1])
    path = _file(tmp_path, "Phone,Reason", "030 23125100,asked us", "call Ada,", "12,short")
    done = room.load(path, client="north", region="DE")
    assert set(done.leads) == {only, webinar} == done.changes.leads
    assert _states(store) == {
        only: "do_not_call", webinar: "do_not_call", others: "waiting", two: "waiting"
    }  # fmt: skip
    assert (done.rows, done.left_out, done.added) == (1, 2, 1)
    assert [row.row_number for row in done.unread] == [3, 4]
    assert all(row.says for row in done.unread)
    with store.reading() as tx:
        assert is_suppressed(tx, two, NUMBERS[0])
        assert not is_suppressed(tx, two)
        assert not is_suppressed(tx, others, NUMBERS[0])
        reasons = tx.connection.scalars(
            sa.select(schema.lead.c.state_reason).where(schema.lead.c.id == only)
        ).all()
    assert reasons == ["On the do-not-call list “no.csv”."]


def test_addresses_and_names_beside_the_numbers_are_obeyed_too(
    room: DoNotCall, store: Store, tmp_path: Path
) -> None:
    by_mail = _lead(store, NUMBERS[1], email="ada@example.com")
    by_name = _lead(store, NUMBERS[2], name="ada quist", company="pumps")
    namesake = _lead(store, NUMBERS[3], name="ada quist", company="valves")
    path = _file(tmp_path, "Name,Company,Email,Phone", "Dr Ada Quist,Pumps GmbH,Ada@Example.com,")
    done = room.load(path, client="North")
    assert set(done.leads) == {by_mail, by_name}
    assert _states(store)[namesake] == "waiting"


def test_the_same_file_again_adds_nothing_and_stops_who_came_since(
    room: DoNotCall, store: Store, tmp_path: Path
) -> None:
    path = _file(tmp_path, "Phone", *NUMBERS)
    first = room.load(path, client="North")
    before = _rows(store, schema.suppression)
    again = room.load(path, client="North")
    assert (first.added, again.added) == (len(NUMBERS), 0)
    assert again.list == first.list
    assert again.notes == ("This file was loaded before. What it holds was there already.",)
    assert _rows(store, schema.suppression) == before
    elsewhere = room.load(path, client="South")
    assert elsewhere.added == len(NUMBERS)
    assert elsewhere.list.id != first.list.id


def test_hashes_stop_the_numbers_they_are_of_without_ever_naming_them(
    room: DoNotCall, store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """O7: a client that gives no numbers away is obeyed as well, and its key stays here."""
    caplog.set_level(logging.DEBUG)
    stopped = _lead(store, NUMBERS[0])
    others = _lead(store, NUMBERS[0], campaign="Fair of others")
    free = _lead(store, NUMBERS[1])
    path = _hashes(tmp_path, NUMBERS[0], NUMBERS[5])
    done = room.load(path, client="North", key=KEY + b"\n")
    assert done.leads == (stopped,)
    assert (done.rows, done.list.entries) == (2, 1)
    assert _states(store) == {stopped: "do_not_call", others: "waiting", free: "waiting"}
    with store.reading() as tx:
        assert is_suppressed(tx, stopped, NUMBERS[0])
        told = str([entries(tx, "do-not-call list", done.list.id), room.lists()])
        assert verify(tx) is None
    for text in (told, repr(done), caplog.text):
        assert KEY.hex() not in text
        assert KEY.decode() not in text


def test_a_number_that_comes_later_is_found_on_the_hashes(
    room: DoNotCall, store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """Q6: in a list, as a referral, or said in a call: it is never dialled."""
    room.load(_hashes(tmp_path, *NUMBERS[:3]), client="North", key=KEY)
    new = _lead(store, NUMBERS[0])
    assert _states(store)[new] == "do_not_call"
    caller = _lead(store, NUMBERS[8])
    desk = calling(store, clock)
    attempt = desk.start_attempt(caller)
    named = desk.refer(caller, name="Ben Ode", number=NUMBERS[1], how="queue")
    assert named.lead_id is not None
    assert _states(store)[named.lead_id] == "do_not_call"
    done = desk.finish(attempt.id, "number_changed", new_number=NUMBERS[2])
    assert done.says == "never called again"
    assert isinstance(desk.next_lead(), NothingToCall)
    with store.reading() as tx:
        assert is_suppressed(tx, caller, NUMBERS[2])


@pytest.mark.parametrize("by_hash", [False, True])
def test_a_list_of_the_house_stops_every_client_and_who_comes_later(
    room: DoNotCall, store: Store, clock: SetClock, tmp_path: Path, *, by_hash: bool
) -> None:
    """O7: a client's lists stay apart beside it, and only lifting it brings anybody back."""
    ours = _lead(store, NUMBERS[0])
    theirs = _lead(store, NUMBERS[0], campaign="Fair of others")
    path = (_hashes if by_hash else _file)(tmp_path, NUMBERS[0], NUMBERS[1])
    done = room.load(path, client=HOUSE, key=KEY if by_hash else None)
    assert set(done.leads) == {ours, theirs}
    assert (room.lists("North"), [one.id for one in room.lists(HOUSE)]) == ((), [done.list.id])
    people = _file(tmp_path, "Name,Phone", f"Ada Quist,{NUMBERS[1]}", name="leads.csv")
    for campaign in ("Webinar", "Fair of others"):
        told = Intake(store, clock, "Rosa").load(people, campaign=campaign)
        assert [row.reason for row in told.left_out_rows] == ["On the do-not-call list."]
    with pytest.raises(Refused, match="nothing to write"):
        room.export(tmp_path / "out.csv", client="North", key=None)
    assert room.export(tmp_path / "all.csv", client=HOUSE, key=None).numbers == 1
    assert isinstance(calling(store, clock).next_lead(), NothingToCall)
    assert set(room.lift(done.list.id, "Ended").leads) == {ours, theirs}


@pytest.mark.parametrize("by_hash", [False, True])
def test_a_lead_list_is_washed_against_both_kinds(
    room: DoNotCall, store: Store, clock: SetClock, tmp_path: Path, *, by_hash: bool
) -> None:
    """O5, Q6: the row is left out with its reason; another number of theirs is still called."""
    if by_hash:
        room.load(_hashes(tmp_path, NUMBERS[0]), client="North", key=KEY)
    else:
        room.load(_file(tmp_path, "Phone", NUMBERS[0]), client="North")
    people = _file(
        tmp_path,
        "Name,Phone,Mobile",
        f"Ada Quist,{NUMBERS[0]},",
        f"Ben Ode,{NUMBERS[0]},{NUMBERS[1]}",
        f"Cy Roe,{NUMBERS[2]},",
        name="leads.csv",
    )
    told = Intake(store, clock, "Rosa").load(people, campaign="Fair", dry_run=True)
    done = Intake(store, clock, "Rosa").load(people, campaign="Fair")
    for one in (told, done):
        assert (one.new, one.left_out) == (2, 1)
        assert [row.reason for row in one.left_out_rows] == ["On the do-not-call list."]
    with store.reading() as tx:
        ben = tx.connection.scalar(
            sa.select(schema.lead.c.id)
            .join(schema.contact)
            .where(schema.contact.c.name == "Ben Ode")
        )
        assert is_suppressed(tx, LeadId(ben or 0), NUMBERS[0])
        assert not is_suppressed(tx, LeadId(ben or 0), NUMBERS[1])
    assert Intake(store, clock, "Rosa").load(people, campaign="Fair of others").new == 3


def test_lifting_brings_back_only_whom_nothing_else_covers(
    room: DoNotCall, store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """Model 10: a whole list is taken back, with its reason, exactly to where leads stood."""
    alone, asked, on_both = (_lead(store, number) for number in NUMBERS[:3])
    resting = _lead(store, NUMBERS[3])
    with store.transaction() as tx:
        tx.connection.execute(
            schema.lead.update()
            .where(schema.lead.c.id == resting)
            .values(ready=False, wake_at=clock.now() + timedelta(hours=2), state_reason="Busy")
        )
    calling(store, clock).do_not_call(asked)
    clock.advance(timedelta(minutes=1))
    before = _rows(store, schema.lead)
    first = room.load(_file(tmp_path, "Phone", *NUMBERS[:4]), client="North").list
    second = room.load(_file(tmp_path, "Phone", NUMBERS[2], name="2.csv"), client="North").list
    with pytest.raises(Refused, match="Say why"):
        room.lift(first.id, " ")
    done = room.lift(first.id, "Sent by the wrong client")
    assert set(done.leads) == {alone, resting}
    assert _states(store)[asked] == _states(store)[on_both] == "do_not_call"
    assert room.undo(second.id).leads == (on_both,)
    assert _rows(store, schema.lead) == before
    shown = {one.id: one for one in room.lists("North")}
    assert shown[first.id].lifted_because == "Sent by the wrong client"
    assert (shown[first.id].lifted_by, shown[first.id].entries) == ("Rosa", 0)
    with pytest.raises(Refused, match="was lifted already"):
        room.lift(first.id, "twice")
    with store.reading() as tx:
        assert [one.what for one in entries(tx, "do-not-call list", first.id)] == [
            "lifted", "loaded"
        ]  # fmt: skip


def test_a_lifted_list_of_hashes_leaves_no_hash_and_no_key_behind(
    room: DoNotCall, store: Store, tmp_path: Path
) -> None:
    stopped = _lead(store, NUMBERS[0])
    path = _hashes(tmp_path, *NUMBERS)
    kept = room.load(path, client="North", key=KEY).list
    assert room.lift(kept.id, "The contract ended").leads == (stopped,)
    assert _rows(store, schema.suppression_hash) == []
    assert KEY.hex() not in str(_rows(store, schema.suppression_list))
    later = _lead(store, NUMBERS[1])
    assert _states(store) == {stopped: "waiting", later: "waiting"}
    assert room.load(path, client="North", key=KEY).list.id != kept.id


class _StopsAt(Progress):
    """Is told to stop as soon as so many steps are done."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self._at = at

    def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
        if done >= self._at:
            self.cancel()
        super().report(done, of, says)


def test_loading_and_lifting_that_were_stopped_half_way_go_on_where_they_were(
    room: DoNotCall, store: Store, tmp_path: Path
) -> None:
    """Whatever was read before the stop holds; the second run makes it whole, once."""
    many = [f"+4930231{number:05}" for number in range(1_200)]
    first, last = _lead(store, many[0]), _lead(store, many[-1])
    path = _file(tmp_path, "Phone", *many)
    with pytest.raises(Cancelled):
        room.load(path, client="North", progress=_StopsAt(500))
    (half,) = room.lists()
    assert not half.is_whole
    assert 0 < half.entries < len(many)
    assert _states(store) == {first: "do_not_call", last: "waiting"}
    whole = room.load(path, client="North")
    assert (whole.list.id, whole.list.is_whole, whole.list.entries) == (half.id, True, len(many))
    assert _states(store) == {first: "do_not_call", last: "do_not_call"}
    with pytest.raises(Cancelled):
        room.lift(half.id, "A mistake", _StopsAt(1))
    assert 0 < room.lists()[0].entries < len(many)
    room.lift(half.id, "A mistake")
    assert _states(store) == {first: "waiting", last: "waiting"}


def test_our_own_numbers_leave_as_hashes_that_another_desk_can_load(
    room: DoNotCall, store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """O7: of the client only; what no lead shows any more is said to be missing."""
    known, elsewhere = _lead(store, NUMBERS[0]), _lead(store, NUMBERS[1], campaign="Fair of others")
    desk = calling(store, clock)
    desk.do_not_call(known, scope="number")
    calling(store, clock, "Ben").do_not_call(elsewhere, scope="number")
    room.load(_file(tmp_path, "Phone", NUMBERS[7]), client="North")
    out = tmp_path / "out.txt"
    done = room.export(out, client="North", key=KEY)
    assert (done.numbers, done.not_shown) == (1, 1)
    assert out.read_text(encoding="ascii") == hash_of(NUMBERS[0], KEY) + "\n"
    plain = room.export(tmp_path / "plain.txt", client="North", key=None)
    assert plain.path.read_text(encoding="ascii") == NUMBERS[0] + "\n"
    theirs = _lead(store, NUMBERS[0], campaign="Fair of others")
    assert room.load(out, client="South", key=KEY).leads == (theirs,)
    with pytest.raises(ExportRefused, match="is there already"):
        room.export(out, client="North", key=KEY)
    with pytest.raises(Refused, match="too short"):
        room.export(tmp_path / "short.txt", client="North", key=b"short")


@pytest.mark.parametrize(
    ("asks", "says"),
    [
        (lambda room, path: room.load(path, client="Norht"), "There are: “North”, “South”"),
        (lambda room, path: room.load(path), "Say which client"),
        (lambda room, path: room.load(path, client="North", region="Utopia"), "no country"),
        (lambda room, path: room.load(path, client="North", key=b" "), "The key is empty"),
        (lambda room, path: room.load(path, client="North", key=KEY), "holds no hashes"),
        (lambda room, path: room.load(path.parent / "x.csv", client="North"), "here is no"),
        (lambda room, _: room.lift(SuppressionListId(7), "x"), "no do-not-call list number 7"),
        (lambda room, path: room.export(path, client="North", key=KEY), "nothing to write"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    room: DoNotCall,
    store: Store,
    tmp_path: Path,
    asks: Callable[[DoNotCall, Path], object],
    says: str,
) -> None:
    path = _file(tmp_path, "Phone", NUMBERS[0])
    with pytest.raises((Refused, NotFound, ListRefused), match=says):
        asks(room, path)
    assert _rows(store, schema.suppression_list) == _rows(store, schema.suppression) == []


def test_numbers_without_a_country_are_all_named_when_none_is_given(
    room: DoNotCall, tmp_path: Path
) -> None:
    path = _file(tmp_path, "Phone", "030 23125100")
    with pytest.raises(ListRefused, match="Say which country"):
        room.load(path, client="North")
    assert room.lists() == ()


def test_a_caller_who_has_the_lead_cannot_dial_it_any_more(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """Q6: asked again at the dial; the hold stays with the caller until they let go."""
    lead = a_lead(store, a_campaign(store), phones=(NUMBERS[0],))
    desk = calling(store, clock)
    desk.next_lead()
    DoNotCall(store, clock, "Rosa").load(_file(tmp_path, "Phone", NUMBERS[0]))
    assert desk.card(lead).decision.rule == "do-not-call"


def test_rows_being_written_while_hashes_are_loaded_are_found_afterwards(
    postgres_store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """Q6: two desks of a team at once; rows compared before the hashes stood there are seen."""
    with postgres_store.transaction() as tx:
        fair = make_campaign(tx, client="North")
    room = DoNotCall(postgres_store, clock, "Rosa")
    path = _hashes(tmp_path, NUMBERS[0])
    with ThreadPoolExecutor(1) as other:
        with postgres_store.transaction() as tx:
            tx.dialect.one_at_a_time(tx.connection, "people")
            late = make_lead(tx, fair, make_contact(tx, phones=[NUMBERS[0]]))
            loading = other.submit(room.load, path, client="North", key=KEY)
            wait([loading], timeout=1)
            assert not loading.done(), "it waits for the rows"
        assert loading.result(timeout=20).leads == (late,)


def test_a_look_for_hashes_passes_over_so_many_numbers_of_others_and_no_more(
    room: DoNotCall, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Callers wait for each look: a client with few numbers must not cost a million of others'."""
    for number in NUMBERS[:6]:
        _lead(store, number, campaign="Fair of others")
    last = _lead(store, NUMBERS[9])
    monkeypatch.setattr(keyed_lists, "PASSED_OVER", 2)
    looks, behind = [], 0
    with store.reading() as tx:
        while True:
            reached, numbers = keyed_lists.numbers_behind(tx, "North", behind, 2)
            if reached is None:
                break
            looks.append((reached - behind, numbers))
            behind = reached
    assert looks == [(4, ()), (3, (NUMBERS[9],))]
    done = room.load(_hashes(tmp_path, *NUMBERS), client="North", key=KEY)
    assert done.leads == (last,)
