"""Ask-only-when in an XLSForm: what is written, what is read back, and that all agree (D4)."""

import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree as ET

import elementpath
import pytest
from elementpath import XPath1Parser
from hypothesis import given, settings
from hypothesis import strategies as st

from qualdesk.core.conditions import (
    All,
    Answered,
    AnswerValue,
    AnyOf,
    Condition,
    Equals,
    Less,
    More,
    Not,
    OneOf,
    holds,
)
from qualdesk.core.errors import DocumentRefused
from qualdesk.core.questions import QuestionKind
from qualdesk.files.xlsform_relevant import quoted, relevant_of
from qualdesk.files.xlsform_xpath import condition_of
from xforms import as_text, form_holds

KINDS = {
    "role": QuestionKind.CHOICE,
    "sites": QuestionKind.CHOICES,
    "sure": QuestionKind.YES_NO,
    "staff": QuestionKind.NUMBER,
    "by": QuestionKind.DATE,
    "need": QuestionKind.WORDS,
    "who": QuestionKind.PERSON,
    "when": QuestionKind.PERIOD,
}
_WORDS = ("a line", "it's old", 'the "big" one', "both ' and \"", "5")
_ANSWERS: dict[str, Any] = {
    "role": st.sampled_from(("decides", "asked", "1")),
    "sites": st.lists(st.sampled_from(("uk", "de", "fr")), min_size=1, unique=True).map(tuple),
    "sure": st.sampled_from(("yes", "no")),
    "staff": st.integers(-3, 3) | st.sampled_from((0.5, -0.5, 2.25, 10.0**14)),
    "by": st.sampled_from(("2026-01-31", "2026-02-01", "2026-12-31")),
    "need": st.sampled_from(_WORDS),
    "who": st.sampled_from(_WORDS),
    "when": st.sampled_from(("2026-Q3", "2026", "2026-09-30")),
}
_ONE = _ANSWERS | {"sites": st.sampled_from(("uk", "de", "fr"))}


def _evaluated(relevant: str, values: Mapping[str, AnswerValue]) -> bool:
    """What XForms makes of it: every question is a node, empty where nothing was answered."""
    root = ET.Element("data")
    for name in KINDS:
        ET.SubElement(root, name).text = as_text(values.get(name))
    return form_holds(re.sub(r"\$\{(\w+)\}", r"/data/\1", relevant), root)


def _conditions() -> st.SearchStrategy[Condition]:
    same = st.sampled_from(sorted(_ONE)).flatmap(
        lambda name: st.builds(Equals, question=st.just(name), value=_ONE[name])
    )
    any_of = st.sampled_from(sorted(_ONE)).flatmap(
        lambda name: st.builds(
            OneOf,
            question=st.just(name),
            values=st.lists(_ONE[name], min_size=1, max_size=3).map(tuple),
        )
    )
    bounds = st.sampled_from(("staff", "by")).flatmap(
        lambda name: (
            st.builds(More, question=st.just(name), than=_ONE[name])
            | st.builds(Less, question=st.just(name), than=_ONE[name])
        )
    )
    answered = st.builds(Answered, question=st.sampled_from(sorted(KINDS)))
    return st.recursive(
        same | any_of | bounds | answered,
        lambda inner: (
            st.builds(All, parts=st.lists(inner, max_size=3).map(tuple))
            | st.builds(AnyOf, parts=st.lists(inner, max_size=3).map(tuple))
            | st.builds(Not, part=inner)
        ),
        max_leaves=6,
    )


CONDITIONS = _conditions()
ANSWERS = st.fixed_dictionaries({}, optional=_ANSWERS)


@settings(max_examples=150, deadline=None)
@given(condition=CONDITIONS, values=ANSWERS)
def test_the_desk_the_form_and_what_is_read_back_agree_whatever_is_answered(
    condition: Condition, values: dict[str, AnswerValue]
) -> None:
    written = relevant_of(condition, KINDS)
    back = condition_of(written, KINDS)
    here = holds(condition, values)
    assert _evaluated(written, values) == here, written
    assert holds(back, values) == here, written


@settings(max_examples=100, deadline=None)
@given(condition=CONDITIONS)
def test_what_was_read_is_written_the_same_again(condition: Condition) -> None:
    back = condition_of(relevant_of(condition, KINDS), KINDS)
    written = relevant_of(back or All(parts=()), KINDS)
    assert condition_of(written, KINDS) == back


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (Answered(question="need"), "${need} != ''"),
        (Equals(question="role", value="decides"), "${role} = 'decides'"),
        (Equals(question="sites", value="uk"), "selected(${sites}, 'uk')"),
        (
            OneOf(question="role", values=("decides", "asked")),
            "${role} = 'decides' or ${role} = 'asked'",
        ),
        (More(question="staff", than=50), "${staff} > 50"),
        (Less(question="by", than="2026-10-01"), "${by} < date('2026-10-01')"),
        (
            All(
                parts=(
                    Not(part=Equals(question="sure", value="no")),
                    AnyOf(parts=(Answered(question="need"), More(question="staff", than=0.5))),
                )
            ),
            "not(${sure} = 'no') and (${need} != '' or ${staff} > 0.5)",
        ),
    ],
)
def test_a_condition_reads_as_a_supervisor_would_write_it(condition: Condition, text: str) -> None:
    assert relevant_of(condition, KINDS) == text
    assert condition_of(text, KINDS) == condition


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("", None),
        ("  true()  ", None),
        ("${ need } = ''", Not(part=Answered(question="need"))),
        ("'decides' = ${role}", Equals(question="role", value="decides")),
        ("50 < ${staff}", More(question="staff", than=50)),
        ("${role} != 'asked'", Not(part=Equals(question="role", value="asked"))),
        ("${role} = 1", Equals(question="role", value="1")),
        ("selected(${role}, 'asked')", Equals(question="role", value="asked")),
        ("${sure}=‘yes’", Equals(question="sure", value="yes")),  # noqa: RUF001 - as Excel turns it
        ("${by} = date('2026-10-01')", Equals(question="by", value="2026-10-01")),
        (
            "${staff} >= 15",
            AnyOf(parts=(More(question="staff", than=15), Equals(question="staff", value=15))),
        ),
    ],
)
def test_other_ways_to_write_the_same_are_understood(
    text: str, condition: Condition | None
) -> None:
    assert condition_of(text, KINDS) == condition


@given(values=ANSWERS, number=st.integers(-3, 3))
@settings(max_examples=60, deadline=None)
def test_at_least_and_unlike_mean_what_they_mean_in_a_form(
    values: dict[str, AnswerValue], number: int
) -> None:
    for text in (
        f"${{staff}} >= {number}",
        f"${{staff}} <= {number} and ${{need}} != ''",
        f"not(${{staff}} != {number})",
        "${role} != 'asked' or selected(${sites}, 'de')",
        "${need} = '' or '2026' = ${when}",
    ):
        assert holds(condition_of(text, KINDS), values) == _evaluated(text, values), text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("${later} = 'x'", "not asked before"),
        ("${opening} = 'x'", "read aloud"),
        ("${role} =", "ends too early"),
        ("${role} = 'decides' 'asked'", "cannot be read here"),
        ("${role}", "ends too early"),
        ("${staff} > ${staff}", "Compare a question with a value"),
        ("1 = 1", "Compare a question with a value"),
        ("${staff} + 1 > 2", "cannot be read from"),
        ("../role = 'x'", "cannot be read from"),
        ("regex(${need}, '.*')", "cannot be read here"),
        ("${by} > today()", "cannot be read here"),
        ("count-selected(${sites}) > 1", "cannot be read here"),
        ("${sites} = 'uk'", "selected(${sites}, 'value')"),
        ("selected(${need}, 'uk')", "Nothing is chosen"),
        ("selected('uk', ${sites})", "Write it like selected"),
        ("${staff} > '18'", "without quotes"),
        ("${need} = 5", "in quotes"),
        ("${need} > 5", "no number and no date"),
        ("${when} > '2026'", "no number and no date"),
        ("${by} > '2026-10-01'", "date('2026-09-30')"),
        ("${by} > date('soon')", "date('2026-09-30')"),
        ("${role} = date('2026-10-01')", "no date"),
        ("${need} > ''", "more or less than nothing"),
        ("${staff} > " + "9" * 60, "too long"),
        ("(" * 5_000, "too deep"),
        ("not(" * 5_000, "too deep"),
        ("${role} = 'decides", "cannot be read from"),
    ],
)
def test_what_our_conditions_cannot_say_is_refused_in_a_sentence(text: str, says: str) -> None:
    with pytest.raises(DocumentRefused) as refused:
        condition_of(text, KINDS | {"opening": QuestionKind.READ_ALOUD})
    assert says in refused.value.says


@pytest.mark.parametrize(
    "condition",
    [
        Answered(question="later"),
        Equals(question="staff", value="5"),
        Equals(question="need", value=5),
        Equals(question="need", value=""),
        Equals(question="need", value="it’s curly"),  # noqa: RUF001 - meant
        Equals(question="who", value="two\nlines"),
        OneOf(question="need", values=("a", "${who}")),
        Equals(question="sure", value=True),
        OneOf(question="role", values=("decides", 1)),
        More(question="when", than="2026-09-30"),
        More(question="staff", than="many"),
        Less(question="by", than="soon"),
        Less(question="role", than=3),
        More(question="staff", than=True),
    ],
)
def test_what_a_form_would_understand_otherwise_is_not_written(condition: Condition) -> None:
    with pytest.raises(DocumentRefused, match=r"Compare|Wait|Ask"):
        relevant_of(Not(part=condition), KINDS)


@given(text=st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))))
@settings(max_examples=100, deadline=None)
def test_any_text_survives_its_quotes(text: str) -> None:
    written = quoted(text)
    node = ET.Element("data")
    assert elementpath.select(node, f"string({written})", parser=XPath1Parser) == text
    if text:
        back = condition_of(f"${{need}} = {written}", KINDS)
        assert back == Equals(question="need", value=text)
