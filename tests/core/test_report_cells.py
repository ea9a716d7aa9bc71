"""What stands in the tables of a report, as it is read."""

from decimal import Decimal

from qualdesk.core.report_cells import (
    Each,
    Edge,
    Money,
    Rate,
    Total,
    edges,
    is_figure,
    text_of,
)
from qualdesk.core.shares import Share


def rate(yes: int, of: int) -> Rate:
    return Rate(yes_at=0, of_at=1, share=Share(yes=yes, of=of))


def test_few_are_said_in_numbers_and_never_in_percent() -> None:
    assert [text_of(rate(2, of)) for of in (0, 6, 9, 10, 40)] == [
        "",
        "2 of 6",
        "2 of 9",
        "20%",
        "5%",
    ]


def test_bounds_are_said_of_enough_alone() -> None:
    assert [text_of(one) for one in edges(Share(yes=5, of=20))] == ["", ""]
    assert [text_of(one) for one in edges(Share(yes=15, of=30))] == ["33%", "67%"]
    assert text_of(Edge(share=None)) == ""


def test_values_are_read_as_people_write_them() -> None:
    money = Money(amount=Decimal("1234.5"), currency="EUR")
    assert text_of(money) == "1,234.50 EUR"
    assert text_of(Each(cost_at=0, count_at=1, money=money)) == "1,234.50 EUR"
    assert text_of(Each(cost_at=0, count_at=1, money=None)) == text_of(None) == ""
    assert text_of(Total(count=1204)) == text_of(1204) == "1,204"
    assert text_of("Fair") == "Fair"
    assert [is_figure(one) for one in ("Fair", 3, None, money)] == [False, True, True, True]
