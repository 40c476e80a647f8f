"""What is not saved yet, kept in files so that no crash costs it, and what a crash left behind."""
