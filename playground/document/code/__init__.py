"""A document as Python."""
