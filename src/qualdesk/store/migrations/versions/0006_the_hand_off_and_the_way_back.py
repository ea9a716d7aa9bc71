"""Who gets each lead of a batch, its clocks, disputes, and what became of it at the client."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

from qualdesk.store.columns import UtcDateTime

revision = "0006"
down_revision = "0005"

# Two working days more than the day that was agreed, for those who have read it by then.
_GRACE = 2
_SATURDAY = 5


def upgrade() -> None:
    """Take the step."""
    _crm()
    _owners()
    _batches()
    _items()
    _disputes()
    _notices()
    _wishes()
    _those_with_sales()


def _crm() -> None:
    op.create_table(
        "crm_load",
        sa.Column("id", sa.Integer(), nullable=False),
        _text("client"),
        _text("name"),
        _text("sha256"),
        *(_number(name) for name in ("rows", "matched", "left_out")),
        _text("loaded_by"),
        sa.Column("loaded_at", UtcDateTime(), nullable=False),
        sa.Column("undone_at", UtcDateTime(), nullable=True),
        _text("undone_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crm_load")),
    )
    op.create_table(
        "crm_profile",
        sa.Column("client", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        _text("name"),
        sa.Column("body", sa.JSON(none_as_null=True), nullable=False),
        _text("kept_by"),
        sa.Column("kept_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("client", "id", name=op.f("pk_crm_profile")),
    )


def _owners() -> None:
    op.create_table(
        "account_owner",
        sa.Column("client", sa.Text(), nullable=False),
        sa.Column("company_key", sa.Text(), nullable=False),
        _text("company"),
        _text("salesperson"),
        _text("loaded_by"),
        sa.Column("loaded_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("client", "company_key", name=op.f("pk_account_owner")),
    )


def _batches() -> None:
    with op.batch_alter_table("handoff_batch", schema=None) as batch_op:
        batch_op.add_column(_text("profile"))
        batch_op.add_column(_text("wrapping", "folder"))
        batch_op.add_column(sa.Column("begun", sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(sa.Column("recalled_at", UtcDateTime(), nullable=True))
        batch_op.add_column(_text("recalled_by"))
        batch_op.add_column(_text("recalled_because"))


def _items() -> None:
    with op.batch_alter_table("handoff_item", schema=None) as batch_op:
        for name in _TEXTS:
            batch_op.add_column(_text(name))
        for name in _TIMES:
            batch_op.add_column(sa.Column(name, UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("before_load", sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(sa.Column("crm_load_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_handoff_item_crm_load_id"), "crm_load", ["crm_load_id"], ["id"]
        )
        columns = ["receiver", "state", "batch_id"]
        batch_op.create_index("ix_handoff_item_receiver", columns, unique=False)
    for name, column, where in (
        ("due_at", "due_at", "due_at IS NOT NULL"),
        ("answered_at", "answered_at", "answered_at IS NOT NULL"),
        ("unshown", "answered_at", "state = 'sent_back' AND shown_at IS NULL"),
        ("crm_load_id", "crm_load_id", "crm_load_id IS NOT NULL"),
    ):
        _index_where("handoff_item", f"ix_handoff_item_{name}", where, column)


def _disputes() -> None:
    op.create_table(
        "handoff_dispute",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.String(36), nullable=False),
        _text("about"),
        _text("says"),
        _text("asked_by"),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        _text("state", "open"),
        _text("because"),
        _text("decided_by"),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["item_id"], ["handoff_item.id"], name=op.f("fk_handoff_dispute_item_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handoff_dispute")),
    )
    with op.batch_alter_table("handoff_dispute", schema=None) as batch_op:
        batch_op.create_index("ix_handoff_dispute_item_id", ["item_id"], unique=False)
    is_open = "state = 'open'"
    _index_where("handoff_dispute", "uq_handoff_dispute_open", is_open, "item_id", unique=True)


def _notices() -> None:
    op.create_table(
        "handoff_notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        _text("receiver"),
        _text("channel", "mail"),
        _text("about", "batch"),
        _text("address"),
        _text("state", "waiting"),
        _number("tries"),
        _text("result"),
        _text("message_id"),
        _text("by"),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        *(sa.Column(name, UtcDateTime(), nullable=True) for name in _OF_A_NOTICE),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["handoff_batch.id"], name=op.f("fk_handoff_notice_batch_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handoff_notice")),
        sa.UniqueConstraint(
            *("batch_id", "receiver", "channel", "about"), name=op.f("uq_handoff_notice_batch_id")
        ),
    )
    is_open = "state IN ('waiting', 'sending', 'failed')"
    _index_where("handoff_notice", "ix_handoff_notice_open", is_open, "channel", "next_at")


def _wishes() -> None:
    op.create_table(
        "handoff_wish",
        sa.Column("lead_id", sa.Integer(), nullable=False),
        *(_text(name) for name in ("receiver", "one_line", "held_by", "said_by")),
        sa.Column("said_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_handoff_wish_lead_id")),
        sa.PrimaryKeyConstraint("lead_id", name=op.f("pk_handoff_wish")),
    )
    # Nobody wrote down who held them back, or when: the oldest time known of each stands there.
    op.execute(
        "INSERT INTO handoff_wish (lead_id, said_at) SELECT id, made_at FROM lead WHERE held_back"
    )


def _those_with_sales() -> None:
    """Each lead belongs to whoever its batch went to, and is waited for as if it had been read.

    Taken as unread, leads that left long ago would all come back the moment this has run.
    """
    op.execute(
        "UPDATE handoff_item SET"
        " receiver = (SELECT b.receiver FROM handoff_batch b WHERE b.id = batch_id),"
        " receiver_email = (SELECT b.receiver_email FROM handoff_batch b WHERE b.id = batch_id)"
    )
    # Whoever wanted to know has seen it in their day; nobody is told of last year's leads.
    op.execute("UPDATE handoff_item SET shown_at = answered_at WHERE state = 'sent_back'")
    connection = op.get_bind()
    batch = sa.table("handoff_batch", *map(sa.column, ("id", "campaign_id", "answer_by", "state")))
    campaign = sa.table("campaign", sa.column("id"), sa.column("window_zone"))
    item = sa.table(
        "handoff_item",
        sa.column("batch_id"),
        sa.column("state"),
        sa.column("due_at", UtcDateTime()),
        sa.column("answer_until", UtcDateTime()),
    )
    left = (
        sa.select(batch.c.id, batch.c.answer_by, campaign.c.window_zone)
        .join(campaign, campaign.c.id == batch.c.campaign_id)
        .where(batch.c.state == "sent", batch.c.answer_by != "")
    )
    for row in connection.execute(left).all():
        ends_at = _end_of(_days_on(date.fromisoformat(row.answer_by)), row.window_zone)
        waits = (item.c.batch_id == row.id, item.c.state == "sent")
        connection.execute(item.update().where(*waits).values(due_at=ends_at, answer_until=ends_at))


def _days_on(day: date) -> date:
    left = _GRACE
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY
    return day


def _end_of(day: date, zone: str) -> datetime:
    midnight = datetime.combine(day + timedelta(days=1), time())
    return midnight.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _text(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default=default, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), server_default="0", nullable=False)


def _index_where(table: str, name: str, where: str, *columns: str, unique: bool = False) -> None:
    rows = sa.text(where)
    op.create_index(
        name, table, list(columns), unique=unique, sqlite_where=rows, postgresql_where=rows
    )


_TEXTS = (
    *("receiver", "receiver_email", "read_by", "answered_in"),
    *("opportunity", "amount", "currency", "became", "became_because"),
    *("recycled_to", "recycled_because"),
)
_TIMES = ("due_at", "answer_until", "read_at", "became_at", "recycled_at", "shown_at")
_OF_A_NOTICE = ("tried_at", "done_at", "next_at")
