"""The rows of the curriculum, each in a sentence, and the three parts of the course."""

from __future__ import annotations

from playground.ui.texts.said import QT_TRANSLATE_NOOP, say

ROWS = {
    "A1": QT_TRANSLATE_NOOP("Text", "Tensors of numbers, strings and truth values; scalar, vector, matrix and beyond."),
    "A2": QT_TRANSLATE_NOOP("Text", "Making tensors: from lists, filled, in steps, and at random."),
    "A3": QT_TRANSLATE_NOOP("Text", "A constant stays; a variable is assigned to, and is what training changes."),
    "A4": QT_TRANSLATE_NOOP("Text", "What each rank is for: a loss, a bias, a layer's input, sequences, pictures."),
    "A5": QT_TRANSLATE_NOOP("Text", "Precision: what whole numbers and floats can hold, and what a cast loses."),
    "A6": QT_TRANSLATE_NOOP("Text", "Arithmetic, element by element: powers, roots, exponentials, logarithms."),
    "A7": QT_TRANSLATE_NOOP("Text", "The matrix product, also of a whole batch, and the elementwise product."),
    "A8": QT_TRANSLATE_NOOP("Text", "Indexing and slicing: start, stop, step, and all that is left."),
    "A9": QT_TRANSLATE_NOOP("Text", "Reshaping and the order of storage; adding, dropping and turning axes."),
    "A10": QT_TRANSLATE_NOOP("Text", "Broadcasting: shapes are set flush right, and a length of 1 stretches."),
    "A11": QT_TRANSLATE_NOOP("Text", "Joining and parting: concat, stack, split, unstack."),
    "A12": QT_TRANSLATE_NOOP("Text", "Norms; maxima, means and sums along an axis; the place of the largest."),
    "A13": QT_TRANSLATE_NOOP("Text", "Comparing, and an accuracy computed by hand."),
    "A14": QT_TRANSLATE_NOOP("Text", "Padding around a tensor, and tiling it."),
    "A15": QT_TRANSLATE_NOOP("Text", "Limits: maximum, minimum, clip; ReLU is a maximum with 0."),
    "A16": QT_TRANSLATE_NOOP("Text", "Gathering by index or by a mask; scattering values into place."),
    "A17": QT_TRANSLATE_NOOP("Text", "A grid of points, and the surface sin(r)/r above it."),
    "B1": QT_TRANSLATE_NOOP("Text", "The perceptron: a weighted sum and a step, which no gradient can teach."),
    "B2": QT_TRANSLATE_NOOP("Text", "A dense layer three ways: by tensors, as a Keras layer, on the canvas."),
    "B3": QT_TRANSLATE_NOOP("Text", "The chain rule: the product of the local slopes is what the tape gives."),
    "B4": QT_TRANSLATE_NOOP("Text", "The gradient of one weight of a sigmoid layer, in symbols and in numbers."),
    "B5": QT_TRANSLATE_NOOP("Text", "One example all the way back through the network."),
    "B6": QT_TRANSLATE_NOOP("Text", "A network for digits, 784-256-128-64-10, and its parameters counted."),
    "B7": QT_TRANSLATE_NOOP("Text", "Activations: formula, curve, slope, range and saturation."),
    "B8": QT_TRANSLATE_NOOP("Text", "The vanishing gradient: its size in each layer of a deep sigmoid network."),
    "B9": QT_TRANSLATE_NOOP("Text", "Losses: squared error, cross-entropy with and without logits, hinge."),
    "B10": QT_TRANSLATE_NOOP("Text", "Underfitting and overfitting, and what helps against them."),
    "C1": QT_TRANSLATE_NOOP("Text", "Layers as objects, and the same as functions."),
    "C2": QT_TRANSLATE_NOOP("Text", "Sequential and functional models, and their summary."),
    "C3": QT_TRANSLATE_NOOP("Text", "compile, fit with validation, the history, evaluate and predict."),
    "C4": QT_TRANSLATE_NOOP("Text", "Saving three ways, and loading back."),
    "C5": QT_TRANSLATE_NOOP("Text", "Metrics in four steps: make, update, result, reset."),
    "C6": QT_TRANSLATE_NOOP("Text", "A layer of one's own, and a network of one's own."),
}  # fmt: skip
GROUP_TITLES = {
    "A": QT_TRANSLATE_NOOP("Text", "Tensors"),
    "B": QT_TRANSLATE_NOOP("Text", "Neurons to networks"),
    "C": QT_TRANSLATE_NOOP("Text", "Keras in use"),
    "own": QT_TRANSLATE_NOOP("Text", "Lessons of your own"),
}
GROUP_LINES = {
    "A": QT_TRANSLATE_NOOP("Text", "Numbers in boxes: how TensorFlow makes, changes and joins them."),
    "B": QT_TRANSLATE_NOOP("Text", "From one weighted sum to a network that learns, and why it sometimes does not."),
    "C": QT_TRANSLATE_NOOP("Text", "What one types every day: fit, save, measure, write a layer of one's own."),
    "own": QT_TRANSLATE_NOOP("Text", "From the folder of lessons on this computer."),
}


def row_text(row: str) -> str:
    """What a row of the curriculum is about."""
    return say(ROWS[row])


def group_title(group: str) -> str:
    return say(GROUP_TITLES[group])


def group_line(group: str) -> str:
    return say(GROUP_LINES[group])
