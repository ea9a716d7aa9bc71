"""The CRMs the program knows, and those people describe themselves, as files."""

import csv
import io
import tomllib
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoff_makers import a_lead, a_package, an_item
from qualdesk.core.crm_profiles import CrmProfile, Field
from qualdesk.core.crm_sources import SOURCES, TRANSFORMS, fields_of, gaps_of, row_of
from qualdesk.core.errors import DocumentRefused
from qualdesk.core.leads import Company
from qualdesk.files.crm_profiles import (
    profile_from_plain,
    profile_to_toml,
    read_profile,
    shipped_profiles,
)
from qualdesk.files.crm_tables import crm_tables
from qualdesk.files.lead_tables import cell_text

SHIPPED = {profile.id: profile for profile in shipped_profiles()}
HOSTILE = (
    '=HYPERLINK("http://evil.example/","x")',
    "+cmd|' /C calc'!A0",
    "\t=1+1",
    "＝1+1",  # noqa: RUF001 - a full-width formula
    "http://evil.example/",
    'a "quoted", name;\nof two lines',
    "<b>bold</b>",
    "Łukasz 王小明 😀",
)
lines = st.text(
    alphabet=st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")),
    min_size=1,
    max_size=30,
).filter(lambda text: text.strip() and text.isprintable())
columns = st.builds(
    Field,
    heading=lines,
    source=st.sampled_from(sorted(SOURCES)),
    transform=st.sampled_from(["", *sorted(TRANSFORMS)]),
    required=st.booleans(),
    longest=st.none() | st.integers(1, 99_999),
    allowed=st.lists(lines, max_size=3).map(tuple),
)
profiles = st.builds(
    CrmProfile,
    id=st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True),
    name=lines,
    target=lines,
    says=st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=40),
    dates=st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%m/%d/%Y"]),
    most_rows=st.none() | st.integers(1, 10**6),
    fields=st.lists(
        columns, min_size=1, max_size=6, unique_by=lambda one: one.heading.casefold()
    ).map(tuple),
)


def test_the_five_are_there_with_what_each_needs() -> None:
    """T2: sales loads the file as it is."""
    required = {
        name: {field.heading for field in profile.fields if field.required}
        for name, profile in SHIPPED.items()
    }
    assert required == {
        "salesforce": {"Last Name", "Company"},
        "hubspot": {"Last name"},
        "dynamics-365": {"Topic", "Last Name"},
        "pipedrive": {"Lead - Title"},
        "zoho": {"Last Name"},
    }
    assert SHIPPED["pipedrive"].needs_one_of == ("Person - Name", "Organization - Name")
    assert SHIPPED["salesforce"].most_rows == 50_000


def test_headings_are_those_the_crms_know() -> None:
    assert "Full Name" not in SHIPPED["salesforce"].headings
    assert "Lead ID" not in SHIPPED["salesforce"].headings
    assert SHIPPED["hubspot"].headings[:5] == (
        "First name",
        "Last name",
        "Email",
        "Phone number",
        "Mobile phone number",
    )
    assert not any("Do Not Modify" in heading for heading in SHIPPED["dynamics-365"].headings)
    for profile in SHIPPED.values():
        assert [field.heading for field in fields_of(profile)][-1] == "Lead ID"
        assert any(field.source == "receiver_email" for field in profile.fields)


@pytest.mark.parametrize("profile", SHIPPED.values(), ids=SHIPPED)
def test_a_documented_lead_fits_every_one_of_them(profile: CrmProfile) -> None:
    assert gaps_of(a_package(), profile) == ()


@pytest.mark.parametrize("profile", SHIPPED.values(), ids=SHIPPED)
def test_hostile_leads_leave_as_text_in_every_table(profile: CrmProfile) -> None:
    leads = [
        replace(
            a_lead(),
            contact=replace(a_lead().contact, name=text, company=Company(name=text), city=text),
        )
        for text in HOSTILE
    ]
    package = a_package(*(an_item(lead=lead) for lead in leads))
    headings = [field.heading for field in fields_of(profile)]
    rows = [list(row_of(item, package, profile)) for item in package.items]
    plain, safe, book = crm_tables(package, profile).values()
    assert not plain.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(plain.decode("utf-8"), newline=""))) == [headings, *rows]
    assert safe.startswith(b"\xef\xbb\xbf")
    for row in list(csv.reader(io.StringIO(safe.decode("utf-8-sig"), newline="")))[1:]:
        for value in row:
            assert value.startswith("+49") or not value.startswith(("=", "+", "-", "@", "\t"))
    sheet = openpyxl.load_workbook(io.BytesIO(book)).active
    assert sheet is not None
    for read, row in zip(sheet.iter_rows(min_row=2), rows, strict=True):
        assert [str(cell.value or "") for cell in read] == [cell_text(value) for value in row]
        assert {cell.data_type for cell in read if cell.value} == {"s"}
        assert [cell.hyperlink for cell in read] == [None] * len(row)
    assert b"+494066969100" in plain


@given(profiles)
def test_a_profile_goes_into_a_file_and_comes_back(profile: CrmProfile) -> None:
    assert profile_from_plain(tomllib.loads(profile_to_toml(profile))) == profile


def test_a_file_of_ones_own_is_read_like_the_shipped_ones(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(profile_to_toml(SHIPPED["zoho"]).replace('"zoho"', '"ours"'), "utf-8-sig")
    assert read_profile(path) == replace(SHIPPED["zoho"], id="ours")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("id = ", "cannot be read as a CRM's table"),
        ("[" * 5000, "cannot be read as a CRM's table"),
        ('id = "x"', "name: This must be written."),
        ('id = 3\nname = "x"\ntarget = "x"\nfield = []', "id: This is not written as it must be"),
        (
            'id = "x"\nname = "x"\ntarget = "x"\n[[field]]\nheading = "A"\nsauce = "city"',
            "A, sauce: There is no such key.",
        ),
        (
            'id = "x"\nname = "x"\ntarget = "x"\n[[field]]\nsource = "city"',
            "column 1, heading: This must be written.",
        ),
        (
            'id = "x"\nname = "x"\ntarget = "x"\n[[field]]\nheading = "A"\nsource = "shoes"',
            "A: There is no source “shoes”. It can be: aapor",
        ),
    ],
)
def test_a_file_that_is_none_is_refused_at_its_place(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(DocumentRefused) as refused:
        read_profile(path)
    assert says in " ".join([refused.value.says, *map(str, refused.value.problems)])


def test_a_file_that_is_not_there_or_no_text_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_bytes(b"\xff\xfe\x00")
    for name in ("x.toml", "nowhere.toml"):
        with pytest.raises(DocumentRefused, match="cannot be read as a CRM's table"):
            read_profile(tmp_path / name)
