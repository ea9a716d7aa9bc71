"""The table of who is on the phones: one line for each caller, in the order of their names."""

from datetime import datetime, timedelta
from typing import Final

from qualdesk.core.clock import Clock
from qualdesk.core.ids import CampaignId
from qualdesk.core.on_phones import OnPhone
from qualdesk.core.times import local_time
from qualdesk.core.wording import number, tr, tr_later
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.chip import ChipTone

CALLER, STATE, FOR, CALLS, REACHED, QUALIFIED = range(6)
COLUMNS: Final = (
    Column(title=tr_later("Caller", about="by name"), width=160, stretch=1, about="by name"),
    Column(title=tr_later("State"), width=124),
    Column(title=tr_later("For", about="how long"), width=64, align="right", about="how long"),
    Column(title=tr_later("Calls"), width=56, align="right"),
    Column(title=tr_later("Reached"), width=74, align="right"),
    Column(title=tr_later("Qualified"), width=78, align="right"),
)
_TONES: Final[dict[str, ChipTone]] = {
    "on_a_call": "ok",
    "wrapping_up": "call",
    "dialling": "accent",
    "ready": "info",
    "away": "warn",
}


class PhonesTable(TableOf[OnPhone]):
    """The callers of a campaign. How long each does what they do goes on by the clock alone."""

    def __init__(self, clock: Clock, zone: str) -> None:
        super().__init__(COLUMNS, self._cell_of)
        self._clock, self._zone = clock, zone
        self._campaign: CampaignId | None = None

    def show_callers(self, callers: tuple[OnPhone, ...], campaign: CampaignId | None) -> None:
        """Show these; while they are the same people, each stays in their place."""
        self._campaign = campaign
        if [one.name for one in callers] != [one.name for one in self.rows]:
            self.set_rows(callers)
            return
        for place, one in enumerate(callers):
            if one != self.rows[place]:
                self.change_row(place, one)

    def tick(self) -> None:
        """A second has passed: only one column says so."""
        if self.rows:
            last = self.index(len(self.rows) - 1, FOR)
            self.dataChanged.emit(self.index(0, FOR), last)

    def _cell_of(self, one: OnPhone, column: int) -> Cell:
        if column == CALLER:
            second = second_line(one, self._campaign, self._zone)
            return Cell(text=one.name, second=second, face="body_strong", person=one.name)
        if column == STATE:
            return Cell(text=one.state_label, chip=_TONES.get(one.state, "plain"))
        if column == FOR:
            return Cell(text=lasting(one.since, self._clock.now()), tone="text2")
        figure = {CALLS: one.calls, REACHED: one.reached, QUALIFIED: one.qualified}[column]
        return Cell(text=number(figure), face="body_strong")


def second_line(one: OnPhone, campaign: CampaignId | None, zone: str) -> str:
    """Whom somebody is with, when they are back, or for what else they call; mostly one of them."""
    if one.lead:
        return one.lead
    if one.state == "break" and one.back_at is not None:
        return tr("back at {at:%H:%M}", at=local_time(one.back_at, zone))
    if one.campaign_name and one.campaign != campaign:
        return tr("calls for {campaign}", campaign=one.campaign_name)
    return ""


def lasting(since: datetime | None, now: datetime) -> str:
    """How long something goes on: 3:42, and 1 h 03 from an hour on; empty when nobody knows."""
    if since is None:
        return ""
    seconds = max(now - since, timedelta()) // timedelta(seconds=1)
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    if hours:
        return tr("{hours} h {minutes:02}", hours=hours, minutes=minutes)
    return f"{minutes}:{seconds:02}"
