"""Changing what a CRM's table looks like: one column at a time, each as a new value."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from enum import StrEnum

from qualdesk.core.crm_profiles import CrmProfile, Field


class Need(StrEnum):
    """Whether a lead must have something for a column."""

    NO = "no"
    YES = "yes"
    ONE_OF = "one_of"  # one of several columns is enough


def need_of(profile: CrmProfile, field: Field) -> Need:
    """Whether a lead must have something for this column of the table."""
    if field.required:
        return Need.YES
    return Need.ONE_OF if field.heading in profile.needs_one_of else Need.NO


def with_field(profile: CrmProfile, place: int, field: Field, need: Need) -> CrmProfile:
    """The table with this column in that place; one more when the place is behind the last."""
    fields = list(profile.fields)
    was = fields[place].heading if place < len(fields) else ""
    fields[place : place + 1] = [replace(field, required=need is Need.YES)]
    wanted = {one for one in profile.needs_one_of if one != was}
    if need is Need.ONE_OF:
        wanted.add(field.heading)
    return _in_order(profile, fields, wanted)


def moved(profile: CrmProfile, place: int, step: int) -> CrmProfile:
    """The table with a column moved up (-1) or down (1); the same where there is no room."""
    fields, to = list(profile.fields), place + step
    if not (0 <= place < len(fields) and 0 <= to < len(fields)):
        return profile
    fields[place], fields[to] = fields[to], fields[place]
    return _in_order(profile, fields, profile.needs_one_of)


def without(profile: CrmProfile, place: int) -> CrmProfile:
    """The table without a column; the same where it is the only one."""
    fields = list(profile.fields)
    if len(fields) == 1 or not 0 <= place < len(fields):
        return profile
    gone = fields.pop(place).heading
    return _in_order(profile, fields, [one for one in profile.needs_one_of if one != gone])


def copy_of(profile: CrmProfile, name: str, taken: Collection[str]) -> CrmProfile:
    """The table under another name, with an id that none of ``taken`` has."""
    stem = f"our-{profile.id.removeprefix('our-')}"[:_LONGEST_STEM].strip("-")
    number = 1
    while (wanted := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return replace(profile, id=wanted, name=name)


def _in_order(profile: CrmProfile, fields: Sequence[Field], wanted: Collection[str]) -> CrmProfile:
    one_of = tuple(field.heading for field in fields if field.heading in wanted)
    return replace(profile, fields=tuple(fields), needs_one_of=one_of)


# An id has 40 letters at most, and a number may follow.
_LONGEST_STEM = 34
