"""Times said in German, French and Spanish are read as they are meant, and written so as to be."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.errors import TimeNotUnderstood
from qualdesk.core.spoken_times import TONGUES, hear, read_time, written_time
from qualdesk.core.times import local_time

TUESDAY = datetime(2026, 3, 17, 9, 42, 30, tzinfo=UTC)  # 10:42 in Berlin
BERLIN = "Europe/Berlin"
NOBODY_SAID = ()
_ROWS = ("| a", "| f", "| w")


def wall(text: str, *languages: str, now: datetime = TUESDAY) -> str:
    heard = hear(text, now=now, zone=BERLIN, languages=languages)
    return f"{heard.promise.wall:%a %Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Donnerstag halb elf", "Thu 2026-03-19 10:30"),
        ("Do um halb elf", "Thu 2026-03-19 10:30"),
        ("halb eins", "Tue 2026-03-17 12:30"),
        ("viertel nach zehn", "Wed 2026-03-18 10:15"),
        ("viertel vor elf", "Tue 2026-03-17 10:45"),
        ("viertel elf", "Wed 2026-03-18 10:15"),
        ("dreiviertel elf", "Tue 2026-03-17 10:45"),
        ("fünf vor halb elf", "Wed 2026-03-18 10:25"),
        ("fuenf nach halb elf", "Wed 2026-03-18 10:35"),
        ("zwanzig vor elf", "Wed 2026-03-18 10:40"),
        ("zehn Uhr dreißig", "Wed 2026-03-18 10:30"),
        ("morgen um neun", "Wed 2026-03-18 09:00"),
        ("morgen früh", "Wed 2026-03-18 10:00"),
        ("übermorgen 14 Uhr", "Thu 2026-03-19 14:00"),
        ("uebermorgen", "Thu 2026-03-19 10:00"),
        ("in zwei Stunden", "Tue 2026-03-17 12:43"),
        ("in anderthalb Stunden", "Tue 2026-03-17 12:13"),
        ("in 1,5 Stunden", "Tue 2026-03-17 12:13"),
        ("in einer halben Stunde", "Tue 2026-03-17 11:13"),
        ("in drei Tagen um 10", "Fri 2026-03-20 10:00"),
        ("in acht Tagen", "Tue 2026-03-24 10:00"),
        ("in vierzehn Tagen", "Tue 2026-03-31 10:00"),
        ("nächste Woche", "Mon 2026-03-23 10:00"),
        ("Donnerstag nächster Woche 11 Uhr", "Thu 2026-03-26 11:00"),
        ("Mittwoch in einer Woche", "Wed 2026-03-25 10:00"),
        ("nächsten Donnerstag", "Thu 2026-03-26 10:00"),
        ("kommenden Donnerstag", "Thu 2026-03-19 10:00"),
        ("kommenden Dienstag um 11", "Tue 2026-03-24 11:00"),
        ("nächsten Monat", "Wed 2026-04-01 10:00"),
        ("19.3. 10:30", "Thu 2026-03-19 10:30"),
        ("19. 3. um 10", "Thu 2026-03-19 10:00"),
        ("am 19. um zehn", "Thu 2026-03-19 10:00"),
        ("19. März 2026, 10.30 Uhr", "Thu 2026-03-19 10:30"),
        ("ersten April", "Wed 2026-04-01 10:00"),
        ("Donnerstagnachmittag um drei", "Thu 2026-03-19 15:00"),
        ("donnerstag morgen um 9", "Thu 2026-03-19 09:00"),
        ("morgen Mittag", "Wed 2026-03-18 12:00"),
        ("heute Abend um 6", "Tue 2026-03-17 18:00"),
        ("so gegen 11", "Tue 2026-03-17 11:00"),
        ("9 am", "Wed 2026-03-18 09:00"),
        ("Donnerstag nach 14 Uhr", "Thu 2026-03-19 14:00"),
        ("morgen nach der Mittagspause", "Wed 2026-03-18 13:30"),
        ("Ende der Woche", "Fri 2026-03-20 10:00"),
        ("Ende nächster Woche um 9", "Fri 2026-03-27 09:00"),
    ],
)
def test_german_is_read_as_it_is_meant(text: str, means: str) -> None:
    assert wall(text, "de-DE") == means


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("jeudi à dix heures et demie", "Thu 2026-03-19 10:30"),
        ("jeu 10h30", "Thu 2026-03-19 10:30"),
        ("onze heures moins le quart", "Tue 2026-03-17 10:45"),
        ("onze heures moins vingt", "Wed 2026-03-18 10:40"),
        ("dix heures et quart", "Wed 2026-03-18 10:15"),
        ("vingt et une heures", "Tue 2026-03-17 21:00"),
        ("midi et demi", "Tue 2026-03-17 12:30"),
        ("demain midi", "Wed 2026-03-18 12:00"),
        ("demain à 9h", "Wed 2026-03-18 09:00"),
        ("demain après-midi à trois heures", "Wed 2026-03-18 15:00"),
        ("après-demain", "Thu 2026-03-19 10:00"),
        ("dans deux heures", "Tue 2026-03-17 12:43"),
        ("dans une heure et demie", "Tue 2026-03-17 12:13"),
        ("dans un quart d\u2019heure", "Tue 2026-03-17 10:58"),
        ("dans quinze jours", "Tue 2026-03-31 10:00"),
        ("jeudi en huit", "Thu 2026-03-26 10:00"),
        ("la semaine prochaine", "Mon 2026-03-23 10:00"),
        ("jeudi de la semaine prochaine à 11h", "Thu 2026-03-26 11:00"),
        ("jeudi prochain", "Thu 2026-03-19 10:00"),
        ("mardi prochain", "Tue 2026-03-24 10:00"),
        ("le 19 à 10h", "Thu 2026-03-19 10:00"),
        ("le 19 mars à 10h30", "Thu 2026-03-19 10:30"),
        ("19 mar 10:30", "Thu 2026-03-19 10:30"),
        ("mar 10:30", "Tue 2026-03-24 10:30"),
        ("le 19 sept à 10h", "Sat 2026-09-19 10:00"),
        ("1er avril", "Wed 2026-04-01 10:00"),
        ("lundi en fin de journée", "Mon 2026-03-23 17:00"),
        ("ce soir à 18h", "Tue 2026-03-17 18:00"),
        ("jeudi après 15h", "Thu 2026-03-19 15:00"),
        ("demain à partir de 14 heures", "Wed 2026-03-18 14:00"),
        ("lundi après déjeuner", "Mon 2026-03-23 14:00"),
        ("en fin de semaine", "Fri 2026-03-20 10:00"),
    ],
)
def test_french_is_read_as_it_is_meant(text: str, means: str) -> None:
    assert wall(text, "fr") == means


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("el jueves a las diez y media", "Thu 2026-03-19 10:30"),
        ("mañana a las 9", "Wed 2026-03-18 09:00"),
        ("manana por la manana", "Wed 2026-03-18 10:00"),
        ("mañana por la tarde a las tres", "Wed 2026-03-18 15:00"),
        ("pasado mañana", "Thu 2026-03-19 10:00"),
        ("dentro de dos horas", "Tue 2026-03-17 12:43"),
        ("en hora y media", "Tue 2026-03-17 12:13"),
        ("en dos horas y media", "Tue 2026-03-17 13:13"),
        ("en media hora", "Tue 2026-03-17 11:13"),
        ("en quince días", "Tue 2026-03-31 10:00"),
        ("la semana que viene", "Mon 2026-03-23 10:00"),
        ("jueves de la semana que viene a las 11", "Thu 2026-03-26 11:00"),
        ("el próximo jueves", "Thu 2026-03-19 10:00"),
        ("el martes que viene", "Tue 2026-03-24 10:00"),
        ("el 19 a las 10", "Thu 2026-03-19 10:00"),
        ("19 de marzo de 2026 a las 11", "Thu 2026-03-19 11:00"),
        ("mar 10:30", "Tue 2026-03-24 10:30"),
        ("las once menos cuarto", "Tue 2026-03-17 10:45"),
        ("a las diez y treinta y cinco", "Wed 2026-03-18 10:35"),
        ("a la una y media", "Tue 2026-03-17 13:30"),
        ("a las 9 de la noche", "Tue 2026-03-17 21:00"),
        ("lunes a primera hora", "Mon 2026-03-23 09:00"),
        ("sáb 11", "Sat 2026-03-21 11:00"),
        ("jueves después de las 3", "Thu 2026-03-19 15:00"),
        ("mañana a partir de las diez", "Wed 2026-03-18 10:00"),
        ("mañana después de comer", "Wed 2026-03-18 16:00"),
    ],
)
def test_spanish_is_read_as_it_is_meant(text: str, means: str) -> None:
    assert wall(text, "es") == means


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("tue after 3", "Tue 2026-03-17 15:00"),
        ("tomorrow after lunch", "Wed 2026-03-18 13:30"),
        ("day after tomorrow after 11", "Thu 2026-03-19 11:00"),
        ("end of the week", "Fri 2026-03-20 10:00"),
        ("end of next week 9", "Fri 2026-03-27 09:00"),
        ("thursday week", "Thu 2026-03-26 10:00"),
        ("thursday in a week at 11", "Thu 2026-03-26 11:00"),
        ("this coming tuesday", "Tue 2026-03-24 10:00"),
    ],
)
def test_english_turns_of_phrase_are_read_as_they_are_meant(text: str, means: str) -> None:
    assert wall(text) == means


def test_on_a_weekend_the_end_of_the_week_is_the_next_one() -> None:
    saturday = TUESDAY + timedelta(days=4)
    assert wall("end of the week", now=saturday) == "Fri 2026-03-27 10:00"
    assert wall("end of next week", now=saturday) == "Fri 2026-03-27 10:00"


def test_every_example_of_the_page_about_call_backs_is_understood() -> None:
    """docs/call-back.md promises no more than is kept."""
    page = Path(__file__).parents[2] / "docs" / "call-back.md"
    rows = [line for line in page.read_text(encoding="utf-8").splitlines() if line[:3] in _ROWS]
    examples = [text for row in rows for text in re.findall(r"`([^`]+)`", row)]
    assert len(examples) > 30
    for text in examples:
        assert read_time(text, now=TUESDAY, zone=BERLIN).at > TUESDAY, text


def test_a_language_that_is_not_the_typists_own_is_understood_too() -> None:
    for languages in (NOBODY_SAID, ("en",), ("fr", "en"), ("pl",)):
        assert wall("Donnerstag halb elf", *languages) == "Thu 2026-03-19 10:30"
    assert hear("demain 9", now=TUESDAY, zone=BERLIN, languages=("es",)).language == "fr"


def test_the_typists_own_language_is_tried_first() -> None:
    """“mar” is a month to some and a weekday to others."""
    assert wall("mar 19", "en") == "Thu 2026-03-19 10:00"
    assert wall("mar 9", "fr") == wall("mardi 9", "fr")


@pytest.mark.parametrize(
    ("text", "region", "languages", "means", "note"),
    [
        ("3/4", "DE", ("en",), "Fri 2026-04-03 10:00",
         "Read with the day first. For the other order write 4 mar."),
        ("4/3 9", "US", ("en",), "Fri 2026-04-03 09:00",
         "Read with the month first. For the other order write 4 mar."),
        ("4/3 9", "", ("en-US",), "Fri 2026-04-03 09:00",
         "Read with the month first. For the other order write 4 mar."),
        ("4/3 9", "GB", ("en-US",), "Thu 2027-03-04 09:00",
         "Read with the day first. For the other order write 3 apr."),
        ("3/19 10:30", "DE", (), "Thu 2026-03-19 10:30", ""),
        ("19/3 10:30", "US", (), "Thu 2026-03-19 10:30", ""),
        ("4/4", "US", (), "Sat 2026-04-04 10:00", ""),
        ("12-05-2026", "", (), "Tue 2026-05-12 10:00",
         "Read with the day first. For the other order write 5 dec."),
        ("3.4. 10:00", "US", ("en",), "Fri 2026-04-03 10:00", ""),
        ("3/4 10h", "US", ("fr",), "Fri 2026-04-03 10:00",
         "Read with the day first. For the other order write 4 mar."),
    ],
)  # fmt: skip
def test_an_order_that_can_be_taken_two_ways_is_said(
    text: str, region: str, languages: tuple[str, ...], means: str, note: str
) -> None:
    heard = hear(text, now=TUESDAY, zone=BERLIN, languages=languages, region=region)
    assert f"{heard.promise.wall:%a %Y-%m-%d %H:%M}" == means
    assert heard.note == note


@pytest.mark.parametrize(
    ("text", "languages", "says"),
    [
        ("irgendwann", ("de",), "Not understood: “irgendwann”."),
        ("in zwei Stunden pünktlich", ("de",), "Not understood: “in zwei Stunden pünktlich”."),
        ("heute um neun", ("de",), "Tue 17 Mar, 09:00 has passed."),
        ("jeudi 25h", ("fr",), "There is no such time."),
        ("31 de febrero", ("es",), "There is no such time."),
        ("Mittwoch 19. März", ("de",), "Thu 19 Mar is another weekday."),
    ],
)
def test_what_cannot_be_read_in_any_language_is_answered_with_what_was_typed(
    text: str, languages: tuple[str, ...], says: str
) -> None:
    with pytest.raises(TimeNotUnderstood) as refused:
        wall(text, *languages)
    assert refused.value.says.startswith(says)
    assert "Try: " in refused.value.says


def test_a_time_is_written_in_each_language_as_people_there_write_it() -> None:
    first = datetime(2026, 4, 1, 9, 5)  # noqa: DTZ001 - wall time, on purpose
    written = [written_time(first, tongue.tag) for tongue in TONGUES]
    assert written == [
        "Wednesday 1 April 2026, 09:05",
        "Mittwoch, 1. April 2026, 09:05 Uhr",
        "mercredi 1er avril 2026, 09:05",
        "miércoles 1 de abril de 2026, 09:05",
    ]
    assert written_time(first, "de", now=datetime(2026, 3, 17)) == "Mittwoch, 1. April, 09:05 Uhr"  # noqa: DTZ001 - wall time


minutes = st.integers(2, 2 * 365 * 24 * 60)
zones = st.sampled_from([BERLIN, "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "UTC"])
instants = st.integers(0, 3 * 365 * 24 * 60).map(lambda ahead: TUESDAY + timedelta(minutes=ahead))


@given(instants, minutes, zones, st.sampled_from(TONGUES), st.sampled_from(TONGUES))
def test_what_is_written_is_read_back_to_the_same_minute(
    now: datetime, ahead: int, zone: str, written: object, typist: object
) -> None:
    """In each language, whoever types it, on both sides of each change of the clocks (D1, Q4)."""
    tags = [getattr(one, "tag", "") for one in (written, typist)]
    here = local_time(now, zone).replace(tzinfo=None)
    wall = here.replace(second=0, microsecond=0) + timedelta(minutes=ahead)
    says = written_time(wall, tags[0], now=here)
    read = read_time(says, now=now, zone=zone, languages=tags[1:])
    assert read.wall == wall, says


@pytest.mark.parametrize("text", ["29.3. 02:30", "29. März 02:30 Uhr", "le 29 mars à 02h30"])
def test_in_an_hour_that_clocks_skip_the_next_minute_there_is_is_meant(text: str) -> None:
    promise = read_time(text, now=TUESDAY, zone=BERLIN)
    assert promise.at == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize("text", ["25.10. 02:30", "el 25 de octubre a las 02:30"])
def test_in_an_hour_that_clocks_repeat_the_first_is_meant(text: str) -> None:
    promise = read_time(text, now=TUESDAY, zone=BERLIN)
    assert promise.at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("text", ["in zwei Stunden", "dans deux heures", "en dos horas"])
def test_two_hours_are_two_hours_also_where_clocks_change_meanwhile(text: str) -> None:
    before = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)  # 01:30 in Berlin; 02:00 becomes 03:00
    promise = read_time(text, now=before, zone=BERLIN)
    assert (f"{promise.wall:%H:%M}", promise.at - before) == ("04:30", timedelta(hours=2))


WORDS = """
    donnerstag do mi morgen heute ubermorgen um halb viertel vor nach elf zehn uhr in zwei stunden
    woche nachste marz 19. 3. am abend jeudi mar demain a dix heures et demie moins le quart dans
    2 h prochain semaine 1er avril midi soir jueves manana las y media menos cuarto por la tarde
    dentro de que viene el 19 10:30 3/4 12-5-2026 9 sept th , . / : - ' é ü ñ week in 1
"""
sayings = st.lists(st.sampled_from(sorted(set(WORDS.split()))), max_size=7).map(" ".join)


@given(sayings, instants, zones, st.sampled_from(["de", "fr", "es", "en"]))
def test_whatever_is_said_in_any_language_lies_ahead_or_is_refused_in_words(
    text: str, now: datetime, zone: str, language: str
) -> None:
    try:
        promise = read_time(text, now=now, zone=zone, languages=[language])
    except TimeNotUnderstood as refused:
        said = refused.says
        assert "Try: " in said
    else:
        assert now < promise.at <= now + timedelta(days=732)
