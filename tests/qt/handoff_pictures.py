"""Makes the pictures of the hand-off: what leaves, what has left, answers, rules, reports.

Usage: python tests/qt/handoff_pictures.py docs/screenshots/hand-off [light|dark]
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from qt.everywhere import Everywhere, Screen, everywhere
from qt.likeness import keep
from qt.pictures import with_few_colours
from qt.seen import settle_paint
from qt.windows import desk_on
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.core.progress import Progress
from qualdesk.core.routing_rules import Cap, Routing, RoutingRule, RuleKind
from qualdesk.demo.morning import Morning, play
from qualdesk.demo.run import CAMPAIGN, STARTS
from qualdesk.desk import Desk
from qualdesk.desk.samples import sample_campaign
from qualdesk.qt import theme
from qualdesk.resources import shipped
from sent_makers import a_salesperson

SIZES = {1366: 768, 1440: 900, 1920: 1080}
AT_EVERY_SIZE = {"next-batch", "sent"}
USUAL = 1440
JONAS, LENA, SAM = "Jonas Weber", "Lena Brandt", "Sam Osei"
TABS = {"sent": "sent", "answers": "answers", "routing": "who-gets-what"}
REPORTS = {
    "why_back": "why-they-came-back",
    "cost": "what-a-lead-costs",
    "statement": "statement",
    "digest": "what-people-say",
    "nurture": "nurture",
}
RULES = Routing(
    rules=(
        RoutingRule(
            id="north",
            kind=RuleKind.REGION,
            name="Germany, north",
            people=(LENA,),
            countries=("DE",),
            postcodes=("1", "2"),
        ),
        RoutingRule(
            id="islands",
            kind=RuleKind.REGION,
            name="UK and Ireland",
            people=(SAM,),
            countries=("GB", "IE"),
        ),
        RoutingRule(id="rest", kind=RuleKind.TURN, name="", people=(JONAS, LENA)),
    ),
    caps=(Cap(salesperson=LENA, per_day=8),),
)


def main(out: Path, schemes: list[theme.Scheme]) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    out.mkdir(parents=True, exist_ok=True)
    clock = SetClock(STARTS)
    with TemporaryDirectory() as made, pytest.MonkeyPatch.context() as patch:
        folder = Path(made)
        a_season(folder, clock)
        for scheme in schemes:
            theme.apply(app, scheme, 1.0)
            with everywhere(folder, clock, patch, theme=scheme) as walk:
                for name, window in _screens(walk):
                    take(window, name, out, scheme)
            with everywhere(folder, clock, patch, theme=scheme, caller=LENA) as walk:
                walk._go("my_leads")
                take(walk.shell, "my-leads", out, scheme)


def take(window: QWidget, name: str, out: Path, scheme: str) -> None:
    """The window as it is; what is drawn for every width is kept at all three in light."""
    for width, height in SIZES.items():
        if width == USUAL or (scheme == "light" and name in AT_EVERY_SIZE):
            window.resize(width, height)
            settle_paint(window)
            few = with_few_colours(window.grab().toImage())
            keep(few, out / f"{name}-{scheme}-{width}.png")


def a_season(folder: Path, clock: SetClock) -> None:
    """The sample list, two mornings of calls, a batch with its answers, and leads that wait."""
    desk = desk_on(folder / "desk.sqlite", clock, "Maya Lind")()
    sample_campaign(desk, CAMPAIGN, shipped("samples", "packtech-expo.toml"))
    desk.intake.load(shipped("samples", "packtech-expo.csv"), campaign=CAMPAIGN)
    for name in (JONAS, LENA, SAM):
        a_salesperson(desk._store, name)
    campaign = desk.library.campaigns()[0].campaign
    terms = replace(campaign.handoff, routing=RULES, hour_cost=42.0, receiver=JONAS)
    desk.library.set_handoff(campaign.id, terms)
    play(desk, clock, CAMPAIGN, Progress(), Morning())
    out = folder / "for sales"
    out.mkdir()
    desk.handoff.export(CAMPAIGN, out)
    clock.advance(timedelta(hours=3))
    _answered(folder, clock)
    clock.set(STARTS + timedelta(days=1))
    play(desk, clock, CAMPAIGN, Progress(), Morning())
    ready = desk.handoff.next_batch(CAMPAIGN).ready
    desk.handoff.hold_back(LeadId(ready[-1].lead_id))
    desk.close()


def _answered(folder: Path, clock: SetClock) -> None:
    """Sales takes some, sends some back, reads some and says nothing; one answer is disputed."""
    ours = desk_on(folder / "desk.sqlite", clock, "Maya Lind")()
    said = iter(("take", "back", "read", "take", "dispute", "", "take"))
    for name in (JONAS, LENA, SAM):
        desk = desk_on(folder / "desk.sqlite", clock, name)()
        for one in desk.sales.mine():
            way = next(said, "take")
            _answer(desk, one.item_id, way)
            if way == "dispute":
                ours.way_back.dispute(one.item_id, "They named October on the phone.")
        desk.close()
    ours.close()


def _answer(desk: Desk, item: str, way: str) -> None:
    if way:
        desk.sales.open(item)
    if way == "take":
        desk.sales.take(item, opportunity="OPP-0042", note="Calls on Thursday")
    elif way in {"back", "dispute"}:
        reason = desk.library.campaigns()[0].campaign.handoff.reasons[1]
        desk.sales.send_back(item, reason, "Nothing before next year")


def _screens(walk: Everywhere) -> Iterator[Screen]:
    walk._go("lists")
    overview = walk.window.place.lists.overview
    overview.table.choose(next(at for at, row in enumerate(overview.model.rows) if row.list_id))
    walk.until(lambda: overview.fates.fates is not None)
    yield "what-became-of-a-list", walk.shell
    walk._go("handoff")
    place = walk.window.handoff
    yield "next-batch", walk.shell
    place.next_page.card.edit.click()
    walk.settle()
    yield "tables-for-crms", walk.shell
    place.tables.leave()
    for tab, name in TABS.items():
        place.tabs.choose(tab)
        walk.settle()
        yield name, walk.shell
    place.tabs.choose("lessons")
    for report, name in REPORTS.items():
        part = place.parts["lessons"].parts[report]
        place.parts["lessons"].reports.choose(report)
        if report == "digest":
            part.week.choose("2026-W12")
        walk.settle()
        yield name, walk.shell


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        [each for each in ("light", "dark") if each in sys.argv[2:]] or ["light", "dark"],
    )
