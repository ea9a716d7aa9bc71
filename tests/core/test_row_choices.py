"""A row under what a person decided: mended by hand, in a country they named, and told plainly."""

from collections.abc import Mapping

import pytest

from qualdesk.core.columns import guess_columns
from qualdesk.core.errors import Refused
from qualdesk.core.intake import BY_YOU, COUNTRY_NOT_CLEAR, NOBODY, SAID_NO, ReadRow, RowReader
from qualdesk.core.leads import PhoneState
from qualdesk.core.list_checks import Fix, FixKind
from qualdesk.core.list_choices import LEAVE_OUT, NO_CHOICES, ListChoices, RowMend

HEADINGS = ("Name", "Email", "Phone", "Country", "Scanned at", "Lead source")
GERMAN, BRITISH = "040 66969 118", "0117 496 0342"


def reader(
    rows: list[list[str]],
    choices: ListChoices = NO_CHOICES,
    *,
    region: str = "",
    headings: tuple[str, ...] = HEADINGS,
) -> RowReader:
    return RowReader(
        guess_columns(headings, rows),
        region=region,
        zone="Europe/Berlin",
        first_rows=rows,
        choices=choices,
        tells_fixes=True,
    )


def read(
    *cells: str, choices: ListChoices = NO_CHOICES, region: str = "", number: int = 7
) -> ReadRow:
    row = [*cells, *[""] * (len(HEADINGS) - len(cells))]
    return reader([row], choices, region=region).read(number, row)


def answered(country: str) -> ListChoices:
    return ListChoices(answers={"country": country})


def numbers(row: ReadRow) -> list[str]:
    return [phone.e164 for phone in row.contact.phones]


def fixes(row: ReadRow, kind: FixKind) -> list[tuple[str, str]]:
    return [(fix.before, fix.after) for fix in row.fixes if fix.kind is kind]


def test_a_number_without_a_country_asks_and_one_with_a_plus_does_not() -> None:
    assert read("Anna Berg", "", GERMAN).asks_country
    for number in ("+49 40 66969 118", "0049 40 66969 118", "", "none yet", "12345"):
        assert not read("Anna Berg", "", number).asks_country, number
    assert not read("Anna Berg", "", GERMAN, "Germany").asks_country


def test_the_answer_for_all_rows_without_a_country_is_the_country_they_are_read_in() -> None:
    row = read("Anna Berg", "", GERMAN, choices=answered("DE"))
    assert numbers(row) == ["+494066969118"]
    assert row.asks_country, "the question stays in sight with its answer"
    told = read("Emily Sharp", "", BRITISH, "UK", choices=answered("DE"))
    assert numbers(told) == ["+441174960342"], "a row that names its country keeps it"


def test_rows_without_a_country_can_be_left_out_and_only_they() -> None:
    assert read("A B", "", GERMAN, choices=answered(LEAVE_OUT)).left_out == COUNTRY_NOT_CLEAR
    assert read("A B", "", GERMAN, "DE", choices=answered(LEAVE_OUT)).left_out == ""
    assert read("A B", "a@b.example", choices=answered(LEAVE_OUT)).left_out == ""


def test_a_list_for_research_reads_such_numbers_in_no_country() -> None:
    row = read("A B", "", GERMAN, choices=answered("research"), region="DE")
    assert (numbers(row), row.left_out) == ([""], "")
    assert "country is not known" in row.research


def test_without_an_answer_the_country_of_the_list_holds() -> None:
    row = read("A B", "", GERMAN, region="DE")
    assert numbers(row) == ["+494066969118"]
    assert row.asks_country, "the list has a column of countries, and this row none"
    plain = reader([["A B", GERMAN]], region="DE", headings=("Name", "Phone"))
    assert not plain.read(1, ["A B", GERMAN]).asks_country, "such a list is of one country"
    said = ListChoices(region="gb")
    assert numbers(read("A B", "", BRITISH, region="DE", choices=said)) == ["+441174960342"]


def test_one_row_can_be_read_in_another_country() -> None:
    choices = ListChoices(answers={"country": "DE"}, rows={102: RowMend(region="GB")})
    row = read("Emily Sharp", "", BRITISH, choices=choices, number=102)
    assert (numbers(row), row.asks_country) == (["+441174960342"], False)
    assert numbers(read("Emily Sharp", "", GERMAN, choices=choices)) == ["+494066969118"]


def test_a_mend_of_one_row_beats_the_country_it_names() -> None:
    choices = ListChoices(rows={7: RowMend(region="GB")})
    assert numbers(read("E S", "", BRITISH, "Germany", choices=choices)) == ["+441174960342"]


def mended(cells: Mapping[str, str]) -> ListChoices:
    return ListChoices(rows={7: RowMend(cells=cells)})


def test_new_texts_take_the_place_of_what_stood_in_the_cells() -> None:
    choices = mended({"Phone": "+49 40 66969 118", "Name": "Ralf Simon"})
    row = read("R S", "", "12345", choices=choices)
    assert (row.contact.name, numbers(row), row.research) == (
        "Ralf Simon",
        ["+494066969118"],
        "",
    )
    assert read("R S", "", "12345", choices=choices, number=8).contact.name == "R S"


def test_a_short_row_can_be_mended_in_its_last_column() -> None:
    wide = reader([["A B", "", "", "", "", ""]], mended({"Lead source": "Messe"}))
    assert wide.read(7, ["A B"]).source is not None


def test_a_mend_of_a_column_that_is_not_there_is_refused_with_its_row() -> None:
    with pytest.raises(Refused, match="Row 7: there is no column called “Handy”"):
        read("A B", choices=mended({"Handy": "1"}))


def test_a_row_somebody_left_out_is_out_whatever_else_is_said() -> None:
    choices = ListChoices(rows={7: RowMend(leave_out=True, cells={"Name": "X Y"})})
    assert read("A B", "a@b.example", choices=choices).left_out == BY_YOU
    assert read("", choices=choices).left_out == BY_YOU
    assert read("", choices=choices, number=8).left_out == NOBODY


def test_who_asked_for_no_contact_says_so_before_any_other_reason() -> None:
    """O5: such a row silences the person, which a test row would not."""
    headings = ("Name", "Is test", "Do not call")
    cells = ["Anna Berg", "yes", "yes"]
    assert reader([cells], headings=headings).read(1, cells).left_out == SAID_NO


def test_numbers_in_one_form_are_told_before_and_after() -> None:
    row = read("A B", "", "040 66969-118 / +49 30 23125 417", "DE")
    assert fixes(row, FixKind.NUMBER) == [
        ("040 66969-118 / +49 30 23125 417", "+49 40 66969118"),
        ("040 66969-118 / +49 30 23125 417", "+49 30 23125417"),
    ]
    assert fixes(read("A B", "", "+49 40 66969118"), FixKind.NUMBER) == []
    assert fixes(read("A B", "", "12345", "DE"), FixKind.NUMBER) == [], "nothing was mended"


def test_a_tidied_name_and_a_freed_address_are_told() -> None:
    row = read("KR\u00d6GER, SABINE", "mailto:s.kroeger@ELBKORN.example")
    assert row.contact.name == "Sabine Kr\u00f6ger"
    assert (row.contact.first_name, row.contact.last_name) == ("Sabine", "Kr\u00f6ger")
    assert fixes(row, FixKind.NAME) == [("KR\u00d6GER, SABINE", "Sabine Kr\u00f6ger")]
    assert fixes(row, FixKind.EMAIL) == [
        ("mailto:s.kroeger@ELBKORN.example", "s.kroeger@elbkorn.example")
    ]
    assert read("Anna Berg", "a@b.example").fixes == ()


def test_an_address_of_their_own_settles_the_order_of_a_name_in_capitals() -> None:
    row = read("KR\u00d6GER SABINE", "sabine.kroeger@elbkorn.example")
    assert row.contact.name == "Sabine Kr\u00f6ger"
    assert row.keys == read("Sabine Kr\u00f6ger", "sabine.kroeger@elbkorn.example").keys


def test_a_source_in_the_words_of_the_closed_list_is_told() -> None:
    """O1."""
    assert fixes(read("A B", "", "", "", "", "Messe"), FixKind.SOURCE) == [("Messe", "Trade show")]
    assert fixes(read("A B", "", "", "", "", "trade show"), FixKind.SOURCE) == []


DATES = [["A B", "", "", "", day, ""] for day in ("11.03.2026 14:20", "04/03/2026", "2026-03-04")]


def test_the_order_of_dates_is_settled_by_the_column_and_told() -> None:
    rows = reader(DATES)
    assert (rows.dates.says, rows.dates.count, rows.dates.asks) == ("day, month", 2, False)
    told = [fixes(rows.read(1, row), FixKind.DATE) for row in DATES]
    assert told == [
        [("11.03.2026 14:20", "11 March 2026")],
        [("04/03/2026", "4 March 2026")],
        [],
    ]


def test_dates_nobody_can_tell_keep_their_words_until_somebody_says() -> None:
    cells = ["A B", "", "", "", "04/03/2026", ""]
    row = reader([cells]).read(1, cells)
    assert reader([cells]).dates.asks
    assert [done.says for done in row.touchpoints] == ["Scanned at the stand, 04/03/2026"]
    assert fixes(row, FixKind.DATE) == [("04/03/2026", "04/03/2026")]
    said = reader([cells], ListChoices(day_first=False)).read(1, cells)
    assert said.touchpoints[0].at is not None
    assert said.touchpoints[0].at.day == 3


def test_a_likely_slip_in_an_address_is_doubted_and_kept() -> None:
    row = read("A B", "anna@gmail.con")
    assert row.contact.emails == ("anna@gmail.con",)
    assert row.doubts == ("anna@gmail.con: did you mean anna@gmail.com?",)


def test_a_name_of_two_people_is_doubted_and_kept() -> None:
    row = read("Eva Kern / Max Kern", "eva@kern.example")
    assert row.contact.name == "Eva Kern / Max Kern"
    assert row.doubts == ("This may be two people in one lead: give each a row of their own.",)


def test_a_number_nobody_knows_is_doubted_where_the_list_names_no_country() -> None:
    """A British number read in Germany: it could be one, and is dialled only knowingly."""
    cells = ["A B", "020 7946 0904"]
    row = reader([cells], region="DE", headings=("Name", "Phone")).read(1, cells)
    assert row.contact.phones[0].state is PhoneState.POSSIBLE
    assert row.doubts == (
        "020 7946 0904: No such number is known, but it could be one. Check it.",
    )  # fmt: skip


def test_a_row_with_more_cells_than_columns_is_doubted() -> None:
    cells = ["A B", "a@b.example", "Berg", "Sons Ltd", "more"]
    row = reader([cells[:3]], headings=("Name", "E-mail", "Company")).read(1, cells)
    assert row.doubts == ("It has more cells than the list has columns: has something slipped?",)


@pytest.mark.parametrize(
    ("cell", "doubts"),
    [
        ("yes", ()),
        ("no", ()),
        ("", ("The list does not say whether they may be called.",)),
        ("pending", ("“pending” is neither yes nor no: may they be called?",)),
    ],
)
def test_a_consent_that_is_not_said_is_doubted(cell: str, doubts: tuple[str, ...]) -> None:
    """O5: blank is no no, and not a silent yes either."""
    cells = ["A B", GERMAN, cell]
    row = reader([cells], region="DE", headings=("Name", "Phone", "May call")).read(1, cells)
    assert row.doubts == doubts


def test_an_address_that_is_none_is_kept_doubted_and_compared_with_nobody() -> None:
    row = read("A B", "anna@@berg..example, a@b")
    assert "a@b" in row.contact.emails
    assert any("is no e-mail address" in doubt for doubt in row.doubts)
    assert row.keys.emails == frozenset()


def test_what_was_mended_is_told_only_where_it_was_asked_for() -> None:
    cells = ["KR\u00d6GER, SABINE", "", GERMAN, "DE", "", "Messe"]
    columns = guess_columns(HEADINGS, [cells])
    quiet, told = RowReader(columns), RowReader(columns, tells_fixes=True)
    assert quiet.read(1, cells).fixes == ()
    assert {fix.kind for fix in told.read(1, cells).fixes} == {
        FixKind.NUMBER,
        FixKind.NAME,
        FixKind.SOURCE,
    }
    assert (
        Fix(kind=FixKind.NUMBER, before=GERMAN, after="+49 40 66969118")
        in told.read(1, cells).fixes
    )


def test_three_people_on_one_number_stay_three_and_five_scans_of_one_stay_one_key() -> None:
    """A switchboard is a household; a badge scanned again is the same person."""
    rows = [["Jo Reuter", "", GERMAN, "DE"], ["Ma Pagel", "", GERMAN, "DE"]]
    household = [read(*row).keys for row in rows]
    assert household[0].numbers == household[1].numbers
    assert household[0].name != household[1].name
    scans = [read(name, "", GERMAN, "DE").keys for name in ("Jo Reuter", "REUTER, JO", "jo reuter")]
    assert len(set(scans)) == 1


@pytest.mark.parametrize("region", ["", "DE", "US"])
def test_no_choice_can_make_a_dialled_number_of_a_lost_one(region: str) -> None:
    row = read("A B", "", "4.41E+11", choices=answered(region) if region else NO_CHOICES)
    assert row.contact.phones[0].state is PhoneState.LOST_DIGITS
