"""The letters of a text list: found where that is certain, and else a person's choice of a menu."""

import codecs
from collections.abc import Iterable
from pathlib import Path

from qualdesk.core.list_files import USUAL_ENCODING
from qualdesk.core.wording import tr_later
from qualdesk.files.unreadable import Unreadable

_CHUNK = 1 << 20


def encoding_of(path: Path) -> str:
    """The encoding of a text file: its mark, strict UTF-8, UTF-16 by its zeros, else cp1252.

    No detector decides silently: it would read one name in ten with a letter of its own.

    Raises:
        ListRefused: there is nothing in the file, or it is no text at all.
    """
    with path.open("rb") as stream:
        head = stream.read(_CHUNK)
        if not head.strip(b"\0\r\n\t "):
            raise Unreadable(tr_later("This file is empty. Export the list again."))
        for mark, name in _MARKS:
            if head.startswith(mark) and _decodes(head, name):
                # Some programs write the mark of one order and letters of the other.
                return (_wide_encoding(head[2:]) or name) if name == "utf-16" else name
        wide = _wide_encoding(head)
        if wide:
            return wide
        if len(head) - len(head.translate(None, _NO_TEXT)) > len(head) // 20:
            raise Unreadable(
                tr_later("This is not a list but some other file. Save the list as CSV.")
            )
        rest = iter(lambda: stream.read(_CHUNK), b"")
        return "utf-8" if _is_utf8(head, rest) else USUAL_ENCODING


def _decodes(head: bytes, encoding: str) -> bool:
    """Whether the mark tells the truth; some programs write a mark and other letters."""
    try:
        codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _is_utf8(head: bytes, stream: Iterable[bytes]) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(head)
        for chunk in stream:
            decoder.decode(chunk)
    except UnicodeDecodeError:
        return False
    return True


def _wide_encoding(head: bytes) -> str:
    """UTF-16 without a mark, by where its zero bytes stand."""
    sample = head[:4096]
    half = max(1, len(sample) // 2)
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > half * 0.6 and even < odd * 0.6:
        return "utf-16-le"
    if even > half * 0.6 and odd < even * 0.6:
        return "utf-16-be"
    return ""


_NO_TEXT = bytes(sorted({*range(32), 127} - {9, 10, 12, 13, 27}))
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
