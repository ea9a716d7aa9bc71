"""Whatever is done with a batch, every lead is in one place and every count is its list."""

import io
from contextlib import suppress
from pathlib import Path
from typing import Any

import openpyxl
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from handoff_makers import REASONS, a_definition, a_script
from makers import make_clock, make_contact, make_lead
from qualdesk.core.errors import ExportRefused, Refused
from qualdesk.core.ids import AnswerId, AttemptId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.floor import Floor
from qualdesk.desk.handoff import Exported, Handoff
from qualdesk.desk.library import Library
from qualdesk.store.answers import keep_answer
from qualdesk.store.calls import begin, change_call
from qualdesk.store.database import Store
from qualdesk.store.history import verify
from qualdesk.store.leads import load_lead, place
from qualdesk.store.migrations import prepare
from qualdesk.store.suppression import suppress as never_call

SENT = {Bucket.IN_BATCH, Bucket.TAKEN, Bucket.SENT_BACK}


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
        terms = HandoffTerms(receiver="Lena Brandt", batch_size=2, reasons=REASONS)
        self.campaign = Library(self.store, self.clock, "Rosa").new_campaign(
            "Fair", script=a_script(), definition=a_definition(), handoff=terms
        )
        self.leads: list[LeadId] = []
        self.batches: list[Exported] = []
        self.refused: set[LeadId] = set()

    def teardown(self) -> None:
        self.store.close()

    @rule(documented=st.booleans())
    def a_lead_qualifies(self, documented: bool) -> None:
        with self.store.transaction() as tx:
            lead_id = make_lead(tx, self.campaign, make_contact(tx, f"Lead {len(self.leads)}"))
            call = AttemptId(f"{lead_id:036}")
            versions = (self.campaign.script_version_id, self.campaign.definition_version_id)
            begin(tx, call, lead_id, caller="Ana", number="+4930", token=1, versions=versions)
            said = {"need": "x", "date": "soon", "wants_call": "yes"} if documented else {}
            for place_of, (question, value) in enumerate(said.items()):
                keep_answer(
                    tx,
                    AnswerId(f"{lead_id:030}{place_of:06}"),
                    attempt_id=call,
                    lead_id=lead_id,
                    given=Answer(question=QuestionId(question), value=value),
                )
            change_call(tx, call, outcome="qualified", ended_at=tx.now)
            place(tx, lead_id, Bucket.QUALIFIED)
        self.leads.append(lead_id)

    @rule()
    def a_batch_leaves(self) -> None:
        with suppress(ExportRefused):
            done = self.handoff.export(self.campaign.id, self.round / "out")
            assert not set(done.leads) & self.refused
            self.batches.append(done)

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
    @rule(data=st.data())
    def a_lead_goes_back_to_the_queue(self, data: st.DataObject) -> None:
        with suppress(Refused):
            self.handoff.recycle(data.draw(st.sampled_from(self.leads)))

    @precondition(lambda self: self.leads)
    @rule(data=st.data())
    def somebody_asks_not_to_be_called(self, data: st.DataObject) -> None:
        lead_id = data.draw(st.sampled_from(self.leads))
        with self.store.transaction() as tx:
            common: dict[str, Any] = {"asked_by": "", "by": "Ana", "reason": "asked"}
            never_call(tx, client="", scope="person", lead_id=lead_id, **common)
        self.refused.add(lead_id)

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
            assert summary.waiting >= 0
            assert sum(count for _, count in summary.reasons) == summary.sent_back
        in_batches = {one for batch in self.batches for one in batch.leads}
        with_sales = {one for one in self.leads if self.stands(one) in SENT}
        assert with_sales <= in_batches

    @invariant()
    def the_history_holds_together(self) -> None:
        with self.store.reading() as tx:
            assert verify(tx) is None

    def stands(self, lead_id: LeadId) -> Bucket:
        with self.store.reading() as tx:
            return load_lead(tx, lead_id).bucket

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
    """Model 1 and Q5, through imports of answers, holds, recycling and do-not-calls."""
    BatchesOfALongWeek.folder = tmp_path
    machine = BatchesOfALongWeek.TestCase
    machine.settings = settings(max_examples=12, stateful_step_count=14, deadline=None)
    machine().runTest()
