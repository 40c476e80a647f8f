"""Many runs: what the command line and the view say of them."""
