"""A campaign with two batches at sales, one lead in each state, and the Hand-off place over it."""

from datetime import date, timedelta
from pathlib import Path

from makers import make_clock
from qt.windows import BERLIN, Chosen, desk_on
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.handoff import Receiver
from qualdesk.core.ids import ItemId
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk import Desk
from qualdesk.qt.handoff.place import LESSONS, PARTS, HandoffPlace
from qualdesk.qt.work import Work
from qualdesk.store.database import Store
from qualdesk.store.handoff_items import mark_read
from sent_makers import a_salesperson
from way_back_makers import LENA, SAM, answer, leave, qualify

REASONS = ("Wrong person", "No date in sight", "Already a customer")
FIRST = ("Katrin Albers", "Marcus Hale", "Devi Kapoor", "Ines Fournier")
SECOND = ("Piotr Zielinski", "Greta Boman")


AGE = timedelta(hours=23)
"""How much later it is in the workspace than when it was begun."""


def filled(file: Path) -> Path:
    """Make such a workspace; copying it costs a hundredth of making one."""
    clock = make_clock()
    desk = desk_on(file, clock)()
    store = Store(f"sqlite:///{file}", clock=clock, durable=False)
    a_salesperson(store, "Lena Brandt")
    a_salesperson(store, "Sam Osei", zone="Europe/London", phone="")
    terms = HandoffTerms(receiver="Lena Brandt", reasons=REASONS)
    campaign = desk.library.new_campaign("PackTech Expo 2026", handoff=terms)
    first = _left(store, campaign, FIRST, LENA, date(2026, 3, 20))
    clock.advance(timedelta(hours=3))
    taken, back, disputed, read = (first[name] for name in FIRST)
    answer(store, taken, note="Calls her on Thursday")
    answer(store, back, "Wrong person", "Left the company in January")
    answer(store, disputed, "No date in sight", "Nothing before next year")
    with store.transaction() as tx:
        mark_read(tx, read, "Lena Brandt")
    desk.way_back.dispute(disputed, "She named October on the phone.")
    clock.advance(AGE - timedelta(hours=3))
    _left(store, campaign, SECOND, SAM, date(2026, 3, 24))
    store.close()
    desk.close()
    return file


class SentDesk:
    """Batch 1 went to Lena: taken, sent back, disputed, read; batch 2 to Sam, just now."""

    def __init__(self, clock: SetClock, file: Path) -> None:
        self.clock, self.file = clock, file
        clock.advance(AGE)
        desk = self.desk()
        self.campaign = desk.library.campaigns()[0].campaign
        batches = desk.handoff.batches(self.campaign.id)
        found = [item for one in batches for item in desk.way_back.items(one.batch_id)]
        self.items = {item.name: item.item_id for item in found}
        desk.close()

    def desk(self, caller: str = "Rosa") -> Desk:
        """Another desk on the same workspace; close it again."""
        return desk_on(self.file, self.clock, caller)()

    def place(self, chosen: Chosen) -> tuple[HandoffPlace, Work]:
        """The Hand-off page, at work on the campaign."""
        work = Work(desk_on(self.file, self.clock))
        parts = [part for part in PARTS if part.key != LESSONS]
        return HandoffPlace(work, self.clock, chosen, BERLIN, parts), work


def _left(
    store: Store, campaign: Campaign, names: tuple[str, ...], to: Receiver, answer_by: date
) -> dict[str, ItemId]:
    leads = {
        name: qualify(store, campaign, name, company_name=f"{name.split()[1]} AG") for name in names
    }
    _, found = leave(store, campaign, *leads.values(), to=to, answer_by=answer_by)
    return {name: found[lead] for name, lead in leads.items()}
