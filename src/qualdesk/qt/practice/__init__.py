"""Practice calls in the window: the other side in text, pointers to the next key, no phone."""
