"""Numbers as hashes under a key two parties share, so that neither hands its numbers to anybody.

The hash of a number is HMAC-SHA256 (RFC 2104) with the key over the number in E.164, as ASCII:
``+`` and digits, nothing else. It is written as 64 hexadecimal digits. An extension is no part
of the number.
"""

import hmac
import re

from qualdesk.core.errors import Refused
from qualdesk.core.wording import tr

SHORTEST_KEY = 16
"""The least characters of a key we hash our own numbers with.

There are few enough telephone numbers to try them all: what protects them is the key alone.
"""


def key_of(written: bytes) -> bytes:
    """A key as it stands in a file: its bytes without white space around them.

    Raises:
        Refused: there is nothing in it.
    """
    key = written.removeprefix(b"\xef\xbb\xbf").strip()
    if not key:
        raise Refused(tr("The key is empty. Put the key into a file, on one line."))
    return key


def hash_of(e164: str, key: bytes) -> str:
    """The hash of a number, in small hexadecimal digits."""
    return hmac.digest(key, e164.encode("ascii"), "sha256").hex()


def hash_in(text: str) -> str:
    """The hash that stands in a cell, in small digits; empty when it is none."""
    plain = text.strip().strip("\"'").strip()
    return plain.lower() if _HASH.fullmatch(plain) else ""


_HASH = re.compile(r"[0-9a-fA-F]{64}")
