"""The view of what the network predicts, where it errs, and what it makes of an input of one's own."""
