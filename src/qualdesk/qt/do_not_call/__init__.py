"""Do-not-call lists in the window: which there are, a file looked at, loaded, taken back."""
