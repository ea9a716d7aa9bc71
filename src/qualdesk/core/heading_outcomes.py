"""The words CRMs head their columns by, where a file says which leads were won and which lost."""

IDS = (
    *("external id", "external id c", "qualdesk id", "qualdesk id c", "lead id", "item id"),
    *("lead external id", "id", "externe id", "lead external id c"),
)
"""Columns that may hold an id of ours. A CRM's own ids stand under the same words."""

EMAILS = (
    *("email", "e mail", "email address", "e mail address", "lead email", "contact email"),
    *("person email", "primary email", "work email", "secondary email", "mail", "e mail adresse"),
    *("associated contact email", "primary contact email", "person email work", "email work"),
)

PHONES = (
    *("phone", "phone number", "mobile", "mobile phone", "mobile phone number", "business phone"),
    *("work phone", "person phone", "contact phone", "lead phone", "telephone", "other phone"),
    *("telefon", "telefonnummer", "handy", "mobil", "person phone work", "person phone mobile"),
)

STAGES = (
    *("stage", "deal stage", "opportunity stage", "sales stage", "status", "deal status"),
    *("opportunity status", "lead status", "state", "status reason", "outcome", "result"),
    *("phase", "verkaufsphase", "ergebnis", "deal status label", "closed won lost"),
)

REASONS = (
    *("loss reason", "lost reason", "closed lost reason", "deal lost reason", "reason"),
    *("reason lost", "reason for loss", "closed won reason", "win loss reason", "grund"),
    *("verlustgrund",),
)

AMOUNTS = (
    *("amount", "deal amount", "opportunity amount", "value", "deal value", "actual revenue"),
    *("est revenue", "revenue", "betrag", "wert", "umsatz"),
)

CURRENCIES = (
    *("currency", "currency code", "amount currency", "deal currency", "currency iso code"),
    *("opportunity currency", "value currency", "wahrung"),
)

OPPORTUNITIES = (
    *("opportunity id", "deal id", "record id", "opportunity name", "deal name", "opportunity"),
    *("deal", "deal title", "title", "topic", "potential name", "verkaufschance"),
)

NAMES = ("name", "full name", "lead name", "contact name", "person name", "associated contact")

LAST_NAMES = ("last name", "surname", "nachname")

COUNTRIES = ("country", "country region", "land", "lead country", "contact country")
