"""No number that a client must not call leaves, by whatever way and in whatever spelling."""

import io
import zipfile
from pathlib import Path
from typing import Any
from uuid import uuid4

import pypdf
import pytest

from handoff_makers import a_definition, a_script
from makers import make_contact, make_lead
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import ExportRefused
from qualdesk.core.ids import AnswerId, AttemptId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.core.sources import HandoffTerms, Touchpoint, TouchpointKind
from qualdesk.core.withheld import LEFT_OUT, numbers_in
from qualdesk.desk import export_writing
from qualdesk.desk.handoff import Handoff
from qualdesk.desk.leaving import blocked_among, guarded
from qualdesk.desk.library import Library
from qualdesk.store.answers import keep_answer
from qualdesk.store.calls import begin, change_call, count_try
from qualdesk.store.database import Store
from qualdesk.store.leads import load_lead, place
from qualdesk.store.schema import contact, touchpoint
from qualdesk.store.suppression import suppress

BLOCKED = "+493023125777"
OWN = "+493023125778"
TERMS = HandoffTerms(receiver="Lena Brandt", receiver_email="lena@sealers.example")


@pytest.fixture
def handoff(store: Store, clock: SetClock) -> Handoff:
    return Handoff(store, clock, "Rosa")


@pytest.fixture
def campaign(store: Store, clock: SetClock) -> Campaign:
    library = Library(store, clock, "Rosa")
    return library.new_campaign(
        "PackTech Expo 2026", script=a_script(), definition=a_definition(), handoff=TERMS
    )


def qualify(
    store: Store, campaign: Campaign, name: str, *, note: str = "", words: str = "", **person: Any
) -> LeadId:
    """A lead that qualified on a call; ``words`` are theirs, ``note`` is the caller's."""
    with store.transaction() as tx:
        lead_id = make_lead(tx, campaign, make_contact(tx, name, **person))
        call = AttemptId(str(uuid4()))
        versions = (campaign.script_version_id, campaign.definition_version_id)
        begin(tx, call, lead_id, caller="Maya", number=OWN, token=1, versions=versions)
        count_try(tx, lead_id, tx.now.date())
        for question, value in {"need": "A new line", "date": "soon", "wants_call": "yes"}.items():
            said = Answer(question=QuestionId(question), value=value, words=words)
            keep_answer(tx, AnswerId(str(uuid4())), attempt_id=call, lead_id=lead_id, given=said)
        change_call(tx, call, outcome="qualified", ended_at=tx.now, note=note)
        place(tx, lead_id, Bucket.QUALIFIED)
    return lead_id


def say_no(store: Store, campaign: Campaign, number: str) -> None:
    """Somebody else on that number asks not to be called on it."""
    with store.transaction() as tx:
        other = make_lead(tx, campaign, make_contact(tx, "Jens Petersen", phones=(number,)))
        suppress(
            tx,
            client=campaign.client,
            scope="number",
            lead_id=other,
            number=number,
            asked_by="them",
            by="Maya",
            reason="asked",
        )


def texts_of(path: Path) -> list[str]:
    """All that a file says, whatever kind it is."""
    raw = path.read_bytes()
    if path.suffix == ".pdf":
        return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(raw)).pages]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as book:
            return [book.read(name).decode("utf-8", "replace") for name in book.namelist()]
    return [raw.decode("utf-8")]


def holds(folder: Path, number: str) -> list[str]:
    """The files below the folder that hold the number in any spelling."""
    return [
        path.name
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(number in numbers_in(text, ["49"]) for text in texts_of(path))
    ]


def test_a_number_suppressed_later_leaves_in_no_words_of_anybody(
    store: Store, handoff: Handoff, campaign: Campaign, tmp_path: Path
) -> None:
    """Faults 3.5: free text is a way out too: notes, their words, the stand, who was named."""
    lead_id = qualify(
        store,
        campaign,
        "Katrin Albers",
        phones=(OWN,),
        note="Ask Jens, (030) 231.25-777, first",
        words="My colleague is on 0049 30 23 12 57 77",
    )
    with store.transaction() as tx:
        tx.connection.execute(contact.update().values(title="Head, Tel. 030/23125777"))
        says = Touchpoint(kind=TouchpointKind.NOTE, says="Card says 030 23125777", by="Stand")
        tx.connection.execute(
            touchpoint.insert().values(
                lead_id=lead_id, kind=says.kind.value, says=says.says, by=says.by
            )
        )
    say_no(store, campaign, BLOCKED)

    brief = handoff.brief(lead_id)
    assert brief.note == f"Ask Jens, {LEFT_OUT}, first"
    assert brief.said == (f"My colleague is on {LEFT_OUT}",)
    done = handoff.export(campaign.id, tmp_path / "for sales")
    assert done.leads == (lead_id,)
    assert holds(done.folder, OWN)
    assert holds(done.folder, BLOCKED) == []


@pytest.mark.parametrize("where", ["a number of the lead", "a word in the note"])
def test_a_number_suppressed_while_the_batch_is_written_stops_it(
    store: Store,
    handoff: Handoff,
    campaign: Campaign,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    where: str,
) -> None:
    """The lead stays qualified by its other number, so only a second look finds it."""
    in_note = "Ask Jens, 030 23125777" if where == "a word in the note" else ""
    phones = (OWN,) if in_note else (OWN, BLOCKED)
    lead_id = qualify(store, campaign, "Katrin Albers", phones=phones, note=in_note)
    write = export_writing.write_package

    def write_while_somebody_asks(*args: Any) -> Any:
        written = write(*args)
        say_no(store, campaign, BLOCKED)
        return written

    monkeypatch.setattr(export_writing, "write_package", write_while_somebody_asks)
    out = tmp_path / "for sales"
    with pytest.raises(ExportRefused, match="A number of Katrin Albers was put on the do-not-call"):
        handoff.export(campaign.id, out)
    assert list(out.iterdir()) == []
    with store.reading() as tx:
        assert load_lead(tx, lead_id).bucket is Bucket.QUALIFIED
    monkeypatch.undo()
    done = handoff.export(campaign.id, out)
    assert done.leads == (lead_id,)
    assert holds(done.folder, BLOCKED) == []


def test_what_one_client_may_not_call_is_no_matter_of_another(
    store: Store, clock: SetClock, campaign: Campaign
) -> None:
    """O7: lists are kept apart by client."""
    library = Library(store, clock, "Rosa")
    other = library.new_campaign("Southwind fair", client="Southwind")
    say_no(store, other, BLOCKED)
    with store.reading() as tx:
        assert blocked_among(tx, "Southwind", [BLOCKED, OWN]) == {BLOCKED}
        assert blocked_among(tx, campaign.client, [BLOCKED, OWN]) == frozenset()
        row = ("Call 030 23125777", {"note": "+49 30 23125777"}, 7)
        assert guarded(tx, "Southwind", row, ["49"]) == (
            f"Call {LEFT_OUT}",
            {"note": LEFT_OUT},
            7,
        )
        assert guarded(tx, campaign.client, row, ["49"]) is row
