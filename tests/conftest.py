"""What all tests share: no screen, no settings of yours, one language, and a tamed garbage collector."""

from __future__ import annotations

import faulthandler
import gc
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Generator, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from matching import cost

if TYPE_CHECKING:
    from playground.engine.build import Structure
    from playground.engine.loops import Loops
    from playground.engine.probes.probes import Probes
    from playground.engine.train import Loop

# All of this is read once, when Qt, TensorFlow or the Playground is first imported.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
# What a test compiles trains for an instant: it pays twice for machine code that is made fast.
os.environ.setdefault("XLA_FLAGS", "--xla_backend_optimization_level=0")
os.environ["LC_ALL"] = "C.UTF-8"
HOME = tempfile.mkdtemp(prefix="playground-tests-")
FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
for name in FOLDERS:
    os.environ[name] = os.path.join(HOME, name.lower())
# Keras loads matplotlib, which lists all fonts once for each folder: a second and more.
os.environ["MPLCONFIGDIR"] = os.path.join(HOME, "matplotlib")

# A busy machine must not fail a test; and what the gate says once it says again.
settings.register_profile(
    "playground", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("playground")

# A collection on a worker thread may destroy Qt objects there, which crashes: collect here only, between tests.
gc.disable()
TENSORFLOW_IS_FROZEN = False


TESTS = Path(__file__).parent
START = time.monotonic()
# pytest-timeout ends its watch where a test fails: a question that is asked as its window closes would wait for ever.
LONGEST_ENDING = 120.0
SEEN_STDERR = pytest.StashKey[int]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--seconds", type=float, help="begin no test after so many seconds; the others are skipped")


def pytest_configure(config: pytest.Config) -> None:
    """Nothing is captured now: what is told of an ending that hangs must be seen."""
    config.stash[SEEN_STDERR] = os.dup(2)


def watch_ending(config: pytest.Config) -> None:
    """Tells where every thread stands, and ends this process, unless what follows ends in time."""
    faulthandler.dump_traceback_later(LONGEST_ENDING, exit=True, file=config.stash[SEEN_STDERR])


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips what --seconds leaves no time for."""
    seconds = item.config.getoption("--seconds")
    if seconds is not None and time.monotonic() - START > seconds:
        pytest.skip(f"{seconds:.0f} seconds are over")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leaves files and folders alone that have no test of 3D views, where only these are asked for."""
    if config.option.markexpr != "gl":
        return None
    files = [collection_path] if collection_path.suffix == ".py" else collection_path.rglob("test_*.py")
    return not any("mark.gl" in file.read_text(encoding="utf-8") for file in files) or None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skips the tests of 3D views where there is no OpenGL; the dearest files come first where workers share them."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        # So that at the end no worker waits for another's long file.
        items.sort(key=lambda item: -cost(item.path.relative_to(TESTS.parent).as_posix()))
    if os.environ["QT_QPA_PLATFORM"] != "offscreen":
        return
    for item in items:
        if item.get_closest_marker("gl"):
            item.add_marker(pytest.mark.skip(reason="needs a screen with OpenGL; python3 scripts/test.py brings one"))


def pytest_collection_finish() -> None:
    """What was loaded stays, so that no later collection looks at it: this is most of what a test costs."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, object, object]:
    """Windows close without a question, and not for ever."""
    for reference, _ in getattr(item, "qt_widgets", ()):
        if files := getattr(reference(), "files", None):
            files.hurried = True
    watch_ending(item.config)
    try:
        return (yield)
    finally:
        collect(item, nextitem)
        faulthandler.cancel_dump_traceback_later()


def collect(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """After each test with Qt objects, and after each file; so does stay what a file has left."""
    global TENSORFLOW_IS_FROZEN
    ends_file = nextitem is None or nextitem.path != item.path
    if ends_file and "playground.engine.build" in sys.modules:
        sys.modules["playground.engine.build"].forget_networks()
    if ends_file or "qapp" in getattr(item, "fixturenames", ()):
        gc.collect()
    if ends_file or ("tensorflow" in sys.modules and not TENSORFLOW_IS_FROZEN):
        gc.freeze()
        TENSORFLOW_IS_FROZEN = "tensorflow" in sys.modules


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A thread or a process that is left must not keep the gate waiting."""
    watch_ending(session.config)


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    """The circle with little data, as a file."""
    from playground.document.edits import edits
    from playground.document.examples import example
    from playground.document.files import file
    from playground.ui.assets import asset

    document = example("circle", asset("examples"))
    path = tmp_path / "mine.playground"
    file.write(edits.set_data(document, replace(document.data, points=60)), path)
    return path


@pytest.fixture
def unproved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that a command writes are not loaded back, for which TensorFlow loads once more."""
    from playground import command_export, command_train

    for module in (command_train, command_export):
        monkeypatch.setattr(module, "prove_all", lambda *_, **__: True)


@cache
def kept_loops() -> type[Loops]:
    """Loops whose plain ones are those of all others of this kind."""
    from playground.engine.loops import Loops

    shared = Loops()

    class KeptLoops(Loops):
        def plain(self, spec: Structure) -> tuple[Loop, Probes]:
            return shared.plain(spec)

    return KeptLoops


@pytest.fixture
def traced_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command goes by what one before it has traced; XLA's twins are its own, as only a long run has one."""
    from playground.engine import loops

    monkeypatch.setattr(loops, "Loops", kept_loops())


@pytest.fixture(scope="session", autouse=True)
def lasting_application(request: pytest.FixtureRequest) -> None:
    """One for all tests: the command line ends the one that it had to make, and with it all Qt objects of a process."""
    request.getfixturevalue("qapp")


@pytest.fixture(scope="module", autouse=True)
def same_start(lasting_application: None) -> Iterator[None]:
    """Each file begins without settings and own layers, and in the look of an application that has no window yet."""
    from PySide6.QtCore import QCoreApplication, QEvent, QSettings
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    palette, sheet = application.palette(), application.styleSheet()
    yield
    # What a file has closed goes now: no later test waits for it to be painted or styled.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if application.styleSheet() != sheet:
        application.setStyleSheet(sheet)
    if application.palette() != palette:
        application.setPalette(palette)
    QSettings().clear()
    for name in FOLDERS:
        shutil.rmtree(os.environ[name], ignore_errors=True)


@pytest.fixture
def engine_in_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window's engine in this process, where TensorFlow is loaded once for all tests."""
    from playground.homes import ThreadHome
    from playground.ui.trainer import Trainer

    monkeypatch.setattr(
        "playground.app.Trainer", lambda document: Trainer(document, lambda document, device: ThreadHome(document))
    )


def pytest_unconfigure() -> None:
    """Removes what the tests saved as settings."""
    shutil.rmtree(HOME, ignore_errors=True)
