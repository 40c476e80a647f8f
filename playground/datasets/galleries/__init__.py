"""Picture sets that everybody knows: what they are, where a copy of one lies, how it is fetched and read."""
