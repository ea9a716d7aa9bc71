"""What the columns of a list mean: said by a person, remembered, or guessed.

A guess is sure, likely or none. Nothing is thrown away: a column nobody maps stays with the
lead as something the source said about them.
"""

from collections.abc import Iterable, Mapping, Sequence

from qualdesk.core.column_guesses import guess, said_of_doubles, said_of_values, settle
from qualdesk.core.column_values import contradicted, telling
from qualdesk.core.errors import Problem, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.headings import (
    first_of_its_name,
    heading_fingerprint,
    named_headings,
    plain_heading,
)
from qualdesk.core.list_fields import PEOPLE, QUESTION_PREFIX, Because, Column, Field, Surety
from qualdesk.core.list_presets import Preset, preset_of
from qualdesk.core.questions import Question
from qualdesk.core.remembered import Recalled, Remembered, recall
from qualdesk.core.wording import tr

__all__ = [
    "PEOPLE",
    "Because",
    "Column",
    "Field",
    "ListColumns",
    "Surety",
    "guess_columns",
    "heading_fingerprint",
    "plain_heading",
    "read_columns",
]


@frozen
class ListColumns:
    """The columns of a list, the kind of list it is when we know it, and what to say of them."""

    columns: tuple[Column, ...]
    preset: Preset | None = None
    notes: tuple[str, ...] = ()


def read_columns(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]] = (),
    mapping: Mapping[str, str] | None = None,
    *,
    questions: Sequence[Question] = (),
    remembered: Remembered | None = None,
) -> ListColumns:
    """What each column is.

    What a person says (``mapping``, by heading: a field or ``question:ID``) beats what is
    remembered of the source, that beats what is known of such lists, and that every guess.
    ``questions`` are those of the campaign's script.

    Raises:
        Refused: the mapping names a heading, a field or a question that does not exist.
    """
    first = list(rows)[:_LOOK_AT]
    names = named_headings(headings, max([len(headings), *(len(row) for row in first)]))
    known = _Known(
        chosen=_chosen(names, mapping or {}, questions),
        recalled=recall(remembered, names),
        preset=preset_of(headings),
        questions=tuple(questions),
    )
    columns = [known.read(index, name, _values(first, index)) for index, name in enumerate(names)]
    notes = [
        *([tr(known.preset.says)] if known.preset else []),
        *([known.recalled.note] if known.recalled else []),
        *(note for column in columns for note in said_of_values(column)),
        *said_of_doubles(columns),
    ]
    return ListColumns(columns=settle(columns), preset=known.preset, notes=tuple(notes))


def guess_columns(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]] = (),
    mapping: Mapping[str, str] | None = None,
) -> tuple[Column, ...]:
    """The columns alone, where no source is remembered and no script asks anything.

    Raises:
        Refused: the mapping names a heading or a field that does not exist.
    """
    return read_columns(headings, rows, mapping).columns


@frozen
class _Known:
    """What is known of the columns before anything is guessed."""

    chosen: Mapping[str, tuple[Field, Question | None]]
    recalled: Recalled | None
    preset: Preset | None
    questions: tuple[Question, ...]

    def read(self, index: int, heading: str, values: Sequence[str]) -> Column:
        """The column by what is known, else by a guess."""
        column = Column(
            index=index,
            heading=heading,
            field=Field.OTHER,
            surety=Surety.UNUSED,
            samples=tuple(dict.fromkeys(values))[:_SAMPLES],
        )
        return self._known(column, values) or guess(column, values, self.questions)

    def _known(self, column: Column, values: Sequence[str]) -> Column | None:
        """The column as somebody said, as it was the last time, or as such lists have it."""
        heading = column.heading
        if heading in self.chosen:
            field, asks = self.chosen[heading]
            return column.read_as(field, Surety.SURE, Because.YOURS, asks)
        if self.recalled and heading in self.recalled.fields:
            found = _meaning(self.recalled.fields[heading], self.questions)
            # Another source may have the same few headings, and other things below them.
            if found is not None and not contradicted(found[0], values):
                return column.read_as(found[0], self.recalled.surety, Because.REMEMBERED, found[1])
        if self.preset:
            known = self.preset.fields.get(plain_heading(first_of_its_name(heading)))
            if known is not None:
                return column.read_as(known, Surety.SURE, Because.PRESET)
        return None


def _values(rows: Sequence[Sequence[str]], index: int) -> list[str]:
    return telling([row[index] for row in rows if index < len(row)])


def _meaning(name: str, questions: Sequence[Question]) -> tuple[Field, Question | None] | None:
    """The field, or the question, a mapping names; None when there is no such thing."""
    word = name.strip()
    if word.lower().startswith(QUESTION_PREFIX):
        asked = word[len(QUESTION_PREFIX) :].strip()
        found = next((one for one in questions if one.id == asked and one.is_asked), None)
        return (Field.QUESTION, found) if found else None
    if word.lower() == Field.QUESTION or word.lower() not in _FIELDS:
        return (Field.IGNORED, None) if not word else None
    return Field(word.lower()), None


def _chosen(
    names: Sequence[str], mapping: Mapping[str, str], questions: Sequence[Question]
) -> dict[str, tuple[Field, Question | None]]:
    """What a person said, by the names of the columns.

    A heading that stands several times in the file means all of them, unless one is named.
    """
    problems = []
    chosen = {}
    for heading, name in mapping.items():
        named = [heading] if heading in names else []
        named += [one for one in names if one not in mapping and first_of_its_name(one) == heading]
        if not named:
            problems.append(Problem(place=heading, says=tr("There is no such column in the list.")))
        meant = _meaning(name, questions)
        if meant is None:
            problems.append(Problem(place=heading, says=_no_such(name, questions)))
        else:
            chosen.update(dict.fromkeys(named, meant))
    if problems:
        says = tr("The columns do not fit this list.")
        raise Refused(" ".join([says, *map(str, problems)]))
    return chosen


def _no_such(name: str, questions: Sequence[Question]) -> str:
    if name.strip().lower().startswith(QUESTION_PREFIX):
        asked = ", ".join(one.id for one in questions if one.is_asked)
        if not asked:
            return tr(
                "“{name}” names a question, and the campaign has no script with questions.",
                name=name,
            )
        return tr(
            "“{name}” is no question of the script. It asks: {asked}.", name=name, asked=asked
        )
    known = ", ".join(field.value for field in Field if field is not Field.QUESTION)
    return tr(
        "“{name}” is none of: {known}, {prefix}ID.",
        name=name,
        known=known,
        prefix=QUESTION_PREFIX,
    )


_FIELDS = frozenset(field.value for field in Field)
_LOOK_AT = 60
_SAMPLES = 3
