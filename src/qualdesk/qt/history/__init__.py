"""The history in the window: what was changed by whom, in words."""
