"""Sixty hostile texts in every field and window: shown as they are, nothing loaded, no freeze."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from makers import make_clock
from qt.cards import ANSWERS, make_attempt, make_card, make_contact
from qt.everywhere import a_full_workspace, everywhere
from qt.hostile import Server, counting_server, payloads
from qt.test_call_desk_views import TALKING, show
from qt.test_plain import every_sink
from qualdesk.core.leads import Company
from qualdesk.core.sources import Touchpoint, TouchpointKind
from qualdesk.qt.call_desk.view import DeskView
from qualdesk.qt.plain import safe_text
from qualdesk.qt.widgets.table import PlainTable

MAGENTA = QColor("#FF00FF")
TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
# Far above what honest text takes here, far below what one believed table would: a frozen window.
FROZEN_S = 20.0


@pytest.fixture
def server() -> Iterator[Server]:
    with counting_server() as found:
        yield found


@pytest.fixture
def texts(server: Server, tmp_path: Path) -> tuple[str, ...]:
    picture = QImage(64, 64, QImage.Format.Format_RGB32)
    picture.fill(MAGENTA)
    file = tmp_path / "loud.png"
    assert picture.save(str(file))
    return payloads(server.address, file.as_posix())


def rich(root: QWidget) -> list[str]:
    """What under ``root`` would be shown, told or spoken as anything but the text it is."""
    found = []
    for each in (root, *root.findChildren(QWidget)):
        if isinstance(each, QTextEdit):
            found.append(f"rich field: {type(each).__name__}")
        if isinstance(each, QLabel) and each.textFormat() != Qt.TextFormat.PlainText:
            found.append(f"guesses: {each.text()[:60]!r}")
        tip = each.toolTip()
        if tip and ("<" in tip.removeprefix("<qt>").removesuffix("</qt>") or tip[:4] != "<qt>"):
            found.append(f"rich tip: {tip[:60]!r}")
        if TURNING & set(each.accessibleName() + each.accessibleDescription()):
            found.append(f"turning name: {each.accessibleName()[:60]!r}")
        if isinstance(each, PlainTable) and each.model() is not None:
            model = each.model()
            for row in range(min(model.rowCount(), 30)):
                tips = [model.index(row, at).data(Qt.ItemDataRole.ToolTipRole) for at in range(2)]
                found += [f"tip of a cell: {one[:60]!r}" for one in tips if one]
        if isinstance(each, QListWidget):
            items = [each.item(at).toolTip() for at in range(each.count())]
            found += [f"tip of a line: {one[:60]!r}" for one in items if one]
    return found


def shows(root: QWidget, colour: QColor) -> bool:
    """Whether that colour is anywhere on the screen: the picture that must not be loaded."""
    image = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = bytes((colour.blue(), colour.green(), colour.red(), 255))
    return wanted * 8 in bytes(image.constBits())


def test_there_are_sixty_and_no_two_are_the_same(texts: tuple[str, ...]) -> None:
    assert len(texts) == len(set(texts)) == 60
    assert max(map(len, texts)) > 1_000_000


def test_no_widget_shows_any_of_them_as_anything_but_text(
    qtbot: QtBot, texts: tuple[str, ...], server: Server
) -> None:
    began = time.perf_counter()
    for text in texts:
        for sink in every_sink(text):
            qtbot.addWidget(sink)
            sink.resize(300, 60)
            assert rich(sink) == []
            assert "file:" not in text or not shows(sink, MAGENTA)
        shown = QTextDocumentFragment.fromPlainText(safe_text(text)).toPlainText()
        assert len(shown) <= 2000
    assert time.perf_counter() - began < FROZEN_S
    assert server.asked == []


def test_every_field_of_the_lead_at_the_desk_may_be_hostile(
    qtbot: QtBot, texts: tuple[str, ...], server: Server
) -> None:
    """Name, role, company, what they did, what they said: the desk shows sixty such people."""
    view = DeskView({})
    qtbot.addWidget(view)
    view.resize(1290, 712)
    view.show()
    began = time.perf_counter()
    for at, text in enumerate(texts):
        other = texts[at - 1]
        did = Touchpoint(kind=TouchpointKind.NOTE, says=other, by=text)
        card = make_card(attempt=make_attempt(), answers=ANSWERS)
        lead = type(card.lead)(
            **{
                **{name: getattr(card.lead, name) for name in card.lead.__dataclass_fields__},
                "contact": make_contact(
                    name=text, title=other, company=Company(name=text, about=other), city=text
                ),
                "touchpoints": (did,),
            }
        )
        fields = {name: getattr(card, name) for name in card.__dataclass_fields__}
        words = {"lead.first_name": text, "caller.name": other}
        show(view, type(card)(**{**fields, "lead": lead, "words": words}), TALKING, "date")
        QApplication.processEvents()
        assert rich(view) == []
        assert "file:" not in text + other or not shows(view, MAGENTA)
    assert time.perf_counter() - began < FROZEN_S
    assert server.asked == []


def test_no_window_is_moved_by_hostile_leads(
    qapp: QApplication,
    texts: tuple[str, ...],
    server: Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All of the window, over a workspace whose leads are nothing but such texts."""
    del qapp
    names = [text for text in texts if text.strip()][::7]
    leads = tuple(
        (name, names[at - 1], f"+49 40 66969 {200 + at}", "asked") for at, name in enumerate(names)
    )
    a_full_workspace(tmp_path, make_clock(), leads)
    wrong: list[str] = []
    with everywhere(tmp_path, make_clock(), monkeypatch) as walk:
        walk.size(1366, 768)
        for name, root in walk.screens():
            wrong += [f"{name}: {each}" for each in rich(root)]
            if shows(root, MAGENTA):
                wrong.append(f"{name}: the picture was loaded")
    assert not wrong, "\n".join(wrong)
    assert server.asked == []
