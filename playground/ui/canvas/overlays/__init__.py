"""Fields and tools that open over the canvas."""
