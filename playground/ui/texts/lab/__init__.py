"""What the tensor lab says: operations, errors, surprises, repairs."""
