"""Will we finish before the window closes: one card looked at in many ways (S2)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.desks import delete_now
from qt.forecasts import (
    CLOSES,
    DAYS,
    DONE,
    NOW,
    PAST,
    TODAY,
    TOTAL,
    MadeDesk,
    make_forecast,
)
from qt.grabs import cut_words, grab, unnamed
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.forecast_values import AS_IT_IS, Band, Forecast, Levers
from qualdesk.core.ids import CampaignId
from qualdesk.core.sources import CallWindow
from qualdesk.qt.floor.forecast_card import ForecastCard
from qualdesk.qt.floor.forecast_days import chart_says, closing_day, course_of, day_says
from qualdesk.qt.floor.forecast_marks import Label, frame_of, is_free, settled, ticks_of
from qualdesk.qt.floor.lever_words import effect_says, later_close, parts_of, tried_says
from qualdesk.qt.theme import look
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.core.changes import Changes

CAMPAIGN = Campaign(
    id=CampaignId(1), name="PackTech Expo 2026", window=CallWindow(closes_at=CLOSES)
)


@pytest.fixture
def desk() -> MadeDesk:
    return MadeDesk()


@pytest.fixture
def card(qtbot: QtBot, desk: MadeDesk) -> Iterator[ForecastCard]:
    work = Work(lambda: desk)  # type: ignore[arg-type, return-value]
    made = ForecastCard(work, SetClock(NOW), "Europe/Berlin")
    made.resize(806, 445)
    made.show()
    made.show_campaign(CAMPAIGN)
    qtbot.waitUntil(lambda: made.chart.course is not None)
    yield made
    assert work.close()
    delete_now(made)


def test_no_library_of_charts_stands_the_window_still(product_code: dict[str, str]) -> None:
    """A quarter of a second, in one and on the window's thread, for five lines (decision 014)."""
    readers = {
        path
        for path, text in product_code.items()
        for library in ("pyqtgraph", "numpy", "matplotlib")
        if f"import {library}" in text or f"from {library}" in text
    }
    assert readers == set()


def test_a_supervisor_reads_whether_the_list_will_be_finished(
    card: ForecastCard, desk: MadeDesk
) -> None:
    banner, chart = card.banner, card.chart
    assert banner.title.text() == (
        "At this pace 80 leads will not be finished by Fri 27 Mar, 17:00."
    )
    assert banner.text.text().startswith("One more caller from Thursday closes the gap.")
    assert card.meaning.text() == "Finished: settled in a call, or tried 6 times"
    assert desk.forecasting.fresh == [True]
    assert chart.accessibleDescription() == (
        "152 of 640 leads are finished now. 176 should be by now at an even pace. 560 are "
        "expected by the close, in 8 of 10 cases 522 to 590. At this pace 80 leads will not be "
        "finished by Fri 27 Mar, 17:00."
    )
    for width, size in ((1366, (760, 430)), (1440, (806, 445)), (1920, (1120, 480))):
        for scheme in ("light", "dark"):
            look().choose(scheme)  # type: ignore[arg-type]
            grab(card, f"forecast-{width}-{scheme}", size)
            assert cut_words(card) == []
            assert unnamed(card) == []
    look().choose("light", 1.5)
    grab(card, "forecast-150", (806, 700))
    assert cut_words(card) == []


def test_the_chart_follows_light_and_dark_and_is_crisp_on_a_fine_screen(
    card: ForecastCard,
) -> None:
    chart = card.chart
    assert chart.course is not None
    for scheme in ("light", "dark"):
        look().choose(scheme)  # type: ignore[arg-type]
        QApplication.processEvents()
        for ratio in (1, 2):
            picture = QImage(chart.size() * ratio, QImage.Format.Format_RGB32)
            picture.setDevicePixelRatio(ratio)
            chart.render(picture, QPoint())
            frame = chart._frame
            x = frame.x_of(len(DAYS))
            mark = QColor(picture.pixel(round(x * ratio), round(frame.ground.center().y() * ratio)))
            ground = picture.pixel(3, 3)
            assert mark == look().colour("warn_fill"), (scheme, ratio)  # the close
            assert QColor(ground) == look().colour("surface")
            # The line of what is finished is as wide for the eye: twice the pixels.
            across = round(frame.x_of(0.5) * ratio)
            inks = [QColor(picture.pixel(across, y)) for y in range(picture.height())]
            assert inks.count(look().colour("chart1")) >= 2 * ratio
            # What may be finished is a shade between the lines of low and high, and not beyond.
            last, band = chart.course.bands[-2]
            across = round(frame.x_of(last) * ratio)
            beside = [
                QColor(picture.pixel(across, round(frame.y_of(leads) * ratio)))
                for leads in ((band.low + band.middle) / 2, band.low - 20)
            ]
            assert [each == look().colour("surface") for each in beside] == [False, True]


def test_where_there_is_no_day_to_read_it_is_said_what_is_missing(card: ForecastCard) -> None:
    course = card.chart.course
    assert course is not None
    assert card.reads.text() == "Left and Right read a day."
    card._draw(replace(course, days=()))
    assert card.reads.text() == ""
    assert card.waits.isVisible()
    assert "begins with the first finished lead" in card.waits.text()
    assert "closing day (Ctrl+3)" in card.waits.text()
    grab(card, "forecast-nothing", (640, 430))
    assert cut_words(card) == []
    card._draw(course)
    assert card.reads.text() == "Left and Right read a day."


def test_a_day_is_read_by_key_and_by_mouse(qtbot: QtBot, card: ForecastCard) -> None:
    chart = card.chart
    chart.setFocus()
    assert card.reads.text() == "Left and Right read a day."
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert card.reads.text() == (
        "Tue 17 Mar: 152 finished so far, about 197 by the end of the day (193 to 201), 213 needed."
    )
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert card.reads.text() == "Mon 16 Mar: 132 finished, 160 needed."
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert card.reads.text() == (
        "Fri 27 Mar: about 560 by the end of the day (522 to 590), 640 needed."
    )
    QTest.keyClick(chart, Qt.Key.Key_Right)  # there is no day after the last
    assert chart.place == len(DAYS) - 1
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert card.reads.text().startswith("Thu 12 Mar: 46 finished")
    grab(card, "forecast-read")
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.place == -1
    QTest.mouseMove(chart, chart.spot_of(6).toPoint())
    qtbot.waitUntil(lambda: card.reads.text().startswith("Fri 20 Mar: about"))
    # No zoom: the wheel is the page's.
    middle, none = QPointF(chart.rect().center()), Qt.KeyboardModifier.NoModifier
    turned = QWheelEvent(
        *(middle, middle, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, none),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(chart, turned)
    assert not turned.isAccepted()


def test_the_chart_can_be_read_as_a_table(card: ForecastCard) -> None:
    chart, table = card.chart, card.table
    QTest.keyClick(chart, Qt.Key.Key_T)
    assert card.stack.currentWidget() is table
    drawn = table.rows.drawn()
    assert len(drawn) == len(DAYS)
    assert drawn[0] == ("Thu 12 Mar", "46", "53", "", "", "")
    assert drawn[3] == ("Tue 17 Mar", "152", "213", "193", "197", "201")
    assert drawn[-1] == ("Fri 27 Mar", "", "640", "522", "560", "590")
    assert table.currentIndex().row() == 3  # today
    grab(card, "forecast-table")
    QTest.keyClick(table, Qt.Key.Key_T)
    assert card.stack.currentWidget() is chart
    # The key stands on the button: it works there, and on what stands beside it.
    for button in (card.as_table, card.banner.trying):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_T)
        assert card.stack.currentWidget() is table
        QTest.keyClick(table, Qt.Key.Key_T)


def test_a_list_its_forecast_and_those_missed_add_up(
    qtbot: QtBot, card: ForecastCard, desk: MadeDesk
) -> None:
    # Half a lead each way: rounded each on its own they would be one too many.
    half = make_forecast(
        TOTAL - 0.6,
        finished=Band(low=637.0, middle=TOTAL - 0.6, high=640.0),
        missed=Band(low=0.0, middle=0.6, high=3.0),
    )
    show(qtbot, card, desk, half)
    says = [label.says for label in card.chart._frame.labels]
    assert says[:3] == ["640 in the list", "1 missed", "639 forecast"]
    assert "639 are expected by the close" in card.chart.accessibleDescription()


def test_what_is_tried_redraws_and_says_what_closes_the_gap(
    qtbot: QtBot, card: ForecastCard, desk: MadeDesk
) -> None:
    chart, panel = card.chart, card.panel
    assert "primary" not in card.commands()
    card.commands()["try_changes"]()
    assert card.is_trying
    assert not panel.apply.isEnabled()
    desk.forecasting.asked.clear()
    QTest.keyClick(panel.callers, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: chart.ghost is not None)
    assert desk.forecasting.asked == [Levers(callers=1)]
    assert panel.levers["callers"].value.text() == "1 caller more"
    assert panel.levers["callers"].effect.text() == "On its own: 52 fewer missed."
    assert panel.says.text() == "28 leads would be missed instead of 80."
    panel.since.choose("2026-03-19")
    QTest.keyClick(panel.giveaway, Qt.Key.Key_Left)
    QTest.keyClick(panel.giveaway, Qt.Key.Key_Left)
    QTest.keyClick(panel.window_days, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: panel.says.text().startswith("This closes the gap."))
    last = Levers(
        callers=1,
        callers_from=date(2026, 3, 19),
        giveaway_tries=4,
        closes_at=CLOSES + timedelta(days=3, hours=-1),  # Monday at 17:00, in summer time
    )
    assert panel.tried() == last
    assert panel.levers["window"].value.text() == "until Mon 30 Mar, 17:00"
    assert panel.levers["giveaway"].effect.text() == "On its own: 24 fewer missed."
    for scheme in ("light", "dark"):
        look().choose(scheme)  # type: ignore[arg-type]
        grab(card, f"forecast-try-{scheme}", (806, 445))
    assert cut_words(card) == []
    assert unnamed(card) == []
    look().choose("light", 1.5)
    grab(card, "forecast-try-150", (806, 900))
    assert cut_words(card) == []
    look().choose("light", 1.0)
    QTest.keyClick(panel.callers, Qt.Key.Key_Escape)
    assert not card.is_trying
    assert desk.forecasting.applied == AS_IT_IS
    assert chart.ghost is None


def test_tab_goes_through_the_card_as_it_is_read(card: ForecastCard) -> None:
    card.try_changes()
    walked, at = [], card.nextInFocusChain()
    while at is not card:
        takes = at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.focusProxy() is None
        if at.isVisible() and at.isEnabled() and takes:
            walked.append(at.accessibleName())
        at = at.nextInFocusChain()
    assert walked == [
        "Table, T",
        "Try changes…",
        "Chart of the forecast",
        "Callers more",
        "Tries for those who came for the giveaway alone",
        "Working days the window is open longer",
        "Omar Said",
        "Priya Nair",
        "Leave, Esc",
    ]


def test_longer_words_on_the_keys_of_the_panel_are_not_squeezed(card: ForecastCard) -> None:
    card.try_changes()
    card.panel.apply.set("Anwenden und alles so lassen", keys="primary")
    for width in (806, 1180):
        grab(card, f"forecast-longer-{width}", (width, 700))
        assert cut_words(card) == []


def test_only_the_last_place_of_a_slider_is_answered(
    qtbot: QtBot, card: ForecastCard, desk: MadeDesk
) -> None:
    card.try_changes()
    desk.forecasting.asked.clear()
    for callers in range(1, 7):
        card.panel.callers.setValue(callers)
    qtbot.waitUntil(lambda: card.panel.says.text().startswith("This closes the gap."))
    # The first was under way already; all between it and the last were passed by.
    assert desk.forecasting.asked == [Levers(callers=1), Levers(callers=6)]


def test_what_is_applied_is_one_step_and_comes_back(
    qtbot: QtBot, card: ForecastCard, desk: MadeDesk
) -> None:
    heard: list[Changes] = []
    card.changed.connect(heard.append)
    card.try_changes()
    card.commands()["primary"]()  # nothing is moved yet: nothing happens
    card.panel.names[1].click()
    QTest.keyClick(card.panel.callers, Qt.Key.Key_Right)
    card.commands()["primary"]()
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert desk.forecasting.applied == Levers(callers=1, borrowed=("Priya Nair",))
    assert card.result.says == "1 caller more is planned."
    assert card.toast.accessibleName() == "Applied, Undo, Ctrl Z"
    assert not card.is_trying
    qtbot.waitUntil(lambda: "will be finished" in card.banner.title.text())
    assert desk.forecasting.fresh[-1]
    card.commands()["undo"]()
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert desk.forecasting.applied == AS_IT_IS
    qtbot.waitUntil(lambda: card.banner.title.text().startswith("At this pace 80"))
    assert card.result.says == "Taken back."
    assert "undo" not in card.commands()


def show(qtbot: QtBot, card: ForecastCard, desk: MadeDesk, forecast: Forecast) -> None:
    """Have the desk answer with this, and the card show it."""
    desk.forecasting.as_it_is = forecast
    card._ask(fresh=True)
    qtbot.waitUntil(lambda: card._seen is not None and card._seen.forecast == forecast)


def test_every_stand_of_a_forecast_is_said(
    qtbot: QtBot, card: ForecastCard, desk: MadeDesk
) -> None:
    banner, chart = card.banner, card.chart
    show(qtbot, card, desk, make_forecast(TOTAL, closings=()))
    assert banner.title.text() == "All 640 leads will be finished by Fri 27 Mar, 17:00."
    assert banner._ground == "ok_soft"
    grab(card, "forecast-on-pace")
    why = "31 leads cannot be reached in time, however many call."
    show(qtbot, card, desk, make_forecast(why=why))
    assert banner.why.isVisible()
    wanted: list[str] = []
    card.list_wanted.connect(wanted.append)
    banner.reasons.click()
    assert wanted == ["unreachable_in_time"]
    grab(card, "forecast-why")
    too_little = "Too little is known: 12 calls so far. Say who is on shift."
    show(
        qtbot,
        card,
        desk,
        make_forecast(
            finished=None, missed=None, qualified=None, chance=None, days=(), unknown=too_little
        ),
    )
    assert banner.title.text() == too_little
    assert banner._ground == "info_soft"
    assert "try_changes" not in card.commands()
    grab(card, "forecast-unknown")
    done = Band(low=560, middle=560, high=560)
    over = make_forecast(
        at=CLOSES + timedelta(days=5), finished=done, finished_now=563, days=(), unknown=""
    )
    show(qtbot, card, desk, over)
    assert banner.title.text() == "The window closed on Fri 27 Mar, 17:00."
    assert banner.text.text() == (
        "560 of 640 leads were finished by then. 80 leads were missed. 3 more since."
    )
    # The close stands on its own day, not on today.
    assert chart.course is not None
    assert chart.course.closes == len(DAYS) == chart.course.length
    grab(card, "forecast-over")
    show(qtbot, card, desk, make_forecast(TOTAL, chance=0.3, closings=()))
    assert banner._ground == "warn_soft"  # it may just be finished: no green line yet
    assert cut_words(card) == []


def test_a_card_out_of_sight_asks_nothing(qtbot: QtBot, desk: MadeDesk) -> None:
    work = Work(lambda: desk)  # type: ignore[arg-type, return-value]
    card = ForecastCard(work, SetClock(NOW), "Europe/Berlin")
    card.show_campaign(CAMPAIGN)
    card.refresh()
    assert desk.forecasting.asked == []
    card.show()
    qtbot.waitUntil(lambda: card.chart is not None and card.chart.course is not None)
    assert desk.forecasting.fresh == [True]
    card.refresh()  # within three minutes the forecast is young enough
    assert card._later.isActive()
    assert work.close()
    delete_now(card)


def test_working_days_stand_side_by_side_and_the_rest_are_gaps() -> None:
    course = course_of(make_forecast(), PAST)
    assert [each.day for each in course.days] == DAYS
    assert course.gaps == (2, 7)  # before both Mondays
    assert course.now == pytest.approx(3 + (10.4 - 9) / 8)
    assert course.actual[0] == (0.0, 0.0)
    assert course.actual[-1] == (course.now, float(DONE))
    assert course.needed[-1] == (12.0, float(TOTAL))
    assert course.bands[0] == (course.now, Band(low=DONE, middle=DONE, high=DONE))
    holiday = [day for day in DAYS if day != date(2026, 3, 19)]
    without = course_of(make_forecast(working=holiday), PAST)
    assert without.gaps == (2, 5, 6)
    saturday = (*PAST[:2], (date(2026, 3, 14), 99), *PAST[2:])
    assert course_of(make_forecast(), saturday).length == 13  # somebody worked on it


def test_the_close_stands_on_its_day_of_the_campaigns_clock() -> None:
    late = make_forecast(closes_at=CLOSES.replace(day=27, hour=23))  # midnight in Berlin
    assert closing_day(late) == date(2026, 3, 27)
    assert course_of(late, PAST).closes == 12
    away = replace(late, zone="Pacific/Auckland")
    assert closing_day(away) == date(2026, 3, 28)
    never = course_of(make_forecast(closes_at=None, days=(), needed=()), PAST)
    assert never.closes is None
    assert [each.day for each in never.days] == [day for day in DAYS if day <= TODAY][:3]
    nothing = course_of(make_forecast(days=(), needed=(), closes_at=None, finished_now=0), ())
    assert (nothing.days, nothing.length, nothing.actual) == ((), 1, ())
    assert chart_says(nothing).startswith("0 of 640 leads are finished now.")


def test_after_the_close_the_chart_goes_on_while_leads_are_finished() -> None:
    over = make_forecast(at=CLOSES + timedelta(days=5), finished_now=600, days=())
    after = (*PAST, (date(2026, 3, 27), 560), (date(2026, 3, 30), 600))
    course = course_of(over, after)
    assert course.is_over
    assert course.closes == 12
    assert course.length == 13
    assert course.bands == ()
    assert day_says(course.days[-1]) == "Mon 30 Mar: 600 finished."


def test_labels_never_overlap_and_stay_in_their_order() -> None:
    tight = [Label(says=str(at), tone="text", y=y) for at, y in enumerate((10, 11, 12, 100, 99))]
    placed = settled(tight, 17, 0, 100)
    assert [each.says for each in placed] == ["0", "1", "2", "4", "3"]
    heights = [each.y for each in placed]
    steps = pairwise(heights)
    assert all(low - high >= 17 for high, low in steps)
    assert max(heights) <= 100


def test_words_stand_where_no_line_runs_through_them() -> None:
    course = course_of(make_forecast(), PAST)
    frame = frame_of(course, None, QRectF(0, 0, 780, 330))
    on_the_pace = QPointF(frame.x_of(6), frame.y_of(320))
    assert not is_free(frame, course, QRectF(on_the_pace.x() - 5, on_the_pace.y() - 5, 60, 12))
    above = QRectF(on_the_pace.x() - 80, on_the_pace.y() - 14, 60, 12)
    assert is_free(frame, course, above)
    assert not is_free(frame, course, above.translated(0, -300))  # beside the chart


@pytest.mark.parametrize(
    ("total", "ticks"),
    [
        (640, (0, 160, 320, 480, 640)),
        (0, (0,)),
        (3, (0, 1, 2, 3)),
        (1003, (0, 500, 1000)),
        (1_000_000, (0, 250_000, 500_000, 750_000, 1_000_000)),
    ],
)
def test_the_numbers_at_the_side_are_round(total: int, ticks: tuple[int, ...]) -> None:
    assert ticks_of(total) == ticks


def test_a_longer_window_keeps_its_time_of_day_and_passes_weekends() -> None:
    assert later_close(CLOSES, "Europe/Berlin", 0) == CLOSES
    # Monday after the clocks went forward: 17:00 there is an hour earlier in UTC.
    assert later_close(CLOSES, "Europe/Berlin", 1) == CLOSES + timedelta(days=3, hours=-1)
    assert later_close(CLOSES, "Europe/Berlin", 6) == CLOSES + timedelta(days=10, hours=-1)


def test_each_lever_is_weighed_on_its_own() -> None:
    both = Levers(callers=2, callers_from=TODAY, borrowed=("Omar Said",))
    assert parts_of(both) == {
        "callers": Levers(callers=2, callers_from=TODAY),
        "borrowed": Levers(borrowed=("Omar Said",)),
    }
    assert parts_of(AS_IT_IS) == {}
    base, worse = make_forecast(560), make_forecast(550)
    assert effect_says(base, base) == "On its own it changes nothing."
    assert effect_says(base, worse) == "On its own: 10 more missed."
    assert effect_says(base, make_forecast(missed=None)) == ""
    assert tried_says(base, worse, {"callers": worse}) == worse.says
    assert tried_says(base, worse, {}) == ""
