"""The script editor: write what callers ask, see it as they see it, let them use it."""
