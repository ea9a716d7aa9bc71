"""What of a lead can stand in a table for sales, by name, and what a CRM would not take of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from qualdesk.core.country_names import country_name
from qualdesk.core.crm_profiles import CrmProfile, Field, Misfit, ProfileGap
from qualdesk.core.errors import ExportRefused
from qualdesk.core.handoff import HandoffItem, Package, Standing, waterfall_stage
from qualdesk.core.leads import Bucket, Phone, PhoneKind
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr

Say = Callable[[HandoffItem, Package], str]
Day = Callable[[HandoffItem, Package], date | None]
WAY_BACK = "Lead ID"
"""The column of the id a lead left under, by which its fate is known when it returns.

It is called so in every file of a package; “External ID” is always the id of whoever gave us
the lead.
"""


def fields_of(profile: CrmProfile) -> tuple[Field, ...]:
    """The columns of a CRM's table, with the one for the way back where it has none."""
    if any(field.source == "lead_id" for field in profile.fields):
        return profile.fields
    return (*profile.fields, Field(heading=_free_heading(profile), source="lead_id"))


def row_of(item: HandoffItem, package: Package, profile: CrmProfile) -> tuple[str, ...]:
    """The lead as a row of the CRM's table, under the headings of :func:`fields_of`.

    Nothing is cut and nothing is put in the place of a value the CRM does not know: that is
    what :func:`gaps_of` finds before anything is written.
    """
    return tuple(_value(item, package, profile, field) for field in fields_of(profile))


def gaps_of(package: Package, profile: CrmProfile) -> tuple[ProfileGap, ...]:
    """What keeps leads of the batch out of the CRM's table, in the order of both."""
    return tuple(gap for item in package.items for gap in _gaps(item, package, profile))


def check_rows(profile: CrmProfile, leads: int) -> None:
    """Refuse more leads than one file for this CRM may hold.

    Raises:
        ExportRefused: it names both figures.
    """
    if profile.most_rows is not None and leads > profile.most_rows:
        raise ExportRefused(
            tr(
                "These are {leads:,} leads, and a file for {name} holds {most:,} at most. "
                "Choose fewer leads. The batch is unchanged and still ready.",
                leads=leads,
                name=profile.name,
                most=profile.most_rows,
            )
        )


def _gaps(item: HandoffItem, package: Package, profile: CrmProfile) -> Iterator[ProfileGap]:
    row = dict(zip(profile.headings, row_of(item, package, profile), strict=False))

    def gap(heading: str, misfit: Misfit, says: str) -> ProfileGap:
        return ProfileGap(
            lead_id=item.brief.lead_id,
            name=item.brief.name,
            heading=heading,
            misfit=misfit,
            says=says,
        )

    for field in profile.fields:
        misfit = misfit_of(row[field.heading], field)
        if misfit is not None:
            says = _what_is_wrong(misfit, row[field.heading], field, profile.target)
            yield gap(field.heading, misfit, says)
    if profile.needs_one_of and not any(row[heading] for heading in profile.needs_one_of):
        needed = ", ".join(profile.needs_one_of)
        says = tr("{crm} needs one of these: {headings}.", crm=profile.target, headings=needed)
        yield gap(profile.needs_one_of[0], Misfit.NONE_OF, says)


def misfit_of(value: str, field: Field) -> Misfit | None:
    """Why the CRM would not take the value in this column; None when it would."""
    if not value:
        return Misfit.MISSING if field.required else None
    if field.longest is not None and len(value) > field.longest:
        return Misfit.TOO_LONG
    if field.allowed and value not in field.allowed:
        return Misfit.UNKNOWN
    return None


def _what_is_wrong(misfit: Misfit, value: str, field: Field, crm: str) -> str:
    """The same in a sentence."""
    heading = field.heading
    if misfit is Misfit.MISSING:
        return tr("{crm} needs “{heading}”.", crm=crm, heading=heading)
    if misfit is Misfit.TOO_LONG:
        return tr(
            "“{heading}” has {n:,} letters, and {crm} takes {most:,}.",
            heading=heading,
            n=len(value),
            crm=crm,
            most=field.longest,
        )
    return tr(
        "{crm} does not know “{value}” as “{heading}”. It knows: {allowed}.",
        crm=crm,
        value=value[:_SHOWN],
        heading=heading,
        allowed=", ".join(field.allowed),
    )


def _value(item: HandoffItem, package: Package, profile: CrmProfile, field: Field) -> str:
    if field.value:
        return field.value
    day = DAYS.get(field.source)
    if day is not None:
        found = day(item, package)
        said = found.strftime(profile.dates) if found else ""
    else:
        said = SOURCES[field.source](item, package)
    return TRANSFORMS[field.transform](said) if field.transform else said


def _free_heading(profile: CrmProfile) -> str:
    """A name for the column of the way back that the profile does not use for something else."""
    taken = {heading.casefold() for heading in profile.headings}
    return WAY_BACK if WAY_BACK.casefold() not in taken else "qualdesk ID"


def _phones(item: HandoffItem) -> tuple[Phone, ...]:
    return item.lead.contact.dialable


def _phone(item: HandoffItem, place: int) -> str:
    phones = _phones(item)
    return phones[place].e164 if place < len(phones) else ""


def _extension(item: HandoffItem, place: int) -> str:
    phones = _phones(item)
    return phones[place].extension if place < len(phones) else ""


def _mobile(item: HandoffItem) -> str:
    found = (phone.e164 for phone in _phones(item) if phone.kind is PhoneKind.MOBILE)
    return next(found, "")


def _first_name(item: HandoffItem) -> str:
    # Without a last name the whole name stands in its column: said once, not twice.
    contact = item.lead.contact
    return contact.first_name if contact.last_name else ""


def _last_name(item: HandoffItem) -> str:
    contact = item.lead.contact
    return contact.last_name or contact.name or contact.first_name


def _email(item: HandoffItem, place: int) -> str:
    emails = item.lead.contact.emails
    return emails[place] if place < len(emails) else ""


def _title_of_lead(item: HandoffItem) -> str:
    contact = item.lead.contact
    return ", ".join(part for part in (contact.name, contact.company_name) if part)


def _description(item: HandoffItem, package: Package) -> str:
    """All that matters in one text, for CRMs that have one field for it."""
    brief = item.brief
    why = [f"{proof.label}: {proof.says}" for proof in brief.why if proof.standing is Standing.MET]
    parts = (
        brief.in_one_line,
        _titled("Why", "; ".join(why)),
        _titled("They said", " | ".join(brief.said)),
        _titled("Do next", " ".join(brief.do_next)),
        _titled("Note", brief.note),
        _titled("Permission", brief.permission),
        _titled("Batch", package.title),
    )
    return "\n".join(part for part in parts if part)


def _titled(title: str, text: str) -> str:
    return f"{title}: {text}" if text.strip() else ""


def _call_day(item: HandoffItem) -> date | None:
    call = item.last_call
    return local_time(call.started_at, item.brief.comes_from.zone).date() if call else None


def _joined(parts: Iterable[str]) -> str:
    return " | ".join(part for part in parts if part)


def _iso(day: Day) -> Say:
    def said(item: HandoffItem, package: Package) -> str:
        found = day(item, package)
        return found.isoformat() if found else ""

    return said


DAYS: Mapping[str, Day] = {
    "call_date": lambda item, _: _call_day(item),
    "answer_by": lambda _, package: package.answer_by,
    "made_on": lambda _, package: package.made_at.date(),
}
"""The sources that are days, which each CRM wants written in its own way."""

SOURCES: Mapping[str, Say] = {
    "external_id": lambda item, _: item.lead.external_id,
    "lead_id": lambda item, _: item.id,
    "first_name": lambda item, _: _first_name(item),
    "last_name": lambda item, _: _last_name(item),
    "full_name": lambda item, _: item.lead.contact.name,
    "title": lambda item, _: item.lead.contact.title,
    "company": lambda item, _: item.lead.contact.company_name,
    "lead_title": lambda item, _: _title_of_lead(item),
    "phone": lambda item, _: _phone(item, 0),
    "phone_extension": lambda item, _: _extension(item, 0),
    "second_phone": lambda item, _: _phone(item, 1),
    "second_phone_extension": lambda item, _: _extension(item, 1),
    "more_phones": lambda item, _: _joined(phone.e164 for phone in _phones(item)[2:]),
    "mobile": lambda item, _: _mobile(item),
    "email": lambda item, _: _email(item, 0),
    "second_email": lambda item, _: _email(item, 1),
    "more_emails": lambda item, _: _joined(item.lead.contact.emails[1:]),
    "city": lambda item, _: item.lead.contact.city,
    "postal_code": lambda item, _: item.lead.contact.postcode,
    "state": lambda item, _: item.lead.contact.subdivision,
    "country": lambda item, _: item.lead.contact.country,
    "lead_source": lambda item, _: item.brief.comes_from.source,
    "event": lambda item, _: item.brief.comes_from.event,
    "campaign": lambda _, package: package.campaign,
    "waterfall_stage": lambda _item, _package: waterfall_stage(Bucket.IN_BATCH),
    "points": lambda item, _: "" if item.brief.points is None else str(item.brief.points),
    "in_one_line": lambda item, _: item.brief.in_one_line,
    "next_step": lambda item, _: " ".join(item.brief.do_next),
    "said": lambda item, _: _joined(item.brief.said),
    "note": lambda item, _: item.brief.note,
    "permission": lambda item, _: item.brief.permission,
    "description": _description,
    "called_by": lambda item, _: item.last_call.caller if item.last_call else "",
    "aapor": lambda item, _: item.last_call.aapor if item.last_call else "",
    "definition": lambda item, _: item.brief.comes_from.definition,
    "frameworks": lambda item, _: " ".join(item.brief.frameworks),
    "batch": lambda _, package: package.title,
    "receiver": lambda item, _: item.receiver.name,
    "receiver_email": lambda item, _: item.receiver.email,
    "via": lambda item, _: item.via,
    **{name: _iso(day) for name, day in DAYS.items()},
}
"""What a column can hold, by the name a profile gives it. Numbers are E.164."""

TRANSFORMS: Mapping[str, Callable[[str], str]] = {
    "upper": str.upper,
    "lower": str.lower,
    "one_line": lambda text: " ".join(text.split()),
    "country_name": country_name,
}
"""What can be done to a value on its way into a column."""


_SHOWN = 60
