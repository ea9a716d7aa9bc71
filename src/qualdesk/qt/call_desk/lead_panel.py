"""The left of the desk: who it is, why they are on the list, what happened before this call."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from qualdesk.core.beside import BesideCall, BesideKind
from qualdesk.core.cards import CallCard, DueCallback
from qualdesk.core.company import NO_COMPANY, CompanyStrip
from qualdesk.core.leads import Phone
from qualdesk.core.outcomes import PastCall
from qualdesk.core.owner_questions import ListAnswer
from qualdesk.core.phone_notes import note_words
from qualdesk.core.read_back import place_words
from qualdesk.core.sources import SourceCard, Touchpoint, TouchpointKind
from qualdesk.core.times import day_words, local_time, time_words
from qualdesk.core.touchpoint_words import did_words
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.call_desk.coming import LeftWord
from qualdesk.qt.call_desk.room import scrolling
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import IconButton, LinkButton
from qualdesk.qt.widgets.card import Card, Heading, Quote, Rule
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconRow, PersonRow

_ICONS: Final = {
    TouchpointKind.SCAN: "ticket",
    TouchpointKind.DEMO: "play",
    TouchpointKind.ATTENDED: "video",
    TouchpointKind.NO_SHOW: "x",
    TouchpointKind.ASKED_FOR_CALL: "phone-forwarded",
    TouchpointKind.GIVEAWAY: "gift",
    TouchpointKind.DOWNLOAD: "download",
    TouchpointKind.FORM_ANSWER: "list-checks",
    TouchpointKind.NOTE: "pencil-line",
    TouchpointKind.VISIT: "globe",
    TouchpointKind.OTHER: "circle",
}
_NOTED: Final = {
    BesideKind.MEETING: "phone-forwarded",
    BesideKind.MATERIAL: "send",
    BesideKind.OPT_IN: "mail",
}
_CALLS_SHOWN: Final = 6
_WORDS_SHOWN: Final = 3
_NONE: Final = timedelta()


class NumberRow(QWidget):
    """A number, what is known about the line, and a button that copies it."""

    copy_pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._row = IconRow("phone", face="body_strong", beside=True)
        self._copy = IconButton("copy", tr("Copy the number"))
        self._e164 = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._row, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._copy)
        self._copy.clicked.connect(lambda: self.copy_pressed.emit(self._e164))

    def set(self, phone: Phone, *, may_call: bool) -> None:
        """Show another number; it can be copied only while it may be called."""
        self._e164 = phone.e164
        shown = phone.shown or phone.raw
        dialable = phone.state.is_dialable
        hint = note_words(phone.note) or phone.kind.label if dialable else tr("cannot be dialled")
        self._row.set("phone" if dialable else "phone-off", shown, hint)
        self._copy.setVisible(dialable and may_call)
        self._copy.renamed(tr("Copy {number}", number=shown))


class LeadPanel(Card):
    """One lead and its source, as the caller must know them before a word is said."""

    copy_pressed = Signal(str)
    """The copy button of a number was pressed; the number, E.164."""
    ask_pressed = Signal()
    """Something about the list is not understood: its owner is to be asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = PersonRow()
        self._asked_back = Banner("warn")
        self._promise = IconRow("calendar-clock", face="body_medium")
        self._company = IconRow("building-2", face="body_strong")
        self._clock = IconRow("clock", face="body_strong")
        self._languages = IconRow("languages", face="body_strong", beside=True)
        self._came_by = Chip()
        # It keeps its room beside a long heading.
        self._came_by.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._source = PlainLabel(face="body", tone="text2", wrap=True)
        self._quote = Quote()
        self._count = PlainLabel(face="hint", tone="text2")
        self._before = Heading(tr("Before this call"), end=self._count)
        self._list_facts = QVBoxLayout()
        self.origin = LinkButton(tr("Where did you get my number?"), "origin")
        self.ask = LinkButton(tr("Ask the list owner"), "ask_owner")
        self.ask.clicked.connect(self.ask_pressed)
        self._zone, self._place, self._ours, self._may_call = "", "", "UTC", False
        self._lay_out()

    def show_card(self, card: CallCard, now: datetime, our_zone: str) -> None:
        """Show another lead; ``our_zone`` is the zone of the caller's own clock."""
        contact = card.lead.contact
        self._person.set(contact.name, contact.title)
        sent_back = (
            tr("Sales sent this lead back: {why}", why=card.asked_back) if card.asked_back else ""
        )
        self._asked_back.set("warn", "", sent_back)
        self._asked_back.setVisible(bool(sent_back))
        self._show_promise(card.callback)
        self._notices.show([("info", says) for says in card.notices])
        company = contact.company
        self._company.set("building-2", contact.company_name, company.about if company else "")
        self._zone = contact.zones[0] if contact.zones else ""
        self._place = place_words(contact)
        self._ours = our_zone
        self._may_call = card.decision.is_allowed
        self.tick(now)
        self.show_noted(card.beside)
        self._numbers.show(contact.phones)
        self._languages.set("languages", ", ".join(contact.languages))
        self._show_source(card)
        self._show_calls(card.past_calls, our_zone)
        self.show_beside(NO_COMPANY, (), now)
        self._area.verticalScrollBar().setValue(0)

    def show_beside(
        self, company: CompanyStrip, words: tuple[LeftWord, ...], now: datetime
    ) -> None:
        """Show what others left about the lead, and who else is at the company."""
        self._words.show(
            [
                (f"{word.left_by}, {time_words(word.left_at, self._ours, now=now)}", word.says)
                for word in words[:_WORDS_SHOWN]
            ]
        )
        lines = [("users", one.says(self._ours)) for one in company.colleagues]
        if company.yours_until is not None:
            until = local_time(company.yours_until, self._ours)
            lines.insert(
                0,
                ("message-square", tr("In conversation with you until {at:%H:%M}", at=until)),
            )
        if company.more:
            lines.append(("users", tr("and {more} more", more=company.more)))
        self._colleagues.show(lines)
        self._at_company.setVisible(bool(lines))

    def show_noted(self, noted: BesideCall) -> None:
        """Show what was noted beside the outcomes: talks with sales, material, yeses to mails."""
        lines = noted.lines_on(self._zone or self._ours)
        self._noted.show([(_NOTED[kind], says) for kind, says in lines])

    def tick(self, now: datetime) -> None:
        """Show what their clock shows now."""
        if not self._zone:
            self._clock.set("clock", tr("Their clock is not known"), tone="warn")
            return
        there = local_time(now, self._zone)
        tone = "ok" if self._may_call else "warn"
        text = tr("{now:%H:%M} in {place}", now=there, place=self._place)
        self._clock.set("clock", text, beside_ours(now, self._zone, self._ours), tone)

    def _show_promise(self, promise: DueCallback | None) -> None:
        """The promise this call keeps, and by how much it is late (Q4)."""
        if promise is None:
            self._promise.set("calendar-clock", "")
            return
        says = promise.says[:1].upper() + promise.says[1:]
        by = tr("by {caller}", caller=promise.owner) if promise.owner else ""
        tone = "bad" if promise.is_missed else "call"
        self._promise.set("calendar-clock", says, by, tone)

    def _show_source(self, card: CallCard) -> None:
        source = card.campaign.source
        self._came_by.set(card.lead.signals.source.label)
        notes = [t for t in card.lead.touchpoints if t.kind is TouchpointKind.NOTE]
        # Who named them is said in the sentence above; the same words below would say it twice.
        told = f"Referred by {card.referred_by}"
        did = [
            touch
            for touch in card.lead.touchpoints
            if touch.kind is not TouchpointKind.NOTE and touch.says != told
        ]
        self._source.setText(_source_words(source, card.referrers or (card.referred_by,), did))
        came = [("calendar-clock", card.lead.attendance_says)] if card.lead.attendance_says else []
        self._did.show([*came, *((_ICONS[touch.kind], did_words(touch)) for touch in did)])
        quote = notes[0] if notes else None
        self._quote.set(quote.says if quote else "", _whose(quote))
        facts = (source.who, *source.facts) if source else ()
        self._facts.show([("users", fact) for fact in facts])
        self.show_answers(card.list_answers)

    def show_answers(self, answers: Sequence[ListAnswer]) -> None:
        """Show what the owner of the list answered: whoever asked, it stands beside every lead."""
        says = tr_later("{who} on: {question}")
        self._answers.show(
            [(one.answer, tr(says, who=one.by, question=one.asks)) for one in answers]
        )

    def _show_calls(self, calls: tuple[PastCall, ...], zone: str) -> None:
        count = len(calls)
        said = tr_n(count, "{n} call", "{n} calls") if count else tr("no calls yet")
        self._count.setText(said)
        self._calls.show([("phone", call_words(call, zone)) for call in calls[:_CALLS_SHOWN]])

    def _lay_out(self) -> None:
        inside = QWidget()
        self._area = scrolling(inside, self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 13, 16, 14)
        column.setSpacing(10)
        self._lay_out_top(column)
        column.addWidget(Rule())
        column.addWidget(self._company)
        column.addWidget(self._clock)
        numbers = QVBoxLayout()
        numbers.setSpacing(2)
        self._numbers: Pool[NumberRow, Phone] = Pool(
            numbers, self._made_number, lambda row, phone: row.set(phone, may_call=self._may_call)
        )
        column.addLayout(numbers)
        column.addWidget(self._languages)
        column.addWidget(Rule())
        column.addWidget(Heading(tr("Why they are on the list"), end=self._came_by))
        column.addWidget(self._source)
        did = QVBoxLayout()
        did.setSpacing(6)
        self._did = _lines(did)
        column.addLayout(did)
        column.addWidget(self._quote)
        column.addWidget(self.origin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Rule())
        column.addWidget(self._before)
        calls = QVBoxLayout()
        calls.setSpacing(6)
        self._calls = _lines(calls, tone="text2")
        column.addLayout(calls)
        column.addWidget(self._made_company())
        column.addWidget(self._made_about())
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self._area)

    def _lay_out_top(self, column: QVBoxLayout) -> None:
        """Who it is, and what to know before dialling."""
        words = QVBoxLayout()
        words.setSpacing(6)
        self._words: Pool[Banner, tuple[str, str]] = Pool(words, lambda: Banner("call"), _say_word)
        column.addLayout(words)
        for part in (self._person, self._asked_back, self._promise):
            column.addWidget(part)
        notices = QVBoxLayout()
        notices.setSpacing(6)
        self._notices = _lines(notices)
        column.addLayout(notices)
        noted = QVBoxLayout()
        noted.setSpacing(6)
        self._noted = _lines(noted)
        column.addLayout(noted)

    def _made_company(self) -> QWidget:
        self._at_company = QWidget()
        column = QVBoxLayout(self._at_company)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Rule())
        column.addWidget(Heading(tr("Others at this company")))
        lines = QVBoxLayout()
        lines.setSpacing(6)
        self._colleagues = _lines(lines, tone="text2")
        column.addLayout(lines)
        return self._at_company

    def _made_about(self) -> QWidget:
        self._about = QWidget()
        column = QVBoxLayout(self._about)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Rule())
        column.addWidget(Heading(tr("About this list")))
        self._list_facts.setSpacing(6)
        column.addLayout(self._list_facts)
        self._facts = _lines(self._list_facts, tone="text2")
        answers = QVBoxLayout()
        answers.setSpacing(6)
        self._answers: Pool[Quote, tuple[str, str]] = Pool(
            answers, Quote, lambda quote, said: quote.set(*said)
        )
        column.addLayout(answers)
        asking = QHBoxLayout()
        asking.addWidget(self.ask)
        asking.addStretch(1)
        column.addLayout(asking)
        return self._about

    def _made_number(self) -> NumberRow:
        row = NumberRow()
        row.copy_pressed.connect(self.copy_pressed)
        return row


def _say_word(banner: Banner, word: tuple[str, str]) -> None:
    banner.set("call", *word, icon="message-square")


def _lines(layout: QVBoxLayout, tone: str = "text") -> Pool[IconRow, tuple[str, str]]:
    """Rows of an icon and words."""
    return Pool(layout, lambda: IconRow(tone=tone), lambda row, line: row.set(*line))


def beside_ours(now: datetime, theirs: str, ours: str) -> str:
    """How their clock differs from ours, in words."""
    there, here = local_time(now, theirs), local_time(now, ours)
    ahead = (there.utcoffset() or _NONE) - (here.utcoffset() or _NONE)
    if not ahead:
        return tr("Same time as you")
    minutes = abs(int(ahead.total_seconds())) // 60
    hours, rest = divmod(minutes, 60)
    time = (
        tr("{hours} h {minutes} min", hours=hours, minutes=rest)
        if rest
        else tr("{hours} h", hours=hours)
    )
    if ahead > _NONE:
        return tr("{time} ahead of you", time=time)
    return tr("{time} behind you", time=time)


def _source_words(
    source: SourceCard | None, referrers: Sequence[str], did: list[Touchpoint]
) -> str:
    """What it was, where, when, and who saw them there."""
    if any(referrers):
        return _referred_by(referrers)
    if source is None:
        return tr("Nobody has written down yet what this list is.")
    first = next((t for t in did if t.at is not None), None)
    parts = [", ".join(part for part in (source.what.rstrip("."), source.place) if part)]
    if first is not None and first.at is not None:
        parts.append(day_words(first.at.date()))
    words = ". ".join(parts)
    by = next((t.by for t in did if t.by), "")
    said = tr("{what}, seen by {who}.", what=words, who=by) if by else f"{words}."
    if did:
        return said
    to = source.responding_to.rstrip(".")
    return f"{said} {tr('They responded to {what}.', what=to)}"


def _referred_by(referrers: Sequence[str]) -> str:
    """Who named them, who named that one, and so on."""
    says = referrers[-1]
    for name in reversed(referrers[:-1]):
        says = tr("{name}, who was referred by {others}", name=name, others=says)
    return tr("Referred by {names}.", names=says)


def _whose(note: Touchpoint | None) -> str:
    if note is None:
        return ""
    return tr("Noted by {who}", who=note.by) if note.by else tr("A note on the list")


def call_words(call: PastCall, zone: str) -> str:
    """A past call in a line: when, how long, who, what came of it, and what they noted."""
    when = day_words(local_time(call.started_at, zone).date())
    length = tr("{minutes} min", minutes=call.minutes) if call.minutes else ""
    said = ", ".join(part for part in (when, length, call.caller) if part)
    note = f". {call.note}" if call.note else ""
    return f"{said}: {tr(call.label)}{note}"
