"""Originate: a list goes in, and every row of it is a lead or has the reason why it is not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.core.columns import Column, heading_fingerprint
from qualdesk.core.errors import ListRefused, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, ListId
from qualdesk.core.intake import SAID_NO
from qualdesk.core.kept_choices import choices_of, kept_choices
from qualdesk.core.list_answers import answered_order, check_answers
from qualdesk.core.list_choices import NO_CHOICES, ListChoices, ListForm
from qualdesk.core.list_files import USUAL_LIMITS, Limits, SheetFacts
from qualdesk.core.list_findings import AboutList
from qualdesk.core.phones import prepare_for_many
from qualdesk.core.progress import Progress
from qualdesk.core.questions import Question
from qualdesk.core.times import day_words
from qualdesk.core.wording import tr, within
from qualdesk.desk.attending import stand_all_anew
from qualdesk.desk.list_checks import ListChecks, about_table
from qualdesk.desk.list_loading import Loading
from qualdesk.desk.list_memory import NO_MEMORY, ListMemory, keep_columns, list_memory
from qualdesk.desk.list_results import LeftOutRow, Loaded, loaded_of, write_rows_left_out
from qualdesk.desk.list_sources import (
    ListSource,
    Reading,
    columns_of,
    region_named,
    source_of_file,
    source_of_program,
)
from qualdesk.desk.list_undoing import Undone, undo_list
from qualdesk.files.left_out import refuse_to_replace
from qualdesk.files.lists import RawTable, open_list
from qualdesk.store.campaigns import the_campaign
from qualdesk.store.database import Store, Transaction
from qualdesk.store.drafts import draft_of
from qualdesk.store.list_overview import ListSummary, list_summaries
from qualdesk.store.list_plan import compare_rows
from qualdesk.store.list_turns import ListFacts, list_row
from qualdesk.store.list_undo import KeptLead
from qualdesk.store.lists import Outcome, loaded_before
from qualdesk.store.staging import StagedRow, Staging
from qualdesk.store.suppression import Fingerprints, fingerprints

__all__ = ["Intake", "KeptLead", "LeftOutRow", "ListSummary", "Loaded", "Preview", "Undone"]

Rows = Iterable[Mapping[str, Any]]
_SHOWN_ROWS = 50
_AS_FOUND = ListForm()


@frozen
class Preview:
    """A list as it would be read: its form, what each column is taken for, its first rows.

    Attributes:
        rows: roughly how many there are.
        sheets: those of a workbook with their rows; ``sheet`` is the one that is read.
        fingerprint: what the source is recognised by the next time.
        notes: what is to be said of the file and its columns, each a sentence.
        column_notes: those of them that are about its columns.
        preset: the sentence that says what kind of list it is, empty for no kind we know.
        questions: the questions of the campaign's script a column may answer.
        top_rows: the first rows as they stand in the file, from its top, with their numbers.
    """

    file_name: str
    format: str
    encoding: str
    delimiter: str
    sheet: str
    sheets: tuple[SheetFacts, ...]
    headings: tuple[str, ...]
    header_row: int
    columns: tuple[Column, ...]
    first_rows: tuple[tuple[str, ...], ...]
    rows: int
    fingerprint: str
    notes: tuple[str, ...] = ()
    column_notes: tuple[str, ...] = ()
    preset: str = ""
    questions: tuple[Question, ...] = ()
    top_rows: tuple[tuple[int, tuple[str, ...]], ...] = ()


class Intake:
    """Loading lists into campaigns."""

    def __init__(
        self, store: Store, clock: Clock, caller: str, limits: Limits = USUAL_LIMITS
    ) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller
        self._limits = limits

    def use_limits(self, limits: Limits) -> None:
        """How much a file may be, from the next one on."""
        self._limits = limits

    def preview(
        self,
        path: Path | str,
        campaign: str | CampaignId | None = None,
        form: ListForm = _AS_FOUND,
    ) -> Preview:
        """What a file holds and what its columns would become. Nothing is written.

        Raises:
            ListRefused: it is no list, in one sentence.
            NotFound: there is no such campaign.
        """
        into = None
        if campaign is not None:
            with self._store.reading() as tx:
                into = the_campaign(tx, campaign)
        with open_list(Path(path), form, limits=self._limits) as table:
            memory = self._memory(into, table)
            found = columns_of(table, None, memory)
            columns, rows = found.columns, [cells for _, cells in table.first_rows]
            return Preview(
                file_name=table.file_name,
                format=table.format,
                encoding=table.encoding,
                delimiter=table.delimiter,
                sheet=table.sheet,
                sheets=table.sheets,
                headings=tuple(column.heading for column in columns),
                header_row=table.header_row,
                columns=columns,
                first_rows=tuple(tuple(cells) for cells in rows[:_SHOWN_ROWS]),
                rows=table.about,
                fingerprint=heading_fingerprint(table.headings),
                notes=(*table.notes, *found.notes),
                column_notes=found.notes,
                preset=tr(found.preset.says) if found.preset else "",
                questions=memory.questions,
                top_rows=tuple((number, tuple(cells)) for number, cells in table.top_rows),
            )

    def load(
        self,
        source: str | Path | Rows,
        *,
        campaign: str | CampaignId,
        region: str = "",
        mapping: Mapping[str, str] | None = None,
        choices: ListChoices | None = None,
        dry_run: bool = False,
        left_out: Path | None = None,
        progress: Progress | None = None,
    ) -> Loaded:
        """Load a file, or rows a program made (dicts of fields), into a campaign.

        Every row becomes a new lead, updates one, is merged, or is left out with its reason; nobody
        is called before all of them are there, and nothing known is overwritten. ``choices`` are
        what a person decided, ``region`` and ``mapping`` are short for those of them. ``left_out``
        is where rows left out go, to be mended. Cancelling leaves all as it was.

        Raises:
            ExportRefused: ``left_out`` is the list itself or another file that is not ours.
            ListRefused: the file cannot be read.
            NotFound: there is no such campaign.
            Refused: the mapping, the region or an answer does not fit.
        """
        refuse_to_replace(left_out, source)
        with self._store.reading() as tx:
            found, prints = the_campaign(tx, campaign), fingerprints(tx)
        job = _Job(
            campaign=found,
            choices=_decided(choices or NO_CHOICES, region, mapping),
            prints=prints,
            left_out=left_out,
            progress=progress or Progress(),
            is_rehearsal=dry_run,
            path=str(Path(source).absolute()) if isinstance(source, str | Path) else "",
        )
        if isinstance(source, str | Path):
            return self._load_file(job, Path(source))
        return self._load(job, source_of_program(list(source), job.reading(self._caller)))

    def resume(
        self, list_id: ListId, path: Path | str | None = None, progress: Progress | None = None
    ) -> Loaded:
        """Load a list to its end whose loading was broken off, with the choices made for it.

        What was written of it is taken back first. ``path`` is where its file lies now, unless
        that is where it lay.

        Raises:
            ListRefused: the file is gone, cannot be read, or is another one now.
            NotFound: there is no such list.
            Refused: the list is not waiting to be finished, or came from a program.
        """
        with self._store.reading() as tx:
            row = list_row(tx, list_id)
            found, prints = the_campaign(tx, CampaignId(row.campaign_id)), fingerprints(tx)
        kept = row.choices or {}
        place = str(path or kept.get("path", ""))
        if not place:
            raise Refused(
                tr("The rows of this list came from a program. Undo it and load them again.")
            )
        job = _Job(
            campaign=found,
            choices=choices_of(kept),
            prints=prints,
            left_out=None,
            progress=progress or Progress(),
            is_rehearsal=False,
            path=str(Path(place).absolute()),
            of_list=list_id,
            sha256=row.sha256,
        )
        return self._load_file(job, Path(place))

    def undo(self, list_id: ListId, progress: Progress | None = None) -> Undone:
        """Undo a list within 30 days: its leads go, and whom it changed is as before.

        Leads somebody worked on stay and are named. What was changed since by somebody else
        stays as it is. Stopped in between, it can be gone on with.

        Raises:
            NotFound: there is no such list.
            NothingToUndo: it was undone already, or loaded too long ago.
            Refused: it is being loaded at this moment.
        """
        return undo_list(self._store, self._caller, list_id, progress or Progress())

    def lists(self) -> tuple[ListSummary, ...]:
        """Every list, the newest first, with what became of its leads and what can be done.

        Lists whose loading was broken off and lists that were undone are among them.
        """
        with self._store.reading() as tx:
            return list_summaries(tx)

    def _memory(self, campaign: Campaign | None, table: RawTable) -> ListMemory:
        """What is known for this table before its columns are guessed."""
        if campaign is None:
            return NO_MEMORY
        with self._store.reading() as tx:
            return list_memory(tx, campaign, table.headings)

    def _load_file(self, job: "_Job", path: Path) -> Loaded:
        with open_list(path, job.choices.form, limits=self._limits) as table:
            if job.sha256 and table.sha256 != job.sha256:
                raise ListRefused(
                    tr("This is not the file that was being loaded. Load it as a list of its own.")
                )
            how = job.reading(self._caller, self._memory(job.campaign, table))
            rows = source_of_file(table, job.choices.mapping, how)
            return self._load(job, rows, lambda: about_table(table, rows.columns))

    def _load(
        self, job: "_Job", source: ListSource, about: Callable[[], AboutList] = AboutList
    ) -> Loaded:
        prepare_for_many()
        checks = ListChecks(job.choices, job.campaign, about, looks_for_pairs=job.is_rehearsal)
        with Staging() as staged:
            for number, raw, read in job.progress.over(source.rows(), source.about):
                row = checks.after_answers(read)
                says_no = row.left_out == SAID_NO
                is_somebody = says_no or not row.left_out
                staged.add(
                    StagedRow(
                        number=number,
                        raw=raw,
                        draft=draft_of(row, job.prints) if is_somebody else None,
                        left_out=row.left_out,
                        says_no=says_no,
                    ),
                    row.keys,
                )
            if not staged.count:
                raise ListRefused(tr("There are no rows in this list. Export it again."))
            job.progress.report(staged.count, staged.count, tr("Comparing"))
            loading = Loading(
                store=self._store,
                caller=self._caller,
                campaign=job.campaign,
                prints=job.prints,
                choices=job.choices,
                staged=staged,
                plan=checks.compared(staged, compare_rows(staged), job.progress),
                progress=job.progress,
                decided=checks.decided,
                of_list=job.of_list,
            )
            outcome, loaded = self._settle(job, source, loading)
            return replace(loaded, groups=checks.groups(staged, loading.plan, outcome))

    def _settle(self, job: "_Job", source: ListSource, loading: Loading) -> tuple[Outcome, Loaded]:
        """Write the list, or only say what would become of it."""
        staged = loading.staged
        with self._store.reading() as tx:
            notes = _notes(tx, job, source)
        if job.is_rehearsal:
            outcome = loading.foretell()
            write_rows_left_out(job.left_out, source, staged)
        else:
            outcome = loading.write(
                job.facts(source),
                # Before the list is kept: when the file cannot be written, nothing was loaded.
                before_publishing=lambda: write_rows_left_out(job.left_out, source, staged),
                as_published=lambda tx: self._remember(tx, job, source),
            )
            if job.choices.is_about_event:
                stand_all_anew(self._store, job.campaign.id)
        return outcome, loaded_of(source, staged, outcome, [*loading.notes, *notes])

    def _remember(self, tx: Transaction, job: "_Job", source: ListSource) -> None:
        if source.columns and job.choices.remember:
            keep_columns(tx, job.campaign, source.columns, self._caller)


@frozen
class _Job:
    """What is asked of a list: into which campaign, and whether only to say what would happen.

    Attributes:
        path: where its file lies, empty for the rows of a program.
        of_list: the unfinished list it is, whose file had the bytes of ``sha256``.
    """

    campaign: Campaign
    choices: ListChoices
    prints: Fingerprints
    left_out: Path | None
    progress: Progress
    is_rehearsal: bool
    path: str = ""
    of_list: ListId | None = None
    sha256: str = ""

    def reading(self, caller: str, memory: ListMemory = NO_MEMORY) -> Reading:
        """How the rows are to be read."""
        zone = self.campaign.window.zone
        return Reading(
            region=region_named(self.campaign.region),
            zone=zone,
            caller=caller,
            memory=memory,
            choices=self.choices,
        )

    def facts(self, source: ListSource) -> ListFacts:
        """What is kept of the list, so that it can be loaded again the same way."""
        choices = {**kept_choices(self.choices), "path": self.path}
        return replace(source.facts, choices=choices, attended_at=self.choices.attended_at)


def _decided(choices: ListChoices, region: str, mapping: Mapping[str, str] | None) -> ListChoices:
    """The choices with their short forms, checked as far as no file is needed.

    Raises:
        Refused: a region or an answer is none.
    """
    check_answers(choices.answers)
    for mend in choices.rows.values():
        region_named(mend.region)
    return replace(
        choices,
        region=region_named(region or choices.region),
        mapping={**choices.mapping, **(mapping or {})},
        day_first=answered_order(choices),
    )


def _notes(tx: Transaction, job: _Job, source: ListSource) -> list[str]:
    """What is to be said of the list before its rows."""
    guesses = (_guessed(column) for column in source.guessed)
    notes = list(dict.fromkeys((*source.notes, *guesses)))
    sha256 = source.facts.sha256
    before = loaded_before(tx, job.campaign, sha256) if sha256 else None
    if before is not None:
        day = day_words(before.date())
        says = tr("This file was loaded before, on {day}: its leads are updated.", day=day)
        notes.insert(0, says)
    return notes


def _guessed(column: Column) -> str:
    if column.asks:
        asked = column.asks.ask or column.asks.short or column.asks.id
        return tr(
            "The column “{heading}” was read as an answer to: {asked}",
            heading=column.heading,
            asked=asked,
        )
    field = within(column.field.label)
    return tr("The column “{heading}” was read as {field}.", heading=column.heading, field=field)
