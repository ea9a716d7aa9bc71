"""What callers do beside the call: words left, material, consent, meetings, people's hours."""

import re

import sqlalchemy as sa
from alembic import op

from qualdesk.store.columns import UtcDateTime

revision = "0005"
down_revision = "0004"

_AT_ONCE = 5_000
_WORDS = re.compile(r"[^\W_]+")


def upgrade() -> None:
    """Take the step."""
    _messages()
    _sendings()
    _opt_ins()
    _meetings()
    _columns()
    _searching()


def _messages() -> None:
    op.create_table(
        "message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        _text("left_by"),
        _text("left_for"),
        _text("says"),
        sa.Column("left_at", UtcDateTime(), nullable=False),
        _text("read_by"),
        sa.Column("read_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_message_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
    )
    _index("message", "ix_message_lead_id", "lead_id")
    _index_where("message", "ix_message_waiting", "left_for", "read_at IS NULL")


def _sendings() -> None:
    op.create_table(
        "sending",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.String(36), nullable=True),
        _text("what"),
        _text("address"),
        _text("wanted_on"),
        _text("asked_by"),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        _text("sent_by"),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.Column("undone_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_sending_lead_id")),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name=op.f("fk_sending_attempt_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sending")),
    )
    _index("sending", "ix_sending_lead_id", "lead_id")


def _opt_ins() -> None:
    op.create_table(
        "opt_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.String(36), nullable=True),
        _text("channel", "mail"),
        _text("address"),
        _text("wording"),
        _text("language"),
        _text("asked_by"),
        sa.Column("given_at", UtcDateTime(), nullable=False),
        sa.Column("withdrawn_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_opt_in_contact_id")),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_opt_in_lead_id")),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name=op.f("fk_opt_in_attempt_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opt_in")),
    )
    _index("opt_in", "ix_opt_in_contact_id", "contact_id")
    _index("opt_in", "ix_opt_in_lead_id", "lead_id")


def _meetings() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.String(36), nullable=True),
        _text("kind", "slot"),
        _text("salesperson"),
        _text("wall"),
        _text("zone"),
        sa.Column("starts_at", UtcDateTime(), nullable=False),
        sa.Column("minutes", sa.Integer(), server_default="30", nullable=False),
        _text("agreed_by"),
        sa.Column("agreed_at", UtcDateTime(), nullable=False),
        sa.Column("undone_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_meeting_lead_id")),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name=op.f("fk_meeting_attempt_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
    )
    _index("meeting", "ix_meeting_lead_id", "lead_id")
    _index("meeting", "ix_meeting_salesperson", "salesperson", "starts_at")


def _columns() -> None:
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("is_incoming", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    with op.batch_alter_table("callback", schema=None) as batch_op:
        batch_op.add_column(sa.Column("remind_at", UtcDateTime(), nullable=True))
    _index_where("callback", "ix_callback_remind", "remind_at", "state = 'set'")
    with op.batch_alter_table("campaign", schema=None) as batch_op:
        for name in ("materials", "opt_in", "voicemail"):
            batch_op.add_column(sa.Column(name, sa.JSON(none_as_null=True), nullable=True))
    with op.batch_alter_table("member", schema=None) as batch_op:
        for name in ("email", "phone", "zone"):
            batch_op.add_column(_text(name))
        for name in ("shifts", "duty", "languages"):
            batch_op.add_column(sa.Column(name, sa.JSON(none_as_null=True), nullable=True))


def _searching() -> None:
    """People and companies are found by the beginnings of words, numbers by their last digits."""
    word = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    for table, of in (("name_word", "contact"), ("company_word", "company")):
        op.create_table(
            table,
            sa.Column("word", word, nullable=False),
            sa.Column(f"{of}_id", sa.Integer(), autoincrement=False, nullable=False),
            sa.PrimaryKeyConstraint("word", f"{of}_id", name=op.f(f"pk_{table}")),
            sqlite_with_rowid=False,
        )
        _fill(table, of, "name_key" if of == "contact" else "key")
    ending = sa.text("substr(e164, length(e164) - 3)")
    op.create_index("ix_contact_phone_ending", "contact_phone", [ending])


def _fill(table: str, of: str, key: str) -> None:
    """Write the words of the keys that are there already."""
    words = sa.table(table, sa.column("word"), sa.column(f"{of}_id"))
    keys = sa.table(of, sa.column("id"), sa.column(key))
    connection = op.get_bind()
    after = 0
    while True:
        some = sa.select(keys.c.id, keys.c[key]).where(keys.c.id > after).order_by(keys.c.id)
        rows = connection.execute(some.limit(_AT_ONCE)).all()
        if not rows:
            return
        after = rows[-1][0]
        found = {(word, row[0]) for row in rows for word in _WORDS.findall(row[1])}
        if found:
            values = [{"word": word, f"{of}_id": number} for word, number in sorted(found)]
            connection.execute(words.insert(), values)


def _text(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default=default, nullable=False)


def _index(table: str, name: str, *columns: str) -> None:
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.create_index(name, list(columns), unique=False)


def _index_where(table: str, name: str, column: str, where: str) -> None:
    rows = sa.text(where)
    op.create_index(name, table, [column], sqlite_where=rows, postgresql_where=rows)
