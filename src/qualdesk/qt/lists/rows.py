"""What the tables of the Lists page show, made from what the desk knows."""

from collections.abc import Iterable
from dataclasses import dataclass

from qualdesk.core.campaigns import Campaign
from qualdesk.core.times import day_words, local_time
from qualdesk.desk.intake import ListSummary
from qualdesk.desk.library import CampaignSummary


@dataclass(frozen=True, kw_only=True, slots=True)
class OverviewRow:
    """A campaign, or one of its lists: its name and what has become of its leads.

    ``counts`` are leads, called, finished and qualified.
    """

    campaign: Campaign
    name: str
    second: str
    source: str
    counts: tuple[int, int, int, int]
    list_id: int | None = None

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
    campaigns: Iterable[CampaignSummary], lists: Iterable[ListSummary], zone: str
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
    for summary in found:
        mine = below.get(summary.campaign.id, [])
        rows += [_campaign_row(summary, len(mine)), *mine]
    return tuple(rows)


def _campaign_row(summary: CampaignSummary, lists: int) -> OverviewRow:
    campaign = summary.campaign
    second = {0: "No list yet", 1: "1 list"}.get(lists, f"{lists} lists")
    return OverviewRow(
        campaign=campaign,
        name=campaign.name,
        second=f"{second}, {summary.open:,} open" if summary.leads else second,
        source=campaign.source_type.label if campaign.source else "Not said",
        counts=(summary.leads, summary.called, summary.finished, summary.qualified),
    )


def _list_row(campaign: Campaign, each: ListSummary, zone: str) -> OverviewRow:
    day = day_words(local_time(each.loaded_at, zone).date())
    rows = "1 row" if each.rows == 1 else f"{each.rows:,} rows"
    out = f", {each.left_out:,} left out" if each.left_out else ""
    return OverviewRow(
        campaign=campaign,
        name=each.file_name or "Made by a program",
        second=f"Loaded {day}, {rows}{out}",
        source="",
        counts=(each.leads, each.called, each.finished, each.qualified),
        list_id=each.id,
    )
