"""What a project has learned in other formats: `playground export`."""

from __future__ import annotations

from pathlib import Path

from playground.command_load import go_on
from playground.command_stopping import load_engine
from playground.command_train import check_outs, prove_all, refuse_problems, tell_lost, write_or_beside
from playground.projects.project import Project
from playground.terminal import tell
from playground.ui.texts.command import command_text


def export_all(project: Project, outs: list[Path]) -> int:
    """Write it in each of these formats; as it is before any training where it has learned nothing."""
    refuse_problems(project.document)
    tell_lost(project.document, outs)
    load_engine()
    seen = check_outs(outs, by_ending=len(outs))
    from playground.engine.loops import Loops
    from playground.engine.session import Session

    session = Session(project.document, Loops())
    if project.training is not None:
        go_on(session, project.training)
    written = [write_or_beside(session, project, out, 0, seen[out]) for out in outs]
    for out in written:
        tell(command_text("wrote", path=out))
    return 0 if prove_all(session, written) else 2
