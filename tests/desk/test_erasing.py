"""Erasing a person: everything that says who they are goes, and no list brings them back."""

import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from pypdf import PdfReader

from calls import PROJECT, SCRIPT, a_campaign, a_lead, answer_all_it_takes, calling, next_card
from qualdesk.core.cards import NothingToCall
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import ClaimLost, NotFound, OutcomeRefused, Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket, Signals
from qualdesk.core.sources import SourceType
from qualdesk.core.traits import Traits
from qualdesk.desk import Desk
from qualdesk.store import schema
from qualdesk.store.database import Store
from qualdesk.store.history import entries, verify
from qualdesk.store.leads import signals_json
from qualdesk.store.stacks import sort
from qualdesk.store.suppression import suppress
from qualdesk.store.talks import known_before

WHO = ["Katrin Albers", "Albers", "Katrin", "230 12 55", "2301255", "katrin@elbkorn"]
HEAD = "Name,Company,Phone,E-mail,City,What,Note\n"
ROW = "Katrin Albers,Elbkorn Foods,+49 30 230 12 55,katrin@elbkorn.example,Hamburg,Scan,{note}\n"
OTHER = "Ben Ode,Pumps GmbH,+49 30 23125 102,ben@pumps.example,Berlin,Scan,\n"


def _desk(store: Store, clock: SetClock, caller: str = "Maya") -> Desk:
    return Desk(store, clock, caller)


def _list(tmp_path: Path, text: str, name: str = "fair.csv") -> Path:
    path = tmp_path / name
    path.write_text(HEAD + text, encoding="utf-8")
    return path


def _lead_of(store: Store, name: str) -> LeadId:
    with store.reading() as tx:
        query = (
            sa.select(schema.lead.c.id)
            .join(schema.contact, schema.contact.c.id == schema.lead.c.contact_id)
            .where(schema.contact.c.name == name)
        )
        return LeadId(tx.connection.execute(query).scalar_one())


def _everything(store: Store) -> str:
    """Every value of every table, as text."""
    with store.reading() as tx:
        return "\n".join(
            str(value)
            for table in schema.metadata.sorted_tables
            for row in tx.connection.execute(sa.select(table))
            for value in row
            if value is not None
        )


def _worked(store: Store, clock: SetClock, tmp_path: Path) -> LeadId:
    """Katrin came with a list, was called twice, qualified, named somebody and was named."""
    a_campaign(store, name="Fair", region="DE")
    desk = _desk(store, clock)
    note = "Katrin wants the second line"
    desk.intake.load(_list(tmp_path, ROW.format(note=note) + OTHER), campaign="Fair")
    katrin = _lead_of(store, "Katrin Albers")
    caller = calling(store, clock)
    attempt = caller.start_attempt(katrin)
    caller.write_note(attempt.id, "Katrin Albers is out until Friday")
    caller.finish(attempt.id, "gatekeeper", hint="Ask for Katrin")
    clock.advance(timedelta(hours=5))
    attempt = caller.start_attempt(katrin)
    answer_all_it_takes(caller, attempt.id)
    caller.record_answer(attempt.id, PROJECT, "Albers needs it", words="Katrin is growing")
    caller.refer(katrin, name="Olaf Brandt", number="+49 30 23125 777")
    caller.refer(katrin, name="Sven Thiel", how="note")
    caller.finish(attempt.id, "qualified", note="Call Katrin first")
    clock.advance(timedelta(seconds=11))
    return katrin


def test_nothing_in_any_table_says_who_they_were(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """Model 6, the right to be forgotten: counts stay, and an entry without personal data."""
    katrin = _worked(store, clock, tmp_path)
    before = _desk(store, clock).floor.buckets("Fair")
    assert all(word in _everything(store) for word in WHO[:3])
    done = _desk(store, clock).erasing.erase(katrin)
    left = _everything(store)
    assert [word for word in WHO if word in left] == []
    assert (done.went.leads, done.went.numbers, done.went.emails) == ((katrin,), 1, 1)
    assert (done.went.calls, done.went.rows) == (2, 1)
    assert "Backups made before now" in " ".join(done.says)
    with store.reading() as tx:
        calls = tx.connection.execute(sa.select(schema.attempt).order_by("started_at")).all()
        assert [(one.outcome, one.caller, one.note) for one in calls] == [
            ("gatekeeper", "Ana", ""),
            ("qualified", "Ana", ""),
        ]
        (audit, *_) = entries(tx, "lead", katrin)
        assert (audit.who, audit.what) == ("Maya", "erased")
        assert verify(tx) is None, "the history is whole"
    after = _desk(store, clock).floor.buckets("Fair")
    assert after.adds_up
    assert after.total == before.total
    assert after.counts[Bucket.DO_NOT_CALL] == 1
    assert _desk(store, clock).calling.card(katrin).lead.contact.name == "Erased person"


def test_history_that_was_loaded_does_not_call_them_by_their_name_any_more(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """A finished case of somebody who is erased keeps nothing of theirs, whoever loaded it."""
    katrin = _worked(store, clock, tmp_path)
    desk = _desk(store, clock)
    past = tmp_path / "past.csv"
    past.write_text(
        "label,result,reason,project\n"
        "KATRIN ALBERS (Elbkorn),sent back,Katrin Albers never wrote,Line\n"
        "katrin@elbkorn.example,taken,,Line\n"
        "Katrin Albersmann,sent back,No date in sight,Line\n",
        encoding="utf-8",
    )
    assert desk.trying.load_past(past, SCRIPT).kept == 3
    before = desk.trying.finished()
    desk.erasing.erase(katrin)
    with store.reading() as tx:
        cases = schema.finished_case.c
        rows = sa.select(cases.label, cases.result, cases.reason).where(cases.lead_id.is_(None))
        assert tx.connection.execute(rows.order_by(cases.id)).all() == [
            ("Erased person", "sent_back", ""),
            ("Erased person", "taken", ""),
            ("Katrin Albersmann", "sent_back", "No date in sight"),
        ]
    assert desk.trying.finished() == before, "they still count"


@pytest.mark.parametrize(
    "again",
    [
        "Katrin Albers,Elbkorn Foods,,,,Scan,\n",
        "KATRIN ALBERS,elbkorn foods GmbH,,,,Scan,\n",
        "K. Albers,Another Co,0302301255,,,Scan,\n",
        "K. Albers,Another Co,0049 (30) 230-1255,,,Scan,\n",
        "Kat,,,Katrin+fair@Elbkorn.Example,,Scan,\n",
    ],
)
def test_a_list_does_not_bring_an_erased_person_back_in_any_spelling(
    store: Store, clock: SetClock, tmp_path: Path, again: str
) -> None:
    """Model 6, O5: refused at re-import, never offered, and not kept as a row either."""
    katrin = _worked(store, clock, tmp_path)
    desk = _desk(store, clock)
    desk.erasing.erase(katrin)
    told = desk.intake.load(_list(tmp_path, again, "again.csv"), campaign="Fair")
    assert (told.new, told.left_out) == (0, 1)
    left = _everything(store)
    assert [word for word in WHO if word in left] == []
    for who in ("Ana", "Ben", "Cy"):
        card = calling(store, clock, who).next_lead()
        assert isinstance(card, NothingToCall) or card.lead.contact.name != "Katrin Albers"
    for outcome in desk.queue.upcoming("Fair", limit=10):
        assert outcome.lead_id != katrin


def test_what_is_saved_after_the_erasing_is_refused(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """Ana is on the call while Maya erases: no word of it comes back."""
    a_campaign(store, name="Fair", region="DE")
    _desk(store, clock).intake.load(_list(tmp_path, ROW.format(note="")), campaign="Fair")
    ana = calling(store, clock)
    card = next_card(ana)
    attempt = ana.start_attempt(card.lead.id)
    ana.record_answer(attempt.id, PROJECT, "Katrin grows")
    _desk(store, clock).erasing.erase(card.lead.id)
    with pytest.raises((Refused, ClaimLost)):
        ana.record_answer(attempt.id, PROJECT, "Katrin says so")
    with pytest.raises(Refused, match="erased"):
        ana.write_note(attempt.id, "Katrin Albers again")
    with pytest.raises((OutcomeRefused, ClaimLost)):
        ana.finish(attempt.id, "no_answer", note="Katrin")
    with pytest.raises(Refused):
        ana.undo()
    assert isinstance(ana.next_lead(), NothingToCall)
    left = _everything(store)
    assert [word for word in WHO if word in left] == []


def test_the_file_itself_holds_no_trace_of_them(
    sqlite_store: Store, sqlite_file: Path, clock: SetClock, tmp_path: Path
) -> None:
    """A desktop's file is copied around: what was erased cannot be read out of it."""
    katrin = _worked(sqlite_store, clock, tmp_path)
    _desk(sqlite_store, clock).erasing.erase(katrin)
    held = b"".join(path.read_bytes() for path in sqlite_file.parent.glob("desk.sqlite*"))
    assert b"Ben Ode" in held
    assert [word for word in WHO if word.encode() in held] == []


def test_nothing_says_any_more_what_they_did_or_how_they_answered(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """Model 6: an erased lead stands among those of whom nothing is known, and nobody is told."""
    a_campaign(store, name="Fair", region="DE")
    desk = _desk(store, clock)
    head = HEAD.replace("Note", "Title")
    path = tmp_path / "fair.csv"
    path.write_text(head + ROW.format(note="Head of packing").replace("Scan", "Asked for a call"))
    desk.intake.load(path, campaign="Fair")
    katrin = _lead_of(store, "Katrin Albers")
    told = {"tried_parts": 1, "hinted_parts": 2, "was_reached": True, "external_id": "crm-1"}
    with store.transaction() as tx:
        mine = schema.lead.c.id == katrin
        signals = signals_json(Signals(source=SourceType.TRADE_SHOW, asked_for_call=True))
        tx.connection.execute(schema.lead.update().where(mine).values(signals=signals, **told))
        sort(tx, [katrin])
    assert _traits_of(store, katrin).asked
    desk.erasing.erase(katrin)
    assert _traits_of(store, katrin) == Traits()
    with store.reading() as tx:
        row = tx.connection.execute(sa.select(schema.lead).where(mine)).one()
        assert row.signals == signals_json(Signals())
        bare = {"tried_parts": 0, "hinted_parts": 0, "was_reached": False, "external_id": ""}
        assert {name: getattr(row, name) for name in bare} == bare
        seen = sa.select(sa.func.count()).where(schema.touchpoint.c.lead_id == katrin)
        assert tx.connection.scalar(seen) == 0
    said = desk.queue.explain(katrin)
    assert (said.says, said.code, said.place) == ("Do not call: Erased", "", None)
    assert (said.priority.points, said.priority.reasons) == (0, ())
    assert (said.decision.is_allowed, said.decision.says) == (False, "Do not call: Erased")


def _traits_of(store: Store, lead_id: LeadId) -> Traits:
    """What the stack says of its leads in which this one stands."""
    with store.reading() as tx:
        query = sa.select(schema.stack.c.traits).join(
            schema.lead, schema.lead.c.stack_id == schema.stack.c.id
        )
        return Traits.from_key(tx.connection.scalar(query.where(schema.lead.c.id == lead_id)) or "")


def test_they_are_erased_for_every_client_and_for_good(store: Store, clock: SetClock) -> None:
    """O7: each client's campaigns had them, and none calls them again, lifted or not."""
    north = a_campaign(store, name="North", client="North")
    south = a_campaign(store, name="South", client="South")
    rows = [{"name": "Katrin Albers", "company": "Elbkorn Foods", "phone": "+49302301255"}]
    desk = _desk(store, clock)
    first = desk.intake.load(rows, campaign=north.id)
    desk.intake.load(rows, campaign=south.id)
    erased = desk.erasing.erase(first[0] if isinstance(first, tuple) else first.lead_ids[0])
    assert len(erased.went.leads) in {1, 2}
    for fair in (north, south):
        again = desk.intake.load(rows, campaign=fair.id)
        assert (again.new, again.left_out) == (0, 1)
    with pytest.raises(Refused, match="erased already"):
        desk.erasing.erase(erased.went.leads[0])
    with pytest.raises(NotFound):
        desk.erasing.erase(LeadId(9_999))


def test_who_is_called_the_same_or_has_a_number_like_it_keeps_what_is_theirs(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """Of another Katrin Albers her name is not taken, nor a number of another town."""
    a_campaign(store, name="Fair", region="DE")
    desk = _desk(store, clock)
    namesake = "Katrin Albers,Nordwind AG,+49 40 230 12 55,kat@nordwind.example,Bremen,Scan,\n"
    desk.intake.load(_list(tmp_path, ROW.format(note="") + namesake + OTHER), campaign="Fair")
    with store.reading() as tx:
        query = sa.select(schema.contact_phone.c.e164, schema.lead.c.id).join(
            schema.lead, schema.lead.c.contact_id == schema.contact_phone.c.contact_id
        )
        leads = {number: LeadId(lead) for number, lead in tx.connection.execute(query)}
    erased, other, ben = (leads[f"+49{rest}"] for rest in ("302301255", "402301255", "3023125102"))
    caller = calling(store, clock)
    for lead, note in (
        (other, "Katrin Albers, 040 230 1255, wants a call"),
        (ben, "Ask Katrin Albers, 030 230 1255"),
    ):
        caller.finish(caller.start_attempt(lead).id, "no_answer", note=note)
    done = desk.erasing.erase(erased)
    assert done.went.named_in == (ben,)
    with store.reading() as tx:
        raw = sa.select(schema.intake_row.c.raw).where(schema.intake_row.c.lead_id == other)
        assert "Katrin Albers" in tx.connection.scalar(raw)
        assert "+49 40 230 12 55" in tx.connection.scalar(raw)
        note = sa.select(schema.attempt.c.note).where(schema.attempt.c.lead_id == sa.bindparam("l"))
        said = [tx.connection.scalar(note, {"l": one}) for one in (other, ben)]
    assert said == ["Katrin Albers, 040 230 1255, wants a call", "Ask …, …"]


def _wide(text: str) -> str:
    """In letters and digits of full width."""
    return "".join(chr(ord(one) + 0xFEE0) if one.isalnum() else one for one in text)


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("Ilker Demirstein", "İLKER DEMİRSTEİN"),
        ("İlker Demirste\u0131n", "ilker demirstein"),
        ("Georg Straßer", "GEORG STRASSER"),
        ("Georg Strasser", "Georg Straßer"),
        ("Nikos Papadás", "ΝΙΚΟΣ, NIKOS PAPADA\u0301S"),
        ("Jose\u0301 Mun\u0303oz", "José Muñoz"),
        ("Nora Quist", _wide("Nora Quist")),
    ],
)
def test_somebody_is_taken_out_of_others_words_however_they_are_spelt(
    store: Store, clock: SetClock, name: str, spelt: str
) -> None:
    fair = a_campaign(store)
    them = a_lead(store, fair, name, phones=["+4930231255991"])
    other = a_lead(store, fair, "Ben Ode")
    desk = _desk(store, clock)
    # A number that is written otherwise is looked for by itself: not where the name is as well.
    number = "030 231255991" if spelt == _wide(name) else _wide("030 231255991")
    says = f"Ask {spelt}, {number}, or Ben Ode."
    with store.transaction() as tx:
        tx.connection.execute(
            schema.lead.update().where(schema.lead.c.id == other).values(state_reason=says)
        )
    desk.erasing.erase(them)
    with store.reading() as tx:
        query = sa.select(schema.lead.c.state_reason).where(schema.lead.c.id == other)
        left = tx.connection.scalar(query)
    assert left in {"Ask …, …, or Ben Ode.", "Ask ΝΙΚΟΣ, …, …, or Ben Ode."}


def test_colleagues_stay_where_they_are_and_who_shares_the_number_is_no_erased_person(
    store: Store, clock: SetClock
) -> None:
    """Q5, Q6: a shared number is called for nobody; every other lead keeps its place."""
    fair = a_campaign(store)
    shared, own = "+4930231255", "+4930231256"
    people = {"Katrin Albers": (shared,), "Jo Unwin": (shared,), "Li Sand": (shared, own)}
    katrin, jo, li, ben = (
        a_lead(store, fair, name, phones=numbers)
        for name, numbers in {**people, "Ben Ode": (own,)}.items()
    )
    with store.transaction() as tx:
        company = sa.select(schema.contact.c.company_id).limit(1).scalar_subquery()
        tx.connection.execute(schema.contact.update().values(company_id=company))
        sort(tx, [katrin, jo, li, ben])
        places = sa.select(schema.lead.c.id, schema.lead.c.stack_id).order_by(schema.lead.c.id)
        before = dict(tx.connection.execute(places).all())
    ana = calling(store, clock)
    ana.finish(ana.start_attempt(katrin).id, "gatekeeper")
    clock.advance(timedelta(seconds=11))
    assert known(store, ben) == ("Ana", "Katrin Albers")
    _desk(store, clock).erasing.erase(katrin)
    with store.reading() as tx:
        stand = {row.id: row for row in tx.connection.execute(sa.select(schema.lead))}
        after = dict(tx.connection.execute(places).all())
    assert (stand[jo].state, stand[jo].state_reason) == ("do_not_call", "Asked not to be called")
    assert [one.e164 for one in ana.card(li).lead.contact.dialable] == [own]
    assert all(stand[one].ready for one in (li, ben))
    assert {one: after[one] for one in (jo, li, ben)} == {one: before[one] for one in (jo, li, ben)}
    assert known(store, ben) == ("", ""), "whom Ana spoke to is nobody's to be told"
    with store.transaction() as tx:
        sort(tx, [jo, li, ben])
        assert dict(tx.connection.execute(places).all()) == after, "they belong where they stand"
    clock.advance(timedelta(hours=3))
    offered = {next_card(calling(store, clock, who)).lead.id for who in ("Ana", "Ben")}
    assert offered == {li, ben}


def known(store: Store, lead_id: LeadId) -> tuple[str, str]:
    """Who spoke to which colleague of theirs, as the next caller is told."""
    with store.reading() as tx:
        found = known_before(tx, lead_id, "Ben")
    return found.spoke, found.colleague


def test_what_is_exported_after_an_erasure_holds_nothing_of_them(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """The batch, its mails and its table; and what another person is given of their own data."""
    katrin = _worked(store, clock, tmp_path)
    desk = _desk(store, clock)
    caller = calling(store, clock)
    ben = _lead_of(store, "Ben Ode")
    attempt = caller.start_attempt(ben)
    answer_all_it_takes(caller, attempt.id)
    caller.record_answer(attempt.id, PROJECT, "Katrin Albers knows, 030 2301255")
    caller.finish(attempt.id, "qualified", note="Sent on by katrin@elbkorn.example")
    desk.erasing.erase(katrin)
    (campaign,) = desk.library.campaigns()
    done = desk.handoff.export(campaign.campaign.name, tmp_path / "out", receiver="Lena Brandt")
    assert done.leads == (ben,)
    desk.person_files.save(ben, tmp_path / "out" / "ben.json")
    desk.person_files.save(ben, tmp_path / "out" / "ben.pdf")
    held = ""
    for file in sorted((tmp_path / "out").rglob("*")):
        if file.suffix in {".xlsx", ".zip", ".docx"}:
            with zipfile.ZipFile(file) as packed:
                parts = [packed.read(name).decode("utf-8", "replace") for name in packed.namelist()]
            held += "\n".join(parts)
        elif file.suffix == ".pdf":
            held += "\n".join(page.extract_text() for page in PdfReader(file).pages)
        elif file.is_file():
            held += file.read_text(encoding="utf-8", errors="replace")
    assert "Ben Ode" in held
    assert "Sent on by" in held
    assert [word for word in WHO if word in held] == []


def test_whoever_works_for_one_client_erases_for_it_alone(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    """Two clients have Katrin, one has Ben: what the other knows of her stays, all else goes."""
    note = "Katrin Albers was at both stands"
    for name, client, rows in (("Fair", "Acme", OTHER), ("Show", "Bolt", "")):
        a_campaign(store, name=name, client=client, region="DE")
        whole = ROW.format(note=f"{note} of {client}") + rows
        _desk(store, clock, "Sue").intake.load(_list(tmp_path, whole), campaign=name)
    with store.reading() as tx:
        leads = tx.connection.execute(sa.select(schema.lead).order_by(schema.lead.c.id)).all()
    acme, ben, bolt = leads
    assert acme.contact_id == bolt.contact_id
    for one in (acme, bolt):
        caller = calling(store, clock)
        attempt = caller.start_attempt(LeadId(one.id))
        caller.write_note(attempt.id, f"Albers of campaign {one.campaign_id}")
        caller.finish(attempt.id, "no_answer")
    _desk(store, clock, "Sue").clients.bind("Cora", "Acme")
    cora = _desk(store, clock, "Cora")
    for ask in (cora.erasing.person, cora.erasing.erase, cora.person_files.of):
        with pytest.raises(NotFound):
            ask(LeadId(bolt.id))
    said = {"asked_by": "They", "by": "Sue", "reason": "to Bolt alone"}
    with store.transaction() as tx:
        suppress(tx, client="Bolt", scope="person", lead_id=LeadId(bolt.id), **said)
    assert "Bolt" not in str(cora.person_files.of(LeadId(acme.id)).parts)
    done = [cora.erasing.erase(LeadId(one.id)) for one in (acme, ben)]
    assert done[0].went.leads == (acme.id,)
    assert "They are erased for Acme." in " ".join(done[0].says)
    left = _everything(store)
    assert [word for word in ("of Acme", "campaign 1", "Ben Ode", "Pumps") if word in left] == []
    assert all(word in left for word in ("of Bolt", f"campaign {bolt.campaign_id}", "Katrin"))
    cards = _desk(store, clock, "Sue").calling
    assert cards.card(LeadId(bolt.id)).lead.contact.name == "Katrin Albers"
    assert cards.card(LeadId(acme.id)).lead.contact.name == "Erased person"
    with store.reading() as tx:
        assert verify(tx) is None
    rows = _list(tmp_path, ROW.format(note="") + OTHER, "again.csv")
    assert cora.intake.load(rows, campaign="Fair").left_out == 2
    store.viewer = "Sue"
    _desk(store, clock, "Sue").erasing.erase(LeadId(bolt.id))
    assert [word for word in WHO if word in _everything(store)] == []
