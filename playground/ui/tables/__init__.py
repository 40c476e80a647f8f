"""Tables of a person's own on the screen: how a file is read, what is learned from it, and what does not fit."""
