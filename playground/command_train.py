"""Training without a window: `playground train` and `playground demo`."""

from __future__ import annotations

import argparse
import itertools
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playground.command_load import learned_by
from playground.command_progress import progress
from playground.command_stopping import interruptible, load_engine
from playground.command_stream import tell_streamed
from playground.document.checks.problems import find_problems
from playground.document.checks.targets import loss_of
from playground.document.document import Document
from playground.document.files.file import ENDING
from playground.document.files.saving import ChangedError, fingerprint, refuse_unwritable, short_name
from playground.document.metrics import METRICS
from playground.frames.formats import format_of
from playground.frames.trained import Training
from playground.projects.codec import encode
from playground.projects.project import Project, write_project
from playground.terminal import complain, plain, tell
from playground.ui.texts.command import command_text

if TYPE_CHECKING:
    from playground.engine.loops import Loops
    from playground.engine.rivals import Rivals
    from playground.engine.session import Session

DEMO_EPOCHS = 600


def train(project: Project, options: argparse.Namespace) -> int:
    """Train, print the result, write what was asked for; exit code 2 where the loss broke.

    Raises KeyboardInterrupt, with what became of it in words, after Ctrl+C.
    """
    document, learned = project.document, project.training if options.resume else None
    if options.resume and learned is None:
        raise ValueError(command_text("not_trained"))
    training, outs = document.training, [Path(out) for out in options.out]
    epochs = training.epochs if options.epochs is None else options.epochs
    seed = training.seed if options.seed is None else options.seed
    # An exported script trains, so it has at least one epoch.
    kept = min(epochs, 1_000_000) or training.epochs
    saved = replace(document, training=replace(training, seed=seed))
    document = replace(saved, training=replace(training, seed=seed, epochs=kept))
    refuse_problems(document)
    tell_lost(document, outs)
    tell_streamed(document, outs, options)
    load_engine()
    seen = check_outs([*outs, *([options.save] if options.save else [])], by_ending=len(outs))
    loops = _spread(options.devices, document) if options.devices else None
    result, session, rivals = run(document, epochs, learned, loops)
    known = learned_by(session, rivals, document) if learned else None
    outs = [write_or_beside(session, Project(document, known), out, result["epochs"], seen[out]) for out in outs]
    prove_all(session, outs, told=not options.json)
    if options.save:
        text = encode(learned_by(session, rivals, saved))
        many = json.dumps(project.experiment, ensure_ascii=False) if project.experiment is not None else ""
        save = or_beside(
            options.save, seen[options.save], lambda path, then: write_project(saved, text, path, many, then)
        )
        outs.append(save)
    tell(json.dumps(result)) if options.json else _say(document, result)
    if result["diverged_after"] is not None:
        complain(result["broken"] or _diverged_text(result["diverged_after"]))
        return 2
    if result["interrupted"]:
        sentence = "stopped_written" if outs else "stopped_after"
        raise KeyboardInterrupt(command_text(sentence, epochs=f"{result['epochs']:,}", paths=", ".join(map(str, outs))))
    return 0


def prove_all(session: Session, outs: list[Path], told: bool = True) -> bool:
    """Have each written file loaded back, and tell what it gave; whether none gave anything else than the network.

    Without `told` only what went wrong is told.
    """
    from playground.engine.exports.proving import expected_of, prove
    from playground.ui.texts.exports.sentences import form_line, forms_of, proof_text

    files, good, proofs = [out for out in outs if not format_of(out).by_window], True, []
    for proof in prove(expected_of(session), files) if files else ():
        proofs.append(proof)
        text = plain(f"{proof.path.name}: {proof_text(proof)}")
        if proof.fault:
            complain(text)
        elif told:
            tell(text)
        good = good and proof.fault in ("", "no_reader", "no_room")
    for form in forms_of(proofs) if told else ():
        tell(plain(form_line(form, proofs)))
    return good


def tell_lost(document: Document, outs: list[Path]) -> None:
    """What these formats cannot hold of the network, before anything is written. Raises ValueError where it stops."""
    from playground.document.checks.holding import lost_by
    from playground.ui.texts.exports.sentences import lost_text

    for out in outs:
        for lost in lost_by(document, format_of(out).name):
            text = f"{out.name}: {lost_text(lost, document)}"
            if lost.stops:
                raise ValueError(text)
            complain(text)


def refuse_problems(document: Document) -> None:
    """Raise ValueError with what keeps the document from training."""
    from playground.ui.text import node_title, problem_text

    for problem in find_problems(document):
        if problem.severity == "error":
            node = document.graph.by_id.get(problem.node)
            what = problem_text(problem)
            if node:
                what = command_text("placed", place=f"{node_title(node, document)} ({node.id})", problem=what)
            raise ValueError(command_text("cannot_train", problem=what))


def check_outs(outs: list[Path], by_ending: int) -> dict[Path, str]:
    """Before an hour of training, not after it; what is there now, by its fingerprint.

    The first ones are exports, the others projects.
    """
    from playground.engine.exports.export import exporter_of

    for at, out in enumerate(outs):
        if at < by_ending and format_of(out).by_engine:
            exporter_of(out)
        refuse_unwritable(out, may_be_folder=at < by_ending and not format_of(out).ending)
    return {out: fingerprint(out) for out in outs}


def _spread(told: str, document: Document) -> Loops:
    """Loops over several devices. Raises ValueError where they cannot train this."""
    from playground.engine.spread import SpreadLoops, TooFewDevicesError, devices_of

    networks = (document.graph, *(rival.graph for rival in document.rivals))
    if any(getattr(node.layer, "hold_zero", False) for graph in networks for node in graph.nodes):
        raise ValueError(command_text("held_devices"))
    try:
        return SpreadLoops(devices_of(told))
    except TooFewDevicesError as error:
        raise ValueError(
            command_text("few_devices", wanted=error.wanted, found=error.found, kind=error.kind)
        ) from error


def run(
    document: Document, epochs: int, learned: Training | None = None, loops: Loops | None = None
) -> tuple[dict[str, Any], Session, Rivals]:
    """Train that many epochs, or until a rule stops it, and its rivals as far; by other loops than the usual ones.

    Gives the numbers that `train --json` prints, the session, and the rivals.
    """
    from playground.command_rivals import begin, follow, results
    from playground.engine.alone import prepare, result_of, train_through
    from playground.ui.text import explanation, stop_text

    session, rivals = begin(document, learned, loops)
    prepare(session, epochs)
    length = session.plain.steps_per_epoch
    waiting = command_text("finishing_epoch")
    with progress(command_text("training"), session.epoch + epochs) as show, interruptible(waiting) as is_asked:
        # A long epoch is seen to go on.
        ended = train_through(session, epochs, lambda epoch: show(session.step / length), is_asked)
        follow(rivals, session, epochs, is_asked)
        interrupted = ended.interrupted or (is_asked() and rivals.behind(session))
    diverged = ended.diverged
    more = {
        "loss": loss_name(document),
        "stopped": None if ended.stop is None else stop_text(ended.stop),
        "broken": explanation(diverged.status) if diverged and diverged.formula else None,
        "interrupted": interrupted,
        **({"rivals": results(rivals, session)} if document.rivals else {}),
    }
    return {**result_of(session, ended), **more}, session, rivals


def loss_name(document: Document) -> str:
    """What `train_loss` and `test_loss` are, in plain words."""
    from playground.ui.texts.losses import full_loss_title

    return full_loss_title(loss_of(document).name)


def write_or_beside(session: Session, project: Project, out: Path, epochs: int, seen: str) -> Path:
    """Write an export `or_beside`."""
    ending = format_of(out).ending
    return or_beside(out, seen, lambda path, then: write(session, project, path, epochs, then), ending)


def or_beside(out: Path, seen: str, write: Callable[[Path, str], object], ending: str = ENDING) -> Path:
    """Let it be written there, or under a free name where somebody else wrote there meanwhile, and say so.

    `write` takes the path and the fingerprint of what is expected there.
    """
    length = len(out.name) - len(ending) * out.name.lower().endswith(ending)
    stem, rest = out.name[:length], out.name[length:]
    for number in itertools.count(1):
        path = out if number == 1 else out.with_name(short_name(stem, f"-{number}{rest}"))
        try:
            write(path, seen if number == 1 else "")
        except ChangedError:
            continue
        if number > 1:
            complain(command_text("changed_meanwhile", path=out, other=path))
        return path
    raise AssertionError("numbers end")


def write(session: Session, project: Project, out: Path, epochs: int, expected: str | None = None) -> None:
    """One `--out`, by its ending; a picture after so many epochs, or of what was learned.

    Raises ChangedError where another file is there than expected, or OSError.
    """
    row = format_of(out)
    if row.worded:
        from playground.engine.exports import export as exports
        from playground.frames.wanted import Wanted
        from playground.ui.writing.files import worded

        if row.drawn:
            from playground.app import make_hidden_application

            make_hidden_application()
        frame = session.look(Wanted(surface_side=0, map_side=0))
        exports.write(out, worded(row, project.document, frame), expected)
    elif row.by_window:
        from playground.picturing import Asked, picture

        picture(project, Path(out.stem), out, Asked(0 if project.training else epochs), expected)
    else:
        from playground.engine.exports.export import export

        export(session, out, expected)


def _say(document: Document, result: dict[str, Any]) -> None:
    from playground.command_rivals import result_line
    from playground.ui.texts.metrics import metric_word
    from playground.ui.texts.numbers import loss_text

    measured = (
        command_text("validation_metric", metric=metric_word(name), value=_measured(name, result[f"test_{name}"]))
        for name in document.metrics
    )
    tell(
        command_text(
            "result",
            epochs=f"{result['epochs']:,}",
            seconds=f"{result['seconds']:.1f}",
            pace=f"{result['epochs_per_second']:,.0f}",
            train=plain(loss_text(result["train_loss"])),
            validation=plain(loss_text(result["test_loss"])),
            metrics="".join(measured),
        )
    )
    if result["stopped"]:
        tell(plain(result["stopped"]))
    elif result["restored_from"]:
        tell(_restored_text(result["restored_from"]))
    for rival in result.get("rivals", ()):
        tell(result_line(rival))


def _measured(name: str, value: float) -> str:
    from playground.ui.texts.numbers import loss_text

    return f"{value:.1%}" if METRICS[name].share else plain(loss_text(value))


def _restored_text(best: int) -> str:
    from playground.frames.run import Event
    from playground.ui.text import event_text

    return event_text(Event(0, "restored", (("best", best),)))


def _diverged_text(epoch: int) -> str:
    from playground.frames.run import Status
    from playground.ui.text import status_text

    return status_text(Status("diverged", "diverged", (("epoch", epoch + 1), ("loss", float("nan")))))


def demo(document: Document, folder: Path) -> int:
    """Train the spiral and write what can be taken away, and a picture of the window, into the folder."""
    load_engine()
    folder.mkdir(exist_ok=True)
    result, session, _ = run(document, DEMO_EPOCHS)
    if result["interrupted"]:
        raise KeyboardInterrupt
    _say(document, result)
    for name in ("spiral.keras", "spiral.py", "history.csv", "window.png"):
        write(session, Project(document), folder / name, DEMO_EPOCHS)
        tell(command_text("wrote", path=folder / name))
    return 0
