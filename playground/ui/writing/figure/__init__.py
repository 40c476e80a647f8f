"""The network as a figure for a paper: marks in black on white, written as SVG or PDF."""
