"""The epochs of the run, as tables and as logs."""
