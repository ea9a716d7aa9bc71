"""My leads: what a person of sales was given, to be read, taken or sent back."""
