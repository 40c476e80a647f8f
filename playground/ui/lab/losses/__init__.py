"""The losses lab."""
