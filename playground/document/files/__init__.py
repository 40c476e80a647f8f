"""Project files, the clipboard, links and layers of one's own: read with limits first, then values."""
