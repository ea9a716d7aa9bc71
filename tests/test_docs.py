"""The pages of docs lead somewhere: every link, heading and picture they name is there."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from qualdesk.cli.parser import make_parser

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
_LINK = re.compile(r"\]\((?!https?:|mailto:)([^)\s]*)\)")


def links(page: Path) -> Iterator[tuple[Path, str]]:
    """Where a page leads: the file, and the heading in it, empty for its top."""
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    for found in _LINK.finditer(text):
        name, _, heading = found[1].partition("#")
        yield (page.parent / name).resolve() if name else page, heading


def headings(page: Path) -> set[str]:
    """The names under which its headings are reached."""
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    said = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).strip().replace(" ", "-") for one in said}


def commands(page: Path) -> Iterator[str]:
    """The commands of the program on a page, as somebody copies them."""
    text = page.read_text("utf-8")
    for line in re.findall(r"^ *(?:\$ )?(qualdesk [^\n]+)$", text, flags=re.MULTILINE):
        yield line.partition(" #")[0]
    for line in re.findall(r"`(qualdesk [^`\n]+)`", text):
        yield line.replace("=…", "=x").replace("…", "x")


@pytest.mark.parametrize("name", ["README.md", "docs/guide-administrator.md", "docs/extending.md"])
def test_every_command_of_the_first_pages_is_one(name: str) -> None:
    """A verb or an option that was renamed is noticed before somebody types it in vain."""
    parser, found = make_parser(), list(commands(ROOT / name))
    assert len(found) > 5
    for line in found:
        words = shlex.split(line)[1:]
        if words not in (["--help"], ["VERB", "--help"]):
            assert parser.parse_args(words) is not None, line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    for path, heading in links(page):
        assert path.exists(), f"{page.name}: {path.name} is not there"
        if heading:
            assert heading in headings(path), f"{page.name}: {path.name} has no {heading}"


def test_every_page_is_reached_from_the_first() -> None:
    """A page no other leads to is read by nobody, and goes stale."""
    seen, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".md":
            continue
        seen.add(page)
        waiting += [path for path, _ in links(page) if path.is_file()]
        waiting += [each for path, _ in links(page) if path.is_dir() for each in path.glob("*.md")]
    assert [page.name for page in PAGES if page not in seen] == []


def test_the_pictures_of_the_front_are_shown_somewhere() -> None:
    """Those beside the README's words and the guides'; the states of the desk are an album."""
    shown = {path for page in PAGES for path, _ in links(page)}
    folder = DOCS / "screenshots"
    kept = [*folder.glob("*.png"), *(folder / "guide").glob("*.png")]
    assert [path.name for path in kept if path not in shown] == []
