"""A project with what it has learned: one value, and its file."""
