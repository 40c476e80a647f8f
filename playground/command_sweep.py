"""Many runs without a window: `playground sweep`."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from playground.command_load import CommandError
from playground.command_stopping import interruptible
from playground.command_train import refuse_problems
from playground.document.document import Document
from playground.document.files.saving import refuse_unwritable
from playground.frames.device import DeviceError
from playground.runs.axes import AxisError, Value, parse_axis, value_text
from playground.runs.cluster import ClusterError, ClusterRunner
from playground.runs.halving import is_finished, standing, train, work
from playground.runs.here import HereRunner, WorkerError, usual_workers
from playground.runs.reach import Reach
from playground.runs.rows import BusyError, Kept, Progress, Row, kept_beside, write_table
from playground.runs.summary import grouped
from playground.runs.trials import Trial, by_chance, grid, seeds_axis
from playground.terminal import clean, tell
from playground.ui.texts.runs.sweep import error_in_words, sweep_text

MOST_GROUPS_TOLD = 12
BROKEN = ("failed", "lost")


def sweep(document: Document, options: argparse.Namespace) -> int:
    """Train every run that is not in the table yet, and write it; exit code 2 where a run failed or was lost.

    Raises CommandError, OSError, or KeyboardInterrupt with what became of it in words.
    """
    trials = _trials(document, options)
    if options.cluster and options.device:
        raise CommandError(sweep_text("device_away"))
    out: Path = options.out
    if out.suffix.lower() != ".csv":
        raise CommandError(sweep_text("not_csv", path=out))
    refuse_unwritable(out)
    try:
        kept = Kept(kept_beside(out))
    except BusyError as error:
        raise CommandError(sweep_text("busy", path=out)) from error
    try:
        was_asked = _train(trials, kept, options)
    finally:
        # While nobody else may.
        try:
            found = standing(trials, kept.rows, options.halving)
            write_table(trials, found, out)
        finally:
            kept.close()
    if was_asked and len(found) < len(trials):
        raise KeyboardInterrupt(sweep_text("interrupted", done=len(found), count=len(trials), path=out))
    _say(trials, found)
    return 2 if any(row.state in BROKEN for row in found.values()) else 0


def _trials(document: Document, options: argparse.Namespace) -> tuple[Trial, ...]:
    try:
        axes = [parse_axis(document, text) for text in options.set]
        axes += [seeds_axis(options.seeds)] if options.seeds else []
        if not axes:
            raise CommandError(sweep_text("nothing_varies"))
        if options.random:
            trials = by_chance(document, axes, options.random, options.random_seed, options.epochs)
        else:
            trials = grid(document, axes, options.epochs)
    except AxisError as error:
        raise CommandError(error_in_words(error)) from error
    for trial in {trial.kin: trial for trial in trials}.values():
        try:
            refuse_problems(trial.document)
        except ValueError as error:
            raise CommandError(sweep_text("trial", settings=_settings_text(trial.settings), problem=error)) from error
    return trials


def _train(trials: Sequence[Trial], kept: Kept, options: argparse.Namespace) -> bool:
    """Train what is missing; whether Ctrl+C asked to stop."""
    halving = options.halving
    there = [row for row in standing(trials, kept.rows, halving).values() if is_finished(row)]
    if there:
        tell(sweep_text("kept", done=len(there), count=len(trials), path=kept.path))
    epochs = work(trials, kept.rows, halving)
    if not epochs:
        return False
    bar = _Bar(epochs, lambda: len(standing(trials, kept.rows, halving)), len(trials))
    with interruptible() as is_asked, _runner(options, len(trials)) as runner, bar:
        try:
            for event in train(runner, trials, kept.rows, is_asked, halving):
                if isinstance(event, Row):
                    kept.add(event)
                bar.show(event)
        except WorkerError as error:
            raise CommandError(sweep_text("no_workers", code=error.code)) from error
        except (ClusterError, DeviceError) as error:
            raise CommandError(error_in_words(error)) from error
        return is_asked()


def _runner(options: argparse.Namespace, trials: int) -> HereRunner | ClusterRunner:
    if not options.cluster:
        return HereRunner(min(options.workers or usual_workers(trials), trials), device=options.device or "")
    try:
        runner = ClusterRunner(options.cluster, Reach(trusted=options.cluster if options.insecure else ""))
    except ClusterError as error:
        raise CommandError(error_in_words(error)) from error
    if not runner.size:
        tell(sweep_text("no_one_yet", address=options.cluster))
    return runner


class _Bar:
    """Runs done, and the time left by the epochs that are trained; nothing where there is no terminal."""

    def __init__(self, epochs: int, done: Callable[[], int], count: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
        self._bar = Bar(*columns, console=console, disable=not console.is_terminal)
        self._epochs: dict[str, int] = {}
        self._done, self._count = done, count
        self._task = self._bar.add_task("", total=epochs)
        self._say()

    def _say(self) -> None:
        words = sweep_text("running", done=self._done(), count=self._count)
        self._bar.update(self._task, completed=sum(self._epochs.values()), description=words)

    def show(self, event: Progress | Row) -> None:
        epochs = event.epoch if isinstance(event, Progress) else event.numbers.get("epochs", 0)
        self._epochs[event.key] = max(int(epochs), 1)
        self._say()

    def __enter__(self) -> _Bar:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()


def _say(trials: Sequence[Trial], rows: Mapping[str, Row]) -> None:
    """How many runs ended how, and the groups of runs by their mean validation loss."""
    from rich.console import Console
    from rich.table import Table

    states = Counter(rows[trial.key].state for trial in trials)
    counts = {state: states[state] for state in ("done", "diverged", *BROKEN)}
    tell(sweep_text("states", count=len(trials), **counts))
    if states["stopped"]:
        tell(sweep_text("stopped", count=states["stopped"]))
    groups = grouped(trials, rows)
    table = Table("", sweep_text("group"), sweep_text("median"), sweep_text("seeds"), box=None)
    for group in groups[:MOST_GROUPS_TOLD]:
        runs = sweep_text("some", results=group.results, runs=group.runs)
        spread = "" if group.deviation is None else f" ± {group.deviation:.4g}"
        loss = "-" if group.mean is None else f"{group.mean:.4g}{spread}"
        middle = "-" if group.median is None else f"{group.median:.4g}"
        table.add_row(clean(_settings_text(group.settings)), loss, middle, runs)
    Console().print(table, markup=False)
    if len(groups) > MOST_GROUPS_TOLD:
        tell(sweep_text("others", count=len(groups) - MOST_GROUPS_TOLD))


def _settings_text(settings: Sequence[tuple[str, Value]]) -> str:
    return ", ".join(f"{name.removeprefix('training.')}={value_text(value)}" for name, value in settings)
