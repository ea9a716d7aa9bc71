"""What a person is to the law: where they may be, what kind of person, what they gave."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from phonenumbers import (
    COUNTRY_CODE_TO_REGION_CODE,
    PhoneNumberFormat,
    PhoneNumberType,
    example_number_for_type,
    format_number,
)

from qualdesk.core.area_codes import STATE_OF_AREA_CODE, state_of
from qualdesk.core.calling_codes import country_alone
from qualdesk.core.campaigns import REHEARSAL, CampaignPlan
from qualdesk.core.leads import Company, Contact
from qualdesk.core.legal import ListWord, grounds_of, legal_of, places_of, word_on
from qualdesk.core.permission import Basis, Permission
from qualdesk.core.phones import number_country, number_zones, read_phones
from qualdesk.core.places import ZONES_OF_STATE, place_in, states_of
from qualdesk.core.rules import Audience, Ground

NOW = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
CONSENT = Permission(basis=Basis.CONSENT, scope=("phone",))
RELATION = Permission(basis=Basis.EXISTING_RELATIONSHIP)
MIAMI, AUSTIN, TOLL_FREE = "+13055550101", "+15125550101", "+18005550101"
SYDNEY_MOBILE, BERLIN_MOBILE = "+61491570156", "+4915211223344"


@pytest.mark.parametrize(
    ("address", "numbers", "places"),
    [
        (("DE", "", ""), (), "DE"),
        (("US", "Florida", ""), (), "US-FL"),
        (("US", "FL", "73301"), (), "US-FL US-TX"),
        (("US", "", "33101"), (), "US-FL"),
        (("US", "TX", ""), (AUSTIN,), "US-TX"),
        (("US", "TX", ""), ("+12255550101",), "US-TX"),
        (("US", "", ""), ("+12255550101",), "US-LA"),
        (("", "", ""), ("+12255550101",), "US-LA"),
        (("DE", "", ""), ("+12255550101",), "DE US-LA"),
        (("DE", "", ""), (TOLL_FREE,), "DE"),
        (("", "", ""), (TOLL_FREE,), "US"),
        (("DE", "", ""), (SYDNEY_MOBILE,), "DE"),
        (("", "", ""), (SYDNEY_MOBILE,), "AU"),
        (("AT", "", ""), (BERLIN_MOBILE,), "AT DE"),
        (("GP", "", ""), (), "FR GP"),
        (("", "", ""), (), ""),
    ],
)
def test_every_place_somebody_may_be_in_counts(
    address: tuple[str, str, str], numbers: tuple[str, ...], places: str
) -> None:
    assert places_of(*address, numbers) == frozenset(places.split())


def test_what_a_calling_code_alone_says_is_what_the_library_of_numbers_says() -> None:
    """Which is not read for it: of most leads the code and the address say all that is asked."""
    regions = {code: one for code, one in COUNTRY_CODE_TO_REGION_CODE.items() if one[0] != "001"}
    for code, countries in regions.items():
        alone = countries[0] if len(countries) == 1 else ""
        assert country_alone(f"+{code}5550101") == alone, code
    for country in (one for some in regions.values() for one in some):
        kinds = (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.TOLL_FREE)
        found = (example_number_for_type(country, kind) for kind in kinds)
        numbers = (format_number(one, PhoneNumberFormat.E164) for one in found if one)
        for number in (one for one in numbers if not state_of(one)):
            theirs, is_placed = number_country(number)
            for home in ("", country, "AT"):
                for state in ("", "XY") if home else ("",):
                    alone = places_of(home, state, "", [])
                    named = places_of(theirs, "", "", [])
                    both = alone | named if is_placed or not home else alone
                    states = {one.partition("-")[0] for one in both if "-" in one}
                    assert places_of(home, state, "", [number]) == both - states, (number, home)


@pytest.mark.parametrize("number", [MIAMI, "+14055550101"])
def test_an_area_code_of_florida_or_oklahoma_is_presumed_to_reach_the_state(number: str) -> None:
    """Fla. Stat. 501.616, Okla. Stat. 15 s. 775C: whatever the address says."""
    assert places_of("US", "TX", "", [number]) == {"US-TX", f"US-{state_of(number)}"}


def test_the_campaigns_country_counts_only_when_nothing_else_says_where() -> None:
    assert places_of("", "", "", [], region="de") == {"DE"}
    assert places_of("FR", "", "", [], region="DE") == {"FR"}


def test_every_area_code_lies_on_the_clocks_of_its_state() -> None:
    """Two tables made apart agree: the state of a code, and the clocks its numbers are on."""
    for code, state in STATE_OF_AREA_CODE.items():
        zones = number_zones(f"+1{code}5550101")
        # A code that the library does not know yet is on every clock of the continent.
        is_known = len(zones) < 10
        assert not is_known or _clocks(zones) <= _clocks(ZONES_OF_STATE["US"][state.lower()]), code
    assert len(STATE_OF_AREA_CODE) > 340


def _clocks(zones: Iterable[str]) -> set[tuple[object, object]]:
    days = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 7, 1, tzinfo=UTC))
    return {
        tuple(day.astimezone(ZoneInfo(name)).utcoffset() for day in days)  # type: ignore[misc]
        for name in zones
    }


def test_who_is_named_with_a_company_is_business_unless_somebody_says_otherwise() -> None:
    bare, works = Contact(name="Ada"), Contact(name="Ada", company=Company(name="Elbkorn"))
    assert legal_of(bare).audience is Audience.UNKNOWN
    assert legal_of(works).audience is Audience.BUSINESS
    assert legal_of(works, audience=Audience.CONSUMER).audience is Audience.CONSUMER
    assert legal_of(bare, audience=Audience.BUSINESS).audience is Audience.BUSINESS


def test_a_consent_that_leaves_the_phone_out_gives_nothing() -> None:
    assert grounds_of([Permission(basis=Basis.CONSENT, scope=("e-mail",))]) == frozenset()
    assert grounds_of([CONSENT, RELATION]) == {Ground.CONSENT, Ground.EXISTING_RELATIONSHIP}
    assert grounds_of([Permission(basis=Basis.INQUIRY)]) == {Ground.LAWFUL_BASIS}
    assert grounds_of([Permission(says="They said so.")]) == frozenset()


def _plan(permission: Permission | None, **said: object) -> CampaignPlan:
    return CampaignPlan(name="Fair", source=replace(REHEARSAL, permission=permission), **said)  # type: ignore[arg-type]


def test_a_lists_own_word_comes_before_the_campaigns_and_the_stricter_before_the_other() -> None:
    plan = _plan(RELATION, audience=Audience.BUSINESS)
    plain, own = ListWord(), ListWord(permission=CONSENT, audience=Audience.CONSUMER)
    assert word_on(plan, (), NOW).grounds == {Ground.EXISTING_RELATIONSHIP}
    assert word_on(plan, (plain,), NOW).audience is Audience.BUSINESS
    assert word_on(plan, (own,), NOW).grounds == {Ground.CONSENT}
    both = word_on(plan, (own, ListWord(audience=Audience.BUSINESS)), NOW)
    assert both.audience is Audience.CONSUMER
    assert both.grounds == {Ground.CONSENT, Ground.EXISTING_RELATIONSHIP}


def test_a_rehearsal_is_of_businesses_whoever_wrote_its_card_down() -> None:
    assert (
        word_on(CampaignPlan(name="Fair", source=REHEARSAL), (), NOW).audience is Audience.BUSINESS
    )
    assert word_on(_plan(RELATION), (), NOW).audience is None


def test_a_permission_that_has_ended_gives_nothing_any_more() -> None:
    ended = Permission(basis=Basis.CONSENT, scope=("phone",), expires=date(2026, 3, 16))
    assert word_on(_plan(ended), (), NOW).grounds == frozenset()
    assert word_on(_plan(RELATION), (ListWord(permission=ended),), NOW).grounds == frozenset()


def test_nobody_consents_for_whom_they_name() -> None:
    """Canada's rules say so, and it is true everywhere."""
    assert word_on(_plan(CONSENT), (), NOW, is_referred=True).grounds == {Ground.LAWFUL_BASIS}
    assert word_on(_plan(None), (), NOW, is_referred=True).grounds == frozenset()


def test_a_number_that_cannot_be_dialled_says_nothing_of_a_place() -> None:
    broken = read_phones("12345", region="DE")
    assert legal_of(Contact(name="Ada", phones=broken)).places == frozenset()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("AU", ("AU", "")),
        ("Australia", ("AU", "")),
        ("US-FL", ("US", "FL")),
        ("Florida", ("US", "FL")),
        ("Texas, US", ("US", "TX")),
        ("Nowhere", ("", "")),
        ("CA", ("CA", "")),
    ],
)
def test_a_place_is_found_by_name_or_code(text: str, place: tuple[str, str]) -> None:
    assert place_in(text) == place


def test_a_code_of_a_state_nobody_lists_is_taken_as_it_is() -> None:
    assert states_of("DE", "BY") == {"BY"}
    assert states_of("DE", "Bayern") == frozenset()


def test_a_number_of_no_country_is_nowhere() -> None:
    assert number_country("+80012345678") == ("", False)
