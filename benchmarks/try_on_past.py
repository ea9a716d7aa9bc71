"""How long a draft takes to be tried on finished leads, beside judging every one of them.

    python benchmarks/try_on_past.py [--smoke | --full] [--postgres ADDRESS]

Two kinds of past: ``alike``, where leads choose among the answers of the sample script, and
``unlike``, where each also names a number, so that hardly two answered the same. ``first`` takes
all leads in (once; later only what was finished since); ``first trial`` is a draft beside the
definition in force, after the program was started; ``trial`` the same with each later change of
the draft; ``slider`` counts anew at another threshold; ``gap`` lays
two definitions over each other. ``naive`` reads every lead's answers and judges each of them
twice; ``ratio`` is how many times as long that takes. Medians in milliseconds of five (slider:
microseconds of 200), as JSON lines; ``processor`` is this process's own time, which other work on
the machine does not lengthen. ``ADDRESS`` is a PostgreSQL server; a database is made and dropped.
"""

import argparse
import json
import os
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from whole_queues import AT, CAMPAIGNS, fill
from why_empty import workspace

from qualdesk.core.clock import SetClock
from qualdesk.core.conditions import More
from qualdesk.core.definition import Criterion, Definition, VerdictKind, judge
from qualdesk.core.ids import LeadId
from qualdesk.core.questions import Question, QuestionId, QuestionKind
from qualdesk.core.scripts import CallScript, StageKind
from qualdesk.desk.library import Library
from qualdesk.desk.trying import Trying
from qualdesk.desk.versions import script_version
from qualdesk.store.database import Store
from qualdesk.store.finished import of_leads, said_by, unseen
from qualdesk.store.schema import answer, attempt, campaign, handoff_batch, handoff_item

LIMIT = 1000.0
_AT_ONCE = 5_000
_REASONS = ("Wrong person", "No date in sight", "Already a customer", "Not our region")
# What became of a lead, of a hundred: where it stands, and what sales said.
_STANDINGS = (
    (45, "nurture", ""),
    (65, "not_a_fit", ""),
    (70, "qualified", ""),
    (74, "in_batch", "sent"),
    (90, "taken", "taken"),
    (93, "won", "taken"),
    (95, "lost", "taken"),
    (100, "sent_back", "sent_back"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="2,000 leads, quickly")
    parser.add_argument("--full", action="store_true", help="a million leads too, without naive")
    parser.add_argument("--postgres", metavar="ADDRESS", help="postgresql://LOGIN@HOST:PORT")
    asked = parser.parse_args()
    sizes = [2_000] if asked.smoke else [10_000, 100_000]
    sizes += [1_000_000] if asked.full else []
    say(what="machine", processors=os.cpu_count(), load=os.getloadavg())
    for size in sizes:
        for kind in ("alike", "unlike"):
            with workspace(asked.postgres) as url:
                measure(url, size, kind, "postgresql" if asked.postgres else "sqlite")


def measure(url: str, size: int, kind: str, database: str) -> None:
    store = fill(url, size, _standing)
    clock = SetClock(AT)
    script, before, draft = documents(store, clock, kind)
    answer_all(store, size, script)
    if database == "postgresql":
        with store.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.execute(sa.text("ANALYZE"))
    trying = Trying(store, clock, "bench")
    about = {"database": database, "kind": kind, "leads": size}
    with taken() as first:
        trying.catch_up()
    say(what="first", **about, **first)
    with taken() as cold:
        trial = trying.trial(draft, before)
    say(what="first trial", **about, **cold)
    shapes = len({group.shape_id for group in _groups(store)})
    tried = median(5, lambda: trying.trial(draft, before))
    judged = {"limit": LIMIT, "is_kept": tried["milliseconds"] <= LIMIT}
    is_asked = size == 100_000
    say(
        what="trial",
        **about,
        tried_on=trial.leads,
        shapes=shapes,
        **tried,
        **(judged if is_asked else {}),
    )
    say(what="gap", **about, **median(5, lambda: trying.gap(before, draft)))
    slides = []
    for threshold in range(200):
        begun = time.perf_counter()
        trial.at(threshold)
        slides.append((time.perf_counter() - begun) * 1e6)
    say(what="slider", **about, microseconds=round(statistics.median(slides), 1))
    if size <= 100_000:
        with taken() as slow:
            counted = naive(store, draft, before)
        assert counted == (trial.before.qualified, trial.after.qualified), counted
        ratio = round(slow["milliseconds"] / tried["milliseconds"], 1)
        say(what="naive", **about, **slow, ratio=ratio)
    store.close()


def naive(store: Store, draft: Definition, before: Definition) -> tuple[int, int]:
    """How many are qualified under each, by judging all answers of everybody."""
    found: Counter[bool] = Counter()
    with store.reading() as tx:
        ids = [LeadId(one) for one in tx.connection.scalars(sa.text("SELECT id FROM lead"))]
        for start in range(0, len(ids), 500):
            for said in said_by(tx, of_leads(tx, ids[start : start + 500])):
                script = script_version(tx, said.script)
                assert script is not None
                for is_draft, definition in ((False, before), (True, draft)):
                    verdict = judge(definition, script, said.answers)
                    found[is_draft] += verdict.kind is VerdictKind.QUALIFIED
    return found[False], found[True]


def documents(
    store: Store, clock: SetClock, kind: str
) -> tuple[CallScript, Definition, Definition]:
    """The sample script and definition in force, and a draft that differs in three places."""
    library = Library(store, clock, "bench")
    script, before = library.shipped_script(), library.shipped_definition()
    if kind == "unlike":
        sites = Question(
            id=QuestionId("sites"), kind=QuestionKind.NUMBER, say="How many?", short="Sites"
        )
        stages = [
            replace(stage, questions=(*stage.questions, sites))
            if stage.kind is StageKind.FIT
            else stage
            for stage in script.stages
        ]
        script = replace(script, stages=tuple(stages))
        many = Criterion(
            id="sites",
            label="Sites",
            question=sites.id,
            points=10,
            met_when=More(question="sites", than=500_000),
        )
        before = replace(before, criteria=(*before.criteria, many))
    for one in library.campaigns():
        library.set_script(one.campaign.id, script)
        library.set_definition(one.campaign.id, before)
    changed = [
        replace(c, must_have=False) if c.id == "date" else replace(c, points=c.points + 5)
        for c in before.criteria
    ]
    draft = replace(before, version=before.version + 1, threshold=75, criteria=tuple(changed))
    return script, before, draft


def answer_all(store: Store, size: int, script: CallScript) -> None:
    """A call with answers for every lead, and a batch of each campaign for those handed over."""
    chance = random.Random(11)
    with store.transaction() as tx:
        of = dict(tx.connection.execute(sa.text("SELECT id, campaign_id FROM lead")).all())
        found = tx.connection.execute(sa.select(campaign)).all()
        versions = {row.id: (row.script_version_id, row.definition_version_id) for row in found}
        batches = {}
        for number in range(1, CAMPAIGNS + 1):
            new = handoff_batch.insert().values(
                campaign_id=number, state="sent", answer_by="2026-04-01", made_at=AT, sent_at=AT
            )
            batches[number] = tx.connection.scalar(new.returning(handoff_batch.c.id))
    for start in range(1, size + 1, _AT_ONCE):
        numbers = range(start, min(start + _AT_ONCE, size + 1))
        calls, answers, items = [], [], []
        for number in numbers:
            script_id, definition_id = versions[of[number]]
            calls.append(_call(number, script_id, definition_id))
            answers += list(_answers(number, script, chance))
            said = _kind(number)[2]
            if said:
                items.append(_item(number, batches[of[number]], said))
        with store.transaction() as tx:
            for table, rows in ((attempt, calls), (answer, answers), (handoff_item, items)):
                if rows:
                    tx.connection.execute(table.insert(), rows)


def _standing(number: int) -> dict[str, Any]:
    return {
        "state": _kind(number)[1],
        "attempts": 1,
        "last_attempt_at": AT - timedelta(minutes=number % 5000 + 60),
    }


def _kind(number: int) -> tuple[int, str, str]:
    place = number * 7919 % 100
    return next(kind for kind in _STANDINGS if place < kind[0])


def _call(number: int, script: int, definition: int) -> dict[str, Any]:
    at = AT - timedelta(minutes=number % 5000 + 60)
    return {
        "id": str(UUID(int=number)),
        "lead_id": number,
        "caller": "ana",
        "started_at": at,
        "ended_at": at,
        "outcome": "nurture",
        "script_version_id": script,
        "definition_version_id": definition,
    }


def _answers(number: int, script: CallScript, chance: random.Random) -> Iterator[dict[str, Any]]:
    at = AT - timedelta(minutes=number % 5000 + 60)
    for order, question in enumerate(script.questions):
        if not question.is_asked or chance.random() < 0.15:
            continue
        knows = chance.random() > 0.05
        yield {
            "id": str(UUID(int=number * 64 + order)),
            "attempt_id": str(UUID(int=number)),
            "lead_id": number,
            "question": question.id,
            "value": _value(question, chance) if knows else None,
            "words": "as they said it" if knows and order % 3 == 0 else "",
            "does_not_know": not knows,
            "given_at": at,
            "order": order,
        }


def _value(question: Question, chance: random.Random) -> Any:
    if question.choices:
        return chance.choice(question.choices).value
    if question.kind is QuestionKind.NUMBER:
        return chance.randrange(1_000_000)
    return f"Words number {chance.randrange(10**9)}"


def _item(number: int, batch: Any, said: str) -> dict[str, Any]:
    return {
        "id": str(UUID(int=10**12 + number)),
        "batch_id": batch,
        "lead_id": number,
        "brief": {},
        "state": said,
        "reason": _REASONS[number % 4] if said == "sent_back" else "",
        "answered_at": None if said == "sent" else AT,
    }


def _groups(store: Store) -> Sequence[Any]:
    from qualdesk.store.past import groups

    with store.reading() as tx:
        assert not unseen(tx)
        return groups(tx)


def median(times: int, work: Callable[[], object]) -> dict[str, Any]:
    took: list[dict[str, Any]] = []
    for _ in range(times):
        with taken() as one:
            work()
        took.append(one)
    return {name: round(statistics.median(one[name] for one in took), 1) for name in took[0]}


@contextmanager
def taken() -> Iterator[dict[str, Any]]:
    """How long the block takes, in milliseconds."""
    told: dict[str, Any] = {}
    begun, busy = time.perf_counter(), time.process_time()
    yield told
    told["milliseconds"] = round((time.perf_counter() - begun) * 1000, 1)
    told["processor"] = round((time.process_time() - busy) * 1000, 1)


def say(**told: object) -> None:
    print(json.dumps({"benchmark": "try_on_past", **told, "load": os.getloadavg()[0]}), flush=True)


if __name__ == "__main__":
    main()
