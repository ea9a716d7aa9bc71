"""Tables for CRMs over a real workspace: copied, changed, looked at with the leads, kept."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from handoff_makers import a_definition, a_script
from qt.grabs import cut_words, grab, unnamed
from qt.windows import BERLIN, Chosen, desk_on
from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import SetClock
from qualdesk.core.crm_profiles import CrmProfile, Field
from qualdesk.core.errors import NotFound
from qualdesk.core.leads import Bucket
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.library import Library
from qualdesk.desk.profiles import Profiles
from qualdesk.qt.handoff.place import HandoffPlace
from qualdesk.qt.handoff.profiles.page import ProfilesPage
from qualdesk.qt.work import Work
from qualdesk.store.database import Store
from qualdesk.store.leads import place
from qualdesk.store.schema import contact
from qualdesk.store.schema import lead as lead_table
from sent_makers import a_qualified_lead

TERMS = HandoffTerms(receiver="Lena Brandt", receiver_email="lena@sealers.example", batch_size=9)
OURS = CrmProfile(
    id="ours",
    name="Our CRM",
    target="Our CRM",
    fields=(
        Field(heading="Person", source="full_name", required=True),
        Field(heading="Town", source="city", required=True),
    ),
)


@pytest.fixture
def campaign(sqlite_store: Store, clock: SetClock) -> Campaign:
    made = Library(sqlite_store, clock, "Rosa").new_campaign(
        "Fair", script=a_script(), definition=a_definition(), handoff=TERMS, client="Sealers"
    )
    lead = a_qualified_lead(sqlite_store, made, "Katrin Albers")
    with sqlite_store.transaction() as tx:
        of_them = sa.select(lead_table.c.contact_id).where(lead_table.c.id == lead)
        tx.connection.execute(
            contact.update().where(contact.c.id == of_them.scalar_subquery()).values(city="Hamburg")
        )
    a_qualified_lead(sqlite_store, made, "=cmd|' /C calc'!A0\u202e <b>x</b>")
    return made


@pytest.fixture
def profiles(sqlite_store: Store, clock: SetClock, campaign: Campaign) -> Profiles:
    made = Profiles(sqlite_store, clock, "Rosa")
    made.keep(OURS, campaign.client)
    return made


@pytest.fixture
def page(
    qtbot: QtBot, sqlite_file: Path, clock: SetClock, campaign: Campaign, profiles: Profiles
) -> Iterator[ProfilesPage]:
    assert profiles
    work = Work(desk_on(sqlite_file, clock))
    made = ProfilesPage(work, clock)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    made.show_campaign(campaign)
    qtbot.waitUntil(lambda: bool(seen(made)))
    yield made
    assert work.close()


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def drawn(page: ProfilesPage) -> list[tuple[str, ...]]:
    return page.view.table.rows.drawn()


def seen(page: ProfilesPage) -> str:
    """What the first lead has in the first column, once it was looked at."""
    return drawn(page)[0][3] if drawn(page) else ""


def waited(qtbot: QtBot, page: ProfilesPage, says: str) -> None:
    qtbot.waitUntil(lambda: page.view.says[0] == says)


def test_a_table_stands_there_with_the_first_lead_and_who_would_not_fit(
    qtbot: QtBot, page: ProfilesPage
) -> None:
    """T2: “1 lead lacks Town” is said before anything is written."""
    assert [row[0] for row in page.view.shelf.model.drawn()] == [
        "Our CRM, For Sealers",
        "Dynamics 365 leads, Comes with the program",
        "HubSpot contacts, Comes with the program",
        "Pipedrive leads, Comes with the program",
        "Salesforce leads, Comes with the program",
        "Zoho CRM leads, Comes with the program",
    ]
    waited(qtbot, page, "1 lead lacks “Town”.")
    rows = drawn(page)
    assert rows[0] == ("Person", "Whole name", "Needed", "Katrin Albers")
    assert rows[1] == ("Town", "City", "Needed", "Hamburg, 1 lead lacks it")
    assert rows[2][:3] == (
        "Lead ID",
        "Id for the way back, won and lost find their lead by it",
        "Added by itself",
    )
    assert rows[2][3]
    assert page.view.says[1] == "They would stay behind, and block nobody."
    assert not page.view.keep.isEnabled()


def test_a_shipped_table_is_copied_and_the_copy_kept_for_the_client(
    qtbot: QtBot, page: ProfilesPage, profiles: Profiles
) -> None:
    page.choose("zoho")
    assert not page.view.add.isEnabled()
    page.view.table.setFocus()
    press(Qt.Key.Key_Return)
    copy = QApplication.focusWidget()
    assert copy.accessibleName() == "Copy this table"
    press(Qt.Key.Key_Space)
    assert page.view.about.name.text() == "Zoho CRM leads, ours"
    assert page.view.shelf.model.drawn()[0] == ("Zoho CRM leads, ours, Not kept yet",)
    page.view.about.name.setText("Zoho of the north")
    press(Qt.Key.Key_Return)
    page.main()
    qtbot.waitUntil(lambda: "our-zoho" in [one.id for one in profiles.profiles("Sealers")])
    kept = profiles.profile("our-zoho", "Sealers")
    assert kept == replace(profiles.profile("zoho"), id="our-zoho", name="Zoho of the north")
    with pytest.raises(NotFound):
        profiles.profile("our-zoho", "Others")
    qtbot.waitUntil(lambda: not page.view.keep.isEnabled())
    names = [row[0] for row in page.view.shelf.model.drawn()]
    assert "Zoho of the north, For Sealers" in names


def test_a_copy_can_be_for_all_clients(
    qtbot: QtBot, page: ProfilesPage, profiles: Profiles
) -> None:
    page.copy()
    assert page.view.about.whose.isEnabled()
    page.view.about.whose.setCurrentIndex(1)
    page.view.about.whose.activated.emit(1)
    page.main()
    qtbot.waitUntil(lambda: "our-ours" in [one.id for one in profiles.profiles("Others")])
    qtbot.waitUntil(lambda: not page.view.about.whose.isEnabled())


def test_a_column_is_changed_with_the_keyboard_and_judged_at_once(
    qtbot: QtBot, page: ProfilesPage, profiles: Profiles
) -> None:
    page.view.table.setFocus()
    page.view.table.choose(1)
    press(Qt.Key.Key_Return)
    card = page._card
    assert card is not None
    assert card.heading.hasFocus()
    card.heading.setText("Person")
    press(Qt.Key.Key_Return)
    assert card.says == "Person: There are two columns of this name. A CRM would take only one."
    card.heading.setText("Place")
    card.longest.setText("many")
    card.save.click()
    assert card.says == "Write how many letters as a number, or leave it empty."
    card.longest.setText("3")
    card.need.setCurrentIndex(0)
    card.heading.setFocus()
    press(Qt.Key.Key_Return)
    assert card.isHidden()
    waited(qtbot, page, "“Place” is too long for Our CRM with 1 lead.")
    assert drawn(page)[1][2:] == ("3 letters at most", "Hamburg, too long for 1 lead")
    page.main()
    qtbot.waitUntil(lambda: profiles.profile("ours", "Sealers").headings == ("Person", "Place"))
    assert profiles.profile("ours", "Sealers").fields[1] == Field(
        heading="Place", source="city", longest=3
    )


def test_columns_are_added_moved_and_taken_out_and_each_step_is_undone(
    qtbot: QtBot, page: ProfilesPage, profiles: Profiles
) -> None:
    page.commands()["new"]()
    card = page._card
    assert card is not None
    card.heading.setText("Stage")
    card.source.setCurrentIndex(0)
    card.value.setText("Sales Qualified Lead")
    card.allowed.setPlainText("Sales Qualified Lead\nLead\n")
    card.save.click()
    assert drawn(page)[2][:3] == (
        "Stage",
        "“Sales Qualified Lead”, the same for every lead",
        "only Sales Qualified Lead, Lead",
    )
    page.commands()["rule_up"]()
    assert [row[0] for row in drawn(page)] == ["Person", "Stage", "Town", "Lead ID"]
    assert page.view.table.place == 1
    page.view.take_out.click()
    assert [row[0] for row in drawn(page)] == ["Person", "Town", "Lead ID"]
    for expected in (
        ["Person", "Stage", "Town"],
        ["Person", "Town", "Stage"],
        ["Person", "Town"],
        ["Person", "Town"],
    ):
        page.undo()
        assert [row[0] for row in drawn(page)[:-1]] == expected
    assert not page.view.keep.isEnabled()
    assert profiles.profile("ours", "Sealers") == OURS
    waited(qtbot, page, "1 lead lacks “Town”.")


def test_one_of_several_columns_may_be_enough(qtbot: QtBot, page: ProfilesPage) -> None:
    for row in (0, 1):
        page._open(row)
        card = page._card
        assert card is not None
        card.need.setCurrentIndex(2)
        card.save.click()
    entry = page.entry
    assert entry is not None
    assert entry.profile.needs_one_of == ("Person", "Town")
    waited(qtbot, page, "All 2 leads fit")


def test_a_table_is_removed_and_brought_back_within_ten_seconds(
    qtbot: QtBot, page: ProfilesPage, profiles: Profiles, clock: SetClock
) -> None:
    told: list[Changes] = []
    page.changed.connect(told.append)
    page.view.shelf.remove.click()
    qtbot.waitUntil(lambda: page.entry is not None and page.entry.is_shipped)
    assert "ours" not in [one.id for one in profiles.profiles("Sealers")]
    page.undo()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert profiles.profile("ours", "Sealers") == OURS
    page.choose("ours")
    page.view.shelf.remove.click()
    qtbot.waitUntil(lambda: len(told) == 3)
    clock.advance(page._undo_left())
    page.undo()
    assert "ours" not in [one.id for one in profiles.profiles("Sealers")]
    assert page.entry is not None
    assert page.entry.is_shipped


def test_what_is_not_kept_stays_while_others_are_looked_at(
    page: ProfilesPage, campaign: Campaign
) -> None:
    page.view.about.most.setText("x")
    page.view.about.most.editingFinished.emit()
    assert page.view.says[1] == "Write how many leads as a number, or leave it empty."
    page.view.about.most.setText("500")
    page.view.about.days.setCurrentIndex(1)
    page.view.about.days.activated.emit(1)
    page.choose("zoho")
    page.show_campaign(campaign)
    page.choose("ours")
    entry = page.entry
    assert entry is not None
    assert (entry.profile.most_rows, entry.profile.dates) == (500, "%d.%m.%Y")
    assert entry.waits
    left: list[bool] = []
    page.closed.connect(lambda: left.append(True))
    assert page.step_back()
    assert left == [True]


def test_a_table_without_a_name_cannot_be_kept(page: ProfilesPage) -> None:
    page.view.about.name.setText(" ")
    page.view.about.name.editingFinished.emit()
    assert page.view.says == (
        "This cannot be kept yet",
        "name: Give it a name people know it by.",
    )
    assert not page.view.keep.isEnabled()
    page.undo()
    assert page.view.about.name.text() == "Our CRM"


def test_without_a_lead_that_leaves_nothing_is_said_to_fit(
    qtbot: QtBot, page: ProfilesPage, sqlite_store: Store, campaign: Campaign
) -> None:
    with sqlite_store.transaction() as tx:
        for lead_id in (1, 2):
            place(tx, lead_id, Bucket.WAITING)
    page.touched(Changes(campaigns=frozenset({campaign.id})))
    waited(qtbot, page, "No lead is ready to leave")
    assert seen(page) == ""


def test_leads_that_were_ticked_are_the_ones_looked_at(
    qtbot: QtBot, page: ProfilesPage, campaign: Campaign
) -> None:
    page.open(campaign, [2], "ours")
    qtbot.waitUntil(lambda: seen(page).startswith("=cmd"))
    page.open(campaign, [1])
    waited(qtbot, page, "The 1 lead fits")


def test_the_tables_have_the_page_to_themselves_until_esc(
    qtbot: QtBot, sqlite_file: Path, clock: SetClock, campaign: Campaign, profiles: Profiles
) -> None:
    """From the card of the export and back, with the table that was kept meanwhile on offer."""
    work = Work(desk_on(sqlite_file, clock))
    whole = HandoffPlace(work, clock, Chosen(), BERLIN)
    qtbot.addWidget(whole)
    whole.resize(1366, 768)
    whole.show()
    whole.show_campaign(campaign)
    offered = whole.next_page.card.profile
    qtbot.waitUntil(lambda: offered.count() == 1 + 6 and bool(whole.next_page.batch.rows))
    whole.next_page.card.edit.click()
    qtbot.waitUntil(lambda: bool(seen(whole.tables)))
    assert whole.is_over
    assert whole.tables.view.shelf.table.hasFocus()
    assert "tab_next" not in whole.commands()
    assert whole.panes == whole.tables.panes
    whole.tables.copy()
    whole.main()
    qtbot.waitUntil(lambda: "our-ours" in [one.id for one in profiles.profiles("Sealers")])
    assert whole.step_back()
    qtbot.waitUntil(lambda: offered.count() == 1 + 7)
    assert not whole.is_over
    assert "tab_next" in whole.commands()
    assert work.close()


SIZES = [(1024, 640), (1366, 768), (1920, 1080)]


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_and_everything_has_a_name(
    page: ProfilesPage, size: tuple[int, int]
) -> None:
    states: dict[str, Callable[[], object]] = {
        "shipped": lambda: page.choose("salesforce"),
        "ours": lambda: page.choose("ours"),
        "column": lambda: page._open(1),
    }
    for name, show in states.items():
        show()
        grab(page, f"profiles-{name}-{size[0]}", size)
        assert cut_words(page) == []
        assert unnamed(page) == []
    assert page.view.panes
