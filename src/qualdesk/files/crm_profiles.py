"""Reading and writing what a CRM's table of leads looks like: TOML files, shipped and own."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from qualdesk.core.crm_profiles import CrmProfile, Field, check_profile
from qualdesk.core.crm_sources import SOURCES, TRANSFORMS
from qualdesk.core.errors import DocumentRefused, Problem
from qualdesk.core.wording import tr, tr_n
from qualdesk.resources import shipped


@lru_cache(maxsize=1)
def shipped_profiles() -> tuple[CrmProfile, ...]:
    """The CRMs the program knows, by name."""
    return tuple(
        profile_from_plain(tomllib.loads(path.read_text(encoding="utf-8")), name=path.name)
        for path in sorted(shipped("crm").glob("*.toml"))
    )


def read_profile(path: Path) -> CrmProfile:
    """The profile written in a file.

    Raises:
        DocumentRefused: it is no such file; every problem is named with its place.
    """
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        problem = Problem(place=path.name, says=f"{error}.")
        raise DocumentRefused(
            tr("{file} cannot be read as a CRM's table.", file=path.name), [problem]
        ) from error
    return profile_from_plain(written, name=path.name)


def profile_from_plain(written: Mapping[str, Any], *, name: str = "") -> CrmProfile:
    """The profile of a file's form; ``name`` is the file's, for what is wrong in it.

    Raises:
        DocumentRefused: a value cannot be one; every problem is named with its place.
    """
    from pydantic import ValidationError

    from qualdesk.files.crm_models import WrittenProfile

    try:
        read = WrittenProfile.model_validate(written)
    except ValidationError as error:
        problems = [_problem(one, written) for one in error.errors(include_url=False)]
        says = tr_n(
            len(problems),
            "{file} needs mending in one place. {first}",
            "{file} needs mending in {n} places. {first}",
            file=name or tr("The table"),
            first=problems[0],
        )
        raise DocumentRefused(says, problems) from error
    given = _with_tuples(read.model_dump(exclude={"field"}))
    fields = tuple(Field(**_with_tuples(one.model_dump())) for one in read.field)
    profile = CrmProfile(**given, fields=fields)
    return check_profile(profile, frozenset(SOURCES), frozenset(TRANSFORMS))


def profile_to_plain(profile: CrmProfile) -> dict[str, Any]:
    """The profile as the file holds it, without what is as usual."""
    usual = CrmProfile(id="", name="", target="", fields=())
    plain = {
        key: _plain(getattr(profile, key))
        for key in _KEYS
        if key in _ALWAYS or getattr(profile, key) != getattr(usual, key)
    }
    return {**plain, "field": [_field_to_plain(field) for field in profile.fields]}


def profile_to_toml(profile: CrmProfile) -> str:
    """The profile as a file people edit."""
    import tomli_w

    return tomli_w.dumps(profile_to_plain(profile), multiline_strings=False)


def _field_to_plain(field: Field) -> dict[str, Any]:
    usual = Field(heading="")
    return {
        key: _plain(getattr(field, key))
        for key in _FIELD_KEYS
        if getattr(field, key) != getattr(usual, key)
    }


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _with_tuples(given: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}


def _problem(found: Any, written: Mapping[str, Any]) -> Problem:
    words = [str(part) for part in found["loc"]]
    if len(words) > 1 and words[0] == "field" and words[1].isdigit():
        one = written["field"][int(words[1])]
        heading = one.get("heading") if isinstance(one, Mapping) else None
        words[:2] = [str(heading or tr("column {n}", n=int(words[1]) + 1))]
    missing = tr("This must be written.") if found["type"] == "missing" else ""
    extra = tr("There is no such key.") if found["type"] == "extra_forbidden" else ""
    return Problem(
        place=", ".join(words), says=missing or extra or tr("This is not written as it must be.")
    )


_ALWAYS = ("id", "name", "target")
_KEYS = (*_ALWAYS, "says", "dates", "most_rows", "needs_one_of")
_FIELD_KEYS = ("heading", "source", "value", "transform", "required", "longest", "allowed")
