"""Whether somebody was erased: asked wherever something is written about a person."""

import sqlalchemy as sa

from qualdesk.core.errors import Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.wording import tr
from qualdesk.store.acts import BOTH, act
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_row
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import contact


def refuse_erased(tx: Transaction, lead_id: LeadId) -> None:
    """Do nothing for a lead whose person is known.

    Raises:
        Refused: they were erased; what is written on the lead now would bring them back.
    """
    if quick_row(tx, _GONE, {"of_lead": lead_id}) is not None:
        raise Refused(tr("This person was erased. Nothing more is kept about them."))


# Beyond: who typed about somebody is told that they were erased, whoever has the lead. It says
# that of a number and no more.
_GONE = act(
    "person_is_gone",
    sa.select(lead.c.id)
    .join(contact, contact.c.id == lead.c.contact_id)
    .where(lead.c.id == sa.bindparam("of_lead"), contact.c.erased_at.is_not(None)),
    to=BOTH,
    beyond=True,
)
