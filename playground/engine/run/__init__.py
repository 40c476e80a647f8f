"""One run: its losses, what happened to it, its film, and what it does by its losses."""
