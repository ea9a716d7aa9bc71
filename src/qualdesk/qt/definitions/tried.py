"""Below the criteria: what the draft would have done to finished leads, and the bar to reach."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.progress import Progress
from qualdesk.core.replay import Trial
from qualdesk.core.wording import number, tr, tr_later, tr_n
from qualdesk.qt.definitions.histogram import REST, SENT_BACK, TAKEN, PointsHistogram
from qualdesk.qt.definitions.tiles import GOOD, PLAIN, WATCH, BeforeAfter
from qualdesk.qt.plain import PlainLabel, plain_tooltip
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.bars import ThinBar
from qualdesk.qt.widgets.buttons import IconButton, LinkButton, PushButton
from qualdesk.qt.widgets.card import Card, UprightRule
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.legend import Legend
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconMark
from qualdesk.qt.widgets.switch import Switch
from qualdesk.qt.widgets.table import PlainTable
from qualdesk.qt.widgets.wide import keep_wide

_NARROW: Final = 1080
_LEGEND: Final = (
    (tr_later("sales took"), TAKEN),
    (tr_later("sent back"), SENT_BACK),
    (tr_later("not handed off"), REST),
)
_COLUMNS: Final = (
    Column(title=tr_later("Points"), width=96, stretch=1),
    Column(title=tr_later("Sales took"), width=92, align="right"),
    Column(title=tr_later("Sent back"), width=92, align="right"),
    Column(title=tr_later("Not handed off"), width=120, align="right"),
)
_Band = tuple[str, int, int, int]


class TriedCard(Card):
    """The trial in three numbers and a sentence, and the leads by points with the threshold.

    The threshold is moved here as well; the trial is counted anew from what was read, so it
    follows the line without asking anybody.
    """

    threshold_moved = Signal(int)
    """The line was moved to that many points."""
    leads_wanted = Signal()
    """The leads that change are to be shown."""
    scope_chosen = Signal()
    """It is to be tried on the leads of this campaign only, or of all again."""
    load_wanted = Signal()
    """There is too little to try it on: past history is to be loaded."""
    template_wanted = Signal()
    """The template of a file of past history is wanted."""
    filled = Signal()
    """There is more to show than before, or less: another height fits."""
    more_wanted = Signal()
    """What else the past says is to be offered."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Tried on finished leads"))
        self.trial: Trial | None = None
        self._title = PlainLabel(face="card_title", elide=True)
        self._busy = ThinBar(tr("Trying the draft on finished leads"), 4)
        keep_wide(self._busy, exactly=90)
        self.tiles = (
            BeforeAfter(tr("Qualified")),
            BeforeAfter(tr("Sent back by sales")),
            BeforeAfter(tr("Taken by sales")),
        )
        self.scope = Switch(tr("This campaign only"))
        plain_tooltip(self.scope, tr("Off: tried on all of the client's finished leads"))
        self._won = PlainLabel(face="body", tone="text2", wrap=True)
        self._limits = PlainLabel(face="hint", tone="warn", wrap=True)
        self.leads = LinkButton(tr("Show the leads that change"))
        more = tr("What else the past says")
        self.more = PushButton(more, kind="quiet", icon="search", height=30)
        self.load = PushButton(tr("Load past history"), icon="upload", keys="import", height=30)
        self.template = PushButton(tr("Save the template…"), icon="file-spreadsheet", height=30)
        self.histogram = PointsHistogram()
        self.model: TableOf[_Band] = TableOf(_COLUMNS, _band_cell)
        self.bands = PlainTable(tr("Leads by points"), row_height=28, quiet=True)
        self.as_table = IconButton("table-2", tr("Show the points as a table"))
        # One of the two is shown: where the card is narrow the legend has a line of its own.
        self._legend, self._legend_below = _legend(), _legend()
        self._chart = QStackedWidget()
        self._numbers, self._points = QWidget(), QWidget()
        self._rule = UprightRule()
        self._lay_out()
        self.histogram.valueChanged.connect(self.threshold_moved)
        self.leads.clicked.connect(self.leads_wanted)
        self.scope.clicked.connect(self.scope_chosen)
        self.more.clicked.connect(self.more_wanted)
        self.load.clicked.connect(self.load_wanted)
        self.template.clicked.connect(self.template_wanted)
        self.as_table.clicked.connect(self._turn)
        self.offer_scope(may_choose=False)
        self.show_nothing("")

    def _lay_out(self) -> None:
        self.bands.show_rows_of(self.model)
        tiles = QHBoxLayout()
        tiles.setSpacing(10)
        for tile in self.tiles:
            tiles.addWidget(tile, 1)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._title, 1)
        head.addWidget(self._busy)
        head.addWidget(self.scope)
        numbers = QVBoxLayout(self._numbers)
        numbers.setContentsMargins(0, 0, 0, 0)
        numbers.setSpacing(8)
        numbers.addLayout(head)
        numbers.addLayout(tiles)
        for part in (self._won, self._limits):
            numbers.addWidget(part)
        numbers.addStretch(1)
        numbers.addLayout(self._foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(17, 13, 17, 12)
        row.setSpacing(18)
        row.addWidget(self._numbers, 54)
        row.addWidget(self._rule)
        row.addWidget(self._points, 46)
        self._lay_out_points()

    def _foot(self) -> QHBoxLayout:
        """What can be done with the trial, or where there is too little for one."""
        self._show_row = QWidget()
        show = QHBoxLayout(self._show_row)
        show.setContentsMargins(0, 0, 0, 0)
        show.setSpacing(8)
        show.addWidget(IconMark("list-checks", "accent_text"))
        show.addWidget(self.leads)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        for part in (self._show_row, self.load, self.template):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self.more)
        return foot

    def _lay_out_points(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(PlainLabel(tr("Points of these leads"), face="body_strong", elide=True), 1)
        head.addWidget(self._legend)
        head.addWidget(self.as_table)
        # A table wishes for more height than the card has; the bars decide.
        self.bands.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._chart.addWidget(self.histogram)
        self._chart.addWidget(self.bands)
        column = QVBoxLayout(self._points)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._legend_below)
        column.addWidget(self._chart, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < look().px(_NARROW)
        reveal(self._legend, shown=not is_narrow)
        reveal(self._legend_below, shown=is_narrow)

    @property
    def is_of_one(self) -> bool:
        """Whether only the leads of the campaign it was opened from are wanted."""
        return not self.scope.isHidden() and self.scope.isChecked()

    def offer_scope(self, *, may_choose: bool) -> None:
        """Offer to try it on one campaign, where the page was opened from one."""
        reveal(self.scope, shown=may_choose)

    def show_busy(self, progress: Progress | None) -> None:
        """Show how far the trial is; None when it is over."""
        reveal(self._busy, shown=progress is not None)
        if progress is not None:
            self._busy.set(progress.done, progress.of or max(progress.done * 2, 1))

    def show_nothing(self, says: str) -> None:
        """There is no trial: what is in the way, in a sentence."""
        self.trial = None
        self._title.setText(says or tr("Tried on finished leads"))
        for each in (*self.tiles, self._won, self._limits, self._points, self._rule):
            reveal(each, shown=False)
        reveal(self._show_row, shown=False)
        self._offer_past(is_wanted=False)
        self.show_busy(None)

    def show_trial(self, trial: Trial) -> None:
        """Show what a draft would have done."""
        self.trial = trial
        enough = trial.is_enough
        for each in (*self.tiles, self._won, self._points, self._rule):
            reveal(each, shown=enough)
        self._title.setText(trial.title)
        limits = " ".join(trial.limits)
        self._limits.setText(limits)
        reveal(self._limits, shown=bool(limits))
        reveal(self._show_row, shown=False)
        self._offer_past(is_wanted=not enough)
        if enough:
            self._fill(trial)

    @property
    def has_little(self) -> bool:
        """Whether a sentence is all there is to say."""
        return self.trial is not None and not self.trial.is_enough

    def _offer_past(self, *, is_wanted: bool) -> None:
        for part in (self.load, self.template):
            reveal(part, shown=is_wanted)
        self.filled.emit()

    def _fill(self, trial: Trial) -> None:
        before, after = trial.before, trial.after
        qualified, back, taken = self.tiles
        fewer = after.qualified <= before.qualified
        qualified.set(
            before.qualified, after.qualified, trial.says_qualified, GOOD if fewer else PLAIN
        )
        tone = GOOD if trial.avoided else PLAIN
        back.set(before.sent_back, after.sent_back, trial.says_sent_back, tone)
        tone = WATCH if trial.missed else GOOD
        taken.set(before.taken, after.taken, trial.says_taken, tone)
        beside = trial.against
        compared = tr("Compared with what was handed to sales.")
        if beside:
            compared = tr("Compared with version {version}.", version=beside.version)
        self._won.setText(f"{compared} {trial.says_won}")
        many = trial.changed_count
        self.leads.set(tr_n(many, "Show the lead that changes", "Show the {n:,} leads that change"))
        reveal(self._show_row, shown=bool(many))
        self.histogram.show_histogram(trial.histogram, max(trial.draft.most, trial.threshold))
        self.histogram.show_threshold(trial.threshold)
        self.histogram.say(_in_a_sentence(trial))
        self.model.set_rows(bands_of(trial))

    def _turn(self) -> None:
        """Show the bars as a table, or the table as bars."""
        as_table = self._chart.currentWidget() is self.histogram
        front: QWidget = self.bands if as_table else self.histogram
        self._chart.setCurrentWidget(front)
        says = tr("Show the points as bars") if as_table else tr("Show the points as a table")
        self.as_table.set("table-2", says)
        front.setFocus(Qt.FocusReason.OtherFocusReason)


def bands_of(trial: Trial) -> tuple[_Band, ...]:
    """The bars of the histogram as rows: "70 to 79" and its three counts."""
    width = trial.histogram.width
    return tuple(
        (
            tr("{first} to {last}", first=bar.points, last=bar.points + width - 1)
            if width > 1
            else str(bar.points),
            bar.taken,
            bar.sent_back,
            bar.others,
        )
        for bar in trial.histogram.bars
    )


def _band_cell(band: _Band, column: int) -> Cell:
    value = band[column]
    return Cell(text=value) if isinstance(value, str) else Cell(text=number(value))


def _in_a_sentence(trial: Trial) -> str:
    after = trial.after
    return tr(
        "At {threshold} points {qualified:,} of {leads:,} leads are qualified: "
        "{taken:,} sales took, {sent_back:,} were sent back.",
        threshold=trial.threshold,
        qualified=after.qualified,
        leads=trial.leads,
        taken=after.taken,
        sent_back=after.sent_back,
    )


def _legend() -> Legend:
    return Legend([(tr(says), fill) for says, fill in _LEGEND])
