"""The Hand-off page over a real workspace: read, tick, let a batch leave, hear the answers.

T1 (leads leave with documentation), T2 (nobody is blocked by a neighbour), T4 (answers return).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from handoff_makers import a_definition, a_script
from makers import make_contact, make_lead
from qt.grabs import cut_words, grab, unnamed
from qt.handed import a_brief_of, a_next_batch, a_sent_batch
from qt.windows import BERLIN, Chosen, desk_on, drop, text_of
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import AnswerId, AttemptId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.next_batch import NextBatch
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.core.routing_rules import RoutingRule, RuleKind
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.library import Library
from qualdesk.qt import theme
from qualdesk.qt.handoff.batch_asking import Looked
from qualdesk.qt.handoff.model import Place, rows_of
from qualdesk.qt.handoff.next_page import NextPage
from qualdesk.qt.handoff.place import ANSWERS, HandoffPlace
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.work import Work
from qualdesk.store.answers import keep_answer
from qualdesk.store.calls import begin, change_call, count_try
from qualdesk.store.database import Store
from qualdesk.store.leads import load_lead
from qualdesk.store.leads import place as put_into

TERMS = HandoffTerms(receiver="Lena Brandt", receiver_email="lena@sealers.example", batch_size=5)
DOCUMENTED = {"need": "A new line", "date": "soon", "wants_call": "yes"}
HOSTILE = "<img src=x onerror=y>\u202egpj.exe"
Waiting = Callable[[Callable[[], bool]], None]


@pytest.fixture
def campaign(sqlite_store: Store, clock: SetClock) -> Campaign:
    library = Library(sqlite_store, clock, "Rosa")
    return library.new_campaign(
        "PackTech Expo 2026", script=a_script(), definition=a_definition(), handoff=TERMS
    )


@pytest.fixture
def chosen(tmp_path: Path) -> Chosen:
    out = tmp_path / "for sales"
    out.mkdir()
    return Chosen(handoff=out)


@pytest.fixture
def place(
    qtbot: QtBot, sqlite_file: Path, clock: SetClock, chosen: Chosen
) -> Iterator[HandoffPlace]:
    work = Work(desk_on(sqlite_file, clock))
    made = HandoffPlace(work, clock, chosen, BERLIN)
    qtbot.addWidget(made)
    made.resize(1364, 844)
    made.show()
    yield made
    assert work.close()


@pytest.fixture
def page(place: HandoffPlace) -> NextPage:
    return place.next_page


def qualify(
    store: Store,
    campaign: Campaign,
    name: str,
    *,
    answers: dict[str, Any] | None = None,
    company: str = "Elbkorn Foods",
) -> LeadId:
    with store.transaction() as tx:
        lead_id = make_lead(tx, campaign, make_contact(tx, name, company_name=company))
        call = AttemptId(str(uuid4()))
        versions = (campaign.script_version_id, campaign.definition_version_id)
        begin(tx, call, lead_id, caller="Maya", number="+493023125001", token=1, versions=versions)
        count_try(tx, lead_id, tx.now.date())
        for question, value in (DOCUMENTED if answers is None else answers).items():
            said = Answer(question=QuestionId(question), value=value, words=f"on {question}")
            keep_answer(tx, AnswerId(str(uuid4())), attempt_id=call, lead_id=lead_id, given=said)
        change_call(tx, call, outcome="qualified", ended_at=tx.now, note="Likes numbers.")
        put_into(tx, lead_id, Bucket.QUALIFIED)
    return lead_id


def opened(qtbot: QtBot, place: HandoffPlace, campaign: Campaign, leads: int) -> NextPage:
    place.show_campaign(campaign)
    page = place.next_page
    qtbot.waitUntil(lambda: len(page.batch.rows) == leads)
    return page


def shown(page: NextPage, batch: NextBatch) -> None:
    """Show a made-up batch, as if the desk had answered with it."""
    page._show(Looked(batch=batch, rows=rows_of(batch), own_name="Rosa"))


def press(widget: Any, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(widget, key, held)


def bucket(store: Store, lead_id: LeadId) -> Bucket:
    with store.reading() as tx:
        return load_lead(tx, lead_id).bucket


def test_every_qualified_lead_is_read_in_the_table_with_what_it_lacks(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign, sqlite_store: Store
) -> None:
    """T2: a lead that lacks something says what, on amber, and blocks nobody."""
    qualify(sqlite_store, campaign, "Katrin Albers")
    qualify(sqlite_store, campaign, "Jonas Reuter", answers={"need": "A line"})
    page = opened(qtbot, place, campaign, 2)
    drawn = page.batch.model.drawn()
    assert drawn[0][0] == "ticked"
    assert drawn[0][1] == "Katrin Albers, Elbkorn Foods"
    assert drawn[0][4] == "Lena Brandt"
    assert drawn[1][0] == "not ticked"
    assert drawn[1][4].startswith("Stays here, ")
    lacks = page.batch.rows[1].lead.lacks
    assert lacks
    assert lacks[0].removesuffix(".") in drawn[1][4]
    assert page.bar.export.isEnabled()


def test_the_brief_of_the_chosen_lead_stands_beside_the_table_in_plain_text(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign, sqlite_store: Store
) -> None:
    qualify(sqlite_store, campaign, HOSTILE)
    page = opened(qtbot, place, campaign, 1)
    shown = page.brief.page.lead
    qtbot.waitUntil(lambda: shown.text() == "<img src=x onerror=y>gpj.exe")
    assert shown.textFormat() == Qt.TextFormat.PlainText
    assert page.batch.model.index(0, 1).data() == "<img src=x onerror=y>gpj.exe, Elbkorn Foods"


def test_a_batch_leaves_by_the_keyboard_alone(
    qtbot: QtBot,
    place: HandoffPlace,
    campaign: Campaign,
    sqlite_store: Store,
    chosen: Chosen,
) -> None:
    """T1: the leads that are ticked leave with their papers; the one unticked stays."""
    first = qualify(sqlite_store, campaign, "Katrin Albers")
    second = qualify(sqlite_store, campaign, "Marcus Hale")
    page = opened(qtbot, place, campaign, 2)
    table = page.batch.table
    table.setFocus()
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Space)
    left_out = page.batch.current()
    assert left_out is not None
    stays, leaves = (second, first) if left_out.id == second else (first, second)
    assert page.batch.leaving() == (leaves,)
    page.main()
    qtbot.waitUntil(lambda: bool(page.result.says), timeout=8_000)
    assert "exported" in page.result.says
    assert chosen.asked == ["handoff"]
    assert bucket(sqlite_store, leaves) is Bucket.IN_BATCH
    assert bucket(sqlite_store, stays) is Bucket.QUALIFIED
    folders = list((chosen.answers["handoff"] or Path()).iterdir())
    assert len(folders) == 1
    assert list(folders[0].rglob("*.pdf"))
    qtbot.waitUntil(lambda: len(page.batch.rows) == 1)
    qtbot.waitUntil(lambda: "1 waiting" in text_of(page.history))


def test_a_lead_nobody_gets_stays_and_the_line_over_the_table_says_how_to_mend_it(
    qtbot: QtBot, place: HandoffPlace, sqlite_store: Store, clock: SetClock, chosen: Chosen
) -> None:
    """T2: nothing leaves without somebody who answers, and nobody has to guess why."""
    nameless = Library(sqlite_store, clock, "Rosa").new_campaign(
        "PackTech Expo 2026", script=a_script(), definition=a_definition()
    )
    qualify(sqlite_store, nameless, "Katrin Albers")
    page = opened(qtbot, place, nameless, 1)
    assert page.batch.rows[0].place is Place.BLOCKED
    assert not page.bar.export.isEnabled()
    assert "1 lead has no one to go to" in text_of(page.batch.fix)
    assert page.batch.model.drawn()[0][4].startswith("Choose a person, ")
    page.main()
    assert chosen.asked == []
    assert "Tick at least one lead" in text_of(page.bar)


def test_what_the_campaign_says_is_filled_in_and_what_is_typed_stays(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign, sqlite_store: Store
) -> None:
    qualify(sqlite_store, campaign, "Katrin Albers")
    page = opened(qtbot, place, campaign, 1)
    page.bar.more.click()
    assert page.card.isVisible()
    assert page.card.receiver.text() == "Lena Brandt"
    assert page.card.email.text() == "lena@sealers.example"
    page.card.receiver.selectAll()
    QTest.keyClicks(page.card.receiver, "Sam Osei")
    qtbot.waitUntil(lambda: page.batch.model.drawn()[0][4] == "Sam Osei")
    page.card.close_over()
    qualify(sqlite_store, campaign, "Marcus Hale")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.batch.rows) == 2)
    assert page.card.receiver.text() == "Sam Osei"
    assert page.batch.model.drawn()[1][4] == "Sam Osei"


def test_a_folder_that_cannot_be_written_leaves_the_batch_ready(
    qtbot: QtBot,
    place: HandoffPlace,
    campaign: Campaign,
    sqlite_store: Store,
    tmp_path: Path,
) -> None:
    lead = qualify(sqlite_store, campaign, "Katrin Albers")
    page = opened(qtbot, place, campaign, 1)
    no_folder = tmp_path / "a file"
    no_folder.write_text("in the way")
    page.export_into(no_folder)
    qtbot.waitUntil(lambda: bool(page.result.says), timeout=20_000)
    assert "has left" not in page.result.says
    assert bucket(sqlite_store, lead) is Bucket.QUALIFIED
    assert page.bar.export.isVisible()
    assert page.bar.export.isEnabled()


def test_a_lead_held_back_comes_back_with_one_key_for_ten_seconds(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign, sqlite_store: Store, clock: SetClock
) -> None:
    qualify(sqlite_store, campaign, "Katrin Albers")
    page = opened(qtbot, place, campaign, 1)
    qtbot.waitUntil(page.brief.hold.isEnabled)
    page.brief.hold.click()
    qtbot.waitUntil(lambda: page.batch.rows[0].place is Place.HELD_BACK)
    assert page.toast.isVisible()
    assert not page.bar.export.isEnabled()
    page.undo()
    qtbot.waitUntil(lambda: page.batch.rows[0].place is Place.READY)
    page.brief.hold.click()
    qtbot.waitUntil(lambda: page.batch.rows[0].place is Place.HELD_BACK)
    clock.advance(timedelta(seconds=11))
    page.undo()
    QTest.qWait(50)
    assert page.batch.rows[0].place is Place.HELD_BACK
    qtbot.waitUntil(lambda: page.brief.hold.label == "Put back")
    page.brief.hold.click()
    qtbot.waitUntil(lambda: page.batch.rows[0].place is Place.READY)


def test_an_answer_sheet_dropped_on_any_tab_is_read_where_answers_stand(
    qtbot: QtBot,
    place: HandoffPlace,
    campaign: Campaign,
    sqlite_store: Store,
    chosen: Chosen,
) -> None:
    """T4: what can be used is used; each other row is named and changes nothing."""
    taken = qualify(sqlite_store, campaign, "Katrin Albers")
    silly = qualify(sqlite_store, campaign, "Marcus Hale")
    page = opened(qtbot, place, campaign, 2)
    page.main()
    qtbot.waitUntil(lambda: bool(page.result.says), timeout=8_000)
    assert "exported" in page.result.says
    sheet = next((chosen.answers["handoff"] or Path()).rglob("answers.xlsx"))
    answer(sheet, {"Katrin Albers": "takes", "Marcus Hale": "perhaps"})
    drop(place, sheet)
    assert place.tabs.on == ANSWERS
    qtbot.waitUntil(lambda: bucket(sqlite_store, taken) is Bucket.TAKEN)
    assert bucket(sqlite_store, silly) is Bucket.IN_BATCH
    qtbot.waitUntil(lambda: "perhaps" in str(place.front.outcomes.model.drawn()))
    qtbot.waitUntil(lambda: place.took == "Sales took 1 of 1 so far")


def answer(sheet: Path, answers: dict[str, str]) -> None:
    """Fill the answers in, as a salesperson does."""
    book = openpyxl.load_workbook(sheet)
    for row in book["Answers"].iter_rows(min_row=2):
        row[4].value = answers.get(str(row[2].value))
    book.save(sheet)


def test_ctrl_a_ticks_all_and_again_none(page: NextPage) -> None:
    shown(page, a_next_batch(ready=4))
    table = page.batch.table
    press(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.batch.leaving() == ()
    press(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.batch.leaving()) == 4


def test_a_search_narrows_what_is_shown_and_not_what_leaves(page: NextPage) -> None:
    shown(page, a_next_batch(ready=7))
    page.search_here()
    QTest.keyClicks(page.batch.search, "albers")
    assert {row[1] for row in page.batch.model.drawn()} == {"Katrin Albers, Elbkorn Foods, Hamburg"}
    assert len(page.batch.leaving()) == 7


def test_the_filters_count_and_move_with_the_arrows(page: NextPage) -> None:
    shown(page, a_next_batch(ready=7))
    filters = page.batch.filters
    first = next(each for each in filters.findChildren(type(filters._buttons[0])) if each.key)
    press(first, Qt.Key.Key_Right)
    press(filters._buttons[1], Qt.Key.Key_Right)
    assert filters.on == Place.BLOCKED
    assert [row[1] for row in page.batch.model.drawn()] == ["Anton Rieder, Almgold, Salzburg"]


def test_ten_thousand_leads_scroll_without_a_widget_for_each(page: NextPage) -> None:
    before = len(page.findChildren(object))
    shown(page, a_next_batch(ready=10_000))
    page.batch.table.choose(9_999)
    QApplication.processEvents()
    assert len(page.findChildren(object)) - before < 60
    assert page.batch.where() == "10,000 of 10,002"
    top = page.batch.table.rowAt(5)
    assert top > 9_900


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_word_is_cut_and_every_stop_has_a_name(
    place: HandoffPlace, page: NextPage, qapp: QApplication, scheme: Any
) -> None:
    """At the three sizes the page is drawn for; only at the widest it says source and caller."""
    theme.apply(qapp, scheme, 1.0)
    batch = drawn_batch()
    shown(page, batch)
    place._show_batches((a_sent_batch(11, 12, 2, 16, 13), a_sent_batch(10, 9, 4, 16, 10)))
    for size in ((1366, 768), (1440, 900), (1920, 1080)):
        grab(place, f"handoff-{size[0]}x{size[1]}-{scheme}", size)
        page.brief.show_brief(a_brief_of(batch.ready[0]), "Lena Brandt", page.batch.where())
        page.batch.table.setFocus()
        grab(place, f"handoff-{size[0]}x{size[1]}-{scheme}", size)
        assert place.width() == size[0], "the page asks for more room than the window has"
        assert cut_words(place) == []
        assert unnamed(place) == []
        is_wide = size[0] == 1920
        assert page.batch.table.isColumnHidden(5) is not is_wide


def drawn_batch() -> NextBatch:
    """The next batch of the drawing: three people of sales, one lead to fix, one held back."""
    batch = a_next_batch(ready=14)
    goes = (("Sam Osei", "Region UK"), ("Lena Brandt", "Owns the account"), ("Claire Dubois", ""))
    fix = RoutingRule(id="rule-1", kind=RuleKind.REGION, name="Austria", countries=("AT",))
    return replace(
        batch,
        ready=tuple(
            replace(lead, receiver=goes[at % 3][0], via=goes[at % 3][1], points=91 - 2 * at)
            for at, lead in enumerate(batch.ready)
        ),
        blocked=(replace(batch.blocked[0], lacks=("No rule covers Austria.",), fix=fix),),
        held_back=(replace(batch.held_back[0], receiver="Claire Dubois", held_by="Rosa"),),
    )


def test_the_table_reads_as_it_is_drawn(page: NextPage) -> None:
    """Who gets it and why them; the lead to fix on amber among its neighbours; who held back."""
    shown(page, drawn_batch())
    drawn = page.batch.model.drawn()
    at = [row[1].split(",")[0] for row in drawn].index("Anton Rieder")
    assert drawn[at][2:5] == ("80", "Within 3 months", "Choose a person, No rule covers Austria")
    assert [row[2] for row in drawn] == sorted((row[2] for row in drawn), reverse=True)
    assert drawn[0][4] == "Sam Osei, Region UK"
    assert "Claire Dubois, Held back by you" in {row[4] for row in drawn}
    assert "Add a rule for Austria" in {
        each.label for each in page.batch.fix.findChildren(PushButton) if each.isVisible()
    }
    said = text_of(page.bar)
    assert "Batch 12: 14 leads to 3 people" in said
    assert "Lena Brandt 5, Sam Osei 5, Claire Dubois 4." in said
    assert "1 to fix and 1 held back stay here." in said
    assert page.bar.briefs.accessibleName() == "14 briefs as PDF"


def test_who_waits_for_a_next_batch_is_counted_beside_who_leaves(page: NextPage) -> None:
    """T2: every lead of the page is in one of the figures; one that is ticked leaves now."""
    batch = a_next_batch(ready=4)
    shown(page, replace(batch, ready=batch.ready[:2], later=batch.ready[2:]))
    assert "2 wait for next time." in text_of(page.bar)
    page.batch.ticks.turn(next(row for row in page.batch.rows if row.place is Place.LATER))
    page._count()
    assert "1 waits for next time." in text_of(page.bar)


def test_while_leads_are_looked_at_nothing_says_that_there_are_none(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign, sqlite_store: Store
) -> None:
    qualify(sqlite_store, campaign, "Katrin Albers")
    place.show_campaign(campaign)
    page = place.next_page
    said = text_of(page.bar) + text_of(page.brief)
    assert said.count("Looking at the qualified leads") == 2
    assert "No lead" not in said
    assert "Nothing to export" not in said
    assert not page.bar.export.isEnabled()
    qtbot.waitUntil(lambda: len(page.batch.rows) == 1)
    qtbot.waitUntil(lambda: "Looking" not in text_of(page.bar) + text_of(page.brief))


def test_the_rows_are_put_in_the_order_somebody_chooses(page: NextPage) -> None:
    batch = a_next_batch(ready=3)
    soon = dict(zip((lead.lead_id for lead in batch.ready), (2, 0, 1), strict=True))
    who = dict(zip(soon, ("Sam Osei", "Lena Brandt", "Claire Dubois"), strict=True))
    rows = tuple(
        replace(lead, soon=soon[lead.lead_id], receiver=who[lead.lead_id]) for lead in batch.ready
    )
    shown(page, replace(batch, ready=rows, blocked=(), held_back=()))
    sort = page.batch.sort
    for order, wanted in (("when", [0, 1, 2]), ("who gets them", ["C", "L", "S"])):
        sort.setCurrentText(f"Sorted by {order}")
        sort.activated.emit(sort.currentIndex())
        leads = [row.lead for row in page.batch.model.rows]
        assert [one.soon if order == "when" else one.receiver[0] for one in leads] == wanted


def test_without_a_campaign_the_page_says_what_will_stand_here(
    place: HandoffPlace, page: NextPage
) -> None:
    """No empty notice, no day nobody chose, and a button that says why it waits."""
    place.show_campaign(None)
    grab(place, "handoff-no-campaign")
    assert not page.batch.fix.isVisible()
    assert not page.bar.more.isVisible()
    assert not page.bar.export.isEnabled()
    assert text_of(page.batch).count("No lead is qualified yet") == 1
    assert "No lead is qualified yet." in text_of(page.bar)
    assert cut_words(page) == []


def test_a_campaign_gives_the_day_and_still_nobody_can_leave(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign
) -> None:
    place.show_campaign(campaign)
    page = place.next_page
    assert not page.bar.export.isEnabled()
    qtbot.waitUntil(page.bar.more.isVisible)
    assert page.card.answer_by.day.year == 2026
    assert not page.bar.export.isEnabled()
    assert "No lead is qualified yet." in text_of(page.bar)


def test_leads_of_the_campaign_left_behind_do_not_stay(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign, sqlite_store: Store
) -> None:
    qualify(sqlite_store, campaign, "Katrin Albers")
    page = opened(qtbot, place, campaign, 1)
    assert page.batch.table.isVisible()
    place.show_campaign(None)
    assert page.batch.rows == ()
    assert not page.batch.table.isVisible()
    assert not page.bar.export.isEnabled()


def test_an_export_that_is_stopped_leaves_nothing_and_the_batch_is_ready(
    qtbot: QtBot,
    place: HandoffPlace,
    campaign: Campaign,
    sqlite_store: Store,
    chosen: Chosen,
) -> None:
    """What is being written can be stopped; Ctrl+Z afterwards takes nothing back that left."""
    lead = qualify(sqlite_store, campaign, "Katrin Albers")
    page = opened(qtbot, place, campaign, 1)
    page.main()
    assert page.exporting.is_busy
    assert not page.bar.export.isVisible()
    page.bar._stop.click()
    qtbot.waitUntil(lambda: not page.exporting.is_busy, timeout=8_000)
    assert page.result.says == "Stopped. The batch is unchanged and still ready."
    assert bucket(sqlite_store, lead) is Bucket.QUALIFIED
    assert list((chosen.answers["handoff"] or Path()).iterdir()) == []
    page.bar.mail.setChecked(False)
    page.main()
    qtbot.waitUntil(lambda: "has left" in page.result.says, timeout=8_000)
    place.undo()
    QTest.qWait(30)
    assert bucket(sqlite_store, lead) is Bucket.IN_BATCH


def test_what_a_crm_would_leave_out_is_said_before_anything_is_written(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign, sqlite_store: Store
) -> None:
    """T6: a lead without what its table needs stays here and is counted."""
    qualify(sqlite_store, campaign, "Katrin Albers", company="")
    page = opened(qtbot, place, campaign, 1)
    qtbot.waitUntil(lambda: page.card.profile.count() > 4)
    names = [page.card.profile.itemText(at) for at in range(page.card.profile.count())]
    at = next(at for at, name in enumerate(names) if "Salesforce" in name)
    page.card.profile.setCurrentIndex(at)
    page.card.profile.activated.emit(at)
    assert page.bar.contents.profile == "salesforce"
    assert "Salesforce" in page.bar.crm.accessibleName()
    qtbot.waitUntil(lambda: "1 lead stays here without Company" in text_of(page.bar))
    page.bar.crm.click()
    assert page.bar.contents.profile == ""
    assert "stays here without" not in text_of(page.bar)


def test_while_the_leads_are_looked_at_nobody_is_told_there_are_none(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign, sqlite_store: Store
) -> None:
    qualify(sqlite_store, campaign, "Katrin Albers")
    page = place.next_page
    place.show_campaign(campaign)
    assert "No lead is qualified yet" not in text_of(page.batch)
    assert "Looking at the qualified leads" in text_of(page.batch)
    assert page.batch.table.isVisible(), "the cursor has somewhere to stand"
    page.batch.say_looking(500, 10_000)
    assert "500 of 10,000 leads looked at" in text_of(page.batch)
    qtbot.waitUntil(lambda: len(page.batch.rows) == 1)
    assert "looked at" not in text_of(page.batch)


def test_a_late_look_at_the_campaign_before_is_not_shown(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign, sqlite_store: Store, clock: SetClock
) -> None:
    qualify(sqlite_store, campaign, "Katrin Albers")
    other = Library(sqlite_store, clock, "Rosa").new_campaign("Another", handoff=TERMS)
    place.show_campaign(campaign)
    place.show_campaign(other)
    page = place.next_page
    qtbot.waitUntil(lambda: page.bar.card.receiver.text() == "Lena Brandt")
    QTest.qWait(50)
    assert page.batch.rows == ()
    assert "No lead is qualified yet" in text_of(page.batch)


def test_esc_clears_the_search_and_then_leads_to_the_table(page: NextPage) -> None:
    shown(page, a_next_batch(ready=7))
    page.window().activateWindow()
    search = page.batch.search
    page.search_here()
    QTest.keyClicks(search, "nobody of that name")
    press(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert search.hasFocus()
    press(search, Qt.Key.Key_Escape)
    assert page.batch.table.hasFocus()
