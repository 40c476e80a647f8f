"""A stranger's network, read without running any of it: limits first, then values."""
