"""Loads written files back, in a process of its own that knows nothing of what wrote them."""
