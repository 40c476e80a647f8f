"""Cards of networks that see pictures: what each node makes of the chosen example, and its weights as pictures."""
