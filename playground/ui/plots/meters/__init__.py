"""Keras's meters, fed by hand and by the running network."""
