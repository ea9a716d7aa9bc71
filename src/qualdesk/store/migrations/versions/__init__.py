"""The steps from an empty database to today's tables, each written once and never changed."""
