"""Opening, saving and exporting, with every question they ask."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from playground.document import examples
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.files import file
from playground.document.files.checked import FileError
from playground.document.files.file import ENDING
from playground.document.files.link import PAGE, LinkError, Remark, read_link
from playground.document.files.link_writing import write_link
from playground.document.files.saving import ChangedError
from playground.frames.arrays import Weights
from playground.frames.trained import Training
from playground.imports.asking import is_network_file
from playground.imports.found import Imported
from playground.tables.opening import is_table_file
from playground.ui import text
from playground.ui.assets import asset
from playground.ui.dialogs.disk import Disk, Seen, read_seen
from playground.ui.dialogs.importing import Importing, kinds_to_open
from playground.ui.dialogs.link import LinkDialog
from playground.ui.dialogs.questions import may_lose, may_replace, replace_or_keep, save_or_not
from playground.ui.dialogs.unsaved_training import UnsavedTraining
from playground.ui.editor import Editor
from playground.ui.trainer import Trainer
from playground.ui.widgets.first_paint import busy
from playground.ui.widgets.plain import PlainBox


class Files(QObject):
    """The open document's file. `path` is None until it has one.

    `opened` tells that another document is there, `remarked` what of the link that it came from was not understood.
    `link_refused` brings what a link cannot say of it.
    """

    path_changed = Signal()
    # A new network is wanted; `begin` makes it once its data is chosen.
    data_asked = Signal()
    opened = Signal()
    saved = Signal()
    remarked = Signal(object)
    link_copied = Signal()
    link_refused = Signal(object)
    table_asked = Signal(object)
    # The open file's name, and what somebody else made of it: "changed", "gone", or "" where it is as it was.
    disk_told = Signal(str, str)

    def __init__(self, editor: Editor, window: QWidget, trainer: Trainer) -> None:
        super().__init__(window)
        self.opening: Training | Weights | None = None
        """While another project opens, what it has learned."""
        # Many runs beside the document: what was read with it, in values of JSON, and the text to be saved.
        self.experiment_read: Any = None
        self.experiment_text: Callable[[], str] = str
        self.unsaved_training = UnsavedTraining(trainer, self)
        self.unsaved_training.changed.connect(self.path_changed)
        self.unsaved_training.misfit.connect(lambda: self._complain_untrained(self.tr("It is of another network.")))
        self.importing = Importing(self)
        self.importing.listen(self._show_imported, self.complain_open)
        self._editor, self._window = editor, window
        self.path: Path | None = None
        self._disk = Disk(self)
        self._disk.told.connect(lambda state: self.disk_told.emit(self.path.name if self.path else "", state))
        # The session ends: what is not saved is in the journal, and nobody is there to be asked.
        self.hurried = False
        self._from_link, self._name, self._asked = False, "", False
        self.with_rows: Callable[[Document], tuple[Document, str]] = lambda document: (document, "")

    @property
    def document(self) -> Document:
        """The one that is open."""
        return self._editor.document

    @property
    def title(self) -> str:
        if self.path:
            return self.path.stem
        return self._name or (self.tr("Link") if self._from_link else self.tr("Untitled"))

    @property
    def unsaved(self) -> bool:
        """Whether an edit, or more than a minute of training, is in no file."""
        return self._editor.unsaved or self.unsaved_training.is_worth_asking

    def new(self) -> None:
        if self.may_close():
            self.data_asked.emit()

    def begin(self, data: str) -> None:
        """A new network of Data and Output, to learn from the data of that name."""
        self._show(edits.choose_data(Document(), data), None)

    def open_example(self, name: str) -> None:
        if self.may_close():
            self._show(examples.example(name, asset("examples")), None)

    def ask_and_open(self) -> None:
        if not self.may_close():
            return
        start = str(self.path.parent) if self.path else ""
        kinds = kinds_to_open(self._filter())
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open project"), start, kinds)
        if chosen and is_network_file(Path(chosen)):
            self._asked = True
            self.importing.begin(Path(chosen), self.document)
        elif chosen:
            self._read(Path(chosen))

    def open(self, path: Path) -> bool:
        """Open a file by its path; where that fails, says why and leaves the open document alone."""
        if is_network_file(path) and not path.is_dir():
            # Whether the open document has to go is known once it is read.
            self._asked = False
            self.importing.begin(path, self.document)
            return True
        # Of what is no project there is no reason to ask about the open document.
        no_project = is_table_file(path) or bool(text.foreign_text(path))
        return (no_project or self.may_close()) and self._read(path)

    def _read(self, path: Path) -> bool:
        if is_table_file(path):
            self.table_asked.emit(path)
            return True
        if foreign := text.foreign_text(path):
            self.complain_open(path, foreign)
            return False
        try:
            seen, project = read_seen(path)
        except (FileError, OSError) as error:
            self.complain_open(path, text.error_text(error))
            return False
        document, lost = self.with_rows(project.document)
        self._show(document, path, training=project.training, experiment=project.experiment, seen=seen)
        if lost:
            self._complain(self.tr("{name} was opened without its data.").format(name=self.title), lost)
        if project.fault is not None:
            self._complain_untrained(text.error_text(project.fault))
        return True

    def _show_imported(self, path: Path, found: Imported) -> None:
        """A network of somebody else's file is open with its weights; weights alone came onto the open one."""
        onto_open = found.document == self.document
        if not (onto_open or self._asked or self.may_close()):
            return
        file_path, name = (self.path, self._name) if onto_open else (None, path.stem)
        self._show(found.document, file_path, training=found.weights, name=name)
        self._editor.mark_unsaved()
        self.path_changed.emit()
        self.remarked.emit(found.remarks)

    def _complain_untrained(self, why: str) -> None:
        self._complain(self.tr("{name} was opened without what it had learned.").format(name=self.title), why)

    def ask_link(self) -> None:
        """Open what a person pastes."""
        if self.may_close():
            dialog = LinkDialog(self._window)
            if dialog.exec():
                assert dialog.document is not None
                self._show(dialog.document, None, dialog.remarks)

    def open_link(self, link: str) -> bool:
        """Open a link; one that is none is said to be so and leaves the open document alone."""
        try:
            document, remarks = read_link(link)
        except LinkError as error:
            self._complain(self.tr("The link cannot be opened."), text.link_error_text(error.code))
            return False
        if not self.may_close():
            return False
        self._show(document, None, remarks)
        return True

    def copy_link(self) -> None:
        """Put the document on the clipboard as a link of TensorFlow Playground."""
        link, obstacles = write_link(self._editor.document)
        if obstacles:
            self.link_refused.emit(obstacles)
        else:
            QApplication.clipboard().setText(PAGE + link)
            self.link_copied.emit()

    def show_path(self, path: Path | None, training: Training | None = None) -> None:
        """The document that is open already came from there, with that."""
        self.path = path
        self.unsaved_training.begin(training)
        self._disk.follow(path)
        self.path_changed.emit()

    def take_over(self, other: Files) -> None:
        """The document that is open came from where the other says."""
        self.path, self._from_link = other.path, other._from_link
        self.unsaved_training.take_over(other.unsaved_training)
        self._disk.take_over(other._disk)
        self.path_changed.emit()

    def bring(self, document: Document, path: Path | None, unsaved: bool, training: Training | None = None) -> None:
        """A document that was kept elsewhere is open again, of that file and as different from it as it was."""
        self._show(document, path, training=training)
        if unsaved:
            self._editor.mark_unsaved()
            self.path_changed.emit()

    def show_link(self, remarks: tuple[Remark, ...]) -> None:
        """The document that is open already came from a link."""
        self._from_link = True
        self.path_changed.emit()
        self.remarked.emit(remarks)

    @busy()
    def _show(
        self,
        document: Document,
        path: Path | None,
        remarks: tuple[Remark, ...] | None = None,
        training: Training | Weights | None = None,
        name: str = "",
        experiment: Any = None,
        seen: Seen | None = None,
    ) -> None:
        """`remarks` come with a document from a link, be there any or none."""
        self.path, self._from_link, self._name = path, remarks is not None, name
        self._disk.follow(path, seen)
        self.opening, self.experiment_read = training, experiment
        self.unsaved_training.begin(training if isinstance(training, Training) else None)
        self._editor.open(document)
        self.opening = None
        self.path_changed.emit()
        self.opened.emit()
        self.remarked.emit(remarks or ())

    def save(self) -> bool:
        """Save where the file is, or ask where; whether it was saved."""
        if not self.path:
            return self.save_as()
        if self._disk.state() != "changed":
            with suppress(ChangedError):
                return self._write(self.path, self._disk.expected)
        answer = replace_or_keep(self.path, self._window)
        buttons = QMessageBox.StandardButton
        return self._write(self.path) if answer == buttons.Yes else answer == buttons.Save and self.save_as()

    def reload(self) -> None:
        """Open the file as somebody else left it."""
        if self.path and (not self._editor.unsaved or may_lose(self.path, self._window)):
            self._read(self.path)

    def save_as(self) -> bool:
        start = str(self.path or self.tr("Untitled") + ENDING)
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save project"), start, self._filter())
        path = self._with_ending(chosen, ENDING)
        return path is not None and self._write(path)

    def save_untrained(self) -> None:
        """A copy without what was learned, as a teacher hands it out; the open project stays what it is."""
        start = str(self.path or self.tr("Untitled") + ENDING)
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save without training"), start, self._filter())
        path = self._with_ending(chosen, ENDING)
        if path is not None:
            self._tried(path, lambda: file.write(self._editor.document, path))

    def _tried(self, path: Path, write: Callable[[], object]) -> bool:
        try:
            write()
        except ChangedError:
            raise
        except OSError as error:
            self._complain(self.tr("{file} could not be saved.").format(file=path.name), text.error_text(error))
            return False
        return True

    def _with_ending(self, chosen: str, ending: str) -> Path | None:
        """The path with that ending; None where nothing was chosen, or a file of that name is to stay."""
        if not chosen or chosen.endswith(ending):
            return Path(chosen) if chosen else None
        path = Path(chosen + ending)
        # The dialog asked about the name as it was written.
        return path if not path.exists() or may_replace(path, self._window) else None

    def _write(self, path: Path, expected: str | None = None) -> bool:
        """Whether it was saved. Raises ChangedError where somebody else wrote there since it was looked at."""
        document, written = self._editor.document, list[tuple[str, str]]()
        experiment = self.experiment_text()
        if not self._tried(
            path, lambda: written.append(self.unsaved_training.write(document, path, experiment, expected))
        ):
            return False
        self.path, (seen, why) = path, written[0]
        self._disk.follow(path, (seen, None))
        self._editor.mark_saved()
        if why:
            reasons = {
                "too_large": self.tr("A file holds at most 64 MB of it. Export the network to keep its weights."),
                "no_answer": self.tr("The training engine does not answer."),
            }
            what = self.tr("{file} was saved without what was learned.").format(file=path.name)
            self._complain(what, reasons[why])
        self.path_changed.emit()
        self.saved.emit()
        return True

    def may_close(self) -> bool:
        """Whether the open document may go: it is saved, or the person says so."""
        self.unsaved_training.look()
        if self.hurried or not self.unsaved:
            return True
        minutes = 0 if self._editor.unsaved else round(self.unsaved_training.seconds / 60)
        buttons = QMessageBox.StandardButton
        answer = save_or_not(self.title, self._editor.unsaved, minutes, self._window)
        return self.save() if answer == buttons.Save else answer == buttons.Discard

    def ask_export(self, title: str, ending: str, part: str = "", caption: str = "") -> Path | None:
        """Where to write an export, or that of a part; None where the person thought better of it."""
        name = f"{self.title} – {part}" if part else self.title
        start = str((self.path.parent if self.path else Path()) / (name + ending))
        kinds = self.tr("{title} (*{ending})").format(title=title, ending=ending) if ending else ""
        chosen, _ = QFileDialog.getSaveFileName(self._window, caption or title, start, kinds)
        return self._with_ending(chosen, ending)

    def ask_saved(self) -> Path | None:
        """A network that was exported before, to be loaded back; of a SavedModel its folder. None where none is."""
        start = str(self.path.parent) if self.path else ""
        kinds = self.tr("Saved networks (*.keras *.weights.h5 saved_model.pb)")
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Compare with a saved file"), start, kinds)
        return Path(chosen) if chosen else None

    def _complain(self, what: str, details: str) -> None:
        box = PlainBox(self._window, what, QMessageBox.Icon.Warning, self.tr("Playground"))
        box.setInformativeText(details)
        box.exec()

    def complain_open(self, path: Path, details: str) -> None:
        self._complain(self.tr("{file} cannot be opened.").format(file=path.name), details)

    def complain_export(self, path: Path, details: str) -> None:
        self._complain(self.tr("{file} could not be written.").format(file=path.name), details)

    def _filter(self) -> str:
        return self.tr("Playground projects (*{ending})").format(ending=ENDING)
