"""What the database library may not say, whoever listens: the rows it read are people.

Values handed to statements are hidden by the engines themselves (``hide_parameters``); the rows
that come back are logged by the library all the same when somebody asks it for everything.
"""

import logging

_ENGINES = logging.getLogger("sqlalchemy.engine.Engine")


class _NoRows(logging.Filter):
    """Lets statements through and how long they took, not what they found."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether that may be said."""
        return record.levelno > logging.DEBUG


def keep_rows_quiet() -> None:
    """Let no log hold a row, however much is asked for. Done twice it is done once."""
    if not any(isinstance(one, _NoRows) for one in _ENGINES.filters):
        _ENGINES.addFilter(_NoRows())
