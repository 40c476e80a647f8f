"""The plots of a notebook, as Python: the data, the losses, and what the network has learned."""

from __future__ import annotations

from playground.datasets.code import features_code
from playground.datasets.dataset import class_names
from playground.datasets.pictures import shape_of
from playground.document.checks.targets import loss_of, needed_outputs
from playground.document.document import Document

PLOTTING = """import matplotlib.pyplot as plt
from matplotlib.colors import LinearSegmentedColormap

# Orange is -1, blue +1, as in the Playground.
ENDS = ["#f59322", "#e8eaeb", "#0877bd"]
COLOURS = LinearSegmentedColormap.from_list("playground", ENDS)"""

_PLANE = """plt.figure(figsize=(5, 5))
rows = slice(0, 2000)
train, validation = points[:train_count][rows], points[train_count:][rows]
{how}
plt.scatter(*train.T, c=labels[:train_count][rows], s=14, **how)
plt.scatter(*validation.T, c=labels[train_count:][rows], s=22, marker="x", **how)
plt.gca().set_aspect("equal")
plt.xlabel("x1")
plt.ylabel("x2")
plt.title("dots train, crosses validate")
plt.show()"""

_PICTURES = """figure, places = plt.subplots(2, 5, figsize=(8, 3.6))
for place, picture, label in zip(places.flat, inputs, labels):
    place.imshow(picture.reshape({shape}){colours})
    place.set_title(f"{{label:g}}")
    place.axis("off")
plt.show()"""

_SEQUENCES = """plt.figure(figsize=(8, 3))
for label in {kinds}:
    plt.plot(inputs[{same}][0], label=f"{{label:g}}")
plt.xlabel("step")
plt.legend()
plt.show()"""

_TABLE = """plt.figure(figsize=(6, 4))
{across}
{how}
plt.scatter(across, up, c={labels}, s=16, **how)
plt.xlabel("{x}")
plt.ylabel("{y}")
plt.colorbar(label="label")
plt.show()"""

_CURVE = """plt.figure(figsize=(7, 3.5))
for name, colour in (("train", "#0877bd"), ("validation", "#f59322")):
    plt.plot(*zip(*history[name]), color=colour, label=name)
plt.xlabel("epoch")
plt.ylabel("loss")
plt.legend()
plt.show()"""

_LEARNED = """low, high = points.min(), points.max()
side = np.linspace(low, high, 120)
x1, x2 = (axis.ravel() for axis in np.meshgrid(side, side))
grid = {features}.astype("float32")
answers = network.predict(grid, batch_size=4096, verbose=0)
shown = {shown}

plt.figure(figsize=(5.6, 5))
{how}
plt.pcolormesh(side, side, shown.reshape(120, 120), **how)
plt.colorbar()
rows = slice(train_count, train_count + 500)
plt.scatter(*points[rows].T, c=labels[rows], s=16, edgecolors="white", **how)
plt.title("what it says, and the points that validate")
plt.show()"""

_CONFUSION = """answers = network.predict(validation_x, verbose=0)
predicted = {predicted}
actual = {actual}
table = np.zeros(({count}, {count}), int)
np.add.at(table, (actual, predicted), 1)

plt.figure(figsize=(5, 5))
plt.imshow(table, cmap="Blues")
for row, column in np.argwhere(table):
    bright = "white" if table[row, column] > table.max() / 2 else "black"
    plt.text(column, row, table[row, column], ha="center", va="center", color=bright)
plt.xlabel("what it says")
plt.ylabel("what is right")
plt.xticks(range({count}))
plt.yticks(range({count}))
plt.show()"""

_VALUES = """answers = network.predict(validation_x, verbose=0)

plt.figure(figsize=(5, 5))
right = {labels}
plt.scatter(right[train_count:], answers[:, {goal}], s=14, color="#0877bd")
ends = right.min(), right.max()
plt.plot(ends, ends, color="#888888", linewidth=1)
plt.xlabel("what is right")
plt.ylabel("what it says")
plt.show()"""

# From here on a table of classes by classes cannot be read.
MOST_CLASSES = 30


def _how(document: Document) -> str:
    """The colours: both ends of orange and blue, or one for each class."""
    if document.data.facts.task == "classes":
        count = len(class_names(document.data))
        return f'how = dict(cmap="{"tab10" if count <= 10 else "tab20"}", vmin=0, vmax={9 if count <= 10 else 19})'
    if document.data.facts.task == "binary":
        return "how = dict(cmap=COLOURS, vmin=-1, vmax=1)"
    labels = _labels(document)
    return f"how = dict(cmap=COLOURS, vmin={labels}.min(), vmax={labels}.max())"


def _labels(document: Document) -> str:
    """Those of the target that is looked at, where there are several."""
    own = document.data.own
    return f"labels[:, {document.target}]" if own is not None and len(own.targets) > 1 else "labels"


def data_plot(document: Document) -> str:
    """Some of the rows: points, pictures, sequences, or two columns of a table."""
    facts = document.data.facts
    if facts.planar:
        return _PLANE.format(how=_how(document))
    if facts.pictured:
        height, width, channels = shape_of(len(document.data.input_names))
        shape = (height, width, channels) if channels > 1 else (height, width)
        return _PICTURES.format(shape=shape, colours="" if channels > 1 else ', cmap="gray_r"')
    if facts.sequential:
        classes = facts.task != "regression"
        kinds, same = ("np.unique(labels)", "labels == label") if classes else ("labels[:5]", "labels == label")
        return _SEQUENCES.format(kinds=kinds, same=same)
    if facts.task == "regression" or len(document.data.input_names) < 2:
        across, x, y = f"across, up = inputs[:, 0], {_labels(document)}", "first input", "label"
    else:
        across, x, y = "across, up = inputs[:, 0], inputs[:, 1]", "first input", "second input"
    return _TABLE.format(across=across, how=_how(document), labels=_labels(document), x=x, y=y)


def curve_plot() -> str:
    """Both losses over the epochs."""
    return _CURVE


def answers_plot(document: Document) -> str:
    """What it says on the plane; else which class is taken for which, or its values beside the right ones."""
    facts, outputs = document.data.facts, needed_outputs(document) or 1
    between = loss_of(document).output_between
    if facts.planar:
        one = "answers[:, 0]" if not between else f"2 * answers[:, 0] - {2 * between:g}"
        two = "answers.argmax(1)" if facts.task == "classes" else "2 * answers.argmax(1) - 1"
        shown = one if outputs == 1 else two
        return _LEARNED.format(features=features_code(document.data), shown=shown, how=_how(document))
    if facts.task == "regression":
        return _VALUES.format(labels=_labels(document), goal=document.target)
    count = len(class_names(document.data))
    if count > MOST_CLASSES:
        return ""
    predicted = f"(answers[:, 0] > {between:g}).astype(int)" if outputs == 1 else "answers.argmax(1)"
    binary = "(labels[train_count:] > 0).astype(int)"
    actual = binary if facts.task == "binary" else "labels[train_count:].astype(int)"
    return _CONFUSION.format(predicted=predicted, actual=actual, count=count)
