"""What row-level security asks: who is logged in, and which leads are theirs.

These functions belong to the owner of the tables, who sees all rows; they say no more than what
is asked here, of the person who is logged in. ``session_user`` is that person, whatever else is
set: inside a function ``current_user`` is the function's owner.
"""

import tomllib
from collections.abc import Iterator
from typing import Final

from qualdesk.core.do_not_call import HOUSE
from qualdesk.core.frozen import frozen
from qualdesk.resources import shipped
from qualdesk.store.suppression import ERASED
from qualdesk.store.team.roles import GROUPS, Roles, written

SEARCH_PATH: Final = "public, pg_temp"


@frozen
class Pillar:
    """A function that others stand on.

    Attributes:
        arguments: its arguments' types, with commas.
        sql: what makes it, or puts the present one in its place.
    """

    name: str
    arguments: str
    sql: str

    @property
    def signature(self) -> str:
        """Its name and the types of its arguments."""
        return f'act."{self.name}"({self.arguments})'


def pillars(roles: Roles) -> Iterator[Pillar]:
    """All of them, each after those it asks."""
    yield _pillar("now", "", "timestamptz", _NOW)
    yield _pillar("began", "", "timestamptz", _BEGAN)
    yield _pillar("me", "", "text", _ME)
    yield _pillar("role", "", "text", _role(roles))
    yield _pillar("who_am_i", "", "TABLE (name text, role text)", _WHO)
    yield _pillar("my_client", "", "text", _MY_CLIENT)
    yield _pillar("my_campaigns", "", "int[]", _MY_CAMPAIGNS)
    yield _pillar("others_documents", "of_kind text", "text[]", _OTHERS_DOCUMENTS)
    yield _pillar("is_shipped", "of_kind text, of_id text, of_version int", "boolean", _shipped())
    yield _pillar("is_no_lead", "of_contact int", "boolean", _IS_NO_LEAD)
    yield _pillar("is_clients_company", "of_company int", "boolean", _IS_CLIENTS_COMPANY)
    yield _pillar("my_leads", "", "int[]", _mine(roles, "id", _HANDED_OVER))
    yield _pillar("my_contacts", "", "int[]", _mine(roles, "contact_id", _THEIR_PEOPLE))
    yield _pillar("my_companies", "", "int[]", _MY_COMPANIES)
    yield _pillar("my_company_keys", "", "text[]", _MY_COMPANY_KEYS)
    yield _pillar("my_fingerprints", "", "text[]", _MY_FINGERPRINTS)
    yield _pillar("my_batches", "", "int[]", _MY_BATCHES)
    yield _pillar("is_my_item", "of_item text", "boolean", _IS_MY_ITEM)
    yield _pillar("has_held", "of_lead int", "boolean", _HAS_HELD)
    yield _pillar("was_shown_lead", "of_lead int", "boolean", _WAS_SHOWN_LEAD)
    yield _pillar("may_write", "of_lead int", "boolean", _MAY_WRITE)
    yield _pillar("may_write_contact", "of_contact int", "boolean", _MAY_WRITE_CONTACT)
    yield _pillar("may_write_company", "of_company int", "boolean", _MAY_WRITE_COMPANY)
    yield _pillar("is_at_my_company", "of_contact int", "boolean", _IS_AT_MY_COMPANY)
    yield _pillar("may_add_to", "of_contact int", "boolean", _MAY_ADD_TO)
    yield _pillar("may_note", "of_lead int", "boolean", _MAY_NOTE)
    yield _pillar("is_stopped", "of_lead int", "boolean", _IS_STOPPED)
    yield _pillar("forget_said", "of_lead int", "int", _forget_said(), does="VOLATILE")


def history_guard(roles: Roles) -> Pillar:
    """Refuses whoever would change what was done: the owner alone may, and is nobody's login."""
    body = f"""BEGIN
    IF current_user <> {written(roles.owner)} THEN
        RAISE EXCEPTION 'The history is added to, and never changed.' USING ERRCODE = '42501';
    END IF;
    RETURN NULL;
END"""
    sql = f"""CREATE OR REPLACE FUNCTION act.keep_history() RETURNS trigger LANGUAGE plpgsql
SET search_path = {SEARCH_PATH}
AS $pillar$
{body}
$pillar$"""
    return Pillar(name="keep_history", arguments="", sql=sql)


HISTORY_TRIGGER: Final = """CREATE OR REPLACE TRIGGER keep_history
    BEFORE UPDATE OR DELETE OR TRUNCATE ON public.history
    FOR EACH STATEMENT EXECUTE FUNCTION act.keep_history()"""


def _pillar(name: str, takes: str, gives: str, body: str, *, does: str = "STABLE") -> Pillar:
    sql = f"""CREATE OR REPLACE FUNCTION act."{name}"({takes}) RETURNS {gives}
LANGUAGE plpgsql {does} SECURITY DEFINER SET search_path = {SEARCH_PATH}
AS $pillar$
#variable_conflict use_column
{body}
$pillar$"""
    arguments = ", ".join(one.split()[-1] for one in takes.split(",") if one)
    return Pillar(name=name, arguments=arguments, sql=sql)


def _forget_said() -> str:
    """Of somebody who is erased for one client: their words in a no to all calls from here.

    That no is the house's, and whoever works for one client changes nothing else of it.
    """
    return f"""DECLARE
    of_contact CONSTANT int := (
        SELECT contact_id FROM lead WHERE id = of_lead AND campaign_id = ANY (act.my_campaigns())
    );
    changed int := 0;
BEGIN
    IF act.role() = 'supervisor' AND of_contact IS NOT NULL THEN
        UPDATE suppression SET asked_by = '', reason = {written(ERASED)}, lifted_because = ''
            WHERE client = {written(HOUSE)} AND of_list IS NULL AND fingerprint <> ''
            AND fingerprint IN (
                SELECT fingerprint FROM contact WHERE id = of_contact
                UNION SELECT fingerprint FROM contact_phone WHERE contact_id = of_contact
                UNION SELECT fingerprint FROM contact_email WHERE contact_id = of_contact
            );
        GET DIAGNOSTICS changed = ROW_COUNT;
    END IF;
    RETURN changed;
END"""  # noqa: S608 - words of our own, quoted


def _gives(query: str) -> str:
    return f"BEGIN\n    RETURN ({query});\nEND"


def _role(roles: Roles) -> str:
    """The group they were put in. What a superuser might be besides does not count."""
    order = ("caller", "sales", "auditor", "supervisor")
    assert set(order) == set(GROUPS)
    groups = [(roles.group(role), role) for role in order] + [(roles.bound, "supervisor")]
    names = ", ".join(f"({written(group)}, {written(role)})" for group, role in groups)
    return f"""DECLARE
    found text;
BEGIN
    SELECT known.role INTO found
        FROM (VALUES {names}) AS known(name, role)
        JOIN pg_roles AS team ON team.rolname = known.name
        JOIN pg_auth_members AS of ON of.roleid = team.oid
        JOIN pg_roles AS person ON person.oid = of.member
        WHERE person.rolname = session_user
        ORDER BY array_position(ARRAY['caller', 'sales', 'auditor', 'supervisor'], known.role)
        LIMIT 1;
    IF found IS NOT NULL THEN
        RETURN found;
    END IF;
    RETURN CASE WHEN pg_has_role(session_user, {written(roles.owner)}, 'MEMBER')
        THEN 'owner' ELSE '' END;
END"""  # noqa: S608 - the names are quoted


def _mine(roles: Roles, column: str, of_sales: str) -> str:
    """That column of the leads somebody holds now, or as somebody of sales was handed over.

    And what is with them while they look something up about it, which nobody holds. Every look
    of a caller asks this, so which group they are in is read only of who is of sales, or might
    be all things. It goes by when the transaction began: a hold that ends half way through a save
    takes nothing out of its sight, unless somebody took the lead by then or let go of it.
    """
    sales = written(roles.group("sales"))
    return f"""DECLARE
    my_name CONSTANT text := ({_MY_NAME});
BEGIN
    IF pg_has_role(session_user, {sales}, 'MEMBER') THEN
        IF act.role() = 'sales' THEN
            RETURN ARRAY({of_sales});
        END IF;
    END IF;
    RETURN ARRAY(
        SELECT {column} FROM lead WHERE claimed_by = my_name AND claim_until > act.began()
        UNION ALL
        SELECT {column} FROM lead WHERE callback_owner = my_name AND callback_owner <> ''
            AND state <> 'callback' AND (
                state = 'waiting' OR state = 'research' AND wake_at > act.began()
            )
    );
END"""  # noqa: S608 - the names are quoted


def _shipped() -> str:
    """Whether a version is one that comes with this program."""
    told = [
        f"({written(kind)}, {written(str(head['id']))}, {int(head['version'])})"
        for kind in ("script", "definition")
        for file in sorted(shipped(f"{kind}s").glob("*.toml"))
        for head in [tomllib.loads(file.read_text(encoding="utf-8"))]
    ]
    return _gives(f"SELECT (of_kind, of_id, of_version) IN ({', '.join(told)})")


# The one clock of the team. A rehearsal puts another in its place, which only the owner can.
_NOW = _gives("clock_timestamp()")
# By it goes what one transaction sees, from its first statement to its last.
_BEGAN = _gives("transaction_timestamp()")
_MY_NAME = "SELECT name FROM member WHERE login = session_user::text AND login <> ''"
_ME = _gives(_MY_NAME)
# Of who works for one client alone; of anybody else nothing asks for it.
_MY_CLIENT = _gives(
    "SELECT NULLIF(client, '') FROM member WHERE login = session_user::text AND login <> ''"
)
_MY_CAMPAIGNS = _gives(
    "SELECT COALESCE(array_agg(id), '{}') FROM campaign WHERE client = act.my_client()"
)
# By which campaigns of other clients work, and none of theirs.
_OTHERS_DOCUMENTS = _gives(
    """SELECT COALESCE(array_agg(document_id), '{}') FROM (
        SELECT document_id FROM campaign JOIN script_version AS one
            ON one.id IN (campaign.script_version_id, campaign.before_script_version_id)
            WHERE of_kind = 'script'
            GROUP BY document_id HAVING NOT bool_or(client = act.my_client())
        UNION ALL SELECT document_id FROM campaign JOIN definition_version AS one
            ON one.id = campaign.definition_version_id
            WHERE of_kind = 'definition'
            GROUP BY document_id HAVING NOT bool_or(client = act.my_client())
    ) AS theirs"""
)
_IS_NO_LEAD = _gives("SELECT NOT EXISTS (SELECT 1 FROM lead WHERE contact_id = of_contact)")
_IS_CLIENTS_COMPANY = _gives(
    """SELECT COALESCE(bool_or(campaign.client = act.my_client()), TRUE)
    FROM contact JOIN lead ON lead.contact_id = contact.id
    JOIN campaign ON campaign.id = lead.campaign_id WHERE contact.company_id = of_company"""
)
_WHO = """BEGIN
    RETURN QUERY SELECT COALESCE(act.me(), ''), act.role();
END"""
_HANDED_OVER = "SELECT lead_id FROM handoff_item WHERE receiver = my_name"
_THEIR_PEOPLE = f"SELECT contact_id FROM lead WHERE id IN ({_HANDED_OVER})"  # noqa: S608 - ours
_MY_COMPANIES = _gives(
    "SELECT ARRAY(SELECT company_id FROM contact"
    " WHERE id = ANY (act.my_contacts()) AND company_id IS NOT NULL)"
)
_MY_COMPANY_KEYS = _gives(
    "SELECT ARRAY(SELECT key FROM company WHERE id = ANY (act.my_companies()) AND key <> '')"
)
_MY_FINGERPRINTS = """DECLARE
    mine CONSTANT int[] := act.my_contacts();
BEGIN
    RETURN ARRAY(
        SELECT fingerprint FROM contact WHERE id = ANY (mine) AND fingerprint <> ''
        UNION SELECT fingerprint FROM contact_phone
            WHERE contact_id = ANY (mine) AND fingerprint <> ''
        UNION SELECT fingerprint FROM contact_email
            WHERE contact_id = ANY (mine) AND fingerprint <> ''
        UNION SELECT fingerprint FROM company
            WHERE id = ANY (act.my_companies()) AND fingerprint <> ''
    );
END"""
_MY_BATCHES = _gives(
    "SELECT ARRAY(SELECT batch_id FROM handoff_item WHERE lead_id = ANY (act.my_leads()))"
)
_IS_MY_ITEM = _gives(
    "SELECT EXISTS (SELECT 1 FROM handoff_item WHERE id = of_item AND receiver = act.me())"
)
_HAS_HELD = _gives(
    """SELECT EXISTS (SELECT 1 FROM claim_log WHERE lead_id = of_lead AND caller = act.me()
            AND how = 'claim')
        OR EXISTS (SELECT 1 FROM lead WHERE id = of_lead AND claimed_by = act.me())"""
)
# In hand, looked up, or handed over.
_WAS_SHOWN_LEAD = _gives(
    """SELECT act.has_held(of_lead)
        OR EXISTS (SELECT 1 FROM claim_log WHERE lead_id = of_lead AND caller = act.me())
        OR EXISTS (SELECT 1 FROM handoff_item WHERE lead_id = of_lead AND receiver = act.me())"""
)
# Whose the newest claim was: nobody took the lead since, also where its time ran out.
_MAY_WRITE = f"""DECLARE
    my_name CONSTANT text := ({_MY_NAME});
BEGIN
    IF EXISTS (
        SELECT 1 FROM lead WHERE id = of_lead AND (claimed_by = my_name OR EXISTS (
            SELECT 1 FROM claim_log WHERE claim_log.lead_id = lead.id
            AND claim_log.token = lead.claim_token AND claim_log.caller = my_name
            AND claim_log.how = 'claim'
        ))
    ) THEN
        RETURN TRUE;
    END IF;
    RETURN act.role() = 'sales' AND EXISTS (
        SELECT 1 FROM handoff_item
        WHERE lead_id = of_lead AND receiver = my_name AND state <> 'recalled'
    );
END"""  # noqa: S608 - our own words
_MAY_WRITE_CONTACT = _gives(
    "SELECT COALESCE(bool_or(act.may_write(id)), FALSE) FROM lead WHERE contact_id = of_contact"
)
_MAY_WRITE_COMPANY = _gives(
    "SELECT COALESCE(bool_or(act.may_write_contact(id)), FALSE) FROM contact"
    " WHERE company_id = of_company"
)
# What acts ask that reach further (``only=``). Whom they called lately works there, or did.
_IS_AT_MY_COMPANY = _gives(
    """SELECT EXISTS (
        SELECT 1 FROM contact
        JOIN contact AS colleague ON colleague.company_id = contact.company_id
        JOIN lead ON lead.contact_id = colleague.id
        JOIN attempt ON attempt.lead_id = lead.id
        WHERE contact.id = of_contact AND attempt.caller = act.me()
            AND attempt.started_at > act.now() - interval '1 day'
    )"""
)
_MAY_ADD_TO = _gives(
    """SELECT act.is_no_lead(of_contact)
        OR EXISTS (SELECT 1 FROM lead WHERE contact_id = of_contact AND act.has_held(id))
        OR act.is_at_my_company(of_contact)"""
)
_MAY_NOTE = _gives(
    """SELECT act.was_shown_lead(of_lead) OR EXISTS (
        SELECT 1 FROM lead WHERE id = of_lead
            AND (act.has_held(referred_by) OR act.is_at_my_company(contact_id))
    )"""
)
_IS_STOPPED = _gives(
    """SELECT EXISTS (
        SELECT 1 FROM suppression WHERE lifted_at IS NULL AND fingerprint <> ''
            AND fingerprint = ANY (ARRAY(
                SELECT contact.fingerprint FROM contact JOIN lead ON contact_id = contact.id
                    WHERE lead.id = of_lead
                UNION ALL SELECT contact_phone.fingerprint FROM contact_phone
                    JOIN lead ON lead.contact_id = contact_phone.contact_id
                    WHERE lead.id = of_lead
                UNION ALL SELECT contact_email.fingerprint FROM contact_email
                    JOIN lead ON lead.contact_id = contact_email.contact_id
                    WHERE lead.id = of_lead
                UNION ALL SELECT company.fingerprint FROM company
                    JOIN contact ON contact.company_id = company.id
                    JOIN lead ON lead.contact_id = contact.id WHERE lead.id = of_lead
            ))
    )"""
)
