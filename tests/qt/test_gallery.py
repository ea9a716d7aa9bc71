"""Every widget drawn once in both themes and three text sizes: nothing is cut, all is named."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qt.grabs import cut_words, grab, unnamed
from qualdesk.qt import theme
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.avatar import Avatar
from qualdesk.qt.widgets.bars import PointsBar, ThinBar
from qualdesk.qt.widgets.buttons import IconButton, LinkButton, MainButton, PushButton
from qualdesk.qt.widgets.callstate import CallState
from qualdesk.qt.widgets.card import Card, Heading, Quote, Rule
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.facts import AnswerRow, KnownRow, MissingRow
from qualdesk.qt.widgets.fields import Choice, Field, NoteField, Tick
from qualdesk.qt.widgets.keycap import KeyCap
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.option import Option, OptionGroup
from qualdesk.qt.widgets.outcome import OutcomeButton
from qualdesk.qt.widgets.queue import NextCard, NowCard, ReasonShown
from qualdesk.qt.widgets.rows import IconRow, PersonRow
from qualdesk.qt.widgets.trail import StageShown, StageTrail
from qualdesk.qt.widgets.undo import Toast, UndoCard

SAY = "“You said the new line comes in autumn. When does it have to be running?”"


def strip() -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    undo = UndoCard()
    undo.offer(
        "Katrin Albers: no answer", "Next try Wed 18 Mar, 09:40", lambda: timedelta(seconds=8)
    )
    now = NowCard()
    reasons = [
        ReasonShown(text="Asked for a call", tone="accent"),
        ReasonShown(text="Saw the demo"),
        ReasonShown(text="Good hour there", tone="ok"),
        ReasonShown(text="First try"),
    ]
    now.set("Katrin Albers", "Elbkorn Foods", 86, reasons)
    following = [NextCard(), NextCard()]
    following[0].set("Marcus Hale", "Call back due at 10:45", "calendar-clock", "call")
    following[1].set("Piotr Zielinski", "Stand scan, window closing", "hourglass", "warn")
    line.addWidget(undo)
    line.addWidget(now, 3)
    for each in following:
        line.addWidget(each, 2)
    side = QVBoxLayout()
    side.addWidget(PlainLabel("37 left today", tone="text2"))
    side.addWidget(LinkButton("Skip", "F7"))
    line.addLayout(side)
    return row


def lead_card() -> QWidget:
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(17, 14, 17, 14)
    column.setSpacing(10)
    person = PersonRow()
    person.set("Katrin Albers", "Head of Packaging Operations")
    column.addWidget(person)
    column.addWidget(Rule())
    column.addWidget(
        IconRow(
            "building-2", "Elbkorn Foods GmbH", "Ready meals, about 420 people", face="body_medium"
        )
    )
    clock = IconRow(face="body_medium")
    clock.set("clock", "11:24 in Hamburg", "Good hour: this role answers 10 to 12", "ok")
    column.addWidget(clock)
    phone = IconRow("phone", "+49 40 66969 214", "direct line", face="body_medium", beside=True)
    column.addWidget(phone)
    column.addWidget(Rule())
    column.addWidget(Heading("Why they are on the list", end=Chip("Stand scan")))
    text = "PackTech Expo, stand B12. Wed 11 Mar, 14:20, scanned by Tom Reyes."
    column.addWidget(PlainLabel(text, tone="text2", wrap=True))
    column.addWidget(IconRow("play", "Watched the tray sealer demo, 6 minutes"))
    column.addWidget(IconRow("gift", "Did not take the giveaway"))
    quote = "New line in autumn. Hates the downtime on the sealers they have."
    column.addWidget(Quote(quote, "Tom at the stand"))
    column.addWidget(Rule())
    hint = PlainLabel("no calls yet", face="hint", tone="text3")
    column.addWidget(Heading("Before this call", end=hint))
    column.addWidget(IconRow("mail-open", "Opened the brochure mail, Fri 13 Mar", tone="text2"))
    column.addStretch(1)
    return card


def question() -> QWidget:
    card = Card(bar=True)
    column = QVBoxLayout(card)
    column.setContentsMargins(18, 13, 18, 15)
    column.setSpacing(10)
    top = QHBoxLayout()
    top.addWidget(IconRow("message-square", "Ask, then wait. Do not suggest a date.", tone="coach"))
    top.addWidget(PlainLabel("Fit, question 2 of 4", face="hint", tone="text2"))
    column.addLayout(top)
    column.addWidget(PlainLabel(SAY, face="say", tone="say", wrap=True))
    group = OptionGroup()
    titles = ["Within 3 months", "3 to 6 months", "6 to 12 months", "Later than 12 months"]
    titles += ["No date yet", "Does not know or will not say"]
    group.set_options([Option(key=k, title=t) for k, t in zip("123450", titles, strict=True)])
    group.choose("3")
    column.addWidget(group)
    row = QHBoxLayout()
    row.addWidget(PlainLabel("In their words", face="body_medium", tone="text2"))
    field = Field("In their words")
    field.setText("wants it running before the Christmas range")
    row.addWidget(field)
    column.addLayout(row)
    return card


def script() -> QWidget:
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 12, 16, 14)
    column.setSpacing(8)
    trail = StageTrail()
    trail.set_stages(
        [
            StageShown(title="Open", is_done=True),
            StageShown(title="Discover", answered=3, of=3, is_done=True),
            StageShown(title="Fit", answered=1, of=4, is_current=True),
            StageShown(title="Next step"),
        ]
    )
    column.addWidget(trail)
    column.addWidget(Rule())
    asked = "What are you working on that made you stop at the demo?"
    column.addWidget(AnswerRow(asked, "New ready-meal line in autumn; about 4 h a week lost"))
    said = "Plant director Jens Petersen; night shift planners"
    column.addWidget(AnswerRow("Who else feels it when a sealer stops?", said, "Referral"))
    column.addWidget(question())
    head = QHBoxLayout()
    head.addWidget(PlainLabel("Coming up", face="body_medium", tone="text2"))
    head.addStretch(1)
    head.addWidget(KeyCap("PgDown"))
    head.addWidget(PlainLabel("next", tone="text2"))
    head.addWidget(KeyCap("Ctrl+J"))
    head.addWidget(PlainLabel("jump", tone="text2"))
    column.addLayout(head)
    column.addWidget(IconRow("circle", "Has money been set aside, or is that still to be decided?"))
    column.addStretch(1)
    column.addWidget(
        NoteField("Note for sales", "Note for sales. Seen in the hand-off brief.", "F2")
    )
    return card


def verdict() -> QWidget:
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(8)
    column.addWidget(Heading("Qualified lead, version 3", face="text_strong"))
    column.addWidget(PlainLabel("Agreed by marketing and sales, 2 Mar", face="hint", tone="text2"))
    row = QHBoxLayout()
    row.addWidget(PlainLabel("78", face="points"))
    row.addWidget(PlainLabel("points, 70 needed", face="hint", tone="text2"))
    row.addStretch(1)
    row.addWidget(PlainLabel("4 of 5 must-haves", face="hint_medium", tone="text2"))
    column.addLayout(row)
    points = PointsBar()
    points.set_points(78, 70)
    column.addWidget(points)
    text = "One must-have is open: ask whether they want a call."
    column.addWidget(Banner("call", "As it stands: nurture", text))
    column.addWidget(Heading("Still missing", "2", end=KeyCap("F3")))
    first, second = MissingRow(), MissingRow()
    first.set("Wants a call", "Would you like a specialist to call you?", is_must=True, near=True)
    second.set("Money", "Set aside, planned or open?")
    column.addWidget(first)
    column.addWidget(second)
    column.addWidget(Rule())
    column.addWidget(Heading("What we know", "5"))
    known = KnownRow()
    known.set("Date", "6 to 12 months", 20, just_now=True)
    column.addWidget(known)
    column.addWidget(KnownRow("Real need", "4 h a week lost on sealers", 25))
    column.addWidget(KnownRow("Right person", "Recommends; Jens Petersen decides", 15))
    column.addStretch(1)
    return card


def call_bar() -> QWidget:
    bar = Card(line=None, radius=0)
    row = QHBoxLayout(bar)
    row.setContentsMargins(20, 13, 20, 15)
    row.setSpacing(8)
    state = CallState()
    state.set("talking", "On a call", "03:42")
    row.addWidget(state)
    row.addSpacing(8)
    row.addWidget(OutcomeButton("Alt+4", "Someone else", "gatekeeper note"))
    row.addWidget(OutcomeButton("Alt+6", "Call back", "Thu 19 Mar, 10:30", "selected"))
    row.addWidget(OutcomeButton("Alt+7", "Nurture", "back on 16 Jun"))
    row.addWidget(OutcomeButton("Alt+9", "Qualified", "needs 1 answer", "lacking"))
    row.addStretch(1)
    row.addWidget(OutcomeButton("F8", "Referral", "Jens Petersen"))
    row.addWidget(OutcomeButton("Ctrl+Shift+D", "Do not call", "", "danger"))
    row.addWidget(MainButton("End call", "phone-off"))
    return bar


def others() -> QWidget:
    card = Card()
    grid = QGridLayout(card)
    grid.setContentsMargins(16, 16, 16, 16)
    grid.setSpacing(12)
    tones = ("info", "ok", "warn", "bad")
    banners = [Banner(tone) for tone in tones]
    banners[0].set("info", "", "Fit questions open after two answers in Discover.")
    banners[1].set("ok", "Sales took 21 of 27 so far, 78%")
    text = "You can finish this call and 5 more leads kept for you. Trying again in 12 s."
    banners[2].set("warn", "Working offline since 10:31", text, action="Try now")
    banners[3].set(
        "bad", "The batch could not be written", "Batch 12 is unchanged and still ready."
    )
    for place, banner in enumerate(banners):
        grid.addWidget(banner, place // 2, place % 2)
    row = QHBoxLayout()
    row.addWidget(PushButton("Set call back", kind="accent", icon="check", keys="Return"))
    row.addWidget(PushButton("Try again"))
    row.addWidget(PushButton("Copy details", kind="quiet", icon="copy"))
    row.addWidget(PushButton("Stop calling", kind="danger", icon="ban"))
    row.addWidget(IconButton("x", "Close this notice"))
    row.addWidget(Avatar("Maya Lind", 32, here=True))
    row.addWidget(Chip("83 points", "accent"))
    row.addWidget(Chip("Call back due 10:45", "call"))
    row.addStretch(1)
    grid.addLayout(row, 2, 0, 1, 2)
    row = QHBoxLayout()
    tick = Tick("CSV for the CRM")
    tick.setChecked(True)
    row.addWidget(tick)
    row.addWidget(Tick("Mail to each person"))
    row.addWidget(Choice("Who calls", ["Me; anyone after 20 minutes", "Only me"]))
    row.addWidget(Field("Find", "Find in this batch", icon="search", keys="Ctrl+F"))
    bar = ThinBar("Imported")
    bar.set(31400, 50000)
    row.addWidget(bar)
    grid.addLayout(row, 3, 0, 1, 2)
    group = OptionGroup("Call back")
    group.set_options(
        [
            Option(
                key="1",
                title="Today, 15:30",
                second="after the shift meeting",
                trailing="14:30 for you",
            ),
            Option(
                key="2",
                title="Thu 19 Mar, 10:30",
                second="named on the call",
                trailing="09:30 for you",
            ),
        ],
        columns=1,
    )
    group.choose("2")
    grid.addWidget(group, 4, 0)
    toast = Toast()
    toast.tell("12 leads held back", lambda: timedelta(seconds=6), "Undo", "Ctrl+Z")
    grid.addWidget(toast, 4, 1)
    return card


GALLERY = {
    "strip": (strip, (1360, 84)),
    "lead": (lead_card, (328, 660)),
    "script": (script, (648, 700)),
    "verdict": (verdict, (324, 660)),
    "call_bar": (call_bar, (1364, 76)),
    "others": (others, (1040, 420)),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("part", GALLERY)
def test_each_widget_is_drawn_whole_and_named_in_both_themes(
    qtbot: QtBot, qapp: QApplication, scheme: theme.Scheme, part: str
) -> None:
    theme.apply(qapp, scheme)
    make, size = GALLERY[part]
    widget = make()
    qtbot.addWidget(widget)
    grab(widget, f"{part}_{scheme}", size)
    assert cut_words(widget) == []
    assert unnamed(widget) == []


@pytest.mark.parametrize("scale", [0.85, 1.25, 1.5])
@pytest.mark.parametrize("part", GALLERY)
def test_larger_and_smaller_text_scales_the_widgets_with_it(
    qtbot: QtBot, qapp: QApplication, scale: float, part: str
) -> None:
    make, (width, height) = GALLERY[part]
    widget = make()
    qtbot.addWidget(widget)
    grab(widget, f"{part}_plain", (width, height))
    theme.apply(qapp, "light", scale)
    grown = (round(width * scale) + 24, round(height * scale) + 24)
    grab(widget, f"{part}_{scale}", grown)
    assert cut_words(widget) == []
