"""The networks beside that of a project, trained without a window as far as that one has come."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from playground.document.document import Document
from playground.frames.trained import Training
from playground.frames.wanted import Wanted
from playground.terminal import plain
from playground.ui.texts.command import command_text
from playground.ui.texts.numbers import loss_text
from playground.ui.texts.rivals import rival_title

if TYPE_CHECKING:
    from playground.engine.loops import Loops
    from playground.engine.rivals import Rivals
    from playground.engine.session import Session

NOT_LOOKED = Wanted(surface_side=0, map_side=0)


def begin(document: Document, learned: Training | None, loops: Loops | None = None) -> tuple[Session, Rivals]:
    """The session of the network, and its rivals; all go on from what was learned, where something was.

    Raises ValueError where that was by other networks.
    """
    from playground.engine.loops import Loops
    from playground.engine.rivals import Rivals

    rivals = Rivals(loops or Loops())
    if learned is None:
        return rivals.take(None, document), rivals
    session, fits = rivals.go_on_from(document, learned)
    if not fits:
        raise ValueError(command_text("misfit"))
    return session, rivals


def follow(rivals: Rivals, session: Session, epochs: int, is_asked: Callable[[], bool]) -> None:
    """Train each as far as the network has come in these epochs, or until it is asked to stop."""
    from playground.engine.alone import LONGEST_CALL, prepare

    if rivals.behind(session):
        for rival in rivals.sessions:
            prepare(rival, epochs)
    while rivals.behind(session) and not is_asked():
        rivals.follow(session, lambda pace: max(1, int(LONGEST_CALL / pace)) if pace else 1)


def results(rivals: Rivals, session: Session) -> list[dict[str, Any]]:
    """How each stands, as `train --json` prints it; `stands` is why it is no further."""
    from playground.ui.text import status_text

    return [
        {
            "name": plain(rival_title(session.document, frame.id)),
            "epochs": frame.epoch,
            "train_loss": frame.row.get("train_loss"),
            "test_loss": frame.row.get("validation_loss"),
            "stands": None if frame.status.state == "training" else status_text(frame.status),
        }
        for frame in rivals.look(session, NOT_LOOKED, None)
    ]


def result_line(rival: dict[str, Any]) -> str:
    """The same in a line."""
    if rival["train_loss"] is None:
        return command_text("rival_stands", name=rival["name"], why=rival["stands"])
    train, validation = plain(loss_text(rival["train_loss"])), plain(loss_text(rival["test_loss"]))
    line = command_text("rival", name=rival["name"], epochs=f"{rival['epochs']:,}", train=train, validation=validation)
    return command_text("rival_stands", name=line, why=rival["stands"]) if rival["stands"] else line
