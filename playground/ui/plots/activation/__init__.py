"""The view of a layer's activation."""
