"""The data dictionary: what the program declares of its exports, with what people wrote of each."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from qualdesk.core.crm_profiles import CrmProfile
from qualdesk.core.crm_profiles import Field as Column
from qualdesk.core.crm_sources import DAYS, SOURCES, fields_of
from qualdesk.desk.person_files import _PARTS
from qualdesk.files.crm_profiles import shipped_profiles
from qualdesk.files.lead_lines import lead_schema
from qualdesk.files.lead_tables import _COLUMNS
from qualdesk.store import person_file
from qualdesk.store.columns import UtcDateTime
from qualdesk.store.schema import metadata

WORDS = Path(__file__).with_name("columns.toml")
HEAD = """\
# Data dictionary

Every file the program writes for others, and every column in it: what stands in it and in which
form. All files are English and UTF-8, whatever language the window speaks. Cells of tables are
text unless their form says otherwise; an empty cell means that nothing is known. E.164 is a number
as `+493023125418`. A day is `2026-03-17`; an instant is ISO 8601 in UTC. Find columns by their
names and not by their places.

CSV comes in two kinds. For machines: RFC 4180, every value untouched. For spreadsheets: an
apostrophe before what a spreadsheet program would run, and every value in quotes.

Scripts and definitions have pages of their own: [scripts.md](../docs/scripts.md),
[definition.md](../docs/definition.md), [xlsform.md](../docs/xlsform.md).
""".replace("../docs/", "")
Rows = Iterable[Sequence[str]]
_Defs = Mapping[str, Mapping[str, Any]]


class Unsaid(Exception):
    """A column nobody has written a meaning for, or a meaning no column is left for."""


@dataclass(kw_only=True)
class Columns:
    """All that is said of columns, and the page made of it."""

    words: dict[str, Any] = field(default_factory=lambda: tomllib.loads(WORDS.read_text("utf-8")))
    used: set[str] = field(default_factory=set)

    def page(self) -> str:
        """The whole page.

        Raises:
            Unsaid: a column has no meaning, or a meaning is left over.
        """
        parts = [
            HEAD,
            *self._tables(),
            *self._lines(),
            *self._exports(),
            *self._books(),
            *self._person(),
            "*Made by `python .ci/doc_pages.py`; tests hold it to what the program writes.*\n",
        ]
        over = sorted({*self.words["source"], *self.words["line"]} - self.used)
        if over:
            raise Unsaid(f"No column is left for: {', '.join(over)}")
        return "\n".join(parts)

    def _tables(self) -> Iterator[str]:
        yield (
            "## Leads for sales: `leads.xlsx`, `leads-for-spreadsheets.csv`, "
            "`leads-for-machines.csv`\n"
        )
        yield "A row per lead of the batch. Of several clients `Client` comes first.\n"
        rows = [(heading, *self._source(source)) for heading, source in _COLUMNS]
        why = (
            "Why: …",
            "one column for each criterion of the definition",
            "what was said, or how it stands",
        )
        yield _table(("Column", "Meaning", "Form"), [*rows, why])
        for profile in shipped_profiles():
            yield from self._profile(profile)
        unused = [name for name in SOURCES if name not in self.used]
        yield "## What else a table of your own can hold\n"
        yield "Beside all of the sources above; a day is written as the table says.\n"
        yield _table(
            ("Source", "Meaning", "Form"), [(f"`{one}`", *self._source(one)) for one in unused]
        )

    def _profile(self, profile: CrmProfile) -> Iterator[str]:
        name = f"crm-{profile.id}"
        yield f"## {profile.name}: `{name}.csv`, `{name}-for-spreadsheets.csv`, `{name}.xlsx`\n"
        yield f"{profile.says}\n"
        if profile.needs_one_of:
            yield f"Each lead fills one of: {', '.join(profile.needs_one_of)}.\n"
        rows = [
            (one.heading, *self._in_profile(one, profile), _limits(one))
            for one in fields_of(profile)
        ]
        yield _table(("Column", "Meaning", "Form", "The CRM wants"), rows)

    def _in_profile(self, one: Column, profile: CrmProfile) -> tuple[str, str]:
        if one.value:
            return "the same for every lead", f"“{one.value}”"
        meaning, form = self._source(one.source)
        if one.source in DAYS:
            form = f"{form}, written {profile.dates}"
        made = {"country_name": "the country's name in English", "upper": "capitals"}
        if one.transform:
            form = made.get(one.transform, f"{form}, {one.transform.replace('_', ' ')}")
        return meaning, form

    def _source(self, name: str) -> tuple[str, str]:
        self.used.add(name)
        if name not in self.words["source"]:
            raise Unsaid(f"[source] {name} in .ci/columns.toml")
        meaning, form = self.words["source"][name]
        return meaning, form

    def _lines(self) -> Iterator[str]:
        schema = json.loads(lead_schema())
        kinds: _Defs = schema["$defs"]
        yield "## The whole account: `leads.jsonl`, `leads.schema.json`\n"
        yield "One JSON object in a line, described by the schema beside it.\n"
        yield _table(("Field", "Form", "Meaning"), self._fields("LeadLine", schema))
        for name, kind in kinds.items():
            if "enum" not in kind:
                yield f"### {name}\n"
                yield f"{_first(kind['description'])}\n"
                yield _table(("Field", "Form", "Meaning"), self._fields(name, kind))
        yield "### Closed lists\n"
        rows = [
            (
                name,
                ", ".join(f"`{one}`" if one else "(empty)" for one in kind["enum"]),
                _first(kind["description"]),
            )
            for name, kind in kinds.items()
            if "enum" in kind
        ]
        yield _table(("List", "Values", "What it says"), rows)

    def _fields(self, kind: str, schema: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
        said = _attributes(schema.get("description", ""))
        for name, one in schema["properties"].items():
            yield f"`{name}`", _form(one), said.get(name) or self._line(kind, name)

    def _line(self, kind: str, name: str) -> str:
        for key in (f"{kind}.{name}", name):
            if key in self.words["line"]:
                self.used.add(key)
                return str(self.words["line"][key])
        raise Unsaid(f"[line] {kind}.{name} in .ci/columns.toml")

    def _exports(self) -> Iterator[str]:
        for one in self.words["export"]:
            yield f"## {one['title']}\n"
            yield f"{one['says']}\n"
            if one["columns"]:
                yield _table(("Column", "Meaning", "Form"), _declared(one))

    def _books(self) -> Iterator[str]:
        for book in self.words["book"]:
            yield f"## {book['title']}\n"
            yield f"{book['says']}\n"
            for one in book["table"]:
                yield f"### {one['title']}\n"
                yield _table(("Column", "Meaning", "Form"), _declared(one))

    def _person(self) -> Iterator[str]:
        yield "## All that is kept about a person: `qualdesk person … FILE.json`\n"
        yield (
            "One JSON object: `made_at` (instant), `name`, `numbers` (E.164), `addresses`, and "
            "`kept`: the rows of each part, those without a row left out. The PDF says the same "
            "in words. Fingerprints, marks of the queue and keys are never in it.\n"
        )
        yield _table(("Part", "What it is", "Columns"), list(self._parts()))

    def _parts(self) -> Iterator[tuple[str, str, str]]:
        titles = {name: title[:1].lower() + title[1:] for name, title, _ in _PARTS} | self.words[
            "person"
        ]
        for name, columns in person_parts().items():
            what = titles.get(name) or name.replace("_", " ")
            yield f"`{name}`", what, ", ".join(f"`{one}` ({form})" for one, form in columns.items())


def person_parts() -> dict[str, dict[str, str]]:
    """The parts of a person's file, each with its columns and their forms."""
    tables = metadata.tables
    plain = ["contact", "contact_phone", "contact_email", "company", "lead", "opt_in"]
    plain += [
        name
        for name, table in tables.items()
        if "lead_id" in table.c and name not in person_file._NOT_BY_LEAD
    ]
    found = {
        name: _columns(tables[name])
        for name in dict.fromkeys([*plain, "suppression", "history", "handoff_dispute"])
    }
    found["changed_by_list"] = _columns(tables["intake_change"])
    lists, row = _columns(tables["lead_list"]), _columns(tables["intake_row"])
    found["list"] = {
        **{one: lists[one] for one in ("file_name", "loaded_at", "loaded_by", "permission")},
        **{one: row[one] for one in ("lead_id", "row_number", "raw", "result", "reason")},
    }
    campaign = _columns(tables["campaign"])
    found["source"] = {
        **{one: campaign[one] for one in ("id", "name", "client", "kind", "source", "opt_in")},
        "lead_id": "whole number",
    }
    item, batch = _columns(tables["handoff_item"]), _columns(tables["handoff_batch"])
    found["handed_over"] = {
        **{one: item[one] for one in ("lead_id", "state", "receiver", "receiver_email")},
        "campaign": "text",
        **{one: batch[one] for one in ("number", "sent_at")},
        "batch_receiver": "text",
        "batch_email": "text",
    }
    return dict(sorted(found.items()))


def _columns(table: sa.Table) -> dict[str, str]:
    return {
        one.name: _kind(one.type) for one in table.columns if one.name not in person_file._LEFT_OUT
    }


def _kind(kind: sa.types.TypeEngine[Any]) -> str:
    if isinstance(kind, UtcDateTime):
        return "instant"
    for known, says in (
        (sa.Boolean, "yes or no"),
        (sa.Integer, "whole number"),
        (sa.Numeric, "number"),
        (sa.JSON, "JSON"),
        (sa.Date, "day"),
    ):
        if isinstance(kind, known):
            return says
    return "text"


def _declared(one: Mapping[str, Any]) -> Rows:
    return [(heading, *says) for heading, says in one["columns"].items()]


def _limits(one: Column) -> str:
    says = ["required"] if one.required else []
    if one.longest:
        says.append(f"{one.longest:,} letters at most")
    if one.allowed:
        says.append("one of " + ", ".join(f"“{each}”" for each in one.allowed))
    return "; ".join(says)


def _table(heads: Sequence[str], rows: Rows) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "&#124;")


def _first(text: str) -> str:
    """The first paragraph of a docstring, without the numbers of promises."""
    return _PROMISE.sub("", " ".join(text.split("\n\n", maxsplit=1)[0].replace("``", "`").split()))


def _attributes(text: str) -> dict[str, str]:
    """What a docstring says of attributes: those in its list, each in one line."""
    _, _, listed = text.partition("Attributes:\n")
    found: dict[str, str] = {}
    last = ""
    for line in listed.splitlines():
        named = _ATTRIBUTE.match(line)
        if named:
            last, found[named[1]] = named[1], named[2]
        elif last and line.strip():
            found[last] += f" {line.strip()}"
    return {
        name: _PROMISE.sub("", says.replace("``", "`")).rstrip(".") for name, says in found.items()
    }


def _form(one: Mapping[str, Any]) -> str:
    if "$ref" in one:
        return str(one["$ref"]).rpartition("/")[2]
    if "anyOf" in one:
        return " or ".join(_form(each) for each in one["anyOf"])
    if one.get("type") == "array":
        items = one.get("items", {})
        return f"list of {_form(items)}" if items else "list"
    if one.get("format") == "date-time":
        return "instant"
    plain = {
        "string": "text",
        "integer": "whole number",
        "boolean": "yes or no",
        "null": "null",
        "number": "number",
    }
    return plain.get(str(one.get("type")), "any JSON")


_ATTRIBUTE = re.compile(r"    (\w+): (.+)")
_PROMISE = re.compile(r" \((?:promise )?[A-Z]\d\)")
