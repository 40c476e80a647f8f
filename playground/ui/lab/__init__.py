"""The tensor lab: operations to choose, tensors to type, and where each number of a result comes from."""
