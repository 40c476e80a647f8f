"""What a project is: values and the edits between them; pure Python."""
