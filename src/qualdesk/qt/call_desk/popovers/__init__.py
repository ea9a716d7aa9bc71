"""What an outcome asks for before it can be saved: small cards over the page, never windows."""
