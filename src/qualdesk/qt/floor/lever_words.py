"""What a supervisor tries, in words; and each part of it on its own, to say what it does."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final

from qualdesk.core.forecast_values import Forecast, Levers
from qualdesk.core.times import day_words, instant_of, local_time, time_words
from qualdesk.core.wording import listed, tr, tr_n

CALLERS, GIVEAWAY, WINDOW, BORROWED = "callers", "giveaway", "window", "borrowed"
_SATURDAY: Final = 5


def parts_of(levers: Levers) -> dict[str, Levers]:
    """Each lever that is moved, on its own."""
    parts: dict[str, Levers] = {}
    if levers.callers:
        parts[CALLERS] = Levers(callers=levers.callers, callers_from=levers.callers_from)
    if levers.giveaway_tries is not None:
        parts[GIVEAWAY] = Levers(giveaway_tries=levers.giveaway_tries)
    if levers.closes_at is not None:
        parts[WINDOW] = Levers(closes_at=levers.closes_at)
    if levers.borrowed:
        parts[BORROWED] = Levers(borrowed=levers.borrowed)
    return parts


def callers_says(callers: int, since: date | None) -> str:
    """How many callers more, and from when."""
    if not callers:
        return tr("as the shifts are")
    more = tr_n(callers, "{n} caller more", "{n:,} callers more")
    return tr("{more} from {day}", more=more, day=day_words(since)) if since else more


def giveaway_says(tries: int | None, most: int) -> str:
    """How often somebody who came for the giveaway alone is tried."""
    if tries is None:
        return tr_n(most, "as it is: {n} try", "as it is: {n:,} tries")
    return tr_n(tries, "{n} try at most", "{n:,} tries at most")


def window_says(closes_at: datetime | None, zone: str, now: datetime) -> str:
    """When the window closes instead."""
    if closes_at is None:
        return tr("as it is")
    return tr("until {when}", when=time_words(closes_at, zone, now=now))


def borrowed_says(names: tuple[str, ...]) -> str:
    """Who calls for this campaign as well."""
    return listed(names) if names else tr("nobody")


def missed_of(forecast: Forecast) -> int | None:
    """How many leads are not finished by the close; None when too little is known."""
    return None if forecast.missed is None else round(forecast.missed.middle)


def effect_says(before: Forecast, after: Forecast) -> str:
    """What a change does, in leads that are missed."""
    was, now = missed_of(before), missed_of(after)
    if was is None or now is None:
        return ""
    if was == now:
        return tr("On its own it changes nothing.")
    if now < was:
        return tr("On its own: {n:,} fewer missed.", n=was - now)
    return tr("On its own: {n:,} more missed.", n=now - was)


def tried_says(before: Forecast, after: Forecast, effects: Mapping[str, Forecast]) -> str:
    """What all changes together come to."""
    was, now = missed_of(before), missed_of(after)
    if not effects or was is None or now is None:
        return ""
    if was and not now:
        return tr("This closes the gap. {forecast}", forecast=after.says)
    if now < was:
        return tr_n(
            now,
            "{n} lead would be missed instead of {was:,}.",
            "{n:,} leads would be missed instead of {was:,}.",
            was=was,
        )
    return after.says


def later_close(closes_at: datetime, zone: str, days: int) -> datetime:
    """The close so many working days later, at the same time of the campaign's clock, in UTC."""
    wall = local_time(closes_at, zone).replace(tzinfo=None)
    while days:
        wall += timedelta(days=1)
        days -= wall.weekday() < _SATURDAY
    return instant_of(wall, zone)
