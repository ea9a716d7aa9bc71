"""Dialling: the address that hands a number to the computer's own phone program."""

from urllib.parse import quote

from qualdesk.core.errors import Refused
from qualdesk.core.leads import Phone
from qualdesk.core.phone_programs import USUAL_PROGRAM, PhoneProgram
from qualdesk.core.wording import tr

# What the window may ever hand to the computer to open. Anything else could start a program.
SCHEMES = ("tel", "sip", "callto")


def dial_link(e164: str, extension: str = "", program: PhoneProgram = USUAL_PROGRAM) -> str:
    """The address that dials a number by a phone program, ``tel:+49-30-...`` unless said otherwise.

    Made from the parsed number only, never from text of a list: a cell can hold anything.

    Raises:
        Refused: this is no number that can be dialled.
    """
    if program.way != "own":
        return tel_link(e164, extension, scheme=program.way)
    return program.own_address(_parsed(e164, extension).e164)


def tel_link(e164: str, extension: str = "", *, scheme: str = "tel") -> str:
    """The address that dials a number, ``tel:+49-30-...;ext=12`` (RFC 3966) unless said otherwise.

    ``sip`` and ``callto`` are for phone programs that listen to those; they take no extension.

    Raises:
        Refused: this is no number that can be dialled, or no scheme that dials.
    """
    if scheme not in SCHEMES:
        raise Refused(
            tr(
                "“{scheme}:” does not dial. Choose one of: {schemes}.",
                scheme=scheme,
                schemes=", ".join(SCHEMES),
            )
        )
    phone = _parsed(e164, extension)
    if scheme == "tel":
        from qualdesk.core.phones import tel_uri

        return tel_uri(phone)
    return f"{scheme}:{quote(phone.e164, safe='+')}"


def may_open(address: str, program: PhoneProgram = USUAL_PROGRAM) -> bool:
    """Whether an address is one that dials, and so may be handed to the computer."""
    scheme, colon, rest = address.partition(":")
    dials = scheme in SCHEMES or (program.way == "own" and scheme.lower() == program.scheme)
    return bool(colon) and dials and bool(rest) and rest.isprintable()


def _parsed(e164: str, extension: str) -> Phone:
    from qualdesk.core.phones import read_phones

    found = read_phones(e164)
    if len(found) != 1 or found[0].e164 != e164 or not (extension.isdigit() or not extension):
        raise Refused(
            tr("This number cannot be dialled. Copy it and dial by hand if it looks right.")
        )
    return Phone(raw=e164, state=found[0].state, e164=e164, extension=extension)
