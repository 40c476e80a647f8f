"""Many runs in the window: what varies, the table of runs, its pictures, and the run that is looked at."""
