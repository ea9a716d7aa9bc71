"""What somebody does at their company, as far as a job title says it."""

import re
from functools import lru_cache

from qualdesk.core.traits import Role


@lru_cache(maxsize=16_384)
def role_of(title: str) -> Role:
    """The role behind a job title, in the languages that lists mostly come in."""
    says = title.casefold()
    if not says.strip():
        return Role.UNKNOWN
    if _ASSISTS.search(says):
        return Role.SPECIALIST
    if _EXECUTIVE.search(says):
        return Role.EXECUTIVE
    return Role.HEAD if _HEAD.search(says) else Role.SPECIALIST


# Who works for somebody carries that somebody's title too.
_ASSISTS = re.compile(r"\bassist|\bpa to\b|\bsekret|\bsecretar|\bsegretar|\bsecrétaire|referent")
_EXECUTIVE = re.compile(
    r"\bc[a-z]{1,2}o\b|\bchief\b|\bpresident|\bprésident|\bpresiden|\b[se]?vp\b|\bfounder|co-?founder"
    r"|gründer|\bowner|inhaber|titular|proprie|eigena|\bmanaging (?:director|partner)|\bmd\b"
    r"|geschäftsf|geschäftsleit|vorstand|prokurist|\bpdg\b|\bgérant|directeur général"
    r"|directrice générale|director general|directora general|direttore generale"
    r"|amministratore|administrador|\bbestuurder|algemeen directeur|\bgeneral manage"
)
_HEAD = re.compile(
    r"manage|\bhead\b|\bdirector|\bdirecteur|\bdirectrice|\bdirett|leiter|leitung|\bchef\b"
    r"|responsab|\bjefe|\bjefa|\bgerente|\bhoofd\b|\bteam ?lead|\blead\b|supervisor|capo\b"
)
