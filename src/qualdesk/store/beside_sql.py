"""The statements of what calls bring beside their outcomes."""

from typing import Any

import sqlalchemy as sa

from qualdesk.core.beside import BesideKind, MeetingKind
from qualdesk.core.leads import Bucket
from qualdesk.store.acts import act
from qualdesk.store.schema_desk import meeting, opt_in, sending
from qualdesk.store.schema_leads import lead


def _added(name: str, table: sa.Table, by: str, at: str, *columns: str) -> Any:
    given: dict[str, Any] = {column: sa.bindparam(column) for column in columns}
    noted: dict[str, Any] = {by: sa.bindparam("caller"), at: sa.bindparam("now")}
    return act(name, table.insert().values({**given, **noted}).returning(table.c.id))


def _taken_back(name: str, table: sa.Table, column: str) -> Any:
    stands = (table.c.id == sa.bindparam("number"), table.c[column].is_(None))
    change = table.update().where(*stands).values({column: sa.bindparam("now")})
    return act(name, change.returning(table.c.lead_id))


_OF_CALL = ("lead_id", "attempt_id")
ADD_SENDING = _added(
    "ask_for_material", sending, "asked_by", "asked_at", *_OF_CALL, "what", "address", "wanted_on"
)
ADD_OPT_IN = _added(
    *("note_opt_in", opt_in, "asked_by", "given_at", *_OF_CALL),
    *("contact_id", "address", "wording", "language"),
)
ADD_MEETING = _added(
    *("book_talk", meeting, "agreed_by", "agreed_at", *_OF_CALL),
    *("kind", "salesperson", "wall", "zone", "starts_at", "minutes"),
)
NOTE_SENT = act(
    "note_sent",
    sending.update()
    .where(
        sending.c.id == sa.bindparam("number"),
        sending.c.sent_at.is_(None),
        sending.c.undone_at.is_(None),
    )
    .values(sent_at=sa.bindparam("now"), sent_by=sa.bindparam("caller"))
    .returning(sending.c.lead_id),
)
TAKE_BACK = {
    BesideKind.MATERIAL: _taken_back("take_material_back", sending, "undone_at"),
    BesideKind.OPT_IN: _taken_back("withdraw_opt_in", opt_in, "withdrawn_at"),
    BesideKind.MEETING: _taken_back("take_talk_back", meeting, "undone_at"),
}
_TALK = tuple(
    meeting.c[name]
    for name in (
        *("id", "lead_id", "kind", "salesperson", "wall", "zone"),
        *("starts_at", "minutes", "agreed_by"),
    )
)
# Beyond: when somebody of sales has time is the same for everybody; of whom they talk to, no more
# is told than a number.
TALKS_OF = act(
    "talks_of",
    sa.select(*_TALK)
    .where(
        meeting.c.salesperson == sa.bindparam("salesperson"),
        meeting.c.kind == MeetingKind.SLOT.value,
        meeting.c.undone_at.is_(None),
        meeting.c.starts_at > sa.bindparam("since"),
        meeting.c.starts_at < sa.bindparam("until"),
    )
    .order_by(meeting.c.starts_at),
    beyond=True,
)
_LEADS: sa.BindParameter[list[int]] = sa.bindparam("leads", expanding=True)
_CALL_OFF = (
    meeting.update()
    .where(
        meeting.c.lead_id.in_(_LEADS),
        meeting.c.kind == MeetingKind.SLOT.value,
        meeting.c.starts_at > sa.bindparam("now"),
        meeting.c.undone_at.is_(None),
    )
    .values(undone_at=sa.bindparam("now"))
    .returning(meeting.c.id)
)
CALL_OFF = act("call_off_talks", _CALL_OFF)
# Beyond: whom nobody may call any more, sales does not phone either, whosever lead they are.
CALL_OFF_STOPPED = act(
    "call_off_talks_of_stopped",
    _CALL_OFF.where(
        sa.exists().where(lead.c.id == meeting.c.lead_id, lead.c.state == Bucket.DO_NOT_CALL.value)
    ),
    beyond=True,
)
_NUMBERS: sa.BindParameter[list[int]] = sa.bindparam("numbers", expanding=True)
_MAY_STAND = (
    meeting.c.undone_at.is_not(None),
    sa.exists().where(lead.c.id == meeting.c.lead_id, lead.c.state != Bucket.DO_NOT_CALL.value),
)
CALLED_OFF = act(
    "talks_called_off",
    sa.select(*_TALK).where(meeting.c.id.in_(_NUMBERS), *_MAY_STAND).order_by(meeting.c.id),
    beyond=True,
)
STAND_AGAIN = act(
    "book_talk_again",
    meeting.update()
    .where(meeting.c.id == sa.bindparam("number"), *_MAY_STAND)
    .values(undone_at=sa.null()),
    beyond=True,
    # What they called off themselves, a moment ago or on a call of theirs.
    only="""EXISTS (
        SELECT 1 FROM meeting WHERE id = :number AND (
            agreed_by = :caller OR undone_at >= :now - interval '1 minute'
            OR act.may_write(lead_id)
        )
    )""",
)
