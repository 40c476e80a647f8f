"""What crosses several parts of the window: changes of the run, examples, exports, films, rivals, pointing."""
