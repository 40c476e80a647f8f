"""How the network of a model card was trained, and how good it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from playground.datasets.dataset import load
from playground.document.checks.memory import EVALUATED
from playground.document.checks.targets import loss_of
from playground.document.document import Document
from playground.document.layers.layer import Layer
from playground.document.settings import Optimizer
from playground.document.stopping import Stopping
from playground.frames.frame import Frame
from playground.frames.run import both_sides
from playground.ui.text import choice_title, event_text, setting_title
from playground.ui.texts.exports.card import card_text as word
from playground.ui.texts.exports.markdown import escaped, table
from playground.ui.texts.losses import full_loss_title
from playground.ui.texts.metrics import metric_title
from playground.ui.texts.numbers import NOTHING, loss_text, metric_text, number_text
from playground.ui.texts.said import say
from playground.ui.writing.card.curves import best_epoch
from playground.ui.writing.card.told import facts

MOST_EVENTS = 30
# What is no change of the run by hand.
BY_ITSELF = ("resumed", "stopped", "restored", "rate")


def training_section(document: Document, frame: Frame) -> str:
    """Loss, optimizer, rate, batches, rules; and what happened to the run."""
    training = document.training
    clipped = training.clipping != "none"
    clipping = f"{choice_title(training.clipping)}, {number_text(training.clip_at, 6)}" if clipped else ""
    rows = [
        (setting_title("loss"), full_loss_title(loss_of(document).name)),
        (setting_title("optimizer"), _with_settings(type(training.optimizer).__name__, training.optimizer)),
        (setting_title("learning_rate"), number_text(training.learning_rate, 6)),
        (setting_title("schedule"), _schedule(document)),
        (setting_title("clipping"), clipping),
        (setting_title("batch_size"), f"{training.batch_size:,}"),
        (setting_title("epochs"), f"{frame.epoch:,}"),
        (setting_title("order"), word(f"order_{training.order}")),
        (setting_title("part_batches"), choice_title("carried") if training.part_batches == "carried" else ""),
        (setting_title("stopping"), ", ".join(_rules(training.stopping))),
        (setting_title("seed"), str(training.seed)),
    ]
    return "\n\n".join(filter(None, (facts(rows), _events(frame))))


def _with_settings(title: str, settings: Optimizer) -> str:
    """ "Adam (Beta 1 0.9, …)": all that it computes with."""
    values = ((field.name, getattr(settings, field.name)) for field in fields(settings))
    shown = [word("setting", setting=setting_title(name), value=_value(value)) for name, value in values]
    return f"{title} ({', '.join(shown)})" if shown else title


def _schedule(document: Document) -> str:
    schedule = document.training.schedule
    parts = [f"{setting_title(field.name)} {_value(getattr(schedule, field.name))}" for field in fields(schedule)]
    return ", ".join((choice_title(type(schedule).__name__), *parts))


def _rules(stopping: Stopping) -> Iterator[str]:
    """The rules that can stop the run, and what belongs to them."""
    for name in ("until_epochs", "until_loss", "until_accuracy", "patience"):
        if value := getattr(stopping, name):
            yield f"{setting_title(name)} {_value(value)}"
    if stopping.until_loss or stopping.until_accuracy or stopping.patience:
        yield f"{setting_title('watched')} {choice_title(stopping.watched)}"
    if stopping.patience and stopping.restore_best:
        yield setting_title("restore_best")


def _value(value: object) -> str:
    match value:
        case bool():
            return say("on" if value else "off")
        case str():
            return choice_title(value)
        case float():
            return number_text(value, 6)
    return f"{value:,}"


def _events(frame: Frame) -> str:
    told = [event for event in frame.events if event.code != "resumed" and event.epoch <= frame.epoch]
    lines = [
        f"- {word('event', epoch=f'{event.epoch:,}', what=escaped(event_text(event)))}" for event in told[:MOST_EVENTS]
    ]
    if len(told) > MOST_EVENTS:
        lines.append(f"- {word('and_more', count=len(told) - MOST_EVENTS)}")
    return "\n".join([f"### {word('by_hand')}", "", *lines]) if lines else ""


def changed_by_hand(frame: Frame) -> bool:
    """Whether the run is more than what its document says."""
    return any(event.code not in BY_ITSELF and event.epoch <= frame.epoch for event in frame.events)


def results(document: Document, frame: Frame) -> str:
    """The loss and the metrics on both sides, as the network is now."""
    row = frame.row
    if not row:
        return ""
    rows = []
    for measure in ("loss", *document.metrics):
        title = full_loss_title(loss_of(document).name) if measure == "loss" else metric_title(measure)
        rows.append([title, *(_measured(measure, row.get(column)) for column in both_sides(measure))])
    parts = [_after(frame), table([word("measure"), word("train"), word("validation")], rows, numbers=2)]
    if (best := best_epoch(frame.curves)) is not None:
        parts.append(word("best", epoch=f"{best[0]:,}", loss=loss_text(best[1])))
    if any(
        layer.penalties != (0.0, 0.0) or layer.own_step.acts or layer.penalizes_values for layer in _layers(document)
    ):
        parts.append(word("penalties"))
    if load(document.data).counts[0] > EVALUATED:
        parts.append(word("judged", rows=f"{EVALUATED:,}"))
    return "\n\n".join(parts)


def _layers(document: Document) -> list[Layer]:
    return [document.graph.by_id[node].layer for node in document.graph.trained]


def _after(frame: Frame) -> str:
    restored = next((one for one in frame.restored if one.epoch == frame.epoch), None)
    if restored is not None and frame.past is None:
        return word("after_best", epoch=f"{frame.epoch:,}", best=f"{restored.best:,}")
    return word("after", epoch=f"{frame.epoch:,}")


def _measured(measure: str, value: float | None) -> str:
    if value is None:
        return NOTHING
    return loss_text(value) if measure == "loss" else metric_text(measure, value)
