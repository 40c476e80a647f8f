"""Keeping what a person has, whatever ends the window: its journal, how it leaves, how it starts."""
