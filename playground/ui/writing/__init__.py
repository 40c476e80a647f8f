"""Files that people read: made in the language in use, of the document and a frame of its run."""
