"""The scene on the screen, which all parts of the canvas stand on."""
