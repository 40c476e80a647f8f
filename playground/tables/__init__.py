"""Tables of a person's own: how a file is read, what its columns are, and what in it cannot be used."""
