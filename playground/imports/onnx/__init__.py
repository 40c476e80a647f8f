"""ONNX, read by its bytes: no part of another package ever sees the file."""
