"""The Hand-off page: what sales gets next, what it got, and what it said."""
