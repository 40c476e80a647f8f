"""Rows that stay on the disk."""
