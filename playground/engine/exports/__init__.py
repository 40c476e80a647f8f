"""What was built, as files that others read."""
