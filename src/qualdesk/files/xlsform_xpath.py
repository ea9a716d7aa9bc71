"""Ask-only-when read back from the ``relevant`` column of an XLSForm, in the part we can say.

Taken: ``${question}`` compared by ``=``, ``!=``, ``<``, ``<=``, ``>``, ``>=`` with a text, a
number or ``date('2026-09-30')``; ``selected(${question}, 'value')``; ``and``, ``or``, ``not()``
and brackets. Everything else is refused, never guessed at.
"""

import re
from collections.abc import Callable, Mapping

from qualdesk.core.conditions import (
    All,
    Answered,
    AnyOf,
    Comparison,
    Condition,
    Equals,
    Less,
    More,
    Not,
    OneOf,
    is_date,
)
from qualdesk.core.errors import DocumentRefused
from qualdesk.core.frozen import frozen
from qualdesk.core.questions import QuestionKind
from qualdesk.core.wording import tr, tr_later
from qualdesk.files.xlsform_relevant import CHOSEN

DEEPEST = 12
"""How many brackets may stand in one another: as deep as a kept document may be, and deeper than
anybody can read."""


def condition_of(text: str, kinds: Mapping[str, QuestionKind]) -> Condition | None:
    """The condition written there; None where it always holds.

    ``kinds`` are the questions asked before; what is asked later cannot be waited for.

    Raises:
        DocumentRefused: it says more than our conditions can, in one sentence.
    """
    words = _words(text)
    if [word.text for word in words] in ([], ["true", "(", ")"]):
        return None
    return _Reading(words, kinds).whole()


@frozen
class _Word:
    """One word of the text; its kind is ref, text, number, sign, or name (a function, and, or)."""

    kind: str
    text: str


@frozen
class _Given:
    """One side of a comparison that is no question."""

    kind: str
    text: str


_WORD = re.compile(
    r"""\s*(?:
        \$\{\s*(?P<ref>[^{}]*?)\s*\}
      | (?P<text>'[^']*'|"[^"]*"|[‘’][^‘’]*[‘’]|[“”][^“”]*[“”])
      | (?P<number>-?\s*(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+))
      | (?P<name>[A-Za-z_][\w.:-]*)
      | (?P<sign>!=|<=|>=|[=<>(),])
    )""",  # noqa: RUF001 - spreadsheet programs put curly quotes in place of the typed ones
    re.VERBOSE,
)
_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}
_SHOWN = 40


def _words(text: str) -> list[_Word]:
    plain = text.rstrip()
    words: list[_Word] = []
    at = 0
    while at < len(plain):
        found = _WORD.match(plain, at)
        if found is None or found.lastgroup is None:
            raise DocumentRefused(
                f"{tr('This cannot be read from “{text}” on.', text=_start(plain[at:]))} {tr(_HOW)}"
            )
        words.append(_Word(kind=found.lastgroup, text=found[found.lastgroup]))
        at = found.end()
    return words


def _start(text: str) -> str:
    short = " ".join(text.split())
    return short if len(short) <= _SHOWN else short[:_SHOWN] + "…"


class _Reading:
    """The words of one text, read from left to right."""

    def __init__(self, words: list[_Word], kinds: Mapping[str, QuestionKind]) -> None:
        self._words = words
        self._kinds = kinds
        self._at = 0
        self._depth = 0

    def whole(self) -> Condition:
        """All of it."""
        condition = self._any()
        if self._at < len(self._words):
            raise self._not_read()
        return condition

    def _any(self) -> Condition:
        parts = self._joined("or", self._all)
        same = {part.question for part in parts if isinstance(part, Equals)}
        if len(parts) > 1 and len(same) == 1 and all(isinstance(part, Equals) for part in parts):
            values = tuple(part.value for part in parts if isinstance(part, Equals))
            return OneOf(question=same.pop(), values=values)
        return parts[0] if len(parts) == 1 else AnyOf(parts=parts)

    def _all(self) -> Condition:
        parts = self._joined("and", self._one)
        return parts[0] if len(parts) == 1 else All(parts=parts)

    def _joined(self, word: str, part: Callable[[], Condition]) -> tuple[Condition, ...]:
        parts = [part()]
        while self._next_is("name", word):
            self._at += 1
            parts.append(part())
        return tuple(parts)

    def _one(self) -> Condition:
        if self._next_is("sign", "("):
            return self._bracketed()
        if self._next_is("name", "not"):
            self._at += 1
            return Not(part=self._bracketed())
        if self._next_is("name", "true") or self._next_is("name", "false"):
            return self._constant()
        if self._next_is("name", "selected"):
            self._at += 1
            return self._selected()
        return self._compared()

    def _bracketed(self) -> Condition:
        self._depth += 1
        if self._depth > DEEPEST:
            raise DocumentRefused(tr("Brackets stand too deep in one another. Make it simpler."))
        self._take("(")
        condition = self._any()
        self._take(")")
        self._depth -= 1
        return condition

    def _constant(self) -> Condition:
        is_true = self._next_is("name", "true")
        self._at += 1
        self._take("(")
        self._take(")")
        return All(parts=()) if is_true else AnyOf(parts=())

    def _selected(self) -> Condition:
        self._take("(")
        question = self._side()
        self._take(",")
        value = self._side()
        self._take(")")
        if not isinstance(question, str) or not isinstance(value, _Given) or value.kind == "date":
            raise DocumentRefused(tr("Write it like selected(${question}, 'value')."))
        if self._kinds[question] not in CHOSEN:
            raise DocumentRefused(
                tr("Nothing is chosen in “{question}”. Compare it with =.", question=question)
            )
        return Equals(question=question, value=_chosen(question, value))

    def _compared(self) -> Condition:
        left = self._side()
        if self._at >= len(self._words) or self._words[self._at].text not in _TURNED:
            raise self._not_read()
        sign = self._words[self._at].text
        self._at += 1
        right = self._side()
        if isinstance(left, _Given) and isinstance(right, str):
            left, sign, right = right, _TURNED[sign], left
        if not isinstance(left, str) or not isinstance(right, _Given):
            raise DocumentRefused(
                tr(
                    "Compare a question with a value: two questions, or two values, cannot "
                    "be compared."
                )
            )
        return _comparison(left, self._kinds[left], sign, right)

    def _side(self) -> str | _Given:
        """A question's id, or a value."""
        if self._at >= len(self._words):
            raise self._not_read()
        word = self._words[self._at]
        if word.kind == "ref":
            self._at += 1
            return self._question(word.text)
        if word.kind == "text":
            self._at += 1
            return _Given(kind="text", text=word.text[1:-1])
        if word.kind == "number":
            self._at += 1
            return _Given(kind="number", text="".join(word.text.split()))
        if word.kind == "name" and word.text in {"date", "concat"}:
            self._at += 1
            return self._date() if word.text == "date" else self._concat()
        raise self._not_read()

    def _question(self, name: str) -> str:
        kind = self._kinds.get(name)
        if kind is None:
            raise DocumentRefused(
                tr(
                    "“{question}” is not asked before this row. Check its name, or move it up.",
                    question=name,
                )
            )
        if kind is QuestionKind.READ_ALOUD:
            raise DocumentRefused(
                tr("“{question}” is only read aloud and has no answer to wait for.", question=name)
            )
        return name

    def _date(self) -> _Given:
        self._take("(")
        day = self._text()
        self._take(")")
        if not is_date(day):
            raise DocumentRefused(tr("Write the date like date('2026-09-30')."))
        return _Given(kind="date", text=day)

    def _concat(self) -> _Given:
        self._take("(")
        parts = [self._text()]
        while self._next_is("sign", ","):
            self._at += 1
            parts.append(self._text())
        self._take(")")
        return _Given(kind="text", text="".join(parts))

    def _text(self) -> str:
        if self._at >= len(self._words) or self._words[self._at].kind != "text":
            raise self._not_read()
        self._at += 1
        return self._words[self._at - 1].text[1:-1]

    def _take(self, sign: str) -> None:
        if not self._next_is("sign", sign):
            raise self._not_read()
        self._at += 1

    def _next_is(self, kind: str, text: str) -> bool:
        return self._at < len(self._words) and self._words[self._at] == _Word(kind=kind, text=text)

    def _not_read(self) -> DocumentRefused:
        if self._at >= len(self._words):
            return DocumentRefused(f"{tr('The condition ends too early.')} {tr(_HOW)}")
        return DocumentRefused(
            f"{tr('“{text}” cannot be read here.', text=self._words[self._at].text)} {tr(_HOW)}"
        )


_HOW = tr_later(
    "Taken are ${question} = 'value', < and >, selected(), date(), not(), and, or, brackets."
)


def _comparison(question: str, kind: QuestionKind, sign: str, given: _Given) -> Condition:
    if given.kind == "text" and not given.text:
        return _emptiness(question, sign)
    if sign in {"=", "!="}:
        same = Equals(question=question, value=_same(question, kind, given))
        return same if sign == "=" else Not(part=same)
    bound = _bound(question, kind, given)
    strict: Comparison = (More if sign[0] == ">" else Less)(question=question, than=bound)
    if sign in {"<", ">"}:
        return strict
    return AnyOf(parts=(strict, Equals(question=question, value=bound)))


def _emptiness(question: str, sign: str) -> Condition:
    if sign == "!=":
        return Answered(question=question)
    if sign == "=":
        return Not(part=Answered(question=question))
    raise DocumentRefused(
        tr("“{question}” cannot be more or less than nothing.", question=question)
    )


def _same(question: str, kind: QuestionKind, given: _Given) -> str | int | float:
    if kind is QuestionKind.CHOICES:
        raise DocumentRefused(
            tr(
                "Several can be chosen in “{question}”. Write selected(${{{question}}}, 'value').",
                question=question,
            )
        )
    if kind in CHOSEN:
        return _chosen(question, given)
    if kind is QuestionKind.NUMBER:
        return _number(question, given)
    if given.kind == "number":
        raise DocumentRefused(
            tr(
                "“{question}” is no number. Put {value} in quotes.",
                question=question,
                value=given.text,
            )
        )
    return given.text


def _chosen(question: str, given: _Given) -> str:
    if given.kind == "date":
        raise DocumentRefused(
            tr("“{question}” is no date. Compare it with one of its choices.", question=question)
        )
    return given.text


def _bound(question: str, kind: QuestionKind, given: _Given) -> int | float | str:
    if kind is QuestionKind.NUMBER:
        return _number(question, given)
    if kind is QuestionKind.DATE and given.kind == "date":
        return given.text
    if kind is QuestionKind.DATE:
        raise DocumentRefused(tr("Write the date like date('2026-09-30')."))
    raise DocumentRefused(
        tr("“{question}” is no number and no date, so nothing is more or less.", question=question)
    )


def _number(question: str, given: _Given) -> int | float:
    if given.kind != "number":
        raise DocumentRefused(
            tr(
                "“{question}” is a number. Compare it with figures, without quotes.",
                question=question,
            )
        )
    if len(given.text) > _MOST_FIGURES:
        raise DocumentRefused(tr("{number} is too long a number.", number=_start(given.text)))
    return float(given.text) if "." in given.text else int(given.text)


_MOST_FIGURES = 40
