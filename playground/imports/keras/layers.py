"""Each class of Keras that is known, as layers of ours; whatever is not in the table is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeGuard

from playground.document.layers import activations as act
from playground.document.layers.augmenting import Augmenting, RandomFlip, RandomRotation, RandomTranslation
from playground.document.layers.dense import Dense
from playground.document.layers.layer import ACTIVATIONS, Layer, Shape
from playground.document.layers.merging import Add, Average, Concatenate, Maximum, Multiply, Subtract
from playground.document.layers.normalization import (
    BatchNormalization,
    LayerNormalization,
    Normalization,
    UnitNormalization,
)
from playground.document.layers.normalization import Rescaling as OneScale
from playground.document.layers.pictures import AveragePooling2D, Conv2D, GlobalAveragePooling2D, MaxPooling2D
from playground.document.layers.regularization import ActivityRegularization, Dropout, GaussianNoise
from playground.document.layers.sequences import GRU, LSTM, RECURRENT_ACTIVATIONS, Embedding, Recurrent, SimpleRNN
from playground.document.layers.shaping import Flatten, Reshape
from playground.document.words import words
from playground.imports.keras.settings import FORMULAS, Settings
from playground.imports.refused import Refused, quoted, shown


@dataclass(frozen=True, slots=True)
class Read:
    """Layers, one behind the other; the first has the arrays. `absent`: which of them the file lacks, and their value.

    `statistics`: the arrays are mean and variance, and become settings.
    """

    layers: tuple[Layer, ...]
    absent: tuple[tuple[int, float], ...] = ()
    statistics: bool = False


Reader = Callable[[Settings, tuple[Shape, ...]], Read]

PLAIN_ACTIVATIONS: dict[str, type[Layer]] = {
    "linear": act.Linear, "sigmoid": act.Sigmoid, "tanh": act.Tanh, "relu": act.ReLU, "elu": act.ELU, "selu": act.SELU,
    "gelu": act.GELU, "silu": act.SiLU, "softplus": act.Softplus, "softmax": act.Softmax,
}  # fmt: skip


def _followed(settings: Settings, kind: type[Layer], word: str, names: dict[str, str], **values: object) -> Read:
    """A layer with an activation; one that is none of our words follows as a formula."""
    if word in ACTIVATIONS:
        return Read((settings.made(kind, names, activation=word, **values),))
    return Read((settings.made(kind, names, activation="linear", **values), act.Formula(FORMULAS[word])))


def _sums(settings: Settings) -> dict[str, object]:
    """What Dense and Conv2D share."""
    l1, l2 = settings.penalty("kernel_regularizer")
    settings.only_training("bias_regularizer", "activity_regularizer", "kernel_constraint", "bias_constraint")
    return {
        "use_bias": settings.flag("use_bias", True),
        "kernel_initializer": settings.initializer("kernel_initializer", "glorot_uniform"),
        "bias_initializer": settings.initializer("bias_initializer", "zeros", orthogonal=False),
        "l1": l1,
        "l2": l2,
        "trainable": settings.flag("trainable", True),
    }


def _dense(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    return _followed(settings, Dense, settings.word(), {}, units=settings.take("units"), **_sums(settings))


def _conv(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    settings.only("data_format", "channels_last")
    settings.only("groups", 1)
    if settings.one("dilation_rate") not in (None, 1):
        raise Refused("expected {expected}, got {got}", "dilation_rate", expected="1", got="> 1")
    across = {name: settings.one(name) for name in ("kernel_size", "strides")}
    across |= {"filters": settings.take("filters"), "padding": settings.take("padding", "valid")}
    return _followed(settings, Conv2D, settings.word(), {}, **across, **_sums(settings))


def _pooling(kind: type[Layer]) -> Reader:
    def read(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
        settings.only("data_format", "channels_last")
        size, strides = settings.one("pool_size"), settings.one("strides")
        if strides not in (None, size):
            raise Refused("expected {expected}, got {got}", "strides", expected=shown(size), got=shown(strides))
        return Read((settings.made(kind, pool_size=size, padding=settings.take("padding", "valid")),))

    return read


def _global_average(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    settings.only("data_format", "channels_last")
    settings.only("keepdims", False)
    return Read((GlobalAveragePooling2D(),))


def _recurrent(kind: type[Recurrent]) -> Reader:
    def read(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
        values = {name: settings.take(name, usual) for name, usual in (("units", None), ("return_sequences", False))}
        for name in ("return_state", "go_backwards", "stateful", "zero_output_for_mask", "time_major"):
            settings.only(name, False)
        settings.only("unroll", False, True)
        settings.only("implementation", 1, 2)
        settings.only("use_cudnn", "auto", True, False)
        settings.only("unit_forget_bias", True, False)
        parts = ("kernel", "recurrent", "bias")
        for part in parts:
            settings.initializer(f"{part}_initializer", "zeros")
        settings.only_training(*(f"{part}_{kind}" for part in parts for kind in ("regularizer", "constraint")))
        settings.only_training("activity_regularizer", "dropout", "recurrent_dropout")
        word = settings.word(default="tanh")
        if kind is SimpleRNN:
            if word not in RECURRENT_ACTIVATIONS:
                raise Refused("The activation {got} is not one that is known here.", "activation", got=word)
            values["activation"] = word
        else:
            _expect("activation", word, "tanh")
            _expect("recurrent_activation", settings.word("recurrent_activation", "sigmoid"), "sigmoid")
        if kind is GRU and not settings.flag("reset_after", not settings.old):
            raise Refused("expected {expected}, got {got}", "reset_after", expected="true", got="false")
        absent = () if settings.flag("use_bias", True) else ((2, 0.0),)
        return Read((settings.made(kind, trainable=settings.flag("trainable", True), **values),), absent)

    return read


def _expect(name: str, got: str, wanted: str) -> None:
    if got != wanted:
        raise Refused("expected {expected}, got {got}", name, expected=wanted, got=got)


def _embedding(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    settings.initializer("embeddings_initializer", "random_uniform")
    settings.only_training("embeddings_regularizer", "activity_regularizer", "embeddings_constraint")
    settings.only("mask_zero", False)
    settings.take("input_length")
    sizes = {name: settings.take(name) for name in ("input_dim", "output_dim")}
    return Read((settings.made(Embedding, **sizes),))


def _batch_norm(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    settings.last_axis(len(shapes[0]))
    settings.only("renorm", False)
    settings.only("synchronized", False)
    settings.take("renorm_momentum"), settings.take("renorm_clipping"), settings.take("virtual_batch_size")
    for name in ("beta", "gamma", "moving_mean", "moving_variance"):
        settings.initializer(f"{name}_initializer", "zeros")
    values = {name: settings.take(name, usual) for name, usual in (("momentum", 0.99), ("epsilon", 1e-3))}
    layer = settings.made(BatchNormalization, trainable=settings.flag("trainable", True), **values)
    return Read((layer,), _absent(settings))


def _layer_norm(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    settings.last_axis(len(shapes[0]))
    settings.only("rms_scaling", False)
    for name in ("beta", "gamma"):
        settings.initializer(f"{name}_initializer", "zeros")
    layer = settings.made(
        LayerNormalization, epsilon=settings.take("epsilon", 1e-3), trainable=settings.flag("trainable", True)
    )
    return Read((layer,), _absent(settings))


def _absent(settings: Settings) -> tuple[tuple[int, float], ...]:
    """Of gamma and beta, those that a normalization does without; here they are 1 and 0, and train."""
    settings.only_training("beta_regularizer", "gamma_regularizer", "beta_constraint", "gamma_constraint")
    scale, centre = settings.flag("scale", True), settings.flag("center", True)
    if not (scale and centre):
        settings.remarks.append(
            words("{layer}: gamma and beta are both there, and train.", layer=quoted(settings.name))
        )
    return ((0, 1.0),) * (not scale) + ((1, 0.0),) * (not centre)


def _normalization(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    settings.last_axis(len(shapes[0]))
    settings.only("invert", False)
    mean, variance = (_listed(settings, name) for name in ("mean", "variance"))
    if mean is None or variance is None:
        return Read((Normalization(),), statistics=True)
    return Read((settings.made(Normalization, mean=mean, variance=variance),))


def _listed(settings: Settings, name: str) -> tuple[float, ...] | None:
    found = settings.take(name)
    while isinstance(found, list) and len(found) == 1 and isinstance(found[0], list):
        found = found[0]
    found = [found] if type(found) in (int, float) else found
    if found is None or (isinstance(found, list) and all(type(value) in (int, float) for value in found)):
        return None if found is None else tuple(map(float, found))
    raise Refused("expected {expected}, got {got}", name, expected=words("a list [...]"), got=shown(found))


def _rescaling(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    scale, offset = _listed(settings, "scale") or (1.0,), _listed(settings, "offset") or (0.0,)
    if len(scale) == len(offset) == 1:
        return Read((settings.made(OneScale, scale=scale[0], offset=offset[0]),))
    if not all(value > 0 for value in scale):
        raise Refused("A list of scales must be of numbers above 0.", "scale")
    size = max(len(scale), len(offset))
    scale, offset = (values * size if len(values) == 1 else values for values in (scale, offset))
    if len(scale) != len(offset):
        raise Refused("expected {expected}, got {got}", "offset", expected=str(len(scale)), got=str(len(offset)))
    mean = tuple(-b / a for a, b in zip(scale, offset, strict=True))
    return Read((settings.made(Normalization, mean=mean, variance=tuple(1 / a**2 for a in scale)),))


def _activation(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    word = settings.word()
    if word == "leaky_relu":
        return Read((act.LeakyReLU(0.2),))
    return Read((PLAIN_ACTIVATIONS[word]() if word in PLAIN_ACTIVATIONS else act.Formula(FORMULAS[word]),))


def _relu(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    most, slope = settings.take("max_value"), settings.take("negative_slope", 0.0)
    settings.only("threshold", 0.0, 0)
    if most == 6 and slope == 0:
        return Read((act.Formula(FORMULAS["relu6"]),))
    if most is not None:
        raise Refused("expected {expected}, got {got}", "max_value", expected="null / 6", got=shown(most))
    return Read((settings.made(act.LeakyReLU, {"slope": "negative_slope"}, slope=slope) if slope else act.ReLU(),))


def _leaky(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    slope = settings.take("negative_slope", settings.take("alpha", 0.3))
    return Read((settings.made(act.LeakyReLU, {"slope": "negative_slope"}, slope=slope),))


def _prelu(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    first = settings.take("alpha_initializer")
    slope = first["config"].get("value") if isinstance(first, dict) and isinstance(first.get("config"), dict) else None
    settings.only_training("alpha_regularizer", "alpha_constraint")
    settings.only("shared_axes")
    slope = slope if isinstance(slope, int | float) and 0 <= slope <= 1 else 0.0
    return Read((settings.made(act.PReLU, slope=float(slope), trainable=settings.flag("trainable", True)),))


def _softmax(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    settings.last_axis(len(shapes[0]))
    return Read((act.Softmax(),))


def _reshape(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    target = settings.take("target_shape")
    if not isinstance(target, list) or not all(type(size) is int for size in target):
        raise Refused(
            "expected {expected}, got {got}", "target_shape", expected=words("a list [...]"), got=shown(target)
        )
    known, whole = 1, 1
    for size in shapes[0]:
        whole *= size
    for size in target:
        known *= size if size != -1 else 1
    if target.count(-1) == 1 and known > 0:
        target = [whole // known if size == -1 else size for size in target]
    return Read((settings.made(Reshape, {"target": "target_shape"}, target=tuple(target)),))


def _concatenate(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    settings.last_axis(len(shapes[0]))
    return Read((Concatenate(),))


def _unit(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    settings.last_axis(len(shapes[0]))
    return Read((UnitNormalization(),))


def _flatten(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    settings.only("data_format", "channels_last")
    return Read((Flatten(),))


def _dropout(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    settings.only("noise_shape")
    return Read((settings.made(Dropout, rate=settings.take("rate")),))


def _with(kind: type[Layer], **names: str) -> Reader:
    """A layer whose settings are Keras's: our name = Keras's name."""

    def read(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
        given = {ours: settings.take(theirs) for ours, theirs in names.items()}
        values = {name: value for name, value in given.items() if value is not None}
        return Read((settings.made(kind, names, **values),))

    return read


def _flip(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
    settings.only("data_format", "channels_last")
    return Read((settings.made(RandomFlip, mode=settings.take("mode", "horizontal_and_vertical")),))


def _shifting(kind: type[Augmenting], ours: str, *theirs: str) -> Reader:
    """A picture is moved at random, as far to either side; the edge is drawn on."""

    def read(settings: Settings, shapes: tuple[Shape, ...]) -> Read:
        for name, value in (("data_format", "channels_last"), ("fill_mode", "nearest"), ("interpolation", "bilinear")):
            settings.only(name, value)
        settings.only("fill_value", 0.0, 0)
        found = [settings.take(name) for name in theirs]
        ends = [abs(end) for each in found for end in (each if isinstance(each, list) else [each]) if _is_number(end)]
        if not ends or len(set(ends)) > 1 or None in found:
            raise Refused("All of these must be the same here: {got}.", theirs[0], got=shown(found))
        return Read((settings.made(kind, {ours: theirs[0]}, **{ours: float(ends[0])}),))

    return read


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


READERS: dict[str, Reader] = {
    "Dense": _dense, "Conv2D": _conv, "Activation": _activation, "ReLU": _relu, "LeakyReLU": _leaky, "PReLU": _prelu,
    "ELU": _with(act.ELU, alpha="alpha"), "Softmax": _softmax, "Dropout": _dropout, "Flatten": _flatten,
    "GaussianNoise": _with(GaussianNoise, deviation="stddev"), "RandomFlip": _flip,
    "RandomTranslation": _shifting(RandomTranslation, "reach", "height_factor", "width_factor"),
    "RandomRotation": _shifting(RandomRotation, "turn", "factor"),
    "ActivityRegularization": _with(ActivityRegularization, l1="l1", l2="l2"),
    "BatchNormalization": _batch_norm, "BatchNormalizationV1": _batch_norm, "LayerNormalization": _layer_norm,
    "Normalization": _normalization, "UnitNormalization": _unit, "Rescaling": _rescaling, "Reshape": _reshape,
    "MaxPooling2D": _pooling(MaxPooling2D), "AveragePooling2D": _pooling(AveragePooling2D),
    "GlobalAveragePooling2D": _global_average, "Embedding": _embedding, "SimpleRNN": _recurrent(SimpleRNN),
    "LSTM": _recurrent(LSTM), "GRU": _recurrent(GRU), "Add": _with(Add), "Subtract": _with(Subtract),
    "Multiply": _with(Multiply), "Average": _with(Average), "Maximum": _with(Maximum), "Concatenate": _concatenate,
}  # fmt: skip
