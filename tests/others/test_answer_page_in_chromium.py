"""A salesperson answers in a browser, by keyboard, from a file; what it saves is read back (T4)."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from handoff_makers import a_brief, a_package, an_item
from others.browser import Page, a_browser
from qualdesk.core.errors import AnswerSheetRefused
from qualdesk.core.handoff import Package
from qualdesk.core.sales_answers import AnswerFile, SheetRow
from qualdesk.files.answer_files import read_answers
from qualdesk.files.answer_page import answer_page

CTRL = 2
HOSTILE = "</script><img src=x onerror=document.title='run'> & “Sons”"


@pytest.fixture
def package() -> Package:
    return a_package(
        an_item("Katrin Albers"),
        an_item(HOSTILE, brief=a_brief(name=HOSTILE, in_one_line=HOSTILE, company=HOSTILE)),
        an_item("Ines Fournier"),
    )


@pytest.fixture
def page(tmp_path: Path, package: Package) -> Iterator[Page]:
    (tmp_path / "mail").mkdir()
    file = tmp_path / "mail" / "answers.html"
    file.write_bytes(answer_page(package))
    with a_browser(tmp_path / "profile") as opened:
        opened.open(file, tmp_path / "downloads")
        yield opened


def saved(page: Page, folder: Path) -> Path:
    """The file the browser saved, once it is whole."""
    page.until("document.getElementById('says').textContent.startsWith('Saved as')")
    found = page.downloaded(folder)
    assert found.suffix == ".html"
    return found


def said(file: AnswerFile) -> list[tuple[str, ...]]:
    def cells(row: SheetRow) -> tuple[str, ...]:
        return (row.takes, row.reason, row.opportunity, row.amount, row.currency, row.note)

    return [cells(row) for row in file.rows]


def answer_all_by_keyboard(page: Page) -> None:
    """Take the first, send the second back without a reason at first, leave the third."""
    page.press("Tab")
    page.press("ArrowRight")
    page.press("Tab")
    page.type("OPP-77")
    page.press("Tab")
    page.type("12.500,50")
    page.press("Tab")
    page.spell("EUR")
    page.press("Tab")
    page.type("Calls her on Thursday <b>")
    page.press("Tab")
    page.press("ArrowRight")
    page.press("ArrowRight")


def test_a_salesperson_answers_by_keyboard_and_saves(
    page: Page, package: Package, tmp_path: Path
) -> None:
    downloads = tmp_path / "downloads"
    assert page.value("document.getElementById('count').textContent") == "0 of 3 answered"
    assert page.value("document.querySelectorAll('legend')[1].textContent") == f"2. {HOSTILE}"
    answer_all_by_keyboard(page)
    page.press("s", CTRL)
    page.until("document.getElementById('says').textContent === '1 lead needs something more.'")
    assert page.value("document.activeElement.dataset.field") == "reason"
    assert not downloads.exists() or not list(downloads.iterdir())
    page.press("ArrowDown")
    page.press("Tab")
    page.type("Left in January, 王小明 😀")
    assert page.value("document.getElementById('count').textContent") == "2 of 3 answered"
    page.press("s", CTRL)
    found = saved(page, downloads)
    file = read_answers(found)
    assert [row.item_id for row in file.rows] == [item.id for item in package.items]
    assert file.facts.batch_id == package.batch_id
    assert said(file) == [
        ("takes", "", "OPP-77", "12.500,50", "EUR", "Calls her on Thursday <b>"),
        ("sends back", package.reasons[0], "", "", "", "Left in January, 王小明 😀"),
        ("", "", "", "", "", ""),
    ]
    assert page.value("document.title") == "Answers: PackTech Expo 2026, batch 1"
    assert page.faults == []
    sys.stdout.write(f"Chromium: 3 leads by keyboard, {found.name}\n")


def test_the_saved_page_opens_again_with_its_answers(
    page: Page, tmp_path: Path, package: Package
) -> None:
    answer_all_by_keyboard(page)
    page.press("Tab")
    page.press("ArrowDown")
    page.press("s", CTRL)
    again = saved(page, tmp_path / "downloads")
    with a_browser(tmp_path / "another profile") as opened:
        opened.open(again, tmp_path / "more")
        assert opened.value("document.getElementById('count').textContent") == "2 of 3 answered"
        assert opened.value("document.querySelectorAll('fieldset').length") == len(package.items)
        assert opened.value("document.querySelector('[data-field=amount]').value") == "12.500,50"
        opened.press("s", CTRL)
        more = saved(opened, tmp_path / "more")
        assert opened.faults == []
    assert more.read_bytes() == again.read_bytes()
    assert read_answers(more) == read_answers(again)


def test_what_the_browser_itself_saves_holds_the_answers_too(page: Page, tmp_path: Path) -> None:
    """“Save page as” keeps the page as it stands; its archive has no data in it, and says so."""
    answer_all_by_keyboard(page)
    archive = tmp_path / "page.mhtml"
    archive.write_bytes(page.ask("Page.captureSnapshot", format="mhtml")["data"].encode())
    whole = tmp_path / "page.htm"
    whole.write_text(page.value("document.documentElement.outerHTML"), encoding="utf-8")
    kept = said(read_answers(whole))
    assert [row[0] for row in kept] == ["takes", "sends back", ""]
    assert kept[0][2:] == ("OPP-77", "12.500,50", "EUR", "Calls her on Thursday <b>")
    with pytest.raises(AnswerSheetRefused, match="archive, which leaves the answers out"):
        read_answers(archive)


def test_no_script_but_ours_runs_in_it(page: Page) -> None:
    page.value(
        "(() => { const made = document.createElement('script');"
        "made.textContent = 'document.title = \"run\"'; document.body.append(made); })()"
    )
    page.value(
        "fetch('https://sealers.example/').then(() => { document.title = 'sent'; }, () => 0)"
    )
    page.value("new Image().src = 'https://sealers.example/seen.png'")
    for _ in range(20):
        page.value("document.title")
    assert page.value("document.title") == "Answers: PackTech Expo 2026, batch 1"
    assert any("Content Security Policy" in fault for fault in page.faults)
