"""Data that a person makes: painted points, typed functions, sequences, pictures."""
