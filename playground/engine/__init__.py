"""Training with TensorFlow and Keras; no Qt, no threads of its own."""
