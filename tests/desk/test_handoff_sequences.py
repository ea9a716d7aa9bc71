"""Whatever is done with a batch, every lead is in one place and every count is its list.

Run with QUALDESK_SEQUENCES=1000 for more of them; CI takes a few.
"""

import csv
import io
import os
import re
from collections import Counter
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import openpyxl
import sqlalchemy as sa
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from handoff_makers import REASONS, a_definition, a_script
from makers import erase, make_clock, make_contact, make_lead
from qualdesk.core.errors import ExportRefused, Refused
from qualdesk.core.handoff_states import BatchItem, ItemState
from qualdesk.core.ids import AnswerId, AttemptId, CrmLoadId, LeadId, SuppressionId
from qualdesk.core.leads import Bucket
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.core.recycling import UNANSWERED, RecycleRule, RecycleTo
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.floor import Floor
from qualdesk.desk.handoff import Exported, Handoff
from qualdesk.desk.handoff_clocks import Clocks
from qualdesk.desk.library import Library
from qualdesk.desk.sales import Sales
from qualdesk.desk.way_back import WayBack
from qualdesk.store.answers import keep_answer
from qualdesk.store.calls import begin, change_call, count_try
from qualdesk.store.database import Store
from qualdesk.store.handoff_items import load_item, newest_item
from qualdesk.store.history import verify
from qualdesk.store.leads import load_lead, place
from qualdesk.store.migrations import prepare
from qualdesk.store.schema import contact_phone, handoff_item
from qualdesk.store.schema import lead as lead_table
from qualdesk.store.suppression import suppress as never_call
from qualdesk.store.suppression_lift import lift

SEQUENCES = int(os.environ.get("QUALDESK_SEQUENCES", "5"))
SENT = {Bucket.IN_BATCH, Bucket.TAKEN, Bucket.SENT_BACK, Bucket.WON, Bucket.LOST}
WAITS = {ItemState.SENT, ItemState.READ, ItemState.UNANSWERED}
ANSWERED = {ItemState.TAKEN, ItemState.SENT_BACK, ItemState.DISPUTED}
# What the newest batch of a lead says, by where the lead stands.
FITS = {
    Bucket.IN_BATCH: WAITS,
    Bucket.TAKEN: ANSWERED,
    Bucket.SENT_BACK: ANSWERED,
    Bucket.WON: {ItemState.WON},
    Bucket.LOST: {ItemState.LOST},
}
# One reason comes back by itself, the others wait for somebody.
RULES = (
    RecycleRule(when=UNANSWERED, after_days=3),
    RecycleRule(when=REASONS[0], to=RecycleTo.QUEUE, after_days=1),
)


class BatchesOfALongWeek(RuleBasedStateMachine):
    """Leads qualify, leave, come back, are held and suppressed, in any order."""

    folder: Path

    def __init__(self) -> None:
        super().__init__()
        self.clock = make_clock()
        self.round = self.folder / str(len(list(self.folder.iterdir())))
        self.round.mkdir()
        self.store = Store(f"sqlite:///{self.round}/desk.sqlite", clock=self.clock, durable=False)
        prepare(self.store)
        self.handoff = Handoff(self.store, self.clock, "Rosa")
        self.way_back = WayBack(self.store, "Rosa")
        self.sales = Sales(self.store, "Lena Brandt")
        terms = HandoffTerms(receiver="Lena Brandt", batch_size=2, reasons=REASONS, recycle=RULES)
        self.campaign = Library(self.store, self.clock, "Rosa").new_campaign(
            "Fair", script=a_script(), definition=a_definition(), handoff=terms
        )
        self.leads: list[LeadId] = []
        self.calls = 0
        self.batches: list[Exported] = []
        self.crm_files: list[CrmLoadId] = []
        # Who said no, and what was written down of it: of the person, and of a number.
        self.persons: dict[LeadId, list[SuppressionId]] = {}
        self.numbers: dict[LeadId, list[SuppressionId]] = {}

    def teardown(self) -> None:
        self.store.close()

    @rule(documented=st.booleans())
    def a_lead_qualifies(self, documented: bool) -> None:
        with self.store.transaction() as tx:
            lead_id = make_lead(tx, self.campaign, make_contact(tx, f"Lead {len(self.leads)}"))
        self.call(lead_id, documented=documented)
        self.leads.append(lead_id)

    def call(self, lead_id: LeadId, *, documented: bool) -> None:
        """They were called and stand qualified, with or without what sales must know."""
        self.calls += 1
        with self.store.transaction() as tx:
            call = AttemptId(f"{self.calls:036}")
            versions = (self.campaign.script_version_id, self.campaign.definition_version_id)
            begin(tx, call, lead_id, caller="Ana", number="+4930", token=1, versions=versions)
            said = {"need": "x", "date": "soon", "wants_call": "yes"} if documented else {}
            for place_of, (question, value) in enumerate(said.items()):
                keep_answer(
                    tx,
                    AnswerId(f"{self.calls:030}{place_of:06}"),
                    attempt_id=call,
                    lead_id=lead_id,
                    given=Answer(question=QuestionId(question), value=value),
                )
            change_call(tx, call, outcome="qualified", ended_at=tx.now)
            count_try(tx, lead_id, tx.now.date())
            place(tx, lead_id, Bucket.QUALIFIED)

    @rule()
    def a_batch_leaves(self) -> None:
        with suppress(ExportRefused):
            done = self.handoff.export(self.campaign.id, self.round / "out")
            assert not set(done.leads) & set(self.refused)
            self.batches.append(done)
            self.no_number_leaves_that_must_not(done)

    @precondition(lambda self: self.batches)
    @rule(data=st.data())
    def sales_answers_a_sheet(self, data: st.DataObject) -> None:
        batch = data.draw(st.sampled_from(self.batches))
        self.handoff.answers(self.filled(batch, data))

    @precondition(lambda self: self.leads)
    @rule(data=st.data(), back=st.booleans())
    def a_lead_is_held_or_put_back(self, data: st.DataObject, back: bool) -> None:
        lead_id = data.draw(st.sampled_from(self.leads))
        with suppress(Refused):
            (self.handoff.put_back if back else self.handoff.hold_back)(lead_id)

    @precondition(lambda self: self.leads)
    @rule(data=st.data(), to=st.sampled_from(RecycleTo))
    def a_lead_is_taken_back_by_hand(self, data: st.DataObject, to: RecycleTo) -> None:
        with suppress(Refused):
            self.way_back.recycle(data.draw(st.sampled_from(self.leads)), to=to)

    @precondition(lambda self: self.batches)
    @rule(data=st.data())
    def sales_opens_a_lead(self, data: st.DataObject) -> None:
        item = self.any_item(data)
        with suppress(Refused):
            self.sales.open(item.item_id)
            with self.store.reading() as tx:
                assert load_item(tx, item.item_id).state is not ItemState.SENT

    @precondition(lambda self: self.batches)
    @rule(data=st.data(), takes=st.booleans(), takes_back=st.booleans())
    def sales_answers_in_the_app(self, data: st.DataObject, takes: bool, takes_back: bool) -> None:
        """What is taken back within ten seconds leaves no trace in what stands."""
        item, before = self.any_item(data), self.all_that_stands()
        with suppress(Refused):
            if takes:
                self.sales.take(item.item_id, opportunity="O-1", note="Good")
            else:
                self.sales.send_back(item.item_id, data.draw(st.sampled_from(REASONS)))
            if takes_back:
                self.sales.undo(item.item_id)
                assert self.all_that_stands() == before

    @rule(days=st.integers(0, 12))
    def days_pass(self, days: int) -> None:
        self.clock.advance(timedelta(days=days))
        Clocks(self.store, "Rosa").tick()

    @precondition(lambda self: self.batches)
    @rule(data=st.data())
    def a_batch_is_recalled(self, data: st.DataObject) -> None:
        batch = data.draw(st.sampled_from(self.batches))
        with suppress(Refused):
            self.way_back.recall(batch.batch_id, "Wrong list")

    @precondition(lambda self: self.batches)
    @rule(data=st.data())
    def an_answer_is_disputed(self, data: st.DataObject) -> None:
        with suppress(Refused):
            self.way_back.dispute(self.any_item(data).item_id, "Not so")

    @precondition(lambda self: self.batches)
    @rule(data=st.data(), changed=st.booleans(), withdraws=st.booleans())
    def a_dispute_is_settled(self, data: st.DataObject, changed: bool, withdraws: bool) -> None:
        for item in self.way_back.disputes(self.campaign.id):
            assert item.dispute is not None
            with suppress(Refused):
                if withdraws:
                    self.way_back.withdraw(item.dispute.id)
                else:
                    reason = data.draw(st.sampled_from(REASONS))
                    said = {"because": "Looked at it", "reason": reason}
                    self.way_back.review(item.dispute.id, changed=changed, **said)

    @precondition(lambda self: self.batches)
    @rule(data=st.data(), takes_back=st.booleans())
    def the_crm_says_what_became_of_them(self, data: st.DataObject, takes_back: bool) -> None:
        """A file that is taken back at once leaves no trace in what stands."""
        items = [one for batch in self.batches for one in self.way_back.items(batch.batch_id)]
        chosen = data.draw(st.lists(st.sampled_from(items), min_size=1, max_size=3))
        stages = st.sampled_from(["Closed Won", "Closed Lost", "Negotiation"])
        path = self.round / "crm.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            rows = [(one.item_id, data.draw(stages)) for one in chosen]
            csv.writer(file).writerows([("Lead ID", "Stage"), *rows])
        before = self.all_that_stands()
        done = self.way_back.load_outcomes(path)
        if done.load_id is None:
            assert self.all_that_stands() == before
        elif takes_back:
            self.way_back.undo_outcomes(done.load_id)
            assert self.all_that_stands() == before
        else:
            self.crm_files.append(done.load_id)

    @precondition(lambda self: self.crm_files)
    @rule(data=st.data())
    def a_crm_file_is_taken_back(self, data: st.DataObject) -> None:
        with suppress(Refused):
            self.way_back.undo_outcomes(data.draw(st.sampled_from(self.crm_files)))

    @precondition(lambda self: self.leads)
    @rule(data=st.data())
    def a_lead_is_called_and_qualified_again(self, data: st.DataObject) -> None:
        lead_id = data.draw(st.sampled_from(self.leads))
        if self.stands(lead_id) in {Bucket.WAITING, Bucket.NURTURE}:
            assert lead_id not in self.refused
            self.call(lead_id, documented=True)

    @precondition(lambda self: self.leads)
    @rule(data=st.data(), scope=st.sampled_from(["person", "number"]))
    def somebody_asks_not_to_be_called(self, data: st.DataObject, scope: str) -> None:
        lead_id = data.draw(st.sampled_from(self.leads))
        number = self.number_of(lead_id) if scope == "number" else ""
        if scope == "number" and not number:
            return  # They were erased: there is none to name.
        with self.store.transaction() as tx:
            common: dict[str, Any] = {"asked_by": "", "by": "Ana", "reason": "asked"}
            done = never_call(tx, client="", scope=scope, lead_id=lead_id, number=number, **common)
        said = self.persons if scope == "person" else self.numbers
        if done.ids:
            said.setdefault(lead_id, []).extend(done.ids)

    @precondition(lambda self: self.persons)
    @rule(data=st.data())
    def a_supervisor_takes_a_do_not_call_back(self, data: st.DataObject) -> None:
        self.lift_one(self.persons, data)

    @precondition(lambda self: self.numbers)
    @rule(data=st.data())
    def a_number_may_be_called_again(self, data: st.DataObject) -> None:
        self.lift_one(self.numbers, data)

    @precondition(lambda self: self.leads)
    @rule(data=st.data())
    def somebody_is_erased(self, data: st.DataObject) -> None:
        lead_id = data.draw(st.sampled_from(self.leads))
        with suppress(Refused), self.store.erasing() as tx:
            erase(tx, lead_id)

    @invariant()
    def every_lead_is_in_one_bucket(self) -> None:
        buckets = Floor(self.store, self.clock, "Rosa").buckets(self.campaign.id)
        assert buckets.adds_up
        assert buckets.total == len(self.leads)

    @invariant()
    def every_qualified_lead_is_in_one_part_of_the_next_batch(self) -> None:
        batch = self.handoff.next_batch(self.campaign.id)
        parts = [*batch.ready, *batch.later, *batch.blocked, *batch.held_back]
        listed = [one.lead_id for one in parts]
        assert sorted(listed) == [one for one in self.leads if self.stands(one) is Bucket.QUALIFIED]
        assert all(not one.lacks for one in (*batch.ready, *batch.later))
        assert all(one.lacks for one in batch.blocked)
        assert len(batch.ready) <= 2
        assert batch.number == len(self.batches) + 1

    @invariant()
    def every_count_of_a_batch_is_its_leads(self) -> None:
        summaries = self.handoff.batches(self.campaign.id)
        assert [one.batch_id for one in summaries] == [
            one.batch_id for one in reversed(self.batches)
        ]
        for summary, batch in zip(summaries, reversed(self.batches), strict=True):
            assert summary.leads == len(batch.leads)
            items = self.way_back.items(batch.batch_id)
            states = Counter(one.state for one in items)
            assert dict(summary.states) == dict(states)
            assert sum(states.values()) == summary.leads
            assert summary.waiting == sum(states[one] for one in WAITS)
            assert sum(count for _, count in summary.reasons) == summary.sent_back
            assert sum(count for _, count in summary.receivers) == summary.leads
            assert (summary.recalled_at is None) <= (summary.recalled == 0)
        in_batches = {one for batch in self.batches for one in batch.leads}
        with_sales = {one for one in self.leads if self.stands(one) in SENT}
        assert with_sales <= in_batches

    @invariant()
    def every_lead_with_sales_stands_as_its_newest_batch_says(self) -> None:
        for lead_id in self.leads:
            stands = self.stands(lead_id)
            if stands in FITS:
                with self.store.reading() as tx:
                    newest = newest_item(tx, lead_id)
                assert newest is not None
                assert newest.state in FITS[stands]

    @invariant()
    def every_list_of_what_waits_is_what_waits(self) -> None:
        items = [one for batch in self.batches for one in self.way_back.items(batch.batch_id)]
        waiting = self.way_back.waiting(self.campaign.id)
        assert [one.item_id for one in waiting] == [
            one.item_id for one in items if one.state in WAITS
        ]
        disputed = {one.item_id for one in self.way_back.disputes(self.campaign.id)}
        assert disputed >= {one.item_id for one in items if one.state is ItemState.DISPUTED}

    @invariant()
    def nobody_is_nurtured_without_a_track_and_a_day(self) -> None:
        with self.store.reading() as tx:
            lost = sa.select(sa.func.count()).where(
                lead_table.c.state == Bucket.NURTURE.value,
                sa.or_(lead_table.c.nurture_track == "", lead_table.c.wake_at.is_(None)),
            )
            assert tx.connection.scalar(lost) == 0

    @invariant()
    def the_history_holds_together(self) -> None:
        with self.store.reading() as tx:
            assert verify(tx) is None

    @property
    def refused(self) -> set[LeadId]:
        """Whoever may not be called at this moment."""
        return {*self.persons, *self.numbers}

    def lift_one(self, said: dict[LeadId, list[SuppressionId]], data: st.DataObject) -> None:
        lead_id = data.draw(st.sampled_from(sorted(said)))
        with self.store.transaction() as tx:
            lift(tx, said.pop(lead_id), "A mistake")

    def number_of(self, lead_id: LeadId) -> str:
        with self.store.reading() as tx:
            return next((one.e164 for one in load_lead(tx, lead_id).contact.phones), "")

    def all_that_stands(self) -> list[Any]:
        """Every row of the leads and of their places in batches."""
        with self.store.reading() as tx:
            return [
                row
                for table in (lead_table, handoff_item)
                for row in tx.connection.execute(sa.select(table).order_by(table.c.id)).all()
            ]

    def stands(self, lead_id: LeadId) -> Bucket:
        with self.store.reading() as tx:
            return load_lead(tx, lead_id).bucket

    def any_item(self, data: st.DataObject) -> BatchItem:
        batch = data.draw(st.sampled_from(self.batches))
        return data.draw(st.sampled_from(self.way_back.items(batch.batch_id)))

    def no_number_leaves_that_must_not(self, batch: Exported) -> None:
        """Model 6: in no file that can be read as text."""
        with self.store.reading() as tx:
            query = (
                sa.select(contact_phone.c.e164)
                .join(lead_table, lead_table.c.contact_id == contact_phone.c.contact_id)
                .where(lead_table.c.id.in_(list(self.refused)))
            )
            numbers = tx.connection.scalars(query).all()
        for path in batch.files:
            text = path.read_bytes().decode("utf-8", "replace")
            assert not [one for one in numbers if re.search(rf"{re.escape(one)}(?!\d)", text)]

    def filled(self, batch: Exported, data: st.DataObject) -> Path:
        """The batch's sheet with any answers, good and bad, in any order, some twice."""
        says = ["", "takes", "sends back", "perhaps"]
        rows = [list(row) for row in self.sheet_of(batch)]
        rows = data.draw(st.permutations(rows + rows[:1]))
        path = self.round / "answered.csv"
        with io.StringIO() as text:
            text.write("Lead ID;Batch;Takes it?;Reason\n")
            for item_id, title, *_ in rows:
                answer = data.draw(st.sampled_from(says))
                reason = data.draw(st.sampled_from(["", *REASONS, "Bored"]))
                text.write(f"{item_id};{title};{answer};{reason}\n")
            path.write_text(text.getvalue(), encoding="utf-8")
        return path

    def sheet_of(self, batch: Exported) -> list[tuple[Any, ...]]:
        sheet = openpyxl.load_workbook(batch.folder / "answers.xlsx")["Answers"]
        return list(sheet.iter_rows(min_row=2, max_col=3, values_only=True))


def test_any_sequence_leaves_every_lead_in_one_place(tmp_path: Path) -> None:
    """Model 1 and Q5, through answers, clocks, recalls, disputes, won and lost, do-not-calls."""
    BatchesOfALongWeek.folder = tmp_path
    machine = BatchesOfALongWeek.TestCase
    machine.settings = settings(max_examples=SEQUENCES, stateful_step_count=20, deadline=None)
    machine().runTest()
