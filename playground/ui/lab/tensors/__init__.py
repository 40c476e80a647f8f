"""Tensors as coloured cells: where cells and tensors stand, how they are painted, and what belongs together."""
