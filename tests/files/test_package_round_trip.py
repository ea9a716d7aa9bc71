"""Hostile leads through every file of a package: nothing lost, nothing runs, no plus gone (T2)."""

import pytest
from package_round_trip import round_trip

# The same with 100,000 leads is benchmarks/package_round_trip.py; its figures are in the docs.
LEADS = 150
# Those that others read are a few of them.
FEWER = {"contacts.vcf", "briefs/*.html"}


@pytest.mark.parametrize("seed", [1, 2])
def test_every_value_comes_back_equal_from_every_file(seed: int) -> None:
    found = {came.file: came for came in round_trip(LEADS, seed)}
    assert {name for name, came in found.items() if not came.is_whole} == set()
    assert len(found) == 3 + 5 * 3 + 5
    assert {came.rows for name, came in found.items() if name not in FEWER} == {LEADS}
    with_numbers = [came for name, came in found.items() if not name.startswith("answers")]
    assert all(came.numbers > came.rows / 4 for came in with_numbers if came.file not in FEWER)
    assert all(found[name].numbers > 1 for name in FEWER)
