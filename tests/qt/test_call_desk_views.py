"""The parts of the call desk with invented cards: what they say, and that it can be seen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from qt.cards import (
    ANSWERS,
    BRANDS,
    CONSEQUENCES,
    NOW,
    SIZE,
    WHEN,
    WORKING_ON,
    make_attempt,
    make_card,
    make_contact,
    make_rows,
)
from qt.desks import delete_now
from qt.grabs import cut_words, grab, unnamed
from qualdesk.core.calling_rules import Decision, DecisionState
from qualdesk.core.cards import CallCard, EmptyReason, NothingToCall, QueueRow
from qualdesk.core.ids import AttemptId, CampaignId, LeadId
from qualdesk.core.leads import Company, Phone, PhoneState
from qualdesk.core.outcomes import PastCall
from qualdesk.core.priority import Priority, Reason
from qualdesk.core.questions import Answer, Question, QuestionId
from qualdesk.core.sources import Touchpoint, TouchpointKind
from qualdesk.files.outcomes import read_outcomes
from qualdesk.qt import theme
from qualdesk.qt.call_desk.course import Course, course_of, short_answers
from qualdesk.qt.call_desk.flow import Flow, Stock
from qualdesk.qt.call_desk.question_card import Asked, Given, QuestionCard
from qualdesk.qt.call_desk.view import DeskView
from qualdesk.qt.plain import PlainLabel
from qualdesk.resources import shipped

LONDON = "Europe/London"
RAIL, TOP = 76, 56
SIZES = {"1366": (1366, 768), "1440": (1440, 900), "1920": (1920, 1080), "1024": (1024, 640)}
TALKING = Flow().dialled(NOW).reached(NOW - timedelta(minutes=3, seconds=42))
READY = Flow().ready(NOW)


def show(view: DeskView, card: CallCard, flow: Flow, at: str = "") -> Course:
    """The view as the page fills it."""
    course = course_of(card)
    course = course.at(at) if at else course
    view.bar.use(read_outcomes(shipped("outcomes.toml")))
    view.strip.show_next(make_rows(), 37, NOW)
    view.show_card(card, NOW, LONDON)
    view.verdict.show_definition(card.definition)
    view.verdict.show_verdict(card.verdict, card.newest, short_answers(course))
    view.bar.show_flow(flow, "+49 40 66969214", NOW)
    view.script.ask(course, can_answer=flow.is_in_call)
    return course


def in_call(**more: object) -> CallCard:
    values = {"answers": ANSWERS, "attempt": make_attempt(), "newest": QuestionId("date")} | more
    return make_card(**values)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """Light and normal size; applied again only where a test before changed it."""
    found = theme.apply(qapp, "light", 1.0) if not qapp.property("qualdesk_look") else theme.look()
    if (found.scheme, found.scale) != ("light", 1.0):
        theme.apply(qapp, "light", 1.0)


@pytest.fixture(scope="module")
def made_view(qapp: QApplication) -> Iterator[DeskView]:
    """One view for all: it is made to be kept, and making it costs a second with its style."""
    theme.apply(qapp, "light", 1.0)
    made = DeskView({})
    made.show()
    yield made
    made.close()
    delete_now(made)


@pytest.fixture
def view(made_view: DeskView) -> DeskView:
    made_view.resize(1440 - RAIL, 900 - TOP)
    made_view.strip.withdraw_undo()
    return made_view


def words_of(widget: QWidget) -> str:
    """All words that can be seen in a part of the window."""
    labels = [each for each in widget.findChildren(PlainLabel) if each.isVisible()]
    return "\n".join(label.text() for label in labels)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("state", ["ready", "talking"])
def test_nothing_is_cut_and_everything_has_a_name(
    qapp: QApplication, view: DeskView, scheme: theme.Scheme, size: str, state: str
) -> None:
    """At each size, in both themes, before and during a call (bars 15 and 16)."""
    theme.apply(qapp, scheme)
    width, height = SIZES[size]
    view.resize(width - RAIL, height - TOP)
    if state == "ready":
        show(view, make_card(), READY)
        view.strip.offer_undo(
            "Katrin Albers: no answer", "Next try Wed 18 Mar, 09:40", lambda: timedelta(seconds=8)
        )
    else:
        show(view, in_call(), TALKING, "date")
    grab(view, f"call-desk-{state}-{size}-{scheme}", (width - RAIL, height - TOP))
    assert cut_words(view) == []
    assert unnamed(view) == []


@pytest.mark.parametrize("scale", [0.85, 1.25, 1.5])
def test_larger_text_cuts_nothing_either(qapp: QApplication, view: DeskView, scale: float) -> None:
    theme.apply(qapp, "light", scale)
    view.resize(1920 - RAIL, 1080 - TOP)
    show(view, in_call(), TALKING, "date")
    grab(view, f"call-desk-scale-{scale}", (1920 - RAIL, 1080 - TOP))
    assert cut_words(view) == []


@pytest.mark.parametrize("size", list(SIZES))
def test_the_question_and_the_call_bar_never_scroll_away(view: DeskView, size: str) -> None:
    width, height = SIZES[size]
    view.resize(width - RAIL, height - TOP)
    show(view, in_call(), TALKING, "date")
    grab(view, f"call-desk-question-{size}", (width - RAIL, height - TOP))
    bar = view.bar.geometry()
    assert view.rect().contains(bar)
    words = view.script.card.words
    assert not words.visibleRegion().isEmpty(), "where they type is in sight"
    view.resize(width - RAIL, 480)
    show(view, in_call(), TALKING, "opener")
    grab(view, f"call-desk-opener-low-{size}", (width - RAIL, 480))
    first = view.script.card._coach
    assert first.visibleRegion().boundingRect().height() == first.height(), "read from its start"


@pytest.mark.parametrize("height", range(560, 900, 20))
def test_the_layout_comes_to_rest_at_every_height(view: DeskView, height: int) -> None:
    """A scroll bar and the rows beside it must not chase each other for ever."""
    show(view, in_call(), TALKING, "date")
    view.resize(1440 - RAIL, height)
    for _ in range(20):
        QApplication.processEvents()
    rounds: list[int] = []
    fitted = view.script._show_around
    view.script._show_around = lambda: (rounds.append(1), fitted())  # type: ignore[method-assign]
    for _ in range(20):
        QApplication.processEvents()
    del view.script._show_around
    assert rounds == []


def test_no_two_stops_of_the_keyboard_say_the_same(view: DeskView) -> None:
    """A name that repeats tells nobody where they are (bar 16)."""
    show(view, in_call(), TALKING, "date")
    grab(view, "names")
    tab = Qt.FocusPolicy.TabFocus
    stops = [
        each.accessibleName()
        for each in view.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & tab == tab and each.focusProxy() is None
    ]
    assert len(stops) == len(set(stops))


def test_the_strip_says_why_now_and_every_part_adds_up(view: DeskView) -> None:
    """Why this lead, why now (Q3; bar 12)."""
    card = make_card()
    show(view, card, READY)
    said = view.strip.now.accessibleDescription()
    assert said.startswith("Priority 66:")
    numbers = [int(part.rsplit(" ", 1)[1]) for part in said.split(": ", 1)[1].split(", ")]
    assert sum(numbers) == card.priority.points
    assert "Asked for a call" in view.strip.now.text()
    assert view.strip.names_next == ("Marcus Hale", "Ines Fournier", "Piotr Zielinski")


def test_the_undo_card_takes_the_place_of_a_next_lead_and_gives_it_back(view: DeskView) -> None:
    left = [timedelta(seconds=10)]
    show(view, make_card(), READY)
    view.strip.offer_undo("Katrin Albers: no answer", "Again 16:10", lambda: left[0])
    assert len(view.strip.names_next) == 2
    expired: list[bool] = []
    view.strip.undo_expired.connect(lambda: expired.append(True))
    left[0] = timedelta()
    QTest.qWait(300)
    assert expired == [True]
    view.strip.withdraw_undo()
    assert len(view.strip.names_next) == 3


def test_who_is_at_the_desk_is_no_longer_next(view: DeskView) -> None:
    """Without a line nobody says who comes after the lead that was kept ready."""
    card = make_card()
    rows = make_rows()
    here = replace(rows[0], lead_id=card.lead.id, name="Who is here now")
    view.strip.show_lead(shown=True)
    view.strip.show_next((here, *rows[1:]), 2, NOW)
    assert "Who is here now" in view.strip.names_next
    view.show_card(card, NOW, LONDON)
    assert "Who is here now" not in view.strip.names_next


def test_a_promise_is_the_first_thing_said_of_a_lead(view: DeskView) -> None:
    """Call backs before all else (Q4)."""
    row = QueueRow(
        lead_id=LeadId(9),
        campaign_id=CampaignId(1),
        name="Marcus Hale",
        company="Avonbrook Dairy",
        priority=Priority(points=9, reasons=(Reason(code="source", says="Web form", points=9),)),
        is_callback=True,
        due_at=datetime(2026, 3, 17, 10, 45, tzinfo=UTC),
        zone=LONDON,
    )
    view.strip.show_lead(shown=True)
    view.strip.show_next((row,), 1, NOW)
    tips = [each.toolTip() for each in view.strip.findChildren(PlainLabel)]
    assert any("Marcus Hale: Call back due 10:45" in tip for tip in tips)


def test_the_lead_card_says_who_where_and_why_they_are_on_the_list(view: DeskView) -> None:
    """What they did is in sight before a word is said (O4)."""
    show(view, make_card(), READY)
    said = words_of(view.lead)
    for fact in (
        "Katrin Albers",
        "Head of Packaging Operations",
        "Elbkorn Foods GmbH",
        "Ready meals, about 420 people",
        "11:24 in Hamburg",
        "1 h ahead of you",
        "+49 40 66969214",
        "direct line",
        "German, English",
        "Trade show",
        "PackTech Expo, stand B12. Wed 11 Mar, seen by Tom Reyes.",
        "Watched the tray sealer demo, 6 minutes",
        "Asked for a phone call this week",
        "“New line in autumn. Hates the downtime on the sealers they have.”",
        "Noted by Tom",
        "no calls yet",
        "640 stand scans, mostly plant managers.",
    ):
        assert fact in said


def test_calls_before_this_one_are_told_newest_first(view: DeskView) -> None:
    calls = tuple(
        PastCall(
            id=AttemptId(str(day)),
            started_at=datetime(2026, 3, day, 9, 0, tzinfo=UTC),
            caller="Aisha Noor",
            outcome="gatekeeper",
            label="Someone else",
            note="In a meeting",
            minutes=1,
        )
        for day in (13, 12)
    )
    show(view, make_card(past_calls=calls), READY)
    said = words_of(view.lead)
    assert "2 calls" in said
    first = said.index("Fri 13 Mar, 1 min, Aisha Noor: Someone else. In a meeting")
    assert first < said.index("Thu 12 Mar")


def test_why_sales_sent_a_lead_back_stands_on_top(view: DeskView) -> None:
    """A plain fact, said once (T4)."""
    show(view, make_card(asked_back="Wrong person"), READY)
    assert "Sales sent this lead back: Wrong person" in words_of(view.lead)


def test_a_referral_says_by_whom(view: DeskView) -> None:
    """A colleague who was named (D5)."""
    show(view, make_card(referred_by="Katrin Albers"), READY)
    assert "Referred by Katrin Albers." in words_of(view.lead)


def test_who_named_them_is_said_once(view: DeskView) -> None:
    named = Touchpoint(kind=TouchpointKind.OTHER, says="Referred by Katrin Albers")
    card = make_card(referred_by="Katrin Albers")
    show(view, replace(card, lead=replace(card.lead, touchpoints=(named,))), READY)
    assert words_of(view.lead).count("Referred by Katrin Albers") == 1


def test_a_number_that_may_not_be_called_cannot_be_copied(view: DeskView) -> None:
    """Outside hours the number can be read, not dialled and not copied (Q6; bar 19)."""
    blocked = Decision(state=DecisionState.BLOCKED, rule="house-hours", says="It is 20:40 there.")
    show(view, make_card(decision=blocked), READY)
    copies = [w for w in view.lead.findChildren(QWidget) if w.accessibleName().startswith("Copy")]
    assert copies
    assert not any(each.isVisible() for each in copies)


def test_a_number_that_cannot_be_dialled_says_so(view: DeskView) -> None:
    broken = Phone(raw="040 6696", state=PhoneState.LOST_DIGITS)
    show(
        view,
        make_card(lead=replace(make_card().lead, contact=make_contact(phones=(broken,)))),
        READY,
    )
    assert "cannot be dialled" in words_of(view.lead)


def test_nobody_knows_their_clock(view: DeskView) -> None:
    lost = replace(make_card().lead, contact=make_contact(zones=(), city=""))
    show(view, make_card(lead=lost), READY)
    assert "Their clock is not known" in words_of(view.lead)


HOSTILE = [
    "<table border=1><tr><td>" * 20,
    '<img src="file:///x.png">O\'Neil & <i>Sons</i>',
    "\u202egpj.exe\u202c Müller",
    '=HYPERLINK("http://attack.example")',
    "x" * 5000,
    "{{caller.name}} {0.__class__}",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_list_is_shown_as_the_text_it_is(view: DeskView, text: str) -> None:
    """Every field of a list may hold anything; it is words here, never HTML."""
    contact = make_contact(name=text, title=text, company=Company(name=text, about=text))
    touch = Touchpoint(kind=TouchpointKind.NOTE, says=text, by=text)
    lead = replace(make_card().lead, contact=contact, touchpoints=(touch,))
    answers = {QuestionId("need"): Answer(question=QuestionId("need"), value=text)}
    show(view, make_card(lead=lead, answers=answers), READY)
    grab(view, "hostile")
    for label in view.findChildren(PlainLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert "\u202e" not in label.text()


@pytest.mark.parametrize("size", ["1024", "1366"])
def test_a_hundred_points_push_nothing_out_of_the_panel(view: DeskView, size: str) -> None:
    """The panel never scrolls sideways: what is wider than it cannot be read."""
    card = in_call()
    show(view, card, TALKING, "date")
    assert card.verdict is not None
    view.verdict.show_verdict(replace(card.verdict, points=100), None, {})
    width, height = SIZES[size]
    grab(view, f"hundred-{size}", (width - RAIL, height - TOP))
    area = view.verdict.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()


def test_the_verdict_says_what_is_missing_and_what_is_known(view: DeskView) -> None:
    show(view, in_call(), TALKING, "date")
    said = words_of(view.verdict)
    assert "Qualified lead, version 3" in said
    assert "Agreed by marketing and sales, 2 Mar" in said
    assert "70" in said
    assert "3 of 4 must-haves" in said
    assert view.verdict.sentence == (
        "As it stands: nurture. One must-have is open: ask whether they want a call."
    )
    assert "just now" in said
    assert "6 to 12 months" in said
    assert "wants it running" not in said, "their words stand in the script, not here"


def test_no_definition_is_said_as_that(view: DeskView) -> None:
    show(view, make_card(definition=None, verdict=None), READY)
    assert "No definition yet" in words_of(view.verdict)


def test_narrow_windows_show_two_known_answers_and_the_rest_on_a_press(view: DeskView) -> None:
    view.resize(1366 - RAIL, 768 - TOP)
    show(view, in_call(), TALKING, "date")
    grab(view, "narrow", (1366 - RAIL, 768 - TOP))
    more = [w for w in view.verdict.findChildren(QWidget) if w.accessibleName() == "and 2 more"]
    assert len(more) == 1
    more[0].click()  # type: ignore[attr-defined]
    assert "Two thermoformers" in words_of(view.verdict)


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1164 + RAIL - 1), (1.25, 1366), (1.5, 1440)])
def test_where_there_is_no_room_the_right_is_a_drawer(
    qapp: QApplication, view: DeskView, scale: float, width: int
) -> None:
    """3.2: the width that counts is the window's by the size of its text; nothing gets lost."""
    theme.apply(qapp, "light", scale)
    view.resize(int(width - RAIL * scale), 900)
    show(view, in_call(), TALKING, "date")
    drawer = view.drawer
    assert drawer.isVisible()
    assert not view.verdict.isVisible()
    assert view.verdict.points in words_of(drawer)
    assert view.verdict.sentence in drawer.button.accessibleName()
    drawer.button.setFocus()
    QTest.keyClick(drawer.button, Qt.Key.Key_Space)
    assert view.verdict.isVisible()
    grab(view, f"call-desk-drawer-{scale}")
    assert cut_words(view) == []
    assert view.verdict.geometry().right() < drawer.geometry().left()
    assert view.verdict.geometry().top() == 0
    QTest.keyClick(drawer.button, Qt.Key.Key_Escape)
    assert not view.verdict.isVisible()
    theme.apply(qapp, "light", 1.0)
    view.resize(1440 - RAIL, 900 - TOP)
    grab(view, "call-desk-drawer-away")
    assert view.verdict.isVisible()
    assert not drawer.isVisible()
    assert view.verdict.x() > view.script.geometry().right()


def test_two_rows_leave_no_outcome_out_that_has_room(view: DeskView) -> None:
    """Fixed places (D6): a second row is not taken while a first stands half empty."""
    view.resize(1100, 760)
    show(view, in_call(), TALKING, "date")
    grab(view, "call-desk-two-rows")
    assert view.bar.height() > theme.look().px(100)
    assert view.bar.outcomes_shown == TALKING.keys_shown
    assert cut_words(view) == []


def test_counts_of_stages_give_way_together(view: DeskView) -> None:
    """The count of one stage in a gap, and of the others not, would look like theirs."""
    show(view, in_call(), TALKING, "date")
    trail = view.script.trail
    stages = [each for each in trail._stages if each.isVisible()]
    for width in (640, 480, 380):
        trail.setFixedWidth(width)
        grab(view, f"call-desk-trail-{width}")
        counted = [each for each in stages if each._is_counted]
        assert counted in (stages, [stages[2]], []), width
        assert all(each.width() <= each.sizeHint().width() for each in stages)
    trail.setMinimumWidth(0)
    trail.setMaximumWidth(16777215)


def test_another_lead_changes_words_and_makes_no_widget(view: DeskView) -> None:
    """Keep widgets, change text: a rebuild costs three times as much."""
    show(view, in_call(), TALKING, "date")
    show(view, make_card(), READY)
    grab(view, "kept")
    before = set(map(id, view.findChildren(QWidget)))
    show(view, in_call(), TALKING, "date")
    show(view, make_card(), READY)
    assert set(map(id, view.findChildren(QWidget))) == before


def test_each_outcome_says_what_it_will_cause(view: DeskView) -> None:
    """The consequence stands on the key (bar 11), and Qualified says what it lacks."""
    show(view, in_call(), TALKING, "date")
    assert view.bar.says_on(6) == CONSEQUENCES["callback_fixed"].says
    assert view.bar.says_on(9) == CONSEQUENCES["qualified"].says
    qualified = [
        w for w in view.bar.findChildren(QWidget) if w.accessibleName().startswith("Qualified")
    ]
    assert qualified[0].isEnabled(), "never silently disabled"


def test_a_chosen_outcome_says_what_was_decided(view: DeskView) -> None:
    show(view, in_call(), TALKING, "date")
    view.bar.show_chosen("Thu 19 Mar, 10:30")
    view.bar.show_flow(TALKING.chose("callback_fixed"), "", NOW)
    assert view.bar.says_on(6) == "Thu 19 Mar, 10:30"
    assert view.bar.main.label == "End call, save, next"


def test_earlier_answers_have_a_pen_that_leads_to_them(view: DeskView) -> None:
    show(view, in_call(), TALKING, "date")
    asked: list[str] = []
    view.script.edit_pressed.connect(asked.append)
    pens = [
        w
        for w in view.script.findChildren(QWidget)
        if w.isVisible() and w.accessibleName().startswith("Change the answer to: How")
    ]
    pens[0].click()  # type: ignore[attr-defined]
    assert asked == ["today"]


def test_what_a_form_said_is_marked_as_that(view: DeskView) -> None:
    """Shown with where it comes from, to be confirmed and not asked again (O6)."""
    unconfirmed = {k: replace(a, confirmed=False) for k, a in ANSWERS.items()}
    show(view, in_call(answers=unconfirmed), TALKING, "date")
    assert "From the list" in words_of(view.script)


def test_an_empty_queue_adds_up(view: DeskView) -> None:
    """The counts of the reasons are all open leads (Q3; bar 13)."""
    nothing = NothingToCall(
        reasons=(
            EmptyReason(
                code="hours",
                says="before their calling hours",
                leads=12,
                next_at=NOW + timedelta(minutes=36),
            ),
            EmptyReason(code="callback", says="call backs set for later", leads=14),
            EmptyReason(code="resting", says="resting between tries", leads=31),
            EmptyReason(code="with_caller", says="with other callers", leads=0),
        ),
        next_at=NOW + timedelta(minutes=21),
        open_leads=57,
    )
    view.empty.explain(nothing, LONDON, NOW)
    view.show_empty(empty=True)
    grab(view, "call-desk-empty")
    said = words_of(view)
    assert "The next lead comes at 10:45, by itself." in said
    assert "12 before their calling hours" in said
    assert "first 11:00" in said
    assert "0 with other callers" not in said
    assert "Together 57 open leads" in said
    assert not view.empty.look.isVisible(), "the main key looks again"
    assert cut_words(view) == []


def test_a_workspace_without_leads_says_what_to_do(view: DeskView) -> None:
    view.empty.explain(NothingToCall(reasons=()), LONDON, NOW, Stock.NONE)
    assert view.empty.says == "Load a list: its leads come here one after the other."
    view.empty.explain(NothingToCall(reasons=()), LONDON, NOW)
    assert "another one has some. Choose it at the top" in view.empty.says


def test_a_caller_of_a_team_is_led_to_no_page_that_is_shut_for_them(view: DeskView) -> None:
    """Lists and rules are a supervisor's: the main key looks again, and nothing offers to load."""
    late = EmptyReason(code="hours", says="before their calling hours", leads=12)
    nothing = NothingToCall(reasons=(late,), open_leads=12)
    view.empty.explain(nothing, LONDON, NOW, Stock.THEIRS)
    view.show_empty(empty=True)
    view.bar.show_flow(Flow().empty(NOW, Stock.THEIRS), "", NOW)
    grab(view, "call-desk-empty-theirs")
    assert "What your supervisor loads next" in view.empty.says
    assert view.bar.main.accessibleName().startswith("Look again")
    offered = (view.empty.look, view.empty._load, view.empty.rules)
    assert not any(one.isVisible() for one in offered)
    assert cut_words(view) == []


@pytest.mark.parametrize(
    ("stock", "title"),
    [(Stock.NONE, "Nothing is loaded yet"), (Stock.FINISHED, "Every lead is finished")],
)
def test_where_nothing_is_open_anywhere_the_main_key_loads(
    view: DeskView, stock: Stock, title: str
) -> None:
    """One way on in the bar, one look again in the card."""
    view.empty.explain(NothingToCall(reasons=()), LONDON, NOW, stock)
    view.show_empty(empty=True)
    view.bar.show_flow(Flow().empty(NOW, stock), "", NOW)
    grab(view, f"call-desk-empty-{stock}")
    assert title in words_of(view.empty)
    assert view.bar.main.accessibleName().startswith("Load a list")
    assert view.empty.look.isVisible()
    assert not view.empty._load.isVisible()
    assert cut_words(view) == []


@pytest.mark.usefixtures("qapp")
def test_before_the_first_card_nothing_is_shown() -> None:
    """No "?" for a name and no points of nobody."""
    fresh = DeskView({})
    grab(fresh, "call-desk-before", (1364, 844))
    assert words_of(fresh) == ""
    assert not fresh.bar.main.isVisible()
    show(fresh, make_card(), READY)
    assert "Katrin Albers" in words_of(fresh.lead)
    assert fresh.bar.main.isVisible()
    fresh.close()
    delete_now(fresh)


def ask(card: QuestionCard, question: Question, answer: Answer | None = None) -> None:
    card.ask(
        Asked(question=question, say=question.say, place="Fit, question 1 of 4", answer=answer)
    )
    card.show()
    QApplication.processEvents()
    card.take_focus()


@pytest.fixture(scope="module")
def made_card(qapp: QApplication) -> Iterator[QuestionCard]:
    theme.apply(qapp, "light", 1.0)
    made = QuestionCard()
    made.resize(620, 400)
    yield made
    made.close()
    delete_now(made)


@pytest.fixture
def card(made_card: QuestionCard) -> QuestionCard:
    made_card.show()
    made_card.activateWindow()
    QTest.qWaitForWindowActive(made_card)
    return made_card


def test_a_digit_chooses_and_another_changes_the_mind(card: QuestionCard) -> None:
    ask(card, WHEN)
    changes: list[Given] = []
    card.changed.connect(lambda: changes.append(card.given()))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    assert [each.value for each in changes] == ["6_to_12_months", "within_3_months"]


def test_zero_is_does_not_know_and_backspace_takes_it_back(card: QuestionCard) -> None:
    ask(card, WHEN)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_0)
    assert card.given() == Given(does_not_know=True)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert card.given().is_empty


def test_letters_start_their_words_beside_the_choice(card: QuestionCard) -> None:
    """The value as data, their own words beside it (D4)."""
    ask(card, WHEN)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    QTest.keyClicks(QApplication.focusWidget(), "b")
    QTest.keyClicks(QApplication.focusWidget(), "efore Christmas")
    assert card.given() == Given(value="6_to_12_months", words="before Christmas")


def test_several_answers_add_up_by_their_digits(card: QuestionCard) -> None:
    ask(card, BRANDS)
    for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_1):
        QTest.keyClick(QApplication.focusWidget(), key)
    assert card.given().value == ("dairy",)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_0)
    assert card.given().does_not_know
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    assert card.given() == Given(value=("meat",))


def test_enter_keeps_and_shift_enter_starts_a_new_line(card: QuestionCard) -> None:
    ask(card, WORKING_ON)
    kept: list[bool] = []
    card.kept.connect(lambda: kept.append(True))
    QTest.keyClicks(card.words, "one")
    QTest.keyClick(card.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(card.words, "two")
    QTest.keyClick(card.words, Qt.Key.Key_Return)
    assert kept == [True]
    assert card.given().value == "one\ntwo"


def test_words_at_rest_are_offered_for_saving(card: QuestionCard) -> None:
    """At most a second of typing can be lost (bar 10)."""
    ask(card, WORKING_ON)
    drafts: list[str] = []
    card.drafted.connect(lambda: drafts.append(str(card.given().value)))
    QTest.keyClicks(card.words, "half a sent")
    QTest.qWait(900)
    assert drafts == ["half a sent"]


def test_an_answer_given_before_is_shown_as_it_was_given(card: QuestionCard) -> None:
    ask(card, WHEN, ANSWERS[QuestionId("date")])
    assert card.options.choice() == "3"
    assert card.words.toPlainText() == "wants it running before the Christmas range"
    ask(card, SIZE, Answer(question=QuestionId("lines"), value=4))
    assert card.words.toPlainText() == "4"


def test_another_question_drops_nothing_into_it(card: QuestionCard) -> None:
    ask(card, WORKING_ON)
    QTest.keyClicks(card.words, "of the first")
    ask(card, SIZE)
    assert card.given().is_empty
    drafts: list[bool] = []
    card.drafted.connect(lambda: drafts.append(True))
    QTest.qWait(900)
    assert drafts == [], "what was typed for one question is never saved under another"


def test_words_grow_the_field_and_stay_in_sight(card: QuestionCard) -> None:
    ask(card, WHEN)
    low = card.words.height()
    card.words.setFocus()
    QTest.keyClicks(card.words, "a long story about a line that stands still " * 5)
    QApplication.processEvents()
    assert card.words.height() > low
