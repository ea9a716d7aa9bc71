"""The leads of a batch as the table of one CRM."""

from qualdesk.core.crm_profiles import CrmProfile
from qualdesk.core.crm_sources import fields_of, row_of
from qualdesk.core.handoff import Package
from qualdesk.core.wording import english
from qualdesk.files.lead_tables import csv_for_machines, csv_for_spreadsheets, workbook


@english()
def crm_tables(package: Package, profile: CrmProfile) -> dict[str, bytes]:
    """The table as three files, by name: for the CRM itself, for spreadsheets, as a workbook.

    All three have the same rows, in the order of the batch. The first is what the CRM loads.
    """
    headings = tuple(field.heading for field in fields_of(profile))
    rows = [row_of(item, package, profile) for item in package.items]
    return {
        f"crm-{profile.id}.csv": csv_for_machines(headings, rows),
        f"crm-{profile.id}-for-spreadsheets.csv": csv_for_spreadsheets(headings, rows),
        f"crm-{profile.id}.xlsx": workbook(headings, rows),
    }
