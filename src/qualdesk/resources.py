"""Where the files that ship with the program lie: fonts, icons, tokens, samples, outcomes."""

from pathlib import Path

_HERE = Path(__file__).resolve()
_IN_WHEEL = _HERE.parent / "shipped"
_IN_CHECKOUT = _HERE.parents[2] / "resources"


def shipped(*parts: str) -> Path:
    """The path of a shipped file, for example ``shipped("icons", "phone.svg")``.

    An installed wheel carries the files inside the package; a checkout (also an editable
    install) keeps them in the top-level ``resources`` folder.
    """
    root = _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT
    return root.joinpath(*parts)
