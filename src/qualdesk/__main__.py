"""The program's own start: the command line, which opens the window when no verb is given."""
