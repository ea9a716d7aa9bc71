"""Search and commands: one field that finds people, companies, numbers and every command."""
