"""What each text of the workspace has to do with the people who are called.

One line for every table. Erasing a person, telling them all that is known of them, and the test
that nothing of an erased person is left go by it; a column without a word here fails that test.
"""

from collections.abc import Iterator, Mapping
from typing import Final

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.store.columns import UtcDateTime
from qualdesk.store.schema import metadata


@frozen
class Texts:
    """The columns of one table that hold text, by what they have to do with people.

    Attributes:
        theirs: say who one person is, or what they said: emptied, or gone with the row.
        may_name: somebody's own words, which may name anybody: names, numbers and addresses of
            who is erased are taken out of them.
        ours: codes, names of colleagues and clients, documents of a campaign, hashes, clocks.
    """

    theirs: frozenset[str] = frozenset()
    may_name: frozenset[str] = frozenset()
    ours: frozenset[str] = frozenset()


def _texts(theirs: str = "", may_name: str = "", ours: str = "") -> Texts:
    return Texts(
        theirs=frozenset(theirs.split()),
        may_name=frozenset(may_name.split()),
        ours=frozenset(ours.split()),
    )


_OF_PEOPLE: Final[dict[str, Texts]] = {
    "contact": _texts(
        "name first_name last_name name_key title city subdivision postcode country languages"
        " zones zone_basis fingerprint"
    ),
    "contact_phone": _texts("raw state e164 extension kind shown region note fingerprint"),
    "contact_email": _texts("address key fingerprint"),
    "name_word": _texts("word"),
    # Goes with the last person who works there; of others it says nothing about one person.
    "company": _texts("name key fingerprint about"),
    "company_word": _texts("word"),
    "company_talk": _texts(ours="client caller spoke"),
    "lead": _texts(
        "external_id signals kept_out attendance event_answer nurture_track",
        "state_reason",
        "state callback_owner tried_on last_outcome pushed_to pushed_by kept_for claimed_by"
        " claim_kind",
    ),
    "touchpoint": _texts("kind says by question value", "says value"),
    "sending": _texts("what address wanted_on", ours="attempt_id asked_by sent_by"),
    "opt_in": _texts("channel address wording language", ours="attempt_id asked_by"),
    "meeting": _texts("kind wall zone", ours="attempt_id salesperson agreed_by"),
    "message": _texts("says", "says", "left_by left_for read_by"),
}
_OF_CALLS: Final[dict[str, Texts]] = {
    "attempt": _texts(
        "number reason note hint decision overridden before",
        "reason note hint",
        "id caller outcome language phase traits",
    ),
    "answer": _texts("value words", "value words", "id attempt_id question"),
    "callback": _texts(ours="attempt_id kind wall zone owner state"),
    "call_review": _texts(ours="attempt_id mark reviewed_by"),
    "late_save": _texts(
        "said why back", "said why back", "id attempt_id caller does choice settled_by"
    ),
    "owner_ask": _texts("says", "says", "asked_by"),
    "owner_question": _texts("", "asks answer", "answered_by withdrawn_by"),
    # A fingerprint stays, and says nothing to whoever has not the number already.
    "suppression": _texts(
        "asked_by reason lifted_because",
        "asked_by reason lifted_because",
        "client scope fingerprint by attempt_id stood",
    ),
    "suppression_list": _texts(
        "", "name lifted_because", "client kind sha256 hash_key loaded_by lifted_by"
    ),
    "suppression_hash": _texts(ours="hash"),
    "history": _texts(ours="who what subject subject_id details previous_hash hash"),
    "history_head": _texts(ours="hash"),
}
_OF_SALES: Final[dict[str, Texts]] = {
    "handoff_batch": _texts(
        "",
        "recalled_because",
        "receiver receiver_email answer_by state folder manifest_sha256 made_by profile wrapping"
        " begun recalled_by",
    ),
    "handoff_item": _texts(
        "brief note opportunity became_because before_load recycled_because",
        "brief note became_because recycled_because before_load",
        "id state reason answered_by receiver receiver_email read_by answered_in amount currency"
        " became recycled_to",
    ),
    "handoff_wish": _texts("one_line", "one_line", "receiver held_by said_by"),
    "handoff_notice": _texts("", "result", "receiver channel about address state message_id by"),
    "handoff_dispute": _texts(
        "says because", "says because", "item_id about asked_by state decided_by"
    ),
    "account_owner": _texts(ours="client company_key company salesperson loaded_by"),
    "crm_profile": _texts(ours="client id name body kept_by"),
    "crm_load": _texts("", "name", "client sha256 loaded_by undone_by"),
}
_OF_LISTS: Final[dict[str, Texts]] = {
    "lead_list": _texts(
        "",
        "file_name choices",
        "sha256 fingerprint state loaded_by undone_by mapping permission audience",
    ),
    "intake_row": _texts("raw row_hash", "raw reason", "result attendance"),
    "intake_change": _texts("before after", "before after", "what"),
    "list_mapping": _texts(ours="client fingerprint headings fields kept_by"),
    "past_load": _texts("", "name", "sha256 loaded_by"),
    # Loaded history calls its rows what somebody typed.
    "finished_case": _texts("", "label reason", "result"),
    "answer_shape": _texts(ours="sha256 shape"),
    "rating_case": _texts("", "answers", ""),
    "rating_round": _texts(ours="made_by"),
    "rating": _texts(ours="rater criterion judgement"),
}
_OF_THE_HOUSE: Final[dict[str, Texts]] = {
    "workspace": _texts(ours="key value"),
    "member": _texts(
        ours="name role login client email phone zone calendar shifts duty languages state"
        " moved_by at_work_on"
    ),
    "absence": _texts(ours="name first_day last_day because"),
    "campaign_member": _texts(ours="name"),
    "client": _texts(ours="name made_by"),
    "campaign": _texts(
        ours="name kind client region source window_zone limits planned_callers handoff people"
        " materials opt_in voicemail audience rule_overrides"
    ),
    "cell": _texts(ours="zone_set legal"),
    "cell_limit": _texts(),
    "open_hours": _texts(),
    "stack": _texts(ours="traits"),
    "tally": _texts(ours="what key"),
    "tally_delta": _texts(ours="what key"),
    "claim_alarm": _texts(ours="caller span seen_by"),
    "claim_limit": _texts(ours="caller set_by before"),
    "claim_log": _texts(ours="login caller kind how"),
    "plan_change": _texts(ours="made_by state before after"),
    "plan_change_lead": _texts("state_reason", "state_reason"),
    "report_schedule": _texts(ours="of wall zone folder kinds mail made_by"),
    "report_run": _texts(ours="state fault fault_of days files mailed"),
    "script_version": _texts(ours="document_id sha256 document added_by"),
    "definition_version": _texts(ours="document_id sha256 document added_by"),
    "document_draft": _texts(ours="kind document_id document changed_by"),
    "signature": _texts("", "withdrawn_because", "document_id sha256 side name"),
    "remark": _texts("", "says", "document_id who side"),
}
TEXTS: Final[Mapping[str, Texts]] = {
    **_OF_PEOPLE,
    **_OF_CALLS,
    **_OF_SALES,
    **_OF_LISTS,
    **_OF_THE_HOUSE,
}

_NO_TEXT = (sa.Integer, sa.Boolean, sa.Float, UtcDateTime)


def text_columns(table: sa.Table) -> list[sa.Column[object]]:
    """The columns of a table that can hold words."""
    return [one for one in table.columns if not isinstance(one.type, _NO_TEXT)]


def undeclared() -> list[str]:
    """Columns that can hold words and of which nothing is said here, and lines about none."""
    there = {
        f"{table.name}.{one.name}"
        for table in metadata.sorted_tables
        for one in text_columns(table)
    }
    said = {
        f"{table}.{name}"
        for table, texts in TEXTS.items()
        for name in texts.theirs | texts.may_name | texts.ours
    }
    return sorted(there ^ said)


def columns_that_may_name() -> Iterator[tuple[sa.Table, sa.Column[object]]]:
    """Every column in which somebody's own words may name somebody else."""
    for table in metadata.sorted_tables:
        texts = TEXTS.get(table.name, Texts())
        for name in sorted(texts.may_name):
            yield table, table.c[name]
