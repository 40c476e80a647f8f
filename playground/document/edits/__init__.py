"""Every change: a document in, a document out."""
