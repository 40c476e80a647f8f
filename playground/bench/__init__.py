"""Measuring: speed against Keras's own fit, the window's smoothness, memory."""
