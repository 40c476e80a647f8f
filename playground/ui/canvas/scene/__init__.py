"""The document as items on the canvas."""
