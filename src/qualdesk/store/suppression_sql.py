"""The statements of do-not-call: whom it stops, what stops them, and what callers may ask of it."""

from typing import Any

import sqlalchemy as sa

from qualdesk.core.leads import Bucket, PhoneState
from qualdesk.store.acts import CALLER, SALES, act
from qualdesk.store.house import counts_for
from qualdesk.store.schema_calls import suppression, suppression_list
from qualdesk.store.schema_campaigns import campaign, workspace
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company, contact, contact_email, contact_phone

DIALABLE = tuple(state.value for state in PhoneState if state.is_dialable)
# Leads sales has, or had: what sales knows of them stays true, but nobody calls them.
STAYS = tuple(
    one.value
    for one in (Bucket.IN_BATCH, Bucket.TAKEN, Bucket.WON, Bucket.LOST, Bucket.DO_NOT_CALL)
)


def _many(name: str, of_type: Any) -> sa.BindParameter[Any]:
    return sa.bindparam(name, expanding=True, type_=of_type)


# Built once: they are asked before every dial, and for every few rows of a list.
# Who asked not to be called is nobody's to look through: what lies beyond here answers whether
# one who is known is among them, and takes no entry back.
_BOTH = (CALLER, SALES)
ENTRY = act(
    "say_no",
    suppression.insert()
    .values(
        **{
            name: sa.bindparam(name)
            for name in (
                *("client", "scope", "fingerprint", "asked_by", "reason"),
                *("attempt_id", "expires_at", "said_with"),
            )
        },
        by=sa.bindparam("caller"),
        at=sa.bindparam("now"),
    )
    .returning(suppression.c.id),
    beyond=True,
)
KEY = sa.select(workspace.c.value).where(workspace.c.key == "fingerprint_key")
PRINTS = "SELECT act.fingerprints(%(kinds)s::text[], %(told)s::text[])"
"""The same made by a team's server, which hands its key to no caller."""
_PRINTS: sa.BindParameter[list[str]] = sa.bindparam("prints", expanding=True)
_CLIENT = sa.bindparam("client", type_=sa.Text)
SUPPRESSED = act(
    "suppressed_among",
    sa.select(suppression.c.fingerprint).where(
        suppression.c.fingerprint.in_(_PRINTS),
        counts_for(_CLIENT),
        suppression.c.lifted_at.is_(None),
    ),
    to=_BOTH,
    beyond=True,
)
ANY_SUPPRESSED = act(
    "any_suppressed",
    sa.select(
        sa.or_(
            *(sa.select(table.c.id).limit(1).exists() for table in (suppression, suppression_list))
        ).label("any_there")
    ),
    to=_BOTH,
    beyond=True,
)
WHO = (
    sa.select(
        lead.c.contact_id,
        campaign.c.client,
        contact.c.name_key,
        company.c.key.label("company_key"),
    )
    .join_from(lead, campaign, lead.c.campaign_id == campaign.c.id)
    .join(contact, contact.c.id == lead.c.contact_id)
    .outerjoin(company, company.c.id == contact.c.company_id)
    .where(lead.c.id == sa.bindparam("lead"))
)
PHONES = sa.select(contact_phone).where(contact_phone.c.contact_id == sa.bindparam("contact"))
EMAILS = sa.select(contact_email.c.key).where(contact_email.c.contact_id == sa.bindparam("contact"))

_OTHER, _BLOCKED = contact_phone.alias("other"), suppression.alias("blocked")
# Whether the person of a number can still be reached on another one.
_ANOTHER_NUMBER = (
    sa.select(_OTHER.c.id)
    .where(
        _OTHER.c.contact_id == contact_phone.c.contact_id,
        _OTHER.c.state.in_(DIALABLE),
        ~sa.exists().where(
            _BLOCKED.c.fingerprint == _OTHER.c.fingerprint,
            counts_for(_CLIENT, _BLOCKED),
            _BLOCKED.c.lifted_at.is_(None),
        ),
    )
    .exists()
)
# The people whom any of the marks stops, found by what is indexed: no fingerprint of theirs is.
_PEOPLE = sa.union(
    sa.select(contact.c.id).where(
        contact.c.name_key.in_(_many("names", sa.Text)),
        contact.c.fingerprint.in_(_many("persons", sa.Text)),
    ),
    sa.select(contact_email.c.contact_id).where(contact_email.c.key.in_(_many("emails", sa.Text))),
    sa.select(contact.c.id)
    .join(company, company.c.id == contact.c.company_id)
    .where(company.c.key.in_(_many("companies", sa.Text))),
    sa.select(contact_phone.c.contact_id).where(
        contact_phone.c.e164.in_(_many("numbers", sa.Text)), ~_ANOTHER_NUMBER
    ),
)
# All of them: what the house is told counts for each.
CLIENTS = sa.select(campaign.c.client).distinct().order_by(campaign.c.client)
# Beyond: a no stops every lead of the client it is meant for, whoever has it in hand.
_LEADS = _many("leads", sa.Integer)
MEANT = act("leads_meant", sa.select(lead.c.id).where(lead.c.contact_id.in_(_PEOPLE)), beyond=True)
STILL_CALLED = act(
    "hold_leads_to_stop",
    sa.select(*(lead.c[name] for name in ("id", "state", "state_reason", "wake_at", "due_at")))
    .where(
        lead.c.id.in_(_LEADS),
        lead.c.campaign_id.in_(sa.select(campaign.c.id).where(campaign.c.client == _CLIENT)),
        lead.c.state.not_in(STAYS),
    )
    .order_by(lead.c.id)
    .with_for_update(of=lead),
    beyond=True,
    # How a lead stands is told of those alone that they had in hand, or that an entry stops.
    only="""NOT EXISTS (
        SELECT 1 FROM unnest(:leads) AS one(id)
        WHERE NOT (act.has_held(one.id) OR act.is_stopped(one.id))
    )""",
)
_OUT_OF_THE_QUEUE = {
    "state": Bucket.DO_NOT_CALL.value,
    "state_reason": sa.bindparam("reason", type_=sa.Text),
    "ready": False,
    "wake_at": None,
    "due_at": None,
}
STOP = act(
    "stop_leads",
    lead.update().where(lead.c.id.in_(_LEADS)).values(**_OUT_OF_THE_QUEUE),
    to=_BOTH,
)
_THEIR_CLIENT = (
    sa.select(campaign.c.client)
    .where(campaign.c.id == lead.c.campaign_id)
    .correlate(lead)
    .scalar_subquery()
)
THEIR_PRINTS = sa.union_all(
    *(
        sa.select(table.c.fingerprint).where(of == lead.c.contact_id).correlate(lead)
        for table, of in (
            (contact, contact.c.id),
            (contact_phone, contact_phone.c.contact_id),
            (contact_email, contact_email.c.contact_id),
        )
    ),
    sa.select(company.c.fingerprint)
    .join(contact, contact.c.company_id == company.c.id)
    .where(contact.c.id == lead.c.contact_id)
    .correlate(lead),
)
# Only whom an entry stops that stands: nobody empties the queue by it.
STOP_COVERED = act(
    "stop_covered_leads",
    lead.update()
    .where(
        lead.c.id.in_(_LEADS),
        lead.c.state.not_in(STAYS),
        sa.exists().where(
            suppression.c.fingerprint.in_(THEIR_PRINTS),
            suppression.c.fingerprint != "",
            counts_for(_THEIR_CLIENT),
            suppression.c.lifted_at.is_(None),
        ),
    )
    .values(**_OUT_OF_THE_QUEUE),
    beyond=True,
)
_IS_ENTRY = suppression.c.id == sa.bindparam("entry")
HELD_ENTRY = act(
    "hold_entry",
    sa.select(suppression.c.stood, suppression.c.lifted_at).where(_IS_ENTRY).with_for_update(),
    to=_BOTH,
    beyond=True,
)
KEEP_STOOD = act(
    "keep_stood",
    suppression.update()
    .where(_IS_ENTRY, suppression.c.lifted_at.is_(None))
    .values(stood=sa.bindparam("stood")),
    to=_BOTH,
    beyond=True,
    # Their own entry; to anybody else's it is only added.
    only="""EXISTS (
        SELECT 1 FROM suppression WHERE id = :entry AND ("by" = :caller OR NOT EXISTS (
            SELECT 1 FROM json_array_elements(COALESCE(NULLIF(stood::text, 'null'), '[]')::json)
                WITH ORDINALITY AS was(one, place)
            LEFT JOIN json_array_elements(:stood) WITH ORDINALITY AS gets(one, place) USING (place)
            WHERE was.one::jsonb IS DISTINCT FROM gets.one::jsonb
        ))
    )""",
)
