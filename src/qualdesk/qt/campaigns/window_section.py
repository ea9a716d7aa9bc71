"""When calling is worthwhile, when the event is, and who was there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigning import Section
from qualdesk.core.clock import Clock
from qualdesk.core.errors import Refused
from qualdesk.core.events import CampaignEvent
from qualdesk.core.sources import CallWindow
from qualdesk.core.times import day_words, instant_of, local_time, place_of
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.campaigns.section import SectionCard, put
from qualdesk.qt.campaigns.settled import Settled, Shown
from qualdesk.qt.campaigns.zones import zone_read
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.card import Rule
from qualdesk.qt.widgets.fields import Field, Tick
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.moment import Moment
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal

_MORNING: Final = 9 * 60
_EVENING: Final = 17 * 60
_FORTNIGHT: Final = timedelta(days=14)


class WindowSection(SectionCard):
    """The window, on one clock for all its times, and the event around which it lies."""

    def __init__(self, clock: Clock, zone: str) -> None:
        super().__init__(Section.WINDOW, tr("All its times are on one clock."))
        self._clock, self._own_zone = clock, zone
        self._zone = zone
        self._kept = CallWindow()
        self.zone = Field(tr("The clock of these times"), tr("A city: Berlin, New York"))
        self._zone_says = PlainLabel(face="hint", tone="text2", wrap=True)
        self.opens = Moment(tr("Calling starts on"), tr("Calling starts"), _MORNING)
        self.closes = Moment(tr("Calling ends on"), tr("Calling ends"), _EVENING)
        self.no_end = Tick(tr("Calling has no end"))
        self.begins = Moment(tr("The event begins on"), tr("The event begins"), _MORNING)
        self.ends = Moment(tr("and ends on"), tr("The event ends"), _EVENING, has_tick=False)
        self._says = Banner("info")
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        body = self.body
        where = QHBoxLayout()
        where.setSpacing(12)
        labelled(where, tr("On whose clock?"), self.zone, 2)
        read = QVBoxLayout()
        read.addStretch(1)
        read.addWidget(self._zone_says)
        where.addLayout(read, 3)
        body.addLayout(where)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(4, 1)
        for place, row in enumerate((self.opens, self.closes)):
            row.place(grid, place)
        grid.addWidget(self.no_end, 2, 0)
        grid.addWidget(Rule(), 3, 0, 1, 5)
        for place, row in enumerate((self.begins, self.ends)):
            row.place(grid, place + 4)
        body.addLayout(grid)
        body.addWidget(self._says)

    def _listen(self) -> None:
        self.zone.textChanged.connect(self._look)
        self.opens.changed.connect(self._look)
        self.closes.changed.connect(self._look)
        self.begins.changed.connect(self._look)
        self.ends.changed.connect(self._look)
        self.closes.tick.toggled.connect(self._ends_chosen)
        self.no_end.toggled.connect(self._no_end_chosen)

    @override
    def fill(self, shown: Shown, today: date) -> None:
        window = self._kept = shown.setup.campaign.window
        event = shown.setup.event
        self._zone = window.zone if window.zone != "UTC" else self._own_zone
        if zone_read(self.zone.text()) != self._zone:
            put(self.zone, self._zone)
        self.opens.set_wall(self._wall(window.opens_at), today)
        self.closes.set_wall(self._wall(window.closes_at), today + _FORTNIGHT)
        self.no_end.setChecked(window.has_no_end)
        self.begins.set_wall(self._wall(event.starts_at if event else None), today + _FORTNIGHT)
        self.ends.set_wall(self._wall(event.ends_at if event else None), today + _FORTNIGHT)
        self._tell()

    @override
    def into(self, said: Settled) -> Settled:
        return replace(said, plan=replace(said.plan, window=self._window()), event=self._event())

    @override
    def field_of(self, gap: str) -> QWidget | None:
        return self.closes.tick if gap == "window" else None

    @property
    @override
    def in_order(self) -> Sequence[QWidget]:
        return (
            *(self.zone, *self.opens.in_order, *self.closes.in_order, self.no_end),
            *(*self.begins.in_order, *self.ends.in_order),
        )

    def _window(self) -> CallWindow:
        closes = self._at(self.closes)
        try:
            return CallWindow(
                opens_at=self._at(self.opens),
                closes_at=closes,
                zone=self._read_zone(),
                has_no_end=closes is None and self.no_end.isChecked(),
            )
        except ValueError as error:
            raise Refused(str(error)) from None

    def _event(self) -> CampaignEvent | None:
        begins = self._at(self.begins)
        ends = self._at(self.ends) if begins else None
        if begins is None or ends is None:
            return None
        return CampaignEvent(starts_at=begins, ends_at=ends)

    def _at(self, row: Moment) -> datetime | None:
        wall = row.wall
        return instant_of(wall, self._read_zone()).astimezone(UTC) if wall else None

    def _wall(self, at: datetime | None) -> datetime | None:
        return local_time(at, self._zone).replace(tzinfo=None) if at else None

    def _read_zone(self) -> str:
        found = zone_read(self.zone.text())
        if not found:
            raise Refused(tr("This clock is not known. Write a city such as Berlin."))
        return found

    def _ends_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - the signal's own argument
        if chosen:
            self.no_end.setChecked(False)

    def _no_end_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - the signal's own argument
        if chosen:
            self.closes.tick.setChecked(False)
        self._look()

    def _look(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """Read the clock back, and what flips when."""
        self.ends.show(shown=self.begins.tick.isChecked())
        zone = zone_read(self.zone.text())
        if zone:
            there = local_time(self._clock.now(), zone)
            self._zone_says.setText(
                tr("In {place} it is {at:%H:%M} now.", place=place_of(zone), at=there)
            )
        else:
            self._zone_says.setText(tr("Not known, or several. Write a city such as Berlin."))
        self._zone_says.set_look(tone="text2" if zone else "bad")
        try:
            event = self._event() if zone else None
        except Refused as error:
            self._says.set("warn", "", error.says)
            reveal(self._says, shown=True)
            return
        if event is not None:
            self._says.set("info", "", _flip(event, zone, self._clock.now()))
        reveal(self._says, shown=event is not None)


def _flip(event: CampaignEvent, zone: str, now: datetime) -> str:
    """What the end of the event changes, and when that is."""
    ends = local_time(event.ends_at, zone)
    is_over = now >= event.ends_at
    return tr(
        _ENDED if is_over else _ENDS, day=day_words(ends.date()), at=ends, place=place_of(zone)
    )


_ENDED: Final = tr_later(
    "The event ended on {day}, {at:%H:%M} in {place}. Callers ask who was there, and qualify."
)
_ENDS: Final = tr_later(
    "Until {day}, {at:%H:%M} in {place} callers invite: registered, will come, cannot come. "
    "From then on they ask who was there, and qualify."
)
