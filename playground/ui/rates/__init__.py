"""The search for a learning rate on the screen."""
