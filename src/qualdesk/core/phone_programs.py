"""How a number is handed to a phone program: by a known address, or by one of somebody's own."""

import re
from collections.abc import Mapping
from urllib.parse import quote

from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_later

WAYS: Mapping[str, str] = {
    "tel": tr_later("This computer's program (tel:)"),
    "sip": tr_later("Internet calls (sip:)"),
    "callto": tr_later("Older programs (callto:)"),
    "own": tr_later("An address of your own"),
}
"""How a number can be handed over, and what that is called."""

NUMBER, DIGITS = "{number}", "{digits}"
"""In an address of somebody's own: the number as +493023125001, and the same without its plus."""


@frozen
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
            raise Refused(
                tr(
                    "“{way}” does not dial. Choose one of: {ways}.",
                    way=self.way,
                    ways=", ".join(WAYS),
                )
            )
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
        raise Refused(
            tr("An address begins with a word and a colon, as {example}.", example=_EXAMPLE)
        )
    if scheme.lower() in _NEVER:
        raise Refused(
            tr("{scheme}: opens files or runs programs. Choose one that only dials.", scheme=scheme)
        )
    if NUMBER not in rest and DIGITS not in rest:
        raise Refused(
            tr(
                "Write {number} where the number belongs, as {example}.",
                number=NUMBER,
                example=_EXAMPLE,
            )
        )
    if not template.isascii() or not template.isprintable() or " " in template:
        raise Refused(tr("An address has plain letters, digits and signs only, and no spaces."))
    if len(template) > _LONGEST:
        raise Refused(
            tr(
                "This is too long for an address. Keep it within {longest} characters.",
                longest=_LONGEST,
            )
        )


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
