"""The people's roster, clients kept apart, and what privacy and recovery remember."""

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Take the step."""
