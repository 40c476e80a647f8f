"""A layer of the document as Keras code: what makes it, and what it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import partial

from playground.document.formula import formula
from playground.document.graph import Node
from playground.document.keras_call import PLAYGROUND_UNIFORM, DrawnWithData, Made, Typed
from playground.document.layers.layer import Layer
from playground.document.seeds import part_seed

WIDEST = 88

_OPERATIONS = {name: f"keras.ops.{name}" for name in formula.CALLED if name != "step"}


class Words(str):
    """A piece of the script, which stands there as it is: no text in quotes."""


def made(node: Node, seed: int, drawn: str = PLAYGROUND_UNIFORM) -> tuple[str, list[str]] | None:
    """The class that makes the layer, and its arguments; None where nothing has to be made.

    A formula's `x` is an input that stands before. `drawn` makes first weights that are drawn with the data.
    """
    match node.layer.keras_call(partial(part_seed, seed, node.id)):
        case Made() as call:
            said = _unusual(node.layer, call).but(name=node.id)
            return f"keras.{said.path}", _arguments(said, drawn)
        case Typed(expression):
            # A network of its own, so that the names of its operations meet no other's.
            return "keras.Model", ["x", formula_code(expression), f'name="{node.id}"']
    return None


def formula_code(expression: formula.Expression, x: str = "x") -> str:
    """The formula with Keras's functions, of the variable of that name."""
    return formula.to_text(formula.folded(expression), {**_OPERATIONS, "x": x})


def _unusual(layer: Layer, call: Made) -> Made:
    """The call with what is not as Keras has it by itself."""
    usual, idle = layer.keras_defaults, layer.keras_idle
    named = {name: value for name, value in call.named if name not in idle and usual.get(name, call) != value}
    return Made(call.name, *call.given, **named)


def _arguments(call: Made, drawn: str) -> list[str]:
    given = [written(value, drawn) for value in call.given]
    return given + [f"{name}={written(value, drawn)}" for name, value in call.named]


def written(value: object, drawn: str = PLAYGROUND_UNIFORM) -> str:
    """A value as it stands in the script."""
    match value:
        case Made():
            return f"keras.{value.path}({', '.join(_arguments(value, drawn))})"
        case DrawnWithData():
            return drawn
        case Words():
            return value
        case str():
            return f'"{value}"'
        case list():
            return f"[{', '.join(written(part, drawn) for part in value)}]"
    return repr(value)


def taken(layer: Layer, sources: Sequence[str]) -> str:
    """What the layer is called with."""
    return written(layer.fed([Words(source) for source in sources]))


def called(layer: Layer, sources: Sequence[str]) -> str:
    """What the layer is called with as a part of a network, where nobody says whether that trains."""
    named = [f"{name}={written(value)}" for name, value in layer.called_with.items()]
    return ", ".join((taken(layer, sources), *named))


def is_typed(node: Node) -> bool:
    """Whether it is a formula, which needs an input `x` before it."""
    return isinstance(_call(node), Typed)


def steps(node: Node) -> bool:
    """Whether it needs the function `step`."""
    call = _call(node)
    return node.layer.ends_in_step or (isinstance(call, Typed) and formula.calls(call.formula, "step"))


def _call(node: Node) -> Made | Typed | None:
    """What makes the layer, whatever its seeds are."""
    return node.layer.keras_call(lambda part: 0)


def readable(name: str) -> str:
    """The name on one line, safe in a comment: no line breaks, nothing invisible."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())


def changed(settings: object) -> list[str]:
    """The settings that are not as Keras has them."""
    changed = []
    for setting in fields(settings):  # type: ignore[arg-type]
        value = getattr(settings, setting.name)
        if value != setting.default:
            changed.append(f"{setting.name}={value!r}")
    return changed


def call(function: str, arguments: Sequence[str], then: str = "", indent: int = 0) -> str:
    """A call on one line if it fits, else with each argument on its own."""
    return wrapped(f"{function}(", arguments, f"){then}", indent)


def wrapped(start: str, parts: Sequence[str], end: str, indent: int = 0) -> str:
    """Parts on one line if they fit, else each on its own; the first line is not indented, those after it are."""
    line, inset = f"{start}{', '.join(parts)}{end}", " " * indent
    if len(line) <= WIDEST - indent:
        return line
    return f"{start}\n" + "".join(f"{inset}    {part},\n" for part in parts) + inset + end
