"""Reports for marketing and list owners, among a hundred thousand leads of one list.

    python benchmarks/marketing.py [--leads 100000] [--db URL] [--smoke]

One list whose every tenth lead is nurtured with a yes to mails, and every fifth answered in the
week: what became of the list, counted and written; who is nurtured, counted and written; the
digest of the week. ``scan`` is one bare look at every row of the list with its lead; each report
is beside it with how many times as long it took. JSON lines; times in milliseconds, the median of
three. With ``--db`` an empty PostgreSQL database is used, without it a file made for this run.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from qualdesk.core.campaigns import REHEARSAL, CampaignPlan
from qualdesk.core.clock import SetClock
from qualdesk.core.digest import week_of
from qualdesk.core.ids import ListId
from qualdesk.core.leads import Signals
from qualdesk.core.questions import Question, QuestionId, QuestionKind
from qualdesk.core.scripts import CallScript, Stage, StageKind
from qualdesk.core.sources import ALWAYS
from qualdesk.desk.digest import Digests
from qualdesk.desk.fates import Fates
from qualdesk.desk.nurturing import Nurturing
from qualdesk.desk.versions import keep_script
from qualdesk.store.campaigns import add_campaign
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import add_lead
from qualdesk.store.migrations import prepare
from qualdesk.store.schema import (
    answer,
    attempt,
    contact,
    contact_email,
    intake_row,
    lead,
    lead_list,
    opt_in,
)

_AT = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
_AT_ONCE = 2_000
_ROUNDS = 3
_WORDS = ("line", "waste", "speed", "hands", "trays", "May", "Petersen", "before", "Easter")
_SCRIPT = CallScript(
    id="bench",
    name="Bench",
    version=1,
    stages=(
        Stage(
            kind=StageKind.DISCOVER,
            questions=(
                Question(id=QuestionId("need"), kind=QuestionKind.WORDS, say="What is it about?"),
            ),
        ),
    ),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leads", type=int, default=100_000)
    parser.add_argument("--db", metavar="URL", help="an empty PostgreSQL database")
    parser.add_argument("--smoke", action="store_true", help="1,000 leads")
    asked = parser.parse_args()
    leads = 1_000 if asked.smoke else asked.leads
    with tempfile.TemporaryDirectory() as folder:
        url = asked.db or f"sqlite:///{Path(folder) / 'desk.sqlite'}"
        clock = SetClock(_AT)
        store = Store(url, clock=clock, durable=False)
        prepare(store)
        list_id = _fill(store, leads)
        clock.advance(timedelta(hours=1))
        measure(store, clock, list_id, leads, Path(folder))
        store.close()


def measure(store: Store, clock: SetClock, list_id: ListId, leads: int, folder: Path) -> None:
    """Each report beside one bare look at all rows of the list."""

    def scan() -> None:
        with store.reading() as tx:
            both = intake_row.join(lead, lead.c.id == intake_row.c.lead_id)
            found = tx.connection.execute(
                sa.select(intake_row.c.result, lead.c.state).select_from(both)
            )
            assert sum(1 for _ in found) == leads

    fates, nurturing = Fates(store, clock, "bench"), Nurturing(store, clock, "bench")
    digests = Digests(store, clock, "bench")
    week = week_of(_AT.date())
    out = folder / "out.csv"
    bare = _median(scan)
    say("scan", leads=leads, ms=bare)
    reports: dict[str, Callable[[], Any]] = {
        "fates counted": lambda: fates.of_list(list_id),
        "fates written": lambda: fates.write(list_id, out, may_replace=True),
        "nurture counted": lambda: nurturing.count("Bench"),
        "nurture written": lambda: nurturing.export("Bench", out, may_replace=True),
        "digest": lambda: digests.digest(week),
    }
    assert fates.of_list(list_id).is_whole
    assert nurturing.count("Bench").with_yes == leads // 10
    assert digests.digest(week).needs[0].people == leads // 5
    for name, report in reports.items():
        took = _median(report)
        say(name, ms=took, times=took / bare)


def _median(work: Callable[[], Any]) -> float:
    took = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        work()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


def _fill(store: Store, leads: int) -> ListId:
    with store.transaction() as tx:
        plan = CampaignPlan(name="Bench", source=REHEARSAL, window=ALWAYS)
        campaign = add_campaign(tx, plan).id
        script = keep_script(tx, _SCRIPT, "bench")
        first = tx.connection.scalar(_person(0).returning(contact.c.id))
        new = add_lead(
            tx, campaign_id=campaign, contact_id=first, signals=Signals(), touchpoints=()
        )
        like = dict(tx.connection.execute(lead.select().where(lead.c.id == new)).mappings().one())
        file = lead_list.insert().values(
            campaign_id=campaign,
            file_name="fair.csv",
            state="published",
            loaded_at=tx.now,
            rows=leads,
        )
        of_list = tx.connection.scalar(file.returning(lead_list.c.id))
    chance = random.Random(1)
    for start in range(0, leads, _AT_ONCE):
        with store.transaction() as tx:
            some = range(start, min(start + _AT_ONCE, leads))
            ids = [1_000 + number for number in some]
            _leads(tx, ids, like, of_list)
            _said(tx, ids, script, chance)
    return ListId(of_list or 0)


def _leads(tx: Transaction, ids: list[int], like: dict[str, Any], of_list: Any) -> None:
    run = tx.connection.execute
    run(contact.insert(), [_person_values(one) for one in ids])
    rests = {"ready": False, "wake_at": tx.now + timedelta(days=90), "nurture_track": "Letters"}
    nurtured = [one for one in ids if one % 10 == 0]
    waiting = [one for one in ids if one % 10]
    run(lead.insert(), [{**like, "id": one, "contact_id": one} for one in waiting])
    run(
        lead.insert(),
        [{**like, **rests, "id": one, "contact_id": one, "state": "nurture"} for one in nurtured],
    )
    row = {"list_id": of_list, "raw": [], "result": "new"}
    run(intake_row.insert(), [{**row, "row_number": one, "lead_id": one} for one in ids])
    run(contact_email.insert(), [_email(one) for one in nurtured])


def _said(tx: Transaction, ids: list[int], script: int, chance: random.Random) -> None:
    said = [one for one in ids if one % 5 == 0]
    calls = {one: str(UUID(int=chance.getrandbits(128))) for one in said}
    run = tx.connection.execute
    run(attempt.insert(), list(_calls(tx, calls, script)))
    run(answer.insert(), list(_answers(tx, calls, chance)))
    run(opt_in.insert(), [_yes(tx, one, calls[one]) for one in ids if one % 10 == 0])


def _person(number: int) -> Any:
    return contact.insert().values(**_person_values(number))


def _person_values(number: int) -> dict[str, Any]:
    name = f"Person{number} Petersen{number % 97}"
    keys = " ".join(sorted(name.lower().split()))
    return {"id": number or 1, "name": name, "name_key": keys, "languages": [], "zones": []}


def _email(number: int) -> dict[str, Any]:
    address = f"person{number}@sealers.example"
    return {"contact_id": number, "position": 0, "address": address, "key": address}


def _calls(tx: Transaction, calls: dict[int, str], script: int) -> Iterator[dict[str, Any]]:
    for number, call in calls.items():
        yield {
            "id": call,
            "lead_id": number,
            "caller": "Maya",
            "number": "+493023125101",
            "started_at": tx.now,
            "ended_at": tx.now,
            "outcome": "nurture",
            "reason": "Not this year",
            "script_version_id": script,
        }


def _answers(
    tx: Transaction, calls: dict[int, str], chance: random.Random
) -> Iterator[dict[str, Any]]:
    for number, call in calls.items():
        yield {
            "id": str(UUID(int=chance.getrandbits(128))),
            "attempt_id": call,
            "lead_id": number,
            "question": "need",
            "words": " ".join(chance.choices(_WORDS, k=9)),
            "given_at": tx.now,
        }


def _yes(tx: Transaction, number: int, call: str) -> dict[str, Any]:
    return {
        "contact_id": number,
        "lead_id": number,
        "attempt_id": call,
        "address": f"person{number}@sealers.example",
        "wording": "May we write to you?",
        "language": "en",
        "given_at": tx.now,
    }


def say(what: str, **figures: float) -> None:
    rounded = {name: round(value, 1) for name, value in figures.items()}
    sys.stdout.write(json.dumps({"benchmark": "marketing", "what": what, **rounded}) + "\n")


if __name__ == "__main__":
    main()
