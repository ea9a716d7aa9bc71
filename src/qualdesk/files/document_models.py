"""The shape of script and definition files: which keys there are, and what may stand in them.

The same shape serves TOML written by people and JSON kept in the database. Only
``files/documents.py`` uses it, and imports it late: pydantic costs the program's start.
"""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

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
)
from qualdesk.core.definition import Criterion, Definition, Level, Side, Signature, Tier
from qualdesk.core.questions import (
    Aside,
    Option,
    Question,
    QuestionId,
    QuestionKind,
)
from qualdesk.core.scripts import CallScript, Stage, StageKind
from qualdesk.core.sources import SourceType
from qualdesk.core.translations import AsideWords, QuestionWords, Translation
from qualdesk.core.wording import tr

QuestionKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
DocumentKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,59}$")]
ValueKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_]{0,39}$")]
SourceKey = Annotated[SourceType, Field(strict=False)]
# Empty words and lists are allowed here: a draft is half-written. What is empty is a problem of
# the sense (core/document_checks.py), so no empty script is ever used.
Line = Annotated[str, StringConstraints(max_length=200)]
Text = Annotated[str, StringConstraints(max_length=4_000)]
SignedName = Annotated[str, StringConstraints(min_length=1, max_length=200)]
AsideKey = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_]{0,39})?$")]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Points = Annotated[int, Field(ge=-1_000, le=1_000)]
Scalar = bool | int | float | str


def _as_day(written: object) -> object:
    """A date in quotes is a date; JSON knows no other, and people write it so."""
    if isinstance(written, str):
        try:
            return date.fromisoformat(written)
        except ValueError:
            return written
    return written


Day = Annotated[date, BeforeValidator(_as_day)]


class Shape(BaseModel):
    """What all shapes share: no key beyond those named, no value read as another kind."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


class ConditionShape(Shape):
    """One condition: a comparison with a question, or ``all``, ``any`` or ``not`` around others."""

    all: list["ConditionShape"] | None = None
    any: list["ConditionShape"] | None = None
    not_: Annotated["ConditionShape | None", Field(alias="not")] = None
    question: QuestionKey | None = None
    answered: Literal[True] | None = None
    is_: Annotated[Scalar | None, Field(alias="is")] = None
    one_of: list[Scalar] | None = None
    more: int | float | str | None = None
    less: int | float | str | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        around = [name for name in ("all", "any", "not_") if getattr(self, name) is not None]
        said = [name for name in _COMPARISONS if getattr(self, name) is not None]
        if around and (len(around) > 1 or said or self.question):
            raise ValueError(tr("Use all, any or not alone, and put the comparisons inside it."))
        if not around and (self.question is None or len(said) != 1):
            raise ValueError(
                tr("Name a question and compare it once: answered, is, one_of, more or less.")
            )
        return self

    def built(self) -> Condition:
        """The condition itself."""
        if self.all is not None:
            return All(parts=tuple(part.built() for part in self.all))
        if self.any is not None:
            return AnyOf(parts=tuple(part.built() for part in self.any))
        if self.not_ is not None:
            return Not(part=self.not_.built())
        return self._comparison(self.question or "")

    def _comparison(self, question: str) -> Comparison:
        if self.one_of is not None:
            return OneOf(question=question, values=tuple(self.one_of))
        if self.more is not None:
            return More(question=question, than=self.more)
        if self.less is not None:
            return Less(question=question, than=self.less)
        if self.is_ is not None:
            return Equals(question=question, value=self.is_)
        return Answered(question=question)


_COMPARISONS = ("answered", "is_", "one_of", "more", "less")


class OptionShape(Shape):
    """An answer to choose."""

    value: ValueKey
    label: Line


class AsideShape(Shape):
    """Words at hand."""

    label: Line
    say: Text
    then: str = ""
    id: AsideKey = ""


class AsideWordsShape(Shape):
    """Words at hand in another language."""

    label: Line = ""
    say: Text = ""
    then: Text = ""

    def built(self) -> AsideWords:
        """The words themselves."""
        return AsideWords(**self.model_dump())


class QuestionWordsShape(Shape):
    """A question's words in another language."""

    say: Text = ""
    ask: Text = ""
    short: Text = ""
    coach: Text = ""
    unit: Text = ""
    options: dict[ValueKey, Line] = {}
    say_for: dict[SourceKey, Text] = {}
    asides: dict[QuestionKey, AsideWordsShape] = {}

    def built(self) -> QuestionWords:
        """The words themselves."""
        return QuestionWords(
            say=self.say,
            ask=self.ask,
            short=self.short,
            coach=self.coach,
            unit=self.unit,
            options=self.options,
            say_for={source.value: words for source, words in self.say_for.items()},
            asides={key: words.built() for key, words in self.asides.items()},
        )


class TranslationShape(Shape):
    """A script's words in another language."""

    language: LanguageTag
    voicemail: Text = ""
    objections: dict[QuestionKey, AsideWordsShape] = {}
    exits: dict[QuestionKey, AsideWordsShape] = {}
    questions: dict[QuestionKey, QuestionWordsShape] = {}

    def built(self) -> Translation:
        """The translation itself."""
        return Translation(
            language=self.language,
            voicemail=self.voicemail,
            objections={key: words.built() for key, words in self.objections.items()},
            exits={key: words.built() for key, words in self.exits.items()},
            questions={key: words.built() for key, words in self.questions.items()},
        )


class QuestionShape(Shape):
    """A question, or a text to read aloud."""

    id: QuestionKey
    kind: Annotated[QuestionKind, Field(strict=False)]
    say: Text
    ask: str = ""
    short: str = ""
    coach: str = ""
    options: list[OptionShape] = []
    unit: str = ""
    ask_when: ConditionShape | None = None
    say_for: dict[SourceKey, Text] = {}
    asides: list[AsideShape] = []
    tags: list[Line] = []
    own_words: bool = True
    may_not_know: bool = True

    def built(self) -> Question:
        """The question itself."""
        return Question(
            id=QuestionId(self.id),
            kind=self.kind,
            say=self.say,
            ask=self.ask,
            short=self.short,
            coach=self.coach,
            options=tuple(Option(**option.model_dump()) for option in self.options),
            unit=self.unit,
            ask_when=self.ask_when.built() if self.ask_when else None,
            say_for={source.value: words for source, words in self.say_for.items()},
            asides=tuple(Aside(**aside.model_dump()) for aside in self.asides),
            tags=tuple(self.tags),
            own_words=self.own_words,
            may_not_know=self.may_not_know,
        )


class StageShape(Shape):
    """A stage of the call."""

    kind: Annotated[StageKind, Field(strict=False)]
    questions: list[QuestionShape]


class ScriptShape(Shape):
    """A whole script."""

    id: DocumentKey
    name: Line
    version: Annotated[int, Field(ge=1)]
    language: LanguageTag = "en"
    voicemail: str = ""
    objections: list[AsideShape] = []
    exits: list[AsideShape] = []
    stages: list[StageShape]
    translations: list[TranslationShape] = []

    def built(self) -> CallScript:
        """The script itself."""
        return CallScript(
            id=self.id,
            name=self.name,
            version=self.version,
            language=self.language,
            voicemail=self.voicemail,
            objections=tuple(Aside(**aside.model_dump()) for aside in self.objections),
            exits=tuple(Aside(**aside.model_dump()) for aside in self.exits),
            translations=tuple(words.built() for words in self.translations),
            stages=tuple(
                Stage(kind=stage.kind, questions=tuple(q.built() for q in stage.questions))
                for stage in self.stages
            ),
        )


class LevelShape(Shape):
    """A degree of a criterion."""

    when: ConditionShape
    points: Points
    means: str = ""


class CriterionShape(Shape):
    """One thing that makes a lead qualified."""

    id: QuestionKey
    label: Line
    question: QuestionKey | Literal[""]
    must_have: bool = False
    met_when: ConditionShape | None = None
    points: Points = 0
    levels: list[LevelShape] = []
    not_a_fit_when: ConditionShape | None = None
    means: str = ""
    ask: str = ""
    group: QuestionKey | Literal[""] = ""

    def built(self) -> Criterion:
        """The criterion itself."""
        return Criterion(
            id=self.id,
            label=self.label,
            question=QuestionId(self.question),
            must_have=self.must_have,
            met_when=self.met_when.built() if self.met_when else None,
            points=self.points,
            levels=tuple(
                Level(when=level.when.built(), points=level.points, means=level.means)
                for level in self.levels
            ),
            not_a_fit_when=self.not_a_fit_when.built() if self.not_a_fit_when else None,
            means=self.means,
            ask=self.ask,
            group=self.group,
        )


class TierShape(Shape):
    """Another way to qualify."""

    id: QuestionKey
    label: Line
    threshold: Annotated[int, Field(ge=0, le=10_000)]
    must_haves: list[QuestionKey] = []
    means: str = ""

    def built(self) -> Tier:
        """The tier itself."""
        return Tier(
            id=self.id,
            label=self.label,
            threshold=self.threshold,
            must_haves=tuple(self.must_haves),
            means=self.means,
        )


class SignatureShape(Shape):
    """Who signed for which side."""

    side: Annotated[Side, Field(strict=False)]
    name: SignedName
    signed_on: Day


class DefinitionShape(Shape):
    """A whole definition."""

    id: DocumentKey
    name: Line
    version: Annotated[int, Field(ge=1)]
    threshold: Annotated[int, Field(ge=0, le=10_000)]
    review_on: Day | None = None
    criteria: list[CriterionShape]
    tiers: list[TierShape] = []
    signatures: list[SignatureShape] = []

    def built(self) -> Definition:
        """The definition itself."""
        return Definition(
            id=self.id,
            name=self.name,
            version=self.version,
            threshold=self.threshold,
            review_on=self.review_on,
            criteria=tuple(criterion.built() for criterion in self.criteria),
            tiers=tuple(tier.built() for tier in self.tiers),
            signatures=tuple(Signature(**signed.model_dump()) for signed in self.signatures),
        )
