"""Files of the user: lead lists in, scripts and definitions in, hand-off packages out."""
