"""Amounts of money as people and CRMs write them, read exactly."""

import re
from decimal import Decimal

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import number

_CODES = (
    "AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GEL HKD HRK HUF IDR ILS INR ISK "
    "JPY KES KRW KWD KZT MAD MXN MYR NGN NOK NZD PEN PHP PKR PLN QAR RON RSD SAR SEK SGD THB TRY "
    "TWD UAH USD UYU VND ZAR"
)
CURRENCIES = tuple(_CODES.split())
"""The currencies amounts may be in, as ISO 4217 has them."""


@frozen
class Money:
    """An amount, zero or more; ``currency`` as ISO 4217 has it, empty where none is said."""

    amount: Decimal
    currency: str = ""


def money_in(text: str, currency: str = "") -> Money | None:
    """The amount somebody wrote: ``1,200.50``, ``1.200,50 €``, ``EUR 1200``; None for none.

    A mark before exactly three digits parts thousands, any other one parts the decimals. What
    has both in one place (``1,200.500``, ``0.500``) is none.
    ``currency`` is that of the column, for an amount that names none. An amount that is meant in
    thousands (``12 k``), or is below nothing, is none: nobody guesses what somebody is paid.
    """
    found = _MONEY.fullmatch("".join(text.split()).replace("'", "").replace("\u2019", ""))
    if found is None:
        return None
    before, number, after = found.groups()
    said = (before or after or "").upper()
    # Three letters may as well be "mio".
    if (before and after) or (said and said not in CURRENCIES and said not in _SIGNS):
        return None
    if _NUMBER.fullmatch(number) is None:
        return None
    amount = Decimal(_THOUSANDS.sub("", number).replace(",", "."))
    column = currency.strip().upper()
    return Money(amount=amount, currency=_SIGNS.get(said, said) or _SIGNS.get(column, column))


def amount_text(amount: Decimal) -> str:
    """The amount as it is kept, in either database the same: ``12500`` or ``12500.5``."""
    plain = format(amount, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def amount_words(amount: Decimal, currency: str) -> str:
    """The amount as a screen says it, with cents only where it has some: ``12,000 EUR``."""
    form = ",.0f" if amount == amount.to_integral_value() else ",.2f"
    return f"{number(float(amount), form)} {currency}".strip()


# A sign that several countries share stays a sign: it is not ours to say which dollar.
_SIGNS = {
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
    "ZŁ": "PLN",
    "US$": "USD",
    "KČ": "CZK",
    "FT": "HUF",
    "$": "$",
    "¥": "¥",
    "KR": "kr",
    "FR.": "CHF",
}
_NAME = r"([A-Z]{3}|US\$|[€£¥₹$]|zł|kč|ft|kr|fr\.)?"
_MONEY = re.compile(rf"{_NAME}([\d.,]+){_NAME}", re.IGNORECASE)
# Twelve digits: what is longer is no amount but a slip of the fingers.
_NUMBER = re.compile(
    r"\d{1,12}(?:[.,](?:\d{1,2}|\d{4,6}))?"
    r"|[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3}){0,2}(?:(?!\1)[.,](?:\d{1,2}|\d{4,6}))?"
)
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?:[.,]|$))")
