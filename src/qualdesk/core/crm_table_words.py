"""A CRM's table in words: what stands in a column, what the CRM asks of it, who does not fit."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from qualdesk.core.crm_profiles import CrmProfile, Field, Misfit, ProfileGap
from qualdesk.core.crm_sources import check_rows, gaps_of, row_of
from qualdesk.core.crm_table_edits import Need, need_of
from qualdesk.core.errors import ExportRefused
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff import Package
from qualdesk.core.wording import tr, tr_later, tr_n


@frozen
class TableLook:
    """A table with the leads that would leave by it now.

    Attributes:
        leads: how many leads were looked at.
        first: the first of them as its row will stand, value by value; empty without leads.
        says: who does not fit, in sentences; empty when all do.
        by_heading: the same for single columns, in a few words.
    """

    leads: int
    first: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    by_heading: Mapping[str, str]


def look_at(package: Package, profile: CrmProfile) -> TableLook:
    """How the batch would stand in the table, and which of its leads the CRM would not take."""
    gaps = gaps_of(package, profile)
    says = list(gap_sentences(gaps, profile))
    try:
        check_rows(profile, len(package.items) - len({gap.lead_id for gap in gaps}))
    except ExportRefused as refused:
        says.append(refused.says)
    first = row_of(package.items[0], package, profile) if package.items else ()
    return TableLook(
        leads=len(package.items), first=first, says=tuple(says), by_heading=_by_heading(gaps)
    )


def gap_sentences(gaps: Sequence[ProfileGap], profile: CrmProfile) -> tuple[str, ...]:
    """How many leads stay behind for which column, a sentence each, in the table's order."""
    return tuple(
        _gap_sentence(misfit, heading, leads, profile) for heading, misfit, leads in _counted(gaps)
    )


def source_words(source: str) -> str:
    """What of a lead stands in a column, in words."""
    return tr(SOURCE_WORDS.get(source, source))


def transform_words(transform: str) -> str:
    """What is done to it on its way, in words."""
    return tr(TRANSFORM_WORDS.get(transform, transform))


def rule_words(profile: CrmProfile, field: Field) -> str:
    """What the CRM asks of a column, in a few words; empty when it asks nothing."""
    need = need_of(profile, field)
    parts = [tr(NEED_WORDS[need])] if need is not Need.NO else []
    if field.longest is not None:
        letters = tr_n(field.longest, "{n:,} letter at most", "{n:,} letters at most")
        parts.append(letters)
    if field.allowed:
        parts.append(tr("only {values}", values=", ".join(field.allowed)))
    return ", ".join(parts)


def _counted(gaps: Sequence[ProfileGap]) -> list[tuple[str, Misfit, int]]:
    """Each column with each kind of misfit and how many leads have it, most leads first."""

    def key(gap: ProfileGap) -> tuple[str, str]:
        return gap.heading, gap.misfit.value

    found = [
        (heading, Misfit(misfit), len({gap.lead_id for gap in some}))
        for (heading, misfit), some in groupby(sorted(gaps, key=key), key=key)
    ]
    return sorted(found, key=lambda one: -one[2])


def _by_heading(gaps: Sequence[ProfileGap]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for heading, misfit, leads in _counted(gaps):
        found.setdefault(heading, []).append(_few_words(misfit, leads))
    return {heading: ", ".join(parts) for heading, parts in found.items()}


def _few_words(misfit: Misfit, leads: int) -> str:
    if misfit in {Misfit.MISSING, Misfit.NONE_OF}:
        return tr_n(leads, "{n:,} lead lacks it", "{n:,} leads lack it")
    if misfit is Misfit.TOO_LONG:
        return tr_n(leads, "too long for {n:,} lead", "too long for {n:,} leads")
    return tr_n(leads, "not known for {n:,} lead", "not known for {n:,} leads")


def _gap_sentence(misfit: Misfit, heading: str, leads: int, profile: CrmProfile) -> str:
    if misfit is Misfit.MISSING:
        return tr_n(
            leads,
            "{n:,} lead lacks “{heading}”.",
            "{n:,} leads lack “{heading}”.",
            heading=heading,
        )
    if misfit is Misfit.TOO_LONG:
        return tr_n(
            leads,
            "“{heading}” is too long for {crm} with {n:,} lead.",
            "“{heading}” is too long for {crm} with {n:,} leads.",
            heading=heading,
            crm=profile.target,
        )
    if misfit is Misfit.UNKNOWN:
        return tr_n(
            leads,
            "{n:,} lead has a “{heading}” that {crm} does not know.",
            "{n:,} leads have a “{heading}” that {crm} does not know.",
            heading=heading,
            crm=profile.target,
        )
    return tr_n(
        leads,
        "{n:,} lead lacks each of these: {headings}.",
        "{n:,} leads lack each of these: {headings}.",
        headings=", ".join(profile.needs_one_of),
    )


NEED_WORDS: Mapping[Need, str] = {
    Need.NO: tr_later("May be empty"),
    Need.YES: tr_later("Needed"),
    Need.ONE_OF: tr_later("One of several is enough"),
}
"""Whether a lead must have something for a column, in words."""

SOURCE_WORDS: Mapping[str, str] = {
    "first_name": tr_later("First name"),
    "last_name": tr_later("Last name"),
    "full_name": tr_later("Whole name"),
    "title": tr_later("Role"),
    "company": tr_later("Company"),
    "lead_title": tr_later("Name and company"),
    "phone": tr_later("Phone"),
    "phone_extension": tr_later("Extension of the phone"),
    "second_phone": tr_later("Second phone"),
    "second_phone_extension": tr_later("Extension of the second phone"),
    "more_phones": tr_later("More phones"),
    "mobile": tr_later("Mobile"),
    "email": tr_later("E-mail"),
    "second_email": tr_later("Second e-mail"),
    "more_emails": tr_later("All e-mails but the first"),
    "city": tr_later("City"),
    "postal_code": tr_later("Postcode"),
    "state": tr_later("State or province"),
    "country": tr_later("Country, two letters"),
    "lead_source": tr_later("Source"),
    "event": tr_later("Event"),
    "campaign": tr_later("Campaign"),
    "waterfall_stage": tr_later("Stage of the demand waterfall"),
    "points": tr_later("Points"),
    "in_one_line": tr_later("In one line"),
    "next_step": tr_later("Do next"),
    "said": tr_later("What they said"),
    "note": tr_later("Note for sales"),
    "description": tr_later("All that matters in one text"),
    "permission": tr_later("Why they may be called"),
    "called_by": tr_later("Called by"),
    "call_date": tr_later("Day of the call"),
    "aapor": tr_later("AAPOR code"),
    "definition": tr_later("Version of the definition"),
    "frameworks": tr_later("BANT, CHAMP and MEDDIC"),
    "batch": tr_later("Batch"),
    "receiver": tr_later("Who gets it"),
    "receiver_email": tr_later("E-mail of who gets it"),
    "via": tr_later("By which rule they get it"),
    "answer_by": tr_later("Answer by"),
    "made_on": tr_later("Day the batch left"),
    "external_id": tr_later("Id in the list it came from"),
    "lead_id": tr_later("Id for the way back"),
}
"""What a column can hold, by the names of ``crm_sources.SOURCES``, in the order it is offered."""

TRANSFORM_WORDS: Mapping[str, str] = {
    "": tr_later("As it is"),
    "upper": tr_later("In capitals"),
    "lower": tr_later("In small letters"),
    "one_line": tr_later("In a single line"),
    "country_name": tr_later("Name of the country"),
}
"""What can be done to a value, by the names of ``crm_sources.TRANSFORMS``."""
