"""What the tables of the Lists page show, made from what the desk knows."""

from collections.abc import Iterable
from enum import Enum, auto
from typing import TYPE_CHECKING

from qualdesk.core.campaigns import Campaign
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import ListId
from qualdesk.core.list_words import counted
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import tr
from qualdesk.desk.library import CampaignSummary
from qualdesk.qt.campaign_switch import name_with_client

if TYPE_CHECKING:
    from qualdesk.desk.intake import ListSummary


class ListState(Enum):
    """Where a list stands: what can still be done with it follows from that."""

    READY = auto()
    OLD = auto()
    LOADING = auto()
    UNFINISHED = auto()
    UNDOING = auto()
    UNDONE = auto()


@frozen
class OverviewRow:
    """A campaign, or one of its lists: its name and what has become of its leads.

    ``counts`` are leads, called, finished and qualified. The last three say of a list where it
    stands, whether it can be undone, and whether loading it can be gone on with.
    """

    campaign: Campaign
    name: str
    second: str
    source: str
    counts: tuple[int, int, int, int]
    list_id: ListId | None = None
    state: ListState = ListState.READY
    can_undo: bool = False
    can_resume: bool = False

    @property
    def is_campaign(self) -> bool:
        """Whether this is a campaign and not one of its lists."""
        return self.list_id is None

    @property
    def key(self) -> tuple[int, int]:
        """What tells the row from every other."""
        return (self.campaign.id, self.list_id or 0)

    @property
    def leads(self) -> int:
        """How many leads it has."""
        return self.counts[0]


def overview_rows(
    campaigns: Iterable[CampaignSummary], lists: "Iterable[ListSummary]", zone: str
) -> tuple[OverviewRow, ...]:
    """Every campaign with its lists below it, the newest first; days in the reader's zone."""
    found = tuple(campaigns)
    by_id = {summary.campaign.id: summary.campaign for summary in found}
    below: dict[int, list[OverviewRow]] = {}
    for each in lists:
        if each.campaign_id in by_id:
            row = _list_row(by_id[each.campaign_id], each, zone)
            below.setdefault(each.campaign_id, []).append(row)
    rows = []
    has_several = len({each.client for each in by_id.values()}) > 1
    for summary in found:
        mine = below.get(summary.campaign.id, [])
        rows += [_campaign_row(summary, len(mine), has_several=has_several), *mine]
    return tuple(rows)


def _campaign_row(summary: CampaignSummary, lists: int, *, has_several: bool) -> OverviewRow:
    campaign = summary.campaign
    second = counted(lists, "list") if lists else tr("No list yet")
    return OverviewRow(
        campaign=campaign,
        name=name_with_client(campaign, has_several=has_several),
        second=tr("{lists}, {open:,} open", lists=second, open=summary.open)
        if summary.leads
        else second,
        source=campaign.source_type.label if campaign.source else tr("Not said"),
        counts=(summary.leads, summary.called, summary.finished, summary.qualified),
    )


def _list_row(campaign: Campaign, each: "ListSummary", zone: str) -> OverviewRow:
    state = _state_of(each)
    return OverviewRow(
        campaign=campaign,
        name=each.file_name or tr("Made by a program"),
        second=_second(each, state, zone),
        source="",
        counts=(each.leads, each.called, each.finished, each.qualified),
        list_id=each.id,
        state=state,
        can_undo=each.can_undo,
        can_resume=each.can_resume,
    )


def _state_of(each: "ListSummary") -> ListState:
    if each.state == "loading":
        return ListState.UNFINISHED if each.is_unfinished else ListState.LOADING
    if each.state == "undone":
        # Seen while its rows are being taken back it is not undone yet, only busy.
        at_rest = ListState.UNDONE if each.undone_at else ListState.LOADING
        return ListState.UNDOING if each.is_unfinished else at_rest
    return ListState.READY if each.can_undo else ListState.OLD


def _second(each: "ListSummary", state: ListState, zone: str) -> str:
    """The line under the name of a list: when it came, and what is special about it."""
    if state is ListState.LOADING:
        return tr("Being undone") if each.state == "undone" else tr("Loading now")
    if state is ListState.UNFINISHED:
        return tr("Not finished: nobody is called from it")
    if state is ListState.UNDOING:
        return tr("Undoing it was broken off")
    if state is ListState.UNDONE:
        return _undone(each, zone)
    when, rows = day_words(local_time(each.loaded_at, zone).date()), counted(each.rows, "row")
    if each.left_out:
        return tr(
            "Loaded {when}, {rows}, {out:,} left out", when=when, rows=rows, out=each.left_out
        )
    return tr("Loaded {when}, {rows}", when=when, rows=rows)


def _undone(each: "ListSummary", zone: str) -> str:
    when = day_words(local_time(each.undone_at or each.loaded_at, zone).date())
    if each.undone_by:
        return tr("Undone {when} by {who}", when=when, who=each.undone_by)
    return tr("Undone {when}", when=when)
