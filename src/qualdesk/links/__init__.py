"""The doors to phone and paper."""
