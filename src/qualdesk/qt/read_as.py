"""How telephone numbers without a country are read, in words."""

from qualdesk.core.places import country_of
from qualdesk.core.wording import tr


def read_as(region: str) -> str:
    """How numbers without a country are read, in a sentence."""
    if not region.strip():
        return tr("Numbers without + and without a country in the file wait for research.")
    code = country_of(region)
    return (
        tr("Numbers without + are read as {code}.", code=code)
        if code
        else tr("Not known. Try Germany, or DE.")
    )
