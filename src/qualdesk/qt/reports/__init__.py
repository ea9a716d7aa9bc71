"""Reports in the window: of a day, a week, a campaign; and those that are made by themselves."""
