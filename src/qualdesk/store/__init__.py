"""The database: leads, claims, calls, hand-offs. SQL lives here and nowhere else."""
