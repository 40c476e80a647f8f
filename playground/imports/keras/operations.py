"""Keras's operations on tensors as a formula of one value: what a formula of ours becomes in a Keras file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playground.document.formula.formula import (
    COMPARISONS,
    FUNCTIONS,
    Binary,
    Call,
    Expression,
    Name,
    Negative,
    Number,
    Operator,
    Where,
)
from playground.imports.refused import Refused, shown

MODULE = "keras.src.ops."
MOST_PARTS = 400
MOST_DEPTH = 60
JOINING: dict[str, Operator] = {
    "Add": "+", "Subtract": "-", "Multiply": "*", "Divide": "/", "TrueDivide": "/", "Power": "**",
}  # fmt: skip
CALLS = {"".join(word.capitalize() for word in name.split("_")): name for name in FUNCTIONS if name != "step"}
CALLS["Absolute"] = "abs"
SIGNS = {"".join(word.capitalize() for word in name.split("_")): sign for sign, name in COMPARISONS.items()}


class Operation:
    """One entry of a network that is an operation: its class, and its values, each a number or a tensor's name."""

    def __init__(self, kind: str, config: Mapping[str, Any], values: list[Any]) -> None:
        self.kind, self.config, self.values = kind, config, values


class Formulas:
    """Operations of a network by name; a chain of them over one tensor is a formula."""

    def __init__(self) -> None:
        self.by_name: dict[str, Operation] = {}
        self._parts = 0

    def base(self, name: str) -> str:
        """The one tensor that is no operation's that the chain up to this operation is made of. Raises Refused."""
        bases: set[str] = set()
        seen, waiting = {name}, [name]
        while waiting:
            for value in self.by_name[waiting.pop()].values:
                if not isinstance(value, str) or value in seen:
                    continue
                seen.add(value)
                if value in self.by_name:
                    waiting.append(value)
                else:
                    bases.add(value)
        if len(bases) != 1:
            raise Refused("An operation on {count} tensors is not one that is known here.", count=len(bases))
        return bases.pop()

    def lookup(self, name: str, most: int) -> str | None:
        """Of whole numbers from 0 to `most` that are cut so before an Embedding, where they come from."""
        clip = self.by_name[name]
        if clip.kind != "Clip" or (clip.config.get("x_min"), clip.config.get("x_max")) != (0, most):
            return None
        cast = self.by_name.get(clip.values[0]) if isinstance(clip.values[0], str) else None
        is_cast = cast is not None and cast.kind == "Cast" and cast.config.get("dtype") == "int32"
        return cast.values[0] if cast is not None and is_cast and isinstance(cast.values[0], str) else None

    def expression(self, name: str) -> Expression:
        """What the chain up to this operation computes, of x. Raises Refused."""
        self._parts = 0
        return self._of(name, 0)

    def _of(self, value: Any, depth: int) -> Expression:
        self._parts += 1
        if self._parts > MOST_PARTS or depth > MOST_DEPTH:
            raise Refused("It is made of too many operations for a formula.")
        if isinstance(value, int | float):
            return Negative(Number(float(-value))) if value < 0 else Number(float(value))
        operation = self.by_name.get(value)
        if operation is None:
            return Name("x")
        kind, given = operation.kind, operation.values
        if any(found not in (None, {}) for found in operation.config.values()):
            raise Refused("This operation has settings that are not known here.", shown(value))
        if kind == "Where" and len(given) == 3 and isinstance(given[0], str):
            asked = self.by_name.get(given[0])
            if asked is not None and asked.kind in SIGNS and len(asked.values) == 2:
                four = (*asked.values, *given[1:])
                return Where(SIGNS[asked.kind], *(self._of(part, depth + 1) for part in four))  # type: ignore[arg-type]
        parts = tuple(self._of(part, depth + 1) for part in given) if kind not in SIGNS else ()
        return _joined(kind, parts)


def _joined(kind: str, parts: tuple[Expression, ...]) -> Expression:
    if kind == "Relu" and len(parts) == 1 and isinstance(parts[0], Call) and parts[0].function == "sign":
        return Call("step", parts[0].values)
    if kind == "Negative" and len(parts) == 1:
        return Negative(parts[0])
    if kind in JOINING and len(parts) == 2:
        return Binary(JOINING[kind], *parts)
    if kind in CALLS and len(parts) == FUNCTIONS[CALLS[kind]]:
        return Call(CALLS[kind], parts)
    raise Refused("The operation {got} is not one that is known here.", got=shown(kind))
