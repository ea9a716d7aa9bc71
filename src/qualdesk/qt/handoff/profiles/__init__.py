"""Tables for CRMs in the window: chosen, copied, changed column by column, kept."""
