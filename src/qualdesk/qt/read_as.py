"""How telephone numbers without a country are read, in words."""

from qualdesk.core.places import country_of


def read_as(region: str) -> str:
    """How numbers without a country are read, in a sentence."""
    if not region.strip():
        return "Numbers without + and without a country in the file wait for research."
    code = country_of(region)
    return f"Numbers without + are read as {code}." if code else "Not known. Try Germany, or DE."
