"""The view of the data's rows."""
