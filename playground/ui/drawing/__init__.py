"""Data that a person makes by hand: painted on the plane, or told by a typed function."""
