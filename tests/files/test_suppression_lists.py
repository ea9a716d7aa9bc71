"""Do-not-call lists are read in any shape, and every row that is no number is named."""

import hashlib
import hmac
from pathlib import Path

import pytest

from qualdesk.core.errors import ExportRefused, ListRefused, Refused
from qualdesk.core.keyed_hashes import hash_in, hash_of, key_of
from qualdesk.files.lead_tables import workbook
from qualdesk.files.suppression_lists import (
    ListedRow,
    hashes_in,
    numbers_in,
    open_plain,
    write_lines,
)

KEY = b"the key of Northwind"
FIRST, SECOND = "+493023125101", "+493023125102"


def _read(path: Path, region: str = "") -> list[ListedRow]:
    with open_plain(path) as table:
        return list(numbers_in(table, region).rows())


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        "+49 30 23125101\n+49 30 23125102\n",
        "Phone\n+49 30 23125101\n030 23125102\n",
        "Nr;Telefon;Grund\n1;030/23125-101;wollte nicht\n2;0049 30 23125102;\n",
        (
            "Opt-outs of March\n\nwhen,who,phone\n12.03.2026,Ada,+493023125101\n"
            "13.03.2026,Ben,030 23125102\n"
        ),
        "12.03.2026,030 23125101\n13.03.2026,030 23125102\n",
    ],
    ids=["bare", "one column", "german", "lines above", "no headings"],
)
def test_the_numbers_are_found_in_any_shape(tmp_path: Path, text: str) -> None:
    rows = _read(_written(tmp_path / "no.csv", text), "DE")
    assert [number for row in rows for number in row.numbers] == [FIRST, SECOND]
    assert not [row.says for row in rows if row.says]


def test_a_workbook_is_read_like_a_text_list(tmp_path: Path) -> None:
    path = tmp_path / "no.xlsx"
    path.write_bytes(workbook(("Name", "Phone"), [("Ada", FIRST), ("Ben", SECOND)]))
    assert [row.numbers for row in _read(path)] == [(FIRST,), (SECOND,)]


def test_a_list_of_one_number_is_a_list(tmp_path: Path) -> None:
    assert [row.numbers for row in _read(_written(tmp_path / "one.txt", f"{FIRST}\n"))] == [
        (FIRST,)
    ]


def test_whatever_else_a_person_is_known_by_is_kept_with_the_number(tmp_path: Path) -> None:
    text = (
        "Name,Company,E-mail,Phone\n"
        "Dr Ada Quist,Pumps GmbH,Ada+x@Example.com,+49 30 23125101\n"
        "Ben Ode,,ben@example.com,\n"
        "Cy Roe,Valves Ltd,,call him\n"
        "Dee,,,\n"
    )
    ada, ben, cy, dee = _read(_written(tmp_path / "no.csv", text))
    assert (ada.numbers, ada.emails, ada.person) == (
        (FIRST,),
        ("ada@example.com",),
        ("ada quist", "pumps"),
    )
    assert (ben.numbers, ben.emails, ben.person, ben.says) == ((), ("ben@example.com",), None, "")
    assert cy.person == ("cy roe", "valves")
    assert cy.says, "a part that could not be read is named too"
    assert not dee.holds, "a first name alone is many people's"
    assert (dee.row_number, dee.says) == (5, "There is no number in this row.")


def test_a_country_in_the_row_beats_the_one_of_the_list(tmp_path: Path) -> None:
    text = "Phone,Country\n020 7946 0101,United Kingdom\n030 23125101,\n"
    rows = _read(_written(tmp_path / "no.csv", text), "DE")
    assert [row.numbers for row in rows] == [("+442079460101",), (FIRST,)]


def test_several_numbers_of_a_cell_and_extensions_are_all_kept(tmp_path: Path) -> None:
    text = f"Phone\n{FIRST} / {SECOND}\n+49 30 23125103 ext. 12\n"
    two, line = _read(_written(tmp_path / "no.csv", text))
    assert two.numbers == (FIRST, SECOND)
    assert (line.numbers, line.has_extension) == (("+493023125103",), True)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Colour,Size\nred,4\nblue,5\n", "No column of this file holds numbers"),
        (f"{hash_of(FIRST, KEY)}\n{hash_of(SECOND, KEY)}\n", "These are hashes"),
    ],
)
def test_a_file_of_something_else_is_refused_in_words(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ListRefused, match=says):
        _read(_written(tmp_path / "no.csv", text))


@pytest.mark.parametrize("upper", [False, True])
@pytest.mark.parametrize("heading", ["", "hash\n", '"Number (HMAC)"\n'])
def test_hashes_are_read_in_both_cases_and_under_any_heading(
    tmp_path: Path, heading: str, *, upper: bool
) -> None:
    hashes = [hash_of(number, KEY) for number in (FIRST, SECOND)]
    written = "\n".join(one.upper() if upper else one for one in hashes)
    path = _written(tmp_path / "hashes.txt", f"{heading}{written}\nabc\n")
    with open_plain(path) as table:
        rows = list(hashes_in(table))
    assert [row.hash for row in rows] == [*hashes, ""]


def test_numbers_are_no_hashes(tmp_path: Path) -> None:
    with (
        open_plain(_written(tmp_path / "no.csv", f"Phone\n{FIRST}\n{SECOND}\n")) as table,
        pytest.raises(ListRefused, match="holds no hashes"),
    ):
        hashes_in(table)


def test_the_hash_is_the_one_that_any_other_program_makes() -> None:
    """The formula of docs/do-not-call.md: HMAC-SHA256 of the E.164 number, in hexadecimal."""
    theirs = hmac.new(KEY, FIRST.encode(), hashlib.sha256).hexdigest()
    assert hash_of(FIRST, KEY) == theirs
    assert hash_in(f" '{theirs.upper()}' ") == theirs
    assert hash_in(theirs[:-1]) == hash_in(theirs + "0") == hash_in("x" * 64) == ""


def test_a_key_is_what_stands_in_its_file_without_the_line_end() -> None:
    assert key_of(b"\xef\xbb\xbf the key \r\n") == b"the key"
    with pytest.raises(Refused, match="The key is empty"):
        key_of(b" \n")


def test_an_export_is_whole_or_not_there_and_replaces_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ours.txt"
    write_lines(path, ["a", "b"])
    assert path.read_text(encoding="ascii") == "a\nb\n"
    with pytest.raises(ExportRefused, match="is there already"):
        write_lines(path, ["c"])
    with pytest.raises(ExportRefused, match="Choose another folder"):
        write_lines(tmp_path / "nowhere" / "ours.txt", ["c"])

    def broken() -> list[str]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_lines(tmp_path / "half.txt", (line for line in [*"ab", broken()]))
    assert [one.name for one in tmp_path.iterdir()] == ["ours.txt"]
