"""The team: who logs in as whom, what each may take a day, what was disclosed to whom."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Take the step."""
    _people()


def _people() -> None:
    op.add_column("member", sa.Column("login", sa.Text(), server_default="", nullable=False))
    op.create_index(
        "uq_member_login",
        "member",
        ["login"],
        unique=True,
        sqlite_where=sa.text("login <> ''"),
        postgresql_where=sa.text("login <> ''"),
    )
