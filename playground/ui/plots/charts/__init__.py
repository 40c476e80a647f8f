"""What the live views share: axes, curves, contours, colours, surfaces."""
