"""Taking the network away: all kinds of files in one dialog, each with what it is for and the proof of it."""
