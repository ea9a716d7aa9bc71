"""Outcomes are data: what the shipped file says, and what becomes of a file with mistakes."""

from datetime import timedelta
from pathlib import Path

import pytest

from qualdesk.core.errors import DocumentRefused, NotFound
from qualdesk.core.leads import Bucket
from qualdesk.core.outcomes import After, Catalogue
from qualdesk.files.outcomes import read_outcomes, shipped_outcomes
from qualdesk.resources import shipped


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_outcomes(shipped("outcomes.toml"))


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "outcomes.toml"
    path.write_text(text, encoding="utf-8")
    return path


def one(**changes: str) -> str:
    """An outcome as a file holds it, with some lines changed."""
    lines = {"code": '"busy"', "label": '"Busy"', "after": '"rest"', "bucket": '"waiting"'}
    return "[[outcome]]\n" + "\n".join(f"{k} = {v}" for k, v in (lines | changes).items())


def test_every_key_holds_the_outcome_the_screens_draw_on_it(catalogue: Catalogue) -> None:
    """D6: fixed places, Alt+1 to Alt+9."""
    on_keys = [catalogue.on_key(key) for key in range(1, 10)]
    assert [(outcome.code, outcome.label) for outcome in on_keys if outcome] == [
        ("no_answer", "No answer"),
        ("voicemail_left", "Voicemail"),
        ("busy", "Busy"),
        ("gatekeeper", "Someone else"),
        ("wrong_number", "Wrong number"),
        ("callback_fixed", "Call back"),
        ("nurture", "Nurture"),
        ("not_qualified", "Not a fit"),
        ("qualified", "Qualified"),
    ]
    assert catalogue.on_key(0) is None


def test_every_outcome_of_the_glossary_is_there(catalogue: Catalogue) -> None:
    codes = {outcome.code for outcome in catalogue}
    assert codes >= {
        "qualified", "partial", "not_qualified", "nurture", "callback_fixed", "callback_open",
        "wrong_person", "gatekeeper", "refused_soft", "do_not_call", "no_answer", "busy",
        "voicemail_left", "voicemail_none", "bad_number", "wrong_number", "number_changed",
        "fax", "technical", "language", "duplicate", "max_attempts", "to_supervisor",
    }  # fmt: skip


def test_only_a_wrong_number_and_do_not_call_need_no_call(catalogue: Catalogue) -> None:
    assert {o.code for o in catalogue if o.without_call} == {"wrong_number", "do_not_call"}


def test_only_the_program_says_that_tries_are_used_up(catalogue: Catalogue) -> None:
    assert {o.code for o in catalogue if o.by_program} == {"max_attempts"}


def test_a_note_is_asked_for_by_few_outcomes_only(catalogue: Catalogue) -> None:
    """Complaint 13: a required note on every call does harm."""
    assert {o.code for o in catalogue if o.needs_note} == {"research", "to_supervisor"}


def test_giveaway_is_a_reason_not_to_fit(catalogue: Catalogue) -> None:
    assert "Only the giveaway" in catalogue.outcome("not_qualified").reasons


def test_delays_and_what_follows_are_read_from_the_file(catalogue: Catalogue) -> None:
    no_answer = catalogue.outcome("no_answer")
    assert (no_answer.delay, no_answer.after) == (timedelta(hours=3), After.DAY_PART)
    assert no_answer.contacted is False
    assert no_answer.eligible is None
    assert catalogue.outcome("qualified").bucket is Bucket.QUALIFIED


def test_an_unknown_code_is_answered_with_those_there_are(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound, match=r"no outcome “answered”.*no_answer, voicemail_left"):
        catalogue.outcome("answered")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (one(after='"whenever"'), "outcome “busy”, after"),
        (one(bucket='"hidden"'), "outcome “busy”, bucket"),
        (one(delay_minutes="-1"), "outcome “busy”, delay_minutes"),
        (one(colour='"red"'), "outcome “busy”, colour"),
        (one(label='""'), "outcome “busy”, label"),
        ('[[outcome]]\nlabel = "Busy"', "outcome “1”, code"),
        (one() + "\n" + one(), "outcome “busy”"),
        (one(key="3") + "\n" + one(code='"full"', key="3"), "outcome “full”, key"),
        (one(needs_reason="true"), "outcome “busy”, reasons"),
        (one(after='"promise"'), "outcome “busy”, bucket"),
        (one(after='"open_promise"'), "outcome “busy”, bucket"),
        (one(bucket='"callback"'), "outcome “busy”, bucket"),
        (one(after='"final"', bucket='"callback"'), "outcome “busy”, bucket"),
        (one(in_vain="true", contacted="true"), "outcome “busy”, in_vain"),
        (one(needs_number="true"), "outcome “busy”, needs_number"),
        (one(), "outcome “do_not_call”"),
        ("outcome = 3", "outcome"),
        ("", "outcome"),
        ("outcome = []", "outcome"),
    ],
)
def test_a_mistake_is_named_at_its_place(tmp_path: Path, text: str, place: str) -> None:
    with pytest.raises(DocumentRefused) as refused:
        read_outcomes(written(tmp_path, text))
    assert place in [problem.place for problem in refused.value.problems]
    assert refused.value.says.startswith("outcomes.toml needs mending in ")


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(DocumentRefused) as refused:
        read_outcomes(written(tmp_path, one(after='"x"', bucket='"y"')))
    assert len(refused.value.problems) == 2


@pytest.mark.parametrize("text", ["[[outcome]", "\x00", "a = "])
def test_a_file_that_is_no_toml_is_refused_in_words(tmp_path: Path, text: str) -> None:
    with pytest.raises(DocumentRefused, match=r"outcomes\.toml cannot be read"):
        read_outcomes(written(tmp_path, text))


def test_a_missing_file_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(DocumentRefused, match=r"nowhere\.toml cannot be read"):
        read_outcomes(tmp_path / "nowhere.toml")


def test_the_shipped_file_means_the_same_to_the_strict_reader() -> None:
    """The start reads it without checks; here it is checked."""
    strict = read_outcomes(shipped("outcomes.toml"))
    assert list(shipped_outcomes()) == list(strict)


def test_the_queue_reads_what_it_does_from_the_columns(catalogue: Catalogue) -> None:
    """Try again, next number, reached: every column of the glossary, for every outcome."""
    again = {one.code for one in catalogue if one.tries_again}
    assert {one.code for one in catalogue} - again == {
        "qualified", "not_qualified", "wrong_person", "do_not_call", "language",
        "duplicate", "to_supervisor", "max_attempts",
    }  # fmt: skip
    assert {one.code for one in catalogue if one.next_number} == {
        "no_answer", "voicemail_left", "voicemail_none",  # in its turn
        "wrong_number", "bad_number", "fax", "number_changed",  # at once
    }  # fmt: skip
    assert {one.code for one in catalogue if one.is_refusal} == {"refused_soft", "do_not_call"}
    assert {one.code for one in catalogue if one.needs_number} == {"number_changed"}
    assert {one.code for one in catalogue if one.qualifies} == {"qualified"}
    assert not any(one.was_reached for one in catalogue if one.in_vain)
    assert not catalogue.outcome("wrong_number").was_reached, "a stranger at another number"
    assert catalogue.outcome("gatekeeper").was_reached
    assert all(one.aapor for one in catalogue)
