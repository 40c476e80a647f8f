"""What the commands in a lesson's text do: all of it as by hand, so that undo takes it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from playground.lessons.actions import ActionError, read_action
from playground.lessons.setting import with_setting
from playground.ui.across.changes import Changes
from playground.ui.editor import Editor
from playground.ui.text import changing
from playground.ui.trainer import Trainer


class Commands:
    """Does what a link of the text asks for; one that asks for nothing known does nothing."""

    def __init__(self, editor: Editor, changes: Changes, trainer: Trainer) -> None:
        self._editor = editor
        self._do: Mapping[str, Callable[[], object]] = {
            "play": changes.play,
            "pause": trainer.pause,
            "step": lambda: changes.step(False),
            "epoch": lambda: changes.step(True),
            "reset": trainer.reset,
            "undo": editor.undo,
        }

    def run(self, address: str) -> None:
        """`address` is that of the link, as "do:set learning_rate=0.1"."""
        try:
            action = read_action(address)
        except ActionError:
            # It was said as the lesson was read.
            return
        if action.verb == "set":
            document = with_setting(self._editor.document, action)
            self._editor.apply(changing(action.setting), document)
        else:
            self._do[action.verb]()
