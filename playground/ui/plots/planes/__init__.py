"""What the network answers over one or two inputs, as a plane or a line."""
