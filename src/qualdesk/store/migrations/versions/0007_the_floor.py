"""The Floor: kept counts, what a supervisor decides there, schedules of reports."""

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Take the step."""
