"""Scripts, definitions and answers for tests: plain makers with defaults, and random ones."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from qualdesk.core.conditions import (
    All,
    Answered,
    AnyOf,
    Condition,
    Equals,
    Less,
    More,
    Not,
    OneOf,
)
from qualdesk.core.definition import Criterion, Definition, Level, Side, Signature, Tier
from qualdesk.core.scripts import (
    WANTS_CALL,
    Answer,
    Aside,
    CallScript,
    Option,
    Question,
    QuestionId,
    QuestionKind,
    Stage,
    StageKind,
)
from qualdesk.core.sources import SourceType
from qualdesk.core.translations import AsideWords, QuestionWords, Translation


def make_question(id: str = "need", kind: str = "words", **more: Any) -> Question:  # noqa: A002 (as in the file)
    given = {"say": f"Tell me about {id}.", "ask": f"About {id}?", "short": id.capitalize()}
    if kind in {"choice", "choices"} and "options" not in more:
        given["options"] = make_options("a", "b", "c")
    return Question(id=QuestionId(id), kind=QuestionKind(kind), **{**given, **more})


def make_options(*values: str) -> tuple[Option, ...]:
    return tuple(Option(value=value, label=f"Label {value}") for value in values)


def make_script(**stages: list[Question]) -> CallScript:
    """The small script: need, today and who in Discover, role and region in Fit, the call."""
    wanted = {
        "open": [make_question("hello", "read_aloud")],
        "discover": [
            make_question("need"),
            make_question("today"),
            make_question("who", "person"),
        ],
        "fit": [make_question("role", "choice"), make_question("sites", "number", unit="sites")],
        "next_step": [
            make_question(WANTS_CALL, "yes_no"),
            make_question("best_time", ask_when=Equals(question=WANTS_CALL, value="yes")),
        ],
    } | stages
    return CallScript(
        id="small",
        name="Small",
        version=1,
        stages=tuple(
            Stage(kind=StageKind(kind), questions=tuple(questions))
            for kind, questions in wanted.items()
        ),
    )


def make_definition(*criteria: Criterion, threshold: int = 50, **more: Any) -> Definition:
    usual = (
        Criterion(
            id="need", label="Need", question=QuestionId("need"), must_have=True, points=30,
            means="a problem of their own", ask="What are they working on?",
        ),
        Criterion(
            id="role", label="Role", question=QuestionId("role"), must_have=True, points=20,
            met_when=OneOf(question="role", values=("a", "b")), means="a or b", ask="Which part?",
            not_a_fit_when=Equals(question="role", value="c"),
            levels=(Level(when=Equals(question="role", value="c"), points=-15),),
        ),
        Criterion(
            id="call", label="Wants a call", question=WANTS_CALL, must_have=True, points=5,
            met_when=Equals(question=WANTS_CALL, value="yes"), ask="Would they like a call?",
        ),
        Criterion(id="today", label="Today", question=QuestionId("today"), points=10),
        Criterion(
            id="sites", label="Sites", question=QuestionId("sites"), points=15,
            met_when=More(question="sites", than=2),
        ),
    )  # fmt: skip
    return Definition(
        id="rule", name="Rule", version=3, threshold=threshold, criteria=criteria or usual, **more
    )


def said(**values: Any) -> dict[QuestionId, Answer]:
    """Answers by question id; an Answer stands for itself."""
    return {
        QuestionId(key): value if isinstance(value, Answer) else answer(key, value)
        for key, value in values.items()
    }


def answer(question: str, value: Any = None, **more: Any) -> Answer:
    return Answer(question=QuestionId(question), value=value, **more)


IDS = ("need", "today", "who", "role", "sites", "since", "several", str(WANTS_CALL), "best_time")
question_ids = st.sampled_from(IDS)
bounds = st.one_of(
    st.text(max_size=8),
    st.integers(-10, 10),
    st.floats(allow_nan=False, allow_infinity=False, width=16),
    st.sampled_from(["a", "b", "yes", "no", "2026-09-30", "2025-01-01"]),
)
scalars = bounds | st.booleans()
values = st.one_of(
    st.none(), scalars, st.floats(), st.lists(st.sampled_from("abc"), max_size=3).map(tuple)
)
comparisons = st.one_of(
    st.builds(Answered, question=question_ids),
    st.builds(Equals, question=question_ids, value=scalars),
    st.builds(
        OneOf, question=question_ids, values=st.lists(scalars, min_size=1, max_size=3).map(tuple)
    ),
    st.builds(More, question=question_ids, than=bounds),
    st.builds(Less, question=question_ids, than=bounds),
)


def _around(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(All, parts=several), st.builds(AnyOf, parts=several), st.builds(Not, part=parts)
    )


conditions = st.recursive(comparisons, _around, max_leaves=6)

_lines = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
_maybe = st.just("") | _lines
_keys = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
_asides = st.lists(
    st.builds(Aside, label=_maybe, say=_maybe, then=_maybe, id=st.just("") | _keys), max_size=2
).map(tuple)
_options = st.lists(st.builds(Option, value=_keys, label=_maybe), max_size=4).map(tuple)
_sources = st.sampled_from([source.value for source in SourceType])
_aside_words = st.dictionaries(
    _keys, st.builds(AsideWords, label=_maybe, say=_maybe, then=_maybe), max_size=2
)
_question_words = st.builds(
    QuestionWords,
    say=_maybe,
    ask=_maybe,
    short=_maybe,
    coach=_maybe,
    unit=_maybe,
    options=st.dictionaries(_keys, _maybe, max_size=2),
    say_for=st.dictionaries(_sources, _maybe, max_size=2),
    asides=_aside_words,
)
translations = st.builds(
    Translation,
    language=st.sampled_from(["de", "fr-CA", "nl"]),
    voicemail=_maybe,
    questions=st.dictionaries(_keys, _question_words, max_size=2),
    objections=_aside_words,
    exits=_aside_words,
)
questions = st.builds(
    Question,
    id=_keys.map(QuestionId),
    kind=st.sampled_from(QuestionKind),
    say=_maybe,
    ask=_maybe,
    short=_maybe,
    coach=_maybe,
    options=_options,
    unit=_maybe,
    ask_when=st.none() | conditions,
    say_for=st.dictionaries(_sources, _maybe),
    asides=_asides,
    tags=st.lists(_lines, max_size=2).map(tuple),
    own_words=st.booleans(),
    may_not_know=st.booleans(),
)
stages = st.builds(
    Stage,
    kind=st.sampled_from(StageKind),
    questions=st.lists(questions, max_size=3).map(tuple),
)
scripts = st.builds(
    CallScript,
    id=_keys,
    name=_maybe,
    version=st.integers(1, 10**6),
    stages=st.lists(stages, max_size=4).map(tuple),
    language=st.sampled_from(["en", "de-AT", "fr"]),
    voicemail=_maybe,
    objections=_asides,
    exits=_asides,
    translations=st.lists(translations, max_size=2).map(tuple),
)
_points = st.integers(-1_000, 1_000)
criteria = st.builds(
    Criterion,
    id=_keys,
    label=_lines,
    question=question_ids.map(QuestionId),
    must_have=st.booleans(),
    met_when=st.none() | conditions,
    points=_points,
    levels=st.lists(
        st.builds(Level, when=conditions, points=_points, means=_maybe), max_size=2
    ).map(tuple),
    not_a_fit_when=st.none() | conditions,
    means=_maybe,
    ask=_maybe,
    group=st.sampled_from(["", "", "one", "other"]),
)
tiers = st.builds(
    Tier,
    id=_keys,
    label=_lines,
    threshold=st.integers(0, 10_000),
    must_haves=st.lists(_keys, max_size=3).map(tuple),
    means=_maybe,
)
_days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
definitions = st.builds(
    Definition,
    id=_keys,
    name=_lines,
    version=st.integers(1, 10**6),
    threshold=st.integers(1, 10_000),
    criteria=st.lists(criteria, min_size=1, max_size=5).map(tuple),
    signatures=st.lists(
        st.builds(Signature, side=st.sampled_from(Side), name=_lines, signed_on=_days), max_size=2
    ).map(tuple),
    review_on=st.none() | _days,
    tiers=st.lists(tiers, max_size=2).map(tuple),
)


@st.composite
def answer_sets(draw: st.DrawFn) -> dict[QuestionId, Answer]:
    """Answers to some questions of the small script, of any kind and state."""
    keys = draw(st.lists(question_ids, unique=True))
    return {
        QuestionId(key): Answer(
            question=QuestionId(key),
            value=draw(values),
            words=draw(st.sampled_from(["", "as they said it"])),
            does_not_know=draw(st.booleans()),
            confirmed=draw(st.booleans()),
        )
        for key in keys
    }
