"""With a mail goes what the package holds for that person, no more than a mail takes."""

from dataclasses import replace
from pathlib import Path

import pytest

from handoff_makers import a_package, an_item
from qualdesk.core.errors import ExportRefused, Refused
from qualdesk.core.handoff import Contents, Package, Receiver
from qualdesk.files import mail_parts
from qualdesk.files.mail_parts import Parts, has_briefs, parts_in, parts_of, write_mails
from qualdesk.files.packages import write_package

LENA = Receiver(name="Lena Brandt", email="lena@sealers.example")
SAM = Receiver(name="Sam Osei", email="sam@sealers.example")


def paper(items: object, step: object) -> bytes:
    del step
    return f"%PDF {items!r}".encode()


def a_batch() -> Package:
    """Two leads for Lena Brandt, one for Sam Osei."""
    return a_package(
        an_item("Katrin Albers", receiver=LENA),
        an_item("Marcus Hale", receiver=LENA),
        an_item("Ines Fournier", receiver=SAM),
    )


def names(parts: Parts | None) -> list[str]:
    assert parts is not None
    return [one.name for one in parts.attachments]


def test_the_persons_own_files_go_byte_for_byte(tmp_path: Path) -> None:
    place = write_package(a_batch(), tmp_path / "batch", paper).folder
    parts = parts_in(place, "Lena Brandt", 2)
    assert names(parts) == ["answers.html", "answers.xlsx", "briefs.pdf"]
    assert parts is not None
    for one in parts.attachments:
        assert one.content == (place / "people" / "01-lena-brandt" / one.name).read_bytes()
    assert [one.kind for one in parts.attachments][-1] == "application/pdf"


def test_one_file_holds_the_same_as_a_folder(tmp_path: Path) -> None:
    batch = a_batch()
    folder = write_package(batch, tmp_path / "batch", paper).folder
    packed = write_package(
        replace(batch, contents=Contents(is_zip=True)), tmp_path / "batch.zip", paper
    ).folder
    assert parts_in(folder, "Sam Osei", 1) == parts_in(packed, "Sam Osei", 1)


@pytest.mark.parametrize(("name", "leads"), [("Lena Brandt", 1), ("Nobody", 2)])
def test_other_leads_than_the_package_has_are_made_anew(
    tmp_path: Path, name: str, leads: int
) -> None:
    place = write_package(a_batch(), tmp_path / "batch", paper).folder
    assert parts_in(place, name, leads) is None


def test_two_people_of_one_name_are_never_mixed_up(tmp_path: Path) -> None:
    other = Receiver(name="Lena Brandt", email="lena.b@sealers.example")
    batch = a_package(an_item(receiver=LENA), an_item("Marcus Hale", receiver=other))
    place = write_package(batch, tmp_path / "batch", paper).folder
    assert parts_in(place, "Lena Brandt", 1) is None


def test_no_package_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match="holds no batch"):
        parts_in(tmp_path / "gone", "Lena Brandt", 1)


def test_made_anew_it_has_these_leads_alone() -> None:
    part = a_batch().part_of(SAM)
    parts = parts_of(part, lambda made: f"{len(made.items)} page".encode())
    assert names(parts) == ["answers.html", "answers.xlsx", "briefs.pdf"]
    assert parts.attachments[-1].content == b"1 page"


def test_a_package_without_briefs_has_none_in_mails_either(tmp_path: Path) -> None:
    batch = replace(a_batch(), contents=Contents(briefs=False))
    place = write_package(batch, tmp_path / "batch", paper).folder
    assert names(parts_in(place, "Sam Osei", 1)) == ["answers.html", "answers.xlsx"]
    assert not has_briefs(place)
    assert names(parts_of(batch.part_of(SAM), lambda _part: b"page")) == [
        "answers.html",
        "answers.xlsx",
    ]


def test_more_than_a_mail_takes_is_named_and_the_answer_sheet_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(mail_parts, "MOST", 100_000)
    parts = parts_of(a_batch(), lambda _part: bytes(200_000))
    assert (names(parts), parts.too_big) == (["answers.html", "answers.xlsx"], ("briefs.pdf",))


def test_mails_are_written_beside_what_is_there(tmp_path: Path) -> None:
    first = write_mails([("Lena Brandt", b"1"), ("Lena Brandt", b"2")], tmp_path / "mails")
    assert [path.name for path in first] == ["lena-brandt.eml", "lena-brandt-2.eml"]
    (again,) = write_mails([("Łukasz/../Osei", b"3")], tmp_path / "mails")
    assert again.name == "lukasz-osei.eml"
    assert again.parent == tmp_path / "mails"
    assert [path.read_bytes() for path in (*first, again)] == [b"1", b"2", b"3"]


def test_no_file_is_called_what_windows_calls_a_device(tmp_path: Path) -> None:
    """A mail written to "con.eml" there goes to the screen, and nobody gets it."""
    people = [("Con", b"1"), ("Nul", b"2"), ("COM1", b"3"), ("Conrad", b"4")]
    names = [path.name for path in write_mails(people, tmp_path)]
    assert names == ["con-.eml", "nul-.eml", "com1-.eml", "conrad.eml"]


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(Refused, match="The mails cannot be written to"):
        write_mails([("Lena", b"1")], tmp_path / "file")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
