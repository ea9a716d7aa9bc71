"""A list is one act: it can be undone for 30 days, resumed, and goes on beside other work."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from openpyxl import Workbook

from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import ListRefused, NothingToUndo, Refused, WorkspaceBusy
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket, Lead, PhoneState
from qualdesk.core.list_choices import IfKnown, ListChoices
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.desk import Desk
from qualdesk.desk.intake import Loaded
from qualdesk.store import schema
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import entries, verify
from qualdesk.store.leads import load_leads
from qualdesk.store.list_turns import ListFacts, Turn, begin
from qualdesk.store.people import set_phone_state
from qualdesk.store.suppression import suppress

FAIR = "Spring fair"
ANNA = "Anna Berg;Elbkorn;030 23125 417;anna@elbkorn.example;Buyer;Wants prices"
BO = "Bo Thal;Thal Ltd;030 23125 418;bo@thal.example;;"
CY = "Cy Dorn;Dorn AG;030 23125 419;;;"
# Where a lead stands in the queue may differ; and when it was written.
PLACE = {"cell_id", "stack_id", "rested_at", "made_at"}
TABLES = ("lead", "contact", "contact_phone", "contact_email", "company", "touchpoint")


class Floor:
    """A workspace with one campaign, and what these tests ask of it."""

    def __init__(self, store: Store, clock: SetClock, folder: Path) -> None:
        self.store, self.clock, self._folder = store, clock, folder
        self.desk = Desk(store, clock, "ana")
        self.intake = self.desk.intake
        self.desk.library.new_campaign(FAIR, region="DE", client="north")

    def write(self, *rows: str, name: str = "list.csv", more: str = "") -> Path:
        path = self._folder / name
        head = "Name;Company;Phone;E-mail;Title;Note" + more
        path.write_text("\n".join((head, *rows, "")), encoding="utf-8")
        return path

    def load(self, *rows: str, name: str = "list.csv", more: str = "", **how: Any) -> Loaded:
        how.setdefault("campaign", FAIR)
        return self.intake.load(self.write(*rows, name=name, more=more), **how)

    def rows_of(self, *tables: str) -> dict[str, list[Any]]:
        """What stands in the tables, without the place a lead happens to stand in."""
        with self.store.reading() as tx:
            found: dict[str, list[Any]] = {}
            for name in tables or TABLES:
                table = getattr(schema, name)
                columns = [one for one in table.c if one.name not in PLACE]
                rows = tx.connection.execute(sa.select(*columns).order_by(table.c.id))
                found[name] = [row._asdict() for row in rows]
            return found

    def leads(self) -> list[Lead]:
        with self.store.reading() as tx:
            ids = tx.connection.scalars(sa.select(schema.lead.c.id).order_by(schema.lead.c.id))
            return list(load_leads(tx, [LeadId(one) for one in ids]).values())

    def by_name(self, name: str) -> Lead:
        (found,) = [lead for lead in self.leads() if lead.contact.name == name]
        return found

    def call(self, lead_id: LeadId | None, outcome: str = "no_answer") -> None:
        assert lead_id is not None
        attempt = self.desk.calling.start_attempt(lead_id)
        self.desk.calling.finish(attempt.id, outcome)

    def break_off(self, *rows: str, after: int = 1, name: str = "list.csv") -> None:
        """Load a list with a desk that dies in the middle of it, like a machine without power."""

        store = _Mortal(self.store.url.render_as_string(hide_password=False), self.clock)

        class Dies(Progress):
            def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
                super().report(done, of, says)
                if says == "Saving" and done >= after:
                    store.is_dead = True
                    raise ConnectionError("no power")

        with pytest.raises(ConnectionError):
            Desk(store, self.clock, "bo").intake.load(
                self.write(*rows, name=name), campaign=FAIR, progress=Dies()
            )
        store.close()


class _Mortal(Store):
    """A store that does nothing more once the machine went off."""

    def __init__(self, url: str, clock: SetClock) -> None:
        super().__init__(url, clock=clock, durable=False)
        self.is_dead = False

    def transaction(self) -> AbstractContextManager[Transaction]:
        if self.is_dead:
            raise ConnectionError("no power")
        return super().transaction()


@pytest.fixture
def floor(store: Store, clock: SetClock, tmp_path: Path) -> Floor:
    """Once in each database."""
    return Floor(store, clock, tmp_path)


@pytest.fixture
def one_floor(sqlite_store: Store, clock: SetClock, tmp_path: Path) -> Floor:
    """In SQLite only, where the database makes no difference."""
    return Floor(sqlite_store, clock, tmp_path)


# Undo


def test_undoing_a_list_leaves_the_workspace_as_it_was(floor: Floor) -> None:
    """Invariant 10."""
    loaded = floor.load(ANNA, BO, CY)
    assert loaded.list_id is not None
    undone = floor.intake.undo(loaded.list_id)
    assert (undone.removed, undone.restored, undone.kept) == (3, 0, ())
    assert undone.says == "3 leads are removed."
    assert all(rows == [] for rows in floor.rows_of().values())
    (told,) = floor.intake.lists()
    assert (told.state, told.can_undo, told.is_unfinished, told.undone_by) == (
        "undone",
        False,
        False,
        "ana",
    )
    assert (told.rows, told.new, told.leads) == (3, 3, 0), "what was read stays in the books"
    with floor.store.reading() as tx:
        assert [one.what for one in entries(tx, "list", loaded.list_id)] == ["undone", "loaded"]
        assert verify(tx) is None


def test_undoing_takes_back_what_a_list_changed_of_people_known_before(floor: Floor) -> None:
    """Invariant 10: updates included."""
    floor.load("Anna Berg;;030 23125 417;;;", "Dora Kern;;;dora@kern.example;;")
    before = floor.rows_of()
    second = floor.load(
        "Anna Berg;Elbkorn;030 23125 417, 030 23125 420;anna@elbkorn.example;Buyer;Wants prices",
        "Dora Kern;;030 23125 421;dora@kern.example;;Call me",
        BO,
        name="second.csv",
    )
    assert floor.by_name("Dora Kern").bucket is Bucket.WAITING
    assert floor.rows_of() != before
    assert second.list_id is not None
    undone = floor.intake.undo(second.list_id)
    assert (undone.removed, undone.restored) == (1, 2)
    assert undone.says == "1 lead is removed. 2 people are as before."
    assert floor.rows_of() == before
    assert floor.by_name("Dora Kern").bucket is Bucket.RESEARCH


def test_leads_with_calls_stay_and_are_named(floor: Floor) -> None:
    loaded = floor.load(ANNA, BO, CY)
    floor.call(loaded[1])
    undone = floor.intake.undo(loaded.list_id)  # type: ignore[arg-type]
    assert undone.removed == 2
    assert [(one.id, one.name, one.why) for one in undone.kept] == [
        (loaded[1], "Bo Thal", "Called once.")
    ]
    assert undone.says == "1 of these leads has calls. It stays; the other 2 are removed."
    assert [lead.contact.name for lead in floor.leads()] == ["Bo Thal"]
    floor.clock.advance(timedelta(hours=4))
    card = floor.desk.calling.next_lead()
    assert isinstance(card, CallCard), "and it can be called as before"


def test_a_lead_somebody_holds_or_who_was_named_in_a_call_stays(floor: Floor) -> None:
    loaded = floor.load(ANNA, BO, CY)
    held = floor.desk.calling.next_lead()
    assert isinstance(held, CallCard)
    attempt = floor.desk.calling.start_attempt(held.lead.id)
    named = floor.desk.calling.refer(attempt.lead_id, name="Cy Dorn", number="030 23125 419")
    assert named.lead_id == loaded[2]
    undone = floor.intake.undo(loaded.list_id)  # type: ignore[arg-type]
    assert {one.name: one.why for one in undone.kept} == {
        held.lead.contact.name: "Called once.",
        "Cy Dorn": "Named in a call.",
    }
    assert undone.removed == 1
    assert undone.says.startswith("2 of these leads are in use. They stay")


def test_a_lead_somebody_left_a_message_about_stays_with_its_message(floor: Floor) -> None:
    """Nothing is silently dropped: a list is taken back around what somebody wrote."""
    loaded = floor.load(ANNA, BO)
    anna = floor.by_name("Anna Berg").id
    floor.desk.search.leave_message(anna, "In after three")
    undone = floor.intake.undo(loaded.list_id)  # type: ignore[arg-type]
    assert {one.name: one.why for one in undone.kept} == {
        "Anna Berg": "Somebody left a message about them."
    }
    assert undone.removed == 1
    assert [one.says for one in floor.desk.search.messages(anna)] == ["In after three"]


def test_what_a_caller_changed_since_stays(floor: Floor) -> None:
    floor.load("Anna Berg;;030 23125 417;;;")
    second = floor.load(
        "Anna Berg;;030 23125 417, 030 23125 420, 030 23125 422;a@b.example;Buyer;",
        name="second.csv",
    )
    anna = floor.by_name("Anna Berg")
    person = anna.contact.id
    assert person is not None
    with floor.store.transaction() as tx:
        set_phone_state(tx, person, "+493023125420", PhoneState.OUT_OF_SERVICE, "Said so")
        tx.connection.execute(schema.contact.update().values(title="Head of purchasing"))
    attempt = floor.desk.calling.start_attempt(anna.id, "+493023125422")
    floor.desk.calling.finish(attempt.id, "no_answer")
    floor.intake.undo(second.list_id)  # type: ignore[arg-type]
    contact = floor.by_name("Anna Berg").contact
    assert contact.title == "Head of purchasing"
    assert sorted(phone.e164 for phone in contact.phones) == [
        "+493023125417",
        "+493023125420",
        "+493023125422",
    ], "what was learnt about a number, and what was dialled, is no value of the list any more"
    assert contact.emails == ()


def test_a_lead_that_another_list_has_too_goes_with_the_last_of_them(floor: Floor) -> None:
    """Rulings: one lead per person and campaign; lists are many-to-many."""
    first = floor.load(ANNA, BO)
    second = floor.load(ANNA, name="second.csv")
    undone = floor.intake.undo(first.list_id)  # type: ignore[arg-type]
    assert undone.removed == 1
    assert [one.why for one in undone.kept] == ["Also in “second.csv”."]
    assert floor.intake.undo(second.list_id).removed == 1  # type: ignore[arg-type]
    assert all(rows == [] for rows in floor.rows_of().values())


def test_what_two_lists_say_goes_with_the_last_of_them(floor: Floor) -> None:
    floor.load("Anna Berg;;030 23125 417;;;")
    before = floor.rows_of()
    fuller = "Anna Berg;;030 23125 417, 030 23125 420;a@b.example;;Wants prices"
    second = floor.load(fuller, name="second.csv")
    third = floor.load(fuller, name="third.csv")
    floor.intake.undo(second.list_id)  # type: ignore[arg-type]
    anna = floor.by_name("Anna Berg")
    assert len(anna.contact.phones) == 2, "the third list says it too"
    assert [done.says for done in anna.touchpoints] == ["Wants prices"]
    floor.intake.undo(third.list_id)  # type: ignore[arg-type]
    assert floor.rows_of() == before


def test_a_person_of_two_campaigns_stays_with_the_other(floor: Floor) -> None:
    floor.desk.library.new_campaign("Webinar", client="north")
    first = floor.load(ANNA)
    floor.load(ANNA, name="second.csv", campaign="Webinar")
    assert floor.intake.undo(first.list_id).removed == 1  # type: ignore[arg-type]
    (left,) = floor.leads()
    assert left.contact.emails == ("anna@elbkorn.example",)


def test_a_wish_not_to_be_called_is_not_taken_back_by_the_way(floor: Floor) -> None:
    """Q6: the safe side. The list was wrong about much, perhaps; not about this, perhaps."""
    floor.load(ANNA)
    second = floor.load(
        "Anna Berg;;030 23125 417;;;;yes", name="second.csv", more=";Do not contact"
    )
    assert floor.by_name("Anna Berg").bucket is Bucket.DO_NOT_CALL
    undone = floor.intake.undo(second.list_id)  # type: ignore[arg-type]
    assert undone.silent == 1
    assert "stays out of the queue: the list said not to contact them" in undone.says
    assert floor.by_name("Anna Berg").bucket is Bucket.DO_NOT_CALL


def test_a_do_not_call_said_meanwhile_survives_the_undoing(floor: Floor) -> None:
    """Invariant 6: also when the lead that asked is gone, and when the file comes again."""
    loaded = floor.load(ANNA, BO)
    with floor.store.transaction() as tx:
        suppress(tx, client="north", scope="person", lead_id=LeadId(loaded[0] or 0),
                 asked_by="them", by="ana", reason="asked")  # fmt: skip
    floor.intake.undo(loaded.list_id)  # type: ignore[arg-type]
    assert floor.leads() == []
    again = floor.load(ANNA, BO)
    assert [row.reason for row in again.left_out_rows] == ["On the do-not-call list."]


def test_a_list_can_be_undone_for_thirty_days_and_once(one_floor: Floor) -> None:
    first, second = one_floor.load(ANNA), one_floor.load(BO, name="second.csv")
    one_floor.clock.advance(timedelta(days=29, hours=23))
    one_floor.intake.undo(first.list_id)  # type: ignore[arg-type]
    with pytest.raises(NothingToUndo, match="ana undid this list on"):
        one_floor.intake.undo(first.list_id)  # type: ignore[arg-type]
    one_floor.clock.advance(timedelta(hours=2))
    assert [one.can_undo for one in one_floor.intake.lists()] == [False, False]
    with pytest.raises(NothingToUndo, match="can be undone for 30 days"):
        one_floor.intake.undo(second.list_id)  # type: ignore[arg-type]
    assert len(one_floor.leads()) == 1


def test_undoing_that_was_stopped_can_be_gone_on_with(floor: Floor) -> None:
    rows = [f"Person {n};;030 2312 {n:04};;;" for n in range(300)]
    loaded = floor.load(*rows)
    progress = _StopWhile("Removing", 60)
    with pytest.raises(Cancelled):
        floor.intake.undo(loaded.list_id, progress)  # type: ignore[arg-type]
    (told,) = floor.intake.lists()
    assert (told.state, told.is_unfinished, told.can_undo) == ("undone", True, True)
    left = len(floor.leads())
    assert 0 < left < 300
    assert floor.intake.undo(loaded.list_id).removed == left  # type: ignore[arg-type]
    assert all(rows == [] for rows in floor.rows_of().values())


class _StopWhile(Progress):
    """Somebody presses Stop once that much of a kind of work is done."""

    def __init__(self, word: str, after: int) -> None:
        super().__init__()
        self._word, self._after = word, after

    def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
        if says == self._word and done >= self._after:
            self.cancel()
        super().report(done, of, says)


# Broken off, resumed


def test_what_was_broken_off_is_not_callable_and_can_be_undone(floor: Floor) -> None:
    floor.load("Anna Berg;;030 23125 417;;;", name="first.csv")
    before = floor.rows_of()
    floor.break_off(ANNA, BO, CY)
    assert len(floor.leads()) == 3
    called = floor.desk.calling.next_lead()
    assert isinstance(called, CallCard)
    assert called.lead.contact.name == "Anna Berg", "who was there before is called meanwhile"
    floor.desk.calling.release(called.lead.id)
    with pytest.raises(Refused, match="not loaded to its end"):
        floor.desk.calling.start_attempt(floor.by_name("Bo Thal").id)
    assert {one.code for one in floor.desk.queue.why_empty().reasons} == {"free", "loading"}
    told = floor.intake.lists()[0]
    assert (told.state, told.can_undo) == ("loading", False), "its desk may be alive"
    with pytest.raises(Refused, match="bo is loading this list now"):
        floor.intake.undo(told.id)
    floor.clock.advance(timedelta(minutes=1))
    assert floor.intake.lists()[0].is_unfinished
    assert floor.intake.undo(told.id).removed == 2
    after = floor.rows_of()
    for lead in (*before["lead"], *after["lead"]):
        lead.pop("claim_token")
    assert after == before


def test_what_was_broken_off_is_resumed_with_the_choices_made_for_it(floor: Floor) -> None:
    path = floor.write(ANNA, BO, CY)
    floor.break_off(ANNA, BO, CY)
    floor.clock.advance(timedelta(minutes=1))
    told = floor.intake.lists()[0]
    loaded = floor.intake.resume(told.id)
    assert (loaded.list_id, loaded.new, loaded.rows) == (told.id, 3, 3)
    assert len(floor.leads()) == 3
    assert isinstance(floor.desk.calling.next_lead(), CallCard)
    told = floor.intake.lists()[0]
    assert (told.state, told.can_resume, told.loaded_by) == ("published", False, "ana")
    with pytest.raises(Refused, match="not waiting to be finished"):
        floor.intake.resume(told.id, path)
    with floor.store.reading() as tx:
        assert [one.what for one in entries(tx, "list", told.id)] == ["resumed"]


def test_another_file_does_not_pass_for_the_one_that_was_broken_off(one_floor: Floor) -> None:
    one_floor.break_off(ANNA, BO)
    one_floor.clock.advance(timedelta(minutes=1))
    told = one_floor.intake.lists()[0]
    with pytest.raises(ListRefused, match="not the file that was being loaded"):
        one_floor.intake.resume(told.id, one_floor.write(CY, name="other.csv"))


def test_another_list_goes_on_beside_one_that_was_broken_off(floor: Floor) -> None:
    """Its people are nobody's until it is finished: they must not be taken for known ones."""
    floor.break_off(ANNA, BO, name="broken.csv")
    floor.clock.advance(timedelta(minutes=1))
    loaded = floor.load(ANNA, CY, name="second.csv")
    assert (loaded.new, loaded.updated) == (2, 0)
    assert loaded.notes[0].startswith("Loading “broken.csv” was broken off before.")
    assert sorted(lead.contact.name for lead in floor.leads()) == ["Anna Berg", "Cy Dorn"]
    broken = floor.intake.lists()[1]
    assert (broken.is_unfinished, broken.rows) == (True, 0)
    resumed = floor.intake.resume(broken.id)
    assert (resumed.new, resumed.updated) == (1, 1)
    assert floor.intake.undo(broken.id).removed == 1
    assert floor.intake.undo(loaded.list_id).removed == 2  # type: ignore[arg-type]
    assert all(rows == [] for rows in floor.rows_of().values())


def test_a_list_that_cannot_be_written_to_its_end_leaves_nothing(
    one_floor: Floor, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_floor.load("Anna Berg;;030 23125 417;;;", name="first.csv")
    before = one_floor.rows_of()
    insert = _failing_insert(after=2)
    monkeypatch.setattr("qualdesk.store.lists.insert_many", insert)
    rows = [f"Person {n};;030 2312 {n:04};;;" for n in range(600)]
    with pytest.raises(OSError, match="disk"):
        one_floor.load(ANNA, *rows)
    assert one_floor.rows_of() == before
    assert len(one_floor.intake.lists()) == 1


def _failing_insert(after: int) -> Callable[..., None]:
    from qualdesk.store.bulk import insert_many

    seen = 0

    def insert(tx: Any, table: Any, columns: Any, rows: Any) -> None:
        nonlocal seen
        seen += table.name == "intake_row"
        if seen > after:
            raise OSError("The disk is gone.")
        insert_many(tx, table, columns, rows)

    return insert


# Policies


def test_people_known_already_are_left_out_when_that_is_wanted(floor: Floor) -> None:
    floor.load(ANNA)
    before = floor.rows_of()
    again = floor.load(
        "Anna Berg;;030 23125 417;;Boss;More", BO, choices=ListChoices(if_known=IfKnown.SKIP)
    )
    assert (again.new, again.updated, again.left_out) == (1, 0, 1)
    assert again.left_out_rows[0].reason == "They are known already."
    assert floor.rows_of("contact")["contact"][0] == before["contact"][0]


def test_both_are_kept_when_that_is_wanted(floor: Floor) -> None:
    first = floor.load(ANNA)
    again = floor.load(ANNA, choices=ListChoices(if_known=IfKnown.KEEP_BOTH))
    assert (again.new, again.updated) == (1, 0)
    assert again[0] != first[0]
    assert len(floor.leads()) == 2


def test_only_new_leaves_out_what_an_earlier_list_had(floor: Floor) -> None:
    """By key, by the source's own number, and by the row as it stands."""
    floor.load(ANNA + ";x1", "Dora;;;;;;x2", "Emil;;;;;", name="first.csv", more=";External id")
    later = floor.load(
        "A. Berg;;+49 30 23125417;;;;x9",
        "Somebody else;;030 23125 430;;;;x2",
        "Emil;;;;;",
        BO + ";x3",
        name="second.csv",
        more=";External id",
        choices=ListChoices(only_new=True),
    )
    assert [row.reason for row in later.left_out_rows] == ["In an earlier list."] * 3
    assert (later.new, later[3] is not None) == (1, True)


def test_a_row_with_a_name_only_is_recognised_when_it_comes_again(floor: Floor) -> None:
    rows = ("Dora;;;;;", "Emil;Acme;;;;Wants prices", "Dora;;;;;")
    first = floor.load(*rows)
    assert first.new == 3, "two Doras may be two people"
    again = floor.load(*rows, name="again.csv")
    assert (again.new, again.updated) == (0, 3)
    assert list(again) == list(first)
    floor.desk.library.new_campaign("Webinar", client="north")
    assert floor.load(*rows, campaign="Webinar").new == 3, "a name alone is known in no other"


# Beside other work


def test_a_do_not_call_said_while_the_list_is_loaded_wins(floor: Floor) -> None:
    """Q6."""
    first = floor.load(ANNA)
    rows = [f"Person {n};;030 2312 {n:04};;;" for n in range(400)]

    class Meanwhile(Progress):
        def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
            if says == "Saving" and 0 < done < 400:
                with floor.store.transaction() as tx:
                    suppress(tx, client="north", scope="number", lead_id=LeadId(first[0] or 0),
                             asked_by="them", by="bo", reason="asked",
                             number="+493023120399")  # fmt: skip
            super().report(done, of, says)

    loaded = floor.load(*rows, name="second.csv", progress=Meanwhile())
    assert loaded[399] is None
    assert loaded.left_out_rows[0].reason == "On the do-not-call list."


def test_a_referral_made_while_the_list_is_loaded_is_one_lead(floor: Floor) -> None:
    first = floor.load(ANNA)
    attempt = floor.desk.calling.start_attempt(first[0] or LeadId(0))
    rows = [f"Person {n};;030 2312 {n:04};;;" for n in range(400)]
    named: list[Any] = []

    class Meanwhile(Progress):
        def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
            if says == "Saving" and 0 < done < 400 and not named:
                named.extend(
                    floor.desk.calling.refer(
                        attempt.lead_id, name=f"Person {number}", number=f"030 2312 {number:04}"
                    )
                    for number in (0, 399)
                )
            super().report(done, of, says)

    loaded = floor.load(*rows, name="second.csv", progress=Meanwhile())
    assert [one.lead_id for one in named] == [loaded[0], loaded[399]]
    assert (loaded.new, loaded.updated) == (399, 1)
    names = [lead.contact.name for lead in floor.leads()]
    assert len(names) == len(set(names)) == 401
    undone = floor.intake.undo(loaded.list_id)  # type: ignore[arg-type]
    assert undone.removed == 398
    assert [one.name for one in undone.kept] == ["Person 0"]


def test_a_list_waits_its_turn_and_says_for_whom(floor: Floor) -> None:
    rows = [f"Person {n};;030 2312 {n:04};;;" for n in range(300)]
    said: list[str] = []

    class Impatient(Progress):
        def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
            said.append(says or "")
            if (says or "").startswith("Waiting"):
                self.cancel()
            super().report(done, of, says)

    class Meanwhile(Progress):
        def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
            if says == "Saving" and done == 200:
                other = Desk(floor.store, floor.clock, "bo")
                path = floor.write(BO, name="second.csv")
                with pytest.raises(Cancelled):
                    other.intake.load(path, campaign=FAIR, progress=Impatient())
            super().report(done, of, says)

    floor.load(*rows, progress=Meanwhile())
    assert said[-1] == "Waiting: ana is loading list.csv"
    assert floor.load(BO, name="second.csv").new == 1


def test_a_desk_that_slept_too_long_writes_nothing_more(one_floor: Floor) -> None:
    """A laptop was closed in the middle of a list, and another desk went on."""
    rows = [f"Person {n};;030 2312 {n:04};;;" for n in range(300)]

    class Sleeps(Progress):
        def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
            if says == "Saving" and done == 200:
                one_floor.clock.advance(timedelta(minutes=5))
                Desk(one_floor.store, one_floor.clock, "bo").intake.load(
                    one_floor.write(BO, name="second.csv"), campaign=FAIR
                )
            super().report(done, of, says)

    with pytest.raises(Refused, match="Another desk took this list over"):
        one_floor.load(*rows, progress=Sleeps())
    assert [lead.contact.name for lead in one_floor.leads()] == ["Bo Thal"]


def test_published_leads_stand_in_the_campaign_s_own_cells(floor: Floor) -> None:
    """Otherwise each list would make the next lead of everybody a little slower to find."""
    for number in range(3):
        floor.load(f"Person {number};;030 2312 {number:04};;;", name=f"{number}.csv")
    with floor.store.reading() as tx:
        cells = tx.connection.execute(sa.select(schema.cell)).all()
    assert [cell.of_list for cell in cells] == [0]
    card = floor.desk.calling.next_lead()
    assert not isinstance(card, NothingToCall)


@pytest.mark.parametrize(
    "known",
    ["Anna Berg;;;anna@elbkorn.example;;", "Anna Berg;;+800 1234 5678;anna@elbkorn.example;;"],
    ids=["no number", "no clock"],
)
def test_nobody_is_called_by_what_a_list_says_before_it_is_published(
    floor: Floor, known: str
) -> None:
    """Somebody known to whom only the list gives a number, or a clock."""
    floor.load(known, name="first.csv")
    before = floor.rows_of()
    assert isinstance(floor.desk.calling.next_lead(), NothingToCall)
    floor.break_off(ANNA, BO)
    assert isinstance(floor.desk.calling.next_lead(), NothingToCall)
    assert {one.code for one in floor.desk.queue.why_empty().reasons} == {"loading"}
    floor.clock.advance(timedelta(minutes=1))
    floor.intake.undo(floor.intake.lists()[0].id)
    assert floor.rows_of() == before
    floor.break_off(ANNA, BO)
    floor.clock.advance(timedelta(minutes=1))
    floor.intake.resume(floor.intake.lists()[0].id)
    assert {one.code for one in floor.desk.queue.why_empty().reasons} == {"free"}


def test_a_list_resumed_while_its_undoing_waited_keeps_what_was_read(floor: Floor) -> None:
    """Two people go to work on a broken-off list, while a third loads another."""
    floor.break_off(ANNA, BO, CY, name="broken.csv")
    floor.clock.advance(timedelta(minutes=1))
    (broken,) = floor.intake.lists()
    with floor.store.transaction() as tx:
        third = begin(tx, broken.campaign_id, ListFacts(
            file_name="third.csv", sha256="", mapping={}, loaded_by="cy"))  # fmt: skip
    assert isinstance(third, Turn)

    class Meanwhile(Progress):
        def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
            if (says or "").startswith("Waiting"):
                with floor.store.transaction() as tx:
                    third.end(tx, state="published")
                Desk(floor.store, floor.clock, "bo").intake.resume(broken.id)
            super().report(done, of, says)

    assert floor.intake.undo(broken.id, progress=Meanwhile()).removed == 3
    told = next(one for one in floor.intake.lists() if one.id == broken.id)
    assert (told.state, told.rows, told.new) == ("undone", 3, 3)
    with floor.store.reading() as tx:
        kept = tx.connection.scalars(sa.select(schema.intake_row.c.row_number)).all()
    assert len(kept) == 3


def test_what_an_unfinished_list_has_too_is_not_removed_under_it(floor: Floor) -> None:
    """Its own undoing would take back numbers that belong to somebody else by then."""
    first = floor.load(ANNA, name="first.csv")
    called = floor.load(CY, name="called.csv")
    floor.break_off("Anna Berg;Elbkorn;030 23125 417, 030 23125 420;;;", BO)
    floor.clock.advance(timedelta(minutes=1))
    assert floor.intake.undo(first.list_id).removed == 0  # type: ignore[arg-type]
    attempt = floor.desk.calling.start_attempt(called[0] or LeadId(0))
    floor.desk.calling.refer(attempt.lead_id, name="Dora Elm", number="030 23125 430")
    assert floor.intake.undo(floor.intake.lists()[0].id).removed == 2
    assert [phone.e164 for phone in floor.by_name("Dora Elm").contact.phones] == ["+493023125430"]
    assert {lead.contact.name for lead in floor.leads()} == {"Cy Dorn", "Dora Elm"}


def test_rows_of_one_known_person_fill_a_gap_once(floor: Floor) -> None:
    """The first that says it leads; nothing the others say is left lying about."""
    floor.load("Anna Berg;;030 23125 417, 030 23125 418, 030 23125 419;;;", name="first.csv")
    before = floor.rows_of()
    floor.load(
        "Anna Berg;;030 23125 417;;;",
        "Anna Berg;Elbkorn;030 23125 418;;Buyer;",
        "Anna Berg;Dorn AG;030 23125 419;;Cook;",
        name="second.csv",
    )
    contact = floor.by_name("Anna Berg").contact
    assert (contact.title, contact.company_name) == ("Buyer", "Elbkorn")
    assert [one["name"] for one in floor.rows_of("company")["company"]] == ["Elbkorn"]
    floor.intake.undo(floor.intake.lists()[0].id)
    assert floor.rows_of() == before


def test_a_workspace_that_fails_after_publishing_does_not_unsay_the_list(
    floor: Floor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is left to tidy is done later: the list is there and can be called."""

    def busy(*_: object, **__: object) -> bool:
        raise WorkspaceBusy

    with monkeypatch.context() as now:
        now.setattr("qualdesk.store.cells.refresh", busy)
        now.setattr("qualdesk.store.stacks.merge_some", busy)
        assert floor.load(ANNA, BO).new == 2
    assert isinstance(floor.desk.calling.next_lead(), CallCard)


def test_what_no_database_keeps_is_left_out_of_a_text_and_not_of_the_list(
    floor: Floor, tmp_path: Path
) -> None:
    """NUL and halves of characters: a workbook may hold them, and a name of a file."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Phone", "No_x0000_te"])
    sheet.append(["An_x0000_na Berg", "030 23125 417", "Wants_x0000_ prices"])
    book.save(tmp_path / "book.xlsx")
    assert floor.intake.load(tmp_path / "book.xlsx", campaign=FAIR).new == 1
    rows = [{"name": "Bo\x00 Th\ud800al", "phones": ["030 23125\x00 418"], "note": "\ud83d"}]
    assert floor.intake.load(rows, campaign=FAIR).new == 1
    assert [lead.contact.name for lead in floor.leads()] == ["Anna Berg", "Bo Thal"]
    named = tmp_path / os.fsdecode(b"caf\xe9.csv")
    named.write_text("Name;Phone\nCy Dorn;030 23125 419\n", encoding="utf-8")
    loaded = floor.intake.load(named, campaign=FAIR)
    assert floor.intake.lists()[0].file_name == "caf?.csv"
    assert floor.intake.undo(loaded.list_id).removed == 1  # type: ignore[arg-type]
