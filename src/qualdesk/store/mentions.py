"""Where other people's words name somebody: found, and taken out of them."""

import json
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.identity import folded_signs
from qualdesk.core.ids import LeadId
from qualdesk.store.bulk import chunks
from qualdesk.store.clients import of
from qualdesk.store.database import Transaction
from qualdesk.store.personal import columns_that_may_name
from qualdesk.store.schema import metadata
from qualdesk.store.schema_leads import lead

GONE: Final = "…"
"""What stands in the place of a name, a number or an address that was taken out."""

TAIL = 7
_BETWEEN = r"[\s().\-/\u00a0]*"
_LONGEST = 60
_SAYS_ENOUGH = 4
# Letters and digits of another width, digits of another script: as they are and as JSON has them.
_OTHERS: Final = "\uff10-\uff5a\u0660-\u0669\u06f0-\u06f9"
_OTHERS_IN_JSON: Final = ("\\uff", "\\u066", "\\u06f")


@frozen
class Marks:
    """What somebody is named by in the words of others, taken before they are erased.

    Attributes:
        names: their names as they are written out, of two words or more.
        last_name: it alone says too little to take it out; it only shows where to look.
        tails: the last digits of their numbers that nobody else has.
        namesakes: leads of others who are called the same: the name in their rows is theirs.
        client: whose words alone are looked at; empty for all.
    """

    names: tuple[str, ...]
    last_name: str
    emails: tuple[str, ...]
    tails: tuple[str, ...]
    namesakes: frozenset[LeadId] = frozenset()
    client: str = ""

    @classmethod
    def of(
        cls,
        name: str,
        first: str,
        last: str,
        emails: Sequence[str],
        numbers: Sequence[str],
        *,
        like_them: Collection[str] = (),
        namesakes: Collection[LeadId] = (),
        client: str = "",
    ) -> "Marks":
        """Those of a name, addresses and numbers in E.164.

        ``like_them`` are numbers of others that end as theirs do.
        """
        spelt = {name, f"{first} {last}", f"{last} {first}", f"{last}, {first}"}
        digits = {re.sub(r"\D", "", one) for one in numbers}
        return cls(
            names=tuple(sorted(one for one in spelt if len(re.findall(r"\w+", one)) > 1)),
            last_name=last or (name.rsplit(maxsplit=1)[-1] if name.split() else ""),
            emails=tuple(one for one in emails if one),
            tails=tuple(sorted({_tail(one, like_them) for one in digits if len(one) >= TAIL})),
            namesakes=frozenset(namesakes),
            client=client,
        )

    @property
    def pattern(self) -> re.Pattern[str] | None:
        """Finds each of them in text as :func:`without` reads it; None where nothing names them."""
        return self._pattern(self.names)

    def pattern_in(self, lead_id: LeadId | None) -> re.Pattern[str] | None:
        """That for words of this lead: a name of its own person stays."""
        return self._pattern(() if lead_id in self.namesakes else self.names)

    def _pattern(self, names: Sequence[str]) -> re.Pattern[str] | None:
        words = [_loosely(folded_signs(name)[0]) for name in names]
        words += [re.escape(folded_signs(one)[0]) for one in self.emails if one]
        named = [rf"(?<!\w)(?:{'|'.join(words)})(?!\w)"] if words else []
        named += [
            # With what stands before the last digits: a country, an area, a bracket.
            rf"(?<!\d)(?:[+(]{_BETWEEN})?(?:\d{_BETWEEN}){{0,9}}{_BETWEEN.join(tail)}(?!\d)"
            for tail in self.tails
        ]
        return re.compile("|".join(named), re.IGNORECASE) if named else None


Found = dict[tuple[str, str], set[tuple[Any, ...]]]
"""Rows that name somebody, by table and column, each by its key."""


def find_mentions(tx: Transaction, marks: Marks) -> Found:
    """Every row whose words name them: read, nothing is held up by it."""
    found = Found()
    if marks.pattern is None:
        return found
    for table, columns in tables_that_may_name():
        keys = list(table.primary_key.columns)
        says = [one.label(f"says_{place}") for place, one in enumerate(columns)]
        query = sa.select(*keys, whose(table), *says).where(
            sa.or_(*(_may_name(tx, one, marks) for one in columns)), of(table, marks.client)
        )
        for row in tx.connection.execute(query):
            key, lead_id, texts = row[: len(keys)], row[len(keys)], row[len(keys) + 1 :]
            pattern = marks.pattern_in(lead_id)
            for column, text in zip(columns, texts, strict=True):
                if pattern is not None and without(pattern, text) != text:
                    found.setdefault((table.name, column.name), set()).add(tuple(key))
    return found


def take_out(tx: Transaction, marks: Marks, found: Found) -> set[LeadId]:
    """Take their names, numbers and addresses out of these rows; whose leads' words they were."""
    theirs = set[LeadId]()
    for (table_name, column_name), rows in found.items():
        table = metadata.tables[table_name]
        column, keys = table.c[column_name], list(table.primary_key.columns)
        for key in rows:
            this = sa.and_(*(one == value for one, value in zip(keys, key, strict=True)))
            row = tx.connection.execute(sa.select(column, whose(table)).where(this)).first()
            pattern = marks.pattern_in(row.whose) if row else None
            if row is None or pattern is None:
                continue
            tx.connection.execute(
                table.update().where(this).values({column.name: without(pattern, row[0])})
            )
            theirs |= {LeadId(row.whose)} if row.whose else set()
    return theirs


def speaks_of_them(tx: Transaction, marks: Marks) -> Iterator[LeadId]:
    """Leads whose notes and answers still have their last name in them."""
    if len(marks.last_name) < 4:  # noqa: PLR2004 - a shorter one stands in other words
        return
    last = folded_signs(marks.last_name)[0]
    alone = re.compile(rf"(?<!\w){re.escape(last)}(?!\w)")
    for table, column in columns_that_may_name():
        if table.name not in {"attempt", "answer", "message"}:
            continue
        query = sa.select(table.c.lead_id, column).where(
            sa.cast(column, sa.Text).like(_loose_pattern(marks.last_name), escape="\\"),
            of(table, marks.client),
        )
        for lead_id, says in tx.connection.execute(query):
            if alone.search(folded_signs(_text(says))[0]):
                yield LeadId(lead_id)


def there(tx: Transaction, ids: Collection[LeadId]) -> tuple[LeadId, ...]:
    """Those of the leads that are there, in their order."""
    found: set[int] = set()
    for some in chunks(sorted(ids)):
        found |= set(tx.connection.scalars(sa.select(lead.c.id).where(lead.c.id.in_(some))))
    return tuple(LeadId(one) for one in sorted(found))


def _tail(digits: str, like_them: Collection[str]) -> str:
    """The last digits of a number, as many as tell it from those of others."""
    for count in range(TAIL, len(digits)):
        if not any(one.endswith(digits[-count:]) for one in like_them):
            return digits[-count:]
    return digits


def whose(table: sa.Table) -> sa.ColumnElement[Any]:
    """The lead a row is about; nothing where it is about none."""
    column = table.c.id if table is lead else table.c.get("lead_id")
    return (sa.null() if column is None else column).label("whose")


def without(pattern: re.Pattern[str], says: Any) -> Any:
    """The same value with nothing in it that the pattern finds; keys of it stay as they are."""
    if isinstance(says, str):
        return _without(pattern, says)
    if isinstance(says, dict):
        return {key: without(pattern, one) for key, one in says.items()}
    if isinstance(says, list):
        return [without(pattern, one) for one in says]
    return says


def _without(pattern: re.Pattern[str], says: str) -> str:
    """Text without what is found in it as names are compared: no letter is spelt in one way alone.

    Small and large, with and without marks, ``ß`` and ``SS``, digits of any width.
    """
    signs, places = folded_signs(says)
    parts, at = [], 0
    for found in pattern.finditer(signs):
        # Marks over the last letter belong to it.
        parts += [says[at : places[found.start()]], GONE]
        at = places[found.end()]
        while at < len(says) and unicodedata.combining(says[at]):
            at += 1
    return "".join([*parts, says[at:]])


def tables_that_may_name() -> Iterator[tuple[sa.Table, list[sa.Column[object]]]]:
    """Each table with its columns that may name somebody: it is read once."""
    of_table: dict[str, list[sa.Column[object]]] = {}
    for table, column in columns_that_may_name():
        of_table.setdefault(table.name, []).append(column)
    for columns in of_table.values():
        yield columns[0].table, columns


def _may_name(tx: Transaction, column: sa.Column[object], marks: Marks) -> sa.ColumnElement[bool]:
    """Rows that may name them: more than those that do, found by the database itself."""
    words = [_telling(one) for one in marks.names]
    patterns = [_loose_pattern(one) for one in (*words, *marks.emails)]
    patterns += [f"%{'%'.join(tail)}%" for tail in marks.tails]
    in_json = isinstance(column.type, sa.JSON)
    text: sa.ColumnElement[Any] = sa.cast(column, sa.Text) if in_json else column
    wanted = list(dict.fromkeys(patterns))
    others = list(dict.fromkeys(_looser_pattern(one) for one in (*words, *marks.emails)))
    is_file = tx.dialect.name == "sqlite"
    sign, has = ("GLOB", f"*[{_OTHERS}]*") if is_file else ("~", f"[{_OTHERS}]")
    other: list[sa.ColumnElement[bool]] = [text.op(sign, is_comparison=True)(has)]
    other += [text.like(f"%{one}%", escape="|") for one in _OTHERS_IN_JSON if in_json]
    other += [_like_any(tx, text, others)] if others else []
    # Letters that are not plain, as they are or as JSON has them: then no letter need be the same.
    # It is asked first whether there are any, which costs little: most words are plain.
    otherwise = _length(tx, text) != sa.func.length(text)
    if in_json:
        otherwise = sa.or_(text.like("%\\u%", escape="|"), otherwise)
    return sa.or_(_like_any(tx, text, wanted), sa.and_(otherwise, sa.or_(*other)))


def _length(tx: Transaction, text: sa.ColumnElement[str]) -> sa.ColumnElement[int]:
    """In bytes: a letter that is not plain has more than one."""
    if tx.dialect.name == "sqlite":
        return sa.func.length(sa.cast(text, sa.LargeBinary))
    return sa.func.octet_length(text)


def _like_any(
    tx: Transaction, text: sa.ColumnElement[str], wanted: Sequence[str]
) -> sa.ColumnElement[bool]:
    if tx.dialect.name == "sqlite":
        # A file's own LIKE knows no case of plain letters.
        return sa.or_(*(text.like(one, escape="\\") for one in wanted))
    from sqlalchemy.dialects.postgresql import array

    # The text is made small once, for all of them.
    return sa.func.lower(text).op("LIKE", is_comparison=True)(
        sa.any_(array([sa.func.lower(one) for one in wanted]))
    )


def _looser_pattern(text: str) -> str:
    """The same for words spelt otherwise: only letters that bear no marks and are no two in one."""
    return re.sub(r"[^bfhjkmpqvwx]+", "%", f"%{text[:_LONGEST].lower()}%")


def _telling(name: str) -> str:
    """The longest word of a name, where it says enough: one search for every order of the words."""
    longest = max(re.findall(r"\w+", unicodedata.normalize("NFC", name)), key=len)
    return longest if len(longest) >= _SAYS_ENOUGH else name


def _loose_pattern(text: str) -> str:
    """A pattern for LIKE. What is not ASCII is written otherwise in JSON: anything may be there."""
    letters = [
        "%" if not one.isascii() or one.isspace() else re.sub(r"([\\%_])", r"\\\1", one)
        for one in unicodedata.normalize("NFC", text)[:_LONGEST]
    ]
    return f"%{''.join(letters)}%"


def _loosely(name: str) -> str:
    """A name however far apart its words stand."""
    return r"\s*".join(
        r"\s+".join(map(re.escape, part.split())) for part in re.split(r"(,)", name) if part.strip()
    )


def _text(says: Any) -> str:
    return says if isinstance(says, str) else json.dumps(says, ensure_ascii=False)
