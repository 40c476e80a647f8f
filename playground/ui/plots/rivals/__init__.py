"""The view of networks side by side."""
