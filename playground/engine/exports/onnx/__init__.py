"""The network as ONNX, written by ourselves: a line of operators for each layer, and readable names."""
