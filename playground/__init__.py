"""Playground: build a neural network by hand, watch it learn, take it away."""

__version__ = "0.2.0"
