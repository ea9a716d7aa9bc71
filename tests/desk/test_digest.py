"""A week of calls for marketing: what people need, in their words, and nobody's name (T5)."""

import csv
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from handoff_makers import a_script
from makers import BERLIN, make_card, make_contact, make_lead
from qualdesk.bootstrap import open_desk
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.digest import Saying, Week
from qualdesk.core.errors import ExportRefused, NotFound
from qualdesk.core.left_leads import Scope
from qualdesk.core.members import Member
from qualdesk.core.questions import QuestionId
from qualdesk.core.rules import Audience
from qualdesk.core.sources import CallWindow
from qualdesk.desk import Desk
from qualdesk.desk.versions import keep_script
from qualdesk.files.digest_pages import HEADINGS
from qualdesk.store.campaigns import set_script
from qualdesk.store.members import keep_member

WEEK = Week(year=2026, number=12)


@pytest.fixture
def desk(store_url: str, clock: SetClock) -> Iterator[Desk]:
    opened = open_desk(store_url, clock=clock, caller="Maya")
    campaign(opened, "PackTech")
    yield opened
    opened.close()


def campaign(desk: Desk, name: str, client: str = "") -> None:
    made = desk.library.new_campaign(
        name,
        source=make_card(),
        window=CallWindow(zone=BERLIN, has_no_end=True),
        audience=Audience.BUSINESS,
        client=client,
    )
    with desk._store.transaction() as tx:
        set_script(tx, made.id, keep_script(tx, a_script(), "Rosa"))
        keep_member(tx, Member(name="Rosa Lind", role="supervisor"))


def call(desk: Desk, name: str, outcome: str, of: str = "PackTech", **said: Any) -> None:
    """Call somebody new, hear answers (a text, or a value and words), and end the call."""
    reason = said.pop("reason", "")
    with desk._store.transaction() as tx:
        where = next(one.campaign for one in desk.library.campaigns() if one.campaign.name == of)
        person = make_contact(tx, name, company_name="Elbkorn Foods")
        make_lead(tx, where, person)
    card = desk.calling.next_lead(of)
    assert isinstance(card, CallCard)
    attempt = desk.calling.start_attempt(card.lead.id).id
    for question, answer in said.items():
        value, words = answer if isinstance(answer, tuple) else (None, answer)
        desk.calling.record_answer(attempt, QuestionId(question), value, words=words)
    desk.calling.finish(attempt, outcome, reason=reason)


def test_needs_and_objections_of_the_week_in_their_words(desk: Desk) -> None:
    call(desk, "Ana Sousa", "not_qualified", need="Too slow", reason="Too small")
    call(
        desk, "Ben Ito", "not_qualified", need="too slow.", money=("no", "Frozen"), reason="No need"
    )
    call(desk, "Cem Aksoy", "nurture", need="Less waste", date=("later", "After the move"))
    found = desk.digests.digest(WEEK, Scope(campaign="PackTech"))
    assert (found.conversations, found.campaigns) == (3, ("PackTech",))
    (need,) = found.needs
    assert (need.asked, need.people) == ("What are you working on?", 3)
    assert need.said == (Saying(says="Too slow", count=2), Saying(says="Less waste", count=1))
    assert [
        (one.outcome, one.reason, [each.says for each in one.said]) for one in found.objections
    ] == [
        ("Not a fit", "No need", ["Frozen"]),
        ("Not a fit", "Too small", []),
        ("Nurture", "", ["After the move"]),
    ]


def test_who_names_somebody_else_takes_no_word_out_of_what_they_said(desk: Desk) -> None:
    need = ("A second line", "The plant stands still on Mondays")
    said = {"need": need, "who": ("Tom Baker", "the plant director")}
    call(desk, "Ana Sousa", "nurture", **said)
    (found,) = desk.digests.digest(WEEK).needs
    assert [one.says for one in found.said] == [
        "A second line",
        "The plant stands still on Mondays",
    ]


def test_only_that_week_counts_on_the_campaigns_clock(desk: Desk, clock: SetClock) -> None:
    call(desk, "Ana Sousa", "nurture", need="This week")
    clock.set(clock.now() + timedelta(days=7))
    call(desk, "Ben Ito", "nurture", need="Next week")
    said = [desk.digests.digest(WEEK.moved(one)).needs for one in (-1, 0, 1)]
    assert [[each.says for need in some for each in need.said] for some in said] == [
        [],
        ["This week"],
        ["Next week"],
    ]
    assert desk.digests.last_week(BERLIN) == WEEK


def test_what_was_taken_back_was_not_said(desk: Desk) -> None:
    call(desk, "Ana Sousa", "not_qualified", reason="Too small", money=("no", "Frozen"))
    desk.calling.undo()
    assert desk.digests.digest(WEEK).objections == ()


def test_no_name_number_or_address_of_anybody_is_in_any_of_its_files(
    desk: Desk, tmp_path: Path
) -> None:
    """The digest goes to people who have no business with who said it."""
    with desk._store.transaction() as tx:
        make_contact(tx, "Jens Petersen")
    words = (
        "Ana here, ask Jens Petersen or Tom on +49 30 23125 777, tom@elbkorn.example; "
        "Maya and Rosa Lind know. Elbkorn Foods seals by hand"
    )
    call(desk, "Ana Sousa", "nurture", need=words, who=("Tom Baker", "Tom B."), reason=words)
    call(desk, "Ben Ito", "nurture", need="=cmd|' /C calc'!A0")
    made = tmp_path / "digest"
    for name in ("page.html", "table.csv", "book.xlsx"):
        desk.digests.write(WEEK, made.with_name(name))
    found = desk.digests.digest(WEEK)
    text = "\n".join(
        (
            made.with_name("page.html").read_text(),
            made.with_name("table.csv").read_text("utf-8-sig"),
            repr(found),
        )
    )
    for name in (
        "Ana",
        "Sousa",
        "Jens",
        "Petersen",
        "Tom",
        "Baker",
        "Maya",
        "Rosa",
        "Lind",
        "Ben",
        "Ito",
        "23125",
        "777",
        "tom@",
        "elbkorn.example",
        "Elbkorn Foods",
    ):
        assert not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text), name
    assert "seals by hand" in text


def test_the_table_runs_in_no_spreadsheet_and_the_page_is_text(desk: Desk, tmp_path: Path) -> None:
    call(desk, "Ana Sousa", "nurture", need="=1+1 <script>alert(1)</script>")
    desk.digests.write(WEEK, tmp_path / "table.csv")
    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert tuple(rows[0]) == HEADINGS
    assert [(row["Kind"], row["Says"]) for row in rows if row["Part"] == "need"] == [
        ("all", ""),
        ("said", "'=1+1 <script>alert(1)</script>"),
    ]
    desk.digests.write(WEEK, tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text()
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_one_clients_words_do_not_go_to_another(desk: Desk) -> None:
    campaign(desk, "Sealers", client="Sealers Ltd")
    call(desk, "Ana Sousa", "nurture", need="Ours")
    call(desk, "Ben Ito", "nurture", of="Sealers", need="Theirs")
    theirs = desk.digests.digest(WEEK, Scope(client="Sealers Ltd"))
    assert theirs.campaigns == ("Sealers",)
    assert [one.says for need in theirs.needs for one in need.said] == ["Theirs"]
    with pytest.raises(NotFound):
        desk.digests.digest(WEEK, Scope(campaign="Nobody's"))


def test_a_quiet_week_says_so_and_a_file_that_is_there_stays(desk: Desk, tmp_path: Path) -> None:
    made = desk.digests.write(WEEK, tmp_path / "page.html")
    assert made.is_empty
    assert "Nobody said anything." in (tmp_path / "page.html").read_text()
    with pytest.raises(ExportRefused, match="is there already"):
        desk.digests.write(WEEK, tmp_path / "page.html")
