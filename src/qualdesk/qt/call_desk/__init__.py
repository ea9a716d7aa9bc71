"""The Call Desk: one page on which a caller works a queue of leads without leaving the keys."""
