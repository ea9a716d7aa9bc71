"""Suggestions on lists whose truth is known: how many are right, how much of the truth is found."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

from qualdesk.core.identity import Keys, company_key, email_key, folded, name_key, same_person
from qualdesk.core.likeness import Likened, likely_pairs
from qualdesk.core.phones import read_phones

Pair = tuple[int, int]


@dataclass(frozen=True)
class Judged:
    """The share of suggestions that are right, and the share of the truth that was found."""

    precision: float
    recall: float


def judged(found: set[Pair], groups: Mapping[int, str]) -> Judged:
    members: defaultdict[str, list[int]] = defaultdict(list)
    for number, group in groups.items():
        members[group].append(number)
    true = {pair for each in members.values() for pair in combinations(sorted(each), 2)}
    right = len(found & true)
    return Judged(precision=right / max(len(found), 1), recall=right / max(len(true), 1))


def suggested(people: Iterable[Likened]) -> set[Pair]:
    return {(min(p.one, p.other), max(p.one, p.other)) for p in likely_pairs(people)}


def exact(people: Iterable[Likened]) -> Iterator[Pair]:
    for one, other in combinations(people, 2):
        if same_person(_keys(one), _keys(other)):
            yield one.id, other.id


def _keys(one: Likened) -> Keys:
    return Keys(name=one.name, company=one.company, numbers=one.numbers, emails=one.emails)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, skipinitialspace=True))


@pytest.mark.parametrize(("number", "recall"), [(1, 0.80), (2, 0.72), (3, 0.68)])
def test_suggestions_on_febrl_are_right_and_find_most(
    real: Path, number: int, recall: float
) -> None:
    """Names, towns and postcodes with slips; no numbers, no addresses."""
    people, groups = [], {}
    for at, row in enumerate(rows(real / "dedupe" / "febrl" / f"dataset{number}.csv"), start=1):
        name = name_key(f"{row['given_name']} {row['surname']}")
        town = folded(row["suburb"])
        people.append(Likened(id=at, name=name, city=town, postcode=row["postcode"]))
        groups[at] = row["rec_id"].split("-")[1]
    result = judged(suggested(people), groups)
    assert result.precision >= 0.99, result
    assert result.recall >= recall, result


def test_suggestions_on_the_senzing_truth_set_are_right(real: Path) -> None:
    """People and companies with all their numbers; keys join some, likeness suggests others."""
    folder = real / "dedupe" / "senzing_truthsets" / "demo"
    truth = {
        row["RECORD_ID"]: row["CLUSTER_ID"]
        for row in rows(folder / "actual_truthset_key.csv")
        if row["DATA_SOURCE"] == "CUSTOMERS"
    }
    people, groups = [], {}
    for at, row in enumerate(rows(folder / "customers.csv"), start=1):
        groups[at] = truth.get(row["RECORD_ID"], row["RECORD_ID"])
        name = row["PRIMARY_NAME_FULL"] or f"{row['PRIMARY_NAME_FIRST']} {row['PRIMARY_NAME_LAST']}"
        phones = read_phones(row["PHONE_NUMBER"], region="US")
        people.append(
            Likened(
                id=at,
                name=name_key(name),
                company=company_key(row["PRIMARY_NAME_ORG"]),
                numbers=frozenset(phone.e164 for phone in phones if phone.e164),
                emails=frozenset(filter(None, [email_key(row["EMAIL_ADDRESS"])])),
                city=folded(row["ADDR_CITY"]),
                postcode=row["ADDR_POSTAL_CODE"],
            )
        )
    both = judged(suggested(people) | set(exact(people)), groups)
    assert both.precision >= 0.6, both
    assert both.recall >= 0.25, both
