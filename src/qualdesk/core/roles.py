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
    if re.search(_ASSISTS, says):
        return Role.SPECIALIST
    if re.search(_EXECUTIVE, says):
        return Role.EXECUTIVE
    return Role.HEAD if re.search(_HEAD, says) else Role.SPECIALIST


# Texts, compiled with the first title: a start reads none.
# Who works for somebody carries that somebody's title too.
_ASSISTS = (
    r"\bassist|\bpa to\b|\bsekret|\bsecretar|\bsegretar|\bsecr[eé]taire|referent"
    r"|\b(?:account|sales) executive"
)
_EXECUTIVE = (
    r"\bc[a-z]{1,2}o\b|\bchief\b|\bpr[eé]siden|\b[se]?vp\b|founder|gründer|fundador|fondat"
    r"|(?<!product )(?<!process )\bowner|inhaber|\btitular|\btitolare|proprie|eigena"
    r"|\bmanaging (?:director|partner)|\bmd\b|gesch(?:ä|ae)fts(?:f|leit)|vorst[aä]nd|prokurist"
    r"|\bpdg\b|\bgérant|\bdirigeant|direct(?:eur|rice) générale?|directora? general"
    r"|direttor[ei] general|direttrice generale|amministrat|administrador|consejer[oa] delegad"
    r"|\bbestuurder|algemeen directeur|\bgeneral manage"
)
_HEAD = (
    r"manage|\bhead\b|\bdire[ck]t(?:or|eu|ri)|\bdirett|leiter|leitung|leider|leidinggev"
    r"|\bchefs?\b|chefin\b|responsab|\bjef[ea]\b|\bgerente|\bencargad|\bhoofd\b|\bteam ?lead"
    r"|\blead\b|supervisor|\bcapo\b"
)
