"""A small workspace of a team with leads in every hand, for what each login may do there.

Of seven leads Maya holds one and Ben another; Maya's third ran out and nobody took it since, her
fourth Ben took and gave back; two were handed over, to Jonas and to Lea; one is free.
"""

# ruff: noqa: S608 - what is put into the statements is written here too
from collections.abc import Mapping

import psycopg

from makers import make_campaign, make_contact, make_lead
from qualdesk.core.clock import SystemClock
from qualdesk.store import history
from qualdesk.store.database import Store
from team_desks import TeamDesk

LEADS = ("held", "bens", "ran_out", "taken", "handed", "leas", "free")


def furnish(team: TeamDesk) -> Mapping[str, int]:
    """Put it all in; the numbers of the leads by what is so of them."""
    store = Store(team.owner, clock=SystemClock(), durable=False)
    with store.transaction() as tx:
        fair = make_campaign(tx, "Spring fair")
        numbers = {}
        for place, name in enumerate(LEADS):
            person = make_contact(
                tx,
                f"Person {name}",
                company_name=f"Works {name}",
                phones=[f"+4930231250{place:02}"],
                emails=[f"{name}@example.org"],
            )
            numbers[name] = make_lead(tx, fair, person)
        for who in ("Maya", "Ben"):
            history.note(tx, who, "looked", "campaign", fair.id)
            history.note(tx, who, "called", "lead", numbers["bens"])
        history.note(tx, "Ben", "called", "lead", numbers["held"])
    store.close()
    with psycopg.connect(team.owner) as owner:
        for line in _FURNISH.format(**numbers).split(";\n"):
            owner.execute(line.encode())
    return numbers


def call_id(number: int) -> str:
    """The id of a call of :data:`_FURNISH`."""
    return f"00000000-0000-4000-8000-{number:012}"


def _call(number: int, lead: str, caller: str, token: int) -> str:
    return (
        "INSERT INTO attempt (id, lead_id, caller, number, started_at, ended_at, outcome, note,"
        f" claim_token) VALUES ('{call_id(number)}', {{{lead}}}, '{caller}', '+49302312500', now(),"
        f" now(), 'no_answer', 'Ask for them', {token});\n"
        "INSERT INTO answer (id, attempt_id, lead_id, question, given_at) VALUES"
        f" ('{call_id(number + 100)}', '{call_id(number)}', {{{lead}}}, 'need', now());\n"
    )


def _claim(lead: str, caller: str, token: int) -> str:
    return (
        "INSERT INTO claim_log (at, login, caller, lead_id, token, kind, how) VALUES"
        f" (now() - interval '1 hour', 'gone', '{caller}', {{{lead}}}, {token}, 'open', 'claim');\n"
    )


_FURNISH = (
    "UPDATE lead SET claimed_by = 'Maya', claim_kind = 'open', claim_token = 1, ready = FALSE,"
    " claim_until = now() + interval '10 minutes' WHERE id = {held};\n"
    "UPDATE lead SET claimed_by = 'Ben', claim_kind = 'open', claim_token = 1, ready = FALSE,"
    " claim_until = now() + interval '10 minutes' WHERE id = {bens};\n"
    "UPDATE lead SET claimed_by = 'Maya', claim_kind = 'next', claim_token = 1, ready = FALSE,"
    " claim_until = now() - interval '1 minute' WHERE id = {ran_out};\n"
    "UPDATE lead SET claim_token = 2 WHERE id = {taken};\n"
    + _claim("held", "Maya", 1)
    + _claim("bens", "Ben", 1)
    + _claim("ran_out", "Maya", 1)
    + _claim("taken", "Maya", 1)
    + _claim("taken", "Ben", 2)
    + _call(1, "held", "Maya", 1)
    + _call(2, "held", "Ben", 0)
    + _call(3, "ran_out", "Maya", 1)
    + _call(4, "taken", "Maya", 1)
    + _call(5, "taken", "Ben", 2)
    + _call(6, "bens", "Ben", 1)
    + _call(7, "handed", "Maya", 1)
    + "INSERT INTO touchpoint (lead_id, kind) SELECT id, 'scan' FROM lead;\n"
    "INSERT INTO callback (lead_id, due_at, owner) VALUES ({held}, now(), 'Maya'),"
    " ({ran_out}, now(), 'Maya'), ({bens}, now(), 'Ben');\n"
    "INSERT INTO message (lead_id, left_by, left_for, says, left_at) VALUES"
    " ({held}, 'Ben', '', 'a', now()), ({bens}, 'Nadia', 'Maya', 'b', now()),"
    " ({bens}, 'Nadia', 'Ben', 'c', now());\n"
    'INSERT INTO suppression (client, scope, fingerprint, "by", reason, at)'
    " SELECT '', 'number', p.fingerprint, 'Nadia', 'said so', now()"
    " FROM contact_phone AS p JOIN lead ON lead.contact_id = p.contact_id"
    " WHERE lead.id IN ({held}, {bens}, {free});\n"
    "INSERT INTO suppression_list (client, name, hash_key, loaded_at)"
    " VALUES ('', 'a list', 'ab', now());\n"
    "INSERT INTO handoff_batch (campaign_id, number, receiver, receiver_email, answer_by, state,"
    " made_at) SELECT campaign_id, 1, 'Jonas', 'jonas@example.org', '2026-12-01', 'sent', now()"
    " FROM lead WHERE id = {handed};\n"
    "INSERT INTO handoff_batch (campaign_id, number, receiver, receiver_email, answer_by, state,"
    " made_at) SELECT campaign_id, 2, 'Lea', 'lea@example.org', '2026-12-01', 'sent', now()"
    " FROM lead WHERE id = {leas};\n"
    "INSERT INTO handoff_item (id, batch_id, lead_id, brief, receiver) SELECT 'i-' || number, id,"
    " CASE number WHEN 1 THEN {handed} ELSE {leas} END, '{{}}', receiver FROM handoff_batch;\n"
    "UPDATE member SET email = lower(name) || '@example.org', phone = '+493023125099';\n"
    "INSERT INTO document_draft (kind, document_id, document, changed_at)"
    " VALUES ('script', 'a', '', now())"
)
