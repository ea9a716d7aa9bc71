"""What the tests of the Campaigns place share: a campaign that lacks a little, and its page."""

from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from makers import make_card, make_contact, make_lead
from qt.windows import BERLIN
from qualdesk.core.campaigns import Campaign, CampaignPlan
from qualdesk.core.clock import SetClock
from qualdesk.core.criteria import Side
from qualdesk.core.events import CampaignEvent
from qualdesk.core.sources import CallWindow, HandoffTerms, SourceType
from qualdesk.desk.agreeing import Definitions
from qualdesk.desk.library import Library
from qualdesk.qt.campaigns.page import CampaignPage
from qualdesk.store.database import Store

PEOPLE = (
    ("Katrin Albers", "Elbkorn Foods"),
    ("Marcus Hale", "Northgate Dairy"),
    ("Ines Moreau", "Boulange & Fils"),
    ("Jonas Weber", "<b>Weber</b> Feinkost"),
    ("Lucia Marin", "Marin Conservas"),
    ("Tom Fry", "Fry Snacks"),
)
WINDOW = CallWindow(
    opens_at=datetime(2026, 3, 12, 8, tzinfo=UTC),
    closes_at=datetime(2026, 3, 27, 16, tzinfo=UTC),
    zone=BERLIN,
)
CARD = make_card(
    type=SourceType.TRADE_SHOW,
    place="Hall 4, stand B12",
    what="Packaging trade show in Cologne, 10 to 12 March",
    who="People our stand scanned, most run a packing line",
    responding_to="They watched the sealer demo, or asked for a call",
    facts=("The sealer runs 40 a minute", "A visit costs nothing"),
    owner="Tom Reyes, stand team",
    cost=48_000,
    currency="EUR",
)
TERMS = HandoffTerms(receiver="Lena Brandt", receiver_email="lena.brandt@example.com")


def a_campaign(store: Store, clock: SetClock, **said: Any) -> Campaign:
    """A campaign that lacks nothing, unless ``said`` takes something away; six leads."""
    library = Library(store, clock, "Rosa")
    plan = {"name": "PackTech Expo 2026", "source": CARD, "window": WINDOW, "handoff": TERMS}
    made = library.add(
        CampaignPlan(**{**plan, **said}),
        script=library.shipped_script(),
        definition=library.shipped_definition(),
    )
    both_sign(store, clock)
    with store.transaction() as tx:
        for name, company in PEOPLE:
            make_lead(tx, made, make_contact(tx, name, company_name=company))
    return made


def both_sign(store: Store, clock: SetClock) -> None:
    """Both sides sign the shipped definition, each at a desk of their own."""
    definitions = Definitions(store, clock, "Rosa")
    (entry,) = definitions.entries()
    for side, name in ((Side.MARKETING, "Pia Okafor"), (Side.SALES, "Lena Brandt")):
        if not all(one.is_signed for one in definitions.standing(entry.id).sides):
            definitions.sign(entry.id, side, name)


def an_event(now: datetime) -> CampaignEvent:
    """An event that begins tomorrow and lasts a day."""
    starts = now + timedelta(days=1)
    return CampaignEvent(starts_at=starts, ends_at=starts + timedelta(days=1))


def settled(qtbot: QtBot, page: CampaignPage) -> None:
    """Wait until everything typed is saved and the first leads are counted."""
    qtbot.waitUntil(lambda: not page.saving.is_due, timeout=10_000)
    qtbot.waitUntil(lambda: not page.first.is_counting, timeout=10_000)


def gone(widget: QWidget) -> None:
    """Close a widget and let it go at once: whatever is still there is styled for each test."""
    widget.close()
    delete(widget)


def here() -> QWidget:
    """Where the cursor is."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def write(field: QWidget, words: str) -> None:
    """Put the cursor into a field, and type over what stands there."""
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    if words:
        QTest.keyClicks(field, words)
    else:
        QTest.keyClick(field, Qt.Key.Key_Delete)
