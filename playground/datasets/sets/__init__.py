"""A module for each data set, found by its name."""
