"""Which clocks a person may live by: an address decides, a number adds, nothing is guessed away."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.phones import Line, read_lines
from qualdesk.core.place_tables import NAME_OF_ZONE, ZONES_OF_COUNTRY, ZONES_OF_STATE
from qualdesk.core.places import (
    FROM_ADDRESS,
    FROM_BOTH,
    FROM_NUMBER,
    address_zones,
    country_of,
    is_state,
    postcode_zones,
    zone_candidates,
)
from qualdesk.core.postcode_tables import STATE_OF_AREA, ZONES_OF_AREA, ZONES_OF_PREFIX
from qualdesk.core.times import is_zone


def lines(*numbers: str) -> list[Line]:
    return [line for number in numbers for line in read_lines(number)]


def zones(country: str, state: str, *numbers: str) -> tuple[str, ...]:
    return zone_candidates(country=country, subdivision=state, lines=lines(*numbers))[0]


@pytest.mark.parametrize(
    ("words", "country"),
    [
        (("Germany", "Deutschland", "Allemagne", "Alemania", "DE", "deu", "+49"), "DE"),
        (("USA", "U.S.", "United States of America", "Vereinigte Staaten", "Etats-Unis"), "US"),
        (("UK", "Great Britain", "Scotland", "Royaume-Uni", "0044"), "GB"),
        (("\u00d6sterreich", "osterreich", "Austria", "AUT"), "AT"),
        (("Espa\u00f1a", "Espana", "Spanien"), "ES"),
        (("\u65e5\u672c", "\u65e5\u672c\u56fd", "Japan"), "JP"),
        (("\u30c9\u30a4\u30c4", "Germania"), "DE"),
        (("\u00c9ire", "Ireland"), "IE"),
        (("Nowhere", "", "49", "+", "Atlantis"), ""),
    ],
)
def test_a_country_is_known_in_four_languages_and_by_its_codes(
    words: tuple[str, ...], country: str
) -> None:
    assert {country_of(word) for word in words} == {country}


def test_every_zone_of_the_tables_exists() -> None:
    named = {zone for each in ZONES_OF_COUNTRY.values() for zone in each}
    named |= {z for states in ZONES_OF_STATE.values() for each in states.values() for z in each}
    for zone in named:
        assert ZoneInfo(zone).key == zone
    assert len(ZONES_OF_COUNTRY) > 240


def test_a_state_on_two_clocks_names_both() -> None:
    for state in ("IN", "Kentucky", "TX", "Tennessee", "FL", "OR", "AZ", "NE"):
        assert len(address_zones("US", state)) == 2, state
    assert address_zones("US", "NY") == address_zones("US", "New York") == ("America/New_York",)
    assert address_zones("CA", "Quebec") == address_zones("CA", "Qu\u00e9bec")
    assert address_zones("AU", "NSW") != address_zones("AU", "VIC")
    assert is_state("US", "ny")
    assert not is_state("DE", "NY")


def test_an_address_with_one_clock_decides() -> None:
    assert zone_candidates(country="DE", lines=lines("+493023125417")) == (
        ("Europe/Berlin",),
        FROM_ADDRESS,
    )
    assert zones("US", "CA", "+18005550199") == ("America/Los_Angeles",), "toll-free adds nothing"
    assert "Australia/Perth" not in zones("AU", "NSW", "+61491570156"), "nor does such a mobile"


def test_a_number_that_names_a_place_comes_on_top_of_the_address() -> None:
    found, basis = zone_candidates(country="DE", lines=lines("+442079460123"))
    assert (found, basis) == (("Europe/Berlin", "Europe/London"), FROM_BOTH)
    assert zones("US", "TX", "+12125550123") == (
        "America/Chicago",
        "America/Denver",
        "America/New_York",
    )


def test_in_a_country_on_many_clocks_a_local_number_says_where() -> None:
    found = zone_candidates(country="US", lines=lines("+12125550123"))
    assert found == (("America/New_York",), FROM_BOTH)
    assert zones("ES", "", "+34910555123") == ("Europe/Madrid",)
    assert zones("CA", "", "+16045550134", "+442079460123") == (
        "America/Vancouver",
        "Europe/London",
    )


def test_without_a_local_number_the_whole_country_counts() -> None:
    for numbers in ((), ("+18005550199",), ("+61491570156",)):
        country = "AU" if "+61491570156" in numbers else "US"
        assert set(zones(country, "", *numbers)) == set(ZONES_OF_COUNTRY[country])
    assert set(zones("US", "", "+442079460123")) > set(ZONES_OF_COUNTRY["US"])


def test_without_an_address_all_zones_of_all_numbers_count() -> None:
    assert zone_candidates(country="", lines=lines("+442079460123", "+493023125417")) == (
        ("Europe/Berlin", "Europe/London"),
        FROM_NUMBER,
    )
    assert len(zones("", "", "+18005550199")) > 30, "so nobody is called at a wrong hour"


def test_a_number_nobody_gave_out_says_nothing_beside_one_that_exists() -> None:
    assert zones("", "", "+12125550123", "+13895550123") == ("America/New_York",)
    assert len(zones("", "", "+13895550123")) > 30


def test_nothing_known_is_no_candidate_and_no_guess() -> None:
    assert zone_candidates(country="", lines=()) == ((), "")
    assert zone_candidates(country="Atlantis", lines=lines("12345")) == ((), "")


def test_candidates_are_sorted_and_each_named_once() -> None:
    found = zones("US", "FL", "+13055550123", "+12125550123")
    assert list(found) == sorted(set(found))


@pytest.mark.parametrize(
    ("country", "postcode", "zones"),
    [
        ("US", "10001", ("America/New_York",)),
        ("US", "90210-1234", ("America/Los_Angeles",)),
        ("US", "2134", ("America/New_York",)),  # the zero of 02134 was eaten
        ("US", "32501", ("America/Chicago",)),
        ("US", "32801", ("America/New_York",)),
        ("US", "42101", ("America/Chicago",)),
        ("US", "47901", ("America/Chicago", "America/Indiana/Indianapolis")),
        ("US", "79901", ("America/Denver",)),
        ("US", "00000", ()),
        ("CA", "K1A 0B1", ("America/Toronto",)),
        ("CA", "p9n1a1", ("America/Winnipeg",)),
        ("CA", "V1C", ("America/Edmonton",)),
        ("CA", "V6B 1A1", ("America/Vancouver",)),
        ("AU", "2000", ("Australia/Sydney",)),
        ("AU", "2880", ("Australia/Broken_Hill",)),
        ("AU", "0872", ("Australia/Adelaide", "Australia/Darwin", "Australia/Perth")),
        ("BR", "01310-100", ("America/Sao_Paulo",)),
        ("BR", "69005-070", ("America/Manaus",)),
        ("MX", "77500", ("America/Cancun",)),
        ("MX", "22000", ("America/Tijuana",)),
        ("RU", "620014", ("Asia/Yekaterinburg",)),
        ("RU", "101000", ("Europe/Moscow",)),
        ("ES", "35001", ("Atlantic/Canary",)),
        ("ES", "28001", ("Europe/Madrid",)),
        ("PT", "9500-150", ("Atlantic/Azores",)),
        ("DE", "20095", ()),
        ("US", "SW1A 1AA", ()),
        ("AU", "20000", ()),
    ],
)
def test_a_postcode_says_where_people_live_in_a_country_on_several_clocks(
    country: str, postcode: str, zones: tuple[str, ...]
) -> None:
    assert postcode_zones(country, postcode) == zones


def test_a_postcode_narrows_a_state_on_two_clocks() -> None:
    assert address_zones("US", "TX", "75201") == ("America/Chicago",)
    assert address_zones("US", "Texas") == ("America/Chicago", "America/Denver")
    assert address_zones("US", "", "75201") == ("America/Chicago",)
    assert address_zones("DE", "", "20095") == ("Europe/Berlin",)


def test_a_postcode_of_another_state_adds_its_zones() -> None:
    assert address_zones("US", "CA", "10001") == ("America/Los_Angeles", "America/New_York")


def test_states_of_countries_on_many_clocks_are_known_by_name_and_code() -> None:
    assert address_zones("BR", "S\u00e3o Paulo") == address_zones("BR", "SP")
    assert address_zones("MX", "Sonora") == ("America/Hermosillo",)
    assert address_zones("RU", "Sverdlovsk Oblast") == ("Asia/Yekaterinburg",)
    assert address_zones("RU", "Republic of Tatarstan") == ("Europe/Moscow",)
    assert len(address_zones("RU", "Somewhere")) > 8


def test_a_postcode_decides_like_a_state_does() -> None:
    assert zone_candidates(country="US", postcode="94105", lines=lines("+18005550199")) == (
        ("America/Los_Angeles",),
        FROM_ADDRESS,
    )
    found, basis = zone_candidates(country="US", postcode="94105", lines=lines("+12125550123"))
    assert (found, basis) == (("America/Los_Angeles", "America/New_York"), FROM_BOTH)


def test_every_zone_of_a_postcode_exists_and_is_of_its_country() -> None:
    for country, prefixes in ZONES_OF_PREFIX.items():
        for zone in {zone for zones in prefixes.values() for zone in zones}:
            assert ZoneInfo(zone).key == zone
            assert zone.partition("/")[0] in {
                known.partition("/")[0] for known in ZONES_OF_COUNTRY[country]
            } | {"Atlantic"}
    for area, zones in ZONES_OF_AREA.items():
        state = ZONES_OF_STATE["US"][STATE_OF_AREA[area].lower()]
        assert set(zones) <= set(state), area
        assert list(zones) == sorted(zones), area


@given(st.sampled_from(sorted(ZONES_OF_COUNTRY)), st.text(max_size=12), st.text(max_size=12))
def test_any_address_of_a_country_has_a_clock(country: str, state: str, postcode: str) -> None:
    found = address_zones(country, state, postcode)
    assert found
    assert list(found) == sorted(set(found))


def test_one_clock_under_two_names_is_one_clock() -> None:
    """Numbers are known by names of zones that the tables of places no longer use."""
    (line,) = read_lines("+91 22 6677 8899")
    assert line.zones == ("Asia/Kolkata",)
    assert zone_candidates(country="IN", lines=[line]) == (("Asia/Kolkata",), FROM_ADDRESS)
    assert zones("NP", "", "+977 1 4123456") == ("Asia/Kathmandu",)
    assert all(is_zone(zone) for zone in NAME_OF_ZONE.values())
    tables = {zone for zones in ZONES_OF_COUNTRY.values() for zone in zones}
    assert not set(NAME_OF_ZONE) & tables
    assert not set(NAME_OF_ZONE) & set(NAME_OF_ZONE.values())
