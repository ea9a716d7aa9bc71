"""qualdesk: the desk for people who phone leads and hand qualified ones to sales."""

__version__ = "0.1.0"
