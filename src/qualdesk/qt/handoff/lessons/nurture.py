"""Leads that are nurtured: on which tracks, who may be written to, and handing them over."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from qualdesk.core.frozen import frozen
from qualdesk.core.nurture import NurtureCount
from qualdesk.core.times import date_words
from qualdesk.core.wording import number, tr, tr_later, tr_n
from qualdesk.desk.nurturing import NurtureWritten
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.handoff.lessons.saving import SavedPart
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.keyed import KeyedChoice
from qualdesk.qt.widgets.table import PlainTable
from qualdesk.qt.work import Work

COLUMNS: Final = (
    Column(title=tr_later("Track"), width=420, stretch=1),
    Column(title=tr_later("Leads"), width=120, align="right"),
)
_WITH_YES, _EVERYBODY = "yes", "everybody"


@frozen
class Line:
    """A line of the table: the heading of a part, or how many; ``tone`` colours its figure."""

    says: str
    leads: int | None = None
    tone: str = "text"


class NurturePart(SavedPart):
    """The leads of the campaign that are nurtured."""

    def __init__(self, work: Work, choosing: Choosing) -> None:
        super().__init__(work, choosing)
        self.who = KeyedChoice(tr("Who is written to the file"))
        self.who.offer(
            [
                (_WITH_YES, tr("Only with a yes to mails")),
                (_EVERYBODY, tr("All who may be contacted")),
            ]
        )
        self.tool = PushButton(tr("For the mailing tool"), icon="mail")
        self.sheet = PushButton(tr("For a spreadsheet"), icon="file-spreadsheet")
        self.add_controls(self.who)
        for one in (self.tool, self.sheet):
            self.controls.addWidget(one)
        self.model: TableOf[Line] = TableOf(COLUMNS, cell_of, _ground)
        self.table = PlainTable(tr("Leads that are nurtured"), row_height=36, quiet=True)
        self.table.show_rows_of(self.model)
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.tool.clicked.connect(lambda: self.save(for_machines=True))
        self.sheet.clicked.connect(lambda: self.save(for_machines=False))
        self.show_campaign(None)

    def refresh(self) -> None:
        """Ask the desk again."""
        if self.campaign is not None:
            wanted = self.campaign.id
            self.ask(lambda desk: desk.nurturing.count(wanted), self.show_count)

    def show_count(self, found: NurtureCount) -> None:
        """Show how many are nurtured, and where."""
        self.says.setText(in_words(found))
        self.model.set_rows(_lines(found) if found.leads else ())
        for button in (self.tool, self.sheet):
            button.setEnabled(found.leads > 0)

    def save(self, *, for_machines: bool) -> None:
        """Ask for a file and write the leads into it."""
        campaign = self.campaign
        if campaign is None:
            return
        wanted, everybody = campaign.id, self.who.key == _EVERYBODY
        self.save_as(
            "nurture.csv",
            lambda desk, progress, path: desk.nurturing.export(
                wanted,
                path,
                everybody=everybody,
                for_machines=for_machines,
                may_replace=True,
                progress=progress,
            ),
            _saved,
        )


def in_words(found: NurtureCount) -> str:
    """How many are nurtured, and when the first of them is called again, in sentences."""
    if not found.leads:
        return tr("No lead of this campaign is nurtured.")
    says = [tr_n(found.leads, "{n} lead is nurtured.", "{n:,} leads are nurtured.")]
    if found.next_on is not None:
        says.append(tr("The first is called again on {day}.", day=date_words(found.next_on)))
    if found.no_track:
        says.append(
            tr_n(found.no_track, "{n} of them is on no track.", "{n:,} of them are on no track.")
        )
    return " ".join(says)


def cell_of(line: Line, column: int) -> Cell:
    """One cell of the table."""
    if line.leads is None:
        return Cell(text=line.says, face="body_strong") if column == 0 else Cell()
    if column == 0:
        return Cell(text=line.says, indent=12)
    return Cell(text=number(line.leads), tone=line.tone if line.leads else "text3")


def _lines(found: NurtureCount) -> Iterator[Line]:
    yield Line(says=tr("Where they are nurtured"))
    for track, leads in found.tracks:
        yield Line(says=track or tr("On no track"), leads=leads, tone="text" if track else "bad")
    yield Line(says=tr("Who may be written to"))
    yield Line(says=tr("Said yes to mails"), leads=found.with_yes, tone="ok")
    yield Line(says=tr("Gave no yes to mails"), leads=found.without_yes)
    yield Line(says=tr("Took their yes back"), leads=found.withdrawn)
    yield Line(says=tr("May not be contacted, in no file"), leads=found.may_not, tone="bad")


def _saved(done: NurtureWritten, path: Path) -> str:
    says = [
        tr_n(
            done.leads,
            "{n} lead is in {file}.",
            "{n:,} leads are in {file}.",
            file=path.name,
        )
    ]
    left = done.without_yes + done.may_not
    if left:
        says.append(tr_n(left, "{n} is left out.", "{n:,} are left out."))
    return " ".join(says)


def _ground(line: Line) -> str:
    return "sunken" if line.leads is None else ""
