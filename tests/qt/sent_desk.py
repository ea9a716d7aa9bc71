"""A campaign with two batches at sales, one lead in each state, and the Hand-off place over it."""

from datetime import date, timedelta
from pathlib import Path

from qt.windows import BERLIN, Chosen, desk_on
from qualdesk.core.clock import SetClock
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk import Desk
from qualdesk.desk.library import Library
from qualdesk.qt.handoff.place import HandoffPlace
from qualdesk.qt.work import Work
from qualdesk.store.database import Store
from qualdesk.store.handoff_items import mark_read
from sent_makers import a_salesperson
from way_back_makers import LENA, SAM, answer, leave, qualify

REASONS = ("Wrong person", "No date in sight", "Already a customer")
FIRST = ("Katrin Albers", "Marcus Hale", "Devi Kapoor", "Ines Fournier")
SECOND = ("Piotr Zielinski", "Greta Boman")


class SentDesk:
    """Batch 1 went to Lena: taken, sent back, disputed, read; batch 2 to Sam, just now."""

    def __init__(self, store: Store, clock: SetClock, file: Path) -> None:
        self.store, self.clock, self.file = store, clock, file
        a_salesperson(store, "Lena Brandt")
        a_salesperson(store, "Sam Osei", zone="Europe/London", phone="")
        library = Library(store, clock, "Rosa")
        terms = HandoffTerms(receiver="Lena Brandt", reasons=REASONS)
        self.campaign = library.new_campaign("PackTech Expo 2026", handoff=terms)
        self.items: dict[str, str] = {}
        self._first_batch()
        clock.advance(timedelta(hours=20))
        self._leave(SECOND, date(2026, 3, 24))

    def _first_batch(self) -> None:
        self._leave(FIRST, date(2026, 3, 20))
        self.clock.advance(timedelta(hours=3))
        taken, back, disputed, read = (self.items[name] for name in FIRST)
        answer(self.store, taken, note="Calls her on Thursday")
        answer(self.store, back, "Wrong person", "Left the company in January")
        answer(self.store, disputed, "No date in sight", "Nothing before next year")
        with self.store.transaction() as tx:
            mark_read(tx, read, "Lena Brandt")
        desk = self.desk()
        desk.way_back.dispute(disputed, "She named October on the phone.")
        desk.close()

    def _leave(self, names: tuple[str, ...], answer_by: date) -> None:
        to = LENA if names is FIRST else SAM
        leads = {
            name: qualify(self.store, self.campaign, name, company_name=f"{name.split()[1]} AG")
            for name in names
        }
        _, found = leave(self.store, self.campaign, *leads.values(), to=to, answer_by=answer_by)
        self.items |= {name: found[lead] for name, lead in leads.items()}

    def desk(self, caller: str = "Rosa") -> Desk:
        """Another desk on the same workspace; close it again."""
        return desk_on(self.file, self.clock, caller)()

    def place(self, chosen: Chosen) -> tuple[HandoffPlace, Work]:
        """The Hand-off page, at work on the campaign."""
        work = Work(desk_on(self.file, self.clock))
        return HandoffPlace(work, self.clock, chosen, BERLIN), work
