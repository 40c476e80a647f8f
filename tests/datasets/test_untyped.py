"""Functions as a script has them, without types."""

from playground.datasets.untyped import untyped


def typed(first: dict[str, int], /, width: float = 2.5, *rest: int, last: bool, **others: object) -> list[float]:
    """Keeps ä -> b: c = d in its words."""
    found: list[float] = [width]  # a comment: it stays
    for key in {"a:b": 1}:
        found.append(first[key])
    return found


UNTYPED = '''
def typed(first, /, width=2.5, *rest, last, **others):
    """Keeps ä -> b: c = d in its words."""
    found = [width]  # a comment: it stays
    for key in {"a:b": 1}:
        found.append(first[key])
    return found
'''


class Typed:
    """Has methods."""

    def plain(self, width=1):
        return width

    def changed(self, ä: int = 1, other: str = "x") -> tuple[int, str]:
        return ä, other


UNTYPED_CLASS = '''
class Typed:
    """Has methods."""

    def plain(self, width=1):
        return width

    def changed(self, ä=1, other="x"):
        return ä, other
'''


def test_a_function_loses_its_types_and_nothing_else():
    assert untyped(typed) == UNTYPED.strip()


def test_so_do_the_methods_of_a_class():
    assert untyped(Typed) == UNTYPED_CLASS.strip()
