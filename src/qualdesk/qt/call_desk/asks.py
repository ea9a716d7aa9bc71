"""What the outcomes ask for: opens the right pop-over, and says what was decided in it."""

from collections.abc import Callable, Sequence
from dataclasses import field
from typing import Any, Final, TypeVar, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from qualdesk.core.cards import CallCard
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.frozen import frozen
from qualdesk.core.outcomes import After, Outcome
from qualdesk.core.questions import Aside
from qualdesk.core.read_back import place_words
from qualdesk.core.research import time_words
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import listed, tr, tr_later, tr_n
from qualdesk.desk.called import CallbackRead
from qualdesk.desk.endings import skip_reasons
from qualdesk.qt.call_desk.call_back_times import CallBackTimes
from qualdesk.qt.call_desk.lead_panel import beside_ours
from qualdesk.qt.call_desk.popovers.asking import Asking
from qualdesk.qt.call_desk.popovers.at_hand import ObjectionsPopOver, PriorityPopOver
from qualdesk.qt.call_desk.popovers.beside import ResearchPopOver
from qualdesk.qt.call_desk.popovers.call_back import CallBackPopOver
from qualdesk.qt.call_desk.popovers.others import (
    DoNotCallPopOver,
    LinePopOver,
    MorePopOver,
    NurturePopOver,
    ReasonPopOver,
    ReferralPopOver,
)
from qualdesk.qt.widgets.popover import PopOver

_PopOver = TypeVar("_PopOver", bound=PopOver)


@frozen
class Chosen:
    """An outcome with all it needs, and the line that says so on its key."""

    outcome: Outcome
    says: str = ""
    said: dict[str, Any] = field(default_factory=dict)


class Asks(QObject):
    """The pop-overs of the desk, each made when it is first needed. One is open at a time."""

    chosen = Signal(object)
    """``Chosen``: an outcome was given all it needs."""
    more_chosen = Signal(str)
    """One of the rare outcomes was chosen; its code."""
    beside_chosen = Signal(str)
    """Something beside an outcome was chosen; the id of its command."""
    referral_given = Signal(dict)
    stop_given = Signal(str, str, str)
    """Scope, who asked, number."""
    skip_given = Signal(str)
    jump_given = Signal(str)

    def __init__(self, page: QWidget, times: CallBackTimes, clock: Clock, our_zone: str) -> None:
        super().__init__(page)
        self._page, self._times, self._clock, self._our_zone = page, times, clock, our_zone
        self._made: dict[object, PopOver] = {}
        self._number = ""
        self._outcome: Outcome | None = None
        self._lead: CallCard | None = None
        self._back: tuple[int, dict[str, str]] = (0, {})

    @property
    def open_one(self) -> PopOver | None:
        """The pop-over that is open, if any."""
        return next((each for each in self._made.values() if each.isVisible()), None)

    def close(self) -> None:
        """Close whatever is open; what was typed stays for the next time."""
        if self.open_one is not None:
            self.open_one.close_over()

    def typed_fields(self) -> tuple[tuple[str, str], ...]:
        """What stands typed in the pop-over that is open, by the name of each field."""
        over = self.open_one
        fields = over.findChildren(QLineEdit) if over is not None else []
        found = [(each.accessibleName(), each.text().strip()) for each in fields]
        return tuple((name, text) for name, text in found if text)

    def put_back(self, lead_id: int, fields: Sequence[tuple[str, str]]) -> None:
        """Keep what stood in a pop-over when the program ended, until it opens for that lead."""
        self._back = (lead_id, dict(fields))

    def ask(self, outcome: Outcome, card: CallCard, anchor: QWidget) -> None:
        """Ask for what an outcome needs."""
        self._outcome, self._lead = outcome, card
        if outcome.after is After.PROMISE:
            self._ask_time(card, anchor)
        elif outcome.after is After.DATE:
            self._ask_date(outcome, card, anchor)
        elif outcome.after is After.RESEARCH:
            self._ask_research(card, anchor)
        elif outcome.needs_reason:
            self._ask_reason(outcome, card, anchor)
        else:
            self._ask_line(outcome, anchor)

    def ask_stop(self, card: CallCard, number: str, anchor: QWidget) -> None:
        """Ask what is not to be called any more."""
        contact = card.lead.contact
        over = self._get(DoNotCallPopOver, self._take_stop)
        holds = [tr_n(len(contact.phones), "{n} number", "{n} numbers")]
        if contact.emails:
            holds.append(tr_n(len(contact.emails), "{n} e-mail", "{n} e-mails"))
        shown = next((p.shown or p.e164 for p in contact.phones if p.e164 == number), number)
        over.begin(contact.name, shown, contact.company_name, listed(holds))
        self._number = number
        self._open(over, anchor, over.options)
        self._times.several(over.offer_house)

    def ask_referral(self, card: CallCard, anchor: QWidget) -> None:
        """Ask who else there is to talk to."""
        over = self._get(ReferralPopOver, self._take_referral)
        if self._lead is not card or not over.name.text():
            over.begin(card.lead.contact.name, card.lead.contact.company_name)
        self._lead = card
        self._give_back(over, card)
        self._open(over, anchor, over.name)

    def ask_skip(self, card: CallCard, anchor: QWidget) -> None:
        """Ask why a lead is skipped."""
        over = self._get(ReasonPopOver, self._take_reason)
        self._outcome = None
        reasons = tuple(one.label for one in skip_reasons())
        over.begin(tr("Skip {name}", name=card.lead.contact.name), reasons)
        self._open(over, anchor, over.options)

    def ask_more(self, outcomes: list[Outcome], card: CallCard, anchor: QWidget) -> None:
        """Offer the outcomes that have no key of their own now."""
        over = self._get(MorePopOver, self._take_more)
        known = card.consequences
        over.begin(
            [(o.code, o.label, known[o.code].says if o.code in known else "") for o in outcomes]
        )
        self._open(over, anchor, over.options)

    def made(
        self,
        kind: Callable[[QWidget], _PopOver],
        take: Callable[[], None] | None,
        wire: Callable[[_PopOver], None] | None = None,
    ) -> _PopOver:
        """A pop-over of another part of the desk: made once, and one of those that open here."""
        is_new = kind not in self._made
        over = self._get(kind, take)
        if is_new and wire is not None:
            wire(over)
        return over

    def show_over(self, over: PopOver, anchor: QWidget, first: QWidget | None) -> None:
        """Open a pop-over of another part of the desk above its button."""
        self._open(over, anchor, first)

    def ask_question(self, names: tuple[tuple[str, str], ...], anchor: QWidget) -> None:
        """Ask which question to go to."""
        # Its list brings many kinds of lists with it, which a start has no use for.
        from qualdesk.qt.call_desk.popovers.jump import JumpPopOver

        def go() -> None:
            over.close_over()
            self.jump_given.emit(over.question)

        over = self._get(JumpPopOver, go)
        over.begin(names)
        self._open(over, anchor, over.letters)

    def show_priority(self, card: CallCard, anchor: QWidget) -> None:
        """List the parts of the lead's place in the queue."""
        over = self._get(PriorityPopOver, None)
        over.show_parts(card.priority)
        self._open(over, anchor, None)

    def show_objections(self, asides: Sequence[Aside], anchor: QWidget) -> None:
        """List what to say to an objection."""
        over = self._get(ObjectionsPopOver, None)
        over.show_asides(asides)
        self._open(over, anchor, None)

    def _ask_time(self, card: CallCard, anchor: QWidget) -> None:
        over = self._get(CallBackPopOver, self._take_time)
        zone = next(iter(card.lead.contact.zones), card.campaign.window.zone)
        beside = beside_ours(self._clock.now(), zone, self._our_zone)
        minutes = int(card.campaign.limits.grace.total_seconds()) // 60
        today = local_time(self._clock.now(), zone).date()
        call = (card.lead.id, len(card.past_calls))
        if over.begun_for != call:
            over.begin(place_words(card.lead.contact), beside, self._our_zone, minutes, today)
            over.begun_for = call
        self._give_back(over, card)
        self._open(over, anchor, over.when)
        self._times.suggest(card.lead.id, over.suggest)
        self._times.hours(card.lead.id, over.show_hours)

    def _read_time(self, text: str) -> None:
        over, card = self._get(CallBackPopOver, self._take_time), self._lead
        if card is None:
            return

        def refused(error: QualdeskError) -> None:
            over.read(text, None, error.says)

        def found(read: CallbackRead) -> None:
            over.read(text, read)

        self._times.read(card.lead.id, text, found, refused)

    def _ask_date(self, outcome: Outcome, card: CallCard, anchor: QWidget) -> None:
        over = self._get(NurturePopOver, self._take_date)
        zone = next(iter(card.lead.contact.zones), card.campaign.window.zone)
        track = card.campaign.source.nurture if card.campaign.source else ""
        then = card.consequences.get(outcome.code)
        now = self._clock.now()
        back_at = (then and then.next_at) or now + outcome.delay
        usual = local_time(back_at, zone).date()
        over.begin(card.lead.contact.name, now, zone, usual, track)
        self._open(over, anchor, over.until)

    def _ask_research(self, card: CallCard, anchor: QWidget) -> None:
        over = self._get(ResearchPopOver, self._take_research)
        over.begin(card.lead.contact.name)
        self._open(over, anchor, over.line)

    def _ask_reason(self, outcome: Outcome, card: CallCard, anchor: QWidget) -> None:
        over = self._get(ReasonPopOver, self._take_reason)
        over.begin(
            tr("{name} is not a fit", name=card.lead.contact.name), outcome.reasons, ask_else=True
        )
        self._open(over, anchor, over.options)

    def _ask_line(self, outcome: Outcome, anchor: QWidget) -> None:
        over = self._get(LinePopOver, self._take_line)
        title, placeholder = _LINES.get(outcome.code, (outcome.label, _ANY_LINE))
        needed = tr("Type a line, so that the next person knows.") if outcome.needs_note else ""
        if outcome.code == "number_changed":
            needed = tr("Type the new number, or choose “Not in service”.")
        over.begin(tr(title), tr(placeholder), needed=needed)
        self._open(over, anchor, over.line)

    def _take_time(self) -> None:
        over = self._get(CallBackPopOver, None)
        read = over.reading
        if read is not None:
            wall = read.promise.wall
            says = f"{day_words(wall.date())}, {wall:%H:%M}"
            self._decide(
                says,
                callback_at=read.promise,
                for_anyone=over.is_for_anyone,
                for_whom=over.for_whom,
                remind=over.remind,
            )

    def _take_date(self) -> None:
        over = self._get(NurturePopOver, None)
        if over.day is not None:
            track = over.track.text().strip()
            self._decide(
                tr("until {day}", day=day_words(over.day)), nurture_until=over.day, track=track
            )

    def _take_research(self) -> None:
        over = self._get(ResearchPopOver, None)
        line = over.line.text().strip()
        says = tr("yours for {time}", time=time_words(over.time))
        self._decide(says, research_for=over.time, reason=line, note=line)

    def _take_reason(self) -> None:
        over = self._get(ReasonPopOver, None)
        if self._outcome is None:
            over.close_over()
            self.skip_given.emit(over.reason)
        else:
            if name := over.who_else.text().strip():
                # Before the outcome: whoever they named is kept whatever becomes of it.
                self.referral_given.emit({"name": name, "title": "", "number": "", "how": "queue"})
            self._decide(tr(over.chosen) or over.reason, reason=over.reason)

    def _take_line(self) -> None:
        text = self._get(LinePopOver, None).text
        code = self._outcome.code if self._outcome else ""
        kind = "new_number" if code == "number_changed" else "hint"
        if self._outcome is not None and self._outcome.needs_note:
            kind = "note"
        self._decide(text, **({kind: text} if text else {}))

    def _take_referral(self) -> None:
        over = self._get(ReferralPopOver, None)
        given = {
            "name": over.name.text().strip(),
            "title": over.role.text().strip(),
            "number": over.number.text().strip(),
            "how": over.how,
        }
        over.name.clear()
        over.close_over()
        self.referral_given.emit(given)

    def _take_stop(self) -> None:
        over = self._get(DoNotCallPopOver, None)
        over.close_over()
        number = self._number if over.scope == "number" else ""
        self.stop_given.emit(over.scope, over.who_asked, number)

    def _take_more(self) -> None:
        over = self._get(MorePopOver, None)
        over.close_over()
        self.more_chosen.emit(over.code)

    def _decide(self, says: str, **said: Any) -> None:
        outcome = self._outcome
        self.close()
        if outcome is not None:
            self.chosen.emit(Chosen(outcome=outcome, says=says, said=said))

    def _open(self, over: PopOver, anchor: QWidget, first: QWidget | None) -> None:
        self.close()
        over.open(anchor, first)

    def _give_back(self, over: PopOver, card: CallCard) -> None:
        """Fill the fields of the pop-over these words were typed in, once."""
        lead_id, texts = self._back
        fields = {each.accessibleName(): each for each in over.findChildren(QLineEdit)}
        if texts and lead_id == card.lead.id and texts.keys() <= fields.keys():
            self._back = (0, {})
            for name, text in texts.items():
                fields[name].setText(fields[name].text() or text)

    def _get(
        self, kind: Callable[[QWidget], _PopOver], take: Callable[[], None] | None
    ) -> _PopOver:
        if kind not in self._made:
            made = kind(self._page)
            self._made[kind] = made
            self._wire(made, take)
        return cast("_PopOver", self._made[kind])

    def _wire(self, over: PopOver, take: Callable[[], None] | None) -> None:
        if isinstance(over, Asking) and take is not None:
            over.accepted.connect(take)
        if isinstance(over, CallBackPopOver):
            over.text_typed.connect(self._read_time)
        if isinstance(over, MorePopOver):
            over.beside_pressed.connect(self.beside_chosen)
        if isinstance(over, ReasonPopOver):
            over.referral_pressed.connect(self._else)

    def _else(self) -> None:
        if self._lead is not None:
            reason = self._get(ReasonPopOver, None)
            self.ask_referral(self._lead, reason)
            over = self._get(ReferralPopOver, None)
            if not over.name.text():
                over.name.setText(reason.who_else.text())
            reason.who_else.clear()


_ANY_LINE: Final = tr_later("A line for the next try")
_LINES: Final = {
    "gatekeeper": (
        tr_later("Who answered, and what did they say?"),
        tr_later("Reception: back after three"),
    ),
    "number_changed": (tr_later("The number changed"), tr_later("The new number")),
    "to_supervisor": (tr_later("Ask the supervisor"), tr_later("What is the question?")),
}
