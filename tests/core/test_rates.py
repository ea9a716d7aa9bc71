"""A rate says what it divides by what, and a report can print that beside it."""

from qualdesk.core.rates import FIGURES, RATES, figure_words, rate


def test_every_rate_divides_figures_that_are_explained_and_has_its_formula_in_words() -> None:
    for one in RATES:
        assert {one.numerator, one.denominator} <= set(FIGURES), one.code
        assert " / " in one.formula
        assert one.name
        assert figure_words(one.numerator) != figure_words(one.denominator)
    assert [one.code for one in RATES if one.aapor] == ["contact", "cooperation"]
    assert len({one.code for one in RATES}) == len(RATES)


def test_a_rate_is_worked_out_from_figures_by_their_codes() -> None:
    figures = {"called": 412, "reached": 128, "answered": 27, "taken": 21}
    contact = rate("contact").of(figures)
    assert (contact.yes, contact.of) == (128, 412)
    assert rate("acceptance").of(figures).share == 21 / 27
    assert rate("followed_up").of({}).share is None, "nothing of nothing is no rate"
