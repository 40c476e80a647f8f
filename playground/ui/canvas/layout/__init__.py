"""Where things stand, as arithmetic without Qt's items."""
