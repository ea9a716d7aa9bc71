"""The Campaigns place: all campaigns, the page of one, and the editors of what it works by."""
