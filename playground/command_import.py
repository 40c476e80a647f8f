"""`playground import`: a stranger's network as a project with its weights."""

from __future__ import annotations

from pathlib import Path

from playground.command_load import read_stranger
from playground.document.checks.problems import can_train
from playground.document.files.file import ENDING
from playground.imports.found import Imported
from playground.projects.project import write_project
from playground.terminal import complain, tell
from playground.ui.texts.command import command_text
from playground.ui.texts.imports.sentences import import_remark_text


def import_network(path: Path, out: Path) -> int:
    """Read the file apart, and write the project. Raises ValueError or OSError."""
    if out.suffix != ENDING:
        raise ValueError(command_text("no_project", path=out, ending=ENDING))
    if not out.absolute().parent.is_dir():
        raise ValueError(command_text("no_folder", path=out, folder=out.parent))
    found = read_stranger(path)
    for remark in found.remarks:
        complain(import_remark_text(remark))
    trained = _trained(found)
    if found.weights and not trained:
        complain(command_text("weights_left"))
    write_project(found.document, trained, out)
    tell(command_text("wrote", path=out))
    return 0


def _trained(found: Imported) -> str:
    """What a project's file says of its run, which begins with these weights; "" where they do not come into one."""
    if not found.weights or not can_train(found.document):
        return ""
    from playground.engine.lasting import begin_with, training_of
    from playground.engine.loops import Loops
    from playground.engine.run.keeping import KeptRuns
    from playground.engine.session import Session
    from playground.projects.arrays import TooLargeError
    from playground.projects.codec import encode

    session = Session(found.document, Loops())
    begin_with(session, found.weights)
    try:
        return encode(training_of(KeptRuns(session.keep(0), {}, {}), found.document))
    except TooLargeError:
        return ""
