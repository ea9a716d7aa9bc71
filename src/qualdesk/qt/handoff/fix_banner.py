"""The one thing that keeps leads here, as a line over the table, with what mends it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from qualdesk.core.next_batch import BatchLead
from qualdesk.core.routing_words import add_words
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal


class FixBanner(Banner):
    """Names one lead that lacks something, and offers what mends it; the others come after it."""

    rule_wanted = Signal(object)
    """The :class:`RoutingRule` that is missing, as far as it is known."""
    person_wanted = Signal(object)
    """The :class:`BatchLead` somebody is to be chosen for."""
    show_wanted = Signal(object)
    """The :class:`BatchLead` is to be shown: its brief says what it lacks."""

    def __init__(self) -> None:
        super().__init__("warn")
        # It goes across the card from edge to edge, as the heading of the table does.
        self._radius = 0
        self._row.setContentsMargins(16, 6, 12, 6)
        self.lead: BatchLead | None = None
        """The lead it names; None while nothing keeps any lead here."""
        self._first: BatchLead | None = None
        self._blocked = self._alone = 0
        self.pressed.connect(self._mend)
        self.other_pressed.connect(self._choose)
        self.show_blocked(())

    def show_blocked(self, blocked: Sequence[BatchLead]) -> None:
        """These are the leads that lack something; the first of them is named."""
        self._first = next(iter(blocked), None)
        self._blocked = len(blocked)
        self._alone = sum(one.fix is not None for one in blocked)
        self.lead = None
        self.point_at(None)

    def point_at(self, lead: BatchLead | None) -> None:
        """Name this lead, one of those shown; None for the first of them."""
        wanted = lead or self._first
        if wanted is self.lead and wanted is not None:
            return
        self.lead = wanted
        reveal(self, shown=wanted is not None)
        if wanted is not None:
            self._name(wanted)

    def _name(self, lead: BatchLead) -> None:
        is_about_people = lead.fix is not None
        many = self._alone if is_about_people else self._blocked - self._alone
        title = (
            tr_n(many, "{n:,} lead has no one to go to", "{n:,} leads have no one to go to")
            if is_about_people
            else tr_n(many, "{n:,} lead lacks something", "{n:,} leads lack something")
        )
        says = f"{lead.name}: {ended(lead.lacks)}"
        more = self._blocked - 1
        if more:
            others = tr_n(more, "{n:,} other stays here too.", "{n:,} others stay here too.")
            says = f"{says} {others}"
        if lead.fix is not None:
            self.set("warn", title, says, action=add_words(lead.fix), other=tr("Choose a person"))
        else:
            self.set("warn", title, says, action=tr("Show"))

    def _mend(self) -> None:
        if self.lead is None:
            return
        if self.lead.fix is not None:
            self.rule_wanted.emit(self.lead.fix)
        else:
            self.show_wanted.emit(self.lead)

    def _choose(self) -> None:
        if self.lead is not None:
            self.person_wanted.emit(self.lead)


def ended(lacks: Sequence[str]) -> str:
    """What a lead lacks as sentences; a question keeps its own mark."""
    says = " ".join(one if one.endswith((".", "?", "!")) else f"{one}." for one in lacks)
    return says or tr("Something is missing.")
