"""What a person reads, by room; all of it is reached through playground.ui.text."""
