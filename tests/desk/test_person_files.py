"""Whoever asks is told all that is kept about them, and erased so that it can be shown."""

import io
import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from calls import PROJECT, a_campaign, answer_all_it_takes, calling
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import ExportRefused, Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.permission import Basis, Permission
from qualdesk.core.sources import SourceCard, SourceType
from qualdesk.desk import Desk
from qualdesk.desk.person_files import as_pdf, tables_of
from qualdesk.store import campaigns
from qualdesk.store.database import Store

CARD = SourceCard(
    type=SourceType.TRADE_SHOW,
    what="PackTec 2026",
    who="Visitors of the stand",
    responding_to="a demo",
    on_behalf_of="Northwind",
    owner="Tom",
    cost=0,
    nurture="Newsletter",
    permission=Permission(
        basis=Basis.CONSENT,
        says="Ticked the box for calls",
        given_on=date(2026, 2, 17),
        where="booth form",
        evidence="form 81",
        wording="Call me, version 2",
        scope=("phone",),
    ),
)
ROWS = [
    {
        "name": "Katrin Albers",
        "company": "Elbkorn Foods",
        "phone": "+49302301255",
        "email": "katrin@elbkorn.example",
    },
    {"name": "Ben Ode", "company": "Pumps", "phone": "+493023125102"},
]


def _worked(store: Store, clock: SetClock) -> tuple[Desk, LeadId]:
    """Katrin was called, said something, and asked not to be called by mail."""
    fair = a_campaign(store, name="Fair", region="DE")
    with store.transaction() as tx:
        campaigns.set_source(tx, fair.id, CARD)
    desk = Desk(store, clock, "Maya")
    katrin, ben = desk.intake.load(ROWS, campaign="Fair").lead_ids
    ana = calling(store, clock)
    for lead, says in ((katrin, "A third oven"), (ben, "Pumps only")):
        attempt = ana.start_attempt(lead)
        answer_all_it_takes(ana, attempt.id)
        ana.record_answer(attempt.id, PROJECT, says, words=f"{says}, they said")
        ana.finish(attempt.id, "qualified", note=f"{says}!")
        clock.advance(timedelta(seconds=11))
    return desk, katrin


def test_all_of_one_person_and_nothing_of_another(store: Store, clock: SetClock) -> None:
    """Art. 15: who, numbers, addresses, source and ground with its words, calls, answers, notes."""
    desk, katrin = _worked(store, clock)
    desk.search.leave_message(katrin, "Ask for the plant manager")
    plain = json.dumps(dict(desk.person_files.of(katrin).parts), ensure_ascii=False)
    for kept in (
        *("Katrin Albers", "+49302301255", "katrin@elbkorn.example", "Elbkorn Foods"),
        *("PackTec 2026", "Ticked the box for calls", "booth form", "Call me, version 2"),
        *("A third oven", "A third oven, they said", "A third oven!", "plant manager"),
    ):
        assert kept in plain, kept
    assert "Ben Ode" not in plain
    assert "Pumps" not in plain
    for secret in ("fingerprint", "hash", "claim_token"):
        assert secret not in plain


def test_it_is_read_on_paper_and_taken_along_as_json(
    sqlite_store: Store, clock: SetClock, tmp_path: Path
) -> None:
    desk, katrin = _worked(sqlite_store, clock)
    for name in ("katrin.json", "katrin.pdf"):
        desk.person_files.save(katrin, tmp_path / name)
    taken = json.loads((tmp_path / "katrin.json").read_text("utf-8"))
    assert taken["numbers"] == ["+49302301255"]
    assert taken["kept"]["answer"]
    ours = {"cost", "currency"} & set(taken["kept"]["source"][0]["source"])
    assert not ours, "what a list cost is no word about anybody on it"
    pages = PdfReader(tmp_path / "katrin.pdf").pages
    text = " ".join("".join(page.extract_text() for page in pages).split())
    for said in (
        *("What is kept about Katrin Albers", "A third oven, they said", "booth form"),
        *("Trade show", "Consent", "Can be dialled", "Called Katrin Albers, Elbkorn Foods: Qual"),
    ):
        assert said in text
    own = "wants_call"  # the id of a question, which asks “About wants_call?” in this script
    assert set(re.findall(r"\b[a-z]+_[a-z_]+", text)) <= {own}, "marks are for programs"
    assert taken["kept"]["attempt"][0]["outcome"] == "qualified"
    last = desk.story.lately().lines[0]
    assert last.says == "Wrote down all that is kept about Katrin Albers, Elbkorn Foods"
    with pytest.raises(Refused, match="json or"):
        desk.person_files.save(katrin, tmp_path / "katrin.doc")
    with pytest.raises(ExportRefused):
        desk.person_files.save(katrin, tmp_path / "nowhere" / "katrin.json")


def test_nothing_is_cut_on_paper_however_long_it_is(
    sqlite_store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """Art. 15 is all that is kept, and a note of a page is kept too; what a list cost is ours."""
    desk, katrin = _worked(sqlite_store, clock)
    desk.search.leave_message(katrin, "They told of every oven. " * 60 + "The last one is blue.")
    desk.person_files.save(katrin, tmp_path / "katrin.pdf")
    pages = PdfReader(tmp_path / "katrin.pdf").pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "The last one is blue." in text
    assert "…" not in text
    assert "cost:" not in text


def test_of_somebody_who_is_erased_there_is_nothing_to_tell(
    sqlite_store: Store, clock: SetClock
) -> None:
    """S4: the answer says so, and the files made before are the only ones."""
    desk, katrin = _worked(sqlite_store, clock)
    assert b"%PDF" in as_pdf(desk.person_files.of(katrin))[:8]
    desk.erasing.erase(katrin)
    with pytest.raises(Refused, match="erased already"):
        desk.person_files.of(katrin)


def test_it_begins_with_who_they_are_and_ends_with_what_was_done(
    sqlite_store: Store, clock: SetClock
) -> None:
    desk, katrin = _worked(sqlite_store, clock)
    titles = [table.title for table in tables_of(desk.person_files.of(katrin))]
    assert titles[:3] == ["Who you are", "Numbers", "Addresses"]
    assert "Calls" in titles
    assert "What was done, and by whom" in titles


def test_the_record_of_processing_says_what_the_workspace_knows(
    sqlite_store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """Art. 30: purposes, people, sources, grounds, recipients, terms; the rest is asked for."""
    desk, _ = _worked(sqlite_store, clock)
    desk.retention.keep_for(24, campaign="Fair")
    for name in ("record.pdf", "record.xlsx"):
        desk.processing.save(tmp_path / name)
    pages = PdfReader(io.BytesIO((tmp_path / "record.pdf").read_bytes())).pages
    text = " ".join("".join(page.extract_text() for page in pages).split())
    for said in (
        *("Record of processing activities", "Visitors of the stand", "PackTec 2026"),
        *("Ticked the box for calls", "36 months", "People of Fair 24 months", "Northwind"),
        *("[name and address, or none and why]", "a no, as a fingerprint"),
    ):
        assert said.casefold() in text.casefold(), said
    assert "Katrin" not in text
    assert (tmp_path / "record.xlsx").stat().st_size > 0
    with pytest.raises(Refused, match="xlsx"):
        desk.processing.save(tmp_path / "record.txt")
