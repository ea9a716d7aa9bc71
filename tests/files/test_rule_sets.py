"""Calling rules as files: the shipped ones are whole, a person's own are refused in words."""

from datetime import date
from pathlib import Path

import pytest

from qualdesk.core.errors import DocumentRefused
from qualdesk.core.rules import Audience, Enforcement, RuleSet
from qualdesk.files.rule_sets import read_rules, shipped_rules
from qualdesk.resources import shipped

COUNTRIES = {"US", "CA", "GB", "AU", "FR", "DE", "ES", "IT", "NL", "AT", "CH", "IE"}
FILES = sorted(shipped("rules").glob("*.toml"))
GOOD = """
schema = 1

[[rule_set]]
id = "xa"
name = "Somewhere"
country = "XA"
audience = ["consumer", "unknown"]
reviewed_on = 2026-11-22
review_due = 2027-05-22
enforcement = "block"
hours = { mon-fri = ["09:00-12:00", "13:00-20:00"], fri = ["09:00-12:00"], sun = [] }
sources = [{ cite = "Act", url = "https://law.example", seen_on = 2026-11-22, quality = "statute" }]
"""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_shipped_file_passes_the_strict_reader(path: Path) -> None:
    assert read_rules(path)


def test_at_least_twelve_countries_are_there_each_with_somebody_unknown() -> None:
    book = shipped_rules()
    for_unknown = {one.country for one in book if Audience.UNKNOWN in one.audience}
    assert for_unknown >= COUNTRIES


def test_every_shipped_set_says_where_it_is_from_and_when_to_look_again() -> None:
    for one in shipped_rules():
        assert one.sources, one.id
        assert one.review_due > one.reviewed_on, one.id
        has_only_hearsay = all(source.quality == "unverified" for source in one.sources)
        assert not has_only_hearsay or one.enforcement is Enforcement.WARN, one.id


def test_ids_are_used_once_over_all_files() -> None:
    ids = [one.id for path in FILES for one in read_rules(path)]
    assert len(ids) == len(set(ids))


def test_every_set_that_closes_on_holidays_has_its_holidays_for_two_years_ahead() -> None:
    book = shipped_rules()
    for one in (one for one in book if one.on_holidays):
        for year in (2027, 2028):
            day = date(year, 12, 25)
            assert book.holidays.is_holiday(one.country, one.subdivision, day), one.id


def test_a_written_set_is_read_as_it_stands(tmp_path: Path) -> None:
    (one,) = _read(tmp_path, GOOD)
    assert one.hours[0] == ((9 * 60, 12 * 60), (13 * 60, 20 * 60))
    assert one.hours[4] == ((9 * 60, 12 * 60),), "a single day beats the days of the week"
    assert one.hours[5] is None
    assert one.hours[6] == ()


@pytest.mark.parametrize(
    ("change", "to", "place"),
    [
        ('country = "XA"', 'country = "Somewhere"', "country"),
        ('enforcement = "block"', 'enforcement = "hard"', "enforcement"),
        ('name = "Somewhere"', 'title = "Somewhere"', "title"),
        ('"13:00-20:00"', '"20:00-13:00"', "hours"),
        ("review_due = 2027-05-22", "review_due = 2026-05-22", "xa"),
        ("schema = 1", "schema = 7", "schema"),
    ],
)
def test_a_slip_is_named_with_its_place(tmp_path: Path, change: str, to: str, place: str) -> None:
    with pytest.raises(DocumentRefused) as refused:
        _read(tmp_path, GOOD.replace(change, to))
    assert any(place in problem.place for problem in refused.value.problems)


def test_what_is_no_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentRefused, match="cannot be read as calling rules"):
        _read(tmp_path, "schema = [")


def _read(folder: Path, text: str) -> tuple[RuleSet, ...]:
    path = folder / "rules.toml"
    path.write_text(text, encoding="utf-8")
    return read_rules(path)
