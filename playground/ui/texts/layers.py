"""Titles and help of layers, families and shapes."""

from __future__ import annotations

from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say

FAMILIES = {
    "ends": QT_TRANSLATE_NOOP("Text", "Ends"),
    "core": QT_TRANSLATE_NOOP("Text", "Core"),
    "activations": QT_TRANSLATE_NOOP("Text", "Activations"),
    "regularization": QT_TRANSLATE_NOOP("Text", "Regularization"),
    "normalization": QT_TRANSLATE_NOOP("Text", "Normalization"),
    "pictures": QT_TRANSLATE_NOOP("Text", "Pictures"),
    "sequences": QT_TRANSLATE_NOOP("Text", "Sequences"),
    "shape": QT_TRANSLATE_NOOP("Text", "Shape"),
    "merge": QT_TRANSLATE_NOOP("Text", "Merge"),
    "groups": QT_TRANSLATE_NOOP("Text", "Groups"),
}

TITLES = {
    "Data": QT_TRANSLATE_NOOP("Text", "Data"),
    "Output": QT_TRANSLATE_NOOP("Text", "Output"),
    "Dense": QT_TRANSLATE_NOOP("Text", "Dense"),
    "Linear": QT_TRANSLATE_NOOP("Text", "Linear"),
    "Step": QT_TRANSLATE_NOOP("Text", "Step function"),
    "Sigmoid": QT_TRANSLATE_NOOP("Text", "Sigmoid"),
    "Tanh": QT_TRANSLATE_NOOP("Text", "Tanh"),
    "ReLU": QT_TRANSLATE_NOOP("Text", "ReLU"),
    "LeakyReLU": QT_TRANSLATE_NOOP("Text", "Leaky ReLU"),
    "PReLU": QT_TRANSLATE_NOOP("Text", "PReLU"),
    "ELU": QT_TRANSLATE_NOOP("Text", "ELU"),
    "SELU": QT_TRANSLATE_NOOP("Text", "SELU"),
    "GELU": QT_TRANSLATE_NOOP("Text", "GELU"),
    "SiLU": QT_TRANSLATE_NOOP("Text", "SiLU"),
    "Softplus": QT_TRANSLATE_NOOP("Text", "Softplus"),
    "Softmax": QT_TRANSLATE_NOOP("Text", "Softmax"),
    "Formula": QT_TRANSLATE_NOOP("Text", "Formula"),
    "Dropout": QT_TRANSLATE_NOOP("Text", "Dropout"),
    "GaussianNoise": QT_TRANSLATE_NOOP("Text", "Gaussian noise"),
    "ActivityRegularization": QT_TRANSLATE_NOOP("Text", "Activity regularization"),
    "BatchNormalization": QT_TRANSLATE_NOOP("Text", "Batch normalization"),
    "LayerNormalization": QT_TRANSLATE_NOOP("Text", "Layer normalization"),
    "UnitNormalization": QT_TRANSLATE_NOOP("Text", "Unit normalization"),
    "Normalization": QT_TRANSLATE_NOOP("Text", "Normalization"),
    "Rescaling": QT_TRANSLATE_NOOP("Text", "Rescaling"),
    "Conv2D": QT_TRANSLATE_NOOP("Text", "Convolution"),
    "MaxPooling2D": QT_TRANSLATE_NOOP("Text", "Max pooling"),
    "AveragePooling2D": QT_TRANSLATE_NOOP("Text", "Average pooling"),
    "GlobalAveragePooling2D": QT_TRANSLATE_NOOP("Text", "Global average pooling"),
    "RandomFlip": QT_TRANSLATE_NOOP("Text", "Random flip"),
    "RandomTranslation": QT_TRANSLATE_NOOP("Text", "Random shift"),
    "RandomRotation": QT_TRANSLATE_NOOP("Text", "Random turn"),
    "Embedding": QT_TRANSLATE_NOOP("Text", "Embedding"),
    "SimpleRNN": QT_TRANSLATE_NOOP("Text", "Simple RNN"),
    "LSTM": QT_TRANSLATE_NOOP("Text", "LSTM"),
    "GRU": QT_TRANSLATE_NOOP("Text", "GRU"),
    "Flatten": QT_TRANSLATE_NOOP("Text", "Flatten"),
    "Reshape": QT_TRANSLATE_NOOP("Text", "Reshape"),
    "Add": QT_TRANSLATE_NOOP("Text", "Add"),
    "Subtract": QT_TRANSLATE_NOOP("Text", "Subtract"),
    "Multiply": QT_TRANSLATE_NOOP("Text", "Multiply"),
    "Average": QT_TRANSLATE_NOOP("Text", "Average"),
    "Maximum": QT_TRANSLATE_NOOP("Text", "Maximum"),
    "Concatenate": QT_TRANSLATE_NOOP("Text", "Concatenate"),
    "Folded": QT_TRANSLATE_NOOP("Text", "Group"),
}

HELP = {
    "Data": QT_TRANSLATE_NOOP("Text", "Where the features of the data come in."),
    "Output": QT_TRANSLATE_NOOP("Text", "Where the prediction leaves and the loss compares it with the target."),
    "Dense": QT_TRANSLATE_NOOP(
        "Text", "Fully connected: every unit weighs all of its inputs, adds a bias and applies its activation."
    ),
    "Linear": QT_TRANSLATE_NOOP("Text", "y = x. Passes every value on as it is."),
    "Step": QT_TRANSLATE_NOOP(
        "Text", "y = 1 where x > 0, else 0. Its slope is 0 everywhere, so nothing before it can learn."
    ),
    "Sigmoid": QT_TRANSLATE_NOOP("Text", "y = 1 / (1 + e⁻ˣ). Squeezes values to between 0 and 1."),
    "Tanh": QT_TRANSLATE_NOOP("Text", "y = tanh x. Squeezes values to between −1 and 1."),
    "ReLU": QT_TRANSLATE_NOOP("Text", "y = max(x, 0). Keeps positive values and cuts off the others."),
    "LeakyReLU": QT_TRANSLATE_NOOP(
        "Text",
        "y = x where x > 0, else slope · x. A ReLU that still learns where x is negative. Not said, the slope is "
        "0.1 here, 0.2 in tf.nn.leaky_relu and 0.3 in keras.layers.LeakyReLU.",
    ),
    "PReLU": QT_TRANSLATE_NOOP(
        "Text", "y = x where x > 0, else a · x. A leaky ReLU that learns a slope for each value."
    ),
    "ELU": QT_TRANSLATE_NOOP("Text", "y = x where x > 0, else alpha · (eˣ − 1). A ReLU with a smooth bend."),
    "SELU": QT_TRANSLATE_NOOP("Text", "An ELU scaled so that values keep a mean of 0 and a variance of 1."),
    "GELU": QT_TRANSLATE_NOOP("Text", "y = x · P(X ≤ x) for a normal X. A smooth ReLU, usual in transformers."),
    "SiLU": QT_TRANSLATE_NOOP("Text", "y = x · sigmoid(x), also called swish. A smooth ReLU that dips below 0."),
    "Softplus": QT_TRANSLATE_NOOP("Text", "y = log(1 + eˣ). A smooth ReLU that is always positive."),
    "Softmax": QT_TRANSLATE_NOOP("Text", "Turns values into probabilities that add up to 1."),
    "Formula": QT_TRANSLATE_NOOP("Text", "An activation of your own, typed as a formula of x."),
    "Dropout": QT_TRANSLATE_NOOP(
        "Text", "In training, sets random values to 0, so that no unit relies on a single other one."
    ),
    "GaussianNoise": QT_TRANSLATE_NOOP("Text", "In training, adds random noise, which makes overfitting harder."),
    "ActivityRegularization": QT_TRANSLATE_NOOP(
        "Text", "Passes values on as they are and adds a penalty on their size to the loss."
    ),
    "BatchNormalization": QT_TRANSLATE_NOOP("Text", "Centres and scales each feature over the batch."),
    "LayerNormalization": QT_TRANSLATE_NOOP("Text", "Centres and scales each example over its features."),
    "UnitNormalization": QT_TRANSLATE_NOOP(
        "Text", "Scales each example so that its values, seen as a vector, have length 1."
    ),
    "Normalization": QT_TRANSLATE_NOOP(
        "Text",
        "y = (x − mean) / √variance, with a mean and a variance for each feature, or one for all. Learns nothing.",
    ),
    "Rescaling": QT_TRANSLATE_NOOP("Text", "y = scale · x + offset. Brings values to another range."),
    "Conv2D": QT_TRANSLATE_NOOP(
        "Text", "Slides small filters over a picture. Each finds one pattern wherever it is, and makes a map of it."
    ),
    "MaxPooling2D": QT_TRANSLATE_NOOP("Text", "Makes a picture smaller: keeps the largest value of each small window."),
    "AveragePooling2D": QT_TRANSLATE_NOOP("Text", "Makes a picture smaller: keeps the mean of each small window."),
    "GlobalAveragePooling2D": QT_TRANSLATE_NOOP("Text", "Takes the mean of each map, so that one value stays of it."),
    "RandomFlip": QT_TRANSLATE_NOOP(
        "Text", "In training, mirrors half of the pictures, so that both ways of looking are learned."
    ),
    "RandomTranslation": QT_TRANSLATE_NOOP(
        "Text", "In training, shifts each picture a little, so that it matters less where something is."
    ),
    "RandomRotation": QT_TRANSLATE_NOOP(
        "Text", "In training, turns each picture a little, so that it matters less how something stands."
    ),
    "Embedding": QT_TRANSLATE_NOOP("Text", "Looks up a learned row of numbers for each whole number that comes in."),
    "SimpleRNN": QT_TRANSLATE_NOOP(
        "Text", "Reads a sequence step by step; its state after each step depends on all steps before."
    ),
    "LSTM": QT_TRANSLATE_NOOP(
        "Text", "Reads a sequence step by step, with a memory that learns what to keep and what to forget."
    ),
    "GRU": QT_TRANSLATE_NOOP("Text", "Reads a sequence step by step; simpler than an LSTM, and often as good."),
    "Flatten": QT_TRANSLATE_NOOP("Text", "Puts all values of an example in one row."),
    "Reshape": QT_TRANSLATE_NOOP("Text", "Arranges the same values in another shape."),
    "Add": QT_TRANSLATE_NOOP("Text", "Adds its inputs value by value, as in a skip connection."),
    "Subtract": QT_TRANSLATE_NOOP("Text", "Subtracts its second input from its first."),
    "Multiply": QT_TRANSLATE_NOOP("Text", "Multiplies its inputs value by value, as in a gate."),
    "Average": QT_TRANSLATE_NOOP("Text", "Takes the mean of its inputs, value by value."),
    "Maximum": QT_TRANSLATE_NOOP("Text", "Takes the largest of its inputs, value by value."),
    "Concatenate": QT_TRANSLATE_NOOP("Text", "Puts its inputs side by side."),
    "Folded": QT_TRANSLATE_NOOP("Text", "Layers put together under a name, seen as one."),
}

# What layers have that have no neurons with a weight for each input.
GATES = QT_TRANSLATE_NOOP("Text", "{layer} has gates and a state instead of neurons: the Weights view shows them.")
SCALES = QT_TRANSLATE_NOOP("Text", "{layer} has a scale and an offset for each value: the Weights view shows them.")
NO_WEIGHTS = QT_TRANSLATE_NOOP("Text", "{layer} has no weights: nothing in it is learned.")
INSTEAD = {
    "Conv2D": QT_TRANSLATE_NOOP("Text", "{layer} has filters instead of neurons: the Weights view shows them."),
    "Embedding": QT_TRANSLATE_NOOP("Text", "{layer} has a row of numbers for each word: the Weights view shows them."),
    "PReLU": QT_TRANSLATE_NOOP("Text", "{layer} has a learned slope for each value: the Weights view shows them."),
    **dict.fromkeys(("SimpleRNN", "LSTM", "GRU"), GATES),
    **dict.fromkeys(("BatchNormalization", "LayerNormalization"), SCALES),
    "Folded": QT_TRANSLATE_NOOP("Text", "{layer} holds other layers: open it to see theirs."),
}


def instead_text(kind: str) -> str:
    """What a layer without neurons has instead of them, in a sentence."""
    return say(INSTEAD.get(kind, NO_WEIGHTS), layer=layer_title(kind))


def layer_title(kind: str) -> str:
    """ "Leaky ReLU" for "LeakyReLU"."""
    return said(TITLES, kind)


def layer_help(kind: str) -> str:
    """What the layer does, in a sentence or two."""
    return said(HELP, kind)


def family_title(family: str) -> str:
    """The heading over a family of layers."""
    return said(FAMILIES, family)


def shape_text(shape: tuple[int, ...]) -> str:
    """(8) for (8,), (8, 8, 1) as it is."""
    return f"({', '.join(map(str, shape))})"
