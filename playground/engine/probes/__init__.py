"""What there is to see of a network, a compiled look for each question."""
