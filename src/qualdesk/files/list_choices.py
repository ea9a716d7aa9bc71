"""Reading a file of choices: everything a person decides about a list, as TOML."""

import re
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    StringConstraints,
    ValidationError,
)

from qualdesk.core.errors import DocumentRefused, Problem, Refused
from qualdesk.core.list_answers import AS_WORDS, DATES, DAY_FIRST, MONTH_FIRST, check_answers
from qualdesk.core.list_choices import IfKnown, ListChoices, ListForm, RowMend
from qualdesk.core.places import country_of
from qualdesk.core.rules import Audience
from qualdesk.core.wording import tr, tr_later

_LARGEST = 5_000_000
_ORDERS = (DAY_FIRST, MONTH_FIRST, AS_WORDS)


def read_choices(path: Path) -> ListChoices:
    """The choices a file holds; what it does not say stays as it is without a file.

    Keys are those of :class:`ListChoices`; ``dates`` is ``day_first``, ``month_first`` or
    ``words``, and ``rows`` are tables by the row's number in the list, ``[rows.102]``.

    Raises:
        DocumentRefused: the file cannot be read or used; every problem is named at its key.
    """
    written = _toml(path)
    try:
        shape = _Choices.model_validate(written)
    except ValidationError as error:
        raise _refused(path, map(_problem, error.errors(include_url=False))) from error
    answers = dict(shape.answers)
    if shape.dates:
        answers.setdefault(DATES, shape.dates)
    problems = list(_not_fitting(shape, answers))
    if problems:
        raise _refused(path, problems)
    order = answers.get(DATES)
    return ListChoices(
        form=ListForm(**shape.form.model_dump()),
        mapping=shape.mapping,
        region=country_of(shape.region),
        day_first=None if order in {None, AS_WORDS} else order == DAY_FIRST,
        answers=answers,
        rows={number: _mend(row) for number, row in shape.rows.items()},
        if_known=shape.if_known,
        only_new=shape.only_new,
        remember=shape.remember,
        audience=shape.audience,
    )


Line = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]
Cell = Annotated[str, StringConstraints(max_length=32_767)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Form(_Shape):
    sheet: Line = ""
    encoding: Line = ""
    delimiter: Annotated[str, StringConstraints(max_length=1)] = ""
    header_row: Annotated[StrictInt, Field(ge=0)] | None = None


class _Row(_Shape):
    region: Line = ""
    cells: dict[Line, Cell] = Field(default_factory=dict)
    leave_out: StrictBool = False


class _Choices(_Shape):
    form: _Form = _Form()
    mapping: dict[Line, Line] = Field(default_factory=dict)
    region: Line = ""
    dates: Line = ""
    answers: dict[Line, Line] = Field(default_factory=dict)
    rows: dict[Annotated[int, Field(ge=1)], _Row] = Field(default_factory=dict)
    if_known: IfKnown = IfKnown.UPDATE
    only_new: StrictBool = False
    remember: StrictBool = True
    audience: Audience | None = None


def _toml(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as stream:
            raw = stream.read(_LARGEST + 1)
        if len(raw) > _LARGEST:
            raise _refused(path, [Problem(place="", says=tr("It is far too long."))])
        return tomllib.loads(raw.decode("utf-8-sig"))
    except OSError as error:
        raise DocumentRefused(
            tr("“{file}” cannot be opened. Check that it is a file you may read.", file=path.name)
        ) from error
    except UnicodeDecodeError as error:
        says = tr("This is not UTF-8 text. Save the file as UTF-8 and try again.")
        raise _refused(path, [Problem(place="", says=says)]) from error
    except (ValueError, RecursionError) as error:
        found = re.search(r"line (\d+)", str(error))
        place = tr("line {number}", number=found[1]) if found else ""
        says = tr("This is not written as TOML. Write key = value, with words in quotes.")
        raise _refused(path, [Problem(place=place, says=says)]) from error


def _refused(path: Path, problems: Iterable[Problem]) -> DocumentRefused:
    listed = list(problems)
    first = " ".join(str(problem) for problem in listed[:3])
    says = tr("“{file}” cannot be used as choices for a list.", file=path.name)
    return DocumentRefused(
        f"{says} {first}",
        listed,
    )


def _not_fitting(shape: _Choices, answers: dict[str, str]) -> Iterable[Problem]:
    """What is well written and means nothing."""
    if shape.dates and shape.dates not in _ORDERS:
        yield Problem(place="dates", says=tr("Write one of: {known}.", known=", ".join(_ORDERS)))
    elif shape.dates and answers[DATES] != shape.dates:
        yield Problem(place="dates", says=tr("“answers” says otherwise. Say it once."))
    places = {"region": shape.region}
    places.update({f"rows.{number}.region": row.region for number, row in shape.rows.items()})
    for place, region in places.items():
        if region and not country_of(region):
            says = tr(
                "“{country}” is no country we know. Write its name or code, such as DE.",
                country=region,
            )
            yield Problem(place=place, says=says)
    for asked, answer in shape.answers.items():
        try:
            check_answers({asked: answer})
        except Refused as error:
            yield Problem(place="answers", says=error.says)


def _mend(row: _Row) -> RowMend:
    return RowMend(region=country_of(row.region), cells=row.cells, leave_out=row.leave_out)


def _problem(found: Any) -> Problem:
    way = [str(part) for part in found["loc"] if part != "[key]"]
    kind = found["type"]
    if "[key]" in found["loc"]:
        says = tr("Name the row by its number in the file, counted from 1.")
    elif kind == "extra_forbidden":
        says = _no_such_key(way)
    else:
        says = _says(kind)
    return Problem(place=".".join(way), says=says)


def _says(kind: str) -> str:
    if kind == "enum":
        return tr("Write one of: {known}.", known=", ".join(IfKnown))
    return tr(_SENTENCES.get(kind, _ANYTHING))


def _no_such_key(way: list[str]) -> str:
    shapes: dict[str, type[_Shape]] = {"form": _Form, "rows": _Row}
    keys = list(shapes.get(way[0] if len(way) > 1 else "", _Choices).model_fields)
    close = get_close_matches(way[-1], keys, n=1)
    hint = (
        tr("Did you mean “{key}”?", key=close[0])
        if close
        else tr("There are: {known}.", known=", ".join(keys))
    )
    return f"{tr('There is no such key.')} {hint}"


_ANYTHING = tr_later("This cannot be used here. Write it in quotes, or take it out.")
_SENTENCES = {
    "string_type": tr_later("Write words in quotes."),
    "string_too_long": tr_later("This is too long."),
    "bool_type": tr_later("Write true or false."),
    "int_type": tr_later("Write a whole number."),
    "greater_than_equal": tr_later(
        "Rows are counted from 1; a header row of 0 means that there is none."
    ),
    "dict_type": tr_later("Write a table here: [rows.12], or { key = “value” }."),
    "model_type": tr_later("Write a table here: [form], or [rows.12]."),
}
