"""The tables of scripts and definitions: drafts, versions, signatures, remarks."""

import sqlalchemy as sa

from qualdesk.store.columns import (
    at_column,
    id_column,
    metadata,
    number_column,
    text_column,
)

script_version = sa.Table(
    "script_version",
    metadata,
    id_column(),
    text_column("document_id"),
    number_column("version", 1),
    text_column("sha256"),
    text_column("document"),
    at_column("added_at", required=True),
    text_column("added_by"),
    sa.UniqueConstraint("sha256"),
    sa.Index("ix_script_version_document_id", "document_id", "version"),
)

definition_version = sa.Table(
    "definition_version",
    metadata,
    id_column(),
    text_column("document_id"),
    number_column("version", 1),
    text_column("sha256"),
    text_column("document"),
    at_column("added_at", required=True),
    text_column("added_by"),
    sa.UniqueConstraint("sha256"),
    sa.Index("ix_definition_version_document_id", "document_id", "version"),
)

# What somebody is writing. It may be half done; nobody works by it.
document_draft = sa.Table(
    "document_draft",
    metadata,
    id_column(),
    # script or definition.
    text_column("kind"),
    text_column("document_id"),
    text_column("document"),
    # The version it was begun from, 0 for a new one.
    number_column("based_on"),
    # Grows with every save: whoever saves over a newer one is told.
    number_column("revision", 1),
    at_column("changed_at", required=True),
    text_column("changed_by"),
    sa.UniqueConstraint("kind", "document_id"),
)

# Who agreed to which words of a definition. It belongs to the words, by their hash: other words
# are not signed.
signature = sa.Table(
    "signature",
    metadata,
    id_column(),
    text_column("document_id"),
    number_column("version", 1),
    text_column("sha256"),
    text_column("side"),
    text_column("name"),
    at_column("signed_at", required=True),
    at_column("withdrawn_at"),
    text_column("withdrawn_because"),
    sa.Index("ix_signature_document_id", "document_id", "version"),
)

# What people say to each other about a definition before they sign.
remark = sa.Table(
    "remark",
    metadata,
    id_column(),
    text_column("document_id"),
    number_column("version", 1),
    text_column("who"),
    text_column("side"),
    text_column("says"),
    at_column("said_at", required=True),
    sa.Index("ix_remark_document_id", "document_id"),
)
