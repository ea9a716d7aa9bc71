"""The words lists of accounts are headed by in CRMs and in people's own tables."""

COMPANY = (
    *("company", "company name", "account", "account name", "organization", "organisation"),
    *("organization name", "organisation name", "firma", "unternehmen", "konto", "kunde", "name"),
)
"""Headings of the company, the likeliest first: CRMs have several that look alike."""

OWNER = (
    *("owner", "account owner", "company owner", "owner name", "owner email", "owner e mail"),
    *("salesperson", "sales person", "account manager", "record owner", "organization owner"),
    *("besitzer", "verantwortlich", "zustandig", "betreuer", "verkaufer", "vertrieb"),
)
"""Headings of whose account it is."""
