"""The painted widgets of the window: each one a stock widget of the right kind, drawn by us."""
