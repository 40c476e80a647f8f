"""How settings that vary, their values and the measures of runs are called in the window."""

from __future__ import annotations

from collections.abc import Sequence

from playground.document.document import Document
from playground.runs.axes import FOUND, KINDS, NETWORK, PARTS, RATE, Value, value_text
from playground.runs.rows import Row
from playground.ui.texts.numbers import loss_text, number_text, share_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say
from playground.ui.texts.settings import choice_title, setting_title

MEASURES = {
    "test_loss": QT_TRANSLATE_NOOP("Text", "Validation loss"),
    "train_loss": QT_TRANSLATE_NOOP("Text", "Train loss"),
    "test_accuracy": QT_TRANSLATE_NOOP("Text", "Validation accuracy"),
    "train_accuracy": QT_TRANSLATE_NOOP("Text", "Train accuracy"),
    "epochs": QT_TRANSLATE_NOOP("Text", "Epochs"),
    "seconds": QT_TRANSLATE_NOOP("Text", "Seconds"),
    "parameters": QT_TRANSLATE_NOOP("Text", "Parameters"),
    "median": QT_TRANSLATE_NOOP("Text", "Median"),
    "n": QT_TRANSLATE_NOOP("Text", "Runs"),
    "curve": QT_TRANSLATE_NOOP("Text", "Loss"),
    "state": QT_TRANSLATE_NOOP("Text", "State"),
}
STATES = {
    "waiting": QT_TRANSLATE_NOOP("Text", "waiting"),
    "running": QT_TRANSLATE_NOOP("Text", "running"),
    "done": QT_TRANSLATE_NOOP("Text", "done"),
    "diverged": QT_TRANSLATE_NOOP("Text", "diverged after epoch {epoch}"),
    "stopped": QT_TRANSLATE_NOOP("Text", "stopped: others were better"),
    "failed": QT_TRANSLATE_NOOP("Text", "failed: {why}"),
    "lost": QT_TRANSLATE_NOOP("Text", "lost: its process died three times"),
}
# Where there is no room for more.
STATE_WORDS = {
    "diverged": QT_TRANSLATE_NOOP("Text", "diverged"),
    "stopped": QT_TRANSLATE_NOOP("Text", "stopped"),
    "failed": QT_TRANSLATE_NOOP("Text", "failed"),
    "lost": QT_TRANSLATE_NOOP("Text", "lost"),
}
PLACES = {
    "data": QT_TRANSLATE_NOOP("Text", "Data"),
    NETWORK: QT_TRANSLATE_NOOP("Text", "Network"),
}
PARTS_TITLES = {
    "training": QT_TRANSLATE_NOOP("Text", "Training"),
    "optimizer": QT_TRANSLATE_NOOP("Text", "Optimizer"),
    "schedule": QT_TRANSLATE_NOOP("Text", "Learning rate schedule"),
    "stopping": QT_TRANSLATE_NOOP("Text", "Stopping"),
    "data": QT_TRANSLATE_NOOP("Text", "Data"),
}
HOWS = {
    "grid": QT_TRANSLATE_NOOP("Text", "Grid"),
    "random": QT_TRANSLATE_NOOP("Text", "Random"),
    "halving": QT_TRANSLATE_NOOP("Text", "Halving"),
}
HOW_HELP = {
    "grid": QT_TRANSLATE_NOOP("Text", "Every combination of the values."),
    "random": QT_TRANSLATE_NOOP("Text", "Some of the combinations, each once, drawn by chance."),
    "halving": QT_TRANSLATE_NOOP(
        "Text",
        "All train a little, the best third goes on for three times as many epochs, and so on: only the best train to "
        "the end.",
    ),
}
NUMBERS = {
    "seeds": QT_TRANSLATE_NOOP("Text", "Seeds each"),
    "count": QT_TRANSLATE_NOOP("Text", "Combinations"),
    "chance": QT_TRANSLATE_NOOP("Text", "Seed of the choice"),
    "epochs": QT_TRANSLATE_NOOP("Text", "Epochs"),
    "workers": QT_TRANSLATE_NOOP("Text", "Processes"),
}
NUMBER_HELP = {
    "seeds": QT_TRANSLATE_NOOP("Text", "How often each combination is trained, from other first weights each time."),
    "count": QT_TRANSLATE_NOOP("Text", "How many of all combinations are drawn."),
    "chance": QT_TRANSLATE_NOOP("Text", "The same seed draws the same combinations."),
    "epochs": QT_TRANSLATE_NOOP("Text", "How long each run trains at most."),
    "workers": QT_TRANSLATE_NOOP("Text", "How many runs train side by side; 0 for as many as cores and memory allow."),
}
DEVICES = {
    "": QT_TRANSLATE_NOOP("Text", "As TensorFlow chooses"),
    "cpu": QT_TRANSLATE_NOOP("Text", "CPU"),
    "gpu": QT_TRANSLATE_NOOP("Text", "Each process the next GPU"),
}
# What a worker tells of a search that found nothing.
WHY = (
    QT_TRANSLATE_NOOP("Text", "no learning rate found: the loss hardly falls at any"),
    QT_TRANSLATE_NOOP("Text", "no learning rate found: the loss only rises"),
    QT_TRANSLATE_NOOP("Text", "no learning rate found: the loss breaks at once"),
)
FOUND_RATE, EACH_FINDS = QT_TRANSLATE_NOOP("Text", "{rate} (found)"), QT_TRANSLATE_NOOP("Text", "found")
RUNNING, BROKEN = QT_TRANSLATE_NOOP("Text", "{count} running"), QT_TRANSLATE_NOOP("Text", "{count} broke")
OF_DATA = QT_TRANSLATE_NOOP("Text", "Data: {setting}")
OF_LAYER = QT_TRANSLATE_NOOP("Text", "{layer}: {setting}")


def axis_title(document: Document, name: str) -> str:
    """ "Dense 1: Units" for "dense_1.units"; the name itself of a layer that the document lacks."""
    place, _, setting = name.rpartition(".")
    if name in PLACES:
        return say(PLACES[name])
    if name in KINDS or place in PARTS:
        title = setting_title(setting or name)
        return say(OF_DATA, setting=title) if place == "data" else title
    node = document.graph.by_id.get(place)
    layer = (node.name if node is not None else "") or place.replace("_", " ").capitalize()
    return say(OF_LAYER, layer=layer, setting=setting_title(setting))


def value_title(value: Value) -> str:
    """As a person reads it: words translated, numbers short."""
    if isinstance(value, bool | tuple):
        return value_text(value)
    if isinstance(value, str):
        return say(EACH_FINDS) if value == FOUND else choice_title(value)
    return f"{value:,}" if isinstance(value, int) else number_text(value, 4)


def setting_value_title(name: str, value: Value, row: Row | None) -> str:
    """Of a run: the learning rate that was found where it was to find one."""
    rate = row.numbers.get("learning_rate") if row is not None and (name, value) == (RATE, FOUND) else None
    return value_title(value) if rate is None else say(FOUND_RATE, rate=number_text(rate, 4))


def measure_title(name: str) -> str:
    return say(MEASURES[name])


def measure_text(name: str, value: float) -> str:
    """A measure's value in a cell."""
    if name.endswith("accuracy"):
        return share_text(value)
    if name.endswith("loss"):
        return loss_text(value)
    return f"{value:.1f}" if name == "seconds" else f"{value:,.0f}"


def state_text(state: str, row: Row | None = None) -> str:
    """What became of a run, in a few words."""
    epoch = row.numbers.get("diverged_after") if row is not None else None
    return say(STATES[state], epoch=epoch, why=_why(row.why) if row is not None else "")


def state_word(state: str) -> str:
    """The same in one word."""
    return say(STATE_WORDS.get(state, STATES[state]))


def _why(told: str) -> str:
    """What a worker tells is its error, or one of a few sentences."""
    return say(told) if told in WHY else told


def part_title(place: str) -> str:
    """Where a setting belongs that is of no layer."""
    return say(PARTS_TITLES[place])


def how_title(how: str) -> str:
    return say(HOWS[how])


def how_help(how: str) -> str:
    return say(HOW_HELP[how])


def device_title(device: str, gpus: Sequence[str] = ()) -> str:
    """What runs are trained on; of a GPU its number and name."""
    if device in DEVICES:
        return say(DEVICES[device])
    number = int(device.partition(":")[2])
    return f"GPU {number} {gpus[number] if number < len(gpus) else ''}".rstrip()


def number_title(name: str) -> str:
    """A number of the plan."""
    return say(NUMBERS[name])


def number_help(name: str) -> str:
    return say(NUMBER_HELP[name])


def some_running_text(running: int, broken: int) -> str:
    """Of a group: how many of its runs are under way, and how many broke."""
    parts = [say(RUNNING, count=running)] * bool(running) + [say(BROKEN, count=broken)] * bool(broken)
    return ", ".join(parts)
