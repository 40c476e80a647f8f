"""Data as numpy arrays, ready before TensorFlow has loaded."""
