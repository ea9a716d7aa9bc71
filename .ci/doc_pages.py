"""Writes the pages of docs/ that are made from what the program declares, and says which are old.

Without arguments it writes docs/keys.md and docs/data-dictionary.md; --check only compares.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from doc_columns import Columns

from qualdesk.core.wording import english
from qualdesk.qt.key_sheet import sheet_lines
from qualdesk.qt.shortcuts import shipped_shortcuts

DOCS = Path(__file__).resolve().parents[1] / "docs"
KEYS_HEAD = """\
# Keys

Everything can be done by keyboard. F1 shows the keys of the page in front, and each button says
its own. Another key for any command, and this sheet to print: Settings (Ctrl+,), Keys.

One key can mean different things on different pages; on one page it means one thing.
"""


def pages() -> dict[str, str]:
    """Each page that is made, by the name of its file."""
    with english():
        return {"keys.md": keys_page(), "data-dictionary.md": Columns().page()}


def keys_page() -> str:
    """The keyboard sheet, place by place."""
    return "\n".join([KEYS_HEAD, *_keys(), made_by()])


def _keys() -> Iterator[str]:
    for place, lines in sheet_lines(shipped_shortcuts()).items():
        yield f"## {place}\n"
        yield "| Key | What it does |\n|---|---|"
        for keys, does in lines:
            yield f"| {keys} | {does.replace('|', '&#124;')} |"
        yield ""


def made_by() -> str:
    """The last line of each page that is made."""
    return "*Made by `python .ci/doc_pages.py`; a test says when it is old.*\n"


def old_pages() -> list[str]:
    """The pages that do not say what the program says, by name."""
    return [
        name
        for name, text in pages().items()
        if not (DOCS / name).exists() or (DOCS / name).read_text("utf-8") != text
    ]


def main() -> int:
    """Write the pages, or say which are old; 1 when one is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    if parser.parse_args().check:
        old = old_pages()
        for name in old:
            print(f"docs/{name} is old: run python .ci/doc_pages.py")
        return 1 if old else 0
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
