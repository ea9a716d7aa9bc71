"""A team on one server: roles, acts as functions, who is logged in, what a login may do."""
