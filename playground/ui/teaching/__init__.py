"""Lessons in the window: their networks, goals and commands meet editor, trainer and canvas here."""
