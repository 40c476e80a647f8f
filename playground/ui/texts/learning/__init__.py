"""What the course says: its rows, how long things take, what is handed in."""
