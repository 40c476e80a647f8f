"""What is said of files of others."""
