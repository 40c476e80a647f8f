"""Lessons: what a teacher's file says, what is known of the work, and whether a goal is reached. Plain Python."""
