"""The keys of the canvas: everything that the mouse can do."""
