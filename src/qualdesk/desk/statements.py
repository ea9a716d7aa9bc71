"""Statements of what sales took, for pay and billing: looked at, and written to files (T6)."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

from qualdesk.core.campaigns import Campaign
from qualdesk.core.errors import ExportRefused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.left_leads import Scope, period_named, span_of
from qualdesk.core.statements import Credit, Statement, statement_of
from qualdesk.core.wording import tr
from qualdesk.desk.leaving import codes_of, guarded
from qualdesk.desk.lessons import campaigns_in, conversations
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note
from qualdesk.store.left_leads import left_leads


class StatementFile(StrEnum):
    """What a statement is written as."""

    SPREADSHEET = "spreadsheet"
    MACHINES = "machines"
    PAPER = "paper"


@frozen
class Written:
    """A statement that was written, and where it is."""

    statement: Statement
    path: Path


class Statements:
    """What each client's sales took of each caller's leads, month by month."""

    def __init__(self, store: Store, caller: str) -> None:
        self._store = store
        self._caller = caller

    def statement(
        self, period: str, client: str = "", *, credit: Credit = Credit.LAST
    ) -> Statement:
        """The statement of a client for a period: "2026-03", "2026-Q1", "2026".

        A lead counts in the month of its answer, or of its coming back unanswered, on the clock
        of its campaign. Whoever is erased counts on.

        Raises:
            NotFound: no campaign is of that client.
            Refused: the period is none.
        """
        with self._store.reading() as tx:
            return _statement(tx, client, period, credit)[0]

    def write(
        self,
        path: Path | str,
        period: str,
        client: str = "",
        *,
        credit: Credit = Credit.LAST,
        kind: StatementFile = StatementFile.SPREADSHEET,
    ) -> Written:
        """Write the statement as it stands now; a file that is there stays until it is whole.

        Times in it are on the clock of the client's newest campaign.

        Raises:
            NotFound: no campaign is of that client.
            Refused: the period is none.
            ExportRefused: it cannot be written there. Nothing was changed.
        """
        path = Path(path)
        with self._store.reading() as tx:
            found, some = _statement(tx, client, period, credit)
            codes = codes_of((), *(one.region for one in some.values()))
            found = guarded(tx, found.client, found, codes)
        zone = next(iter(some.values())).window.zone
        _write(path, _content(found, zone, kind))
        details = {"period": found.period, "credit": credit.value, "kind": kind.value}
        with self._store.transaction() as tx:
            whose = found.client or "-"
            note(tx, self._caller, "wrote a statement", "client", whose, **details)
        return Written(statement=found, path=path)


def file_name(statement: Statement, kind: StatementFile) -> str:
    """What the file of a statement is called unless somebody calls it otherwise."""
    from qualdesk.files.package_contents import slug

    client = f"-{slug(statement.client)}" if statement.client else ""
    return f"statement{client}-{statement.period}{SUFFIX[kind]}"


SUFFIX: Final[Mapping[StatementFile, str]] = {
    StatementFile.SPREADSHEET: ".csv",
    StatementFile.MACHINES: ".csv",
    StatementFile.PAPER: ".pdf",
}


def _statement(
    tx: Transaction, client: str, period: str, credit: Credit
) -> tuple[Statement, dict[CampaignId, Campaign]]:
    period = period_named(period)
    # A period that is none is refused before anything is read.
    span_of(period, "UTC")
    some = campaigns_in(tx, Scope(client=client))
    whose = next(iter(some.values())).client
    left = left_leads(tx, list(some), conversations(tx))
    return statement_of(whose, period, credit, left, some, now=tx.now), some


def _write(path: Path, content: bytes) -> None:
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


def _content(statement: Statement, zone: str, kind: StatementFile) -> bytes:
    from qualdesk.files.statement_tables import for_machines, for_paper, for_spreadsheets

    if kind is not StatementFile.PAPER:
        make = for_machines if kind is StatementFile.MACHINES else for_spreadsheets
        return make(statement, zone)
    from qualdesk.links.tables_on_paper import table_pdf

    sheet = for_paper(statement, zone)
    return table_pdf(sheet.title, sheet.headings, sheet.rows, says=sheet.says, footer=sheet.footer)
