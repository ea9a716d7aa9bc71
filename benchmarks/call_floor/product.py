"""The program itself on the simulated floor, through its public door and nothing else."""

import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from call_floor.clocks import HOUR, moment
from call_floor.people import FIRST, Person, World
from call_floor.talking import Talk
from call_floor.truth import Kind
from qualdesk.bootstrap import open_desk
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.sources import CallLimits, CallWindow
from qualdesk.desk import Desk
from qualdesk.store.believed import keep_beliefs
from qualdesk.store.database import Store

if TYPE_CHECKING:
    from qualdesk.core.ids import AttemptId, LeadId

_GRACE = timedelta(minutes=2)


class Qualdesk:
    """One desk for each caller and one for the keeper, on one workspace file."""

    def __init__(self, world: World, *, beliefs: str = "") -> None:
        """Open the workspace; ``beliefs`` (JSON) take the place of the shipped ones."""
        self._world = world
        self._opened = ExitStack()
        folder = self._opened.enter_context(tempfile.TemporaryDirectory())
        self._url = str(Path(folder) / "floor.sqlite")
        self._clock = SetClock(moment(FIRST))
        self._keeper = self._open("keeper")
        if beliefs:
            store = Store(f"sqlite:///{self._url}", clock=self._clock, durable=False)
            with store.transaction() as tx:
                keep_beliefs(tx, beliefs)
            store.close()
        self._desks = {number: self._open(f"caller {number}") for number in world.callers}
        self._campaigns = [self._campaign(plan) for plan in world.plans]
        self._people: dict[LeadId, Person] = {}
        self._attempts: dict[int, AttemptId] = {}
        self._nothing_until: dict[int, float] = {}

    def __enter__(self) -> Self:
        """Open."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close every desk and forget the file."""
        self._opened.close()

    def arrive(self, people: list[Person], at: float) -> None:
        """Load them as a list."""
        self._nothing_until.clear()
        self._clock.set(moment(at))
        campaign = self._campaigns[people[0].plan]
        loaded = self._keeper.intake.load([row_of(one) for one in people], campaign=campaign)
        for person, lead_id in zip(people, loaded.lead_ids, strict=True):
            assert lead_id is not None, f"person {person.id} was left out"
            assert lead_id not in self._people, "two people became one lead"
            self._people[lead_id] = person

    def take(self, caller: int, at: float) -> Person | None:
        """The next lead, and a call with them written down."""
        self._clock.set(moment(at))
        if at < self._nothing_until.get(caller, 0.0):
            return None
        calling = self._desks[caller].calling
        card = calling.next_lead()
        if not isinstance(card, CallCard):
            # It says when the next lead comes: nobody asks before, unless something happens.
            self._nothing_until[caller] = card.next_at.timestamp() if card.next_at else at + HOUR
            return None
        person = self._people[card.lead.id]
        self._attempts[person.id] = calling.start_attempt(card.lead.id).id
        return person

    def ended(self, caller: int, person: Person, talk: Talk, at: float) -> None:
        """The outcome, as a caller gives it."""
        self._nothing_until.clear()
        self._clock.set(moment(at))
        beside: dict[str, Any] = {}
        if talk.promise is not None:
            beside["callback_at"] = moment(talk.promise)
        if talk.hint is not None:
            beside["hint"] = hint_of(talk.hint)
        if talk.outcome == "not_qualified":
            beside["reason"] = "No need"
        attempt = self._attempts.pop(person.id)
        self._desks[caller].calling.finish(attempt, talk.outcome, **beside)

    def tick(self, at: float) -> None:
        """What the program's timer does."""
        self._nothing_until.clear()
        self._clock.set(moment(at))
        self._keeper.keeper.tick()

    def _open(self, caller: str) -> Desk:
        desk = open_desk(self._url, clock=self._clock, caller=caller, durable=False)
        self._opened.callback(desk.close)
        return desk

    def _campaign(self, plan: Any) -> int:
        opens, closes = plan.hours
        library = self._keeper.library
        made = library.new_campaign(
            plan.name,
            window=CallWindow(closes_at=moment(plan.closes)),
            hours=(round(opens * 60), round(closes * 60)),
            max_attempts=plan.most,
            max_per_day=plan.per_day,
            min_gap=timedelta(seconds=plan.rest),
        )
        # Whoever is free keeps a promise when its maker is on another call.
        limits: CallLimits = replace(made.limits, grace=_GRACE)
        library.set_times(made.id, limits=limits)
        return made.id


def row_of(person: Person) -> Mapping[str, Any]:
    """A person as a row of a list: only what a list can say."""
    number = person.id
    row: dict[str, Any] = {
        "external_id": f"P{number}",
        "first_name": f"{_FIRST[number % len(_FIRST)]}",
        "last_name": f"{_LAST[number // 7 % len(_LAST)]}-{number}",
        "company": f"Company {number}",
        "title": _TITLES[person.role][number % 3],
        "source": _SOURCES[person.kind],
        **_address(person),
    }
    row[_FIELDS[person.phone]] = _phone(person, 0)
    if person.spare:
        row["main_phone"] = _phone(person, 1)
    did = _DID[person.kind]
    if did:
        at = moment(person.anchor)
        row["touchpoints"] = [{"kind": kind, "says": says, "at": at} for kind, says in did]
    return row


def hint_of(hours: tuple[float, float]) -> str:
    """The hint in words, as a caller types it."""
    first, last = (f"{int(each)}:{round(each % 1 * 60):02}" for each in hours)
    return f"in between {first} and {last}"


def _address(person: Person) -> dict[str, str]:
    if len(person.zones) > 1:
        return {"country": "United States", "subdivision": "Kentucky"}
    return {"country": _COUNTRIES[person.zone], "zone": person.zone}


def _phone(person: Person, which: int) -> str:
    """A number out of ranges kept for fiction, or behind one: no two people share any."""
    number = person.id * 2 + which
    match person.zone:
        case "Australia/Sydney":
            areas = ("255", "355", "755", "855", "270", "370", "770", "870")
            area = areas[number // 10_000]
            return f"+61{area}{50 if area.endswith('55') else 10}{number % 10_000:04}"
        case "Europe/Berlin":
            ranges = ("3023125", "6990009", "4066969", "2214710", "8999998")
            return f"+49{ranges[number // 20_000]}{number % 20_000:05}"
        case "Europe/London":
            return _british(number)
        case _:
            areas = _AREAS["Kentucky" if len(person.zones) > 1 else person.zone]
            return f"+1{areas[number // 10_000 % len(areas)]}555{number % 10_000:04}"


def _british(number: int) -> str:
    cities = ("20794", "11349", "11449", "11549", "11649", "11749", "12149", "13149", "14149")
    return f"+44{cities[number // 10_000]}{6}{number % 10_000:04}"


_FIRST = ("Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gail", "Hugo", "Ida", "Jon", "Kim")
_LAST = ("Albers", "Brandt", "Carver", "Dorn", "Ellis", "Farrow", "Gruber", "Hale", "Ingram")
_TITLES = {
    "executive": ("Managing Director", "CEO", "Chief Operating Officer"),
    "manager": ("Production Manager", "Head of Purchasing", "Plant Manager"),
    "specialist": ("Process Engineer", "Buyer", "Quality Analyst"),
    "unknown": ("", "", ""),
}
_SOURCES = {
    Kind.FORM: "Web form",
    Kind.STAND_ASKED: "Trade show",
    Kind.STAND_DEMO: "Trade show",
    Kind.STAND_SCAN: "Trade show",
    Kind.STAND_GIVEAWAY: "Trade show",
    Kind.ATTENDED: "Webinar",
    Kind.NO_SHOW: "Webinar",
    Kind.DOWNLOAD: "Download",
    Kind.CONFERENCE: "Conference",
    Kind.LIST: "List",
}
_DID = {
    Kind.FORM: (("asked_for_call", "Asked for a call"),),
    Kind.STAND_ASKED: (("scan", "Scanned at the stand"), ("asked_for_call", "Asked for a call")),
    Kind.STAND_DEMO: (("scan", "Scanned at the stand"), ("demo", "Watched the demo")),
    Kind.STAND_SCAN: (("scan", "Scanned at the stand"),),
    Kind.STAND_GIVEAWAY: (("scan", "Scanned at the stand"), ("giveaway", "Took the giveaway")),
    Kind.ATTENDED: (("attended", "Attended, 40 minutes"),),
    Kind.NO_SHOW: (("no_show", "Registered, did not attend"),),
    Kind.DOWNLOAD: (("download", "Downloaded the white paper"),),
    Kind.CONFERENCE: (("scan", "Scanned at the conference"),),
    Kind.LIST: (),
}
_FIELDS = {"mobile": "mobile", "direct": "direct_phone", "main": "main_phone"}
_COUNTRIES = {
    "Europe/London": "United Kingdom",
    "Europe/Berlin": "Germany",
    "America/New_York": "United States",
    "America/Chicago": "United States",
    "America/Los_Angeles": "United States",
    "Australia/Sydney": "Australia",
}
_AREAS = {
    "America/New_York": ("212", "617", "305", "404", "215", "704", "919", "412", "716"),
    "America/Chicago": ("312", "214", "713", "612", "314", "414", "504", "512", "816"),
    "America/Los_Angeles": ("213", "415", "619", "206", "503", "916", "408", "510", "714"),
    "Kentucky": ("502", "270", "606", "859", "502", "270", "606", "859", "502"),
}
