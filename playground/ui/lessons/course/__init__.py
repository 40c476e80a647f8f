"""The course page: lessons as cards in the order of the curriculum."""
