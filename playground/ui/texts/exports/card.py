"""What a model card says."""

from __future__ import annotations

from playground.ui.texts.said import QT_TRANSLATE_NOOP, say

_WORDS = {
    "title": QT_TRANSLATE_NOOP("Text", "Model card: {name}"),
    "about": QT_TRANSLATE_NOOP(
        "Text", "A neural network of {layers} layers and {parameters} parameters, made with the Playground {version}."
    ),
    "learns": QT_TRANSLATE_NOOP("Text", "What it learned: {task}, from {inputs} inputs. Epochs trained: {epochs}."),
    "untrained": QT_TRANSLATE_NOOP("Text", "It has not been trained yet: its answers are those of its first weights."),
    "fact": QT_TRANSLATE_NOOP("Text", "- **{name}**: {value}"),
    # Data
    "data": QT_TRANSLATE_NOOP("Text", "Data"),
    "what": QT_TRANSLATE_NOOP("Text", "What it is"),
    "source": QT_TRANSLATE_NOOP("Text", "Source"),
    "licence": QT_TRANSLATE_NOOP("Text", "Licence"),
    "rows": QT_TRANSLATE_NOOP("Text", "Rows"),
    "row_counts": QT_TRANSLATE_NOOP("Text", "{rows}: {train} to train, {validation} to validate"),
    "split": QT_TRANSLATE_NOOP("Text", "Split"),
    "noise": QT_TRANSLATE_NOOP("Text", "Noise"),
    "task": QT_TRANSLATE_NOOP("Text", "What is learned"),
    "target": QT_TRANSLATE_NOOP("Text", "Target"),
    "made": QT_TRANSLATE_NOOP("Text", "made by the program, with random numbers of the seed {seed}"),
    "made_licence": QT_TRANSLATE_NOOP("Text", "none is needed: the points are made up"),
    "own_table": QT_TRANSLATE_NOOP("Text", "a table of its author: {file} (SHA-256 {digest})"),
    "own_drawn": QT_TRANSLATE_NOOP("Text", "drawn by hand by its author"),
    "own_typed": QT_TRANSLATE_NOOP("Text", "typed as a formula by its author"),
    "own_sequence": QT_TRANSLATE_NOOP("Text", "a sequence of its author, cut into windows"),
    "own_pictures": QT_TRANSLATE_NOOP("Text", "a folder of pictures of its author"),
    "own_other": QT_TRANSLATE_NOOP("Text", "data of its author"),
    "own_licence": QT_TRANSLATE_NOOP(
        "Text", "not known. Write here whose data these are, and whether they may be passed on"
    ),
    "split_random": QT_TRANSLATE_NOOP("Text", "at random, by the seed {seed}"),
    "split_each_class": QT_TRANSLATE_NOOP("Text", "at random with the same share of each class, by the seed {seed}"),
    "split_last": QT_TRANSLATE_NOOP("Text", "the last rows validate"),
    "split_column": QT_TRANSLATE_NOOP(
        "Text", "as the column “{column}” of the table says; these words of it validate: {words}"
    ),
    "split_column_train": QT_TRANSLATE_NOOP(
        "Text",
        "as the column “{column}” of the table says; these words of it validate: {words}. Rows that have none train",
    ),
    "split_each_row": QT_TRANSLATE_NOOP("Text", "each row by its own numbers, and the seed {seed}"),
    "class": QT_TRANSLATE_NOOP("Text", "Class"),
    "train": QT_TRANSLATE_NOOP("Text", "Train"),
    "validation": QT_TRANSLATE_NOOP("Text", "Validation"),
    # Preprocessing
    "preprocessing": QT_TRANSLATE_NOOP("Text", "Preprocessing"),
    "input": QT_TRANSLATE_NOOP("Text", "Input"),
    "seen": QT_TRANSLATE_NOOP("Text", "What the network sees"),
    "as_it_is": QT_TRANSLATE_NOOP("Text", "the value as it is"),
    "scaled": QT_TRANSLATE_NOOP("Text", "(value − {middle}) / {size}"),
    "one_hot": QT_TRANSLATE_NOOP("Text", "1 for the word, 0 for the others: {words}"),
    "feature": QT_TRANSLATE_NOOP("Text", "computed from x₁ and x₂"),
    "from_to": QT_TRANSLATE_NOOP("Text", "{first} to {last}"),
    "and_more": QT_TRANSLATE_NOOP("Text", "and {count} more"),
    "missing_drop": QT_TRANSLATE_NOOP("Text", "Rows with missing values are left out."),
    "missing_fill": QT_TRANSLATE_NOOP("Text", "Missing values are filled in with the mean of their column."),
    "of_all_rows": QT_TRANSLATE_NOOP(
        "Text", "Means, deviations and ranges are those of all rows that are used, also of those that validate."
    ),
    "target_scaled": QT_TRANSLATE_NOOP(
        "Text", "The answer is in units of its own: value = {middle} + {size} × answer."
    ),
    "one_target_scaled": QT_TRANSLATE_NOOP(
        "Text", "The answer for {name} is in units of its own: value = {middle} + {size} × answer."
    ),
    # Layers
    "layers": QT_TRANSLATE_NOOP("Text", "Layers"),
    "id": QT_TRANSLATE_NOOP("Text", "Name in Keras"),
    "layer": QT_TRANSLATE_NOOP("Text", "Layer"),
    "settings": QT_TRANSLATE_NOOP("Text", "Settings"),
    "takes": QT_TRANSLATE_NOOP("Text", "Takes from"),
    "shape": QT_TRANSLATE_NOOP("Text", "Output shape"),
    "parameters": QT_TRANSLATE_NOOP("Text", "Parameters"),
    "total": QT_TRANSLATE_NOOP("Text", "Parameters altogether: {count}, that is {size} of float32."),
    # Training
    "training": QT_TRANSLATE_NOOP("Text", "How it was trained"),
    "by_hand": QT_TRANSLATE_NOOP("Text", "What happened on the way"),
    "epoch": QT_TRANSLATE_NOOP("Text", "Epoch"),
    "event": QT_TRANSLATE_NOOP("Text", "after epoch {epoch}: {what}"),
    "setting": QT_TRANSLATE_NOOP("Text", "{setting} {value}"),
    "order_shuffled": QT_TRANSLATE_NOOP("Text", "shuffled anew in each epoch, by the seed"),
    "order_as_made": QT_TRANSLATE_NOOP("Text", "the same in each epoch"),
    "seed_data": QT_TRANSLATE_NOOP("Text", "Seed of the data"),
    "seed_network": QT_TRANSLATE_NOOP("Text", "Seed of the network and the order of rows"),
    # Results
    "results": QT_TRANSLATE_NOOP("Text", "Results"),
    "measure": QT_TRANSLATE_NOOP("Text", "Measure"),
    "after": QT_TRANSLATE_NOOP("Text", "After epoch {epoch}."),
    "after_best": QT_TRANSLATE_NOOP("Text", "After epoch {epoch}, with the weights of its best epoch, {best}."),
    "best": QT_TRANSLATE_NOOP("Text", "The lowest validation loss was {loss}, after epoch {epoch}."),
    "penalties": QT_TRANSLATE_NOOP("Text", "Losses leave out penalties on weights."),
    "judged": QT_TRANSLATE_NOOP("Text", "Of the rows to train the first {rows} are judged."),
    "curves": QT_TRANSLATE_NOOP("Text", "Curves"),
    "spark": QT_TRANSLATE_NOOP("Text", "The loss from the first epoch to the last, both sides on one scale."),
    "spark_log": QT_TRANSLATE_NOOP(
        "Text", "The loss from the first epoch to the last, both sides on one logarithmic scale."
    ),
    # Versions
    "versions": QT_TRANSLATE_NOOP("Text", "Seeds and versions"),
    "repeat": QT_TRANSLATE_NOOP(
        "Text", "The same seeds and versions give the same numbers, but for rounding on another processor."
    ),
    # Limits
    "limits": QT_TRANSLATE_NOOP("Text", "Known limits"),
    "limit_same": QT_TRANSLATE_NOOP(
        "Text",
        "Validation rows are of the same data as those it learned from. What it says of other data is not known.",
    ),
    "limit_test": QT_TRANSLATE_NOOP(
        "Text",
        "No rows were kept back for a last test. Where settings were chosen by the validation figures, these look "
        "better than they are.",
    ),
    "limit_interval": QT_TRANSLATE_NOOP(
        "Text",
        "{rows} validation rows are a sample: the true accuracy lies between {low} and {high}, with a confidence of "
        "95 % (Wilson).",
    ),
    "limit_made": QT_TRANSLATE_NOOP("Text", "The points are made up; the network knows nothing of the world."),
    "limit_range": QT_TRANSLATE_NOOP(
        "Text",
        "It has seen inputs within certain ranges only; beyond them it still answers, and nothing speaks for it.",
    ),
    "limit_uneven": QT_TRANSLATE_NOOP(
        "Text", "Classes are uneven: always answering “{name}” would be right in {share} of the validation rows."
    ),
    "limit_hands": QT_TRANSLATE_NOOP(
        "Text", "The run was changed by hand on the way, so seeds and settings alone do not repeat it."
    ),
}  # fmt: skip

SOURCES = {
    "iris": "R. A. Fisher, The use of multiple measurements in taxonomic problems, Annals of Eugenics 7 (1936); UCI",
    "digits": "E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits (1998), test set; UCI",
    "penguins": "A. M. Horst, A. P. Hill and K. B. Gorman, palmerpenguins (2020)",
    "wine": "S. Aeberhard and M. Forina, Wine (1991); UCI",
    "breast_cancer": "W. Wolberg and others, Breast Cancer Wisconsin (Diagnostic) (1993); UCI",
    "diabetes": "B. Efron and others, Least Angle Regression, Annals of Statistics 32 (2004)",
}
"""Who made the data sets that come with the program: what `datasets/tables/SOURCES.md` says of them."""

UNNAMED = QT_TRANSLATE_NOOP("Text", "none is named by its authors")
LICENCES = {
    **dict.fromkeys(("iris", "digits", "wine", "breast_cancer"), "CC BY 4.0"),
    "penguins": "CC0",
    "diabetes": UNNAMED,
}


def bundled_source(name: str) -> str:
    """Whose a data set is that comes with the program, and under which licence; empty for others."""
    if name not in SOURCES:
        return ""
    return say(
        QT_TRANSLATE_NOOP("Text", "{source} · licence: {licence}"), source=SOURCES[name], licence=say(LICENCES[name])
    )


def card_text(key: str, **values: object) -> str:
    """A word or a sentence of the card, its names filled in as they are."""
    return say(_WORDS[key], **values)
