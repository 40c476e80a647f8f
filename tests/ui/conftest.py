"""A window whose trainer only remembers what it was told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from playground.document.checks.carrying import goes_on
from playground.document.document import Document
from playground.document.examples import example
from playground.frames.comparing import Comparison
from playground.frames.frame import Frame
from playground.frames.landscape import Landscape, Survey
from playground.frames.meters import MeterAnswer, MeterQuestion
from playground.frames.news import Hello, TrainingGiven
from playground.frames.pace import Pace
from playground.frames.projection import Projection
from playground.frames.reply import Reply
from playground.frames.run import Status
from playground.frames.trained import Training
from playground.frames.walk import WalkQuestion
from playground.frames.wanted import Wanted
from playground.ui.assets import asset
from playground.ui.editor import Editor
from playground.ui.lasting import Lasting
from playground.ui.main_window import MainWindow
from playground.ui.settings import Settings
from playground.ui.theme import LIGHT


class FakeTrainer:
    """Remembers the names of its commands; has the status, frame and reply that a test gives it."""

    def __init__(self, document: Document) -> None:
        self.status = Status("ready")
        self.document, self.wanted = document, Wanted()
        self.frame: Frame | None = None
        self.last_frame: Frame | None = None
        self.reply: Reply | None = None
        self.engine: Hello | None = None
        self.unanswered, self.lost = 0.0, 0
        self.writing: tuple[Path, ...] = ()
        self.landscape: Landscape | None = None
        self.projection: Projection | None = None
        self.projected: list[str] = []
        self.comparison: Comparison | None = None
        self.meters_asked: list[MeterQuestion] = []
        self.meter: MeterAnswer | None = None
        self.asked_to_compare: list[Path] = []
        self.pasts: list[int | None] = []
        self.surveys: list[Survey | None] = []
        self.told: list[str] = []
        self.exported: list[Path] = []
        self.weights_set: list[tuple[object, ...]] = []
        self.learned: list[tuple[WalkQuestion, int]] = []
        self.paces: list[Pace] = []
        self.rests: list[float] = []
        self.training: Training | None = None
        self.lasting = Lasting(lambda asked: self.lasting.hear(TrainingGiven("", asked.serial)), lambda: None)

    def rest(self, seconds: float) -> None:
        self.rests.append(seconds)

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name not in ("play", "pause", "step", "reset", "go_on", "stop_now", "stop_exports"):
            raise AttributeError(name)
        return lambda: self.told.append(name)

    def show_document(self, document: Document) -> bool:
        before, self.document = self.document, document
        return goes_on(before, document)

    def begin(self, document: Document, training: Training | None = None) -> None:
        self.document, self.training = document, training
        self.told.append("begin")

    def set_pace(self, pace: Pace) -> None:
        self.paces.append(pace)

    def train_epochs(self, epochs: int) -> None:
        self.told.append(f"train {epochs}")

    def go_to_best(self, change: int = 0) -> None:
        self.told.append(f"best {change}")

    def look(self, wanted: Wanted) -> None:
        self.wanted = wanted

    def ask_lab(self, question: object) -> None:
        self.told.append("lab")

    def take_lab_answer(self) -> None:
        return None

    def set_weight(self, *asked: object) -> None:
        self.weights_set.append(asked)

    def learn_one(self, sample: WalkQuestion, change: int) -> None:
        self.learned.append((sample, change))

    def export(self, path: Path) -> None:
        self.exported.append(path)

    def take_frame(self) -> Frame | None:
        frame, self.frame = self.frame, None
        self.last_frame = frame or self.last_frame
        return frame

    def show_past(self, step: int | None) -> None:
        self.pasts.append(step)

    def set_film_bound(self, bound: int) -> None:
        self.film_bound = bound

    def choose_device(self, device: str) -> None:
        self.told.append(device)

    def become_past(self, change: int) -> None:
        self.told.append(f"become past, change {change}")

    def take_back(self, change: int) -> None:
        self.told.append(f"take back {change}")

    def set_aside(self, on: bool) -> None:
        self.told.append("set aside" if on else "bring back")

    def survey(self, asked: Survey | None) -> None:
        self.surveys.append(asked)

    def project(self, node: str) -> None:
        self.projected.append(node)

    def take_projection(self) -> Projection | None:
        found, self.projection = self.projection, None
        return found

    def take_landscape(self) -> Landscape | None:
        found, self.landscape = self.landscape, None
        return found

    def take_comparison(self) -> Comparison | None:
        found, self.comparison = self.comparison, None
        return found

    def ask_meter(self, question: MeterQuestion) -> None:
        self.meters_asked.append(question)

    def take_meter(self) -> MeterAnswer | None:
        found, self.meter = self.meter, None
        return found

    def compare(self, path: Path) -> None:
        self.asked_to_compare.append(path)

    def take_reply(self) -> Reply | None:
        reply, self.reply = self.reply, None
        return reply


@pytest.fixture
def told(monkeypatch) -> list[str]:
    """What message boxes said; each is answered with Cancel."""
    words: list[str] = []

    def answer(box: QMessageBox) -> QMessageBox.StandardButton:
        words.append(f"{box.text()} {box.informativeText()}".strip())
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return words


def shown(document: Document, settings: Settings, size: tuple[int, int] = (1440, 900)) -> MainWindow:
    """A window with a trainer that does nothing."""
    window = MainWindow(Editor(document), FakeTrainer(document), settings, LIGHT)  # type: ignore[arg-type]
    window.resize(*size)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    QTest.qWait(0)
    return window


@contextmanager
def passing(windows: list[MainWindow]) -> Iterator[None]:
    """In the end these are gone and the application looks as before; in this order, as else they are styled anew."""
    application = QApplication.instance()
    palette, sheet = application.palette(), application.styleSheet()
    yield
    for window in windows:
        window.tick.stop()
        window.editor.mark_saved()
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if application.styleSheet() != sheet:
        application.setStyleSheet(sheet)
    if application.palette() != palette:
        application.setPalette(palette)


@pytest.fixture
def open_window(qapp, told) -> Iterator[Callable[..., MainWindow]]:
    windows: list[MainWindow] = []

    def show(document: Document | None = None, size: tuple[int, int] = (1440, 900), settings=None) -> MainWindow:
        windows.append(shown(document or example("circle", asset("examples")), settings or Settings(), size))
        return windows[-1]

    with passing(windows):
        yield show


@pytest.fixture
def window(open_window) -> MainWindow:
    return open_window()


@pytest.fixture(scope="module")
def standing(qapp) -> Iterator[MainWindow]:
    """One window for a file whose tests leave nothing in it that another document does not send away."""
    windows: list[MainWindow] = []
    with passing(windows):
        windows.append(shown(example("circle", asset("examples")), Settings()))
        yield windows[0]


@pytest.fixture
def window_again(request: pytest.FixtureRequest, standing, told) -> MainWindow:
    """That window with the circle, as it is when it comes up; a new one for tests named in the file's OWN_WINDOW."""
    if {request.node.name, request.node.originalname} & getattr(request.module, "OWN_WINDOW", set()):
        return request.getfixturevalue("open_window")()
    standing.editor.mark_saved()
    standing.trainer.__init__(standing.editor.document)
    standing.resize(1440, 900)
    standing.files.open_example("circle")
    standing.notice.hide()
    standing.trainer.told.clear()
    QTest.qWait(0)
    return standing
