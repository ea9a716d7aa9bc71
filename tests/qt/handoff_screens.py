"""The walk over the Hand-off page: its tabs, their cards, and mails that did not go."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qualdesk.core.handoff_states import BatchItem, Dispute, ItemState
from qualdesk.core.ids import BatchId, DisputeId, NoticeId
from qualdesk.core.mails import About, Channel, Notice, NoticeState
from qualdesk.qt.handoff.lessons.page import TITLES
from qualdesk.qt.handoff.place import PARTS, SENT
from qualdesk.qt.handoff.sent_page import SentPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qt.everywhere import Everywhere, Screen


def escape() -> None:
    """Esc, wherever the cursor is."""
    target = QApplication.focusWidget()
    if target is not None:
        QTest.keyClick(target, Qt.Key.Key_Escape)


def of_handoff(walk: "Everywhere") -> "Iterator[Screen]":
    """The Hand-off page: its tabs, and the cards that open over the next batch."""
    walk._go("handoff")
    yield "hand-off", walk.shell
    place = walk.window.handoff
    for command in ("choose_person", "edit_line"):
        walk.press(command)
        yield f"hand-off, {command}", walk.shell
        escape()
        walk.settle()
    place.next_page.bar.more.click()
    yield "hand-off, what leaves", walk.shell
    place.next_page.card.close_over()
    place.next_page.card.edit.click()
    walk.settle()
    yield "hand-off, tables", walk.shell
    place.tables.copy()
    place.tables.add_column()
    walk.settle()
    yield "hand-off, tables: column", walk.shell
    place.tables.leave()
    walk.settle()
    for part in [each.key for each in PARTS][1:]:
        place.tabs.choose(part)
        walk.settle()
        yield f"hand-off, {part}", walk.shell
        if part == SENT:
            yield from of_sent(walk, place.parts[SENT])
    reports = place.parts["lessons"].reports
    for report in tuple(TITLES)[1:]:
        reports.choose(report)
        walk.settle()
        yield f"hand-off, {report}", walk.shell
    place.tabs.choose(next(iter(place.parts)))
    walk.settle()


def of_sent(walk: "Everywhere", page: SentPage) -> "Iterator[Screen]":
    """Every card of the tab, over a lead shown as it may stand; nothing is done to it."""
    batch, item = page.tables.batch(), page.tables.item()
    assert batch is not None
    assert item is not None
    at = batch.sent_at
    page.tables.show_items((disputed(item, at), late(item)), batch)
    page.side.notices.show_notices(some_notices(batch.batch_id, at), at)
    page.side.show_batch(batch, is_told=True)
    walk.settle()
    yield "hand-off, sent, in dispute", walk.shell
    for name, ask in (
        ("recall", page.recall),
        ("remind", page.remind),
        ("review", page.acts.review),
    ):
        ask()
        walk.settle()
        yield f"hand-off, sent: {name}", walk.shell
        _close(page)
    page.tables.show_items((back(item, at), late(item)), batch)
    for name, ask in (("dispute", page.acts.dispute), ("take back", page.acts.take_back)):
        ask()
        if page.acts.back_card is not None and not page.acts.back_card.isHidden():
            page.acts.back_card.options.choose("2")
            page.acts.back_card.options.chosen.emit("2")
        walk.settle()
        yield f"hand-off, sent: {name}", walk.shell
        _close(page)
    page.refresh()
    walk.settle()


def _close(page: SentPage) -> None:
    acts = page.acts
    cards = (page.recall_card, page.remind_card, acts.review_card, acts.dispute_card)
    for card in (*cards, acts.back_card):
        if card is not None:
            card.close_over()


def back(item: BatchItem, at: datetime) -> BatchItem:
    """The lead as sales sent it back."""
    return replace(
        item,
        state=ItemState.SENT_BACK,
        read_at=at,
        answered_at=at,
        answered_by=item.receiver,
        reason="Wrong person",
        note=item.company,
        due_at=None,
    )


def disputed(item: BatchItem, at: datetime) -> BatchItem:
    """The lead as it was taken, and the client says it was not good."""
    dispute = Dispute(
        id=DisputeId(1),
        about="taken",
        says=item.one_line,
        asked_by=item.receiver,
        asked_at=at,
    )
    taken = replace(back(item, at), reason="", opportunity="OPP-0042")
    return replace(taken, state=ItemState.DISPUTED, dispute=dispute)


def late(item: BatchItem) -> BatchItem:
    """The lead as nobody answered about it in time, and may not be called any more."""
    return replace(item, state=ItemState.UNANSWERED, is_suppressed=True)


def some_notices(batch: BatchId, at: datetime) -> tuple[Notice, ...]:
    """A mail that did not go, one that may have gone, and a call that is to be made."""

    def one(number: int, **changed: Any) -> Notice:
        fields: dict[str, Any] = {
            "id": NoticeId(number),
            "batch_id": batch,
            "receiver": "Lena Brandt",
            "channel": Channel.MAIL,
            "about": About.BATCH,
            "address": "lena.brandt@sealers.example",
            "state": NoticeState.FAILED,
            "tries": 1,
            "result": "",
            "message_id": f"<{number}@desk.example>",
            "by": "Maya Lind",
            "made_at": at,
            "tried_at": at,
        }
        return Notice(**{**fields, **changed})

    return (
        one(1),
        one(2, channel=Channel.CALL, state=NoticeState.WAITING, tried_at=None),
        one(3, about=About.REMINDER, state=NoticeState.SENDING),
    )
