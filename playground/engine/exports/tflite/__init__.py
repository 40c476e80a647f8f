"""The network for TensorFlow Lite, in four forms; converted in a process of its own."""
