"""The tensor lab's calls run by TensorFlow: shapes first, then values, where they come from, and what surprises."""
