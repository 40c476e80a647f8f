"""The model card, a module for each of its sections."""
