"""Leads that are nurtured leave for a mailing tool: with track, day, and the yes they gave."""

from collections.abc import Iterable
from pathlib import Path

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.core.errors import ExportRefused, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.nurture import GivenYes, NurtureCount, Nurtured, count_of
from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr
from qualdesk.desk.leaving import codes_of, guarded_each
from qualdesk.files.new_tables import check_free, table_for, write_new
from qualdesk.files.nurture_tables import HEADINGS, nurture_rows
from qualdesk.store.campaigns import the_campaign
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note
from qualdesk.store.nurture import nurtured, regions_of_nurtured, still_nurtured


@frozen
class NurtureWritten:
    """What was written for a mailing tool.

    Attributes:
        leads: how many stand in the file.
        without_yes: how many were left out because they gave no yes to mails, or took it back.
        may_not: how many were left out because they asked not to be contacted.
    """

    path: Path
    leads: int
    without_yes: int
    may_not: int


class Nurturing:
    """The leads that are not ready now, and handing them to whoever writes to them."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def count(self, campaign: str | CampaignId) -> NurtureCount:
        """How many leads of a campaign are nurtured, on which tracks, and who may be written to.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            of = the_campaign(tx, campaign)
            found, may_not = _parted(nurtured(tx, of))
        return count_of(of.id, found, may_not)

    def export(
        self,
        campaign: str | CampaignId,
        path: Path | str,
        *,
        everybody: bool = False,
        for_machines: bool = False,
        may_replace: bool = False,
        progress: Progress | None = None,
    ) -> NurtureWritten:
        """Write the campaign's nurtured leads to a file: ``.csv`` or ``.xlsx``.

        Only those with a standing yes to mails; with ``everybody`` all who may be contacted, and
        a column says who gave none. Whoever asked not to be contacted is never in it.
        ``for_machines`` leaves every value untouched, for a tool that reads the file.

        Raises:
            NotFound: there is no such campaign.
            Refused: nobody is left that could be written to.
            ExportRefused: a file is there already, none can be written there, or somebody said
                no while it was made; nothing is written then.
            Cancelled: by the progress; nothing is written.
        """
        path = Path(path)
        check_free(path, may_replace=may_replace)
        of, leaving, written = self._leaving(
            campaign, path, progress or Progress(), everybody=everybody
        )
        rows = nurture_rows(leaving, of.name)
        # Made before anything is locked: callers must not wait for a workbook.
        content = table_for(path, HEADINGS, rows, for_machines=for_machines)
        with self._store.reading() as tx:
            _check_still(still_nurtured(tx, of), leaving)
        with self._store.transaction() as tx:
            told = {"leads": written.leads, "everybody": everybody}
            note(tx, self._caller, "exported", "nurtured leads", of.id, **told)
            # Within the transaction: what is noted has left, and what has left is noted.
            write_new(path, content, may_replace=may_replace)
        return written

    def _leaving(
        self, campaign: str | CampaignId, path: Path, seen: Progress, *, everybody: bool
    ) -> tuple[Campaign, list[Nurtured], NurtureWritten]:
        """Who leaves, as they may be read outside, and how many do not."""
        with self._store.reading() as tx:
            of = the_campaign(tx, campaign)
            found, may_not = _parted(seen.over(nurtured(tx, of)))
            leaving = [one for one in found if everybody or one.yes is not None]
            if not leaving:
                raise Refused(_nobody(found, may_not))
            clean = _guarded(tx, of, leaving)
        written = NurtureWritten(
            path=path,
            leads=len(leaving),
            without_yes=len(found) - len(leaving),
            may_not=len(may_not),
        )
        return of, clean, written


def _parted(found: Iterable[tuple[Nurtured, bool]]) -> tuple[list[Nurtured], list[Nurtured]]:
    """Those who may be contacted, and those who may not."""
    may: list[Nurtured] = []
    may_not: list[Nurtured] = []
    for one, is_allowed in found:
        (may if is_allowed else may_not).append(one)
    return may, may_not


def _guarded(tx: Transaction, of: Campaign, leaving: list[Nurtured]) -> list[Nurtured]:
    codes = codes_of((), of.region, *regions_of_nurtured(tx, of))
    return guarded_each(tx, of.client, [(one, codes) for one in leaving])


def _check_still(now: dict[LeadId, GivenYes | None], leaving: list[Nurtured]) -> None:
    """Refuse when somebody of them said no, or took a yes back, while the file was made."""
    for one in leaving:
        given = now.get(one.lead_id)
        is_same = one.yes is None or (given is not None and given.given_at == one.yes.given_at)
        if one.lead_id not in now or not is_same:
            raise ExportRefused(
                tr(
                    "What may be written to {name} changed while the file was made. "
                    "Nothing was written. Export again.",
                    name=one.name,
                )
            )


def _nobody(found: list[Nurtured], may_not: list[Nurtured]) -> str:
    if not found and not may_not:
        return tr("No lead of this campaign is nurtured.")
    if not found:
        return tr("Everybody who is nurtured here asked not to be contacted.")
    return tr("Nobody who is nurtured here has said yes to mails, so nothing was written.")
