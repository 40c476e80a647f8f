"""How the learning rate changes and when a run stops: their titles and help."""

from __future__ import annotations

from playground.ui.texts.said import QT_TRANSLATE_NOOP, said

TITLES = {
    "schedule": QT_TRANSLATE_NOOP("Text", "Schedule"),
    "stopping": QT_TRANSLATE_NOOP("Text", "Stopping"),
    "every": QT_TRANSLATE_NOOP("Text", "Every, epochs"),
    "factor": QT_TRANSLATE_NOOP("Text", "Factor"),
    "over": QT_TRANSLATE_NOOP("Text", "Over, epochs"),
    "lowest": QT_TRANSLATE_NOOP("Text", "Lowest share"),
    "patience": QT_TRANSLATE_NOOP("Text", "Patience, epochs"),
    "watched": QT_TRANSLATE_NOOP("Text", "Watched"),
    "least_gain": QT_TRANSLATE_NOOP("Text", "Least gain"),
    "until_epochs": QT_TRANSLATE_NOOP("Text", "At epoch"),
    "until_loss": QT_TRANSLATE_NOOP("Text", "At loss"),
    "until_accuracy": QT_TRANSLATE_NOOP("Text", "At accuracy, %"),
    "restore_best": QT_TRANSLATE_NOOP("Text", "Restore the best"),
}

HELP = {
    "schedule": QT_TRANSLATE_NOOP("Text", "How the learning rate changes over the run."),
    "stopping": QT_TRANSLATE_NOOP("Text", "When a run stops by itself."),
    "every": QT_TRANSLATE_NOOP("Text", "After how many epochs the learning rate has been multiplied by the factor."),
    "factor": QT_TRANSLATE_NOOP("Text", "What the learning rate is multiplied by each time."),
    "over": QT_TRANSLATE_NOOP("Text", "How many epochs the way down takes; from there on the rate stays."),
    "lowest": QT_TRANSLATE_NOOP(
        "Text", "How low the rate may go, as a share of the learning rate set: 0.01 is a hundredth of it."
    ),
    "patience": QT_TRANSLATE_NOOP(
        "Text", "How many epochs without a better loss to wait. For stopping, 0 never stops because of it."
    ),
    "watched": QT_TRANSLATE_NOOP("Text", "Which loss counts; an accuracy to stop at is that of the same points."),
    "least_gain": QT_TRANSLATE_NOOP("Text", "How much lower than the best so far a loss must be to count as better."),
    "until_epochs": QT_TRANSLATE_NOOP("Text", "Stop when this epoch has ended; 0 goes on until paused."),
    "until_loss": QT_TRANSLATE_NOOP("Text", "Stop when the watched loss is this low; 0 never stops because of it."),
    "until_accuracy": QT_TRANSLATE_NOOP("Text", "Stop when the accuracy is this high; 0 never stops because of it."),
    "restore_best": QT_TRANSLATE_NOOP(
        "Text", "Whether the network becomes again what it was at its best epoch when patience ends the run."
    ),
}

WORDS = {
    "Constant": QT_TRANSLATE_NOOP("Text", "constant"),
    "StepDecay": QT_TRANSLATE_NOOP("Text", "in steps"),
    "ExponentialDecay": QT_TRANSLATE_NOOP("Text", "exponential"),
    "CosineDecay": QT_TRANSLATE_NOOP("Text", "cosine"),
    "OnPlateau": QT_TRANSLATE_NOOP("Text", "on plateau"),
    "validation_loss": QT_TRANSLATE_NOOP("Text", "validation loss"),
    "train_loss": QT_TRANSLATE_NOOP("Text", "train loss"),
}

SCHEDULES = {
    "Constant": QT_TRANSLATE_NOOP("Text", "The learning rate stays as it is set."),
    "StepDecay": QT_TRANSLATE_NOOP("Text", "The learning rate drops at once, again and again."),
    "ExponentialDecay": QT_TRANSLATE_NOOP("Text", "The learning rate drops a little at each epoch."),
    "CosineDecay": QT_TRANSLATE_NOOP("Text", "The learning rate drops slowly, then fast, then slowly again."),
    "OnPlateau": QT_TRANSLATE_NOOP("Text", "The learning rate drops when the watched loss no longer gets better."),
}


def schedule_help(name: str) -> str:
    """What a schedule does, by its class's name."""
    return said(SCHEDULES, name)
