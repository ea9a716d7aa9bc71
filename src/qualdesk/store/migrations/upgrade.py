"""The one module that starts alembic, which takes most of a second to import."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from qualdesk.store.schema_tally import tally
from qualdesk.store.tally import recount
from qualdesk.store.tally_triggers import drop_triggers, make_triggers


def upgrade(connection: sa.Connection, folder: Path, head: str) -> None:
    """Take every step up to ``head``, inside the transaction of the connection."""
    config = _config(folder)
    config.attributes["connection"] = connection
    # A step may build a table anew, and with it goes what hung on it.
    drop_triggers(connection)
    command.upgrade(config, head)
    if sa.inspect(connection).has_table(tally.name):
        make_triggers(connection)
        recount(connection)


def last_step(folder: Path) -> str:
    """The number of the last step in the folder, as its files say."""
    return ScriptDirectory.from_config(_config(folder)).get_current_head() or ""


def _config(folder: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    return config
