"""The definition page: what a qualified lead is, who signed it, and what it would have done."""
