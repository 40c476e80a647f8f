"""The main window: its parts, its menus, and all wiring between them."""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from playground.document.document import Document
from playground.document.edits import edits
from playground.frames.frame import Frame
from playground.frames.pace import PACES
from playground.frames.run import Status
from playground.frames.trained import Training
from playground.ui.across.asking import Asking
from playground.ui.across.changes import Changes
from playground.ui.across.examples import Examples
from playground.ui.across.experimenting import Experimenting
from playground.ui.across.exporting import Exporting
from playground.ui.across.filming import Filming
from playground.ui.across.guide import Guide
from playground.ui.across.laboratory import Laboratory
from playground.ui.across.looking import Looking
from playground.ui.across.making import Making
from playground.ui.across.rate_finding import RateFinding
from playground.ui.across.rivalry import Rivalry
from playground.ui.across.walking import Walking
from playground.ui.advising import Advising
from playground.ui.canvas.view import CanvasView
from playground.ui.dialogs.dropped import LESSONS, Dropped
from playground.ui.dialogs.files import Files
from playground.ui.dialogs.leaving import Finishing
from playground.ui.docks.docks import Docks
from playground.ui.editor import Editor
from playground.ui.lessons.side import Side
from playground.ui.menus import Menus, fill_menu, keyed_actions
from playground.ui.own_layers import OwnLayers, data_folder
from playground.ui.panels.adviser import AdviserLine
from playground.ui.panels.data import DataPanel
from playground.ui.panels.form import with_setting
from playground.ui.panels.history import HistoryPanel
from playground.ui.panels.layer import LayerPanel
from playground.ui.panels.notices.notice import Notice
from playground.ui.panels.palette import PalettePanel
from playground.ui.panels.panels import Given, Panels
from playground.ui.panels.problems import ProblemsPanel
from playground.ui.panels.status import StatusPanel
from playground.ui.panels.time_bar import TimeBar
from playground.ui.panels.toolbar import ToolBar
from playground.ui.plots.curves.curves import CurvesPanel
from playground.ui.plots.output.output import OutputPanel
from playground.ui.settings import Settings
from playground.ui.teaching.course import Course
from playground.ui.teaching.library import Library
from playground.ui.teaching.parts import Parts
from playground.ui.teaching.teaching import Teaching
from playground.ui.text import changing
from playground.ui.texts.language import chosen_language
from playground.ui.texts.said import later
from playground.ui.theme import DARK, LIGHT, Theme
from playground.ui.trainer import WILL_PLAY, Trainer
from playground.ui.welcome import Welcome, spots
from playground.ui.widgets.screen_room import size_on_screen
from playground.ui.widgets.styling import Styling

# Seconds after which an engine that does not answer can be given up.
TICK_MS, PATIENCE = 16, 5.0


class MainWindow(QMainWindow):
    """Shows documents and frames to every part; hands gestures to the editor and commands to the trainer."""

    language_chosen = Signal(str)

    def __init__(self, editor: Editor, trainer: Trainer, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.editor, self.trainer, self.settings, self.theme = editor, trainer, settings, theme
        self.styling = Styling(self)
        self._shown_status: Status | None = None
        self._rest_until, self._leaving = 0.0, False
        self._make_parts()
        self._lay_out()
        self._make_menus()
        self._wire()
        Dropped(self.files, {LESSONS: self.teaching.open, **self.making.openers}, self)
        self.tick = QTimer(self, interval=TICK_MS)
        self.tick.timeout.connect(self.show_newest)
        self.tick.start()
        self.show_document(editor.document)
        self.canvas.settle()
        self._show_path()
        self.select_first()
        self.canvas.setFocus()

    def _make_parts(self) -> None:
        editor, trainer, theme = self.editor, self.trainer, self.theme
        own_layers, chinese = OwnLayers(data_folder()), chosen_language(self.settings.language) == "zh_CN"
        self.panels = Panels(Given(editor, theme, own_layers))
        self.toolbar, self.status = self.panels.of(ToolBar), self.panels.of(StatusPanel)
        self.layer, self.problems = self.panels.of(LayerPanel), self.panels.of(ProblemsPanel)
        self.notice, self.history = self.panels.of(Notice), self.panels.of(HistoryPanel)
        self.canvas = CanvasView(editor, theme, own_layers=own_layers)
        self.side = Side(theme, self.panels.left(), self.panels.of(DataPanel), self.panels.of(PalettePanel))
        self.docks = Docks(self.panels.over(self.canvas), self.side, self.panels.right(), theme)
        self.looking = Looking(trainer, self.canvas, self.docks)
        self.surface, self.curves = self.docks.of(OutputPanel).surface, self.docks.of(CurvesPanel)
        self.files = Files(editor, self, trainer)
        self.exporting = Exporting(self.files, trainer, self.status.say, lambda: self.theme, self)
        self.examples = Examples(editor.document, self.docks, self.canvas.canvas, self._look)
        self.rivalry = Rivalry(editor, self.docks, self.status.say)
        self.changes = Changes(editor, trainer, self.panels.of(TimeBar))
        run = (editor, self.changes, trainer)
        self.making = Making(run, self.files, self.canvas, self.panels.of(DataPanel), theme, chinese, self)
        self.walking = Walking(self.canvas, self.docks, self.changes, self.examples, self._look)
        self.advising = Advising(self.panels.of(AdviserLine), self.layer, self.canvas, self.docks, run)
        self.filming = Filming(trainer, self.docks, self.panels.of(TimeBar), self, self.settings.film_megabytes)
        self.guide = Guide(self, self.canvas, self.panels.of(PalettePanel), theme)
        taught = Parts(*run, self.files, self.docks, self.canvas, self.side, self.guide, self.walking, self.examples)
        self.teaching = Teaching(taught, chosen_language(self.settings.language), data_folder().parent)
        self.teaching.step_shown.connect(lambda *_: self._look())
        self.exporting.written.connect(self.teaching.knowing.tell_exported)
        self.exporting.found_equal.connect(self.teaching.knowing.tell_compared)
        self.library = Library(self.teaching, self.guide.names_at_hand, self.status.say, self)
        # Every part has the same doors, so each kind of news goes to all of them.
        self.parts = (self.canvas, self.docks, self.panels, self.walking, self.teaching, self.making)

    def _lay_out(self) -> None:
        self.setCentralWidget(self.panels.around(self.docks))
        size_on_screen(self, wanted=QSize(1440, 900), least=QSize(1024, 640))
        self.restoreGeometry(self.settings.geometry)
        self.docks.restore(self.settings.docks)
        self.curves.show_choices(self.settings.smoothing, self.settings.logarithmic)

    def _make_menus(self) -> None:
        menus = Menus(self)
        lessons = (self.library.open_lesson, self.library.new_lesson)
        menus.file(self.files, self.settings.recent, self.exporting.commands, self.exporting.ask_compare, lessons)
        pages = self.panels.pages
        targets = spots(self.panels.of(DataPanel).thumbnails, self.toolbar.play, self.canvas)
        self.course = Course(self, pages, self.library, self.theme, self.status.show_lesson)
        self.laboratory = Laboratory(self.course.places, pages, self.side, self.trainer, self.theme, self.walking)
        self.guide.pointing.open_lab = self.laboratory.open
        many = (self.editor, self.files, self.status.say, self._begin, data_folder().parent)
        self.experimenting = Experimenting(many, self.course.places, pages, self.theme)
        self.teaching.teach_lab(self.laboratory)
        self.welcome = Welcome(self, pages, self.editor, self.files, menus.recent, targets, self.course, self.theme)
        self.welcome.at_start, self.welcome.tour_done = self.settings.welcome, self.settings.tour_done
        self.welcome.gone.connect(self.canvas.setFocus)
        menus.edit(self.canvas, self.history.undo, self.history.redo)
        menus.data(self.making.commands, self.making.tables.examples)
        view_menu = menus.view(self.canvas, self.docks, self.panels.toggles(), self.switch_theme)
        view_menu.addAction(self.advising.toggle)
        self.advising.toggle.setChecked(self.settings.adviser)
        (self.controls,) = fill_menu(view_menu, [(self.tr("Show hidden controls"), "", self.show_controls)])
        menus.language(view_menu, lambda: self.settings.language, self.language_chosen.emit)
        self.finding = RateFinding(self.editor, self.trainer, lambda: self.theme, self)
        rest = [self.finding.action, self.experimenting.action, self.walking.action, *self.rivalry.actions]
        menus.train(self.trainer, self.play_or_pause, self.changes.step, rest)
        view_menu.addActions(self.course.places.commands)
        self.library.fill(menus.lesson())
        menus.help(self.welcome.show)
        self.docks.share_keys(keyed_actions(self.menuBar()))
        self.recent_menu, self.presentation, self.device = menus.recent, menus.presentation, menus.device
        self.presentation.toggled.connect(lambda _: self.show_theme(self.theme))
        self.presentation.setChecked(self.settings.presentation)

    def _wire(self) -> None:
        editor, trainer = self.editor, self.trainer
        editor.opened.connect(self._begin)
        editor.changed.connect(self.show_document)
        self.files.path_changed.connect(self._show_path)
        self.panels.listen_to_disk(self.files.disk_told, self.files.reload)
        self.files.opened.connect(self._show_opened)
        self.files.remarked.connect(self.notice.show_remarks)
        self.files.link_refused.connect(self.notice.show_obstacles)
        self.files.link_copied.connect(lambda: self.status.say(self.tr("The link is on the clipboard.")))
        self.toolbar.play_toggled.connect(self.play_or_pause)
        self.toolbar.step_asked.connect(self.changes.step)
        self.toolbar.reset_asked.connect(trainer.reset)
        self.toolbar.pace_chosen.connect(lambda name: trainer.set_pace(PACES[name]))
        self.toolbar.pace_chosen.connect(lambda _: self._look())
        self.toolbar.pace.choose(self.settings.pace)
        self.toolbar.undo_asked.connect(editor.undo)
        self.toolbar.redo_asked.connect(editor.redo)
        self.toolbar.theme_toggled.connect(self.switch_theme)
        self.panels.of(PalettePanel).chosen.connect(self.canvas.place_layer)
        self.canvas.selected.connect(self.show_selection)
        self.layer.group.asked.connect(self.canvas.grouping.run)
        self.canvas.looked_at_changed.connect(self._look)
        self.canvas.edit_asked.connect(lambda node_id: self.canvas.select((node_id,)))
        self.canvas.edit_asked.connect(lambda _: self.layer.take_focus())
        self.changes.listen(self.canvas)
        self.canvas.hovered_neuron.connect(lambda neuron: self.surface.show_neuron(*(neuron or ("", None))))
        self.docks.live_changed.connect(self._look)
        self.docks.save_asked.connect(self.exporting.save_view)
        self.docks.said.connect(self.status.say)
        self.filming.replied.connect(self.exporting.tell)
        self.asking = Asking(self.docks, trainer)
        self.docks.view_chosen.connect(self.choose_view)
        self.notice.go_on_asked.connect(trainer.go_on)
        self.notice.stop_asked.connect(trainer.stop_now)
        self.status.problems_asked.connect(self.problems.show)
        self.problems.fix_asked.connect(self.canvas.mend)
        self.history.step_asked.connect(editor.go_to)
        self.problems.node_asked.connect(lambda node_id: self.canvas.select((node_id,)))

    # Documents and frames flow down

    def show_document(self, document: Document) -> None:
        if not self.trainer.show_document(self.editor.document):
            # What belongs to another network is never seen beside this one.
            self._forget()
        for part in self.parts:
            part.show_document(document)
        self.examples.show_document(document)
        self.controls.setEnabled(bool(document.view.hidden))
        self.setWindowModified(self.files.unsaved)
        self._look()

    def _begin(self, document: Document, training: Training | None = None) -> None:
        """Another project, without the runs of the one before; or what a run of an experiment has learned."""
        self.trainer.begin(document, training or self.files.opening)
        self.curves.forget_runs()
        self._forget()

    def _forget(self) -> None:
        """Nothing that was learned holds for the document."""
        for part in self.parts:
            part.forget()

    def show_newest(self) -> None:
        """Once a tick: the trainer's status, its newest frame, its answers."""
        if (status := self.trainer.status) is not self._shown_status:
            self._shown_status = status
            self._look()
            self.panels.show_status(status)
            self.welcome.show_status(status)
            self.teaching.show_status(status)
            self.canvas.show_training(status.state == "training")
            self.docks.show_training(status.state == "training")
        for part in (self.status, self.device, self.experimenting):
            part.show_engine(self.trainer.engine)
        self.notice.show_engine(self.trainer.unanswered > PATIENCE, self.trainer.lost)
        if time.perf_counter() >= self._rest_until and (frame := self.trainer.take_frame()) is not None:
            start = time.perf_counter()
            self.show_newest_frame(frame)
            # Drawing gets at most half of the time, so that gestures and training get the other half; a film all of it.
            self._rest_until = 0.0 if self.filming.maker.working else 2 * time.perf_counter() - start
        self.asking.listen()
        self.finding.listen()
        self.exporting.listen()

    def show_newest_frame(self, frame: Frame) -> None:
        if not self.looking.is_answered_by(frame):
            # It answers a question of before; the next one comes in a moment.
            return
        for part in self.parts:
            part.show_frame(frame)
        # The film last: it takes a picture of what the others have drawn.
        self.filming.maker.show_frame(frame)

    def show_selection(self, node_ids: tuple[str, ...]) -> None:
        self.panels.show_selection(node_ids)
        self.docks.show_selection(tuple(map(self.canvas.canvas.pictured, node_ids)))
        self._look()

    def select_first(self) -> None:
        """Select the first layer after Data, so that its settings and its activation are seen at once."""
        self.canvas.select(self.editor.document.graph.trained[1:-1][:1])

    def _look(self) -> None:
        self.looking.ask(self.toolbar.pace.name, self.examples.chosen, self.teaching.tried, self.walking.question)

    # Commands go up

    def play_or_pause(self) -> None:
        if self.trainer.status.state == "training" or self.trainer.status.code == WILL_PLAY:
            self.trainer.pause()
        else:
            self.changes.play()

    def choose_view(self, name: str, value: object) -> None:
        """A setting of how the output is shown, as one undo step."""
        document = self.editor.document
        self.editor.apply(changing(name), edits.set_view(document, with_setting(document.view, name, value)))

    def show_controls(self) -> None:
        self.editor.apply(later("Text", "Show hidden controls"), edits.show_controls(self.editor.document))

    def switch_theme(self) -> None:
        self.show_theme(LIGHT if self.theme.dark else DARK)
        self.settings = replace(self.settings, theme="dark" if self.theme.dark else "light")

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        docks = sorted(self.docks.docks.values(), key=QWidget.isVisible, reverse=True)
        rest = (self.laboratory, self.course, self.welcome, self.teaching, self.walking, self.making, self.guide)
        self.styling.show(theme, [one.show_theme for one in (*docks, *rest, self.experimenting)])  # type: ignore[attr-defined]
        self.canvas.show_theme(theme)
        self.panels.show_theme(theme)

    # Files

    def _show_opened(self) -> None:
        # What had the keys may have nothing to do in the new project.
        self.canvas.setFocus()
        self.canvas.settle()
        self.select_first()

    def _show_path(self) -> None:
        """The open file is in the title, and the first of the recent ones."""
        self.setWindowTitle(self.tr("{name}[*] – Playground").format(name=self.files.title))
        self.setWindowModified(self.files.unsaved)
        if self.files.path is not None:
            self.recent_menu.put_first(str(self.files.path.resolve()))

    def _being_written(self) -> list[str]:
        """Names of the files that would be lost by closing now."""
        return [path.name for path in (*self.trainer.writing, *self.filming.writing)]

    def _leave(self) -> None:
        self._leaving = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.teaching.lesson is None and not self.files.may_close():
            event.ignore()
            return
        if self._being_written() and not self._leaving:
            event.ignore()
            Finishing(self._being_written, self._leave, self).show()
            return
        self.tick.stop()
        self.filming.maker.cancel()
        self.settings = self.keep()
        super().closeEvent(event)

    def keep(self) -> Settings:
        """What is remembered of the window as it is."""
        curves, welcome = self.curves, self.welcome
        return replace(
            self.settings, geometry=bytes(self.saveGeometry().data()), docks=self.docks.keep(),
            recent=self.recent_menu.paths, presentation=self.presentation.isChecked(),
            film_megabytes=self.filming.megabytes, welcome=welcome.at_start, tour_done=welcome.tour_done,
            adviser=self.advising.toggle.isChecked(), pace=self.toolbar.pace.name, smoothing=curves.smoothing,
            logarithmic=curves.logarithmic.isChecked(),
        )  # fmt: skip
