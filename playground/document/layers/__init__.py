"""Every kind of layer: its settings and their limits, its shape rule, its weights."""
