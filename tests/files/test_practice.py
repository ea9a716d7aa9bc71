"""The people to practise on, as files: those that are shipped, and what is wrong with others."""

from pathlib import Path

import phonenumbers
import pytest

from qualdesk.core.errors import DocumentRefused
from qualdesk.core.practice import Person
from qualdesk.core.questions import check_answer
from qualdesk.core.scripts import CallScript
from qualdesk.files.documents import read_script
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.files.practice import read_person, shipped_people
from qualdesk.resources import shipped


@pytest.fixture(scope="module")
def script() -> CallScript:
    return read_script(shipped("scripts", "discovery-call.toml"))


def test_three_people_are_shipped_and_come_in_their_order() -> None:
    people = shipped_people()
    assert [person.order for person in people] == [1, 2, 3]
    assert len({person.name for person in people}) == 3


@pytest.mark.parametrize("person", shipped_people(), ids=lambda person: person.name)
def test_nobody_who_is_played_can_be_rung_or_written_to(person: Person) -> None:
    """Numbers kept for films, and a domain that exists nowhere."""
    drama = ("+49 30 23125", "+49 40 66969", "+49 221 4710")
    assert person.phone.startswith(drama)
    assert phonenumbers.is_possible_number(phonenumbers.parse(person.phone))
    assert person.email.endswith(".example")


def test_what_they_answer_fits_the_shipped_script(script: CallScript) -> None:
    """A caller who keeps what they say keeps answers the script takes, and ends as they wish."""
    outcomes = {outcome.code for outcome in shipped_outcomes()}
    for person in shipped_people():
        assert set(person.fits) <= outcomes
        for name, reply in person.replies.items():
            question = script.question(name)
            assert question is not None, name
            assert check_answer(question, reply.value or reply.words), name


def test_every_objection_has_words_at_hand_in_the_script(script: CallScript) -> None:
    """D2: what to say to an objection is found by a few letters."""
    labels = " ".join(aside.label for aside in script.objections)
    objections = [
        reply.objection
        for person in shipped_people()
        for reply in person.replies.values()
        if reply.objects
    ]
    assert len(objections) >= 2
    assert all(objection in labels for objection in objections)


def test_between_them_they_show_what_a_call_can_bring() -> None:
    """An objection, a referral (D5), a time to call back (Q4), a yes and a no (D3)."""
    replies = [reply for person in shipped_people() for reply in person.replies.values()]
    assert any(reply.names for reply in replies)
    assert any(reply.leaves for reply in replies)
    wants = {person.replies["wants_call"].value for person in shipped_people()[::2]}
    assert wants == {"yes", "no"}


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        (('name = "Hanne Vossberg"', 'name = ""'), "name"),
        (("order = 1", 'order = "first"'), "order"),
        (('fits = ["qualified"]', "fits = []"), "fits"),
        (('words = "I could not say more about that today."', ""), "otherwise.words"),
        (('says = "Here in Berlin."', ""), "says"),
        (("order = 1", "order = = 1"), ""),
    ],
)
def test_a_file_that_cannot_be_played_names_the_place(
    tmp_path: Path, changed: tuple[str, str], place: str
) -> None:
    text = shipped("practice", "1-a-first-call.toml").read_text(encoding="utf-8")
    assert changed[0] in text
    path = tmp_path / "broken.toml"
    path.write_text(text.replace(*changed), encoding="utf-8")
    with pytest.raises(DocumentRefused) as refused:
        read_person(path)
    assert [problem.place for problem in refused.value.problems] == [place]
    assert "broken.toml" in refused.value.says
