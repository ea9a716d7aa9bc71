"""Reports of a day, a week, a campaign: looked at, and written as PDF or XLSX (S1, S3, T6)."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import ExportRefused, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.progress import Progress
from qualdesk.core.report_periods import ALL_OF_IT, Days, the_day, the_week
from qualdesk.core.report_tables import says_of, tables_of, title_of
from qualdesk.core.reports import Report
from qualdesk.core.times import local_time
from qualdesk.core.wording import english, tr
from qualdesk.desk.report_parts import Gathering, belongs, without_names
from qualdesk.desk.shown_people import seats_of
from qualdesk.store import campaigns as kept
from qualdesk.store.database import Store
from qualdesk.store.history import note
from qualdesk.store.team.people import refuse_part_sight

KINDS: Final = (".pdf", ".xlsx")
"""What a report is written as, by the end of its file's name."""


@frozen
class ReportWritten:
    """A report that was written, and where it is."""

    report: Report
    path: Path
    says: str
    changes: Changes = NO_CHANGES


class Reports:
    """Reports for supervisors. They read much: on the lane of long work only."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._caller = caller
        self._gathering = Gathering(store, clock, caller)

    def day(
        self,
        day: str | date = "",
        campaign: str | CampaignId | None = None,
        progress: Progress | None = None,
    ) -> Report:
        """A day, of one campaign or of all, on the campaign's clock; today until now.

        Without ``day`` it is today. Of several campaigns the clock of the newest says what day
        it is.

        Raises:
            NotFound: there is no such campaign.
            Refused: it is no day, or still to come; the sentence says how to write one; or, in a
                team, it is not a supervisor who asks.
            Cancelled: by the progress.
        """
        some, zone, today = self._asked(campaign)
        text = day.isoformat() if isinstance(day, date) else day
        return self._report(the_day(text, today), campaign, some, zone, progress)

    def week(
        self,
        week: str | date = "",
        campaign: str | CampaignId | None = None,
        progress: Progress | None = None,
    ) -> Report:
        """A week from Monday to Sunday, as :meth:`day`; without ``week`` this one.

        Raises:
            NotFound: there is no such campaign.
            Refused: it is no week, or still to come; the sentence says how to write one.
            Cancelled: by the progress.
        """
        some, zone, today = self._asked(campaign)
        text = week.isoformat() if isinstance(week, date) else week
        return self._report(the_week(text, today), campaign, some, zone, progress)

    def campaign(self, campaign: str | CampaignId, progress: Progress | None = None) -> Report:
        """All of a campaign since its first call.

        Raises:
            NotFound: there is no such campaign.
            Cancelled: by the progress.
        """
        some, zone, _ = self._asked(campaign)
        return self._report(ALL_OF_IT, campaign, some, zone, progress)

    def made(self, days: Days, campaign: CampaignId | None, zone: str) -> Report:
        """What is made by itself: of these days, which a clock of that zone says are over or here.

        On the clock of a campaign a day of them may be still to come: nothing was done in it yet.

        Raises:
            NotFound: there is no such campaign.
        """
        some, _, _ = self._asked(campaign)
        return self._report(days, campaign, some, zone, None)

    def write(self, report: Report, path: Path | str) -> ReportWritten:
        """Write a report; what its name ends with says as what: .pdf or .xlsx.

        A file that is there stays until the new one is whole. It is English, as all files are.

        Raises:
            Refused: its name ends otherwise.
            ExportRefused: it cannot be written there.
        """
        path = Path(path)
        content = content_of(report, path.suffix.lower())
        put(path, content)
        with self._store.transaction() as tx:
            note(tx, self._caller, "wrote a report", "report", report.days.key or "campaign",
                 campaign=[one.campaign for one in report.campaigns])  # fmt: skip
        return ReportWritten(
            report=report, path=path, says=tr("The report is in {file}.", file=path.name)
        )

    def _asked(self, campaign: str | CampaignId | None) -> tuple[tuple[Campaign, ...], str, date]:
        """The campaigns that are meant, whose clock says what day it is, and that day."""
        with self._store.reading() as tx:
            refuse_part_sight(tx)
            some = kept.campaigns(tx) if campaign is None else (kept.the_campaign(tx, campaign),)
            now = tx.now
        zone = some[0].window.zone if some else "UTC"
        return some, zone, local_time(now, zone).date()

    def _report(
        self,
        days: Days,
        campaign: str | CampaignId | None,
        some: Sequence[Campaign],
        zone: str,
        progress: Progress | None,
    ) -> Report:
        progress = progress or Progress()
        parts = []
        for place, one in enumerate(some):
            progress.report(place, len(some), tr("Counting {campaign}", campaign=one.name))
            part = self._gathering.part(one, days)
            if campaign is not None or belongs(part, one, days):
                parts.append(part)
        acts = self._gathering.acts(days, zone, some[0].id if campaign is not None else None)
        with self._store.reading() as tx:
            made = Report(
                days=days,
                made_at=tx.now,
                zone=zone,
                title=some[0].name if campaign is not None else "",
                campaigns=tuple(parts),
                acts=acts,
            )
        seats = seats_of(self._store, (one.name for one in made.callers))
        if seats is not None:
            made = without_names(made, seats)
        progress.report(len(some), len(some), tr("Done"))
        return made


@english()
def content_of(report: Report, kind: str) -> bytes:
    """The file of a report; ``kind`` is the end of its name, ".pdf" or ".xlsx".

    Raises:
        Refused: it is another kind.
    """
    title, says, tables = title_of(report), says_of(report), tables_of(report)
    if kind == ".xlsx":
        from qualdesk.files.report_books import report_book

        return report_book(title, says, tables)
    if kind == ".pdf":
        from qualdesk.links.tables_on_paper import tables_pdf

        return tables_pdf(title, tables, says=says, footer=f"{title}  ·  {report.days.says}")
    raise Refused(tr("A report is a .pdf or a .xlsx. Give it one of these endings."))


@english()
def file_name(report: Report, kind: str) -> str:
    """What the file of a report is called unless somebody calls it otherwise."""
    from qualdesk.files.package_contents import slug

    plain = slug(report.title) if report.title else ""
    if plain != report.title.casefold().replace(" ", "-") or "-" in report.title:
        # Another campaign may come to the same letters: the number tells them apart.
        plain += f"-c{report.campaigns[0].campaign}"
    return "-".join(filter(None, ["report", plain, report.days.key])) + kind


def put(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        ExportRefused: it cannot be written there; the sentence says why and what to do.
    """
    from qualdesk.files.whole_files import write_whole

    try:
        write_whole(path, content)
    except OSError as error:
        raise ExportRefused(
            tr(
                "{name} could not be written: {why}. Close it where it is open, or choose "
                "another place.",
                name=path.name,
                why=error.strerror or tr("no reason is given"),
            )
        ) from error
