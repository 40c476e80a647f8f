"""What keys, menus and buttons do to what is selected."""
