"""Calling rules as files: the shipped ones are whole, a person's own are refused in words."""

import json
import re
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from qualdesk.core.errors import DocumentRefused
from qualdesk.core.rules import Audience, Enforcement, Legal, RuleBook, RuleSet
from qualdesk.files.rule_models import WrittenRuleSet
from qualdesk.files.rule_sets import read_rules, rule_book, shipped_rules, sum_of_shipped
from qualdesk.resources import shipped

COUNTRIES = {"US", "CA", "GB", "AU", "FR", "DE", "ES", "IT", "NL", "AT", "CH", "IE"}
FILES = sorted(shipped("rules").glob("*.toml"))
DOCS = Path(__file__).resolve().parents[2] / "docs" / "calling-rules.md"
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


def test_what_the_shipped_rules_add_up_to_is_known_before_they_are_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A start reads a country or two; a call keeps the version all of them have together."""
    made = json.loads(shipped("rules_version.json").read_text(encoding="utf-8"))
    assert made["files"] == sum_of_shipped(), "rules changed: run .ci/rules_version"
    book = shipped_rules()
    assert book.version == made["version"] == RuleBook(book, book.holidays).version
    shutil.copytree(shipped("rules"), tmp_path / "rules")
    for name in ("holidays.toml", "rules_version.json"):
        shutil.copy(shipped(name), tmp_path / name)
    changed = tmp_path / "rules" / "de.toml"
    changed.write_text(changed.read_text(encoding="utf-8").replace("2026-", "2025-"), "utf-8")
    monkeypatch.setattr("qualdesk.files.rule_sets.shipped", tmp_path.joinpath)
    other = shipped_rules.__wrapped__()
    assert other.version == RuleBook(other, other.holidays).version != book.version
    changed.write_text("[[rules]]\n", "utf-8")
    with pytest.raises(KeyError):  # Never as if the country had no rules.
        shipped_rules.__wrapped__().of(Legal(places=frozenset({"DE"})), date(2026, 11, 23))


def test_only_the_file_of_a_country_asked_for_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    loads = tomllib.loads

    def noted(text: str) -> dict[str, object]:
        read.append(text)
        return loads(text)

    monkeypatch.setattr(tomllib, "loads", noted)
    book = shipped_rules.__wrapped__()
    (found,) = book.of(Legal(places=frozenset({"DE", "ZZ"})), date(2026, 11, 23))
    assert (found.id, book.is_empty, bool(book.version)) == ("de", False, True)
    assert read == [shipped("rules", "de.toml").read_text(encoding="utf-8")]
    for path in FILES:
        assert {one.country for one in read_rules(path)} == {path.stem.upper()}


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


def test_the_sample_in_the_docs_is_one() -> None:
    text = DOCS.read_text(encoding="utf-8")
    (sample,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    keys = set(re.findall(r"^\| (.+?) \|", text, re.MULTILINE))
    told = {key.strip("` ") for row in keys for key in row.split(",")}
    written = set(WrittenRuleSet.model_fields)
    assert written <= told, "every key of the form is told in the docs"
    assert set(tomllib.loads(sample)["rule_set"][0]) <= written


STATES = "AL CT FL IL IN KY LA MA MD ME MI MN MS NE NM NV OK PA RI SD TN TX UT WA WY"


@pytest.mark.parametrize("state", STATES.split())
def test_every_state_that_is_listed_anywhere_has_a_set(state: str) -> None:
    assert any((one.country, one.subdivision) == ("US", state) for one in shipped_rules())


def test_without_files_of_ones_own_the_book_is_the_programs(tmp_path: Path) -> None:
    assert rule_book(None) is shipped_rules()
    assert rule_book(tmp_path / "nowhere") is shipped_rules()
    assert rule_book(tmp_path) is shipped_rules()


def test_a_set_of_ones_own_stands_for_the_programs_and_names_its_file(tmp_path: Path) -> None:
    mine = GOOD.replace('"xa"', '"de"').replace('"XA"', '"DE"')
    (tmp_path / "mine.toml").write_text(mine + GOOD.partition("schema = 1")[2], encoding="utf-8")
    book = rule_book(tmp_path)
    assert book["de"].name == "Somewhere"
    assert book["xa"].country == "XA"
    assert book["fr-2026"] == shipped_rules()["fr-2026"]
    assert book.files == {"de": "mine.toml", "xa": "mine.toml"}
    assert book.refused == ()
    assert book.version != shipped_rules().version


def test_a_bad_file_is_left_out_whole_and_named_and_ours_holds(tmp_path: Path) -> None:
    both = GOOD.replace('"xa"', '"de"') + GOOD.partition("schema = 1")[2].replace("block", "hard")
    (tmp_path / "bad.toml").write_text(both, encoding="utf-8")
    (tmp_path / "good.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "twice.toml").write_text(GOOD, encoding="utf-8")
    book = rule_book(tmp_path)
    bad, twice = book.refused
    assert bad.startswith("bad.toml needs mending in one place.")
    assert bad.endswith("The rules that come with the program hold instead.")
    assert "good.toml has this id already" in twice
    assert book["de"] == shipped_rules()["de"]
    assert book.files == {"xa": "good.toml"}


def _read(folder: Path, text: str) -> tuple[RuleSet, ...]:
    path = folder / "rules.toml"
    path.write_text(text, encoding="utf-8")
    return read_rules(path)
