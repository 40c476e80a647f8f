"""How one result cell was worked out, as data: a·b + c·d, of which cells."""

from __future__ import annotations

from dataclasses import dataclass

from playground.lab.operation import Form, Operation

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Terms that are added, or of which one is taken; each a product of cells, each cell an input and a flat place.

    form: what is done with the terms, see Form. symbol: what stands between the two cells of an infix operation.
    """

    form: Form
    terms: tuple[tuple[Place, ...], ...]
    symbol: str = ""


def arithmetic(operation: Operation, sources: tuple[Place, ...]) -> Arithmetic:
    """What a cell with these sources comes of; a sum of products takes its pairs in the order of the inner axis."""
    if operation.form == "products":
        names = list(dict.fromkeys(name for name, _ in sources))
        rows = [[place for place in sources if place[0] == name] for name in names]
        return Arithmetic("products", tuple(zip(*rows, strict=False)), "·")
    if operation.form == "infix":
        return Arithmetic("infix", (sources,), operation.symbol)
    return Arithmetic(operation.form, tuple((place,) for place in sources))
