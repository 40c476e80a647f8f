"""Names of the layers that prepare a table's columns in a Keras file; no node's id has a hyphen."""

PREFIX = "columns-"
PREPARED = f"{PREFIX}prepared"
"""The last of them, behind which the network is as it was."""
