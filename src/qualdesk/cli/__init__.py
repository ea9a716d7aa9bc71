"""The same desk without a window: what scripts, rehearsals and servers use."""
