"""What is done beside an outcome: each is asked above its button, saved, said, and undone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from qualdesk.core.beside import BesideCall, BesideKind
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import AttemptId, LeadId, MeetingId
from qualdesk.core.lead_words import lead_words
from qualdesk.core.research import Researched
from qualdesk.core.times import both_clocks, local_time
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk import Desk
from qualdesk.desk.beside import BesideDone, Offered
from qualdesk.qt.call_desk.asks import Asks
from qualdesk.qt.call_desk.at_desk import AtDesk
from qualdesk.qt.call_desk.notice import Notice
from qualdesk.qt.call_desk.popovers.beside import FoundPopOver, MaterialPopOver, OptInPopOver
from qualdesk.qt.call_desk.popovers.sales import SalesPopOver
from qualdesk.qt.call_desk.view import DeskView
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.desk.meetings import HandOver, SlotRead
    from qualdesk.desk.researching import FoundOut

T = TypeVar("T")
_FOR_CALENDARS: Final = tr_later("Write a calendar file")
_WRITTEN: Final = tr_later("The calendar file is at {path}.")
NEEDS_A_CALL: Final = tr_later("This belongs to a call. Dial first.")


class BesideOutcomes(QObject):
    """Material, a yes to mails, a talk with sales, and what was looked up."""

    touched = Signal(object)
    """What an operation touched, as ``Changes``."""
    folder: Path
    """Where calendar files are written: a folder among the person's documents."""

    def __init__(  # noqa: PLR0917 - the parts of one page, put together in one place
        self,
        work: Work,
        at_desk: AtDesk,
        view: DeskView,
        asks: Asks,
        notice: Notice,
        clock: Clock,
    ) -> None:
        super().__init__(view)
        self._work, self._at, self._view = work, at_desk, view
        self._asks, self._notice, self._clock = asks, notice, clock
        self._rows: tuple[Researched, ...] = ()
        # For whom each pop-over was begun: what was typed stays until it is saved.
        self._begun: dict[type, LeadId] = {}
        self._last: BesideDone | None = None
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self.folder = Path(QStandardPaths.writableLocation(documents)) / "qualdesk"
        self._lead: LeadId | None = None

    def commands(self) -> dict[str, Callable[[], None]]:
        """What each key of the shortcut table does here, by its id."""
        return {
            "send_material": self.ask_material,
            "opt_in": self.ask_opt_in,
            "hand_over": self.ask_sales,
            "looked_up": self.ask_found,
        }

    def ask_material(self) -> None:
        """Ask what they want to be sent."""
        if (card := self._here()) is None:
            return
        over = self._asks.made(MaterialPopOver, self._take_material)

        def ready(offered: Offered) -> None:
            if self._is_still(card):
                if self._is_new(MaterialPopOver, card):
                    over.begin(card.lead.contact.name, offered, self._clock.now())
                self._asks.show_over(over, self._anchor, over.first)

        self._ask(lambda desk: desk.beside.offered(card.lead.id, card.language), ready)

    def ask_opt_in(self) -> None:
        """Show the words to read out, and ask for the address."""
        card = self._in_a_call()
        if card is None:
            return
        over = self._asks.made(OptInPopOver, self._take_opt_in)

        def ready(offered: Offered) -> None:
            if self._is_still(card):
                if self._is_new(OptInPopOver, card):
                    over.begin(card.lead.contact.name, offered)
                self._asks.show_over(over, self._anchor, over.address)

        self._ask(lambda desk: desk.beside.offered(card.lead.id, card.language), ready)

    def ask_sales(self) -> None:
        """Show what to say to sales, and ask who takes it and when."""
        card = self._in_a_call()
        if card is None:
            return
        over = self._asks.made(SalesPopOver, self._take_sales, self._wire_sales)

        def ready(found: "HandOver") -> None:
            if self._is_still(card):
                over.begin(card.lead.contact.name, found, keep=not self._is_new(SalesPopOver, card))
                self._asks.show_over(over, self._anchor, over.first)

        self._ask(lambda desk: desk.meetings.hand_over_to(card.lead.id), ready)

    def ask_found(self) -> None:
        """Show what the caller looks up, and ask what they found."""
        over = self._asks.made(FoundPopOver, self._take_found)

        def ready(rows: tuple[Researched, ...]) -> None:
            self._rows = rows
            over.begin([self._row(one) for one in rows])
            self._asks.show_over(over, self._anchor, over.options if rows else over.cancel)

        self._ask(lambda desk: desk.researching.mine(), ready)

    def undo_last(self) -> bool:
        """Take back what was done last beside the outcome of this lead; False when nothing was."""
        last, card = self._last, self._at.card
        if last is None or card is None or card.lead.id not in last.changes.leads:
            return False
        self._undo(last)
        return True

    @property
    def _anchor(self) -> QWidget:
        """Above which button the pop-overs stand: that of more outcomes, where it is seen."""
        bar = self._view.bar
        return bar.more if bar.more.isVisible() else bar.main

    def _take_material(self) -> None:
        over = self._asks.made(MaterialPopOver, self._take_material)
        of: LeadId | AttemptId | None = self._at.attempt or self._lead
        what, address, day = over.what, over.address.text().strip(), over.wanted_on
        if of is not None:
            self._do(
                lambda desk: desk.beside.send_material(of, what, address=address, wanted_on=day),
                over.complain,
            )

    def _take_opt_in(self) -> None:
        over = self._asks.made(OptInPopOver, self._take_opt_in)
        attempt, address = self._at.attempt, over.address.text().strip()
        language = self._at.card.language if self._at.card else ""
        if attempt is not None:
            self._do(
                lambda desk: desk.beside.opt_in(attempt, language=language, address=address),
                over.complain,
            )

    def _take_sales(self) -> None:
        over = self._asks.made(SalesPopOver, self._take_sales)
        attempt, name, slot = self._at.attempt, over.salesperson, over.reading
        minutes = over.minutes.figure
        if attempt is None:
            return
        if slot is None:
            self._do(lambda desk: desk.meetings.hand_over(attempt, name), over.complain)
        else:
            promise = slot.promise
            self._do(
                lambda desk: desk.meetings.book(attempt, name, promise, minutes), over.complain
            )

    def _take_found(self) -> None:
        over = self._asks.made(FoundPopOver, self._take_found)
        if not 0 <= over.which < len(self._rows):
            return
        row = self._rows[over.which]
        number, note = over.number.text().strip(), over.note.text().strip()

        def done(found: "FoundOut") -> None:
            self._asks.close()
            self._notice.say("ok", found.says)
            self.touched.emit(found.changes)

        self._ask(
            lambda desk: desk.researching.found(row.lead_id, number=number, note=note),
            done,
            over.complain,
        )

    def _wire_sales(self, over: SalesPopOver) -> None:
        over.text_typed.connect(lambda text: self._read_slot(over, text))

    def _read_slot(self, over: SalesPopOver, text: str) -> None:
        lead_id, name, minutes = self._lead, over.salesperson, over.minutes.figure
        if lead_id is None:
            return

        def found(read: "SlotRead") -> None:
            promise = read.promise
            says = both_clocks(promise.at, promise.zone, self._at.zone)
            over.read(text, replace(read, says=says))

        def refused(error: QualdeskError) -> None:
            over.read(text, None, error.says)

        self._work.ask(
            lambda desk: desk.meetings.read_slot(text, lead_id, name, minutes),
            found,
            owner=self,
            refused=refused,
        )

    def _do(self, what: Callable[[Desk], BesideDone], complain: Callable[[str], None]) -> None:
        """Save it; what cannot be saved is said in the pop-over, and nothing typed is lost."""

        def done(saved: BesideDone) -> None:
            self._asks.close()
            self._begun.clear()
            self._say(saved)

        self._ask(what, done, complain)

    def _say(self, saved: BesideDone) -> None:
        self._last = saved
        self._know(next(iter(saved.changes.leads)), saved.beside)
        self.touched.emit(saved.changes)
        ways = [(tr("Undo"), lambda: self._undo(saved))]
        talks = saved.beside.meetings if saved.kind is BesideKind.MEETING else ()
        if any(one.id == saved.number and one.promise for one in talks):
            ways.append((tr(_FOR_CALENDARS), lambda: self._save_invitation(saved)))
        self._notice.offer("ok", "", saved.says, *ways)

    def _save_invitation(self, saved: BesideDone) -> None:
        folder, number = self.folder, MeetingId(saved.number)

        def done(path: Path) -> None:
            self._notice.say("ok", tr(_WRITTEN, path=path))

        self._ask(lambda desk: desk.meetings.write_invitation(number, folder), done)

    def _undo(self, saved: BesideDone) -> None:
        lead_id = next(iter(saved.changes.leads))
        self._last = None

        def work(desk: Desk) -> BesideCall:
            desk.beside.undo(saved.kind, saved.number)
            return desk.beside.of(lead_id)

        def done(there: BesideCall) -> None:
            self._know(lead_id, there)
            self._notice.say("info", tr("Taken back."))
            self.touched.emit(saved.changes)

        self._ask(work, done)

    def _know(self, lead_id: LeadId, there: BesideCall) -> None:
        """Show it, if its lead is still the one at the desk."""
        card = self._at.card
        if card is not None and card.lead.id == lead_id:
            self._at.card = replace(card, beside=there)
            self._view.lead.show_noted(there)

    def _row(self, one: Researched) -> tuple[str, str, str]:
        until = tr("until {until:%H:%M}", until=local_time(one.until, self._at.zone))
        name = ", ".join(part for part in (one.name, one.company) if part)
        return name, until, one.says.partition(": ")[2] or lead_words(one.says)

    def _here(self) -> CallCard | None:
        card = self._at.card
        self._lead = card.lead.id if card else None
        return card

    def _in_a_call(self) -> CallCard | None:
        card = self._here()
        if card is not None and self._at.attempt is None:
            self._notice.say("info", tr(NEEDS_A_CALL))
            return None
        return card

    def _is_new(self, kind: type, card: CallCard) -> bool:
        """Whether a pop-over is to begin anew: for another lead, or after it was saved."""
        is_new = self._begun.get(kind) != card.lead.id
        self._begun[kind] = card.lead.id
        return is_new

    def _is_still(self, card: CallCard) -> bool:
        return self._at.card is not None and self._at.card.lead.id == card.lead.id

    def _ask(
        self,
        what: Callable[[Desk], T],
        done: Callable[[T], None],
        complain: Callable[[str], None] | None = None,
    ) -> None:
        def refused(error: QualdeskError) -> None:
            if complain is not None:
                complain(error.says)
            else:
                self._notice.say("warn", error.says)

        self._work.ask(what, done, owner=self, refused=refused)
