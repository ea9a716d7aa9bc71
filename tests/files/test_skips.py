"""The reasons to skip a lead are data: shipped ones hold, and a bad file is refused with places."""

from datetime import timedelta

import pytest

from qualdesk.core.errors import DocumentRefused
from qualdesk.core.skips import REST
from qualdesk.files.skips import shipped_skips, skips_in

ONE = '[[skip]]\ncode = "a"\nlabel = "Ay"\n'


def test_what_is_shipped_can_be_read_and_rests_at_least_a_quarter_of_an_hour() -> None:
    reasons = list(shipped_skips())
    assert [one.code for one in reasons][:2] == ["somebody_else", "know_them"]
    assert all(timedelta(minutes=15) <= one.rest <= timedelta(days=1) for one in reasons)
    assert {one.own for one in reasons} == {True, False}


def test_a_reason_is_found_by_its_code_and_its_label_and_else_kept_in_their_words() -> None:
    reasons = shipped_skips()
    for given in ("know_them", " i know  THIS person "):
        assert reasons.read(given).code == "know_them"
    own = reasons.read("The fax answers")
    assert (own.code, own.label, own.rest) == ("", "The fax answers", REST)
    assert reasons.read("").label == ""


def test_a_rest_that_is_not_written_is_two_hours() -> None:
    (one,) = skips_in(ONE)
    assert (one.rest, one.own) == (timedelta(hours=2), False)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[skip]\n", "cannot be read"),
        ("a = 1\n", "holds no reasons"),
        (ONE + "\n[other]\n", "holds no reasons"),
        ('[[skip]]\ncode = "a"\n', "skip 1: “label” is missing"),
        (ONE + ONE, "skip 2: “a” is there twice"),
        (ONE + "rest_minutes = 0\n", "skip 1: “rest_minutes” is from 1 minute"),
        (ONE + 'rest_minutes = "long"\n', "skip 1: “rest_minutes” is from 1 minute"),
        (ONE + "rest_minutes = 99999\n", "skip 1: “rest_minutes” is from 1 minute"),
        (ONE + "own = 1\n", "skip 1: “own” is true or false"),
        (ONE + "colour = 1\n", "skip 1: “colour” means nothing here"),
    ],
)
def test_a_file_with_a_mistake_is_refused_and_says_where(text: str, says: str) -> None:
    with pytest.raises(DocumentRefused) as refused:
        skips_in(text, "mine.toml")
    told = "\n".join([refused.value.says, *map(str, refused.value.problems)])
    assert says in told
