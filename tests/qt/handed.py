"""Next batches and briefs for tests of the Hand-off page: invented people, as drawn."""

from datetime import UTC, date, datetime
from typing import Any

from handoff_makers import a_brief
from qualdesk.core.handoff import (
    BatchSummary,
    Brief,
    ComesFrom,
    Evidence,
    Named,
    Standing,
)
from qualdesk.core.ids import BatchId, CampaignId, LeadId
from qualdesk.core.next_batch import BatchLead, NextBatch

PEOPLE = (
    ("Marcus Hale", "Avonbrook Dairy", "Bristol", 91, "Within 3 months"),
    ("Devi Kapoor", "Leaf & Grain", "Leeds", 88, "Within 3 months"),
    ("Katrin Albers", "Elbkorn Foods", "Hamburg", 83, "6 to 12 months"),
    ("Ines Fournier", "Maison Perrin", "Lyon", 77, "3 to 6 months"),
    ("Piotr Zielinski", "Zielone Pola", "Poznan", 74, "3 to 6 months"),
    ("Greta Boman", "Nordbageriet", "Malmö", 72, "6 to 12 months"),
    ("Tanja Wirth", "Rheinmarkt", "Köln", 70, "6 to 12 months"),
)


def a_brief_of(lead: BatchLead) -> Brief:
    """The brief of a made-up lead, with every part that one can have."""
    return a_brief(
        lead_id=lead.lead_id,
        name=lead.name,
        company=lead.company,
        city=lead.city,
        points=lead.points,
        in_one_line=lead.one_line,
        why=(
            Evidence(
                criterion="need",
                label="Real need",
                standing=Standing.MET,
                says="4 h a week lost on sealers",
            ),
            Evidence(
                criterion="person",
                label="Right person",
                standing=Standing.MET,
                says="Recommends; Jens Petersen decides",
            ),
            Evidence(
                criterion="date",
                label="Date",
                standing=Standing.MET,
                says=lead.when,
            ),
            Evidence(
                criterion="region",
                label="Region we serve",
                standing=Standing.NOT_MET,
                says="Spain, which nobody covers yet",
            ),
            Evidence(criterion="money", label="Money", standing=Standing.NOT_ASKED),
        ),
        said=("We lose four hours a week. I do not want to start on the old sealers.",),
        do_next=(
            "Call Thu 19 Mar, 10:30 in Berlin. Ask who else Jens Petersen wants at the table.",
        ),
        comes_from=ComesFrom(
            source="Trade show",
            event="PackTech Expo, stand B12, 11 March",
            did=("Watched the sealer demo", "Asked for a call"),
            called_by="Maya Lind",
            called_at=datetime(2026, 3, 17, 9, 24, tzinfo=UTC),
            zone="Europe/Berlin",
            calls=2,
            definition="3",
        ),
        also_named=(
            Named(name="Jens Petersen", title="plant director, decides", phone="+49 40 66969 200"),
        ),
    )


def a_batch_lead(number: int, *lacks: str, person: tuple[Any, ...] | None = None) -> BatchLead:
    name, company, city, points, when = person or PEOPLE[number % len(PEOPLE)]
    return BatchLead(
        lead_id=LeadId(number),
        name=name,
        company=company,
        city=city,
        points=points,
        when=when,
        verdict="Qualified",
        one_line="New ready-meal line runs from October; old sealers cost 4 hours a week; "
        "wants a call before Easter.",
        lacks=lacks,
        receiver="" if lacks else "Lena Brandt",
        via="" if lacks else "Region DE North",
        source="PackTech Expo, stand B12",
        caller="Maya Lind",
    )


def a_next_batch(ready: int = 14, **changed: Any) -> NextBatch:
    fields: dict[str, Any] = {
        "campaign": CampaignId(1),
        "number": 12,
        "receiver": "Lena Brandt",
        "receiver_email": "lena.brandt@sealers.example",
        "answer_by": date(2026, 3, 24),
        "ready": tuple(a_batch_lead(number) for number in range(1, ready + 1)),
        "blocked": (
            a_batch_lead(
                901,
                "No yes to a call from sales",
                person=("Anton Rieder", "Almgold", "Salzburg", 80, "Within 3 months"),
            ),
        ),
        "held_back": (
            a_batch_lead(902, person=("Rosa Marin", "Huerta Sol", "Valencia", 71, "In autumn")),
        ),
    }
    return NextBatch(**{**fields, **changed})


def a_sent_batch(number: int, taken: int, back: int, leads: int, day: int) -> BatchSummary:
    return BatchSummary(
        batch_id=BatchId(number),
        campaign=CampaignId(1),
        number=number,
        receiver="Lena Brandt",
        answer_by=date(2026, 3, 20),
        folder="",
        sent_at=datetime(2026, 3, day, 15, 0, tzinfo=UTC),
        leads=leads,
        taken=taken,
        sent_back=back,
        reasons=(("Wrong person", back - 1), ("No date in sight", 1)) if back > 1 else (),
    )
