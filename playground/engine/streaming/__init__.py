"""Training on rows that stay on the disk."""
