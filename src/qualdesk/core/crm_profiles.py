"""The table a CRM takes leads from, described as data: its columns and what they must hold."""

from datetime import date
from enum import StrEnum

from qualdesk.core.errors import DocumentRefused, Problem
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.core.wording import tr, tr_n


@frozen
class Field:
    """One column of a CRM's table.

    Attributes:
        heading: its name, exactly as the CRM knows it.
        source: what of a lead stands in it; one of ``crm_sources.SOURCES``, or empty.
        value: the same words for every lead, in place of a source.
        transform: what is done to it; one of ``crm_sources.TRANSFORMS``, or empty.
        required: a lead without it stays behind.
        longest: how many letters the CRM takes, None for any number.
        allowed: the only values the CRM knows, empty when any will do.
    """

    heading: str
    source: str = ""
    value: str = ""
    transform: str = ""
    required: bool = False
    longest: int | None = None
    allowed: tuple[str, ...] = ()


@frozen
class CrmProfile:
    """A CRM's table of leads, its columns in order.

    Attributes:
        id: short name in files and commands; ``target`` is the CRM it is for.
        dates: how it wants a day written, in the letters of ``strftime``.
        most_rows: how many leads one file may hold, None for any number.
        says: what a person must know to load the file there.
        needs_one_of: headings of which each lead must fill at least one; empty for none.
    """

    id: str
    name: str
    target: str
    fields: tuple[Field, ...]
    dates: str = "%Y-%m-%d"
    most_rows: int | None = None
    says: str = ""
    needs_one_of: tuple[str, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(field.heading for field in self.fields)


@frozen
class KnownTable:
    """A CRM's table and whose it is: the program's own, or kept by people here.

    ``client`` is for whom it was kept; empty for all of them.
    """

    profile: CrmProfile
    client: str = ""
    is_shipped: bool = False


class Misfit(StrEnum):
    """Why a CRM would not take what a lead has for a column."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    UNKNOWN = "unknown"
    NONE_OF = "none_of"  # none of several columns is filled


@frozen
class ProfileGap:
    """What keeps one lead out of a CRM's table: the column, and a sentence about it."""

    lead_id: LeadId
    name: str
    heading: str
    misfit: Misfit
    says: str


def check_profile(
    profile: CrmProfile, sources: frozenset[str], transforms: frozenset[str]
) -> CrmProfile:
    """The profile, when a table can be made by it.

    ``sources`` and ``transforms`` are those there are.

    Raises:
        DocumentRefused: it cannot; every problem is named with its column.
    """
    problems = [*_whole_problems(profile)]
    for field in profile.fields:
        problems += _field_problems(field, sources, transforms)
    if problems:
        says = tr_n(
            len(problems),
            "“{name}” must be mended in one place. {first}",
            "“{name}” must be mended in {n} places. {first}",
            name=profile.name or profile.id,
            first=problems[0],
        )
        raise DocumentRefused(says, problems)
    return profile


def _whole_problems(profile: CrmProfile) -> list[Problem]:
    found = []
    if not _is_id(profile.id):
        says = tr("Write a short name of small letters, digits and dashes, such as our-crm.")
        found.append(Problem(place="id", says=says))
    if not profile.name.strip():
        found.append(Problem(place="name", says=tr("Give it a name people know it by.")))
    if not profile.fields:
        found.append(Problem(place="field", says=tr("Write at least one column.")))
    headings = [heading.casefold() for heading in profile.headings]
    twice = [one for one in profile.headings if headings.count(one.casefold()) > 1]
    if twice:
        says = tr("There are two columns of this name. A CRM would take only one.")
        found.append(Problem(place=twice[0], says=says))
    unknown = [one for one in profile.needs_one_of if one not in profile.headings]
    if unknown:
        found.append(Problem(place=unknown[0], says=tr("There is no column of this name.")))
    if profile.most_rows is not None and profile.most_rows < 1:
        found.append(Problem(place="most_rows", says=tr("Write how many leads, 1 or more.")))
    if not _is_a_way_to_write_days(profile.dates):
        says = tr("A day needs %Y, %m and %d, such as %d.%m.%Y.")
        found.append(Problem(place="dates", says=says))
    return found


def _field_problems(
    field: Field, sources: frozenset[str], transforms: frozenset[str]
) -> list[Problem]:
    place = field.heading.strip() or "heading"
    found = []
    if not field.heading.strip() or any(not letter.isprintable() for letter in field.heading):
        found.append(tr("Write the column's name as the CRM knows it, in one line."))
    if bool(field.source) == bool(field.value):
        found.append(tr("Write either a source or a value that is the same for every lead."))
    if field.source and field.source not in sources:
        known = ", ".join(sorted(sources))
        found.append(
            tr("There is no source “{name}”. It can be: {known}.", name=field.source, known=known)
        )
    if field.transform and field.transform not in transforms:
        known = ", ".join(sorted(transforms))
        found.append(
            tr(
                "There is no transform “{name}”. It can be: {known}.",
                name=field.transform,
                known=known,
            )
        )
    if field.longest is not None and field.longest < 1:
        found.append(tr("The longest text has 1 letter or more."))
    return [Problem(place=place, says=says) for says in found]


def _is_id(text: str) -> bool:
    return (
        0 < len(text) <= _LONGEST_ID
        and text[0].isalnum()
        and all(letter in _ID_LETTERS for letter in text)
    )


def _is_a_way_to_write_days(dates: str) -> bool:
    """Whether no day is written like another: what is left out is lost."""
    if any(part[:1] not in {"Y", "m", "d"} for part in dates.split("%")[1:]):
        return False
    return len({date(*day).strftime(dates) for day in _UNLIKE_DAYS}) == len(_UNLIKE_DAYS)


_LONGEST_ID = 40
_ID_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
_UNLIKE_DAYS = ((2026, 3, 9), (2027, 3, 9), (2026, 4, 9), (2026, 3, 10))
