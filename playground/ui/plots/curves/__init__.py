"""The view of losses and metrics."""
