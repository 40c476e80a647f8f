"""Many runs of one document: what varies, the table of runs, and the processes that train them."""
