"""My day: one caller's promises, calls, and what sales made of their leads. No ranking."""
