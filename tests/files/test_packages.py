"""A package is there whole or not at all (T2, model 9)."""

import errno
import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from handoff_makers import LENA, REASONS, SAM, a_brief, a_package, an_item
from qualdesk.core.amounts import CURRENCIES
from qualdesk.core.errors import ExportRefused, Refused
from qualdesk.core.handoff import Contents, HandoffItem, Package, Receiver
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.files import package_zip, packages
from qualdesk.files.answer_form import HEADINGS
from qualdesk.files.lead_lines import LeadLine, lead_line, lead_schema
from qualdesk.files.package_contents import brief_footer, named_title
from qualdesk.files.packages import (
    check_package,
    folder_name,
    items_in,
    manifest_of,
    package_name,
    remove_package,
    set_aside,
    slug,
    sweep,
    write_package,
)

FILES = {
    "leads.xlsx",
    "leads-for-spreadsheets.csv",
    "leads-for-machines.csv",
    "leads.jsonl",
    "leads.schema.json",
    "answers.xlsx",
    "briefs.pdf",
    "briefs/0001-katrin-albers.pdf",
    "briefs/0001-katrin-albers.html",
    "briefs/0002-marcus-hale.pdf",
    "briefs/0002-marcus-hale.html",
    "people/01-lena-brandt/answers.html",
    "people/01-lena-brandt/answers.xlsx",
    "people/01-lena-brandt/briefs.pdf",
    "people/01-lena-brandt/contacts.vcf",
    "manifest.json",
}


def paper(items: Sequence[HandoffItem], step: Callable[[], None]) -> bytes:
    for _ in items:
        step()
    return f"%PDF for {', '.join(item.brief.name for item in items)}".encode()


def a_part(**changed: bool) -> Package:
    return replace(a_package(), contents=replace(Contents(), **changed))


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def entries(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_package_holds_everything_sales_needs(tmp_path: Path) -> None:
    """T2: data, a brief per lead, manifest, answer sheet, the full account."""
    written = write_package(a_package(), tmp_path / folder_name(1), paper)
    assert written.folder == tmp_path / "batch-0001"
    assert names(written.folder) == FILES
    assert set(written.files) == {written.folder / name for name in FILES}
    assert entries(tmp_path) == ["batch-0001"]


def test_the_manifest_names_every_file_with_its_fingerprint(tmp_path: Path) -> None:
    package = a_package()
    folder = write_package(package, tmp_path / "batch-0001", paper).folder
    manifest = manifest_of(folder)
    assert {entry["name"] for entry in manifest["files"]} == FILES - {"manifest.json"}
    for entry in manifest["files"]:
        content = (folder / entry["name"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert manifest["batch_id"] == 12
    assert manifest["rows"] == 2
    assert manifest["definition_versions"] == ["3"]
    assert manifest["receiver"] == "Lena Brandt"
    assert manifest["answer_by"] == "2026-03-24"
    assert "Why: Real need" in manifest["columns"]


def test_of_several_clients_a_package_says_whose_it_is(tmp_path: Path) -> None:
    """O7: in its name, its manifest, its tables and on each brief; of one client in none."""
    package = replace(a_package(), client="Acme Tools")
    name = package_name(1, is_zip=False, client=package.client)
    assert (name, package_name(1, is_zip=False)) == ("acme-tools-batch-0001", "batch-0001")
    folder = write_package(package, tmp_path / name, paper).folder
    assert manifest_of(folder)["client"] == "Acme Tools"
    assert items_in(folder) == package.items
    heads, *rows = (folder / "leads-for-machines.csv").read_text("utf-8").splitlines()
    assert heads.startswith("Client,External ID,")
    assert all(row.startswith("Acme Tools,") for row in rows if "Albers" in row)
    assert named_title(package) == f"Acme Tools: {package.title}"
    assert named_title(package) in brief_footer(package)
    other = write_package(a_package(), tmp_path / "batch-0001", paper).folder
    assert "client" not in manifest_of(other)
    assert "Acme" not in (other / "leads-for-machines.csv").read_text("utf-8")


def test_a_changed_package_is_noticed(tmp_path: Path) -> None:
    folder = write_package(a_package(), tmp_path / "batch-0001", paper).folder
    checked = check_package(folder)
    assert checked is not None
    assert (
        checked.manifest_sha256
        == hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest()
    )
    (folder / "leads.jsonl").write_bytes(b"{}\n")
    assert check_package(folder) is None
    (folder / "manifest.json").write_text("[]")
    assert check_package(folder) is None
    assert check_package(tmp_path / "nowhere") is None
    with pytest.raises(ExportRefused, match="no batch that can be read"):
        manifest_of(tmp_path)


def test_every_line_of_the_full_account_reads_back_equal(tmp_path: Path) -> None:
    package = a_package(
        an_item("Zoë\u2028 \x07O'Neil"), an_item("王小明", brief=a_brief(note="a\nb"))
    )
    folder = write_package(package, tmp_path / "batch-0001", paper).folder
    lines = (folder / "leads.jsonl").read_bytes().split(b"\n")
    assert lines.pop() == b""
    read = [lead_line(line) for line in lines]
    assert read == [
        LeadLine(batch_id=12, batch="PackTech Expo 2026, batch 1", item=item)
        for item in package.items
    ]
    with pytest.raises(Refused, match="not a line"):
        lead_line(b'{"format": 1}')


def test_the_schema_describes_the_lines(tmp_path: Path) -> None:
    schema = json.loads(lead_schema())
    folder = write_package(a_package(), tmp_path / "batch-0001", paper).folder
    line = json.loads((folder / "leads.jsonl").read_text("utf-8").splitlines()[0])
    assert set(line) == set(schema["properties"])
    item = schema["$defs"]["HandoffItem"]["properties"]
    assert set(line["item"]) == set(item)
    assert set(line["item"]["brief"]) == set(schema["$defs"]["Brief"]["properties"])
    assert set(line["item"]["lead"]) == set(schema["$defs"]["Lead"]["properties"])


def test_the_answer_sheet_offers_two_words_and_the_agreed_reasons(tmp_path: Path) -> None:
    package = a_package()
    folder = write_package(package, tmp_path / "batch-0001", paper).folder
    book = openpyxl.load_workbook(io.BytesIO((folder / "answers.xlsx").read_bytes()))
    sheet, hidden = book["Answers"], book["qualdesk"]
    assert tuple(cell.value for cell in sheet[1]) == HEADINGS
    assert [cell.value for cell in sheet[2]][:4] == [
        package.items[0].id,
        "PackTech Expo 2026, batch 1",
        "Katrin Albers",
        "Elbkorn Foods",
    ]
    assert hidden.sheet_state == "hidden"
    assert [hidden.cell(row, 1).value for row in (1, 2)] == ["takes", "sends back"]
    assert [hidden.cell(row, 2).value for row in (1, 2, 3)] == list(REASONS)
    assert hidden.cell(1, 3).value == "12"
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    currencies = rules.pop("J2:J3")
    assert rules == {"E2:E3": "qualdesk!$A$1:$A$2", "F2:F3": "qualdesk!$B$1:$B$3"}
    assert currencies == f"qualdesk!$D$1:$D${len(CURRENCIES)}"
    assert hidden.cell(len(CURRENCIES), 4).value == CURRENCIES[-1]
    assert sheet.protection.sheet
    assert [sheet.cell(2, column).protection.locked for column in range(1, 11)] == [
        *[True] * 4,
        *[False] * 6,
    ]


def test_a_batch_that_was_written_is_never_written_over(tmp_path: Path) -> None:
    folder = write_package(a_package(), tmp_path / "batch-0001", paper).folder
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(ExportRefused, match="never written over"):
        write_package(a_package(an_item("Someone Else")), folder, paper)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("below", [".", "deeper"])
def test_a_file_where_the_folder_should_be_is_called_a_file(tmp_path: Path, below: str) -> None:
    file = tmp_path / "l1.csv"
    file.write_text("mine")
    with pytest.raises(ExportRefused, match=r"l1\.csv is a file, not a folder\. Choose a folder\."):
        write_package(a_package(), file / below / "batch-0001", paper)
    assert file.read_text() == "mine"


def test_a_place_that_takes_no_folder_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a system's own folder does: it says that it is not there, though it is."""

    def refusing(self: Path, *_: object, **__: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(self))

    monkeypatch.setattr(Path, "mkdir", refusing)
    with pytest.raises(ExportRefused, match=r"x cannot be written to\. Choose another folder\."):
        write_package(a_package(), tmp_path / "x" / "batch-0001", paper)


def test_two_desks_writing_one_batch_at_once_leave_one_whole_package(tmp_path: Path) -> None:
    folder = tmp_path / "batch-0001"
    first = a_package(an_item("Katrin Albers"))

    def paper_while_another_finishes(
        items: Sequence[HandoffItem], step: Callable[[], None]
    ) -> bytes:
        if not folder.exists():
            write_package(first, folder, paper)
        return paper(items, step)

    with pytest.raises(ExportRefused, match="never written over"):
        write_package(a_package(an_item("Marcus Hale")), folder, paper_while_another_finishes)
    assert check_package(folder) is not None
    assert "briefs/0001-katrin-albers.pdf" in names(folder)
    assert entries(tmp_path) == ["batch-0001"]


@pytest.mark.parametrize("place", range(len(FILES)))
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_fault_at_any_file_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: int, code: int
) -> None:
    """Whole or absent, wherever the disk gives up."""
    write = packages._write
    calls = 0

    def failing(path: Path, content: bytes) -> None:
        nonlocal calls
        calls += 1
        if calls == place + 1:
            path.write_bytes(content[: len(content) // 2])
            raise OSError(code, os.strerror(code))
        write(path, content)

    monkeypatch.setattr(packages, "_write", failing)
    with pytest.raises(ExportRefused, match="still ready") as refused:
        write_package(a_package(), tmp_path / "batch-0001", paper)
    assert entries(tmp_path) == []
    assert str(tmp_path) in refused.value.problems[0].place
    monkeypatch.undo()
    assert check_package(write_package(a_package(), tmp_path / "batch-0001", paper).folder)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "You may not write there"),
        (errno.ENOENT, "cannot be written to. Choose another folder"),
        (errno.EIO, "cannot be written to. Choose another folder"),
    ],
)
def test_each_fault_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, says: str
) -> None:
    def failing(path: Path, content: bytes) -> None:  # noqa: ARG001 - stands in for the writer
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(packages, "_write", failing)
    with pytest.raises(ExportRefused, match=says):
        write_package(a_package(), tmp_path / "batch-0001", paper)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of this kind are POSIX")
@pytest.mark.parametrize("limit", [100, 2_000, 8_000])
def test_a_disk_that_takes_no_more_leaves_the_old_state(tmp_path: Path, limit: int) -> None:
    """The same with the real fault, in a process of its own that may write so many bytes a file."""
    program = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from handoff_makers import a_package\n"
        "from qualdesk.core.errors import ExportRefused\n"
        "from qualdesk.files.packages import write_package\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, resource.RLIM_INFINITY))\n"
        "try:\n"
        "    write_package(a_package(), Path(sys.argv[1]) / 'batch-0001', lambda *_: b'x')\n"
        "except ExportRefused as refused:\n"
        "    print(refused)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "still ready" in run.stdout
    assert entries(tmp_path) == []


def test_a_folder_that_cannot_be_made_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    with pytest.raises(ExportRefused, match="still ready"):
        write_package(a_package(), tmp_path / "file" / "batch-0001", paper)


def test_stopping_leaves_nothing_behind(tmp_path: Path) -> None:
    progress = Progress()

    def paper_until_stopped(items: Sequence[HandoffItem], step: Callable[[], None]) -> bytes:
        progress.cancel()
        return paper(items, step)

    with pytest.raises(Cancelled):
        write_package(a_package(), tmp_path / "batch-0001", paper_until_stopped, progress)
    assert entries(tmp_path) == []


def test_progress_counts_the_briefs(tmp_path: Path) -> None:
    progress = Progress()
    write_package(a_package(), tmp_path / "batch-0001", paper, progress)
    # Each lead alone, then both in the batch, then done; one person has the batch's own pages.
    assert (progress.done, progress.of) == (5, 5)


def test_what_a_killed_export_left_is_swept_away_and_nothing_else(tmp_path: Path) -> None:
    for name in (".batch-0001.abc.partial", ".batch-0002.abc.partial", "batch-0001"):
        (tmp_path / name / "briefs").mkdir(parents=True)
    (tmp_path / ".batch-0001.zip.abc.partial").write_bytes(b"PK")
    sweep(tmp_path / folder_name(1))
    assert sorted(entries(tmp_path)) == [".batch-0002.abc.partial", "batch-0001"]
    sweep(tmp_path / "gone" / folder_name(1))


def test_a_package_that_never_left_is_set_aside_under_a_name_that_says_so(tmp_path: Path) -> None:
    for expected in ("batch-0001-not-sent", "batch-0001-not-sent-2"):
        folder = write_package(a_package(), tmp_path / "batch-0001", paper).folder
        assert set_aside(folder).name == expected
        assert not folder.exists()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Katrin Albers", "katrin-albers"),
        ("Jörg Groß-Łuka", "joerg-gross-luka"),
        ("../../etc/passwd", "etc-passwd"),
        ("王小明", "lead"),
        ("", "lead"),
        ("CON", "con-"),
        ("a" * 200, "a" * 60),
        ("Zoë\x00\n O'Neil", "zoe-o-neil"),
    ],
)
def test_a_name_becomes_a_file_name_for_every_system(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_leads_of_one_name_have_briefs_of_their_own(tmp_path: Path) -> None:
    folder = write_package(a_package(an_item(), an_item()), tmp_path / "batch-0001", paper).folder
    assert {"briefs/0001-katrin-albers.pdf", "briefs/0002-katrin-albers.pdf"} <= names(folder)


def test_a_campaign_without_reasons_still_has_an_answer_sheet(tmp_path: Path) -> None:
    package = replace(a_package(), reasons=())
    folder = write_package(package, tmp_path / "batch-0001", paper).folder
    sheet = openpyxl.load_workbook(folder / "answers.xlsx")["Answers"]
    assert len(sheet.data_validations.dataValidation) == 2


def test_each_salesperson_gets_a_folder_of_their_own_leads(tmp_path: Path) -> None:
    """T2: whatever is sent to one of them holds nobody else's leads."""
    package = a_package(an_item("Katrin Albers"), an_item("Marcus Hale", receiver=SAM))
    folder = write_package(package, tmp_path / "batch-0001", paper).folder
    theirs = {"answers.html", "answers.xlsx", "briefs.pdf", "contacts.vcf"}
    assert names(folder / "people") == {
        f"{person}/{name}" for person in ("01-lena-brandt", "02-sam-osei") for name in theirs
    }
    assert (folder / "briefs.pdf").read_bytes() == b"%PDF for Katrin Albers, Marcus Hale"
    sams = folder / "people" / "02-sam-osei"
    assert (sams / "briefs.pdf").read_bytes() == b"%PDF for Marcus Hale"
    assert b"FN:Marcus Hale" in (sams / "contacts.vcf").read_bytes()
    assert b"Katrin" not in (sams / "contacts.vcf").read_bytes()
    sheet = openpyxl.load_workbook(sams / "answers.xlsx")["Answers"]
    assert [row[2].value for row in sheet.iter_rows(min_row=2)] == ["Marcus Hale"]
    whole = openpyxl.load_workbook(folder / "answers.xlsx")["Answers"]
    assert [row[2].value for row in whole.iter_rows(min_row=2)] == ["Katrin Albers", "Marcus Hale"]
    manifest = manifest_of(folder)
    assert manifest["receiver"] == "Lena Brandt, Sam Osei"
    assert [(one["name"], one["leads"], one["folder"]) for one in manifest["receivers"]] == [
        ("Lena Brandt", 1, "people/01-lena-brandt"),
        ("Sam Osei", 1, "people/02-sam-osei"),
    ]


def test_two_people_of_one_name_keep_their_leads_apart(tmp_path: Path) -> None:
    other = replace(LENA, email="lena.b@other.example")
    package = a_package(an_item("Katrin Albers"), an_item("Marcus Hale", receiver=other))
    folder = write_package(package, tmp_path / "batch-0001", paper).folder
    assert (folder / "people" / "01-lena-brandt" / "briefs.pdf").read_bytes() == (
        b"%PDF for Katrin Albers"
    )
    assert (folder / "people" / "02-lena-brandt" / "briefs.pdf").read_bytes() == (
        b"%PDF for Marcus Hale"
    )


@pytest.mark.parametrize("name", ["", "  "])
def test_a_lead_nobody_receives_never_leaves(tmp_path: Path, name: str) -> None:
    """T1: a named receiver, for every lead."""
    package = a_package(an_item("Katrin Albers", receiver=Receiver(name=name)))
    with pytest.raises(ExportRefused, match="Nobody is named to receive Katrin Albers"):
        write_package(package, tmp_path / "batch-0001", paper)
    assert entries(tmp_path) == []


@pytest.mark.parametrize(
    ("part", "gone"),
    [
        ("crm", {"leads.xlsx", "leads-for-spreadsheets.csv", "leads-for-machines.csv"}),
        ("briefs", {name for name in FILES if "brief" in name}),
        ("contacts", {name for name in FILES if name.endswith(".vcf")}),
    ],
)
def test_what_is_not_wanted_is_left_out(tmp_path: Path, part: str, gone: set[str]) -> None:
    folder = write_package(a_part(**{part: False}), tmp_path / "batch-0001", paper).folder
    assert names(folder) == FILES - gone
    assert manifest_of(folder)["contents"][part] is False


def test_a_package_as_one_file_holds_the_same_and_is_the_same_each_time(tmp_path: Path) -> None:
    package = replace(a_package(), contents=Contents(is_zip=True))
    place = tmp_path / package_name(1, is_zip=True)
    written = write_package(package, place, paper)
    assert (written.folder, written.files) == (place, (place,))
    assert entries(tmp_path) == ["batch-0001.zip"]
    with ZipFile(place) as file:
        assert set(file.namelist()) == FILES
        assert file.namelist()[-1] == "manifest.json"
        assert file.testzip() is None
        assert file.read("briefs.pdf") == b"%PDF for Katrin Albers, Marcus Hale"
    assert check_package(place) == written
    assert items_in(place) == package.items
    assert manifest_of(place)["batch_id"] == 12
    remove_package(place)
    assert entries(tmp_path) == []


def test_a_changed_or_broken_file_is_noticed(tmp_path: Path) -> None:
    package = replace(a_package(), contents=Contents(is_zip=True))
    place = write_package(package, tmp_path / "batch-0001.zip", paper).folder
    whole = place.read_bytes()
    for at in range(0, len(whole), len(whole) // 97):
        place.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        found = check_package(place)
        # A byte of a date or a right may change; not one of what the files say.
        assert found is None or items_in(place) == package.items
    for cut in (0, 10, len(whole) // 2, len(whole) - 1):
        place.write_bytes(whole[:cut])
        assert check_package(place) is None
        with pytest.raises(ExportRefused, match="no batch that can be read"):
            items_in(place)


@pytest.mark.parametrize("place", range(len(FILES)))
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_fault_at_any_part_of_one_file_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: int, code: int
) -> None:
    put = package_zip.ZipWriter._put
    calls = 0

    def failing(self: package_zip.ZipWriter, name: str, content: bytes) -> None:
        nonlocal calls
        calls += 1
        if calls == place + 1:
            raise OSError(code, os.strerror(code))
        put(self, name, content)

    monkeypatch.setattr(package_zip.ZipWriter, "_put", failing)
    package = replace(a_package(), contents=Contents(is_zip=True))
    with pytest.raises(ExportRefused, match="still ready"):
        write_package(package, tmp_path / "batch-0001.zip", paper)
    assert entries(tmp_path) == []
    monkeypatch.undo()
    assert check_package(write_package(package, tmp_path / "batch-0001.zip", paper).folder)


@pytest.mark.parametrize("has_second_names", [True, False])
def test_one_file_is_never_written_over_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_second_names: bool
) -> None:
    """Also where somebody puts it there while the batch is written, on any kind of disk."""
    place = tmp_path / "batch-0001.zip"

    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    def paper_while_another_finishes(
        items: Sequence[HandoffItem], step: Callable[[], None]
    ) -> bytes:
        place.write_bytes(b"theirs")
        return paper(items, step)

    if not has_second_names:
        monkeypatch.setattr(os, "link", no_links)
    package = replace(a_package(), contents=Contents(is_zip=True))
    with pytest.raises(ExportRefused, match="never written over"):
        write_package(package, place, paper_while_another_finishes)
    assert (place.read_bytes(), entries(tmp_path)) == (b"theirs", ["batch-0001.zip"])
    place.unlink()
    assert check_package(write_package(package, place, paper).folder) is not None
    assert entries(tmp_path) == ["batch-0001.zip"]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of this kind are POSIX")
@pytest.mark.parametrize("limit", [10, 2_000, 20_000])
def test_a_disk_that_takes_no_more_leaves_no_half_of_one_file(tmp_path: Path, limit: int) -> None:
    program = (
        "import resource, signal, sys\n"
        "from dataclasses import replace\n"
        "from pathlib import Path\n"
        "from handoff_makers import a_package\n"
        "from qualdesk.core.errors import ExportRefused\n"
        "from qualdesk.core.handoff import Contents\n"
        "from qualdesk.files.packages import write_package\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, resource.RLIM_INFINITY))\n"
        "package = replace(a_package(), contents=Contents(is_zip=True))\n"
        "try:\n"
        "    write_package(package, Path(sys.argv[1]) / 'b.zip', lambda *_: b'x')\n"
        "except ExportRefused as refused:\n"
        "    print(refused)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "still ready" in run.stdout
    assert entries(tmp_path) == []


def test_stopping_leaves_no_half_of_one_file_either(tmp_path: Path) -> None:
    progress = Progress()

    def paper_until_stopped(items: Sequence[HandoffItem], step: Callable[[], None]) -> bytes:
        progress.cancel()
        return paper(items, step)

    package = replace(a_package(), contents=Contents(is_zip=True))
    with pytest.raises(Cancelled):
        write_package(package, tmp_path / "batch-0001.zip", paper_until_stopped, progress)
    assert entries(tmp_path) == []


def test_one_file_that_never_left_is_set_aside_as_a_file(tmp_path: Path) -> None:
    package = replace(a_package(), contents=Contents(is_zip=True))
    for expected in ("batch-0001-not-sent.zip", "batch-0001-not-sent-2.zip"):
        place = write_package(package, tmp_path / "batch-0001.zip", paper).folder
        assert set_aside(place).name == expected
