"""Lessons on the screen: they know neither canvas nor main window, and are passed what they need."""
