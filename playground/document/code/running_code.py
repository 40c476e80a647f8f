"""How the learning rate changes and when training stops, as lines of the script's loop."""

from __future__ import annotations

from playground.document.checks.memory import EVALUATED
from playground.document.document import Document
from playground.document.schedules import Constant, CosineDecay, ExponentialDecay, OnPlateau, StepDecay
from playground.document.stopping import Stopping


def judges(document: Document) -> bool:
    """Whether the script needs the losses after each epoch."""
    return document.training.stopping.acts or isinstance(document.training.schedule, OnPlateau)


def rate_name(document: Document) -> str:
    """What the present learning rate is called in the script."""
    constant = isinstance(document.training.schedule, Constant)
    return "LEARNING_RATE" if constant else "float(optimizer.learning_rate)"


def before_loop(document: Document) -> list[str]:
    """What the rules remember, before the first epoch."""
    lines = []
    if isinstance(document.training.schedule, OnPlateau):
        lines.append('plateau_loss, plateau_waited, rate_share = float("inf"), 0, 1.0')
    if document.training.stopping.patience:
        lines.append('best_loss, best_epoch, best_weights, waited = float("inf"), 0, None, 0')
    return lines


def epoch_begins(document: Document) -> str:
    """The rate of an epoch that is known before it."""
    match document.training.schedule:
        case StepDecay(every=every, factor=factor):
            share = f"{factor!r} ** (epoch // {every})"
        case ExponentialDecay(every=every, factor=factor):
            share = f"{factor!r} ** (epoch / {every})"
        case CosineDecay(over=over, lowest=lowest):
            wave = f"0.5 * (1 + np.cos(np.pi * min(epoch, {over}) / {over}))"
            share = f"({lowest!r} + {1 - lowest!r} * {wave})" if lowest else wave
        case _:
            return ""
    return f"    optimizer.learning_rate = LEARNING_RATE * {share}"


def epoch_ends(document: Document) -> str:
    """What the losses of an epoch lead to."""
    return "\n".join([*_plateau(document), *_stopping(document)])


def _points(watched: str, judged: str) -> str:
    return "validation_x, validation_y" if watched == "validation_loss" else f"train_x{judged}, train_y{judged}"


def _gain(least_gain: float) -> str:
    return f" + {least_gain!r}" if least_gain else ""


def _judged_once(document: Document) -> bool:
    """Whether the schedule and the rules of stopping watch one loss."""
    schedule, rules = document.training.schedule, document.training.stopping
    return isinstance(schedule, OnPlateau) and rules.acts and schedule.watched == rules.watched


def _plateau(document: Document) -> list[str]:
    schedule = document.training.schedule
    if not isinstance(schedule, OnPlateau):
        return []
    share = "share" if _judged_once(document) else "_"
    return [
        "    # The rate drops where the loss no longer gets better.",
        f"    loss, {share} = judge({_points(schedule.watched, f'[:{EVALUATED}]')})",
        f"    if loss{_gain(schedule.least_gain)} < plateau_loss:",
        "        plateau_loss, plateau_waited = loss, 0",
        "    else:",
        "        plateau_waited += 1",
        f"    if plateau_waited >= {schedule.patience} and rate_share > {schedule.lowest!r}:",
        f"        rate_share, plateau_waited = max(rate_share * {schedule.factor!r}, {schedule.lowest!r}), 0",
        "        optimizer.learning_rate = LEARNING_RATE * rate_share",
    ]


def _stopping(document: Document) -> list[str]:
    rules = document.training.stopping
    if not rules.acts:
        return []
    judging = f"    loss, share = judge({_points(rules.watched, f'[:{EVALUATED}]')})"
    lines = [] if _judged_once(document) else [judging]
    if rules.patience:
        lines += [
            f"    if loss{_gain(rules.least_gain)} < best_loss:",
            "        best_loss, best_epoch, waited = loss, epoch + 1, 0",
            "        best_weights = network.get_weights()",
            "    else:",
            "        waited += 1",
        ]
    lines += [f"    if {' or '.join(_conditions(document, rules))}:", '        print(f"Stopped at epoch {epoch + 1}.")']
    return [*lines, "        report(epoch + 1)", "        break"]


def after_loop(document: Document) -> list[str]:
    """The best weights come back however the run has ended."""
    rules = document.training.stopping
    if not (rules.patience and rules.restore_best):
        return []
    return [
        "if best_weights is not None and best_epoch != epoch + 1:",
        '    print(f"The best weights, of epoch {best_epoch}, are restored.")',
        "    network.set_weights(best_weights)",
        "    report(best_epoch)",
    ]


def _conditions(document: Document, rules: Stopping) -> list[str]:
    """Each rule that is on, as a condition."""
    counts = "accuracy" in document.metrics
    return [
        *([f"epoch + 1 == {rules.until_epochs}"] if rules.until_epochs else []),
        *([f"loss <= {rules.until_loss!r}"] if rules.until_loss else []),
        *([f"100 * share >= {rules.until_accuracy!r}"] if rules.until_accuracy and counts else []),
        *([f"waited >= {rules.patience}"] if rules.patience else []),
    ] or ["False"]
