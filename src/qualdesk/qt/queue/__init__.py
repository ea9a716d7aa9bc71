"""The queue as a supervisor sees it: its leads in order, what it believes, by which rules."""
