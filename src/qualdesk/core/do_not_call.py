"""Whom a no covers, and whose it is: a client's, or the whole house's."""

from typing import Final

HOUSE: Final = "*"
"""Whose an entry, or a list, is that counts for all clients, those too that come later.

No client can be called that.
"""
BY_NOBODY: Final = "house"
"""A scope: the person is called by nobody here any more, for no client."""
SCOPES: Final = ("number", "person", "company", BY_NOBODY)
