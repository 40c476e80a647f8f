"""The canvas: nodes, edges and the gestures on them."""
