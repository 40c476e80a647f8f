"""Each kind of layer as ONNX operators."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from playground.document.graph import Node
from playground.document.layers.activations import ELU, Activation, Formula, LeakyReLU, PReLU
from playground.document.layers.augmenting import Augmenting
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.layers.layer import Shape
from playground.document.layers.merging import Concatenate, Merge, Multiply
from playground.document.layers.normalization import (
    BatchNormalization,
    LayerNormalization,
    Normalization,
    Rescaling,
    UnitNormalization,
)
from playground.document.layers.pictures import (
    PADDINGS,
    AveragePooling2D,
    Conv2D,
    GlobalAveragePooling2D,
    MaxPooling2D,
    Pooling2D,
)
from playground.document.layers.regularization import ActivityRegularization, Dropout, GaussianNoise
from playground.document.layers.sequences import Embedding, Recurrent
from playground.document.layers.shaping import Flatten, Reshape
from playground.operators.functions import activated, formula
from playground.operators.recurrent import recurrent
from playground.operators.sheet import INT64, Floats, Sheet

MERGES = {"Add": "Sum", "Average": "Mean", "Maximum": "Max", "Subtract": "Sub"}
PADS = dict(zip(PADDINGS, ("VALID", "SAME_UPPER"), strict=True))
POOLS: dict[type[Pooling2D], str] = {MaxPooling2D: "MaxPool", AveragePooling2D: "AveragePool"}
# What Keras takes for the squared length of nothing.
SHORTEST = 1e-24
# The least spread that it divides by.
NARROWEST = 1e-7


def layer_result(sheet: Sheet, node: Node, inputs: Sequence[str], arrays: tuple[Floats, ...], shape: Shape) -> str:
    """Write down what a node makes of its inputs; shape: of the first of them, without the rows. The result's name."""
    layer, x = node.layer, inputs[0]
    match layer:
        case Dense():
            total = sheet.put("MatMul", x, sheet.weight("kernel", arrays[0]))
            total = sheet.put("Add", total, sheet.weight("bias", arrays[1])) if layer.use_bias else total
            return activated(sheet, total, layer.activation)
        case Conv2D() | Pooling2D() | GlobalAveragePooling2D():
            return _picture(sheet, layer, x, arrays)
        case Embedding():
            whole = sheet.put("Cast", x, to=INT64)
            row = sheet.put("Clip", whole, sheet.one_whole(0), sheet.one_whole(layer.input_dim - 1))
            return sheet.put("Gather", sheet.weight("embeddings", arrays[0]), row)
        case Recurrent():
            return recurrent(sheet, layer, x, arrays, shape[0])
        case Merge():
            return _merged(sheet, layer, inputs)
        case Flatten():
            return sheet.put("Flatten", x, axis=1)
        case Reshape():
            return sheet.put("Reshape", x, sheet.whole(-1, *layer.target))
        case Activation():
            return _activation(sheet, layer, x, arrays)
        case Normalization():
            centred = sheet.put("Sub", x, sheet.weight("mean", layer.mean))
            spread = np.maximum(np.sqrt(layer.variance), NARROWEST)
            return sheet.put("Div", centred, sheet.weight("spread", spread))
        case BatchNormalization() | LayerNormalization() | UnitNormalization() | Rescaling():
            return _normalized(sheet, layer, x, arrays)
        case Dropout() | GaussianNoise() | Augmenting() | ActivityRegularization() | Output():
            # They act in training only.
            return x
    raise ValueError(f"ONNX: {node.id} is a {layer.kind}, which is not written yet")


def _picture(
    sheet: Sheet, layer: Conv2D | Pooling2D | GlobalAveragePooling2D, x: str, arrays: tuple[Floats, ...]
) -> str:
    """Keras has the channels last, ONNX before height and width."""
    if isinstance(layer, GlobalAveragePooling2D):
        return sheet.put("ReduceMean", x, sheet.whole(1, 2), keepdims=0)
    picture = sheet.put("Transpose", x, perm=[0, 3, 1, 2])
    if isinstance(layer, Conv2D):
        weights = [sheet.weight("kernel", arrays[0].transpose(3, 2, 0, 1))]
        weights += [sheet.weight("bias", arrays[1])] if layer.use_bias else []
        sizes = {"kernel_shape": [layer.kernel_size] * 2, "strides": [layer.strides] * 2}
        made = sheet.put("Conv", picture, *weights, auto_pad=PADS[layer.padding], **sizes)
        return activated(sheet, sheet.put("Transpose", made, perm=[0, 2, 3, 1]), layer.activation)
    size = [layer.pool_size] * 2
    made = sheet.put(POOLS[type(layer)], picture, auto_pad=PADS[layer.padding], kernel_shape=size, strides=size)
    return sheet.put("Transpose", made, perm=[0, 2, 3, 1])


def _merged(sheet: Sheet, layer: Merge, inputs: Sequence[str]) -> str:
    if isinstance(layer, Concatenate):
        return sheet.put("Concat", *inputs, axis=-1)
    if isinstance(layer, Multiply):
        product = inputs[0]
        for other in inputs[1:]:
            product = sheet.put("Mul", product, other)
        return product
    return sheet.put(MERGES[layer.kind], *inputs)


def _activation(sheet: Sheet, layer: Activation, x: str, arrays: tuple[Floats, ...]) -> str:
    match layer:
        case LeakyReLU():
            return sheet.put("LeakyRelu", x, alpha=layer.slope)
        case PReLU():
            return sheet.put("PRelu", x, sheet.weight("alpha", arrays[0]))
        case ELU():
            return sheet.put("Elu", x, alpha=layer.alpha)
        case Formula():
            return formula(sheet, x, layer.formula)
    return activated(sheet, x, layer.word)


def _normalized(
    sheet: Sheet,
    layer: BatchNormalization | LayerNormalization | UnitNormalization | Rescaling,
    x: str,
    arrays: tuple[Floats, ...],
) -> str:
    match layer:
        case BatchNormalization():
            # In parts, so that each of its arrays stands in the file; who runs it makes one number of them.
            gamma, beta, mean, variance = map(sheet.weight, ("gamma", "beta", "mean", "variance"), arrays)
            spread = sheet.put("Sqrt", sheet.put("Add", variance, sheet.number(layer.epsilon)))
            scale = sheet.put("Div", gamma, spread)
            return sheet.put("Add", sheet.put("Mul", sheet.put("Sub", x, mean), scale), beta)
        case LayerNormalization():
            weights = map(sheet.weight, ("gamma", "beta"), arrays)
            return sheet.put("LayerNormalization", x, *weights, axis=-1, epsilon=layer.epsilon)
        case UnitNormalization():
            total = sheet.put("ReduceSum", sheet.put("Mul", x, x), sheet.whole(-1), keepdims=1)
            return sheet.put("Div", x, sheet.put("Sqrt", sheet.put("Max", total, sheet.number(SHORTEST))))
        case Rescaling():
            return sheet.put("Add", sheet.put("Mul", x, sheet.number(layer.scale)), sheet.number(layer.offset))
