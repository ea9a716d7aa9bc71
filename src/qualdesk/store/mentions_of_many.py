"""Where other people's words name any of many people: every word is read once for all of them."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import sqlalchemy as sa

from qualdesk.core.identity import folded_signs
from qualdesk.store.database import Transaction
from qualdesk.store.mentions import TAIL, Found, Marks, tables_that_may_name, whose, without

_WORD: Final = re.compile(r"\w+")
_DIGITS: Final = re.compile(r"\d+")
_AT_ONCE: Final = 5000


def find_mentions_of_many(tx: Transaction, people: Sequence[Marks]) -> list[Found]:
    """For each of them the rows whose words name them; as one by one, in the time of a few."""
    found = [Found() for _ in people]
    index = _Index(people)
    for table, columns in tables_that_may_name():
        keys = list(table.primary_key.columns)
        texts = [sa.cast(one, sa.Text).label(f"says_{at}") for at, one in enumerate(columns)]
        said = sa.or_(*(sa.func.length(sa.cast(one, sa.Text)) > 1 for one in columns))
        query = sa.select(*keys, whose(table), *texts).where(said)
        for row in tx.connection.execute(query.execution_options(yield_per=_AT_ONCE)):
            key, lead_id = tuple(row[: len(keys)]), row[len(keys)]
            for column, text in zip(columns, row[len(keys) + 1 :], strict=True):
                if not text:
                    continue
                value = json.loads(text) if _is_json(column) else text
                for at in index.may_be_in(text, value):
                    pattern = people[at].pattern_in(lead_id)
                    if pattern is not None and without(pattern, value) != value:
                        found[at].setdefault((table.name, column.name), set()).add(key)
    return found


def _is_json(column: sa.Column[Any]) -> bool:
    return isinstance(column.type, sa.JSON) or "Json" in type(column.type).__name__


class _Index:
    """Who may be named by a word, and by the last digits of a number."""

    def __init__(self, people: Sequence[Marks]) -> None:
        self._words: dict[str, list[tuple[frozenset[str], int]]] = {}
        self._ends: dict[str, set[int]] = {}
        for at, marks in enumerate(people):
            for text in (*marks.names, *marks.emails):
                words = frozenset(_WORD.findall(folded_signs(text)[0]))
                if words:
                    self._words.setdefault(max(words, key=len), []).append((words, at))
            for tail in marks.tails:
                self._ends.setdefault(tail[-TAIL:], set()).add(at)

    def may_be_in(self, text: str, value: Any) -> set[int]:
        """Whoever it may name: more than it does."""
        if "\\" in text:
            # In JSON a letter may stand as its number, and a new line as one: “\nNora”.
            text = "\n".join(_said(value))
        found = set[int]()
        text = folded_signs(text)[0]
        words = _WORD.findall(text)
        if not self._words.keys().isdisjoint(words):
            there = set(words)
            for word in self._words.keys() & there:
                found |= {at for of_name, at in self._words[word] if of_name <= there}
        digits = "".join(_DIGITS.findall(text)) if self._ends else ""
        for at in range(len(digits) - TAIL + 1):
            found |= self._ends.get(digits[at : at + TAIL], _NOBODY)
        return found


def _said(value: Any) -> Iterator[str]:
    """Each text in a value of a column."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _said(one)


_NOBODY: Final[set[int]] = set()
