"""Names and help of data sets, features and tasks."""

from __future__ import annotations

from playground.datasets.dataset import load
from playground.datasets.measures import measures
from playground.document.checks.memory import EVALUATED
from playground.document.own_data import OwnData, OwnTarget
from playground.document.settings import DATASETS, DataSettings, Facts
from playground.tables.choices import read_recipe
from playground.tables.reading import printable
from playground.ui.texts.numbers import amount_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say

TITLES = {
    "circle": QT_TRANSLATE_NOOP("Text", "Circle"),
    "xor": QT_TRANSLATE_NOOP("Text", "Exclusive or"),
    "gauss": QT_TRANSLATE_NOOP("Text", "Two clouds"),
    "spiral": QT_TRANSLATE_NOOP("Text", "Spiral"),
    "moons": QT_TRANSLATE_NOOP("Text", "Moons"),
    "checkerboard": QT_TRANSLATE_NOOP("Text", "Checkerboard"),
    "reg-plane": QT_TRANSLATE_NOOP("Text", "Plane"),
    "reg-gauss": QT_TRANSLATE_NOOP("Text", "Hills"),
    "sinc": QT_TRANSLATE_NOOP("Text", "Sinc"),
    "sine": QT_TRANSLATE_NOOP("Text", "Sine"),
    "three-blobs": QT_TRANSLATE_NOOP("Text", "Three blobs"),
    "four-blobs": QT_TRANSLATE_NOOP("Text", "Four blobs"),
    "three-spiral": QT_TRANSLATE_NOOP("Text", "Three arms"),
    "rings": QT_TRANSLATE_NOOP("Text", "Rings"),
    "boundary": QT_TRANSLATE_NOOP("Text", "Boundary"),
    "waves": QT_TRANSLATE_NOOP("Text", "Wave forms"),
    "iris": QT_TRANSLATE_NOOP("Text", "Iris flowers"),
    "digits": QT_TRANSLATE_NOOP("Text", "Digits"),
}

HELP = {
    "circle": QT_TRANSLATE_NOOP("Text", "A disc inside a ring: two classes that no straight line can part."),
    "xor": QT_TRANSLATE_NOOP("Text", "The class is whether the signs of x₁ and x₂ agree."),
    "gauss": QT_TRANSLATE_NOOP("Text", "Two clouds of points; a single straight line parts them."),
    "spiral": QT_TRANSLATE_NOOP("Text", "Two arms wound around each other: the hardest on the plane."),
    "moons": QT_TRANSLATE_NOOP("Text", "Two half-moons that reach into each other."),
    "checkerboard": QT_TRANSLATE_NOOP("Text", "Squares of two classes, as on a chessboard."),
    "reg-plane": QT_TRANSLATE_NOOP("Text", "A value that rises evenly along the diagonal."),
    "reg-gauss": QT_TRANSLATE_NOOP("Text", "A value with hills and valleys."),
    "sinc": QT_TRANSLATE_NOOP("Text", "A value that ripples outwards: a peak with rings around it."),
    "sine": QT_TRANSLATE_NOOP("Text", "One input and a wave to follow."),
    "three-blobs": QT_TRANSLATE_NOOP("Text", "Three clouds of points, a class each."),
    "four-blobs": QT_TRANSLATE_NOOP("Text", "Four clouds of points, a class each."),
    "three-spiral": QT_TRANSLATE_NOOP("Text", "Three arms wound around each other, a class each."),
    "rings": QT_TRANSLATE_NOOP("Text", "A disc and two rings around it: three classes, one inside another."),
    "boundary": QT_TRANSLATE_NOOP("Text", "Two classes, above and below a curve that you type."),
    "waves": QT_TRANSLATE_NOOP("Text", "Sine, square or sawtooth? Sequences of 32 values, with any start and pace."),
    "iris": QT_TRANSLATE_NOOP("Text", "Three kinds of iris, told apart by four lengths; 150 flowers."),
    "digits": QT_TRANSLATE_NOOP("Text", "Handwritten digits of 8 × 8 pixels; 1,797 pictures."),
}

FEATURES = {
    "x1": "x₁",
    "x2": "x₂",
    "x1_squared": "x₁²",
    "x2_squared": "x₂²",
    "x1_x2": "x₁x₂",
    "sin_x1": "sin x₁",
    "sin_x2": "sin x₂",
    "sepal_length": QT_TRANSLATE_NOOP("Text", "sepal length"),
    "sepal_width": QT_TRANSLATE_NOOP("Text", "sepal width"),
    "petal_length": QT_TRANSLATE_NOOP("Text", "petal length"),
    "petal_width": QT_TRANSLATE_NOOP("Text", "petal width"),
}

# Of columns that are many: all of a name but its numbers, and how people say it.
COLUMNS = {
    "pixel": QT_TRANSLATE_NOOP("Text", "pixel {row} {column}"),
    "step": QT_TRANSLATE_NOOP("Text", "step {row}"),
}

CLASSES = {
    "-1": "−1",
    "sine": QT_TRANSLATE_NOOP("Text", "sine"),
    "square": QT_TRANSLATE_NOOP("Text", "square"),
    "sawtooth": QT_TRANSLATE_NOOP("Text", "sawtooth"),
    "inner": QT_TRANSLATE_NOOP("Text", "inner"),
    "middle": QT_TRANSLATE_NOOP("Text", "middle"),
    "outer": QT_TRANSLATE_NOOP("Text", "outer"),
    "setosa": QT_TRANSLATE_NOOP("Text", "setosa"),
    "versicolor": QT_TRANSLATE_NOOP("Text", "versicolor"),
    "virginica": QT_TRANSLATE_NOOP("Text", "virginica"),
}

# Bundled tables, which are opened as a person's own are.
BUNDLED = {
    "penguins": QT_TRANSLATE_NOOP("Text", "Penguins: three species, with missing values"),
    "wine": QT_TRANSLATE_NOOP("Text", "Wine: three cultivars, 13 measurements"),
    "breast_cancer": QT_TRANSLATE_NOOP("Text", "Breast cancer: malignant or benign, 30 measurements"),
    "diabetes": QT_TRANSLATE_NOOP("Text", "Diabetes: a value to predict, how it went on after a year"),
}

OWN_FACTS = QT_TRANSLATE_NOOP(
    "Text", "{rows} rows: {train} to train, {test} to validate, {split}\n{inputs} inputs: {names}\nTarget: {target}"
)
OWN_JUDGED = QT_TRANSLATE_NOOP("Text", "Train loss and train metrics are of {judged} of the {train} rows to train.")
OWN_LOSS = QT_TRANSLATE_NOOP("Text", "In the loss the target is standardised: 1 stands for {size}.")
OWN_SPLITS = {
    "random": QT_TRANSLATE_NOOP("Text", "chosen at random"),
    "each_class": QT_TRANSLATE_NOOP("Text", "with the same share of each class"),
    "last": QT_TRANSLATE_NOOP("Text", "which are the last"),
    "each_row": QT_TRANSLATE_NOOP("Text", "each row by its own numbers"),
    "column": QT_TRANSLATE_NOOP("Text", "as the column “{column}” says ({words})"),
}
MOST_NAMES = 8

OWN_HELP = QT_TRANSLATE_NOOP("Text", "Data of your own: {rows} rows, {inputs} inputs, and {target} to learn.")

TASKS = {
    "binary": QT_TRANSLATE_NOOP("Text", "two classes"),
    "classes": QT_TRANSLATE_NOOP("Text", "several classes"),
    "regression": QT_TRANSLATE_NOOP("Text", "a value to predict"),
}

NEEDS = {
    "one": QT_TRANSLATE_NOOP("Text", "Needs 1 value"),
    "values": QT_TRANSLATE_NOOP("Text", "Needs {count} values"),
    "classes": QT_TRANSLATE_NOOP("Text", "Needs {count} values, one for each class"),
    "none": QT_TRANSLATE_NOOP("Text", "This loss does not suit the data"),
}


def data_title(data: str | OwnData) -> str:
    """ "Two clouds" for "gauss"; what a person calls data of their own."""
    return data.title if isinstance(data, OwnData) else said(TITLES, data)


def data_help(data: str | OwnData) -> str:
    """What is in the data and what is hard about it."""
    if isinstance(data, OwnData):
        return say(OWN_HELP, rows=f"{data.rows:,}", inputs=len(data.columns), target=data.target)
    return said(HELP, data)


def own_facts(settings: DataSettings) -> str:
    """Rows and their split, inputs and target of data of a person's own, in a line each; empty for others."""
    own = settings.own
    if own is None:
        return ""
    dataset, names = load(settings), [column.name for column in own.columns]
    target = f"{own.target} ({', '.join(own.classes[:MOST_NAMES])}{', …' if len(own.classes) > MOST_NAMES else ''})"
    told = say(
        OWN_FACTS,
        rows=f"{own.rows:,}",
        train=f"{dataset.train_count:,}",
        test=f"{dataset.test_count:,}",
        split=_split_text(own),
        inputs=f"{len(names):,}",
        names=", ".join(names[:MOST_NAMES]) + (", …" if len(names) > MOST_NAMES else ""),
        target=target if own.classes else ", ".join(each.title for each in own.targets),
    )
    if dataset.train_count > EVALUATED:
        told += "\n" + say(OWN_JUDGED, judged=f"{EVALUATED:,}", train=f"{dataset.train_count:,}")
    scaled = [each for each in own.targets if own.task == "regression" and each.scaled]
    sizes = [amount_text(each.size, each.unit) for each in scaled]
    if len(own.targets) > 1:
        sizes = [f"{each.name} {size}" for each, size in zip(scaled, sizes, strict=True)]
    return f"{told}\n{say(OWN_LOSS, size=', '.join(sizes[:MOST_NAMES]))}" if scaled else told


def split_words(own: OwnData) -> tuple[str, str]:
    """The column of the table that splits its rows, and its words that validate."""
    recipe = read_recipe(own.recipe)
    if recipe is None:
        return "?", "?"
    return recipe.choices.split_by, printable(", ".join(recipe.choices.validation or ()), 80)


def _split_text(own: OwnData) -> str:
    if own.by_column:
        column, words = split_words(own)
        return say(OWN_SPLITS["column"], column=column, words=words)
    return said(OWN_SPLITS, own.split)


def feature_title(name: str) -> str:
    """ "x₁²" for "x1_squared", "pixel 2 5" for "pixel_2_5"."""
    kind, *places = name.split("_")
    if name not in FEATURES and kind in COLUMNS:
        return say(COLUMNS[kind], **dict(zip(("row", "column"), places, strict=False)))
    return said(FEATURES, name) if name in FEATURES else name


def input_titles(data: str | OwnData) -> tuple[str, ...]:
    """What the raw inputs of a data set are called, with their units: "petal length (cm)"."""
    if isinstance(data, OwnData):
        return tuple(f"{each.name} ({each.unit})" if each.unit else each.name for each in data.columns)
    known = zip(DATASETS[data].inputs, measures(data), strict=True)
    return tuple(f"{feature_title(name)} ({each.unit})" if each.unit else feature_title(name) for name, each in known)


def target_names(data: DataSettings) -> tuple[str, ...]:
    """What several targets are called; empty where there is one."""
    return tuple(each.name for each in _several_targets(data))


def target_titles(data: DataSettings) -> tuple[str, ...]:
    """The same with their units."""
    return tuple(each.title for each in _several_targets(data))


def _several_targets(data: DataSettings) -> tuple[OwnTarget, ...]:
    return data.own.targets if data.own is not None and len(data.own.targets) > 1 else ()


def class_title(name: str) -> str:
    """A class's name as people read it: "−1" with a real minus; that of data of one's own as it is."""
    return say(CLASSES[name]) if name in CLASSES else name


def task_title(task: str) -> str:
    """What there is to learn: two classes, several classes, a value."""
    return said(TASKS, task)


def needs_text(needed: int | None, facts: Facts) -> str:
    """How many values Output needs, from `targets.needed_outputs`."""
    if needed is None:
        return say(NEEDS["none"])
    if needed == 1:
        return say(NEEDS["one"])
    return say(NEEDS["values" if facts.task == "regression" else "classes"], count=needed)
