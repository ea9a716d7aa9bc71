"""Leads handed to Lena Brandt, one in each state, and the page My leads over them."""

from datetime import date, timedelta
from pathlib import Path

from handoff_makers import a_brief
from qt.desks import Lanes
from qt.windows import BERLIN, Chosen, desk_on
from qualdesk.core.briefs import brief_to_json
from qualdesk.core.clock import SetClock
from qualdesk.core.handoff_states import BatchItem
from qualdesk.core.ids import ItemId
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.library import Library
from qualdesk.desk.way_back import WayBack
from qualdesk.qt.sales.page import MyLeadsPage
from qualdesk.store.database import Store
from qualdesk.store.handoff_items import load_item
from qualdesk.store.schema_calls import handoff_item
from sent_makers import a_salesperson
from way_back_makers import LENA, SAM, answer, leave, qualify

REASONS = (
    *("Wrong person", "No date in sight", "Already a customer", "Too small", "Not reachable"),
)
LENAS = ("Katrin Albers", "Marcus Hale", "Devi Kapoor", "Ines Fournier")
FIRM = {"Katrin Albers": "Elbkorn Foods", "Marcus Hale": "Avonbrook Dairy"}


class MyLeadsDesk:
    """Batch 1: Katrin and Marcus wait, Devi is taken, Ines sent back. Batch 2 went to Sam."""

    def __init__(self, store: Store, clock: SetClock, file: Path) -> None:
        self.store, self.clock, self.file = store, clock, file
        a_salesperson(store, "Lena Brandt")
        terms = HandoffTerms(receiver="Lena Brandt", reasons=REASONS)
        library = Library(store, clock, "Rosa")
        self.campaign = library.new_campaign("PackTech Expo 2026", handoff=terms)
        self.items = dict[str, ItemId]()
        self.leave(*LENAS)
        self.leave("Piotr Zielinski", to_sam=True)
        clock.advance(timedelta(hours=3))
        answer(store, self.items["Devi Kapoor"], note="Calls on Thursday")
        answer(store, self.items["Ines Fournier"], "Wrong person", "Left in January")

    def leave(self, *names: str, to_sam: bool = False) -> None:
        """Let people of these names leave, each with a brief that says something."""
        leads = {
            name: qualify(
                self.store, self.campaign, name, company_name=FIRM.get(name, f"{name} AG")
            )
            for name in names
        }
        to = SAM if to_sam else LENA
        day = date(2026, 3, 20)
        _, found = leave(self.store, self.campaign, *leads.values(), to=to, answer_by=day)
        with self.store.transaction() as tx:
            for name, lead in leads.items():
                self.items[name] = found[lead]
                company = FIRM.get(name, f"{name} AG")
                kept = brief_to_json(a_brief(lead_id=lead, name=name, company=company))
                this = handoff_item.update().where(handoff_item.c.id == found[lead])
                tx.connection.execute(this.values(brief=kept))

    def page(self, caller: str = "Lena Brandt") -> tuple[MyLeadsPage, Lanes]:
        """The page of this person, and its lanes."""
        lanes = Lanes(desk_on(self.file, self.clock, caller))
        return MyLeadsPage(lanes, self.clock, Chosen(), BERLIN), lanes

    def item(self, name: str) -> BatchItem:
        """How somebody stands with sales."""
        with self.store.reading() as tx:
            return load_item(tx, self.items[name])

    @property
    def way_back(self) -> WayBack:
        """What a supervisor does meanwhile, at another desk."""
        return WayBack(self.store, "Rosa")
