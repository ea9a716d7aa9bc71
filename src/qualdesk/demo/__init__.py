"""A morning at the desk with the sample list: played, written down, and looked at."""

from qualdesk.demo.run import run

__all__ = ["run"]
