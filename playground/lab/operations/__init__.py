"""The operations of the lab, a module for each part of the curriculum; `table.py` has them all."""
