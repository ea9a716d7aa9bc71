"""What a login may do by calling functions as it likes: with others' leads, calls and names."""

from collections.abc import Iterator
from typing import Any, Final

import psycopg
import pytest

from makers import make_contact, make_lead
from qualdesk.core.clock import SystemClock
from qualdesk.store.act_functions import function_of
from qualdesk.store.acts import act_named, acts
from qualdesk.store.campaigns import campaigns
from qualdesk.store.database import Store
from store.team.team_world import call_id, furnish
from team_desks import TeamDesk, copied_team

REFUSED: Final = "refused"
_BENS, _MINE, _LATE = call_id(6), call_id(1), call_id(4)
# Where nothing else is said.
_USUAL: Final = {
    "text": "''",
    "integer": "0",
    "boolean": "FALSE",
    "json": "'{}'",
    "timestamp with time zone": "now()",
    "timestamptz": "now()",
}
# Who calls what with which values, and how many rows that writes.
CALLS: Final[tuple[tuple[str, str, dict[str, str], Any], ...]] = (
    # In hand: all as it should be, or the others would prove nothing.
    ("Maya", "begin_call", {"id": "'new'", "lead_id": "{held}", "claim_token": "1"}, 1),
    ("Maya", "write_note", {"of_call": f"'{_MINE}'", "note": "'They said'"}, 1),
    ("Maya", "place_lead", {"of_lead": "{held}", "state": "'waiting'"}, 1),
    ("Maya", "let_go", {"of_lead": "{held}", "token": "1"}, 1),
    # Its time ran out, and nobody took it since.
    ("Maya", "place_lead", {"of_lead": "{ran_out}", "state": "'waiting'"}, 1),
    # Somebody took it since: the call is kept, the lead stays as they left it.
    ("Maya", "write_note", {"of_call": f"'{_LATE}'", "note": "'They said'"}, 1),
    ("Maya", "begin_call", {"id": "'late'", "lead_id": "{taken}", "claim_token": "1"}, 1),
    ("Maya", "place_lead", {"of_lead": "{taken}", "state": "'won'"}, 0),
    ("Maya", "promise_call", {"lead_id": "{taken}", "attempt_id": f"'{_LATE}'"}, REFUSED),
    # Somebody else's lead, and nobody's.
    ("Maya", "begin_call", {"id": "'new'", "lead_id": "{bens}", "claim_token": "1"}, REFUSED),
    ("Maya", "begin_call", {"id": "'new'", "lead_id": "{free}"}, REFUSED),
    ("Maya", "place_lead", {"of_lead": "{bens}", "state": "'won'"}, 0),
    ("Maya", "place_lead", {"of_lead": "{free}", "state": "'won'"}, 0),
    ("Maya", "let_go", {"of_lead": "{bens}", "token": "1"}, 0),
    ("Maya", "stop_leads", {"leads": "ARRAY[{bens}, {free}]", "reason": "'no'"}, 0),
    ("Maya", "promise_call", {"lead_id": "{bens}", "attempt_id": f"'{_BENS}'"}, REFUSED),
    ("Maya", "stands_to_sort", {"ids": "ARRAY[{bens}, {free}, {handed}]"}, 0),
    # Somebody else's call, in whatever name.
    ("Maya", "write_note", {"of_call": f"'{_BENS}'", "note": "'They said'"}, 0),
    ("Maya", "end_call", {"of_call": f"'{_BENS}'"}, 0),
    ("Maya", "undo_call", {"of_call": f"'{_BENS}'"}, 0),
    ("Maya", "keep_outcome", {"of_call": f"'{_BENS}'", "outcome": "'qualified'"}, 0),
    (
        "Maya",
        "keep_answer",
        {"id": "'new'", "attempt_id": f"'{_BENS}'", "lead_id": "{bens}", "question": "'need'"},
        REFUSED,
    ),
    ("Maya", "read_message", {"number": "3"}, 0),
    # A line about a lead: one they were shown, not any whose number they make up.
    ("Maya", "leave_message", {"lead_id": "{held}", "says": "'Ask for them'"}, 1),
    ("Maya", "leave_message", {"lead_id": "{taken}", "says": "'Ask for them'"}, 1),
    ("Maya", "leave_message", {"lead_id": "{bens}", "says": "'Ask for them'"}, REFUSED),
    ("Maya", "leave_message", {"lead_id": "{free}", "says": "'Ask for them'"}, REFUSED),
    ("Jonas", "leave_message", {"lead_id": "{handed}", "says": "'Ask for them'"}, REFUSED),
    ("Maya", "was_shown", {"lead_id": "{taken}"}, 1),
    ("Maya", "was_shown", {"lead_id": "{bens}"}, 0),
    # Taking what somebody has in hand.
    (
        "Maya",
        "hold_lead",
        {"of_lead": "{bens}", "kind": "'undo'", "until": "(now() + interval '1 day')"},
        0,
    ),
    # Beyond what they hold, and still only what such a function is for.
    ("Maya", "stop_covered_leads", {"leads": "ARRAY[{taken}]", "reason": "'no'"}, 0),
    ("Maya", "stand_again", {"of_lead": "{bens}", "state": "'waiting'"}, 0),
    ("Maya", "give_promise_up", {"of_lead": "{bens}"}, 0),
    ("Maya", "keep_for_oneself", {"of_lead": "{free}"}, 0),
    ("Maya", "call_off_talks_of_stopped", {"leads": "ARRAY[{bens}, {free}]"}, 0),
    ("Maya", "say_of_number", {"of_contact": "1", "number": "'+49302312501'"}, 0),
    ("Maya", "note_opt_in", {"lead_id": "{bens}", "contact_id": "2"}, REFUSED),
    ("Maya", "answer_item", {"item": "'x'"}, REFUSED),
    # A number or an address: to whom they had in hand, who is where they just called, or is new.
    ("Maya", "add_number", {"contact_id": "{held}", "raw": "'030'"}, 1),
    ("Maya", "add_number", {"contact_id": "{taken}", "raw": "'030'"}, 1),
    ("Maya", "add_number", {"contact_id": "{beside}", "raw": "'030'"}, 1),
    ("Maya", "add_number", {"contact_id": "{no_lead}", "raw": "'030'"}, 1),
    ("Maya", "add_number", {"contact_id": "{bens}", "raw": "'030'"}, 0),
    ("Maya", "add_number", {"contact_id": "{free}", "raw": "'030'"}, 0),
    ("Maya", "add_address", {"contact_id": "{beside}", "address": "'a@example.org'"}, 1),
    ("Maya", "add_address", {"contact_id": "{bens}", "address": "'a@example.org'"}, 0),
    # A line about a lead, and who named whom.
    ("Maya", "note_of_lead", {"lead_id": "{held}", "says": "'In March'"}, 1),
    ("Maya", "note_of_lead", {"lead_id": "{beside}", "says": "'In March'"}, 1),
    ("Maya", "note_of_lead", {"lead_id": "{named}", "says": "'In March'"}, 1),
    ("Maya", "note_of_lead", {"lead_id": "{bens}", "says": "'In March'"}, 0),
    ("Maya", "note_of_lead", {"lead_id": "{free}", "says": "'In March'"}, 0),
    ("Maya", "link_referral", {"of_lead": "{free}", "by_lead": "{held}"}, 1),
    ("Maya", "link_referral", {"of_lead": "{free}", "by_lead": "{bens}"}, 0),
    # Do not call: who is on the list is on it, and nobody else by anybody's word.
    (
        "Maya",
        "keep_listed",
        {"list_id": "{list}", "fingerprint": "{listed}", "number": "{listed_number}"},
        1,
    ),
    (
        "Maya",
        "keep_listed",
        {"list_id": "{list}", "fingerprint": "{unlisted}", "number": "{unlisted_number}"},
        0,
    ),
    # Whom sales is reached by: of a lead in a call of one's own.
    ("Ben", "sales_reached", {"lead_id": "{held}"}, 0),
    ("Maya", "keep_stood", {"entry": "{mine}", "stood": "'[]'"}, 1),
    ("Maya", "keep_stood", {"entry": "{nadias}", "stood": '\'[{{"id":1}},{{"id":2}}]\''}, 1),
    ("Maya", "keep_stood", {"entry": "{nadias}", "stood": "'[{{\"id\":2}}]'"}, 0),
    ("Maya", "keep_stood", {"entry": "{nadias}", "stood": "'[]'"}, 0),
    ("Maya", "hold_leads_to_stop", {"leads": "ARRAY[{held}, {taken}, {free}]"}, 3),
    ("Maya", "hold_leads_to_stop", {"leads": "ARRAY[{leas}]"}, 0),
    ("Maya", "hold_leads_to_stop", {"leads": "ARRAY[{held}, {leas}]"}, 0),
    # What came back is told to who called them; talks stand again that were theirs to call off.
    ("Maya", "note_told", {"items": "ARRAY['i-1']"}, 1),
    ("Maya", "note_told", {"items": "ARRAY['i-1', 'i-2']"}, 0),
    ("Maya", "book_talk_again", {"number": "1"}, 1),
    ("Maya", "book_talk_again", {"number": "2"}, 1),
    ("Maya", "book_talk_again", {"number": "3"}, 0),
    # A company is kept from colleagues for as long as a call, or a conversation, keeps it.
    ("Maya", "begin_talk", {"lead_id": "{held}", "until": "(now() + interval '14 minutes')"}, 1),
    ("Maya", "begin_talk", {"lead_id": "{held}", "until": "(now() + interval '16 minutes')"}, 0),
    ("Maya", "keep_talk", {"lead_id": "{held}", "until": "(now() + interval '119 minutes')"}, 1),
    ("Maya", "keep_talk", {"lead_id": "{held}", "until": "(now() + interval '3 hours')"}, 0),
    # Sales have other rights than callers, and each their own leads.
    ("Jonas", "begin_call", {"id": "'new'", "lead_id": "{handed}"}, REFUSED),
    ("Jonas", "queue_claim", {"kind": "'open'"}, REFUSED),
    ("Jonas", "place_lead", {"of_lead": "{handed}", "state": "'taken'"}, 1),
    ("Jonas", "place_lead", {"of_lead": "{leas}", "state": "'taken'"}, 0),
    ("Jonas", "place_lead", {"of_lead": "{free}", "state": "'taken'"}, 0),
    # Who looks on has no right to any of it; supervisors write tables instead.
    ("Iris", "place_lead", {"of_lead": "{handed}", "state": "'taken'"}, REFUSED),
    ("Iris", "queue_claim", {"kind": "'open'"}, REFUSED),
    ("Iris", "keyed_lists", {}, REFUSED),
)


@pytest.fixture(scope="module")
def furnished(team_template: TeamDesk) -> Iterator[tuple[TeamDesk, dict[str, int]]]:
    """The furnished workspace, and its leads by what is so of them."""
    with copied_team(team_template, "team_of_others") as team:
        yield team, {**furnish(team), **_more(team)}


@pytest.mark.parametrize(
    "one", CALLS, ids=[f"{who} {name} {num}" for num, (who, name, *_) in enumerate(CALLS)]
)
def test_functions_touch_what_belongs_to_whoever_calls_them(
    one: tuple[str, str, dict[str, str], Any], furnished: tuple[TeamDesk, dict[str, int]]
) -> None:
    who, name, given, wanted = one
    team, leads = furnished
    text = _call_of(name, {key: said.format(**leads) for key, said in given.items()})
    with psycopg.connect(team.url(who)) as line:
        try:
            got = line.execute(text.encode()).rowcount
        except psycopg.errors.InsufficientPrivilege:
            got = REFUSED
        line.rollback()
    assert got == wanted, text


def test_what_is_written_down_stands_under_the_name_of_whoever_is_logged_in(
    furnished: tuple[TeamDesk, dict[str, int]],
) -> None:
    """A setting of the session, a path with other names in it: none of it makes somebody Ben."""
    team, leads = furnished
    with psycopg.connect(team.url("Maya")) as line:
        line.execute("SET search_path = pg_temp, public, act")
        line.execute("SELECT set_config('act.me', 'Ben', FALSE)")
        line.execute("SET application_name = 'Ben'")
        given = {"id": "'mine'", "lead_id": str(leads["held"]), "claim_token": "1"}
        line.execute(_call_of("begin_call", given).encode())
        found = line.execute("SELECT caller FROM public.attempt WHERE id = 'mine'").fetchone()
        line.rollback()
    assert found == ("Maya",)


def test_no_act_takes_the_name_or_the_time_of_whoever_calls_it() -> None:
    for one in acts():
        taken = set(function_of(one).arguments)
        assert not taken & {"caller", "now", "login", "who"}, one.name


def _more(team: TeamDesk) -> dict[str, Any]:
    """Who stands near what Maya has: a colleague of whom she called, one who was named, one new.

    With it a list that one of two numbers is on, entries, and talks that were called off.
    """
    store = Store(team.owner, clock=SystemClock(), durable=False)
    with store.transaction() as tx:
        (fair,) = campaigns(tx)
        beside = make_contact(tx, "Person beside", company_name="Works held")
        named = make_contact(tx, "Person named", company_name="Works elsewhere")
        leads = (make_lead(tx, fair, beside), make_lead(tx, fair, named))
        new = make_contact(tx, "Person new", company_name="Works free")
    store.close()
    # Each has the number of their lead, so that one number means both.
    assert (beside, named) == leads
    found: dict[str, Any] = {"beside": beside, "named": named, "no_lead": new}
    with psycopg.connect(team.owner) as owner:
        for name, text in _MORE.items():
            row = owner.execute(text.encode()).fetchone()
            found[name] = row[0] if row else None
    return found


_ENTRY: Final = (
    'INSERT INTO suppression (client, scope, fingerprint, "by", reason, at, stood)'
    " VALUES ('', 'number', 'x', '{by}', 'said so', now(), '[{{\"id\": 1}}]') RETURNING id"
)
_TALK: Final = (
    "INSERT INTO meeting (id, lead_id, salesperson, agreed_by, agreed_at, starts_at, undone_at)"
    " SELECT {number}, lead.id, 'Lea', '{by}', now(), now() + interval '1 day',"
    " now() + interval '{undone}' FROM lead JOIN contact ON contact.id = contact_id"
    " WHERE contact.name = 'Person bens' RETURNING 1"
)
_PRINT: Final = (
    "SELECT quote_literal(contact_phone.fingerprint) FROM contact_phone JOIN contact"
    " ON contact.id = contact_id WHERE contact.name = 'Person {name}'"
)
_MORE: Final = {
    "link": "UPDATE lead SET referred_by = (SELECT lead_id FROM attempt WHERE caller = 'Maya'"
    " ORDER BY id LIMIT 1) WHERE contact_id = (SELECT id FROM contact"
    " WHERE name = 'Person named') RETURNING 1",
    "list": "INSERT INTO suppression_hash (list_id, hash) SELECT suppression_list.id, encode("
    "act.hmac(decode(hash_key, 'hex'), convert_to(e164, 'UTF8')), 'hex') FROM suppression_list,"
    " contact_phone JOIN contact ON contact.id = contact_id WHERE contact.name = 'Person free'"
    " RETURNING list_id",
    "listed": _PRINT.format(name="free"),
    "unlisted": _PRINT.format(name="bens"),
    "listed_number": _PRINT.format(name="free").replace("fingerprint", "e164"),
    "unlisted_number": _PRINT.format(name="bens").replace("fingerprint", "e164"),
    "mine": _ENTRY.format(by="Maya"),
    "nadias": _ENTRY.format(by="Nadia"),
    "agreed": _TALK.format(number=1, by="Maya", undone="-1 hour"),
    "just_now": _TALK.format(number=2, by="Ben", undone="1 hour"),
    "long_ago": _TALK.format(number=3, by="Ben", undone="-1 hour"),
}


def _call_of(name: str, given: dict[str, str]) -> str:
    made = function_of(act_named(name))
    assert set(given) <= set(made.arguments), (name, tuple(made.arguments))
    told = [
        f"p_{one} => {given.get(one) or _usual(one, of_type)}::{of_type}"
        for one, of_type in made.arguments.items()
    ]
    return f'SELECT * FROM act."{name}"({", ".join(told)})'  # noqa: S608 - ours


def _usual(name: str, of_type: str) -> str:
    if name.endswith("_version_id"):
        return "NULL"
    return "'{}'" if of_type.endswith("[]") else _USUAL.get(of_type, "NULL")
