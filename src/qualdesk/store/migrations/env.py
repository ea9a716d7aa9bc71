"""What alembic runs: the steps, on the connection and in the transaction it was handed."""

from alembic import context

from qualdesk.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite cannot change most of a table in place: it is built anew and filled.
    render_as_batch=True,
)
context.run_migrations()
