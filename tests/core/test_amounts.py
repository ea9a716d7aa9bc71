"""Amounts are read exactly, and never guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.amounts import Money, amount_text, amount_words, money_in

AMOUNTS = st.decimals(min_value=0, max_value=10**11, places=2, allow_nan=False)


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("12500", "12500", ""),
        ("12,500", "12500", ""),
        ("12.500,50", "12500.50", ""),
        ("12,500.5", "12500.5", ""),
        ("12 500,00 €", "12500.00", "EUR"),
        ("EUR 1.200", "1200", "EUR"),
        ("1200 usd", "1200", "USD"),
        ("£950", "950", "GBP"),
        ("$1,000,000.00", "1000000.00", "$"),
        ("CHF 1\u2019250.75", "1250.75", "CHF"),
        ("990 Kč", "990", "CZK"),
        ("0", "0", ""),
    ],
)
def test_amounts_are_read_as_they_are_written(text: str, amount: str, currency: str) -> None:
    assert money_in(text) == Money(amount=Decimal(amount), currency=currency)


@pytest.mark.parametrize(
    "text",
    [
        *("", "12 k", "12 mio", "3 tsd", "-5", "a lot", "EUR", "EUR 5 USD", "1,2,3", "1e5"),
        *("NaN", "=1+1", "10-20", "1234567890123"),
        # Half a million, or half of one? A thousand times too much is worse than asking.
        *("0.500", "0,125", "1,200.500", "1.200,500", "1.200.50", "1,200,50"),
    ],
)
def test_what_is_no_amount_is_none(text: str) -> None:
    assert money_in(text) is None


def test_the_column_says_the_currency_where_the_amount_does_not() -> None:
    assert money_in("5", "eur") == Money(amount=Decimal(5), currency="EUR")
    assert money_in("5 €", "USD") == Money(amount=Decimal(5), currency="EUR")
    assert money_in("5", "€") == Money(amount=Decimal(5), currency="EUR")


@given(AMOUNTS)
def test_what_is_kept_reads_back_exactly(amount: Decimal) -> None:
    kept = amount_text(amount)
    found = money_in(kept)
    assert Decimal(kept) == amount
    assert "." not in kept or not kept.endswith("0")
    # Three decimals would be thousands: amounts of money have two at most.
    assert found is not None
    assert found.amount == amount


@given(AMOUNTS)
def test_both_ways_of_marking_thousands_mean_the_same(amount: Decimal) -> None:
    english = f"{amount:,.2f}"
    german = english.translate(str.maketrans(",.", ".,"))
    assert money_in(english) == money_in(german) == Money(amount=amount)


def test_an_amount_is_said_with_cents_only_where_it_has_some() -> None:
    said = [amount_words(Decimal(one), "EUR") for one in ("12000", "12000.00", "1200.5")]
    assert said == ["12,000 EUR", "12,000 EUR", "1,200.50 EUR"]
    assert amount_words(Decimal(7), "") == "7"
