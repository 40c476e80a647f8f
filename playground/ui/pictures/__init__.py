"""The dialog that opens a folder of pictures."""
