"""What a row says that a person is told of in the call: form answers (O6) and consent."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from qualdesk.core.form_answers import answer_value
from qualdesk.core.list_dates import read_moment
from qualdesk.core.list_fields import Column, Field
from qualdesk.core.questions import Question
from qualdesk.core.scripts import WANTS_CALL
from qualdesk.core.sources import Touchpoint, TouchpointKind
from qualdesk.core.yes_no import asks_no_contact, is_no, is_yes

ASKED = "Asked for a phone call"


class AnswerReader:
    """Reads the answers of a form, when it was sent, and what somebody agreed to."""

    def __init__(self, columns: Sequence[Column], *, zone: str, day_first: bool | None) -> None:
        self._zone = zone
        self._day_first = day_first

        def of(*fields: Field) -> list[tuple[int, str]]:
            return [(column.index, column.name) for column in columns if column.field in fields]

        self._answers = [
            (column.index, column.name, column.asks)
            for column in columns
            if column.field is Field.QUESTION
        ]
        self._sent = of(Field.SUBMITTED_AT)
        self._consent = of(Field.MAY_CALL)
        self._consent_at = of(Field.CONSENT_AT)
        self._consent_words = of(Field.CONSENT_WORDS)
        self._no_email = of(Field.NO_EMAIL)
        self._no_contact = of(Field.DO_NOT_CONTACT)
        self._is_idle = not (
            self._answers or self._sent or self._consent or self._consent_at
            or self._consent_words or self._no_email or self._no_contact
        )  # fmt: skip

    def read(self, values: Sequence[str]) -> Iterator[Touchpoint]:
        """The answers with the time they were given, then the time itself, then consent."""
        if self._is_idle:
            return
        sent = _filled(values, self._sent)
        at = self._moment(sent[0][0]) if sent else None
        for index, name, question in self._answers:
            if index < len(values) and values[index]:
                answer = form_answer(values[index], name, question, at)
                yield answer
                if answer.question == WANTS_CALL and answer.value == "yes":
                    yield Touchpoint(kind=TouchpointKind.ASKED_FOR_CALL, says=ASKED, at=at)
        for text, name in sent:
            yield Touchpoint(
                kind=TouchpointKind.OTHER,
                says=f"{name}: {text}",
                at=self._moment(text),
                value=text,
            )
        yield from self._agreed(values)
        for text, name in _filled(values, self._no_email):
            if not is_no(text):
                says = "Wants no e-mails" if is_yes(text) else f"{name}: {text}"
                yield Touchpoint(kind=TouchpointKind.OTHER, says=says, value=text)

        for text, name in _filled(values, self._no_contact):
            if not (is_no(text) or asks_no_contact(text)):
                yield Touchpoint(kind=TouchpointKind.OTHER, says=f"{name}: {text}", value=text)

    def _agreed(self, values: Sequence[str]) -> Iterator[Touchpoint]:
        """Consent under its own heading, in its own words and with its date, to be told again."""
        given = _filled(values, self._consent)
        dates = _filled(values, self._consent_at)
        words = _filled(values, self._consent_words)
        if not given:
            for text, name in (*dates, *words):
                says = f"{name}: {text}"
                at = self._moment(text)
                yield Touchpoint(kind=TouchpointKind.OTHER, says=says, at=at, value=text)
            return
        at = self._moment(dates[0][0]) if dates else None
        more = f", {dates[0][0]}" if dates and at is None else ""
        more += "".join(f", “{text}”" for text, _ in words)
        for text, name in given:
            says = f"{name}: {text}{more}"
            given_at = at or self._moment(text)
            yield Touchpoint(kind=TouchpointKind.OTHER, says=says, at=given_at, value=text)

    def _moment(self, text: str) -> datetime | None:
        return read_moment(text, day_first=self._day_first, zone=self._zone)


def form_answer(
    text: str, heading: str, question: Question | None, at: datetime | None = None
) -> Touchpoint:
    """What a form said, under its own heading, and which question of the script it answers."""
    asked, text = _spoken(heading), _spoken(text)
    says = f"{asked} {text}" if asked.endswith("?") else f"{asked}: {text}"
    return Touchpoint(
        kind=TouchpointKind.FORM_ANSWER,
        says=says,
        at=at,
        question=question.id if question else "",
        value=answer_value(question, text),
    )


def _spoken(text: str) -> str:
    """Words as a person writes them: programs put ``within_3_months`` for an answer."""
    return text.replace("_", " ") if _CODE.fullmatch(text) else text


def _filled(values: Sequence[str], columns: Sequence[tuple[int, str]]) -> list[tuple[str, str]]:
    width = len(values)
    return [(values[at], name) for at, name in columns if at < width and values[at]]


_CODE = re.compile(r"[^\W_]+(?:_[^\W_]+)+\??")
