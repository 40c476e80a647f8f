"""The page that one begins on: examples, recent files, first steps."""
