"""The grammar of typed expressions."""
