"""How a number is handed to a phone program: by a known address, or by one of somebody's own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from qualdesk.core.errors import Refused

WAYS: Mapping[str, str] = {
    "tel": "This computer's program (tel:)",
    "sip": "Internet calls (sip:)",
    "callto": "Older programs (callto:)",
    "own": "An address of your own",
}
"""How a number can be handed over, and what that is called."""

NUMBER, DIGITS = "{number}", "{digits}"
"""In an address of somebody's own: the number as +493023125001, and the same without its plus."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PhoneProgram:
    """Whom numbers are handed to.

    Attributes:
        way: one of :data:`WAYS`.
        template: for ``own``: an address with :data:`NUMBER` or :data:`DIGITS` in it.
    """

    way: str = "tel"
    template: str = ""

    def __post_init__(self) -> None:
        """Refuse what can never dial.

        Raises:
            Refused: there is no such way, or an address of one's own dials nothing.
        """
        if self.way not in WAYS:
            raise Refused(f"“{self.way}” does not dial. Choose one of: {', '.join(WAYS)}.")
        if self.way == "own":
            _check(self.template)

    @property
    def scheme(self) -> str:
        """What its addresses begin with, without the colon."""
        return self.template.partition(":")[0].lower() if self.way == "own" else self.way

    def own_address(self, e164: str) -> str:
        """A number, as +493023125001, in the address of somebody's own."""
        digits = e164.removeprefix("+")
        return self.template.replace(NUMBER, quote(e164, safe="")).replace(DIGITS, digits)


USUAL_PROGRAM = PhoneProgram()
"""What numbers are handed to unless somebody says otherwise."""


def _check(template: str) -> None:
    scheme, colon, rest = template.partition(":")
    if not colon or not _SCHEME.fullmatch(scheme):
        raise Refused(f"An address begins with a word and a colon, as {_EXAMPLE}.")
    if scheme.lower() in _NEVER:
        raise Refused(f"{scheme}: opens files or runs programs. Choose one that only dials.")
    if NUMBER not in rest and DIGITS not in rest:
        raise Refused(f"Write {NUMBER} where the number belongs, as {_EXAMPLE}.")
    if not template.isascii() or not template.isprintable() or " " in template:
        raise Refused("An address has plain letters, digits and signs only, and no spaces.")
    if len(template) > _LONGEST:
        raise Refused(f"This is too long for an address. Keep it within {_LONGEST} characters.")


_EXAMPLE = "myphone:{number}"
_LONGEST = 300
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+")
# These read files, run what stands in them, or reach over to another computer's disk.
_NEVER = frozenset(
    {
        *("file", "javascript", "data", "vbscript", "about", "view-source", "jar", "blob"),
        *("smb", "nfs", "ftp", "sftp", "ssh", "telnet", "ldap", "shell", "cmd", "search-ms"),
        *("ms-msdt", "ms-officecmd", "ms-settings", "mailto", "mk", "res", "wscript"),
    }
)
