"""The calling rules: which place, whose, which hours, how sure; and why a place is not called."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal

from qualdesk.core.rules import ReviewDue
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.desk.calling_law import NOT_ADVICE
from qualdesk.qt.queue.rule_rows import (
    ALL,
    ASIDE,
    COLUMNS,
    DUE,
    STOPS,
    TESTS,
    WARNS,
    RuleRow,
    cell_of,
    searched,
)
from qualdesk.qt.queue.rule_side import RuleSide
from qualdesk.qt.queue.searched import SearchedView
from qualdesk.qt.widgets.cells import TableOf
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.filters import Filter, FilterRow
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal

_EMPTY: Final = (
    tr_later("No rule fits"),
    tr_later("Choose another filter, or look for another place."),
)


class RulesView(SearchedView):
    """The rule sets the workspace goes by, best read by place."""

    asked = Signal(str)
    """Why is this place not called? Its name or code, as typed."""

    def __init__(self) -> None:
        self.side = RuleSide()
        search = Field(
            tr("Why is a place not called?"),
            tr("Place or rule; Enter: why not called"),
            icon="search",
            keys="find",
        )
        filters = FilterRow(tr("Which rules are shown"))
        super().__init__(tr("Calling rules"), search, filters, self.side, _EMPTY)
        self.rows: tuple[RuleRow, ...] = ()
        self.due = Banner("warn")
        self.answer = Banner("info")
        self.model: TableOf[RuleRow] = TableOf(COLUMNS, cell_of)
        self.table.show_rows_of(self.model)
        self.put_together(tr(NOT_ADVICE), self.due, 230, between=(self.answer,))
        self.search.textChanged.connect(lambda _text: self._narrow())
        self.search.returnPressed.connect(lambda: self.asked.emit(self.search.text().strip()))
        self.filters.changed.connect(lambda _key: self._narrow())
        self.table.chosen.connect(lambda _row: self._chose())
        self.table.opened.connect(lambda _row: self._open())
        self.due.pressed.connect(lambda: self.filters.choose(DUE))

    def show_rules(self, rows: Sequence[RuleRow], due: Sequence[ReviewDue]) -> None:
        """Show these rule sets; what should be looked up again is said above them."""
        self.rows = tuple(rows)
        if due:
            self.due.set("warn", _due(len(due)), due[0].says, action=tr("Show"))
        reveal(self.due, shown=bool(due))
        self.filters.set_filters(
            [Filter(key=key, title=title, count=count) for key, title, count in self._heaps()]
        )
        self._narrow()

    def _open(self) -> None:
        self.both.open()
        self.side.setFocus()

    def show_answer(self, title: str, says: str = "") -> None:
        """Say why the place asked about is called or not; nothing takes the line away."""
        self.answer.set("info", title, says)
        reveal(self.answer, shown=bool(title or says))

    def current(self) -> RuleRow | None:
        """The rule the cursor is on."""
        place = self.table.currentIndex().row()
        return self.model.rows[place] if 0 <= place < len(self.model.rows) else None

    def _heaps(self) -> tuple[tuple[str, str, int], ...]:
        titles = {
            ALL: tr("All"),
            STOPS: tr("Stop calls"),
            WARNS: tr("Warn"),
            DUE: tr("Due"),
            ASIDE: tr("Set aside", about="state"),
        }
        counts = {key: sum(map(TESTS[key], self.rows)) for key in titles}
        shown = (ALL, STOPS, WARNS, *(key for key in (DUE, ASIDE) if counts[key]))
        return tuple((key, titles[key], counts[key]) for key in shown)

    def _narrow(self) -> None:
        before = self.current()
        typed = self.search.text().strip().casefold()
        fits = TESTS[self.filters.on]
        rows = [row for row in self.rows if fits(row) and typed in searched(row.rule)]
        self.model.set_rows(rows)
        self.tell_found(any_found=bool(rows))
        if not typed:
            self.show_answer("")
        keys = [row.rule.id for row in rows]
        at = keys.index(before.rule.id) if before is not None and before.rule.id in keys else 0
        self.table.choose(at)
        self._chose()

    def _chose(self) -> None:
        self.side.show_row(self.current())


def _due(count: int) -> str:
    return tr_n(count, "{n} rule is due to be looked up", "{n} rules are due to be looked up")
