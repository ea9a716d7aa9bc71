"""Tables on paper: every row, the headings on each page, words as they are."""

import io

import pypdf
import pytest

from qualdesk.core.report_cells import ReportTable
from qualdesk.links.tables_on_paper import table_pdf, tables_pdf

HEADINGS = ("Caller", "Campaign", "Taken")


def pages_of(content: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_row_stands_on_some_page_and_every_page_says_its_columns() -> None:
    rows = [(f"Caller {n}.", "PackTech Expo 2026", str(n)) for n in range(200)]
    pages = pages_of(table_pdf("Statement", HEADINGS, rows, says=("March 2026",), footer="Sealers"))
    assert len(pages) > 2
    text = squeezed("".join(pages))
    assert all(squeezed(f"Caller {n}.") in text for n in range(200))
    for number, page in enumerate(pages, start=1):
        assert "Campaign" in page
        assert squeezed(f"Sealers · Page {number} of {len(pages)}") in squeezed(page)
    assert "Statement" in pages[0]
    assert "March2026" in squeezed(pages[0])
    assert "Statement" not in pages[1]


@pytest.mark.parametrize(
    "hostile", ["<b>bold</b> & <i>", "<img src='file:///etc/passwd'/>", "=1+1", "</table>"]
)
def test_hostile_words_are_words(hostile: str) -> None:
    content = table_pdf(hostile, (hostile,), [(hostile,), ("a\u202eb\x07",)], footer=hostile)
    (page,) = pages_of(content)
    assert squeezed(page).count(squeezed(hostile)) == 4
    assert "\u202e" not in page
    assert list(pypdf.PdfReader(io.BytesIO(content)).pages[0].images) == []


def test_many_columns_lay_the_paper_on_its_side() -> None:
    for columns, is_wide in ((3, False), (9, True)):
        content = table_pdf("Statement", [f"C{n}" for n in range(columns)], [["1"] * columns])
        box = pypdf.PdfReader(io.BytesIO(content)).pages[0].mediabox
        assert (box.width > box.height) is is_wide


def test_a_table_without_rows_is_a_page_too() -> None:
    (page,) = pages_of(table_pdf("Statement", HEADINGS, []))
    assert "Statement" in page
    assert "Page1of1" in squeezed(page)


def test_several_tables_stand_below_each_other_with_their_sentences() -> None:
    parts = [
        ReportTable(key="a", title="Sources", says=["Since Tuesday."], headings=["Source", "Leads"],
                    rows=[("Messe <b>Köln</b>", 1204)]),
        ReportTable(key="b", title="Hours", says=["There were no calls."]),
    ]  # fmt: skip
    content = tables_pdf("Report: Müller & Söhne", parts, says=["Until 10:24."], footer="Fair")
    text = " ".join(pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text().split())
    for said in ("Report: Müller & Söhne", "Until 10:24.", "Messe <b>Köln</b>", "1,204"):
        assert said in text
    assert text.index("Since Tuesday.") < text.index("Hours") < text.index("There were no calls.")
    assert "Fair · Page 1 of 1" in text


def test_a_day_stands_in_one_line_beside_long_words() -> None:
    ground = "They asked us: They had their badge scanned, and were told that we would call. " * 2
    row = ("PackTech Expo 2026", "PackTech Expo 2026, Hanover, 10 to 13 March", ground,
           "2026-03-13", "Stand form of PackTech 2026, in the folder of the event")  # fmt: skip
    heads = ["Campaign", "Source", "Ground", "Since", "Shown by"]
    (page,) = pages_of(
        tables_pdf("R", [ReportTable(key="a", title="A", headings=heads, rows=[row])])
    )
    assert any("2026-03-13" in line for line in page.splitlines())


def test_no_title_stands_alone_at_the_foot_of_a_page() -> None:
    """Wherever a part begins, its sentences and its first row are on the same page."""
    begins = set()
    for rows in range(14, 25):
        parts = [
            ReportTable(key="a", title="Above", headings=["What", "Of"], rows=[("Row", 1)] * rows),
            ReportTable(key="b", title="Second part", says=["What it says."],
                        headings=["Name", "Leads"], rows=[("Cherry", 1), ("Damson", 2)]),
            ReportTable(key="c", title="Third part", says=["There is none."]),
        ]  # fmt: skip
        pages = [
            " ".join(page.extract_text().split())
            for page in pypdf.PdfReader(io.BytesIO(tables_pdf("Report", parts))).pages
        ]
        # A line that begins a page may be drawn below the edge of the one before as well.
        at = [at for at, text in enumerate(pages) if "Second part" in text][-1]
        assert all(one in pages[at] for one in ("What it says.", "Name", "Cherry")), rows
        at_third = [at for at, text in enumerate(pages) if "Third part" in text][-1]
        assert "There is none." in pages[at_third], rows
        begins.add(at)
    assert begins == {0, 1}
