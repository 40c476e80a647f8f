"""The weights alone, as files that need no Keras to be read."""
