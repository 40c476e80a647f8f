"""The view of weights and gradients."""
