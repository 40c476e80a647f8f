"""What stands on the canvas, and how it is painted."""
