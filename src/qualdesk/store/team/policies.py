"""Who may read and write which rows: one line for every table.

A line says what callers and salespeople read of a table themselves, and which rows the functions
they call may write for them. Supervisors read and write everything, as do the functions that have
to look further; what they may not do stands in ``grants.py``. A table without a line is read by
supervisors alone, and a test asks for the line.

``leads`` below are those the person holds now, or was handed over as somebody of sales.
"""

from collections.abc import Mapping
from typing import Final

from qualdesk.core.frozen import frozen
from qualdesk.store.team import clients

WHOLE: Final = "true"
"""Every row: it says nothing about a lead."""

NOBODY: Final = ""


@frozen
class Line:
    """What is said about one table.

    Attributes:
        see: which rows callers and salespeople read themselves.
        write: which rows functions of theirs may write; they read these rows too.
        new: which rows these functions may add, where that is something else.
        may: what they may do with them.
        without: columns that callers and salespeople do not read.
        audit: whether auditors read it.
        audited: the columns they read, where it is not all of them.
        audit_rows: the rows they read.
        to: whose groups read it.
    """

    see: str = NOBODY
    write: str = NOBODY
    new: str = NOBODY
    may: tuple[str, ...] = ("INSERT", "UPDATE", "DELETE")
    without: frozenset[str] = frozenset()
    audit: bool = False
    audited: tuple[str, ...] = ()
    audit_rows: str = WHOLE
    to: tuple[str, ...] = ("caller", "sales")

    @property
    def has_rows(self) -> bool:
        """Whether its rows are not all the same to everybody: row-level security is on."""
        is_open = self.see == WHOLE and self.write in {WHOLE, NOBODY}
        return not is_open or self.audit_rows != WHOLE


# Wrapped so that they are asked once for a statement, not once for a row.
_ME: Final = "(SELECT act.me())"
_LEADS: Final = "ANY ((SELECT act.my_leads())::int[])"
_CONTACTS: Final = "ANY ((SELECT act.my_contacts())::int[])"
_COMPANIES: Final = "ANY ((SELECT act.my_companies())::int[])"
_MARKS: Final = "ANY ((SELECT act.my_fingerprints())::text[])"


def _of_lead(*more: str, column: str = "lead_id") -> Line:
    """Rows of a lead: seen while it is held, written while nobody took it since."""
    see = " OR ".join((f"{column} = {_LEADS}", *more))
    return Line(see=see, write=f"act.may_write({column})")


def _of_contact(column: str = "contact_id", *, audit: bool = False) -> Line:
    return Line(
        see=f"{column} = {_CONTACTS}", write=f"act.may_write_contact({column})", audit=audit
    )


_CATALOGUE: Final = Line(see=WHOLE, audit=True)
_SUPERVISORS: Final = Line()
_OWN: Final = f"caller = {_ME}"


def _of_my_call(table: str) -> str:
    """Rows of a call of one's own.

    No function: of few rows it is a look for each, of many one look for all of one's calls.
    """
    return (
        f"EXISTS (SELECT 1 FROM attempt WHERE attempt.id = {table}.attempt_id"  # noqa: S608 - ours
        f" AND attempt.caller = {_ME})"
    )


_NO_KEY: Final = "key <> 'fingerprint_key'"

LINES: Final[Mapping[str, Line]] = {
    # What everybody works by.
    "campaign": _CATALOGUE,
    "cell": _CATALOGUE,
    "cell_limit": _CATALOGUE,
    "open_hours": _CATALOGUE,
    "stack": _CATALOGUE,
    "script_version": _CATALOGUE,
    "definition_version": _CATALOGUE,
    "signature": _CATALOGUE,
    "remark": _CATALOGUE,
    "tally": _CATALOGUE,
    "tally_delta": _CATALOGUE,
    "lead_list": _CATALOGUE,
    # Among its values the key of fingerprints, which stays in the server (``keyed.py``).
    "workspace": Line(see=_NO_KEY, audit=True, audit_rows=_NO_KEY),
    "owner_question": Line(see=WHOLE, write=WHOLE, may=("INSERT", "UPDATE"), audit=True),
    "member": Line(
        see=WHOLE,
        write=f"name = {_ME}",
        may=("INSERT", "UPDATE"),
        without=frozenset({"email", "phone", "login"}),
        audited=("name", "role", "client", "seen_at", "works_for"),
    ),
    "absence": Line(see=WHOLE, audited=("name", "first_day", "last_day")),
    "campaign_member": _CATALOGUE,
    "client": _CATALOGUE,
    # Leads, and what hangs on them.
    "lead": Line(see=f"id = {_LEADS}", write="act.may_write(id)", may=("UPDATE",)),
    "contact": _of_contact("id"),
    "contact_phone": _of_contact(),
    "contact_email": _of_contact(),
    "company": Line(
        see=f"id = {_COMPANIES}", write="act.may_write_company(id)", new="true", may=("INSERT",)
    ),
    "company_talk": Line(
        see=f"company_id = {_COMPANIES}", write="act.may_write_company(company_id)"
    ),
    # Words of names are looked up by functions that count how often.
    "name_word": Line(write="act.may_write_contact(contact_id)"),
    "company_word": Line(write="act.may_write_company(company_id)"),
    "touchpoint": _of_lead(),
    "intake_row": Line(see=f"lead_id = {_LEADS}"),
    "callback": _of_lead(f"owner = {_ME}"),
    # Left about a lead one was shown, also by looking who calls back.
    "message": Line(
        see=f"lead_id = {_LEADS} OR left_by = {_ME} OR left_for = {_ME}",
        write="act.may_write(lead_id)",
        new=f"left_by = {_ME} AND act.was_shown_lead(lead_id)",
    ),
    "meeting": _of_lead(f"agreed_by = {_ME}", f"salesperson = {_ME}"),
    "sending": _of_lead(f"asked_by = {_ME}"),
    "opt_in": _of_lead(f"asked_by = {_ME}"),
    "handoff_wish": _of_lead(),
    "plan_change_lead": _SUPERVISORS,
    # Calls: one's own stay one's own, also when somebody else has the lead by now.
    "attempt": Line(
        see=f"{_OWN} OR lead_id = {_LEADS}",
        write=_OWN,
        new=f"{_OWN} AND act.has_held(lead_id)",
        audited=(
            *("id", "lead_id", "caller", "started_at", "ended_at", "outcome", "claim_token"),
            *("decision", "overridden", "is_incoming", "is_conflict", "undone_at", "phase"),
        ),
    ),
    "answer": Line(
        see=f"lead_id = {_LEADS} OR {_of_my_call('answer')}",
        write=_of_my_call("answer"),
    ),
    "late_save": Line(see=_OWN, write=_OWN, may=("INSERT", "UPDATE")),
    "call_review": Line(see=_of_my_call("call_review")),
    "owner_ask": Line(
        see=f"asked_by = {_ME} OR lead_id = {_LEADS}",
        write=f"asked_by = {_ME}",
        may=("INSERT", "UPDATE"),
    ),
    "finished_case": Line(write="act.may_write(lead_id)"),
    "answer_shape": Line(write=WHOLE, may=("INSERT",)),
    # Do not call: never as a list. Whose number it is has to be in hand to ask for it.
    "suppression": Line(
        see=f"fingerprint = {_MARKS} OR {_of_my_call('suppression')}",
        write=_of_my_call("suppression"),
        new=f'"by" = {_ME}',
        audited=("id", "client", "scope", "by", "reason", "at", "expires_at", "lifted_at"),
    ),
    "suppression_list": Line(
        see=WHOLE,
        without=frozenset({"hash_key"}),
        audited=(
            *("id", "client", "name", "kind", "rows", "left_out", "is_whole", "loaded_by"),
            *("loaded_at", "lifted_at", "lifted_by", "lifted_because"),
        ),
    ),
    "suppression_hash": _SUPERVISORS,
    # The hand-off.
    "handoff_batch": Line(
        see="id = ANY ((SELECT act.my_batches())::int[])",
        audited=(
            *("id", "campaign_id", "number", "receiver", "answer_by", "state", "made_by"),
            *("made_at", "sent_at", "recalled_at", "recalled_by", "recalled_because"),
        ),
    ),
    "handoff_item": Line(
        see=f"lead_id = {_LEADS} AND (receiver = {_ME} OR NOT (SELECT act.role() = 'sales'))",
        write=f"receiver = {_ME}",
        may=("UPDATE",),
    ),
    "handoff_dispute": Line(
        see="act.is_my_item(item_id)", write="act.is_my_item(item_id)", may=("INSERT", "UPDATE")
    ),
    "handoff_notice": Line(
        see=f"receiver = {_ME}", write=f"receiver = {_ME}", may=("UPDATE",), to=("sales",)
    ),
    "account_owner": Line(see="company_key = ANY ((SELECT act.my_company_keys())::text[])"),
    "crm_profile": _SUPERVISORS,
    "crm_load": _SUPERVISORS,
    # Lists, documents, forecasts, reports: a supervisor's.
    "intake_change": _SUPERVISORS,
    "list_mapping": _SUPERVISORS,
    "document_draft": _SUPERVISORS,
    "past_load": _SUPERVISORS,
    "rating_round": Line(see=WHOLE, to=("sales",)),
    "rating_case": Line(see=WHOLE, to=("sales",)),
    "rating": Line(see=f"rater = {_ME}", write=f"rater = {_ME}", to=("sales",)),
    "plan_change": _SUPERVISORS,
    "report_schedule": _SUPERVISORS,
    "report_run": _SUPERVISORS,
    # What was done: added to in one's own name only.
    "history": Line(
        see=f"who = {_ME} OR (subject = 'lead' AND subject_id = "
        "ANY ((SELECT act.my_leads())::text[]))",
        write=f"who = {_ME}",
        may=("INSERT",),
        audit=True,
    ),
    "history_head": Line(see=WHOLE, write=WHOLE, may=("INSERT", "UPDATE"), audit=True),
    # What a caller was shown, and what they may be.
    "claim_log": Line(see="login = session_user::text", audit=True),
    "claim_limit": Line(see=_OWN, audit=True),
    "claim_alarm": Line(see=_OWN, audit=True),
}


@frozen
class Policy:
    """One rule of a table as the server takes it.

    Attributes:
        to: keys of groups, or gate and reach.
        using: which rows there are for them; empty where none is asked.
        check: which rows they may leave behind; empty where none is asked.
        is_limit: whether it only takes away from what other rules give.
    """

    table: str
    name: str
    command: str
    to: tuple[str, ...]
    using: str = ""
    check: str = ""
    is_limit: bool = False


def policies_of(table: str) -> tuple[Policy, ...]:
    """The rules of one table; none where all of its rows are the same to everybody."""
    line = LINES.get(table, _SUPERVISORS)
    if not line.has_rows and not clients.is_apart(table):
        return ()

    def rule(name: str, command: str, to: tuple[str, ...], using: str, check: str = "") -> Policy:
        return Policy(table=table, name=name, command=command, to=to, using=using, check=check)

    found = [rule("all_rows", "ALL", ("supervisor", "bound"), WHOLE, WHOLE), *_of_reach(table)]
    if line.audit or line.audited:
        found.append(rule("audit", "SELECT", ("auditor",), line.audit_rows))
    if line.see:
        # Of a table's rules the server asks the one with the last name first: this one before
        # what is asked for each row.
        found.append(rule("z_see", "SELECT", (*line.to, "gate"), line.see))
    if line.write and line.write != line.see:
        found.append(rule("b_see_to_write", "SELECT", ("gate",), line.write))
    if "INSERT" in line.may and line.write:
        found.append(rule("c_add", "INSERT", ("gate",), "", line.new or line.write))
    if "UPDATE" in line.may and line.write:
        found.append(rule("d_change", "UPDATE", ("gate",), line.write, line.write))
    if "DELETE" in line.may and line.write:
        found.append(rule("e_remove", "DELETE", ("gate",), line.write))
    return (*found, *_of_client(table))


def _of_client(table: str) -> tuple[Policy, ...]:
    """What is kept from supervisors who work for one client alone."""
    return tuple(
        Policy(
            table=table,
            name=name,
            command=command,
            to=("bound",),
            using=using,
            check=check,
            is_limit=True,
        )
        for name, command, using, check in clients.rules_of(table)
    )


def _of_reach(table: str) -> tuple[Policy, ...]:
    """All rows, but the history is added to in one's own name only."""
    if table == "history":
        return (
            Policy(table=table, name="reach_reads", command="SELECT", to=("reach",), using=WHOLE),
            Policy(
                table=table,
                name="reach_adds",
                command="INSERT",
                to=("reach",),
                check=f"who = {_ME}",
            ),
        )
    return (
        Policy(table=table, name="reach", command="ALL", to=("reach",), using=WHOLE, check=WHOLE),
    )
