"""The verb of the forecast: will a list be finished before its window closes, and what if."""

from argparse import ArgumentParser, Namespace

from qualdesk.cli.plain import say
from qualdesk.cli.typed_words import a_count, a_day, an_instant
from qualdesk.core.errors import Refused
from qualdesk.core.forecast_values import AS_IT_IS, Band, Forecast, Levers
from qualdesk.core.ids import CampaignId
from qualdesk.core.times import date_words, local_time
from qualdesk.desk import Desk

DONE = 0


def add_forecast_verb(forecast: ArgumentParser) -> None:
    """Add what the verb takes: the campaign, the levers, and whether they are to hold."""
    forecast.add_argument("--campaign", metavar="NAME", help="default: the only one")
    forecast.add_argument("--callers", type=a_count, default=0, metavar="N", help="so many more")
    forecast.add_argument(
        "--from", dest="since", type=a_day, metavar="DAY", help="from that day on; default: now"
    )
    forecast.add_argument(
        "--giveaway-tries", type=a_count, metavar="N", help="tries for giveaway leads at most"
    )
    forecast.add_argument(
        "--closes", type=an_instant, metavar="WHEN", help="when the window closes instead"
    )
    forecast.add_argument(
        "--borrow", action="append", default=[], metavar="CALLER", help="of another campaign"
    )
    held = forecast.add_mutually_exclusive_group()
    held.add_argument("--apply", action="store_true", help="let it hold, as one step")
    held.add_argument("--take-back", type=a_count, metavar="STEP", help="take such a step back")


def forecast(desk: Desk, asked: Namespace) -> int:
    """How a list may end, with changes or without; or let changes hold, or take them back."""
    levers = Levers(
        callers=asked.callers,
        callers_from=asked.since,
        giveaway_tries=asked.giveaway_tries,
        closes_at=asked.closes,
        borrowed=tuple(asked.borrow),
    )
    if asked.since is not None and not asked.callers:
        raise Refused("Say how many callers more: --callers.")
    if asked.take_back is not None:
        if levers != AS_IT_IS:
            raise Refused("A step is taken back as a whole: give --take-back alone.")
        back = desk.forecasting.take_back(asked.take_back)
        say({"says": back.says, "step": back.token}, [back.says], as_data=asked.json)
        return DONE
    campaign = _campaign(desk, asked)
    if asked.apply:
        done = desk.forecasting.apply(campaign, levers)
        lines = [done.says, f"Take it back: qualdesk forecast --take-back {done.token}"]
        say({"says": done.says, "step": done.token}, lines, as_data=asked.json)
        return DONE
    found = desk.forecasting.forecast(campaign, levers)
    borrow = desk.forecasting.could_borrow(campaign)
    say(found, _lines(found, borrow), as_data=asked.json)
    return DONE


def _campaign(desk: Desk, asked: Namespace) -> str | CampaignId:
    """The campaign that was named, or the only one there is."""
    if asked.campaign:
        return str(asked.campaign)
    there = desk.library.campaigns()
    if len(there) != 1:
        raise Refused("Say which campaign: --campaign NAME.")
    return there[0].campaign.id


def _lines(found: Forecast, borrow: tuple[str, ...]) -> list[str]:
    lines = [found.says]
    if found.unknown:
        return lines
    lines += [found.why] if found.why else []
    lines.append(f"Finished: {found.finished_now:,} of {found.total:,}; {_pace(found)}")
    for name, band in (
        ("Finished by the close", found.finished_by_close),
        ("Not finished by then", found.missed),
        ("Qualified by then", found.qualified),
    ):
        lines += [f"{name}: {_band(band)}"] if band else []
    if found.chance is not None:
        lines.append(f"Chance that all are finished: {found.chance:.0%}")
    lines += [f"  {date_words(one.day)}: {_band(one.finished)} finished" for one in found.days]
    if found.closings:
        lines += ["What would close the gap:", *(f"  {one.says}" for one in found.closings)]
    if borrow and found.missed and found.missed.middle >= 1:
        lines.append(f"Could be borrowed: {', '.join(borrow)}.")
    if found.out_of_reach:
        lines.append("Who nobody may call in time: qualdesk floor behind unreachable_in_time")
    return lines


def _pace(found: Forecast) -> str:
    closes = found.closes_at
    end = (
        f" (closes {local_time(closes, found.zone):%Y-%m-%d %H:%M} {found.zone})" if closes else ""
    )
    return f"at an even pace it should be {found.needed_now:,} by now{end}."


def _band(band: Band) -> str:
    low, middle, high = round(band.low), round(band.middle), round(band.high)
    return f"{middle:,}" if low == high else f"{middle:,} ({low:,} to {high:,})"


VERBS = {("forecast", ""): forecast}
