"""All that the engine and the window exchange."""
