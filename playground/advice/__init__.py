"""What stands out in a run and what would mend it: pure functions over its curves and sizes."""
