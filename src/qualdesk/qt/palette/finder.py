"""What the palette finds and does: asks the desk as letters are typed, and acts on a line."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from PySide6.QtGui import QGuiApplication

from qualdesk.core.cards import CallCard
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import LeadId
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.call_desk.from_outside import FromOutside
from qualdesk.qt.left_for_me import LeftForMe
from qualdesk.qt.palette.facts import facts_of
from qualdesk.qt.palette.hits import Hit, command_hits, company_hits, lead_hits
from qualdesk.qt.palette.layers import ENTER, HEADS, OPEN, Layer
from qualdesk.qt.shell import Shell
from qualdesk.qt.shortcuts import EVERYWHERE, works_here
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.desk.incoming import LookedUp
    from qualdesk.desk.searching import Found, FoundCompany, FoundLead
    from qualdesk.qt.palette.palette import Palette

_NOT_ITSELF: Final = frozenset({"palette", "calling_back"})


class Finder(QObject):
    """Ctrl+K and Ctrl+F: ``Finder(shell, work, page.from_outside, clock, zone)``."""

    changed = Signal(object)
    """What was touched, as ``Changes``."""

    def __init__(
        self, shell: Shell, work: Work, desk_page: FromOutside, clock: Clock, zone: str
    ) -> None:
        super().__init__(shell)
        self._shell, self._work, self._desk_page = shell, work, desk_page
        self._clock, self._zone = clock, zone
        self._palette: Palette | None = None
        self.left_for_me = LeftForMe(shell, work, zone, lambda: not desk_page.is_in_call)
        self._layers: list[Layer] = []
        self._asked: str | None = None
        self._timer = QElapsedTimer()
        shell.offer({"palette": self.open})

    @property
    def palette(self) -> "Palette":
        """The palette; made now where nobody searched before."""
        if self._palette is None:
            from qualdesk.qt.palette.palette import Palette

            made = self._palette = Palette(self._shell)
            made.field.textEdited.connect(self._typed)
            made.field.taken.connect(self._take)
            made.field.more_asked.connect(self._more)
            made.field.key_again.connect(made.close_over)
            made.back_asked.connect(self._back)
        return self._palette

    def open(self) -> None:
        """Search everything; the same key takes the palette away. The last search is there."""
        self._open("search")

    def open_calling(self) -> None:
        """Somebody is calling back: by their last digits or their name."""
        self._open("calling")

    def read_lead(self, lead_id: LeadId) -> None:
        """The card of somebody over the page, to be read; Esc leads back to the page."""

        def came(both: "tuple[FoundLead, LookedUp]") -> None:
            lead, found = both
            if self.palette.isVisible() or not self._shell.at:
                return
            self._close_others()
            self._layers = []
            self.palette.open(self._shell.page)
            self._show_card(lead, found)

        self._work.ask(
            lambda desk: (desk.search.lead(lead_id), desk.search.look_up(lead_id)),
            came,
            owner=self,
            refused=lambda error: self._shell.say("bad", "", error.says),
        )

    def _open(self, kind: str) -> None:
        if self.palette.isVisible():
            self.palette.close_over()
            return
        if not self._shell.at:
            return  # no workspace is open to be searched
        self._close_others()
        kept = self._layers[0] if self._layers else None
        text = kept.text if kept is not None and kept.kind == kind else ""
        self._layers = [Layer(kind=kind, text=text)]
        self.palette.open(self._shell.page or self._shell)
        self._show()
        self._ask(text)

    def _close_others(self) -> None:
        """One thing lies over the page at a time; what was typed in it stays."""
        self._shell.help.close_over()
        over = getattr(self._shell.page, "asked", None)
        if over is not None:
            over.close_over()

    def _typed(self, text: str) -> None:
        self._keep(text=text)
        if self._top.kind in {"search", "calling"}:
            self._ask(text)

    def _ask(self, text: str) -> None:
        """Ask the desk, one question at a time: of what is typed meanwhile only the last."""
        if self._asked is not None:
            return
        if not text.strip():
            from qualdesk.desk.searching import Found

            self._show_found(Found())
            return
        self._asked = text
        is_calling = self._layers[0].kind == "calling"
        self._timer.start()

        def find(desk: Desk) -> "Found":
            return desk.search.who_calls(text) if is_calling else desk.search.find(text)

        self._work.ask(find, self._arrived, owner=self, refused=self._refused)

    def _arrived(self, found: "Found") -> None:
        text, self._asked = self._asked, None
        if not self._layers or self._top.kind not in {"search", "calling"}:
            return
        if self._top.text != text:
            self._ask(self._top.text)
            return
        self._show_found(found)

    def _show_found(self, found: "Found") -> None:
        top = self._top
        text = top.text.strip()
        act = self._take_up if top.kind == "calling" else self._open_lead
        hits = lead_hits(found, act, self._open_lead) + company_hits(found, self._open_company)
        if top.kind == "search":
            hits += self._commands(text, found)
        people = sum(not one.is_heading for one in hits)
        count = (
            tr("{count} found in {time} ms", count=people, time=self._timer.elapsed())
            if text and hits
            else ""
        )
        if found.says and not found.leads and not found.companies:
            # A command that is meant comes before a person who is not here.
            nobody = self._nobody(found.says, text)
            hits = [*hits, Hit(title=tr("Leads")), *nobody] if hits else nobody
        self._keep(hits=tuple(hits), count=count, row=0 if text else -1)
        self._show_list()

    def _commands(self, text: str, found: "Found") -> list[Hit]:
        table = [each for each in works_here(self._shell.commands()) if each.id not in _NOT_ITSELF]
        # With nothing typed yet, what this page can do comes before what every page can.
        table.sort(key=lambda each: not text and each.where == EVERYWHERE)
        hits = command_hits(text, table, self._run, most=6 if text else len(table))
        own = self._of_company(found) if text else []
        if own:
            rest = hits[1:] if hits else []
            return [Hit(title=tr("Commands")), *own, *rest]
        return hits

    def _of_company(self, found: "Found") -> list[Hit]:
        """What can be done with the company that was found first."""
        company = next(iter(found.companies), None)
        if company is None:
            return []
        name = company.name
        hits = []
        if name == self._desk_page.company_name and "referral" in self._shell.commands():
            hits = [
                Hit(
                    title=tr("Do not call {name}…", name=name),
                    icon="ban",
                    keys="do_not_call",
                    act=lambda: self._run("do_not_call"),
                ),
                Hit(
                    title=tr("Add a referral at {name}", name=name),
                    icon="user-plus",
                    keys="referral",
                    act=lambda: self._run("referral"),
                ),
            ]
        everybody = Hit(
            title=tr("Show all leads from {name}", name=name),
            icon="list-filter",
            act=lambda: self._open_company(company),
        )
        return [*hits, everybody]

    def _nobody(self, says: str, text: str) -> list[Hit]:
        """Nobody is called so; a referral with that name where somebody is at the desk."""
        if self._top.kind == "calling" or "referral" not in self._shell.commands():
            return [Hit(title=says)]
        return [
            Hit(
                title=f"{says} {tr('Add a referral with this name?')}",
                icon="user-plus",
                keys="referral",
                act=lambda: self._refer(text),
            )
        ]

    def _open_lead(self, lead: "FoundLead") -> None:
        """Read the card of somebody, with what can be done; nothing is claimed."""
        self._work.ask(
            lambda desk: desk.search.look_up(lead.lead_id),
            lambda found: self._show_card(lead, found),
            owner=self,
            refused=self._refused,
        )

    def _show_card(self, lead: "FoundLead", found: "LookedUp") -> None:
        now = self._clock.now()
        facts = facts_of(lead, found.card, found.messages, now, self._zone)
        hits = tuple(self._acts(lead, found.card))
        self._into(Layer(kind="lead", text=lead.name, lead=lead, facts=facts, hits=hits))

    def _acts(self, lead: "FoundLead", card: CallCard | None) -> list[Hit]:
        hits = [self._take_up_hit(lead)]
        if lead.is_mine:
            hits.insert(
                0, Hit(title=tr("Go to the desk"), icon="headset", act=lambda: self._run("go_desk"))
            )
        # Dialled from the side, a colleague's lead would be rung by two.
        is_ours = not lead.held_by or lead.is_mine
        number = next(iter(card.lead.contact.dialable), None) if card and is_ours else None
        if card is not None and number is not None and card.decision.is_allowed:
            hits.append(
                Hit(
                    title=tr("Copy {number}", number=number.shown or number.e164),
                    icon="copy",
                    act=lambda: self._copy(number.e164),
                )
            )
        whom = lead.held_by if lead.held_by and not lead.is_mine else ""
        hits.append(
            Hit(
                title=tr("Leave {whom} a message", whom=whom) if whom else tr("Leave a message"),
                line="" if whom else tr("For whoever has this lead next."),
                icon="message-square",
                act=lambda: self._into(Layer(kind="message", lead=lead)),
            )
        )
        return hits

    def _take_up_hit(self, lead: "FoundLead") -> Hit:
        line = tr("Nothing is dialled; the call is written down as one that came in.")
        if lead.held_by and not lead.is_mine:
            line = tr("{who} has this lead and is told that you took the call.", who=lead.held_by)
        elif not lead.may_be_called:
            line = tr("They asked not to be called. You may speak to them; nothing is dialled.")
        return Hit(
            title=tr("They are calling: take the call"),
            line=line,
            icon="phone-incoming",
            act=lambda: self._take_up(lead),
        )

    def _open_company(self, company: "FoundCompany") -> None:
        """All leads of a company."""
        from qualdesk.desk.searching import Found

        def came(leads: "tuple[FoundLead, ...]") -> None:
            hits = lead_hits(Found(leads=leads), self._open_lead, self._open_lead)
            facts = (company.name, f"{company.line}.")
            self._into(Layer(kind="company", text=company.name, facts=facts, hits=tuple(hits)))

        self._work.ask(
            lambda desk: desk.search.company(company.id), came, owner=self, refused=self._refused
        )

    def _take_up(self, lead: "FoundLead") -> None:
        def came(card: CallCard) -> None:
            self._away()
            self._desk_page.taken_up(card)
            self._shell.show_page("desk")
            self.changed.emit(Changes(leads=frozenset({card.lead.id}), queue=True))

        has_hung_up = self._desk_page.is_wrapping_up
        self._work.ask(
            lambda desk: desk.search.take_up(lead.lead_id, has_hung_up=has_hung_up),
            came,
            owner=self,
            refused=self._refused,
        )

    def _leave(self, lead: "FoundLead", says: str) -> None:
        whom = lead.held_by if not lead.is_mine else ""

        def left(changes: Changes) -> None:
            self._layers.pop()
            self._show()
            self.palette.say("")
            self.changed.emit(changes)
            self._open_again(lead)

        self._work.ask(
            lambda desk: desk.search.leave_message(lead.lead_id, says, whom),
            left,
            owner=self,
            refused=self._refused,
        )

    def _open_again(self, lead: "FoundLead") -> None:
        """The card of somebody afresh, in place of the one that is shown."""
        if self._layers and self._top.kind == "lead":
            self._layers.pop()
        self._open_lead(lead)

    def _copy(self, e164: str) -> None:
        QGuiApplication.clipboard().setText(e164)
        self._away()

    def _refer(self, name: str) -> None:
        self._away()
        self._desk_page.refer(name)

    def _run(self, command: str) -> None:
        self._away()
        act = self._shell.commands().get(command)
        if act is not None:
            act()

    def _take(self) -> None:
        """Enter: what the line says, or leave the message."""
        top = self._top
        if top.kind == "message" and top.lead is not None:
            self._leave(top.lead, self.palette.field.text())
            return
        hit = self.palette.list.hit
        if hit is not None and hit.act is not None:
            self._keep(row=self.palette.list.currentIndex().row())
            hit.act()

    def _more(self) -> None:
        """Tab: more actions of a line."""
        hit = self.palette.list.hit
        if hit is not None and hit.more is not None:
            self._keep(row=self.palette.list.currentIndex().row())
            hit.more()

    def _back(self) -> None:
        """Esc: out of a card to the search, then away; what was typed stays."""
        if len(self._layers) <= 1:
            self.palette.close_over()
            return
        self._layers.pop()
        self._show()

    def _away(self) -> None:
        self._layers = self._layers[:1]
        self.palette.close_over()

    def _into(self, layer: Layer) -> None:
        self._layers.append(layer)
        self._show()

    @property
    def _top(self) -> Layer:
        return self._layers[-1]

    def _keep(self, **changed: object) -> None:
        self._layers[-1] = replace(self._top, **changed)  # type: ignore[arg-type]

    def _show(self) -> None:
        """Everything of the layer on top in its place."""
        top, palette = self._top, self.palette
        placeholder, hint, icon = HEADS[top.kind]
        palette.begin(tr(placeholder), tr(hint), top.text, icon=icon)
        palette.field.setReadOnly(top.kind in {"lead", "company"})
        if top.kind in {"search", "calling"}:
            palette.field.selectAll()
        palette.show_facts(top.facts)
        self._show_list()

    def _show_list(self) -> None:
        top = self._top
        self.palette.show_hits(top.hits, top.count, row=top.row)
        has_more = any(hit.more is not None for hit in top.hits)
        self.palette.name_keys(tr(ENTER.get(top.kind, OPEN)), has_more=has_more)

    def _refused(self, error: QualdeskError) -> None:
        self._asked = None
        self.palette.say(error.says)
