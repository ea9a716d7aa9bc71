"""What callers can offer: kept clean, and refused where nobody could use it."""

import pytest

from qualdesk.core.errors import Refused
from qualdesk.core.offers import NO_OFFERS, Offers, Voicemail, checked

ASK = "May we write to you?"


@pytest.mark.parametrize(
    ("offers", "says"),
    [
        (Offers(materials=tuple(map(str, range(10)))), "At most 9"),
        (Offers(materials=("x" * 81,)), "80 characters"),
        (Offers(opt_in={"Klingon": ASK}), "no language known"),
        (Offers(opt_in={"en": "x" * 2001}), "too long"),
        (Offers(voicemail=Voicemail(text="x" * 2001)), "too long"),
        (Offers(voicemail=Voicemail(most=0)), "Between 1 and 9"),
        (Offers(voicemail=Voicemail(most=10)), "Between 1 and 9"),
    ],
)
def test_offers_nobody_could_use_are_refused(offers: Offers, says: str) -> None:
    with pytest.raises(Refused, match=says):
        checked(offers)


def test_what_is_empty_or_there_twice_is_left_out() -> None:
    said = Offers(materials=(" List ", "", "List"), opt_in={"German": ASK, "fr": " "})
    assert checked(said) == Offers(materials=("List",), opt_in={"de": ASK})
    assert checked(NO_OFFERS) == NO_OFFERS


@pytest.mark.parametrize(
    ("language", "found"), [("de", "de"), ("de-AT", "de"), ("fr", "en"), ("", "en")]
)
def test_the_words_are_in_the_language_of_the_call_or_the_nearest(
    language: str, found: str
) -> None:
    offers = Offers(opt_in={"en": ASK, "de": "D\u00fcrfen wir?"})
    assert offers.wording(language)[1] == found
    assert Offers().wording(language) == ("", "")
