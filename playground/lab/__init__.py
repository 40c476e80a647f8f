"""The tensor lab without TensorFlow and without Qt: its operations, what is typed, and the code that is run."""
