"""The tables of people and companies: who they are, and how they are reached."""

import sqlalchemy as sa

from qualdesk.store.columns import (
    at_column,
    id_column,
    json_column,
    metadata,
    number_column,
    ref_column,
    text_column,
)

# Words in the order of their characters, whatever the server's language: a beginning is a range.
WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

company = sa.Table(
    "company",
    metadata,
    id_column(),
    text_column("name"),
    text_column("key"),
    text_column("fingerprint"),
    text_column("about"),
    sa.Index("ix_company_key", "key"),
)

contact = sa.Table(
    "contact",
    metadata,
    id_column(),
    ref_column("company_id", "company.id", required=False),
    text_column("name"),
    text_column("first_name"),
    text_column("last_name"),
    text_column("name_key"),
    text_column("title"),
    text_column("city"),
    text_column("subdivision"),
    text_column("postcode"),
    text_column("country"),
    json_column("languages"),
    json_column("zones"),
    text_column("zone_basis"),
    # Of name and company, for do-not-call; numbers and addresses carry their own. Without an
    # index: each row of a list would touch four more pages. Whoever is known by a fingerprint
    # is found by what it was made of, and a lead's own are looked for among do-not-calls.
    text_column("fingerprint"),
    # Since when nothing is known of them any more.
    at_column("erased_at"),
    sa.Index("ix_contact_name_key", "name_key", "company_id"),
    sa.Index("ix_contact_company_id", "company_id"),
)

contact_phone = sa.Table(
    "contact_phone",
    metadata,
    id_column(),
    ref_column("contact_id", "contact.id"),
    number_column("position"),
    text_column("raw"),
    text_column("state"),
    text_column("e164"),
    text_column("extension"),
    text_column("kind", default="unknown"),
    text_column("shown"),
    text_column("region"),
    text_column("note"),
    text_column("fingerprint"),
    sa.Index("ix_contact_phone_contact_id", "contact_id"),
    sa.Index("ix_contact_phone_e164", "e164"),
)
# By its last four digits a number is found in every spelling, and by what a caller's own phone
# shows of it. Written so that both databases know it.
ENDING = sa.text("substr(e164, length(e164) - 3)")
sa.Index("ix_contact_phone_ending", ENDING, _table=contact_phone)

contact_email = sa.Table(
    "contact_email",
    metadata,
    id_column(),
    ref_column("contact_id", "contact.id"),
    number_column("position"),
    text_column("address"),
    text_column("key"),
    text_column("fingerprint"),
    sa.Index("ix_contact_email_contact_id", "contact_id"),
    sa.Index("ix_contact_email_key", "key"),
)

# The words of names, each with who has it: a search reads those that begin with what is typed.
# Without references to people: an index for those would cost a list as much as the words do.
# Whoever changes a name keeps them in step (search_words.py).
name_word = sa.Table(
    "name_word",
    metadata,
    sa.Column("word", WORD, primary_key=True),
    sa.Column("contact_id", sa.Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

company_word = sa.Table(
    "company_word",
    metadata,
    sa.Column("word", WORD, primary_key=True),
    sa.Column("company_id", sa.Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# Who of a client's callers is in conversation with a company, and whom they spoke to: for a while
# its other people are theirs to call.
company_talk = sa.Table(
    "company_talk",
    metadata,
    sa.Column(
        "company_id", sa.Integer, sa.ForeignKey("company.id", ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("client", sa.Text, primary_key=True),
    text_column("caller"),
    at_column("until", required=True),
    # The last conversation: none while only dialled.
    text_column("spoke"),
    at_column("spoke_at"),
    number_column("spoke_to"),
)
