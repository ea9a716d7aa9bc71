"""Leads that are nurtured, as the table a mailing tool takes."""

from collections.abc import Iterable

from qualdesk.core.lead_words import lead_words
from qualdesk.core.nurture import Nurtured
from qualdesk.core.wording import english

HEADINGS = (
    "External ID",
    "Lead Number",
    "First Name",
    "Last Name",
    "Full Name",
    "Title",
    "Company",
    "Email",
    "Country",
    "Languages",
    "Lead Source",
    "Campaign",
    "Nurture Track",
    "Nurture Until",
    "Why Nurtured",
    "Opt-In",
    "Opt-In Wording",
    "Opt-In Language",
    "Opt-In Time (UTC)",
    "Opt-In Heard By",
)
"""One line per lead. Mails may go to Email only where Opt-In says yes."""


@english()
def nurture_rows(leads: Iterable[Nurtured], campaign: str) -> list[list[str]]:
    """The leads as rows under :data:`HEADINGS`, days as 2026-09-01."""
    return [
        [
            one.external_id,
            str(one.lead_id),
            one.first_name,
            one.last_name,
            one.name,
            one.title,
            one.company,
            one.yes.address if one.yes else one.email,
            one.country,
            ", ".join(one.languages),
            one.source,
            campaign,
            one.track,
            one.until.isoformat() if one.until else "",
            lead_words(one.why),
            *_yes(one),
        ]
        for one in leads
    ]


def _yes(one: Nurtured) -> tuple[str, str, str, str, str]:
    if one.yes is None:
        return ("withdrawn" if one.has_withdrawn else "no", "", "", "", "")
    at = one.yes.given_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return ("yes", one.yes.wording, one.yes.language, at, one.yes.asked_by)
