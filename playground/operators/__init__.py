"""A network as ONNX's operators, plain values: what is written, and what a file of ours is held against."""
