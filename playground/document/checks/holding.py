"""What a kind of file cannot hold of this network, or holds otherwise: known before it is written, layer by layer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playground.document.checks.opening import OLDEST, opens_from
from playground.document.checks.shapes import flow
from playground.document.document import Document
from playground.document.layers.activations import Formula
from playground.document.layers.layer import Layer
from playground.document.layers.normalization import LayerNormalization
from playground.document.layers.regularization import ActivityRegularization, Dropout, GaussianNoise
from playground.document.layers.sequences import Recurrent
from playground.document.words import Words

LITE = ("tflite", "tflite_float16", "tflite_dynamic", "tflite_int8")
# Whose numbers are too coarse for columns as they are: between 2007 and 2008 there is none.
COARSE = ("tflite_float16", "tflite_int8")
# Fewer weights in an array stay as they are where only weights become whole numbers.
FEWEST_DYNAMIC = 1_024
# With fewer weights a layer, what stands around them is more than what rounding saves.
FEWEST_ROUNDED = 110


@dataclass(frozen=True, slots=True)
class Lost:
    """`sentence` names these nodes as {layers}; where it `stops`, the file is not written."""

    sentence: str
    nodes: tuple[str, ...] = ()
    stops: bool = False
    values: tuple[tuple[str, object], ...] = ()


class LostError(ValueError):
    """A format that cannot hold this network."""

    def __init__(self, lost: Lost, document: Document) -> None:
        names = [document.graph.by_id[node].name or node for node in lost.nodes]
        self.words = Words(lost.sentence, (*lost.values, ("layers", ", ".join(names))))
        super().__init__(str(self.words))


def lost_by(document: Document, format_name: str) -> tuple[Lost, ...]:
    """What does not come along into a file of that format, what stops it first; see FORMATS for the names."""
    found = (lost for names, rule in RULES if format_name in names for lost in rule(document))
    return tuple(sorted(found, key=lambda lost: not lost.stops))


def refuse_lost(document: Document, format_name: str) -> None:
    """Raise LostError where the format cannot hold the network."""
    for lost in lost_by(document, format_name):
        if lost.stops:
            raise LostError(lost, document)


def _nodes(document: Document, holds: Callable[[Layer], bool]) -> tuple[str, ...]:
    return tuple(node for node in document.graph.trained if holds(document.graph.by_id[node].layer))


def _naming(sentence: str, holds: Callable[[Layer], bool], stops: bool = False) -> Callable[[Document], Iterator[Lost]]:
    """A rule of the layers for which that holds."""

    def rule(document: Document) -> Iterator[Lost]:
        if nodes := _nodes(document, holds):
            yield Lost(sentence, nodes, stops)

    return rule


def _newer(document: Document) -> Iterator[Lost]:
    if (version := opens_from(document)) != OLDEST:
        yield Lost("The state of this optimizer opens in Keras {version} or later.", values=(("version", version),))


def _too_few(document: Document) -> Iterator[Lost]:
    counts = [flow(document).parameters.get(node, 0) for node in document.graph.trained]
    count, layers = sum(counts), sum(map(bool, counts))
    if count < FEWEST_ROUNDED * layers:
        sentence = "{count} weights are too few to save anything: .tflite is no larger."
        yield Lost(sentence, values=(("count", f"{count:,}"),))


def _small_layers(document: Document) -> Iterator[Lost]:
    parameters = flow(document).parameters
    small = _nodes(document, lambda layer: bool(layer.weight_names))
    small = tuple(node for node in small if parameters.get(node, 0) < FEWEST_DYNAMIC)
    if small:
        yield Lost("{layers}: so few weights stay as they are, nothing is saved there.", small)


def _prepared(document: Document) -> Iterator[Lost]:
    own = document.data.own
    if own is not None and own.maker == "table" and any((c.middle, c.size) != (0.0, 1.0) for c in own.columns):
        yield Lost(
            "It takes rows as the network sees them, prepared as the model card says: its numbers are too coarse for "
            "columns as they are, which a .tflite, .keras or .onnx file and a SavedModel take."
        )


def _steps(layer: Layer) -> bool:
    return layer.applies == "step" or isinstance(layer, LayerNormalization)


def _recurs(layer: Layer) -> bool:
    return isinstance(layer, Recurrent)


TRAINING_ONLY = (Dropout, GaussianNoise, ActivityRegularization)

RULES: tuple[tuple[tuple[str, ...], Callable[[Document], Iterator[Lost]]], ...] = (
    (
        ("tflite_int8",),
        _naming(
            "{layers}: a recurrent layer cannot be in whole numbers throughout; .dynamic.tflite can hold it.",
            _recurs,
            stops=True,
        ),
    ),
    (LITE[:3], _naming("{layers}: a recurrent layer takes one row at a time here.", _recurs)),
    (("tflite_int8",), _naming("{layers}: whole numbers round it most, and answers may change.", _steps)),
    (COARSE, _too_few),
    (("tflite_dynamic",), _small_layers),
    (
        (*LITE, "onnx", "page"),
        _naming(
            "{layers}: works only while training, so it is left out; answers stay the same.",
            lambda layer: isinstance(layer, TRAINING_ONLY),
        ),
    ),
    (COARSE, _prepared),
    (
        ("weights", "weights_npz", "weights_json", "weights_csv"),
        _naming("{layers}: the formula itself is not in it.", lambda layer: isinstance(layer, Formula)),
    ),
    (("keras",), _newer),
    (
        ("keras", "h5"),
        _naming(
            "{layers}: its penalty is no part of Keras, so the file trains on without it; answers stay the same.",
            lambda layer: layer.own_step.acts,
        ),
    ),
)
