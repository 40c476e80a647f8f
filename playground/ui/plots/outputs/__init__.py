"""The view of each layer's outputs."""
