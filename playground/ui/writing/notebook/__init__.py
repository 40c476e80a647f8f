"""The notebook: the script in cells, with what each part does and plots between them."""
