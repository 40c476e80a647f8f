"""The open lesson: its steps, networks and goals, wired into the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from playground.document.document import Document
from playground.document.history import Name
from playground.frames.frame import Frame
from playground.frames.run import Status
from playground.lessons.conditions import holds
from playground.lessons.facts import Beginning, known_facts
from playground.lessons.lesson import Goal, Goals, Lab, Lesson, Load, Point, Step, Walk
from playground.lessons.mentions import prose_of
from playground.lessons.packing import PackError
from playground.lessons.progress import Answer
from playground.ui.across.laboratory import Laboratory
from playground.ui.lessons.step import Done
from playground.ui.teaching.aside import Aside, Own
from playground.ui.teaching.commands import Commands
from playground.ui.teaching.hiding import Hiding
from playground.ui.teaching.knowing import Knowing
from playground.ui.teaching.loading import Refused, loaded, needed, refused_text, sample_of
from playground.ui.teaching.opened import Opened
from playground.ui.teaching.parts import Parts
from playground.ui.teaching.visiting import Visiting
from playground.ui.teaching.walks import open_walk
from playground.ui.texts.said import later
from playground.ui.theme import Theme
from playground.ui.widgets.first_paint import busy

# How often the file is looked at, and goals that no frame tells of, as seconds.
LOOK_MS = 400


class Teaching(QObject):
    """One lesson, or none.

    `step_shown(lesson, number)` tells what is on the panel, `ticked(number, place)` that a goal was reached,
    `finished` that the last step was left by Finish, `closed` that there is no lesson.
    """

    step_shown = Signal(object, int)
    ticked = Signal(int, int)
    finished = Signal()
    closed = Signal()

    def __init__(self, parts: Parts, language: str, folder: Path) -> None:
        """`language` is the window's; `folder` is where progress and the person's own network are kept."""
        super().__init__(parts.docks)
        self.parts, self.language, self.folder = parts, language, folder
        self.panel = parts.side.lesson
        self.aside, self.hiding = Aside(folder), Hiding(parts.canvas, parts.docks)
        self.knowing = Knowing(parts.canvas, parts.docks)
        self.knowing.add(parts.walking.facts)
        parts.walking.came_back.connect(self.check)
        self.visiting = Visiting(self)
        self.opened: Opened | None = None
        self.number = 0
        # The step whose network stands there; None before the first.
        self._network: int | None = None
        self._begun = Beginning(parts.editor.document)
        # Another network is being opened, and what was before it is no news of it.
        self._coming = False
        self._frame: Frame | None = None
        self._status = Status()
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._look_again)
        self._commands = Commands(parts.editor, parts.changes, parts.trainer)
        self.panel.called.connect(self._commands.run)
        self.panel.step_asked.connect(self.go_to)
        self.panel.finished.connect(self._finish)
        self.panel.answered.connect(self._keep_answer)
        self.panel.asked.connect(self._do_part)
        self.panel.language_chosen.connect(self.speak)
        parts.files.saved.connect(self.knowing.tell_saved)
        parts.side.close_asked.connect(self.close)
        self.hiding.return_asked.connect(self.close)

    def teach_lab(self, laboratory: Laboratory) -> None:
        """Lessons open the lab, stand beside it, and know what it answers."""
        self.knowing.add(laboratory.facts)
        self.visiting.lab_asked.connect(laboratory.open)
        laboratory.answered.connect(self.check)
        for opened_or_closed in (self.step_shown, self.closed):
            opened_or_closed.connect(laboratory.follow)

    # What is open

    @property
    def lesson(self) -> Lesson | None:
        """The lesson on the panel."""
        return self.opened.lesson if self.opened is not None else None

    @property
    def step(self) -> Step | None:
        """The step on the panel."""
        return self.opened.lesson.steps[self.number] if self.opened is not None else None

    @property
    def document(self) -> Document:
        """The network that is open."""
        return self.parts.editor.document

    @property
    def tried(self) -> bool:
        """Whether the step asks what layers make of the chosen example."""
        texts = (text for part in (self.step.parts if self.step is not None else ()) for text in prose_of(part))
        return any("value(" in text for text in (*texts, *(goal.condition.text for goal in self._goals)))

    @property
    def _goals(self) -> list[Goal]:
        parts = self.step.parts if self.step is not None else ()
        return [goal for part in parts if isinstance(part, Goals) for goal in part.goals]

    def open(self, path: Path, step: int | None = None) -> bool:
        """Open a lesson's file at a step, without one where it was left; whether that could be done."""
        try:
            opened = Opened(path, self.folder)
        except (OSError, PackError) as error:
            self.complain(path, refused_text(error))
            return False
        if self.opened is None:
            editor, files = self.parts.editor, self.parts.files
            self.aside.keep(Own(editor.document, files.path, editor.unsaved))
            self.parts.trainer.set_aside(True)
            files.show_path(None)
        self.opened, self._network = opened, None
        self._show_lesson()
        self.go_to(opened.progress.step if step is None else step)
        return True

    def complain(self, path: Path, why: str) -> None:
        """Say why a lesson's file cannot be opened."""
        self.parts.files.complain_open(path, why)

    def complain_write(self, path: Path, why: str) -> None:
        """Say why one could not be written."""
        self.parts.files.complain_export(path, why)

    @busy()
    def _show_lesson(self) -> None:
        assert self.opened is not None
        lesson, languages = self.opened.lesson, self.opened.languages
        self.panel.show_lesson(lesson, self.opened.faults, languages, self.language not in languages)
        self.hiding.show_lesson(lesson)
        self._show_place(True)

    def _show_place(self, on: bool) -> None:
        """The panel's place at the left, or Data and Layers there."""
        if on != self.parts.side.has_lesson:
            self.parts.side.show_lesson(on)
            self.parts.docks.widen_left(on)
        if on:
            self._look.start()
        else:
            self._look.stop()

    def close(self) -> None:
        """Leave the lesson: the person's own network comes back."""
        files = self.parts.files
        # What was opened by hand meanwhile, and changed, is asked for.
        if self.opened is None or (files.path is not None and not files.may_close()):
            return
        self.opened = None
        self.panel.leave()
        self.visiting.leave()
        self._show_place(False)
        self.hiding.end()
        self.parts.guide.spotlight.leave()
        own = self.aside.take()
        if own is not None:
            self._put(later("Text", "Return to your own network"), own.document)
            self.parts.trainer.set_aside(False)
            files.show_path(own.path)
        self.closed.emit()

    def _finish(self) -> None:
        self.finished.emit()
        self.close()

    def come_back(self) -> None:
        """The own network of a person who closed the window within a lesson is there again."""
        own = self.aside.take()
        if own is not None:
            self.parts.files.bring(own.document, own.path, own.unsaved)

    # Its steps

    @busy()
    def go_to(self, number: int) -> None:
        """Show a step, with the network that it is about."""
        if self.opened is None:
            return
        self._coming = True
        self.number = min(max(0, number), len(self.opened.lesson.steps) - 1)
        asked, trouble = needed(self.opened.lesson, self.number), ""
        if asked is not None and asked[0] != self._network:
            self._network, trouble = asked[0], self._load(asked[1])
        self._begin()
        self.opened.keep_step(self.number)
        self.visiting.go(self.opened.lesson, self.number)
        self._show_step(trouble)

    def _begin(self) -> None:
        self._begun = Beginning(self.document, self._frame.run if self._frame is not None else None)
        self.knowing.begin()
        self._coming = False

    def _show_step(self, trouble: str = "") -> None:
        """Show it as it stands; `trouble` is what could not be done for it."""
        assert self.opened is not None
        self.panel.show_facts(self.facts())
        self.panel.open_step(self.number, Done(self.opened.ticks(self.number), self.opened.answers(self.number)))
        self.panel.show_trouble(trouble or self._point())
        self.step_shown.emit(self.opened.lesson, self.number)

    def _point(self) -> str:
        """At the control of this step; that it is not there is a note, and no error."""
        parts = self.step.parts if self.step is not None else ()
        point = next((part for part in parts if isinstance(part, Point)), None)
        if point is None:
            self.parts.guide.spotlight.leave()
        elif not self.parts.guide.point_at(point.target, point.text):
            return self.tr("What this step points at, {target}, is not there now.").format(target=point.target)
        return ""

    def _load(self, load: Load) -> str:
        """Open the network as one undo step; why it could not be, in words."""
        assert self.opened is not None
        try:
            document = loaded(load, self.opened.lesson, self.document)
        except Refused as error:
            return refused_text(error)
        self._put(later("Text", "Open the network of the lesson"), document)
        if load.keep != "weights":
            self.parts.trainer.reset()
        sample = sample_of(load, document)
        if sample is not None:
            self.parts.examples.choose(sample)
        return ""

    def _put(self, name: Name, document: Document) -> None:
        """Another network in place of the present one, all of it seen."""
        canvas = self.parts.canvas
        self.parts.trainer.pause()
        self._frame = None
        self.parts.editor.apply(name, canvas.canvas.settled(document))
        canvas.zoom_to_fit()

    def _do_part(self, part: object) -> None:
        if isinstance(part, Lab):
            self.visiting.open(part)
        elif isinstance(part, Load):
            self.visiting.network_asked.emit()
            self._coming = True
            self.panel.show_trouble(self._load(part))
            self._begin()
        elif isinstance(part, Walk):
            self.visiting.network_asked.emit()
            open_walk(part, self.document, self.parts.walking)

    # Its goals

    def _keep_answer(self, at: int, text: str, right: bool) -> None:
        if self.opened is not None:
            self.opened.keep_answer(self.number, at, Answer(text, right))
            self.check()

    def facts(self) -> dict[str, object]:
        """All that is known now."""
        answered = self.opened.is_answered if self.opened is not None else None
        window = {"language": self.language, "answered": answered, **self.knowing.facts()}
        return known_facts(self.parts.editor.shown, self._frame, self._status, self._begun, window)

    def check(self) -> None:
        """Tick the goals of this step that are reached, and show what is known now."""
        if self.opened is None or self._coming:
            return
        facts, ticks = self.facts(), self.opened.ticks(self.number)
        goals = enumerate(self._goals)
        reached = [at for at, goal in goals if at not in ticks and holds(goal.condition, facts)]
        self.panel.show_facts(facts)
        if not reached:
            return
        self.opened.keep_ticks(self.number, reached)
        self.panel.show_ticks(self.opened.ticks(self.number))
        if self.panel.is_reached:
            self.parts.guide.spotlight.show_reached()
        for at in reached:
            self.ticked.emit(self.number, at)

    # News

    def show_document(self, document: Document) -> None:
        self.hiding.show_document(document)
        self.check()

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        if self._begun.run is None:
            self._begun = replace(self._begun, run=frame.run)
        self.check()

    def forget(self) -> None:
        self._frame = None

    def show_status(self, status: Status) -> None:
        self._status = status
        self.check()

    def show_theme(self, theme: Theme) -> None:
        self.parts.side.show_theme(theme)

    # Its file, and its languages

    def _look_again(self) -> None:
        if self.opened is not None and self.opened.read_again():
            self._show_again()
        else:
            self.check()

    def speak(self, language: str) -> None:
        """The lesson, and nothing else, in another language that it can be had in: same step, ticks and answers."""
        if self.opened is not None and self.opened.speak(language):
            self._show_again()

    def _show_again(self) -> None:
        """The lesson as it was read anew, at the same step and with its ticks."""
        assert self.opened is not None
        self.number = min(self.number, len(self.opened.lesson.steps) - 1)
        self._show_lesson()
        self._show_step()

    def take_over(self, other: Teaching) -> None:
        """The lesson that is open in another window, as it stands there."""
        if other.opened is None:
            return
        self.opened, self.number, self._network = other.opened, other.number, other._network
        self._begun, self._frame = other._begun, other._frame
        self.aside.own = other.aside.own
        self._show_lesson()
        self._show_step()
