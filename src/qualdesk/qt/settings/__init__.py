"""The Settings page: what a person chooses on this computer, and where their data is."""
