"""The tab “Sent”: every batch with its leads, who was told, and what can be done about each.

T3 (told, with time and result), T4 (what becomes of each lead), T6 (recall, dispute, review).
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.grabs import cut_at_rest, unnamed
from qt.handed import a_sent_batch
from qt.sent_desk import SentDesk, filled
from qt.windows import BERLIN, Chosen, text_of
from qualdesk.core.clock import SetClock
from qualdesk.core.handoff_states import ItemState
from qualdesk.core.leads import Bucket
from qualdesk.core.mails import About, Channel, NoticeState
from qualdesk.qt.handoff.place import ANSWERS, SENT, HandoffPlace
from qualdesk.qt.handoff.sent_page import SentPage
from qualdesk.qt.handoff.sent_rows import ITEM_COLUMNS
from qualdesk.qt.handoff.sent_tables import SentTables
from qualdesk.store.database import Store
from way_back_makers import bucket

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
Opened = Callable[[int, int], SentPage]


@pytest.fixture(scope="module")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace every test here has a copy of."""
    return filled(tmp_path_factory.mktemp("sent") / "desk.sqlite")


@pytest.fixture
def sent_desk(clock: SetClock, sqlite_file: Path) -> SentDesk:
    return SentDesk(clock, sqlite_file)


@pytest.fixture
def mails(tmp_path: Path) -> Path:
    folder = tmp_path / "mails"
    folder.mkdir()
    return folder


@pytest.fixture
def place(qtbot: QtBot, sent_desk: SentDesk, mails: Path) -> Iterator[HandoffPlace]:
    made, work = sent_desk.place(Chosen(**{"mails to sales": mails}))
    qtbot.addWidget(made)
    made.resize(1364, 844)
    made.show()
    made.show_campaign(sent_desk.campaign)
    made.tabs.choose(SENT)
    page = made.parts[SENT]
    qtbot.waitUntil(lambda: len(page.tables.batches.rows) == 2)
    yield made
    assert work.close()


@pytest.fixture
def opened(qtbot: QtBot, place: HandoffPlace) -> Opened:
    page: SentPage = place.parts[SENT]

    def on(batch: int, lead: int = 0) -> SentPage:
        """The page with its cursor on a lead of the batch of this number."""
        numbers = [one.number for one in page.tables.batches.rows]
        page.tables.batch_table.choose(numbers.index(batch))

        def there() -> bool:
            return {one.number for one in page.tables.items.rows} == {batch}

        qtbot.waitUntil(there)
        page.tables.item_table.choose(lead)
        return page

    return on


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)


def write(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


def state_of(sent_desk: SentDesk, name: str) -> ItemState:
    """How this lead stands with sales."""
    desk = sent_desk.desk()
    batches = desk.handoff.batches(sent_desk.campaign.id)
    found = [item for batch in batches for item in desk.way_back.items(batch.batch_id)]
    desk.close()
    return next(item.state for item in found if item.name == name)


def test_every_batch_is_read_with_what_sales_said_of_each_lead(opened: Opened) -> None:
    page = opened(1)
    assert [row[:5] for row in page.tables.batches.drawn()] == [
        ("Batch 2, 09:24", "Sam Osei 2", "0", "0", "2"),
        ("Batch 1, Tue 17 Mar, 10:24", "Lena Brandt 4", "1", "2", "1"),
    ]
    assert [(row[0], row[2], row[4]) for row in page.tables.items.drawn()] == [
        ("Katrin Albers, Albers AG", "Taken by sales", "Calls her on Thursday"),
        ("Marcus Hale, Hale AG", "Sent back", "Wrong person, Left the company in January"),
        (
            "Devi Kapoor, Kapoor AG",
            "Disputed",
            "She named October on the phone., Rosa disputes it",
        ),
        ("Ines Fournier, Fournier AG", "Read", ""),
    ]
    assert page.tables.items.drawn()[3][3] == "Read Tue 17 Mar, 13:24, until Tue 24 Mar"


def test_beside_the_list_stands_the_way_of_one_lead(opened: Opened) -> None:
    page = opened(1, 2)
    assert page.side.item.says() == (
        "Sent to Lena Brandt",
        "Read",
        "Sent back: No date in sight",
        "Rosa disputes it: She named October on the phone.",
    )
    assert page.side.item.review.isVisible()
    assert not page.side.item.dispute.isVisible()
    page = opened(1, 0)
    assert page.side.item.dispute.isVisible()
    assert not page.side.item.back.isVisible()
    page = opened(1, 3)
    assert page.side.item.says()[-1] == "Waits for an answer"
    assert not page.side.item.dispute.isVisible()


def test_a_batch_is_recalled_by_keyboard_with_a_reason_and_sales_is_told(
    qtbot: QtBot, opened: Opened, sent_desk: SentDesk
) -> None:
    """T6: what was answered stays; without a reason nothing is recalled."""
    page = opened(1)
    page.tables.batch_table.setFocus()
    page.commands()["recall"]()
    card = page.recall_card
    assert card is not None
    assert "1 lead that waits for an answer is ours again" in text_of(card)
    assert "3 leads were answered already and stay as they are." in text_of(card)
    press(Qt.Key.Key_Return)
    assert card.complaint == "Say why the batch is recalled: sales reads it."
    assert state_of(sent_desk, "Ines Fournier") is ItemState.READ
    write("Wrong list")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "recalled: 1 lead is ours again" in page.result.says)
    assert state_of(sent_desk, "Ines Fournier") is ItemState.RECALLED
    assert state_of(sent_desk, "Katrin Albers") is ItemState.TAKEN
    qtbot.waitUntil(lambda: notices(sent_desk, 1, About.RECALL) != [])
    assert [one.receiver for one in notices(sent_desk, 1, About.RECALL)] == ["Lena Brandt"]
    qtbot.waitUntil(lambda: not page.side.recall.isVisible())
    assert page.tables.batches.drawn()[1][5] == "Recalled, Wrong list"
    assert page.tables.batch_table.hasFocus()


def test_a_recall_is_no_act_that_ctrl_z_takes_back(
    qtbot: QtBot, opened: Opened, sent_desk: SentDesk
) -> None:
    page = opened(2)
    page.recall()
    assert page.recall_card is not None
    page.recall_card.tell.setChecked(False)
    write("Two many")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "2 leads are ours again" in page.result.says)
    page.undo()
    assert state_of(sent_desk, "Greta Boman") is ItemState.RECALLED
    assert notices(sent_desk, 2, About.RECALL) == []


def test_escape_leaves_the_card_and_keeps_the_reason(opened: Opened) -> None:
    page = opened(2)
    page.tables.batch_table.setFocus()
    page.recall()
    write("Half a rea")
    press(Qt.Key.Key_Escape)
    assert page.recall_card is not None
    assert page.recall_card.isHidden()
    assert page.tables.batch_table.hasFocus()
    page.recall()
    assert page.recall_card.because.text() == "Half a rea"


def test_an_answer_is_disputed_by_keyboard_and_ctrl_z_takes_it_back(
    qtbot: QtBot, opened: Opened, sent_desk: SentDesk
) -> None:
    page = opened(1, 1)
    page.side.item.dispute.click()
    assert page.acts.dispute_card is not None
    assert "Sales sent back Marcus Hale: Wrong person" in text_of(page.acts.dispute_card)
    press(Qt.Key.Key_Return)
    assert page.acts.dispute_card.complaint == "Say why the answer is not right."
    write("He decides, he said so")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: state_of(sent_desk, "Marcus Hale") is ItemState.DISPUTED)
    qtbot.waitUntil(page.side.item.review.isVisible)
    page.undo()
    qtbot.waitUntil(lambda: state_of(sent_desk, "Marcus Hale") is ItemState.SENT_BACK)


def test_a_review_turns_the_answer_by_number_and_can_be_taken_back(
    qtbot: QtBot, opened: Opened, sent_desk: SentDesk
) -> None:
    page = opened(1, 2)
    page.tables.item_table.setFocus()
    press(Qt.Key.Key_Return)
    assert page.side.item.review.hasFocus()
    press(Qt.Key.Key_Space)
    card = page.acts.review_card
    assert card is not None
    assert card.options.keys() == ["1", "2"]
    press(Qt.Key.Key_2)
    write("T")
    assert card.because.hasFocus()
    write("he call says October")
    assert card.because.text() == "The call says October"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: state_of(sent_desk, "Devi Kapoor") is ItemState.TAKEN)
    qtbot.waitUntil(page.toast.isVisible)
    page.undo()
    qtbot.waitUntil(lambda: state_of(sent_desk, "Devi Kapoor") is ItemState.DISPUTED)


def test_a_lead_taken_wrongly_is_reviewed_with_the_reason_it_comes_back_for(
    qtbot: QtBot, opened: Opened, sent_desk: SentDesk
) -> None:
    desk = sent_desk.desk()
    desk.way_back.dispute(sent_desk.items["Katrin Albers"], "She never asked for it")
    desk.close()
    page = opened(1, 0)
    page.refresh()
    qtbot.waitUntil(page.side.item.review.isVisible)
    page.acts.review()
    card = page.acts.review_card
    assert card is not None
    assert not card.reason.isVisible()
    press(Qt.Key.Key_2)
    assert card.reason.isVisible()
    card.reason.setCurrentIndex(1)
    card.because.setText("She is right")
    card.take()
    qtbot.waitUntil(lambda: state_of(sent_desk, "Katrin Albers") is ItemState.SENT_BACK)
    qtbot.waitUntil(lambda: "No date in sight" in page.tables.items.drawn()[0][4])


def test_a_lead_goes_back_to_the_queue_and_ctrl_z_gives_it_back_to_sales(
    qtbot: QtBot, opened: Opened, sqlite_store: Store
) -> None:
    page = opened(1, 1)
    item = page.tables.item()
    assert item is not None
    page.side.item.back.click()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bucket(sqlite_store, item.lead_id) is Bucket.WAITING)
    qtbot.waitUntil(page.toast.isVisible)
    page.undo()
    qtbot.waitUntil(lambda: bucket(sqlite_store, item.lead_id) is Bucket.SENT_BACK)


def test_nurture_asks_for_a_day_and_a_track(
    qtbot: QtBot, opened: Opened, sqlite_store: Store
) -> None:
    page = opened(1, 1)
    item = page.tables.item()
    assert item is not None
    page.acts.take_back()
    card = page.acts.back_card
    assert card is not None
    assert not card.day.isVisible()
    press(Qt.Key.Key_2)
    assert card.day.isVisible()
    card.track.setText("Quarterly letter")
    card.take()
    qtbot.waitUntil(lambda: bucket(sqlite_store, item.lead_id) is Bucket.NURTURE)


def test_what_was_not_sent_is_told_again_or_written_by_hand(
    qtbot: QtBot, opened: Opened, sent_desk: SentDesk
) -> None:
    """T3: without a mail server the mails wait, and nothing is lost."""
    page = opened(2)
    assert "Nobody was told of this batch." in text_of(page.side)
    page.side.tell.click()
    qtbot.waitUntil(lambda: "1 mail not sent." in page.result.says)
    assert "No mail server is set." in page.result.says
    qtbot.waitUntil(page.side.notices.again.isVisible)
    page.result.clear()
    page.commands()["send_again"]()
    qtbot.waitUntil(lambda: "1 mail not sent." in page.result.says)
    links: list[str] = []
    handler = _Links(links)
    QDesktopServices.setUrlHandler("mailto", handler, "open")
    person = next(part for part in page.side.notices._people.parts if part.isVisible())
    person.write.click()
    qtbot.waitUntil(lambda: links != [])
    QDesktopServices.unsetUrlHandler("mailto")
    assert links[0].startswith("mailto:sam@sealers.example")
    page.side.notices.files.click()
    # The folder the batch was written into is gone: the mails' files cannot be made of it.
    qtbot.waitUntil(lambda: page.result.says == "out holds no batch that can be read.")
    assert {one.state for one in notices(sent_desk, 2, About.BATCH)} == {NoticeState.WAITING}


def test_sales_is_reminded_of_what_it_has_not_answered(
    qtbot: QtBot, opened: Opened, sent_desk: SentDesk
) -> None:
    desk = sent_desk.desk()
    for batch in desk.handoff.batches(sent_desk.campaign.id):
        desk.notifying.tell(batch.batch_id)
    desk.close()
    page = opened(1)
    page.refresh()
    qtbot.waitUntil(page.side.remind.isVisible)
    page.side.remind.click()
    assert page.remind_card is not None
    assert "Lena Brandt\n1 lead waits" in text_of(page.remind_card)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: notices(sent_desk, 1, About.REMINDER) != [])


def test_a_refusal_is_said_and_changes_nothing(
    qtbot: QtBot, opened: Opened, sent_desk: SentDesk
) -> None:
    page = opened(2)
    page.recall()
    desk = sent_desk.desk()
    desk.way_back.recall(page.tables.batches.rows[0].batch_id, "I was quicker")
    desk.close()
    write("Too late")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.result.says != "")
    assert "recalled" in page.result.says


def test_keys_go_from_batches_to_leads_to_acts_and_back(opened: Opened) -> None:
    page = opened(1, 1)
    page.tables.batch_table.setFocus()
    press(Qt.Key.Key_Return)
    assert page.tables.item_table.hasFocus()
    press(Qt.Key.Key_Return)
    assert page.side.item.back.hasFocus()
    assert page.step_back()
    assert page.tables.item_table.hasFocus()
    assert page.step_back()
    assert page.tables.batch_table.hasFocus()
    assert not page.step_back()


def test_other_batches_never_show_what_was_asked_for_one(qtbot: QtBot, opened: Opened) -> None:
    """An answer that comes late, after another batch was chosen, is dropped."""
    page = opened(1)
    tables = page.tables
    for at in (0, 1, 0):
        tables.batch_table.choose(at)
    qtbot.waitUntil(lambda: {one.number for one in tables.items.rows} == {2})
    qtbot.wait(50)
    assert {one.number for one in tables.items.rows} == {2}
    assert "Piotr Zielinski" in text_of(page.side)


@pytest.mark.parametrize("size", [(950, 584), (1290, 712), (1844, 1024)])
def test_nothing_is_cut_or_without_a_name(
    place: HandoffPlace, opened: Opened, size: tuple[int, int]
) -> None:
    opened(1, 2)
    place.resize(*size)
    QApplication.processEvents()
    assert cut_at_rest(place) == []
    assert unnamed(place) == []
    place.tabs.choose(ANSWERS)
    QApplication.processEvents()
    assert cut_at_rest(place) == []
    assert unnamed(place) == []


def test_a_campaign_without_batches_says_what_will_stand_here(
    qtbot: QtBot, place: HandoffPlace, opened: Opened
) -> None:
    """A card about a batch of the campaign before closes with it."""
    page = opened(2)
    page.recall()
    assert page.recall_card is not None
    assert page.recall_card.isVisible()
    place.show_campaign(None)
    qtbot.waitUntil(lambda: page.tables.batches.rows == ())
    assert page.recall_card.isHidden()
    assert "No batch has left yet" in text_of(page)
    assert not page.side.item.isVisible()


def test_what_sales_says_elsewhere_is_seen_here(
    qtbot: QtBot, opened: Opened, sent_desk: SentDesk, place: HandoffPlace, clock: SetClock
) -> None:
    page = opened(2)
    desk = sent_desk.desk("Sam Osei")
    answered = desk.sales.take(sent_desk.items["Greta Boman"], note="Calls tomorrow")
    desk.close()
    clock.advance(timedelta(seconds=20))
    place.touched(answered.changes)
    qtbot.waitUntil(lambda: page.tables.items.drawn()[1][2] == "Taken by sales")
    qtbot.waitUntil(lambda: page.tables.batches.rows[0].taken == 1)


class _Links(QObject):
    """A mail program that only notes what it is asked to begin."""

    def __init__(self, links: list[str]) -> None:
        super().__init__()
        self._links = links

    @Slot("QUrl")
    def open(self, link: Any) -> None:
        self._links.append(link.toString())


def notices(sent_desk: SentDesk, number: int, about: About) -> list[Any]:
    """The mails of this batch about this."""
    desk = sent_desk.desk()
    found = desk.handoff.batches(sent_desk.campaign.id)
    batch = next(one.batch_id for one in found if one.number == number)
    kept = desk.notifying.notices(batch)
    desk.close()
    return [one for one in kept if one.about is about and one.channel is not Channel.CALL]


def test_a_batch_that_left_meanwhile_has_the_cursor_when_the_tab_is_opened(
    qtbot: QtBot, clock: SetClock
) -> None:
    """Who looks at an older batch keeps it; who comes from an export finds what just left."""
    tables = SentTables(clock, BERLIN)
    qtbot.addWidget(tables)
    first, second, third = (a_sent_batch(number, 0, 0, 4, 10 + number) for number in (1, 2, 3))
    tables.show_batches((first,))
    tables.show_batches((second, first))
    assert tables.batch() == second
    tables.show()
    tables.show_batches((third, second, first))
    assert tables.batch() == second


def test_the_leads_of_a_batch_fit_the_smallest_window_without_sliding_sideways() -> None:
    """794 pixels are left at 1366, of which German headings take some more."""
    assert sum(column.width for column in ITEM_COLUMNS) <= 794 - 17
