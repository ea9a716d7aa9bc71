"""The window: asks the desk, shows values."""
