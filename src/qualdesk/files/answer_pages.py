"""Reading the page that came back from a browser: the answers in it, and nothing else of it."""

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from typing_extensions import override

from qualdesk.core.errors import AnswerSheetRefused
from qualdesk.core.plain_text import without_tricks
from qualdesk.core.sales_answers import AnswerFile, SheetRow, facts_said
from qualdesk.core.wording import tr
from qualdesk.files.answer_page import ANSWERED, BLOCK, FORMAT

MEGABYTES = 20
"""What is larger is no page of ours: ten thousand leads take four."""


def read_answer_page(path: Path, content: bytes) -> AnswerFile:
    """The answers a page holds, each with the number it has on the page and whom it is about.

    The page may have been saved by its own button, or by the browser as a web page. Only data is
    read of it; no script, no link, no picture.

    Raises:
        AnswerSheetRefused: it is no page of ours, not whole, or was changed by hand.
    """
    text = _text(path, content)
    reader = _Block()
    reader.feed(text)
    reader.close()
    if not reader.found:
        raise AnswerSheetRefused(
            tr(
                "{file} is a web page without answers in it. Use the file answers.html that came "
                "with the batch, and save it with its own button.",
                file=path.name,
            )
        )
    try:
        form = _Form.model_validate(json.loads("".join(reader.said)))
    except (ValueError, ValidationError, RecursionError) as error:
        raise AnswerSheetRefused(
            tr(
                "The answers in {file} are not whole, or were changed by hand. Open it in a "
                "browser, and save it with its own button.",
                file=path.name,
            )
        ) from error
    return AnswerFile(
        rows=tuple(row for row in map(_row, range(1, len(form.leads) + 1), form.leads)),
        facts=facts_said(str(form.batch_id), form.batch, form.receivers),
        kind="form",
    )


def is_page(head: bytes) -> bool:
    """Whether the first bytes of a file are those of a page, or of a browser's archive of one."""
    start = head.decode(_letters_of(head), errors="replace").lstrip().lower()
    return start.startswith(("<!doctype html", "<html", "<!--", *_ARCHIVE))


def _text(path: Path, content: bytes) -> str:
    """The page as text.

    Raises:
        AnswerSheetRefused: it is an archive, or not in letters a browser would use.
    """
    try:
        text = content.decode(_letters_of(content))
    except UnicodeDecodeError as error:
        raise AnswerSheetRefused(
            tr(
                "The letters of {file} cannot be read. Open it in a browser, and save it with its "
                "own button.",
                file=path.name,
            )
        ) from error
    if text.lstrip().lower().startswith(_ARCHIVE):
        raise AnswerSheetRefused(
            tr(
                "{file} is a browser's archive, which leaves the answers out. Ask sales to save "
                "the page with its own button.",
                file=path.name,
            )
        )
    return text


def _letters_of(content: bytes) -> str:
    return "utf-16" if content.startswith(_WIDE) else "utf-8-sig"


def _row(number: int, lead: "_Lead") -> SheetRow:
    name = " ".join(without_tricks(lead.name).split())[:_NAME]
    said: dict[str, Any] = {field: getattr(lead, field) for field in ANSWERED}
    return SheetRow(row=number, name=name, item_id=lead.id, **said)


class _Block(HTMLParser):
    """Finds the part of a page that holds the answers; the first one counts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = False
        self.said: list[str] = []
        self._is_in = False

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        is_it = tag == "script" and said.get("id") == BLOCK and said.get("type") == _JSON
        if is_it and not self.found:
            self.found = self._is_in = True

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._is_in = False

    @override
    def handle_data(self, data: str) -> None:
        if self._is_in:
            self.said.append(data)


class _Lead(BaseModel):
    model_config = ConfigDict(frozen=True)

    id: str
    name: str = ""
    takes: str = ""
    reason: str = ""
    opportunity: str = ""
    amount: str = ""
    currency: str = ""
    note: str = ""


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True)

    format: int = Field(ge=FORMAT, le=FORMAT)
    batch_id: int
    batch: str
    receivers: tuple[str, ...] = ()
    leads: tuple[_Lead, ...]


_JSON = "application/json"
_NAME = 80
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_ARCHIVE = ("from: <saved by", "mime-version:")
