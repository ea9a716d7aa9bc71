"""The rows behind an alarm: leads that do not stand where the numbers of the Floor have them."""

from collections.abc import Iterator

from qualdesk.core.errors import NotFound
from qualdesk.core.floor_figures import Behind, LeadLine
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.wording import tr
from qualdesk.desk import Desk

NOBODY = LeadId(0)
"""Stands for a number that is wrong without any row to show."""


def rows_of_alarm(desk: Desk, campaign: CampaignId) -> Behind:
    """The leads that are in no place, and those whose number is not what the rows say."""
    found = desk.floor.alarm(campaign)
    lines = [_line(desk, lead, tr("stands at no place there is")) for lead in found.nowhere]
    for off in found.off:
        says = tr(
            "{what}: {kept:,} in the numbers, {counted:,} in the rows",
            what=off.what,
            kept=off.kept,
            counted=off.counted,
        )
        lines += _lines_of(desk, off.leads, says)
    title = tr("Leads that do not stand where the numbers have them")
    return Behind(title=title, total=len(lines), leads=tuple(lines))


def _lines_of(desk: Desk, leads: tuple[LeadId, ...], says: str) -> Iterator[LeadLine]:
    for lead in leads:
        yield _line(desk, lead, says)
    if not leads:
        yield LeadLine(id=NOBODY, name=tr("No lead to show"), company="", stand="", says=says)


def _line(desk: Desk, lead: LeadId, says: str) -> LeadLine:
    try:
        one = desk.search.lead(lead)
    except NotFound:
        name = tr("Lead number {number}", number=lead)
        return LeadLine(id=NOBODY, name=name, company="", stand="", says=says)
    return LeadLine(id=lead, name=one.name, company=one.company, stand=one.stands, says=says)
