"""The view of the loss around the weights."""
