"""What a file is by its name: a list of leads to load, a campaign to make, or a workspace."""

from posixpath import splitext
from typing import Final

LISTS: Final = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".xlsb")
"""How the names of lists end that can be read."""
CAMPAIGN: Final = ".toml"


def is_loaded(name: str) -> bool:
    """Whether the Lists page takes a file of this name; any other file is a workspace."""
    return splitext(name)[1].casefold() in {*LISTS, CAMPAIGN}
