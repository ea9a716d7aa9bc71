"""What sales answered in a file, read back: each row is used, known, or named with its place."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qualdesk.core.answer_judging import judge_answers
from qualdesk.core.changes import Changes
from qualdesk.core.errors import Problem
from qualdesk.core.ids import LeadId
from qualdesk.core.sales_answers import (
    AnswersJudged,
    AnswersRead,
    FileFacts,
    SalesAnswer,
    SentItem,
    SheetRow,
    signer_of,
)
from qualdesk.core.wording import tr
from qualdesk.store.answer_readers import note_reading
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Store, Transaction
from qualdesk.store.sales_answers import complete_answer, keep_answer, sent_items, title_of

AT_ONCE = 50
"""Leads written in one transaction: in a workspace file nobody else writes while it runs."""


class Answering:
    """Reading what sales answered: an answer sheet, or the page for a browser."""

    def __init__(self, store: Store, caller: str) -> None:
        self._store = store
        self._caller = caller

    def answers(self, path: Path) -> AnswersRead:
        """Read what sales answered. Rows that cannot be used are named and change nothing.

        Reading the same file twice changes nothing the second time. What is new in a large file
        is written in several steps; after a crash between two of them it is read once more.

        Raises:
            AnswerSheetRefused: the file is none of ours, or cannot be read.
        """
        from qualdesk.files.answer_files import read_answers

        file = read_answers(Path(path))
        with self._store.reading() as tx:
            facts, of_file = _known(tx, file.facts)
            items = sent_items(tx, (row.id for row in file.rows), hold=False)
        judged = judge_answers(file.rows, items, facts)
        used = {said.row for said in (*judged.answers, *judged.completed)}
        read = _read(replace(judged, answers=(), completed=(), notes=()), items)
        for rows in chunks((row for row in file.rows if row.row in used), AT_ONCE):
            read = _both(read, self._keep(rows, facts, file.kind))
        return replace(read, problems=(*of_file, *read.problems))

    def _keep(self, rows: Sequence[SheetRow], facts: FileFacts, kind: str) -> AnswersRead:
        """Write down what these rows say, judged once more: meanwhile others may have answered."""
        with self._store.transaction() as tx:
            items = sent_items(tx, (row.id for row in rows))
            judged = judge_answers(rows, items, facts)
            for said in judged.answers:
                item = items[said.item_id]
                by = signer_of(item, facts) or self._caller
                keep_answer(tx, said, item, by=by, answered_in=kind)
            for said in judged.completed:
                complete_answer(tx, said, items[said.item_id])
            touched = [items[said.item_id] for said in (*judged.answers, *judged.completed)]
            for batch_id in sorted({item.batch_id for item in touched}):
                count = sum(item.batch_id == batch_id for item in touched)
                note_reading(tx, self._caller, batch_id, count)
        return _read(judged, items)


def _known(tx: Transaction, facts: FileFacts) -> tuple[FileFacts, tuple[Problem, ...]]:
    """What the file says of itself, as far as it is true; and what is to be said of the rest."""
    if facts.batch_id is None:
        return facts, ()
    title = title_of(tx, facts.batch_id)
    if title == facts.batch:
        return facts, ()
    says = tr(
        "It says that it is of {batch}, which is none of ours: it was edited, or comes from "
        "another workspace. Each row was looked at by its own id.",
        batch=facts.batch[:80] or tr("batch {number}", number=facts.batch_id),
    )
    return FileFacts(), (Problem(place=tr("The whole file"), says=says),)


def _read(judged: AnswersJudged, items: dict[str, SentItem]) -> AnswersRead:
    def leads(said: Sequence[SalesAnswer]) -> tuple[LeadId, ...]:
        return tuple(items[one.item_id].lead_id for one in said)

    touched = [items[said.item_id] for said in (*judged.answers, *judged.completed)]
    return AnswersRead(
        taken=leads([one for one in judged.answers if one.takes]),
        sent_back=leads([one for one in judged.answers if not one.takes]),
        completed=leads(judged.completed),
        already=leads(judged.already),
        waiting=judged.waiting,
        problems=judged.problems,
        notes=judged.notes,
        changes=Changes(
            leads=frozenset(item.lead_id for item in touched),
            batches=frozenset(item.batch_id for item in touched),
            queue=bool(touched),
        ),
    )


def _both(first: AnswersRead, then: AnswersRead) -> AnswersRead:
    return AnswersRead(
        taken=(*first.taken, *then.taken),
        sent_back=(*first.sent_back, *then.sent_back),
        completed=(*first.completed, *then.completed),
        already=(*first.already, *then.already),
        waiting=first.waiting + then.waiting,
        problems=(*first.problems, *then.problems),
        notes=(*first.notes, *then.notes),
        changes=first.changes | then.changes,
    )
