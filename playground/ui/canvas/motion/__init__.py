"""What moves on the canvas while a network trains."""
