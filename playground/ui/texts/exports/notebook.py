"""What a notebook explains between its cells."""

from __future__ import annotations

from playground.ui.texts.said import QT_TRANSLATE_NOOP, say

_WORDS = {
    "about": QT_TRANSLATE_NOOP(
        "Text",
        "The network that was built in the Playground, step by step in Keras: the same data, the same first weights, "
        "the same order of rows, and so the same losses. Run the cells from the top; change what you like, and run "
        "them again.",
    ),
    "install": QT_TRANSLATE_NOOP("Text", "Needed beside Jupyter:"),
    "settings": QT_TRANSLATE_NOOP(
        "Text",
        "## Settings\n\nEverything that is a plain number. The seeds make the run repeatable: another one draws other "
        "points, other first weights, another order.",
    ),
    "source": QT_TRANSLATE_NOOP("Text", "Source: {source}. Licence: {licence}."),
    "learned": QT_TRANSLATE_NOOP("Text", "What is to be learned: {task}. The rows are shuffled once."),
    "split": QT_TRANSLATE_NOOP(
        "Text",
        "The network learns from the first rows only. The others, which it never learns from, tell whether it has "
        "understood or only memorised.",
    ),
    "network": QT_TRANSLATE_NOOP("Text", "The network"),
    "training": QT_TRANSLATE_NOOP("Text", "How it trains"),
    "compile": QT_TRANSLATE_NOOP(
        "Text",
        "The loss says how wrong the answers are; the optimizer changes each weight so that the loss gets smaller:",
    ),
    "report": QT_TRANSLATE_NOOP(
        "Text", "A function that measures the losses on both sides, prints them, and keeps them for the plot."
    ),
    "loop": QT_TRANSLATE_NOOP(
        "Text",
        "### The loop\n\nIn each epoch every row to learn from comes up once, in batches. After each batch the weights "
        "take one step.",
    ),
    "curve": QT_TRANSLATE_NOOP(
        "Text",
        "## How it learned\n\nWhere both curves fall, it learns. Where the train loss goes on falling and the "
        "validation loss rises, it overfits: it memorises.",
    ),
    "answers": QT_TRANSLATE_NOOP("Text", "## What it learned"),
    "save": QT_TRANSLATE_NOOP("Text", "## Keep it\n\nWith a file name in `SAVE_TO` above, the network is saved there."),
}


def notebook_text(key: str, **values: object) -> str:
    """A word or some sentences, of Markdown; their names are filled in as they are."""
    return say(_WORDS[key], **values)
