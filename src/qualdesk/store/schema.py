"""The tables, for both databases: all of them, for whoever works over the whole of a workspace.

Who needs some of them takes them from the module that holds them: a start reads a third less
then. ``metadata`` is taken from here wherever all tables are meant.

States and codes are text with the words of the glossary; times are aware UTC. What a desk
makes before it reaches the database (calls, answers) has a UUID as its key, so that saving
twice saves once.
"""

from qualdesk.store.columns import metadata
from qualdesk.store.schema_calls import (
    answer,
    attempt,
    callback,
    handoff_batch,
    handoff_item,
    history,
    suppression,
    suppression_hash,
    suppression_list,
)
from qualdesk.store.schema_campaigns import (
    campaign,
    cell,
    cell_limit,
    member,
    open_hours,
    stack,
    workspace,
)
from qualdesk.store.schema_claims import claim_log
from qualdesk.store.schema_desk import meeting, message, opt_in, sending
from qualdesk.store.schema_documents import (
    definition_version,
    document_draft,
    remark,
    script_version,
    signature,
)
from qualdesk.store.schema_forecast import plan_change, plan_change_lead
from qualdesk.store.schema_handoff import (
    account_owner,
    crm_load,
    crm_profile,
    handoff_dispute,
    handoff_wish,
)
from qualdesk.store.schema_intake import intake_change, list_mapping
from qualdesk.store.schema_leads import lead, touchpoint
from qualdesk.store.schema_lists import intake_row, lead_list
from qualdesk.store.schema_notices import handoff_notice
from qualdesk.store.schema_past import (
    answer_shape,
    finished_case,
    past_load,
    rating,
    rating_case,
    rating_round,
)
from qualdesk.store.schema_people import (
    company,
    company_talk,
    company_word,
    contact,
    contact_email,
    contact_phone,
    name_word,
)
from qualdesk.store.schema_reports import report_run, report_schedule
from qualdesk.store.schema_roster import absence, campaign_member, client
from qualdesk.store.schema_supervising import (
    call_review,
    history_head,
    owner_ask,
    owner_question,
)
from qualdesk.store.schema_tally import tally, tally_delta
from qualdesk.store.schema_team import claim_alarm, claim_limit, late_save

__all__ = [
    "absence",
    "account_owner",
    "answer",
    "answer_shape",
    "attempt",
    "call_review",
    "callback",
    "campaign",
    "campaign_member",
    "cell",
    "cell_limit",
    "claim_alarm",
    "claim_limit",
    "claim_log",
    "client",
    "company",
    "company_talk",
    "company_word",
    "contact",
    "contact_email",
    "contact_phone",
    "crm_load",
    "crm_profile",
    "definition_version",
    "document_draft",
    "finished_case",
    "handoff_batch",
    "handoff_dispute",
    "handoff_item",
    "handoff_notice",
    "handoff_wish",
    "history",
    "history_head",
    "intake_change",
    "intake_row",
    "late_save",
    "lead",
    "lead_list",
    "list_mapping",
    "meeting",
    "member",
    "message",
    "metadata",
    "name_word",
    "open_hours",
    "opt_in",
    "owner_ask",
    "owner_question",
    "past_load",
    "plan_change",
    "plan_change_lead",
    "rating",
    "rating_case",
    "rating_round",
    "remark",
    "report_run",
    "report_schedule",
    "script_version",
    "sending",
    "signature",
    "stack",
    "suppression",
    "suppression_hash",
    "suppression_list",
    "tally",
    "tally_delta",
    "touchpoint",
    "workspace",
]
