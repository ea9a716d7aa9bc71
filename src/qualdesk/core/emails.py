"""E-mail addresses as lists hold them: found, put in one form, and doubted in words."""

import re
from functools import lru_cache

from qualdesk.core.wording import spoken, tr


def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses that stand in a cell, each once, in order, their domains in small letters."""
    if _PLAIN.fullmatch(text):
        return (_in_one_form(text),)
    if "@" not in text:
        return ()
    found = (_AROUND.sub("", one) for one in _ADDRESS.findall(text[:_LONGEST]))
    return tuple(dict.fromkeys(_in_one_form(one) for one in found if one))


def without_addresses(text: str) -> str:
    """What else stands in a cell that holds an address."""
    return _ADDRESS.sub(" ", text).strip(" /;,|") if "@" in text else text


def is_address(address: str) -> bool:
    """Whether mail could be sent there by its form alone. Nobody asks the network."""
    if _PLAIN.fullmatch(address) and not address.lower().endswith(_RESERVED):
        return True
    return not _fault(address)


def doubt(address: str) -> str:
    """What is wrong with an address, or what was probably meant; empty when nothing is.

    Only a sentence: nobody changes an address but the person who knows it.
    """
    fault = "" if is_address(address) else _fault(address)
    if fault:
        if spoken() != "en":
            # What the library says is English only.
            return tr("{address} is no e-mail address.", address=address)
        return f"{address} is no e-mail address: {fault[:1].lower()}{fault[1:]}"
    meant = _probably_meant(address)
    return tr("{address}: did you mean {meant}?", address=address, meant=meant) if meant else ""


def _in_one_form(address: str) -> str:
    """Without what links and sentences put around it; the part before the @ stays as it is."""
    name, _, domain = address.rpartition("@")
    return address if domain.islower() else f"{name}@{domain.lower()}"


@lru_cache(maxsize=4096)
def _fault(address: str) -> str:
    # Loads a library for domain names, which no start of the program should wait for.
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(address, check_deliverability=False)
    except EmailNotValidError as error:
        return str(error)
    return ""


@lru_cache(maxsize=4096)
def _meant_domain(domain: str) -> str:
    """The well-known domain that a domain is a slip of the fingers away from."""
    if domain in _KNOWN:
        return ""
    from rapidfuzz.distance import DamerauLevenshtein

    for known in _KNOWN:
        # Short domains are one letter from each other and both right: gmx.at, gmx.net.
        far = DamerauLevenshtein.distance(domain, known, score_cutoff=1)
        if far == 1 and len(known) > _SHORT:
            return known
    start, _, end = domain.rpartition(".")
    return f"{start}.com" if end in _SLIPS_OF_COM else ""


def _probably_meant(address: str) -> str:
    name, _, domain = address.rpartition("@")
    meant = _meant_domain(domain.lower())
    return f"{name}@{meant}" if meant else ""


_LONGEST = 32_767
# Bounded, so that no cell however long takes longer than its length (RFC 5321 allows as much).
_ADDRESS = re.compile(r"[^\s<>;,/|\"()@]{1,64}@[^\s<>;,/|\"()@]{1,255}")
_AROUND = re.compile(r"^(?:mailto:|[\[{'.]+)+|[\]}'.:!?]+$", re.IGNORECASE)
# What email-validator finds nothing wrong with, and most addresses are: tests hold it to that.
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_PLAIN = re.compile(
    rf"(?=.{{6,120}}\Z)(?=[^@]{{1,64}}@)[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*"
    rf"@(?!xn--|..--)(?:{_LABEL}\.(?!..--))+[A-Za-z]{{2,24}}"
)
# The special-use names of RFC 6761 and its followers that email-validator refuses.
_RESERVED = (".arpa", ".invalid", ".local", ".localhost", ".onion", ".test")
_SHORT = len("live.com")
_SLIPS_OF_COM = frozenset({"con", "cmo", "ocm", "comm", "vom", "xom", "cim", "coom"})
_KNOWN = (
    *("gmail.com", "googlemail.com", "hotmail.com", "hotmail.co.uk", "hotmail.fr", "outlook.com"),
    *("outlook.de", "yahoo.com", "yahoo.co.uk", "yahoo.fr", "yahoo.de", "icloud.com", "live.com"),
    *("gmx.de", "gmx.net", "gmx.at", "gmx.ch", "web.de", "t-online.de", "freenet.de", "aol.com"),
    *("orange.fr", "wanadoo.fr", "laposte.net", "btinternet.com", "protonmail.com", "comcast.net"),
    *("verizon.net", "bluewin.ch", "libero.it", "telefonica.net", "qq.com", "me.com", "mail.com"),
)
