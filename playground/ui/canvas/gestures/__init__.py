"""A class for each thing that a hand does on the canvas, from press to release."""
