"""The brief on paper: one page, the words as they were said, nothing loaded (T2)."""

import io
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from handoff_makers import a_brief
from qualdesk.core.handoff import Evidence, Named, Standing
from qualdesk.core.progress import Cancelled
from qualdesk.links.paper import brief_pdf, briefs_pdf, write_brief_pdf
from qualdesk.qt.theme import apply


def text_of(content: bytes) -> str:
    """The text of the page, spaces as they fall."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    assert len(reader.pages) == 1
    return " ".join(reader.pages[0].extract_text().split())


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_page_says_why_what_they_said_and_what_to_do() -> None:
    text = text_of(brief_pdf(a_brief(), receiver="Lena Brandt", footer="Batch 12. Answer by Tue."))
    for part in (
        "Brief for Lena Brandt",
        "Katrin Albers",
        "Head of Packaging Operations, Elbkorn Foods, Hamburg",
        "+49 40 66969 100 (direct line)",
        "83",
        "points, 60 needed",
        "In one line",
        "wants a call before Easter",
        "Why this is a qualified lead",
        "Real need",
        "4 h a week lost",
        "Not asked",
        "“We lose about four hours a week.”",
        "Call Thu 19 Mar 2026, 10:30 in Berlin.",
        "PackTech Expo, stand B12. Watched the sealer demo. Called by Maya Lind, Tue 17 Mar 2026",
        "2 calls in all. Definition version 3.",
        "Jens Petersen, plant director",
        "Asked for a call at the stand.",
        "Batch 12. Answer by Tue.",
    ):
        assert squeezed(part) in squeezed(text), part
    assert "Shortened" not in text


def test_the_page_can_be_read_out_whatever_font_the_window_wears(qapp: QApplication) -> None:
    """A window's digits of one width have no letter behind them in a PDF: the day was lost."""
    footer = "PackTech Expo 2026, batch 1. +1 212 555 0100. Answer by 24 Mar in answers.xlsx."
    before = qapp.font()
    worn = QFont("Inter")
    for feature in ("tnum", "calt", "zero", "ss01"):
        worn.setFeature(QFont.Tag(feature), 1)
    theme = apply(qapp).font("body")
    try:
        for font in (theme, worn):
            qapp.setFont(font)
            text = squeezed(text_of(brief_pdf(a_brief(), footer=footer)))
            assert squeezed(footer) in text
            assert squeezed("+49 40 66969 100") in text
    finally:
        qapp.setFont(before)


def test_each_standing_is_said_in_words_and_not_in_colour_alone() -> None:
    why = tuple(
        Evidence(
            criterion=standing.value, label=f"Criterion {n}", standing=standing, says="said so"
        )
        for n, standing in enumerate(Standing)
    )
    text = text_of(brief_pdf(a_brief(why=why)))
    for words in ("Not met. said so", "Does not know. said so", "Not asked. said so"):
        assert squeezed(words) in squeezed(text)


@pytest.mark.parametrize(
    "hostile",
    [
        "<b>bold</b> & <i>Sons",
        "<img src='file:///etc/passwd'/>",
        "<script>alert(1)</script>",
        "&lt;b&gt;&amp;",
        'O\'Neil "the" <',
        "<table border=1><tr><td>" * 4,
        "Grüße aus Łódź, naïve Søren",
    ],
)
def test_hostile_text_is_shown_as_text(hostile: str) -> None:
    text = text_of(brief_pdf(a_brief(name=hostile, said=(hostile,), note=hostile)))
    assert squeezed(text).count(squeezed(hostile)) >= 2


def test_nothing_is_loaded_from_anywhere(tmp_path: Path) -> None:
    """A picture named in a lead would be read from the disk, or tell a stranger's server."""
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    plain = brief_pdf(a_brief(note="x" * 40))
    hostile = brief_pdf(a_brief(note=f"<img src='{picture.as_uri()}'>"))
    for content in (plain, hostile):
        images = [
            image for page in pypdf.PdfReader(io.BytesIO(content)).pages for image in page.images
        ]
        assert images == []


def test_tricks_with_the_reading_order_are_taken_out() -> None:
    text = text_of(brief_pdf(a_brief(name="Ana \u202egnp.exe\u202c Lind\x07", note="a\x00b")))
    assert squeezed("Ana gnp.exe Lind") in squeezed(text)
    assert "\u202e" not in text


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "changed",
    [
        {"said": tuple(f"Sentence {n}. " * 60 for n in range(40))},
        {"note": "word " * 20_000},
        {"note": "W" * 30_000, "name": "W" * 5_000, "in_one_line": "W" * 5_000},
        {"note": "\n" * 5_000 + "end"},
        {
            "why": tuple(
                Evidence(criterion=str(n), label="L" * 300, standing=Standing.MET, says="s" * 3000)
                for n in range(60)
            ),
            "also_named": tuple(Named(name="N" * 300, title="T" * 300) for _ in range(60)),
            "do_next": ("d " * 3000,) * 60,
            "said": ("q " * 3000,) * 60,
            "phones": ("1" * 200,) * 9,
            "permission": "p " * 3000,
        },
        {"said": ("line\n" * 500,) * 20, "do_next": ("line\n" * 500,) * 20, "note": "a\n" * 3000},
        {"title": "<table border=1><tr><td>" * 500},
    ],
)
def test_too_much_text_still_makes_one_page_that_says_so(changed: dict[str, Any]) -> None:
    text = text_of(brief_pdf(a_brief(**changed), receiver="R" * 500, footer="F" * 500))
    assert squeezed("Shortened to one page. The whole text is in leads.jsonl.") in squeezed(text)
    assert squeezed("Why they may be called") in squeezed(text)


def test_a_lead_with_hardly_anything_known_has_a_page_too() -> None:
    bare = a_brief(
        title="",
        company="",
        city="",
        phones=(),
        emails=(),
        points=None,
        threshold=None,
        in_one_line="",
        why=(),
        said=(),
        do_next=(),
        also_named=(),
        permission="",
        note="",
    )
    text = text_of(brief_pdf(bare))
    assert "Katrin Albers" in text
    assert "points" not in text
    assert "In one line" not in text


def test_the_file_is_whole_when_it_is_there(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    write_brief_pdf(a_brief(), path)
    content = path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    reader = pypdf.PdfReader(io.BytesIO(content))
    assert reader.metadata is not None
    assert reader.metadata.title == "Brief: Katrin Albers"
    fonts = reader.pages[0]["/Resources"]["/Font"]
    assert any("Inter" in str(font.get_object()["/BaseFont"]) for font in fonts.values())
    with pytest.raises(OSError, match="brief"):
        write_brief_pdf(a_brief(), tmp_path / "nowhere" / "brief.pdf")


def test_a_worker_may_write_briefs_too() -> None:
    brief_pdf(a_brief())
    with ThreadPoolExecutor(max_workers=2) as pool:
        pages = list(pool.map(lambda n: text_of(brief_pdf(a_brief(name=f"Lead {n}"))), range(8)))
    assert [f"Lead {n}" in page for n, page in enumerate(pages)] == [True] * 8


def test_a_page_is_made_where_there_is_no_display(tmp_path: Path) -> None:
    """Qt would end the whole program on a Linux without a display."""
    program = (
        "import sys; from pathlib import Path\n"
        "from handoff_makers import a_brief\n"
        "from qualdesk.links.paper import write_brief_pdf\n"
        "write_brief_pdf(a_brief(), Path(sys.argv[1]))\n"
    )
    without = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    env = {key: value for key, value in os.environ.items() if key not in without}
    path = tmp_path / "brief.pdf"
    run = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        env={**env, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert "Katrin Albers" in text_of(path.read_bytes())


def test_a_batch_is_one_file_with_a_page_for_each_lead_in_its_order() -> None:
    """T2: sales prints one file, and each page says whose it is."""
    names = ["Katrin Albers", "Marcus Hale", "Ines Fournier"]
    steps: list[int] = []
    content = briefs_pdf(
        [(a_brief(name=name), "Lena Brandt") for name in names],
        title="Briefs: <b>batch 1</b>\x07",
        footer="Batch 1.",
        step=lambda: steps.append(len(steps)),
    )
    reader = pypdf.PdfReader(io.BytesIO(content))
    pages = [squeezed(page.extract_text()) for page in reader.pages]
    assert len(pages) == len(names) == len(steps)
    for name, page in zip(names, pages, strict=True):
        assert squeezed(name) in page
        assert "BriefforLenaBrandt" in page
        assert "Batch1." in page
        assert [squeezed(other) in page for other in names].count(True) == 1
    assert reader.metadata is not None
    assert reader.metadata.title == "Briefs: <b>batch 1</b>"


def test_printing_a_batch_stops_between_two_pages() -> None:
    done = 0

    def stop_at_the_third() -> None:
        nonlocal done
        done += 1
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        briefs_pdf([(a_brief(), "")] * 9, title="x", step=stop_at_the_third)
    assert done == 3
    assert text_of(brief_pdf(a_brief()))
