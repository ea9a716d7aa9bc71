# ruff: noqa: S608 - conditions of our own, put together from names of our own
"""What a supervisor who works for one client alone has of each table: one line for every table.

They are in a group of their own with the rights of supervisors, and with rules that only take
rows away. Whoever is not in it is asked nothing of this. Conditions that look into another table
see of it what the person sees: a touchpoint is theirs when its lead is.

Whose client it is stands in the workspace, ``member.client``. They cannot change that of
themselves: without one they have nothing.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from qualdesk.core.do_not_call import HOUSE
from qualdesk.core.frozen import frozen

ALL: Final = "true"


@frozen
class Bound:
    """Which rows of a table they read, and which they may add, change and remove.

    ``change`` empty: those they read; ``add`` empty: those they change.
    """

    see: str
    change: str = ""
    add: str = ""


_CLIENT: Final = "(SELECT act.my_client())"
_CAMPAIGNS: Final = "ANY ((SELECT act.my_campaigns())::int[])"
_MINE: Final = f"client = {_CLIENT}"
_OR_HOUSE: Final = f"{_MINE} OR client = '{HOUSE}'"
_JUST_SAID: Final = (
    f"client = '{HOUSE}' AND \"by\" = (SELECT act.me())"
    " AND at >= (SELECT act.now()) - interval '11 seconds'"
)
_OF_CLIENT: Final = Bound(see=_MINE)
_OF_CAMPAIGN: Final = Bound(see=f"campaign_id = {_CAMPAIGNS}")
_OF_LEAD: Final = Bound(see="lead_id IN (SELECT lead.id FROM lead)")
_OF_CELL: Final = Bound(see="cell_id IN (SELECT cell.id FROM cell)")
_OF_LIST: Final = Bound(see="list_id IN (SELECT lead_list.id FROM lead_list)")
_OF_BATCH: Final = Bound(see="batch_id IN (SELECT handoff_batch.id FROM handoff_batch)")
_OF_CALLER: Final = "caller IN (SELECT member.name FROM member)"
# What is nobody's in particular. Words of the workspace's own settings are among it.
_SHARED: Final = Bound(see=ALL)


def _not_of_others(kind: str) -> str:
    """Documents their own campaigns work by, or nobody's: not what only other clients work by."""
    return f"document_id <> ALL ((SELECT act.others_documents('{kind}'))::text[])"


def _version_of(kind: str) -> Bound:
    """What comes with the program is there for all, whoever worked by it first."""
    return Bound(
        see=f"{_not_of_others(kind)} OR act.is_shipped('{kind}', document_id, version)",
        change=_not_of_others(kind),
        add=f"{_not_of_others(kind)} OR act.is_shipped('{kind}', document_id, version)",
    )


def _of_person(column: str) -> Bound:
    """Rows of who is a lead of theirs, or of nobody: they are written before their lead is."""
    return Bound(see=f"{column} IN (SELECT lead.contact_id FROM lead) OR act.is_no_lead({column})")


def _of_house(mine: str, house: str) -> Bound:
    """Rows of the house are read, and left as they are."""
    return Bound(see=f"{mine} OR {house}", change=mine)


BOUND: Final[Mapping[str, Bound]] = {
    "absence": Bound(
        see="name IN (SELECT member.name FROM member)",
        change=f"name IN (SELECT member.name FROM member WHERE member.client = {_CLIENT})",
    ),
    "account_owner": _OF_CLIENT,
    "answer": _OF_LEAD,
    "answer_shape": Bound(
        see="script_version_id IN (SELECT script_version.id FROM script_version)"
    ),
    "attempt": _OF_LEAD,
    "call_review": Bound(see="attempt_id IN (SELECT attempt.id FROM attempt)"),
    "callback": _OF_LEAD,
    "campaign": _OF_CLIENT,
    "campaign_member": _OF_CAMPAIGN,
    "cell": _OF_CAMPAIGN,
    "cell_limit": _OF_CELL,
    "claim_alarm": Bound(see=_OF_CALLER),
    "claim_limit": Bound(see=f"caller = '' OR {_OF_CALLER}", change=_OF_CALLER),
    "claim_log": _OF_LEAD,
    "client": Bound(see=f"name = {_CLIENT}", change="false"),
    "company": Bound(see="act.is_clients_company(id)"),
    "company_talk": _OF_CLIENT,
    "company_word": Bound(see="act.is_clients_company(company_id)"),
    "contact": _of_person("id"),
    "contact_email": _of_person("contact_id"),
    "contact_phone": _of_person("contact_id"),
    "crm_load": _OF_CLIENT,
    "crm_profile": _of_house(f"client = {_CLIENT}", "client = ''"),
    "definition_version": _version_of("definition"),
    "document_draft": Bound(
        see=f"CASE kind WHEN 'script' THEN {_not_of_others('script')}"
        f" ELSE {_not_of_others('definition')} END"
    ),
    "finished_case": _OF_CAMPAIGN,
    "handoff_batch": _OF_CAMPAIGN,
    "handoff_dispute": Bound(see="item_id IN (SELECT handoff_item.id FROM handoff_item)"),
    "handoff_item": _OF_LEAD,
    "handoff_notice": _OF_BATCH,
    "handoff_wish": _OF_LEAD,
    "history": Bound(
        see="who = (SELECT act.me())"
        " OR (subject = 'lead' AND subject_id IN (SELECT lead.id::text FROM lead))"
        " OR (subject = 'campaign' AND subject_id IN (SELECT campaign.id::text FROM campaign))",
        change="who = (SELECT act.me())",
    ),
    "history_head": _SHARED,
    "intake_change": _OF_LIST,
    "intake_row": _OF_LIST,
    "late_save": _OF_LEAD,
    "lead": _OF_CAMPAIGN,
    "lead_list": _OF_CAMPAIGN,
    "list_mapping": _OF_CLIENT,
    "meeting": _OF_LEAD,
    # Whoever is seen for the first time is written down, of the house and without a login.
    "member": Bound(
        see=f"client = {_CLIENT} OR client = ''",
        change=f"client = {_CLIENT}",
        add=f"client = {_CLIENT} OR (client = '' AND login = '')",
    ),
    "message": _OF_LEAD,
    "name_word": _of_person("contact_id"),
    "open_hours": _OF_CELL,
    "opt_in": _OF_LEAD,
    "owner_ask": _OF_LEAD,
    "owner_question": _OF_CAMPAIGN,
    "past_load": Bound(see="loaded_by = (SELECT act.me())"),
    "plan_change": _OF_CAMPAIGN,
    "plan_change_lead": _OF_LEAD,
    "rating": Bound(see="case_id IN (SELECT rating_case.id FROM rating_case)"),
    "rating_case": Bound(see="round_id IN (SELECT rating_round.id FROM rating_round)"),
    "rating_round": _OF_CAMPAIGN,
    "remark": Bound(see=_not_of_others("definition")),
    "report_run": Bound(see="schedule_id IN (SELECT report_schedule.id FROM report_schedule)"),
    "report_schedule": _OF_CAMPAIGN,
    "script_version": _version_of("script"),
    "sending": _OF_LEAD,
    "signature": Bound(see=_not_of_others("definition")),
    "stack": _OF_CELL,
    # Whoever hears a no to all calls from here writes it down. They take it back while it is
    # theirs to undo, as every caller does, and none of the others.
    "suppression": Bound(see=_OR_HOUSE, change=f"{_MINE} OR ({_JUST_SAID})", add=_OR_HOUSE),
    "suppression_hash": Bound(
        see="list_id IN (SELECT one.id FROM suppression_list AS one)",
        change=f"list_id IN (SELECT one.id FROM suppression_list AS one WHERE one.{_MINE})",
    ),
    "suppression_list": Bound(see=_OR_HOUSE, change=_MINE),
    "tally": _OF_CAMPAIGN,
    "tally_delta": _OF_CAMPAIGN,
    "touchpoint": _OF_LEAD,
    "workspace": _SHARED,
}


def is_apart(table: str) -> bool:
    """Whether its rows are kept apart by client; a table nobody thought of is shown to none."""
    return BOUND.get(table) != _SHARED


def rules_of(table: str) -> Iterator[tuple[str, str, str, str]]:
    """Name, command, which rows there are and which may be left behind, for each rule."""
    line = BOUND.get(table, Bound(see="false"))
    if line == _SHARED:
        return
    change = line.change or line.see
    yield "of_client_see", "SELECT", line.see, ""
    yield "of_client_add", "INSERT", "", line.add or change
    yield "of_client_change", "UPDATE", change, change
    yield "of_client_remove", "DELETE", change, ""
