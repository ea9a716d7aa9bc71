"""Sales is told of a batch by mail, each try written down, none twice by mistake (T3)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from pypdf import PdfReader

from handoff_makers import a_definition, a_script
from mail_servers import Box, free_port, mail_server, odd_server, talk_until
from makers import erase
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, NotSent, Refused
from qualdesk.core.handoff import Contents
from qualdesk.core.ids import BatchId
from qualdesk.core.mails import About, Channel, MailAccount, Notice, NoticeState, Security
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.core.sources import HandoffTerms
from qualdesk.core.wording import Language, speak
from qualdesk.desk.handoff import Handoff
from qualdesk.desk.library import Library
from qualdesk.desk.notifying import Notifying
from qualdesk.desk.sales_calls import SalesCalls
from qualdesk.desk.way_back import WayBack
from qualdesk.links import passwords
from qualdesk.store import handoff_notices as kept
from qualdesk.store.database import Store
from qualdesk.store.history import entries, verify
from qualdesk.store.suppression import suppress
from sent_makers import a_qualified_lead, a_salesperson

TERMS = HandoffTerms(receiver="Lena Brandt", receiver_email="lena@sealers.example")


def an_account(port: int) -> MailAccount:
    return MailAccount(
        host="localhost",
        port=port,
        security=Security.NONE,
        name="Rosa Conti",
        address="rosa@desk.example",
    )


@pytest.fixture
def campaign(store: Store, clock: SetClock) -> Campaign:
    return Library(store, clock, "Rosa").new_campaign(
        "PackTech Expo 2026", script=a_script(), definition=a_definition(), handoff=TERMS
    )


@pytest.fixture
def notifying(store: Store, clock: SetClock) -> Notifying:
    return Notifying(store, clock, "Rosa")


@pytest.fixture
def batch(store: Store, clock: SetClock, campaign: Campaign, tmp_path: Path) -> BatchId:
    """Two leads that left to Lena Brandt."""
    a_salesperson(store)
    a_qualified_lead(store, campaign, "Katrin Albers", company_name="Elbkorn Foods")
    a_qualified_lead(store, campaign, "Marcus Hale")
    return Handoff(store, clock, "Rosa").export(campaign.name, tmp_path / "for sales").batch_id


@pytest.fixture
def box() -> Box:
    return Box()


@pytest.fixture
def post(box: Box, notifying: Notifying) -> Iterator[int]:
    """A mail server that runs, and is the account's."""
    with mail_server(box) as port:
        notifying.account = an_account(port)
        yield port


def the_mail(notifying: Notifying, batch: BatchId) -> Notice:
    (one,) = [one for one in notifying.notices(batch) if one.channel is Channel.MAIL]
    return one


def test_sales_is_told_by_mail_with_their_files_and_a_call_is_to_be_made(
    notifying: Notifying, batch: BatchId, box: Box, post: int, tmp_path: Path
) -> None:
    """Two channels, each with time and result (T3)."""
    told = notifying.tell(batch)
    assert (told.sent, told.failed, told.calls) == (("Lena Brandt",), (), ("Lena Brandt",))
    assert told.says == "1 mail sent. 1 call to make."
    (mail,) = box.mails
    assert mail["To"] == "Lena Brandt <lena@sealers.example>"
    assert "2 leads for you" in mail["Subject"]
    words = mail.get_body(("plain",))
    assert words is not None
    assert "Katrin Albers, Elbkorn Foods" in words.get_content()
    folder = next((tmp_path / "for sales" / "batch-0001" / "people").iterdir())
    attached = {one.get_filename(): one.get_payload(decode=True) for one in mail.iter_attachments()}
    assert set(attached) >= {"answers.xlsx", "briefs.pdf"}
    for name, content in attached.items():
        assert content == (folder / str(name)).read_bytes(), name
    mine = the_mail(notifying, batch)
    assert (mine.state, mine.tries, mine.by) == (NoticeState.SENT, 1, "Rosa")
    assert mine.done_at is not None
    assert mail["Message-ID"] == mine.message_id
    assert post


def test_told_once_is_told_once(notifying: Notifying, batch: BatchId, box: Box, post: int) -> None:
    notifying.tell(batch)
    notifying.tell(batch)
    again = notifying.send_again(batch)
    assert len(box.raw) == 1
    assert again.sent == ("Lena Brandt",)
    assert post


def test_only_what_failed_is_sent_again(
    store: Store, clock: SetClock, campaign: Campaign, notifying: Notifying, tmp_path: Path
) -> None:
    """Resend of failures only, to the address as it is written down now."""
    a_salesperson(store, email="gone@sealers.example")
    a_qualified_lead(store, campaign, "Katrin Albers")
    batch = Handoff(store, clock, "Rosa").export(campaign.name, tmp_path).batch_id
    box = Box(answers_to=lambda to: "550 No such box" if to.startswith("gone") else "250 OK")
    with mail_server(box) as port:
        notifying.account = an_account(port)
        told = notifying.tell(batch)
        assert (told.sent, [one.receiver for one in told.failed]) == ((), ["Lena Brandt"])
        assert "550 No such box" in told.failed[0].result
        assert told.says == "1 mail not sent. 1 call to make."
        a_salesperson(store, email="lena@sealers.example")
        assert notifying.send_again(batch).sent == ("Lena Brandt",)
        notifying.send_again(batch)
    assert box.to == ["lena@sealers.example"]
    mine = the_mail(notifying, batch)
    assert (mine.state, mine.tries, mine.address) == (NoticeState.SENT, 2, "lena@sealers.example")


def test_without_a_mail_server_the_mails_wait_and_can_be_saved(
    notifying: Notifying, batch: BatchId, tmp_path: Path
) -> None:
    told = notifying.tell(batch)
    assert [one.receiver for one in told.waiting] == ["Lena Brandt"]
    (path,) = notifying.save_mails(batch, tmp_path / "mails")
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert (path.name, mail["X-Unsent"]) == ("lena-brandt.eml", "1")
    assert {one.get_filename() for one in mail.iter_attachments()} >= {"briefs.pdf"}
    states = {one.channel: one.state for one in notifying.notices(batch)}
    assert states[Channel.FILE] is NoticeState.SENT
    assert states[Channel.MAIL] is NoticeState.DROPPED
    # A second time beside the first, never over it.
    assert notifying.save_mails(batch, tmp_path / "mails")[0].name == "lena-brandt-2.eml"


def test_a_mail_can_be_begun_in_the_computers_own_program(
    notifying: Notifying, batch: BatchId
) -> None:
    link = notifying.mail_link(batch, "Lena Brandt")
    assert link.startswith("mailto:lena@sealers.example?subject=2%20leads%20for%20you")
    with pytest.raises(NotFound, match="nothing to tell Sam Osei"):
        notifying.mail_link(batch, "Sam Osei")


def test_nobody_there_leaves_the_mails_to_be_sent_again(
    notifying: Notifying, batch: BatchId
) -> None:
    notifying.account = an_account(free_port())
    told = notifying.tell(batch)
    assert "Nobody takes mail at localhost" in told.failed[0].result
    assert the_mail(notifying, batch).state is NoticeState.FAILED


def test_a_line_that_broke_leaves_doubt_and_nothing_is_sent_twice_unasked(
    notifying: Notifying, batch: BatchId, box: Box
) -> None:
    with odd_server(talk_until(b".")) as port:
        notifying.account = an_account(port)
        told = notifying.tell(batch)
    assert [one.receiver for one in told.unsure] == ["Lena Brandt"]
    assert told.unsure[0].may_have_gone
    first = told.unsure[0].message_id
    with mail_server(box) as port:
        notifying.account = an_account(port)
        assert [one.receiver for one in notifying.send_again(batch).unsure] == ["Lena Brandt"]
        assert not box.raw
        assert notifying.send_again(batch, even_unsure=True).sent == ("Lena Brandt",)
    # Mail programs show what arrives twice once.
    assert box.mails[0]["Message-ID"] == first


def test_a_program_that_was_killed_while_it_sent_leaves_doubt(
    store: Store, clock: SetClock, notifying: Notifying, batch: BatchId, box: Box
) -> None:
    """Written down before it goes out: what was cut off is known as such."""
    notifying.tell(batch)
    with store.transaction() as tx:
        (mine,) = [one for one in kept.notices(tx, batch) if one.channel is Channel.MAIL]
        assert kept.take(tx, mine, by="Rosa", states=[NoticeState.WAITING]) is not None
    with mail_server(box) as port:
        notifying.account = an_account(port)
        # It may still be on its way.
        assert notifying.send_again(batch, even_unsure=True).unsure
        clock.advance(kept.TRY_TAKES + timedelta(minutes=1))
        assert notifying.send_again(batch).unsure
        assert not box.raw
        assert notifying.send_again(batch, even_unsure=True).sent == ("Lena Brandt",)
    assert len(box.raw) == 1


def test_two_desks_that_send_at_once_send_one_mail(
    store: Store, batch: BatchId, notifying: Notifying
) -> None:
    notifying.tell(batch)
    with store.transaction() as tx:
        (mine,) = [one for one in kept.notices(tx, batch) if one.channel is Channel.MAIL]
    with store.transaction() as tx:
        assert kept.take(tx, mine, by="Rosa", states=[NoticeState.WAITING])
    with store.transaction() as tx:
        open_states = [NoticeState.WAITING, NoticeState.SENDING]
        assert kept.take(tx, mine, by="Ana", states=open_states) is None


def test_who_may_not_be_contacted_any_more_is_in_no_mail(
    store: Store, notifying: Notifying, batch: BatchId, box: Box, post: int
) -> None:
    """Erased and suppressed since it left: left out, also of what is attached, and said."""
    with store.transaction() as tx:
        leads = {one.name: one.lead_id for one in kept.given_leads(tx, kept.sent_batch(tx, batch))}
        erase(tx, leads["Katrin Albers"])
    told = notifying.tell(batch)
    assert told.left_out == 1
    assert "1 lead is left out" in told.says
    (mail,) = box.mails
    assert "Katrin" not in str(mail)
    assert "1 lead of this batch must not be contacted any more" in str(mail)
    assert {one.get_filename() for one in mail.iter_attachments()} >= {"answers.xlsx"}
    files = {one.get_filename(): one.get_payload(decode=True) for one in mail.iter_attachments()}
    sheet = openpyxl.load_workbook(BytesIO(files["answers.xlsx"]))["Answers"]
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert "Marcus Hale" in cells
    assert "Katrin Albers" not in cells
    pages = [page.extract_text() for page in PdfReader(BytesIO(files["briefs.pdf"])).pages]
    assert len(pages) == 1
    assert "Katrin" not in pages[0]
    assert post


def test_a_number_that_said_no_since_keeps_its_lead_out(
    store: Store, notifying: Notifying, batch: BatchId, box: Box, post: int
) -> None:
    with store.transaction() as tx:
        leads = {one.name: one.lead_id for one in kept.given_leads(tx, kept.sent_batch(tx, batch))}
        suppress(
            tx,
            client="",
            scope="person",
            lead_id=leads["Marcus Hale"],
            asked_by="person",
            by="Maya",
            reason="Asked",
        )
    assert notifying.tell(batch).left_out == 1
    assert "Marcus" not in str(box.mails[0])
    assert post


def test_stopped_between_two_mails_the_rest_waits(
    store: Store, clock: SetClock, campaign: Campaign, notifying: Notifying, tmp_path: Path
) -> None:
    a_salesperson(store)
    a_qualified_lead(store, campaign, "Katrin Albers")
    batch = Handoff(store, clock, "Rosa").export(campaign.name, tmp_path).batch_id
    progress = Progress()
    progress.cancel()
    notifying.account = an_account(free_port())
    with pytest.raises(Cancelled):
        notifying.tell(batch, progress=progress)
    assert the_mail(notifying, batch).state is NoticeState.WAITING


def test_a_reminder_can_be_said_again_and_a_recall_only_of_what_was_taken_back(
    notifying: Notifying, batch: BatchId, box: Box, post: int
) -> None:
    notifying.tell(batch)
    notifying.tell(batch, About.REMINDER)
    notifying.tell(batch, About.REMINDER)
    subjects = [str(mail["Subject"]) for mail in box.mails]
    assert ["wait for your answer" in one for one in subjects] == [False, True, True]
    assert len({mail["Message-ID"] for mail in box.mails}) == 3
    with pytest.raises(Refused, match="was not taken back"):
        notifying.tell(batch, About.RECALL)
    with pytest.raises(NotFound):
        notifying.tell(BatchId(999))
    assert post


def test_telling_is_written_down_without_names(
    store: Store, notifying: Notifying, batch: BatchId, post: int
) -> None:
    notifying.tell(batch)
    with store.reading() as tx:
        (newest, *_) = entries(tx, "handoff_batch", batch)
        assert (newest.what, newest.details) == ("told sales", {"mails": 1})
        assert verify(tx) is None
    assert post


def test_an_account_is_tried_with_a_mail_to_oneself(notifying: Notifying, box: Box) -> None:
    with mail_server(box) as port:
        says = notifying.try_account(an_account(port))
    assert says == "Sent to rosa@desk.example. Look whether it arrived."
    assert box.to == ["rosa@desk.example"]
    with pytest.raises(NotSent, match="Nobody takes mail"):
        notifying.try_account(an_account(free_port()))


def test_the_password_comes_from_the_keyring_or_is_typed(
    notifying: Notifying, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the keyring keeps it: nothing of it is in the workspace or in the account."""
    account = replace(an_account(587), security=Security.STARTTLS, login="rosa@desk.example")
    asked = []
    monkeypatch.setattr(passwords, "kept_password", lambda key: asked.append(key) or "kept")
    assert notifying._password_of(account) == "kept"
    assert asked == ["smtp://rosa@desk.example@localhost:587"]
    notifying.use_password(account, "typed")
    assert notifying._password_of(account) == "typed"
    # Another server is never told it.
    assert notifying._password_of(replace(account, host="mail.evil.example")) == "kept"


def test_each_person_hears_of_their_own_leads_only(
    store: Store, clock: SetClock, campaign: Campaign, notifying: Notifying, tmp_path: Path
) -> None:
    a_salesperson(store)
    a_salesperson(store, "Sam Osei")
    a_qualified_lead(store, campaign, "Katrin Albers")
    marcus = a_qualified_lead(store, campaign, "Marcus Hale")
    handoff = Handoff(store, clock, "Rosa")
    handoff.choose_receiver(marcus, "Sam Osei")
    batch = handoff.export(campaign.name, tmp_path).batch_id
    box = Box()
    with mail_server(box) as port:
        notifying.account = an_account(port)
        assert notifying.tell(batch).sent == ("Lena Brandt", "Sam Osei")
    to = {str(mail["To"].addresses[0].addr_spec): str(mail) for mail in box.mails}
    assert ("Katrin" in to["lena@sealers.example"], "Marcus" in to["lena@sealers.example"]) == (
        True,
        False,
    )
    assert ("Katrin" in to["sam@sealers.example"], "Marcus" in to["sam@sealers.example"]) == (
        False,
        True,
    )
    for mail in box.mails:
        (pdf,) = [one for one in mail.iter_attachments() if one.get_filename() == "briefs.pdf"]
        assert len(PdfReader(BytesIO(pdf.get_payload(decode=True))).pages) == 1


def test_what_was_recalled_is_told_and_nothing_else_of_the_batch(
    store: Store, notifying: Notifying, batch: BatchId, box: Box, post: int
) -> None:
    WayBack(store, "Rosa").recall(batch, "Wrong list")
    with pytest.raises(Refused, match=r"Batch 1 was taken back\. Tell them that\."):
        notifying.tell(batch)
    told = notifying.tell(batch, About.RECALL)
    assert (told.sent, told.calls) == (("Lena Brandt",), ("Lena Brandt",))
    (mail,) = box.mails
    assert mail["Subject"] == "Please leave 2 leads be: PackTech Expo 2026, batch 1"
    words = mail.get_body(("plain",))
    assert words is not None
    assert "Why: Wrong list" in words.get_content()
    assert not list(mail.iter_attachments())
    assert post


def test_a_recall_ends_what_was_still_to_be_told_of_the_batch(
    store: Store, clock: SetClock, notifying: Notifying, batch: BatchId
) -> None:
    notifying.tell(batch)
    calls = SalesCalls(store, clock, "Maya")
    assert len(calls.waiting()) == 1
    WayBack(store, "Rosa").recall(batch, "Wrong list")
    assert calls.waiting() == ()
    notifying.tell(batch, About.RECALL)
    (call,) = calls.waiting()
    assert call.says == (
        "Tell Lena Brandt: PackTech Expo 2026, batch 1, 2 leads taken back, please leave them be."
    )
    states = {one.state for one in notifying.notices(batch) if one.about is About.BATCH}
    assert states == {NoticeState.DROPPED}


def test_a_number_in_a_text_that_said_no_since_is_in_no_mail_and_in_no_file_of_it(
    store: Store, clock: SetClock, campaign: Campaign, notifying: Notifying, tmp_path: Path
) -> None:
    """No suppressed number in any export, also when it was suppressed after it left."""
    a_salesperson(store)
    katrin = a_qualified_lead(store, campaign, "Katrin Albers")
    other = a_qualified_lead(store, campaign, "Jens Petersen", phones=("+494066969377",))
    handoff = Handoff(store, clock, "Rosa")
    handoff.say_line(katrin, "Also ask her colleague at +49 40 66969 377 about June.")
    batch = handoff.export(campaign.name, tmp_path, leads=[katrin]).batch_id
    with store.transaction() as tx:
        suppress(
            tx,
            client="",
            scope="number",
            lead_id=other,
            asked_by="person",
            by="Maya",
            reason="Asked",
            number="+494066969377",
        )
    box = Box()
    with mail_server(box) as port:
        notifying.account = an_account(port)
        assert notifying.tell(batch).sent == ("Lena Brandt",)
    (mail,) = box.mails
    files = {one.get_filename(): one.get_payload(decode=True) for one in mail.iter_attachments()}
    pages = "".join(page.extract_text() for page in PdfReader(BytesIO(files["briefs.pdf"])).pages)
    for text in (str(mail.get_body(("plain",))), str(mail.get_body(("html",))), pages):
        words = " ".join(text.split())
        assert "66969 377" not in words
        assert "about June" in words


def test_from_one_file_the_same_goes_out_as_from_a_folder(
    store: Store, clock: SetClock, campaign: Campaign, notifying: Notifying, tmp_path: Path
) -> None:
    a_salesperson(store)
    a_qualified_lead(store, campaign, "Katrin Albers")
    done = Handoff(store, clock, "Rosa").export(
        campaign.name, tmp_path, contents=Contents(is_zip=True)
    )
    box = Box()
    with mail_server(box) as port:
        notifying.account = an_account(port)
        assert notifying.tell(done.batch_id).sent == ("Lena Brandt",)
    (mail,) = box.mails
    with ZipFile(done.folder) as packed:
        for one in mail.iter_attachments():
            place = f"people/01-lena-brandt/{one.get_filename()}"
            assert one.get_payload(decode=True) == packed.read(place)


def test_a_package_that_is_gone_is_said_and_the_mail_can_be_sent_later(
    notifying: Notifying, batch: BatchId, box: Box, post: int, tmp_path: Path
) -> None:
    folder = tmp_path / "for sales" / "batch-0001"
    aside = folder.rename(tmp_path / "aside")
    told = notifying.tell(batch)
    assert "holds no batch that can be read" in told.failed[0].result
    assert not box.raw
    aside.rename(folder)
    assert notifying.send_again(batch).sent == ("Lena Brandt",)
    assert post


def test_what_leaves_and_what_is_kept_is_english_whatever_the_window_speaks(
    store: Store, notifying: Notifying, batch: BatchId, box: Box, post: int
) -> None:
    def mark(text: str, about: str, count: int) -> str:
        del about, count
        return f"{text}§"

    speak(Language(code="xx", translate=mark))
    try:
        a_salesperson(store, phone="")
        assert "§" in notifying.tell(batch).says
        notifying.account = an_account(free_port())
        notifying.tell(batch, About.REMINDER)
    finally:
        speak(None)
    results = [one.result for one in notifying.notices(batch)]
    assert any("Nobody takes mail" in says for says in results)
    assert any("Nobody wrote down" in says for says in results)
    assert "§" not in "".join(results)
    assert "§" not in str(box.mails[0])
    assert post
