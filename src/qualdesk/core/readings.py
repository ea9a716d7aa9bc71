"""A script as it is read to one person: the words with what is known filled in."""

from collections.abc import Mapping
from dataclasses import field
from typing import Final

from qualdesk.core import words
from qualdesk.core.frozen import frozen
from qualdesk.core.questions import Answer, Question, QuestionId
from qualdesk.core.scripts import CallScript, StageKind, stage_progress, visible_questions
from qualdesk.core.wording import tr

NOTHING: Final[CallScript] = CallScript(id="none", name="No script", version=0, stages=())


@frozen
class Reading:
    """A script as it is read to one person, with the answers given so far.

    Attributes:
        source: the code of the source type, which chooses the words of an opener.
        values: the fields of the words to read, filled in ("lead.first_name").
    """

    script: CallScript = NOTHING
    answers: Mapping[QuestionId, Answer] = field(default_factory=dict)
    source: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked on the path taken, in order, what is only read aloud included."""
        return visible_questions(self.script, self.answers)

    @property
    def opener(self) -> Question | None:
        """What is read aloud first, None when the script has nothing of the kind."""
        first = next(iter(self.questions), None)
        return first if first is not None and not first.is_asked else None

    def progress(self) -> tuple[tuple[StageKind, int, int], ...]:
        """For each stage of the script: how many questions were asked, of how many."""
        stages = [stage.kind for stage in self.script.stages]
        return tuple((kind, *stage_progress(self.script, kind, self.answers)) for kind in stages)

    def say(self, question: Question) -> str:
        """The words to read aloud, with what is known filled in."""
        return self.filled(question.words_for(self.source))

    def filled(self, text: str) -> str:
        """Any text of the script with its fields filled in, earlier answers among them."""
        said = {f"answer.{key}": self._spoken(key) for key in self.answers}
        return words.read(text, {**self.values, **said})

    def _spoken(self, question: QuestionId) -> str:
        """An answer as the caller repeats it: their words where there are any."""
        answer, asked = self.answers[question], self.script.question(question)
        return answer.words or (asked.label_of(answer.value) if asked else "")

    def said(self, question: QuestionId) -> str:
        """What was answered, in words: the choice, and their own words after it."""
        answer, asked = self.answers.get(question), self.script.question(question)
        if answer is None:
            return ""
        label = asked.label_of(answer.value) if asked else str(answer.value or "")
        if answer.does_not_know:
            label = tr("Does not know")
        # A question answered in words keeps the same words in both places.
        parts = (label, answer.words if answer.words != label else "")
        return "; ".join(part for part in parts if part)
