"""Small parts that several rooms of the window share."""
