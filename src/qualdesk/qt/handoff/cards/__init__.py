"""The cards of what has left: recalling, reminding, disputing, reviewing, taking back."""
