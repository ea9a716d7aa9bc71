"""Whether each criterion really predicts what sales takes and what is won (F4)."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout

from qualdesk.core.lifts import Compared, Lift, Predicts
from qualdesk.core.missing import MissingQuestion
from qualdesk.core.replay import Trial
from qualdesk.core.shares import Share, too_few
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.definitions.evidence import INSET, EvidenceCard
from qualdesk.qt.definitions.lift_painter import LiftPainter
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.card import Heading, Rule
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconRow
from qualdesk.qt.widgets.table import PlainTable

COLUMNS: Final = (
    Column(title=tr_later("Criterion"), width=150, stretch=2),
    Column(title=tr_later("Sales took: with it, without it"), width=290, stretch=3),
    Column(title=tr_later("Won: with it, without it"), width=290, stretch=3),
)
_VERDICTS: Final = {
    Predicts.YES: (tr_later("Predicts"), "ok"),
    Predicts.NOT_SEEN: (tr_later("Not seen"), "text2"),
    Predicts.THE_OTHER_WAY: (tr_later("The other way round"), "bad"),
    Predicts.TOO_FEW: ("", "text3"),
}


class PredictView(EvidenceCard):
    """Per criterion the share sales took, and the share won, with their intervals.

    A bar from the lowest to the highest share that fits what was seen, for the leads that meet
    the criterion and for those that do not; bars that lie apart are what predicts.
    """

    def __init__(self) -> None:
        super().__init__(tr("What predicts"))
        self.model: TableOf[Lift] = TableOf(COLUMNS, cell_of)
        self.table = PlainTable(tr("What each criterion predicts"), row_height=62, quiet=True)
        self.table.setItemDelegate(LiftPainter(self.table))
        self.table.show_rows_of(self.model)
        self.setFocusProxy(self.table)
        self._missing_title = Heading(tr("Questions nobody asks"))
        self._missing_none = PlainLabel(
            tr("Every reason for which sales sent leads back is covered by a question."),
            face="hint",
            tone="text2",
            wrap=True,
        )
        rows = QVBoxLayout()
        rows.setSpacing(4)
        self.missing: Pool[IconRow, MissingQuestion] = Pool(rows, IconRow, _fill)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(Rule())
        self.body.addSpacing(10)
        self.indented((self._missing_title, self._missing_none), 4)
        inner = QVBoxLayout()
        inner.setContentsMargins(INSET, 0, 14, 12)
        inner.addLayout(rows)
        self.body.addLayout(inner)

    def show_trial(self, trial: Trial) -> None:
        """Show what the past says about the criteria of this trial."""
        self.says.setText(
            tr(
                "Each line compares leads that meet the criterion with leads that do not. "
                "The band is the share that fits what was seen, 95 times in 100."
            )
        )
        self.model.set_rows(trial.lifts)
        self.missing.show(trial.missing_questions)
        many = len(trial.missing_questions)
        self._missing_title.set(tr("Questions nobody asks"), str(many) if many else "")
        reveal(self._missing_none, shown=not many)


def cell_of(lift: Lift, column: int) -> Cell:
    """One cell of the table; the painter draws its bands over it."""
    if column == 0:
        says, tone = _VERDICTS[_best(lift)]
        return Cell(
            text=lift.label, second=tr(says) if says else "", face="body_strong", second_tone=tone
        )
    return Cell(text=compared_words(lift.taken if column == 1 else lift.won))


def compared_words(compared: Compared) -> str:
    """Both shares in words, for those who cannot see the bands."""
    if compared.predicts is Predicts.TOO_FEW:
        says = too_few(min(compared.met.of, compared.not_met.of))
        return says[:1].upper() + says[1:]
    return tr(
        "{met} with it; {not_met} without it",
        met=compared.met.says,
        not_met=compared.not_met.says,
    )


def share_words(share: Share) -> str:
    """A share in figures: "34 of 40"."""
    return tr("{yes:,} of {of:,}", yes=share.yes, of=share.of)


def _best(lift: Lift) -> Predicts:
    """What can be said at all: of what was won where there is enough, else of what was taken."""
    return lift.won.predicts if lift.won.predicts is not Predicts.TOO_FEW else lift.taken.predicts


def _fill(row: IconRow, missing: MissingQuestion) -> None:
    row.set("message-square", missing.says, "", "warn")
