"""How the learning rate changes and when a run stops: their titles and help."""

from __future__ import annotations

from playground.frames.run import Stop
from playground.ui.texts.numbers import loss_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say

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
        "Text",
        "Whether the network becomes again what it was at its best epoch when the run ends, by whatever rule; "
        "a pause is no end.",
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


STOPS = {
    "until_epochs": QT_TRANSLATE_NOOP("Text", "Stopped at epoch {epoch}, as set."),
    "until_loss": QT_TRANSLATE_NOOP("Text", "Stopped at epoch {epoch}: {watched} came down to {value}."),
    "until_accuracy": QT_TRANSLATE_NOOP("Text", "Stopped at epoch {epoch}: the {points} accuracy reached {share} %."),
    "patience": QT_TRANSLATE_NOOP(
        "Text", "Stopped at epoch {epoch}: {watched} had not improved for {patience} epochs; its best was epoch {best}."
    ),
    "patience_1": QT_TRANSLATE_NOOP(
        "Text", "Stopped at epoch {epoch}: {watched} had not improved; its best was epoch {best}."
    ),
    "patience_restored": QT_TRANSLATE_NOOP(
        "Text",
        "Stopped at epoch {epoch}: {watched} had not improved for {patience} epochs; "
        "best weights of epoch {best} restored.",
    ),
    "patience_1_restored": QT_TRANSLATE_NOOP(
        "Text", "Stopped at epoch {epoch}: {watched} had not improved; best weights of epoch {best} restored."
    ),
    "until_epochs_restored": QT_TRANSLATE_NOOP(
        "Text", "Stopped at epoch {epoch}, as set; best weights of epoch {best} restored."
    ),
    "until_loss_restored": QT_TRANSLATE_NOOP(
        "Text", "Stopped at epoch {epoch}: {watched} came down to {value}; best weights of epoch {best} restored."
    ),
    "until_accuracy_restored": QT_TRANSLATE_NOOP(
        "Text",
        "Stopped at epoch {epoch}: the {points} accuracy reached {share} %; best weights of epoch {best} restored.",
    ),
}
POINTS = {
    "validation_loss": QT_TRANSLATE_NOOP("Text", "validation"),
    "train_loss": QT_TRANSLATE_NOOP("Text", "train"),
}

PACES = {
    "batch_1": QT_TRANSLATE_NOOP("Text", "1 batch/s"),
    "batch_5": QT_TRANSLATE_NOOP("Text", "5 batches/s"),
    "batch_20": QT_TRANSLATE_NOOP("Text", "20 batches/s"),
    "batch_100": QT_TRANSLATE_NOOP("Text", "100 batches/s"),
    "epoch_1": QT_TRANSLATE_NOOP("Text", "1 epoch/s"),
    "epoch_10": QT_TRANSLATE_NOOP("Text", "10 epochs/s"),
    "gentle": QT_TRANSLATE_NOOP("Text", "gentle start"),
    "flat_out": QT_TRANSLATE_NOOP("Text", "as fast as possible"),
}


def stop_text(stop: Stop) -> str:
    """Why a run stopped by itself, in a sentence."""
    kind = f"{stop.rule}_1" if stop.patience == 1 else stop.rule
    return say(
        STOPS[f"{kind}_restored" if stop.restored else kind],
        epoch=f"{stop.epoch:,}",
        watched=said(WORDS, stop.watched),
        value=loss_text(stop.value),
        share=f"{stop.value:.1f}",
        points=said(POINTS, stop.watched),
        patience=f"{stop.patience:,}",
        best=f"{stop.best_epoch:,}",
    )


def pace_title(name: str) -> str:
    """A pace in a list: "5 batches/s"."""
    return said(PACES, name)


def schedule_help(name: str) -> str:
    """What a schedule does, by its class's name."""
    return said(SCHEDULES, name)
