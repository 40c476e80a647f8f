"""The docks around the canvas that hold the live views."""
