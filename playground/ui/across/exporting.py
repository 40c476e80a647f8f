"""What leaves the window as files: the trained network, live views, pictures; and how that went."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from playground.document.checks.holding import lost_by
from playground.document.files.saving import write_beside
from playground.frames.comparing import Comparison
from playground.frames.formats import Format
from playground.frames.reply import Failure, Reply
from playground.ui.dialogs.compared import show_comparison
from playground.ui.dialogs.files import Files
from playground.ui.dialogs.view_files import save_view
from playground.ui.exporting.dialog import ExportDialog
from playground.ui.exporting.kept import Kept
from playground.ui.text import failure_text, status_text
from playground.ui.texts.exports.sentences import export_caption, export_title, lost_text, proof_text
from playground.ui.theme import Theme
from playground.ui.trainer import Trainer
from playground.ui.widgets.live_view import LiveView
from playground.ui.widgets.pictures import picture_of, png_of
from playground.ui.writing.files import worded


class Exporting(QObject):
    """Asks where to and writes, or lets the trainer write. `say` is told a few words for the status bar.

    `written` tells the name of each file that was.
    """

    written = Signal(str)
    # A saved file was loaded back that gives the same as the network.
    found_equal = Signal()

    def __init__(
        self,
        files: Files,
        trainer: Trainer,
        say: Callable[[str], object],
        theme: Callable[[], Theme],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._dialog: ExportDialog | None = None
        # Of the files that were written last, which the next dialog shows.
        self._proofs: Mapping[str, Kept] = {}
        self._files, self._trainer, self._say, self._window = files, trainer, say, window

    def listen(self) -> None:
        """Take what the trainer has to tell of files."""
        if (reply := self._trainer.take_reply()) is not None:
            self.tell(reply)
        if (found := self._trainer.take_comparison()) is not None:
            self.tell_comparison(found)

    def ask_compare(self) -> None:
        """Ask for a saved file and load it back beside the network."""
        path = self._files.ask_saved()
        if path is not None and self._trainer.status.state in ("unfinished", "failed"):
            self.tell_comparison(Comparison(path, refused="no_network"))
        elif path is not None:
            self._say(self.tr("Loading {file}…").format(file=path.name))
            self._trainer.compare(path)

    def tell_comparison(self, found: Comparison) -> None:
        """Say what was found."""
        if found.equal:
            self.found_equal.emit()
        show_comparison(found, self._files.document, self._window)

    def export(self, row: Format) -> None:
        """Ask where to write a file of that kind; then write it."""
        caption = export_caption(row, self._files.document)
        path = self._files.ask_export(export_title(row), row.ending, "", caption)
        if path is None:
            return
        if not row.by_window and self._trainer.status.state in ("unfinished", "failed"):
            # The trainer still holds the network from before, which is not what is on the screen.
            self.tell(Reply(path, Failure(text=status_text(self._trainer.status) + ".")))
        elif stops := [lost for lost in lost_by(self._files.document, row.name) if lost.stops]:
            self.tell(Reply(path, Failure(text=lost_text(stops[0], self._files.document))))
        else:
            self._write(row, path)

    @property
    def commands(self) -> tuple[Callable[[], object], Callable[[Format], object]]:
        """What the menu does: all kinds in one dialog, or one kind."""
        return self.export_several, self.export

    def export_several(self) -> None:
        """All kinds of files in one dialog, which stays until each was loaded back."""
        status = self._trainer.status
        there = status.state not in ("unfinished", "failed")
        dialog = ExportDialog(
            self._files.document,
            self._files.path.parent if self._files.path else Path.home(),
            self._files.title,
            "" if there else status_text(status) + ".",
            self._theme(),
            self._window,
            self._proofs,
        )
        dialog.asked.connect(self._write)
        dialog.stopped.connect(self._trainer.stop_exports)
        self._dialog = dialog
        dialog.exec()
        self._dialog, self._proofs = None, dialog.proofs
        dialog.deleteLater()

    def _write(self, row: Format, path: Path) -> None:
        if row.by_window:
            self.tell(self._draw(path))
        elif row.worded:
            self._word(row, path)
        else:
            self._trainer.export(path)

    def _word(self, row: Format, path: Path) -> None:
        """Make the file here, where the language is known; the engine writes it and has it read back."""
        try:
            content = worded(row, self._files.document, self._trainer.last_frame)
        except Exception as error:
            self.tell(Reply(path, Failure.of(error)))
            return
        self._trainer.export(path, content)

    def _draw(self, path: Path) -> Reply:
        try:
            write_beside(path, png_of(picture_of(self._window)))
        except OSError as error:
            return Reply(path, Failure.of(error))
        return Reply(path)

    def save_view(self, view: LiveView, ending: str) -> None:
        """Ask where to write a live view; then write it."""
        reply = save_view(self._files, view, ending)
        if reply is not None:
            self.tell(reply)

    def tell(self, reply: Reply) -> None:
        """Say how it went, and later what the file gave when it was loaded back."""
        if self._dialog is not None and self._dialog.take(reply):
            if reply.failure is None and reply.proof is None:
                self.written.emit(reply.path.name)
        elif reply.failure is not None:
            self._files.complain_export(reply.path, failure_text(reply.failure))
        elif reply.proof is not None:
            self._say(f"{reply.path.name}: {proof_text(reply.proof)}")
        else:
            self._say(self.tr("{file} written.").format(file=reply.path.name))
            self.written.emit(reply.path.name)
