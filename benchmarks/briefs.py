"""Briefs on paper: how long a batch of them takes, against a bare print of the same words.

    python benchmarks/briefs.py [--leads 500] [--smoke]

JSON lines: the whole package with its briefs; a brief alone; and the same text as plain
paragraphs of a bare QTextDocument, printed to a PDF of the same page, in the same run. Last, a
package that is stopped after some pages, with what it left behind.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from qualdesk.core.handoff import (
    Brief,
    ComesFrom,
    Evidence,
    HandoffItem,
    Named,
    Package,
    Receiver,
    Standing,
)
from qualdesk.core.ids import BatchId, CampaignId, LeadId
from qualdesk.core.leads import Bucket, Company, Contact, Lead, Phone, PhoneState, Signals
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.files.packages import write_package
from qualdesk.links.paper import brief_pdf, briefs_pdf

_AT = datetime(2026, 3, 17, 9, 0, tzinfo=UTC)
_LENA = Receiver(name="Lena Brandt", email="lena@sealers.example", zone="Europe/Berlin")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leads", type=int, default=500)
    parser.add_argument("--smoke", action="store_true", help="20 leads")
    asked = parser.parse_args()
    leads = 20 if asked.smoke else asked.leads
    package = a_package(leads)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        ours = each(package, lambda item: brief_pdf(item.brief, receiver=_LENA.name, footer="x"))
        bare = each(package, lambda item: printed(text_of(item.brief)))
        tell("brief alone", leads, ours)
        tell("bare QTextDocument", leads, bare)
        say(what="ratio", median=round(statistics.median(ours) / statistics.median(bare), 2))
        whole = seconds(lambda: write_package(package, place / "batch", paper))
        say(what="whole package", leads=leads, seconds=round(whole, 2))
        say(what="stopped", **stopped(package, place / "stopped", leads // 10 or 1))


def a_package(leads: int) -> Package:
    """A batch as a good week brings it: four criteria, three quotes, two people named."""
    return Package(
        batch_id=BatchId(1),
        number=1,
        campaign="PackTech Expo 2026",
        answer_by=date(2026, 3, 24),
        made_by="Rosa",
        made_at=_AT,
        reasons=("Wrong person", "No date in sight"),
        items=tuple(an_item(number) for number in range(1, leads + 1)),
    )


def an_item(number: int) -> HandoffItem:
    name = f"Katrin Albers-{number}"
    brief = Brief(
        lead_id=LeadId(number),
        name=name,
        title="Head of Packaging Operations",
        company="Elbkorn Foods",
        city="Hamburg",
        phones=("+49 40 66969 100 (direct line)",),
        emails=(f"k.{number}@elbkorn.example",),
        points=83,
        threshold=60,
        in_one_line="New ready-meal line runs from October; wants a call before Easter.",
        why=tuple(
            Evidence(criterion=f"c{n}", label=f"Criterion {n}", standing=Standing.MET, says=_SAYS)
            for n in range(4)
        ),
        said=(_SAYS, _SAYS, _SAYS),
        do_next=("Call Thu 19 Mar 2026, 10:30 in Berlin.", "Bring in Jens Petersen."),
        comes_from=ComesFrom(source="Trade show", event="PackTech Expo, stand B12", definition="3"),
        also_named=(Named(name="Jens Petersen", title="plant director"), Named(name="Ana Ortiz")),
        permission="Asked for a call at the stand.",
        note=_SAYS * 3,
    )
    contact = Contact(
        name=name,
        company=Company(name="Elbkorn Foods"),
        phones=(Phone(raw="", e164="+494066969100", state=PhoneState.VALID),),
    )
    lead = Lead(
        id=LeadId(number),
        campaign_id=CampaignId(1),
        contact=contact,
        signals=Signals(),
        bucket=Bucket.QUALIFIED,
    )
    return HandoffItem(id=f"{number:032}", lead=lead, brief=brief, receiver=_LENA)


def paper(items: Sequence[HandoffItem], step: Callable[[], None]) -> bytes:
    return briefs_pdf(
        [(item.brief, item.receiver.name) for item in items], title="x", footer="x", step=step
    )


def text_of(brief: Brief) -> str:
    """The same words, one paragraph each, without any setting."""
    return "\n".join(
        (
            brief.name,
            brief.subtitle,
            *brief.phones,
            *brief.emails,
            brief.in_one_line,
            *(f"{proof.label}: {proof.says}" for proof in brief.why),
            *brief.said,
            *brief.do_next,
            brief.comes_from.says,
            *(one.name for one in brief.also_named),
            brief.note,
            brief.permission,
        )
    )


def printed(text: str) -> bytes:
    """The text as Qt alone prints it, in the same font on the same page."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(600)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(18, 16, 18, 12),
            QPageLayout.Unit.Millimeter,
        )
    )
    page = QTextDocument()
    page.setDefaultFont(QFont("Inter", 11))
    page.setPlainText(text)
    page.print_(writer)
    del writer
    return bytes(buffer.data().data())


def each(package: Package, work: Callable[[HandoffItem], bytes]) -> list[float]:
    work(package.items[0])  # fonts are read once, by whoever is first
    return [seconds(partial(work, item)) for item in package.items]


def stopped(package: Package, place: Path, after: int) -> dict[str, object]:
    """A package somebody stops: how long it took to stop, and what it left."""
    progress = Progress()
    pages = 0

    def until(items: Sequence[HandoffItem], step: Callable[[], None]) -> bytes:
        nonlocal pages
        pages += len(items)
        if pages > after:
            progress.cancel()
        return paper(items, step)

    began = time.perf_counter()
    try:
        write_package(package, place, until, progress)
    except Cancelled:
        pass
    else:
        raise AssertionError("it was to be stopped")
    left = [path.name for path in place.parent.iterdir() if "stopped" in path.name]
    return {"after": after, "seconds": round(time.perf_counter() - began, 2), "left": left}


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def tell(what: str, leads: int, took: list[float]) -> None:
    cuts = statistics.quantiles(took, n=20)
    say(
        what=what,
        leads=leads,
        median_ms=round(statistics.median(took) * 1000, 2),
        p95_ms=round(cuts[-1] * 1000, 2),
    )


def say(**line: object) -> None:
    print(json.dumps(line))


_SAYS = "We lose about four hours a week on the old sealers, and the new line cannot wait for that."

if __name__ == "__main__":
    main()
