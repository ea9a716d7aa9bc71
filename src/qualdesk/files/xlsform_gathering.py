"""What is gathered while an XLSForm is read: plain values, their rows, and what is wrong."""

import re
from collections.abc import Iterator
from typing import Any

from qualdesk.core.errors import Problem
from qualdesk.core.wording import tr, tr_later
from qualdesk.files.document_faults import Way
from qualdesk.files.document_plain import Plain
from qualdesk.files.xlsform_book import Book, Sheet, SheetRow
from qualdesk.files.xlsform_columns import (
    ASIDES,
    CHOICES,
    NOT_TAKEN,
    PLAIN,
    SAY_FOR,
    SETTINGS,
    SHEETS,
    SURVEY,
    TRANSLATED,
    language_tag,
)


class Gathered:
    """A form on its way to a script.

    Attributes:
        book: the form.
        language: the tag of its first language.
        translations: the words in other languages, by their tag.
        not_taken: names of rows that were refused, of which nothing more is said.
    """

    def __init__(self, book: Book) -> None:
        self.book = book
        # As keys: each is told once, and there may be thousands.
        self._problems: dict[Problem, None] = {}
        self._tags: dict[str, dict[str, str]] = {}
        self._rows: dict[Way, tuple[str, int]] = {}
        self.language = self._first_language()
        self.translations: dict[str, Plain] = {}
        self.not_taken: set[str] = set()
        self._unfinished: set[str] = set()
        for name in SHEETS:
            self._tags[name] = dict(self._languages_of(book.sheet(name)))
            self._refuse_formulas(book.sheet(name))

    def refuse(self, sheet: str, row: int, says: str, column: str = "") -> None:
        """Keep that this cannot be taken; of a formula without a value that is all there is."""
        if (place := _place(sheet, row, column)) not in self._unfinished:
            self.add(Problem(place=place, says=says))

    def add(self, problem: Problem) -> None:
        """Keep a problem; the same is told once."""
        self._problems[problem] = None

    @property
    def problems(self) -> list[Problem]:
        """What cannot be taken, as somebody finds it who reads the file from its start."""
        return sorted(self._problems, key=_reading_order)

    def refuse_columns(self, sheet: str, row: SheetRow) -> None:
        """Refuse what stands in a column that would change what is asked."""
        for column, language in row.cells:
            text = row.cells[column, language].strip()
            if column in NOT_TAKEN[sheet] and text.lower() not in {"no", "false", "false()"}:
                self.refuse(
                    sheet,
                    row.number,
                    tr(
                        "A script has no “{column}”. Clear this cell, or take the row out.",
                        column=column,
                    ),
                    column,
                )

    def words(self, sheet: str, row: SheetRow, column: str) -> dict[str, str]:
        """What stands in a column, by the tag of its language."""
        tags = self._tags[sheet]
        return {
            tags[f"{column}::{language}"]: text
            for (name, language), text in row.cells.items()
            if name == column and f"{column}::{language}" in tags
        }

    def split(
        self, sheet: str, row: SheetRow, column: str
    ) -> tuple[str, Iterator[tuple[Plain, str]]]:
        """The words of the first language, and those of others with the translation they go to."""
        words = self.words(sheet, row, column)
        first = words.pop(self.language, "")
        return first, ((self.translation(tag), text) for tag, text in words.items())

    def translation(self, tag: str) -> Plain:
        """The words in that language, begun when it has none yet."""
        return self.translations.setdefault(tag, {"language": tag})

    def stands(self, way: Way, sheet: str, row: int) -> None:
        """Keep in which row of which sheet a part of the script stands."""
        self._rows[way] = (sheet, row)

    def place_of(self, way: Way) -> str:
        """Where a part of the script stands in the file."""
        for length in range(len(way), 0, -1):
            if way[:length] in self._rows:
                sheet, row = self._rows[way[:length]]
                key = next((part for part in way[length:] if isinstance(part, str)), "")
                return _place(sheet, row, _COLUMNS[sheet].get(key, key))
        return SURVEY

    def place_in_file(self, problem: Problem) -> Problem:
        """A problem of the script at the place in the file it comes from."""
        parts = problem.place.split(".") if problem.place else []
        way = tuple(int(part) - 1 if part.isdecimal() else part for part in parts)
        return Problem(place=self.place_of(way), says=problem.says)

    def columns_passed_over(self) -> list[str]:
        """The headings of columns that were not read, with their sheet."""
        return [
            f"{name}: {heading.text}"
            for name, sheet in self.book.sheets.items()
            for heading in sheet.headings
            if heading.text
            and heading.column not in (*TRANSLATED[name], *PLAIN[name], *NOT_TAKEN[name])
        ]

    def _refuse_formulas(self, sheet: Sheet) -> None:
        for row, heading in sheet.unfinished:
            if heading.column in (*TRANSLATED[sheet.name], *PLAIN[sheet.name]):
                column = heading.text if heading.language else heading.column
                self.refuse(sheet.name, row, tr(_FORMULA), column)
                self._unfinished.add(_place(sheet.name, row, column))

    def _first_language(self) -> str:
        rows = self.book.sheet(SETTINGS).rows
        said = rows[0].get("default_language") if rows else ""
        tag = language_tag(said) if said and said != "default" else None
        if said and said != "default" and tag is None:
            self.refuse(SETTINGS, rows[0].number, tr(_LANGUAGE, language=said), "default_language")
        labels = [h.language for h in self.book.sheet(SURVEY).headings if h.column == "label"]
        if tag or "" in labels or not labels:
            return tag or "en"
        return language_tag(labels[0]) or "en"

    def _languages_of(self, sheet: Sheet) -> Iterator[tuple[str, str]]:
        """Each translated column with its language as written, and the tag of that language."""
        taken: dict[tuple[str, str], str] = {}
        for heading in sheet.headings:
            if heading.column not in (*TRANSLATED[sheet.name], *PLAIN[sheet.name]):
                continue
            tag = language_tag(heading.language) if heading.language else self.language
            if tag is None:
                says = tr(_LANGUAGE, language=heading.language)
                self.refuse(sheet.name, sheet.heading_row, says, heading.text)
                continue
            if taken.setdefault((heading.column, tag), heading.text) != heading.text or (
                sheet.headings.count(heading) > 1
            ):
                says = tr("This column stands here twice. Keep one of them.")
                self.refuse(sheet.name, sheet.heading_row, says, heading.text)
            if heading.column in TRANSLATED[sheet.name]:
                if tag != self.language:
                    self.translation(tag)
                yield f"{heading.column}::{heading.language}", tag


def said(text: str) -> str:
    """Words to read aloud as our scripts write them: ``${need}`` becomes ``{{answer.need}}``."""
    return _EARLIER.sub(r"{{answer.\1}}", text)


def put(plain: Plain, way: tuple[str, ...], value: Any) -> None:
    """Put a value into plain values, making the tables on the way to it."""
    for part in way[:-1]:
        plain = plain.setdefault(part, {})
    plain[way[-1]] = value


_EARLIER = re.compile(r"\$\{\s*([A-Za-z_][\w.-]*)\s*\}", re.ASCII)
_FORMULA = tr_later(
    "This is a formula without a value. Open the file in a spreadsheet program and save it there, "
    "or type the words."
)
_LANGUAGE = tr_later(
    "“{language}” is no language we know. Write it with its tag, for example German (de)."
)
_COLUMNS = {
    SURVEY: {
        "id": "name",
        "kind": "type",
        "say": "label",
        "coach": "hint",
        "options": "type",
        "ask_when": "relevant",
        "may_not_know": "required",
    },
    CHOICES: {"value": "name"},
    SETTINGS: {"id": "form_id", "name": "form_title", "language": "default_language"},
    SAY_FOR: {},
    ASIDES: {},
}


def _place(sheet: str, row: int, column: str) -> str:
    return (
        tr("{sheet}, row {row}, {column}", sheet=sheet, row=row, column=column)
        if column
        else tr("{sheet}, row {row}", sheet=sheet, row=row)
    )


def _reading_order(problem: Problem) -> tuple[int, int]:
    # Where in it the sheet and the row stand is for the language spoken to say.
    named = [(problem.place.find(sheet), at) for at, sheet in enumerate(SHEETS)]
    _, sheet_at = min((one for one in named if one[0] >= 0), default=(0, len(SHEETS)))
    row = re.search(r"\d+", problem.place)
    return sheet_at, int(row[0]) if row else 0
