"""What a column of a list can become, as the screen offers it, and why it is read so."""

from collections.abc import Sequence
from typing import Final

from qualdesk.core.frozen import frozen
from qualdesk.core.list_fields import Because, Column, Field, Surety
from qualdesk.core.questions import Question
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.widgets.chip import ChipTone

KEPT: Final = tr_later("Kept with the lead")
NOT_USED: Final = tr_later("Not used")
HOW_SURE: Final[dict[Surety, tuple[str, ChipTone]]] = {
    Surety.SURE: (tr_later("Sure"), "ok"),
    Surety.LIKELY: (tr_later("Likely"), "warn"),
    Surety.UNUSED: (tr_later("Not used"), "plain"),
}
WHY: Final = {
    Because.YOURS: tr_later("Chosen by you"),
    Because.REMEMBERED: tr_later("As the last time"),
    Because.PRESET: tr_later("Known kind of list"),
    Because.HEADING: tr_later("By its heading"),
    Because.VALUES: tr_later("By its values"),
    Because.NOTHING: "",
}
_APART: Final = frozenset({Field.OTHER, Field.IGNORED, Field.QUESTION})


@frozen
class Meaning:
    """One thing a column can become: a field, or the answer to a question of the script."""

    field: Field
    asks: Question | None = None

    @property
    def label(self) -> str:
        """The meaning as the screen says it."""
        if self.asks is not None:
            return tr(
                "Answers: {question}", question=self.asks.short or self.asks.ask or self.asks.say
            )
        apart = {Field.OTHER: KEPT, Field.IGNORED: NOT_USED}.get(self.field)
        return tr(apart) if apart else self.field.label


def meanings(questions: Sequence[Question]) -> tuple[Meaning, ...]:
    """Everything a column can become, in the order of the menu."""
    fields = (Meaning(field=each) for each in Field if each not in _APART)
    asked = (Meaning(field=Field.QUESTION, asks=each) for each in questions)
    return (*fields, *asked, Meaning(field=Field.OTHER), Meaning(field=Field.IGNORED))


def is_used(column: Column) -> bool:
    """Whether a column becomes something of its own."""
    return column.field not in {Field.OTHER, Field.IGNORED}


def becomes(column: Column) -> str:
    """What a column becomes, in words."""
    return Meaning(field=column.field, asks=column.asks).label


def matched_in_words(columns: Sequence[Column]) -> str:
    """How many columns become something: "14 of 17 matched, 3 not used"."""
    used = sum(map(is_used, columns))
    rest = len(columns) - used
    if rest:
        return tr(
            "{used} of {columns} matched, {rest} not used",
            used=used,
            columns=len(columns),
            rest=rest,
        )
    return tr("{used} of {columns} matched", used=used, columns=len(columns))
