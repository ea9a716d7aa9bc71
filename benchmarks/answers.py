"""Answers from sales, of ten thousand leads at once: read from a sheet and from a page, and kept.

    python benchmarks/answers.py [--leads 10000] [--db URL] [--smoke]

A workspace with leads that left in one batch. Half of them are answered in a workbook, which is
read and kept, then read again; then all in the page, which adds the others. ``transaction`` is how
long each step keeps others from writing. Beside them, in the same run, the same workbook read by
openpyxl alone, the page's answers by json alone, and what the disk itself takes. JSON lines; times
in milliseconds. With ``--db`` an empty PostgreSQL database is used, without it a file made for this
run. Needs openpyxl, of the extra "test".
"""

import argparse
import io
import json
import os
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import openpyxl

from qualdesk.core.campaigns import REHEARSAL, CampaignPlan
from qualdesk.core.clock import SetClock
from qualdesk.core.handoff import Brief, ComesFrom, HandoffItem, Package, Receiver
from qualdesk.core.ids import BatchId, CampaignId, LeadId
from qualdesk.core.leads import Bucket, Contact, Lead, Signals
from qualdesk.core.sales_answers import AnswersRead
from qualdesk.core.sources import ALWAYS
from qualdesk.desk.answering import Answering
from qualdesk.files.answer_files import read_answers
from qualdesk.files.answer_form import answer_sheet
from qualdesk.files.answer_page import answer_page
from qualdesk.store import handoffs
from qualdesk.store.campaigns import add_campaign, load_campaign
from qualdesk.store.database import Store, Transaction
from qualdesk.store.handoffs import LeavingItem
from qualdesk.store.leads import add_lead, place
from qualdesk.store.migrations import prepare
from qualdesk.store.schema import contact

_AT = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
_LENA = Receiver(name="Lena Brandt", zone="Europe/Berlin")


class TimedStore(Store):
    """A store that writes down how long each transaction took."""

    def __init__(self, url: str, clock: SetClock, *, durable: bool) -> None:
        super().__init__(url, clock=clock, durable=durable)
        self.took: list[float] = []

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """A unit of work, timed."""
        began = time.perf_counter()
        with super().transaction() as tx:
            yield tx
        self.took.append((time.perf_counter() - began) * 1000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leads", type=int, default=10_000)
    parser.add_argument("--db", metavar="URL", help="an empty PostgreSQL database")
    parser.add_argument("--smoke", action="store_true", help="300 leads")
    asked = parser.parse_args()
    leads = 300 if asked.smoke else asked.leads
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        url = asked.db or f"sqlite:///{folder / 'desk.sqlite'}"
        clock = SetClock(_AT)
        filling = Store(url, clock=clock, durable=False)
        prepare(filling)
        package = sent(filling, leads)
        filling.close()
        store = TimedStore(url, clock, durable=True)
        measure(store, package, folder)
        store.close()
        say("fsync", median_ms=statistics.median(_fsyncs(folder)))


def measure(store: TimedStore, package: Package, folder: Path) -> None:
    """Write both files, answer them, read them back, and read them with nothing else."""
    leads, half = len(package.items), len(package.items) // 2
    sheet = _timed("sheet written", leads, lambda: answer_sheet(package))
    page = _timed("page written", leads, lambda: answer_page(package))
    workbook, form = folder / "answers.xlsx", folder / "answers.html"
    workbook.write_bytes(_in_sheet(sheet, half))
    form.write_bytes(_in_page(page))
    _timed("openpyxl alone", leads, lambda: _bare(workbook))
    _timed("sheet read, nothing kept", leads, lambda: read_answers(workbook))
    read = _kept("sheet read and kept", store, workbook, leads)
    assert len(read.taken) == half
    again = _kept("the same sheet again", store, workbook, leads)
    assert len(again.already) == half
    assert not again.changes.leads
    _timed("json alone", leads, lambda: _bare_page(form))
    _timed("page read, nothing kept", leads, lambda: read_answers(form))
    read = _kept("page read and kept", store, form, leads)
    assert len(read.taken) == leads - half
    assert len(read.already) == half


def sent(store: Store, count: int) -> Package:
    """A batch of so many leads that has left."""
    with store.transaction() as tx:
        plan = CampaignPlan(name="Fair", source=REHEARSAL, window=ALWAYS)
        campaign = add_campaign(tx, plan).id
    with store.transaction() as tx:
        leads = [_lead(tx, campaign, number) for number in range(count)]
        batch = handoffs.prepare_batch(
            tx,
            campaign,
            receiver=_LENA.name,
            receiver_email="",
            answer_by=date(2026, 3, 20),
            made_by="bench",
        )
        ids = {lead_id: str(uuid4()) for lead_id in leads}
        items = [
            LeavingItem(
                id=ids[lead_id],
                lead_id=lead_id,
                brief={"points": 80, "in_one_line": "Wants a call."},
                definition_version_id=None,
                receiver=_LENA,
            )
            for lead_id in leads
        ]
        handoffs.send_batch(tx, batch, items, folder="out", manifest_sha256="")
        reasons = load_campaign(tx, campaign).handoff.reasons
    return Package(
        batch_id=BatchId(batch.batch_id),
        number=batch.number,
        campaign="Fair",
        answer_by=date(2026, 3, 20),
        made_by="bench",
        made_at=_AT,
        reasons=reasons,
        items=tuple(_item(ids[lead_id], lead_id, campaign) for lead_id in leads),
    )


def _lead(tx: Transaction, campaign: CampaignId, number: int) -> LeadId:
    person = tx.connection.scalar(
        contact.insert()
        .values(name=f"Person {number}", name_key=f"person {number}", languages=[], zones=[])
        .returning(contact.c.id)
    )
    lead_id = add_lead(
        tx, campaign_id=campaign, contact_id=person, signals=Signals(), touchpoints=()
    )
    place(tx, lead_id, Bucket.QUALIFIED)
    return lead_id


def _item(item_id: str, lead_id: LeadId, campaign: CampaignId) -> HandoffItem:
    name = f"Person {lead_id}"
    lead = Lead(
        id=lead_id,
        campaign_id=campaign,
        contact=Contact(name=name),
        signals=Signals(),
        bucket=Bucket.QUALIFIED,
    )
    brief = Brief(
        lead_id=lead_id,
        name=name,
        company="Elbkorn Foods",
        in_one_line="New ready-meal line runs from October; wants a call before Easter.",
        comes_from=ComesFrom(source="Trade show", event="PackTech Expo"),
    )
    return HandoffItem(id=item_id, lead=lead, brief=brief, receiver=_LENA)


def _in_sheet(content: bytes, half: int) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["Answers"]
    for row in range(2, half + 2):
        sheet.cell(row, 5).value = "takes"
        sheet.cell(row, 9).value = "12,500"
        sheet.cell(row, 10).value = "EUR"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _in_page(content: bytes) -> bytes:
    text = content.decode().replace('"takes": ""', '"takes": "takes"')
    return text.replace('"amount": ""', '"amount": "12,500"').encode()


def _bare(path: Path) -> int:
    sheet = openpyxl.load_workbook(path, read_only=True)["Answers"]
    return sum(1 for _ in sheet.iter_rows(values_only=True))


def _bare_page(path: Path) -> Any:
    found = re.search(r'id="answers">(.*?)</script>', path.read_text("utf-8"), re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def _kept(what: str, store: TimedStore, path: Path, leads: int) -> AnswersRead:
    store.took.clear()
    read: AnswersRead = _timed(what, leads, lambda: Answering(store, "bench").answers(path))
    assert read.problems == ()
    if store.took:
        say(
            "transaction",
            count=len(store.took),
            median_ms=statistics.median(store.took),
            worst_ms=max(store.took),
        )
    return read


def _timed(what: str, leads: int, work: Callable[[], Any]) -> Any:
    began = time.perf_counter()
    made = work()
    say(what, leads=leads, ms=(time.perf_counter() - began) * 1000)
    return made


def _fsyncs(folder: Path) -> list[float]:
    took = []
    with (folder / "fsync").open("wb") as file:
        for _ in range(20):
            file.write(b"x" * 4096)
            file.flush()
            began = time.perf_counter()
            os.fsync(file.fileno())
            took.append((time.perf_counter() - began) * 1000)
    return took


def say(what: str, **figures: float) -> None:
    rounded = {name: round(value, 1) for name, value in figures.items()}
    sys.stdout.write(json.dumps({"benchmark": "answers", "what": what, **rounded}) + "\n")


if __name__ == "__main__":
    main()
