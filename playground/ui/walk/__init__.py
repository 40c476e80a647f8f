"""One sample's walk forwards and back through the network."""
