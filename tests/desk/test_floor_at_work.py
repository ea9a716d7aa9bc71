"""A call floor driven through the one door, as a program does it: some days on a set clock."""

import random
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from makers import MORNING, make_clock
from qualdesk.bootstrap import open_desk
from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.clock import SetClock
from qualdesk.core.leads import Bucket
from qualdesk.desk import Desk

ZONES = ("Europe/Berlin", "Europe/London", "America/New_York")
OUTCOMES = ("no_answer", "no_answer", "busy", "voicemail_left", "callback", "not_a_fit", "skip")


def _rows(count: int) -> list[dict[str, object]]:
    return [
        {
            "external_id": f"row-{number}",
            "name": f"Person {number}",
            "company": f"Company {number % 20}",
            "phone": f"+4930231{25000 + number}",
            "zone": ZONES[number % 3],
            "asked_for_call": number % 5 == 0,
        }
        for number in range(count)
    ]


class Floor:
    """Three callers with dice, and what must be true of each of their calls."""

    def __init__(self, url: str) -> None:
        self.clock = make_clock()
        self.dice = random.Random(20260317)
        self.desks = [
            open_desk(url, clock=self.clock, caller=name, durable=False)
            for name in ("ana", "ben", "cy")
        ]
        self.calls: Counter[str] = Counter()
        self.tried: Counter[int] = Counter()

    def take_turns(self) -> None:
        held = []
        for desk in self.desks:
            card = desk.calling.next_lead()
            if isinstance(card, NothingToCall):
                assert sum(reason.leads for reason in card.reasons) == card.open_leads
                continue
            held.append(card.lead.id)
            self._may_be_called(card, self.clock)
            self._call(desk, card)
        assert len(held) == len(set(held)), "one lead, one caller"

    def _may_be_called(self, card: CallCard, clock: SetClock) -> None:
        there = clock.now().astimezone(ZoneInfo(card.lead.contact.zones[0]))
        assert card.decision.is_allowed
        if card.callback is None:
            assert there.weekday() < 5
            assert (9, 0) <= (there.hour, there.minute) < (17, 30)
        else:
            assert card.callback.promise.at <= clock.now(), "never before the promised time"
        points = sum(reason.points for reason in card.priority.reasons)
        assert card.priority.points == points

    def _call(self, desk: Desk, card: CallCard) -> None:
        outcome = self.dice.choice(OUTCOMES)
        if outcome == "skip":
            desk.calling.skip(card.lead.id, "Line is bad")
            return
        attempt = desk.calling.start_attempt(card.lead.id)
        self.tried[card.lead.id] += 1
        self.calls[outcome] += 1
        if outcome == "callback":
            at = self.clock.now() + timedelta(hours=self.dice.randint(1, 30))
            desk.calling.finish(attempt.id, "callback_fixed", callback_at=at)
        elif outcome == "not_a_fit":
            desk.calling.finish(attempt.id, "not_qualified", reason="Only the giveaway")
        else:
            desk.calling.finish(attempt.id, outcome)

    def close(self) -> None:
        for desk in self.desks:
            desk.close()


def test_days_on_the_floor_keeps_every_rule_and_loses_nobody(tmp_path: Path) -> None:
    """Q4, Q5, Q6: promises not early, sums right at every hour, hours and tries obeyed."""
    floor = Floor(str(tmp_path / "desk.sqlite"))
    desk = floor.desks[0]
    desk.library.new_campaign("Fair", max_attempts=4, max_per_day=2)
    loaded = desk.intake.load(_rows(40), campaign="Fair")
    assert loaded.new == 40
    ends = MORNING + timedelta(days=3)
    while floor.clock.now() < ends:
        floor.take_turns()
        floor.clock.advance(timedelta(minutes=_pause(floor.clock.now())))
        found = desk.floor.buckets("Fair")
        assert found.adds_up
        assert found.total == 40
    counts = desk.floor.buckets("Fair").counts
    assert sum(floor.calls.values()) > 60
    assert set(floor.calls) >= {"no_answer", "callback", "not_a_fit"}
    assert counts[Bucket.NOT_A_FIT] == floor.calls["not_a_fit"]
    never_called = 40 - len(floor.tried)
    assert never_called == 0, "Q5: never called can reach 0"
    floor.close()


def _pause(now: datetime) -> int:
    """Fifteen minutes by day, an hour by night."""
    return 15 if 7 <= now.hour < 22 else 60
