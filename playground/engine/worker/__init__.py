"""The engine's loop, as it lives in a process of its own."""
