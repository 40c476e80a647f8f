"""What a layer says of itself agrees with Keras, and the script's call makes what the engine's does."""

from dataclasses import fields, replace

import keras
import pytest

from playground.document.code.layer_code import made
from playground.document.graph import Node
from playground.document.keras_call import Made
from playground.document.layers.layer import Layer
from playground.document.layers.layers import LAYERS, PALETTE
from playground.document.limits import Choice, Expression, Flag, Numbers, Real, Sizes, Whole, limits
from playground.engine.layers import apply_node, keras_layer

SHAPES = {"pictures": (4, 4, 1), "sequences": (8, 2), "shape": (2,)}
SEED = 3


def others(layer: Layer, name: str) -> tuple[object, ...]:
    """Values of this setting that are not the usual one."""
    match limits(layer)[name]:
        case Whole(low, high) | Real(low, high):
            return low, min(high, type(low)(getattr(layer, name) + 1))
        case Choice(options):
            return options
        case Flag():
            return (not getattr(layer, name),)
        case Sizes():
            return ((1, 2),)
        case Numbers():
            return ((0.5,),)
        case Expression():
            return ("step(x) + x ** 2",)
    raise AssertionError(name)


def settings(kind: str) -> list[Layer]:
    """The layer as it comes, and with each setting changed."""
    layer = LAYERS[kind]()
    changed = [replace(layer, **{name: value}) for name in limits(layer) for value in others(layer, name)]
    return list(dict.fromkeys([layer, *changed]))


def inputs(layer: Layer) -> list[keras.KerasTensor]:
    shape = SHAPES.get(layer.family, (16,))
    return [keras.Input(shape) for _ in range(layer.fewest_inputs)]


@pytest.mark.parametrize("kind", PALETTE)
def test_the_scripts_call_makes_the_engines_layer(kind: str) -> None:
    for layer in settings(kind):
        if not isinstance(layer.keras_call(lambda part: 0), Made):
            continue
        node = Node("node_1", layer)
        function, arguments = made(node, SEED)
        written = eval(f"{function}({', '.join(arguments)})", {"keras": keras, "playground_uniform": "zeros"})
        expected = keras_layer(node, inputs(layer)[0], SEED).get_config()
        found = written.get_config()
        # The engine draws these weights once the whole network stands.
        drawn = {"kernel_initializer"} if layer.draws_with_data else set()
        left_out = {*layer.keras_idle, *drawn}
        assert {name: found[name] for name in found if name not in left_out} == {
            name: expected[name] for name in expected if name not in left_out
        }


@pytest.mark.parametrize("kind", PALETTE)
def test_the_script_leaves_out_what_keras_has_by_itself(kind: str) -> None:
    layer = LAYERS[kind]()
    call = layer.keras_call(lambda part: 0)
    if isinstance(call, Made):
        _, arguments = made(Node("node_1", layer), SEED)
        said = {argument.split("=")[0] for argument in arguments[len(call.given) :]}
        usual = {name for name, value in call.named if layer.keras_defaults.get(name, call) == value}
        assert said == {name for name, _ in call.named} - usual - set(layer.keras_idle) | {"name"}


@pytest.mark.parametrize("kind", PALETTE)
def test_arrays_are_called_as_in_keras(kind: str) -> None:
    layer = LAYERS[kind]()
    _, made = apply_node(Node("node_1", layer), inputs(layer), SEED)
    assert layer.weight_names == tuple(weight.name for weight in (made.weights if made is not None else ()))


@pytest.mark.parametrize("kind", LAYERS)
def test_what_a_layer_shows_and_is_sized_by_are_settings_of_its_own(kind: str) -> None:
    layer = LAYERS[kind]()
    names = {field.name for field in fields(layer)}
    assert set(layer.shown) <= names
    assert not layer.size_field or isinstance(limits(layer)[layer.size_field], Whole)
    assert not layer.has_activation or "activation" in names
