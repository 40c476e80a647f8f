"""The menu bar: every command of the window with its words and its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QMenu, QMenuBar, QPlainTextEdit, QWidget

from playground.document import examples
from playground.frames.formats import FORMATS, Format
from playground.ui.canvas.commands.forms import form_commands
from playground.ui.canvas.commands.selection import arrange_commands
from playground.ui.canvas.keys.table import key_rows
from playground.ui.canvas.view import CanvasView
from playground.ui.device_menu import DeviceMenu
from playground.ui.dialogs.about import show_about
from playground.ui.dialogs.files import Files
from playground.ui.dialogs.report import show_report
from playground.ui.dialogs.shortcuts import show_shortcuts
from playground.ui.dialogs.train_for import ask_epochs
from playground.ui.docks.docks import Docks
from playground.ui.settings import LANGUAGES, MOST_RECENT
from playground.ui.text import example_title
from playground.ui.texts.exports.sentences import export_title
from playground.ui.trainer import Trainer

LARGE = 1.5

Command = tuple[str, str | QKeySequence.StandardKey, Callable[[], object]] | None
"""Words, keys ("" for none) and what it does; None draws a line."""


def add_menu(bar: QMenuBar, name: str, title: str, commands: Iterable[Command]) -> QMenu:
    """A menu with these commands; lessons point at it by its name, which is the same in each language."""
    menu = bar.addMenu(title)
    menu.setObjectName(f"menu:{name}")
    fill_menu(menu, commands)
    return menu


def fill_menu(menu: QMenu, commands: Iterable[Command]) -> list[QAction]:
    """Append commands to a menu; gives their actions."""
    actions = []
    for command in commands:
        if command is None:
            menu.addSeparator()
            continue
        words, keys, run = command
        action = menu.addAction(words)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, run=run: run())
        actions.append(action)
    return actions


def keyed_actions(menu: QMenuBar | QMenu) -> list[QAction]:
    """Every command below a menu that has keys."""
    inside = [action.menu() for action in menu.actions()]
    below = [action for found in inside if isinstance(found, QMenu) for action in keyed_actions(found)]
    return [action for action in menu.actions() if not action.shortcut().isEmpty()] + below


def menu_keys(bar: QMenuBar) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each menu's title with its commands that have keys, as (keys, words): what the sheet of shortcuts shows."""
    native = QKeySequence.SequenceFormat.NativeText
    # A bar too narrow for its menus has one more, with these in it.
    menus = [menu for action in bar.actions() if isinstance(menu := action.menu(), QMenu)]
    return [
        (
            menu.title().replace("&", ""),
            [
                (action.shortcut().toString(native), action.text())
                for action in menu.actions()
                if action.isVisible() and not action.shortcut().isEmpty()
            ],
        )
        for menu in menus
    ]


def example_commands(open_example: Callable[[str], object]) -> list[Command]:
    """One for each bundled example."""
    return [(example_title(name), "", partial(open_example, name)) for name in examples.names()]


def export_commands(export: Callable[[Format], object]) -> list[Command]:
    """One for each kind of file."""
    return [(f"{export_title(row)}…", "", partial(export, row)) for row in FORMATS.values()]


class RecentMenu(QMenu):
    """The last opened files, newest first; one that is gone leaves the list when it is chosen."""

    def __init__(self, files: Files, paths: tuple[str, ...], menu: QMenu) -> None:
        super().__init__(QCoreApplication.translate("Menus", "Open recent"), menu)
        self._files = files
        menu.addMenu(self)
        self.keep(*paths)

    def keep(self, *paths: str) -> None:
        """These and no others."""
        self.paths = paths[:MOST_RECENT]
        self.clear()
        self.setEnabled(bool(self.paths))
        fill_menu(self, [(Path(path).name, "", partial(self._open, path)) for path in self.paths])

    def put_first(self, path: str) -> None:
        self.keep(path, *(kept for kept in self.paths if kept != path))

    def _open(self, path: str) -> None:
        if not self._files.open(Path(path)) and not Path(path).exists():
            self.keep(*(kept for kept in self.paths if kept != path))


class Presentation(QAction):
    """Everything large and what is not to be shown away, for a room: a tick in the menu; Esc takes it out.

    It sets the size of the application's font, and makes room around the canvas and the views.
    """

    def __init__(self, window: QWidget, docks: Docks) -> None:
        super().__init__(QCoreApplication.translate("Menus", "Presentation"), window)
        self.setCheckable(True)
        self.setShortcut(QKeySequence("Ctrl+Shift+P"))
        self._plain = QApplication.font()
        self._docks = docks
        self._leave_key = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._leave_key.setEnabled(False)
        self._leave_key.activated.connect(self._leave)
        self.toggled.connect(self._apply)

    def _apply(self, large: bool) -> None:
        font = QApplication.font()
        font.setPointSizeF(self._plain.pointSizeF() * (LARGE if large else 1.0))
        QApplication.setFont(font)
        self._leave_key.setEnabled(large)
        self._docks.present(large)

    def _leave(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit | QPlainTextEdit):
            # There Esc means something else. Meanwhile it is no shortcut: this one would be asked again, for ever.
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
            self._leave_key.setEnabled(False)
            QApplication.sendEvent(focused, event)
            self._leave_key.setEnabled(self.isChecked())
        else:
            self.setChecked(False)


class Menus(QObject):
    """The menus of one bar, from the left; each method makes one, out of what it is handed."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window, self._bar = window, window.menuBar()

    def file(
        self,
        files: Files,
        recent: tuple[str, ...],
        export: tuple[Callable[[], object], Callable[[Format], object]],
        compare: Callable[[], object],
        lessons: Sequence[QAction],
    ) -> None:
        """`export` writes several kinds of files at once, or one; `lessons` open one, and make one of the network."""
        keys = QKeySequence.StandardKey
        menu = add_menu(self._bar, "File", self.tr("&File"), [
            (self.tr("New…"), keys.New, files.new),
            (self.tr("Open…"), keys.Open, files.ask_and_open),
            (self.tr("Open link…"), "Ctrl+L", files.ask_link),
        ])  # fmt: skip
        fill_menu(menu.addMenu(self.tr("Open example")), example_commands(files.open_example))
        menu.addActions(lessons)
        self.recent = RecentMenu(files, recent, menu)
        fill_menu(menu, [
            None,
            (self.tr("Save"), keys.Save, files.save),
            (self.tr("Save as…"), keys.SaveAs, files.save_as),
            (self.tr("Save without training…"), "", files.save_untrained),
            (self.tr("Copy as TensorFlow Playground link"), "", files.copy_link),
            None,
        ])  # fmt: skip
        several: Command = (self.tr("Several at once…"), "Ctrl+Shift+E", export[0])
        fill_menu(menu.addMenu(self.tr("Export")), [several, None, *export_commands(export[1])])
        fill_menu(menu, [
            (self.tr("Compare a saved file with this network…"), "", compare),
            None,
            (self.tr("Quit"), keys.Quit, self._window.close),
        ])  # fmt: skip

    def edit(self, canvas: CanvasView, undo: QAction, redo: QAction) -> None:
        """What changes the network: Edit and Arrange."""
        selection, grouping = canvas.selection, canvas.grouping
        keys = QKeySequence.StandardKey
        menu = add_menu(self._bar, "Edit", self.tr("&Edit"), ())
        menu.addActions([undo, redo])
        fill_menu(menu, [
            None,
            (self.tr("Cut"), keys.Cut, selection.cut),
            (self.tr("Copy"), keys.Copy, selection.copy),
            (self.tr("Paste"), keys.Paste, selection.paste),
            (self.tr("Duplicate"), "Ctrl+D", selection.duplicate),
            (self.tr("Freeze or unfreeze"), "Ctrl+Shift+F", selection.freeze),
            None,
            (self.tr("Select all"), keys.SelectAll, selection.all),
            (self.tr("Delete"), "", selection.delete),
            (self.tr("Delete and join the gap"), "", selection.delete_and_join),
        ])  # fmt: skip
        commands = [*grouping.commands(), *arrange_commands(selection), *form_commands(canvas.forms)]
        arrange = add_menu(self._bar, "Arrange", self.tr("&Arrange"), commands)
        fill_menu(arrange.addMenu(self.tr("Colour of the group")), grouping.colour_commands())

    def data(self, data: Sequence[Callable[[], object]], tables: Iterable[Command]) -> None:
        """`data` open, paste and change a table, draw, type, make sequences, open pictures and known ones; `tables` are
        bundled."""
        menu = add_menu(self._bar, "Data", self.tr("&Data"), [
            (self.tr("Open table…"), "Ctrl+Shift+O", data[0]),
            (self.tr("Paste table"), "", data[1]),
            (self.tr("Change the table…"), "", data[2]),
            (self.tr("Open pictures…"), "", data[6]),
            (self.tr("MNIST and others…"), "", data[7]),
            None,
            (self.tr("Draw data…"), "Ctrl+Shift+D", data[3]),
            (self.tr("Type a function…"), "", data[4]),
            (self.tr("Make sequences…"), "", data[5]),
        ])  # fmt: skip
        fill_menu(menu.addMenu(self.tr("Open example table")), tables)

    def view(self, canvas: CanvasView, docks: Docks, panels: Iterable[Command], light: Callable[[], object]) -> QMenu:
        """`panels` open and close what stands at the side, `light` switches light and dark."""
        menu = add_menu(self._bar, "View", self.tr("&View"), [
            (self.tr("Zoom to fit"), "Ctrl+0", canvas.zoom_to_fit),
            (self.tr("Zoom to selection"), "Ctrl+2", canvas.zoom_to_selection),
            (self.tr("Full size"), "Ctrl+1", canvas.full_size),
            (self.tr("Go to the canvas"), "F6", lambda: canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            None,
        ])  # fmt: skip
        views = menu.addMenu(self.tr("Views"))
        views.addActions(docks.toggles())
        fill_menu(views, [None, (self.tr("Reset layout"), "", docks.reset)])
        fill_menu(menu, [
            (self.tr("View over the whole screen"), "F11", docks.enlarge),
            *panels,
            None,
            (self.tr("Light or dark"), "Ctrl+Shift+L", light),
        ])  # fmt: skip
        self.presentation = Presentation(self._window, docks)
        menu.addAction(self.presentation)
        return menu

    def language(self, view: QMenu, present: Callable[[], str], choose: Callable[[str], object]) -> None:
        """Each named in itself, so that people find their own."""
        menu, names = view.addMenu(self.tr("Language")), {"en": "English", "zh_CN": "中文"}
        commands = [(names.get(name, self.tr("As the system")), "", partial(choose, name)) for name in LANGUAGES]
        actions, group = fill_menu(menu, commands), QActionGroup(menu)
        for action in actions:
            group.addAction(action)
            action.setCheckable(True)
        menu.aboutToShow.connect(lambda: actions[LANGUAGES.index(present())].setChecked(True))

    def train(
        self,
        trainer: Trainer,
        play_or_pause: Callable[[], object],
        step: Callable[[bool], object],
        rivals: Sequence[QAction],
    ) -> None:
        """`step` trains an epoch or only a batch, `rivals` are the commands for the networks beside the present one."""
        menu = add_menu(self._bar, "Train", self.tr("&Train"), [
            (self.tr("Play or pause"), "Ctrl+Return", play_or_pause),
            (self.tr("Step one batch"), "Ctrl+Right", partial(step, False)),
            (self.tr("Step one epoch"), "Ctrl+Shift+Right", partial(step, True)),
            (self.tr("Train for…"), "Ctrl+T", lambda: ask_epochs(self._window, trainer.train_epochs)),
            (self.tr("Go to the best epoch"), "Ctrl+B", lambda: trainer.go_to_best()),
            (self.tr("Reset"), "Ctrl+R", trainer.reset),
        ])  # fmt: skip
        menu.addSeparator()
        menu.addActions(rivals)
        self.device = DeviceMenu(menu)
        self.device.chosen.connect(trainer.choose_device)

    def lesson(self) -> QMenu:
        """Empty as yet."""
        return add_menu(self._bar, "Lesson", self.tr("&Lesson"), ())

    def help(self, welcome: Callable[[], object]) -> None:
        window, bar = self._window, self._bar
        add_menu(bar, "Help", self.tr("&Help"), [
            (self.tr("Welcome"), "", welcome),
            (self.tr("Shortcuts"), "?", lambda: show_shortcuts(window, menu_keys(bar), key_rows())),
            (self.tr("Report a problem…"), "", lambda: show_report(window)),
            (self.tr("About Playground"), "", lambda: show_about(window)),
        ])  # fmt: skip
