"""The Floor: kept counts, what a supervisor decides there, schedules of reports."""

import sqlalchemy as sa
from alembic import op

from qualdesk.store.columns import UtcDateTime

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Take the step."""
    _people()


def _people() -> None:
    """What members say they do, whom they were moved to, and their seat."""
    for name in ("state", "moved_by"):
        op.add_column("member", sa.Column(name, sa.Text(), server_default="", nullable=False))
    for name in ("works_for", "seat"):
        number = sa.Column(name, sa.Integer(), server_default="0", nullable=False)
        op.add_column("member", number)
    for name in ("state_since", "back_at", "seat_at"):
        op.add_column("member", sa.Column(name, UtcDateTime(), nullable=True))
