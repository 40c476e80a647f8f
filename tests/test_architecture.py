"""The import rules, and each of the house's other rules that a program can check."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.sources import FILES, ROOT, circling, functions, import_graph, modules, short, tree, unused

LINT_IMPORTS = "from importlinter.cli import lint_imports_command as main; main()"

LONGEST_FILE, LONGEST_FUNCTION, LARGEST_FOLDER = 350, 40, 24
# To be split: this list only shrinks.
LONG_FUNCTIONS = {
    "playground/engine/train.py _steps",
    "playground/engine/worker/worker.py _do",
}
# Names that nothing in the program uses -> why they are there.
USED_OTHERWISE = {
    "playground.datasets.sets.*.SOURCE": "found by the name of its module",
    "playground.ui.texts.files.EXPECTED": "marks for the translators what document/ names",
    "playground.ui.texts.runs.sweep.AXES": "marks for the translators what runs/ names",
    "playground.ui.texts.runs.sweep.CLUSTER": "marks for the translators what runs/ says of a cluster",
    "playground.homes.ThreadHome": "the engine in a thread, for tests that look inside",
}

# contract -> a file and an import in it that breaks this contract
VIOLATIONS = {
    "Rooms point down": ("datasets/__init__.py", "import playground.frames"),
    "Inside the window, parts point down and do not know each other": (
        "ui/plots/__init__.py",
        "import playground.ui.panels",
    ),
    "Inside the canvas, each stands on what is below it": (
        "ui/canvas/gestures/gesture.py",
        "import playground.ui.canvas.view",
    ),
    "Live views do not know each other": ("ui/plots/rivals/rivals.py", "import playground.ui.plots.output.surface"),
    "Inside a document, each stands on what is below it": (
        "document/edits/edits.py",
        "def load():\n    import playground.document.files.file",
    ),
    "Only the workers' homes, the command line and the bench know the engine": (
        "ui/plots/__init__.py",
        "def load():\n    import playground.engine",
    ),
    "Only the engine, what reads its files back and the bench know TensorFlow": (
        "frames/frame.py",
        "def load():\n    import tensorflow.python",
    ),
    "Nothing below the window knows Qt": ("engine/__init__.py", "from PySide6.QtCore import QObject"),
    "A document and the lab's table are plain Python": ("document/graph.py", "import numpy"),
}


def contracts() -> list[str]:
    """The names of the contracts in pyproject.toml."""
    with open(ROOT / "pyproject.toml", "rb") as file:
        return [contract["name"] for contract in tomllib.load(file)["tool"]["importlinter"]["contracts"]]


def run_python(code: str, *arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Runs code in a Python of its own."""
    return subprocess.run([sys.executable, "-c", code, *arguments], cwd=folder, capture_output=True, text=True)


def test_imports_follow_the_rules() -> None:
    result = run_python(LINT_IMPORTS, "--no-cache", "--no-logo")
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Contract -> which imports are said to break it, where each violation is made, all at once."""
    folder = tmp_path_factory.mktemp("violations")
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(ROOT / "playground", folder / "playground", ignore=shutil.ignore_patterns("__pycache__"))
    for file, violation in VIOLATIONS.values():
        with open(folder / "playground" / file, "a", encoding="utf-8") as module:
            module.write(f"\n{violation}\n")
    result = run_python(LINT_IMPORTS, "--no-cache", "--no-logo", folder=folder)
    assert result.returncode == 1, result.stdout + result.stderr
    told = result.stdout.split("Broken contracts", 1)[1]
    found = re.split(r"^(.+)\n-{3,}\n", told, flags=re.MULTILINE)
    return dict(zip(found[1::2], found[2::2], strict=True))


@pytest.mark.parametrize("contract", contracts())
def test_a_deliberate_violation_breaks_the_contract(contract: str, broken: dict[str, str]) -> None:
    file, _ = VIOLATIONS[contract]
    module = f"playground/{file}".removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    assert f"{module} -> " in " ".join(broken[contract].split())


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circling(import_graph()) == set()


ROOMS = (
    "",
    ".document",
    ".datasets",
    ".engine",
    ".frames",
    ".ui",
    ".ui.canvas",
    ".ui.plots",
    ".ui.panels",
    ".ui.dialogs",
)


@pytest.mark.parametrize("room", [f"playground{room}" for room in ROOMS])
def test_no_folders_of_a_room_import_each_other_in_a_circle(room: str) -> None:
    assert circling(import_graph(room)) == set()


def test_a_circle_is_found_and_what_leads_there_is_none_of_it() -> None:
    graph = {"first": {"second"}, "second": {"third"}, "third": {"fourth", "last"}, "fourth": {"second"}, "last": set()}
    assert circling(graph) == {"second", "third", "fourth"}


def test_imports_for_types_count_too(monkeypatch: pytest.MonkeyPatch) -> None:
    code = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from playground.document.{} import x\n"
    for one, other in (("day", "night"), ("night", "day")):
        monkeypatch.setitem(modules(), f"playground.document.{one}", ast.parse(code.format(other)))
    assert circling(import_graph()) == {"playground.document.day", "playground.document.night"}
    assert circling(import_graph("playground.document")) == {"day", "night"}


@pytest.mark.parametrize("module", ["tensorflow", "keras", "playground.engine", "playground.engine.build"])
def test_importing_the_engine_at_module_level_is_refused(module: str) -> None:
    refused = lint(f'"""A view."""\n\nimport {module}\n\nprint({module})\n', "playground/ui/view.py")
    assert "TID253" in refused
    assert "TID253" in lint(f'"""A view."""\n\nfrom {module} import x\n\nprint(x)\n', "playground/ui/view.py")
    assert "TID253" not in lint(f'"""A view."""\n\nimport {module}\n\nprint({module})\n', "playground/engine/new.py")


def lint(code: str, filename: str) -> str:
    """What ruff says of this code, were it in this file."""
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--stdin-filename", filename, "-"]
    return subprocess.run(command, cwd=ROOT, input=code, capture_output=True, text=True).stdout


def test_the_window_comes_without_tensorflow() -> None:
    result = run_python(
        "import sys, pkgutil, importlib\n"
        "import playground.ui\n"
        "names = [module.name for module in pkgutil.walk_packages(playground.ui.__path__, 'playground.ui.')]\n"
        "for name in [*names, *filter(importlib.util.find_spec, ('playground.app', 'playground.cli'))]:\n"
        "    importlib.import_module(name)\n"
        "print([name for name in ('tensorflow', 'keras', 'playground.engine') if name in sys.modules])\n"
    )
    assert (result.stdout, result.returncode) == ("[]\n", 0), result.stderr


def test_documents_and_data_come_without_qt() -> None:
    result = run_python(
        "import sys, pkgutil, importlib\n"
        "import playground.document, playground.datasets, playground.frames\n"
        "for room in (playground.document, playground.datasets):\n"
        "    for module in pkgutil.walk_packages(room.__path__, room.__name__ + '.'):\n"
        "        importlib.import_module(module.name)\n"
        "print([name for name in ('PySide6', 'tensorflow') if name in sys.modules])\n"
    )
    assert (result.stdout, result.returncode) == ("[]\n", 0), result.stderr


def test_qt_calls_keep_their_references() -> None:
    # PySide6 6.12.0 on Python 3.11 lost one to None or True with each such call, and at last crashed.
    result = run_python(
        "import sys\n"
        "from PySide6.QtCore import QObject, Signal\n"
        "class Bell(QObject):\n"
        "    rung = Signal(object)\n"
        "bell = Bell()\n"
        "bell.rung.connect(lambda value: None)\n"
        "before = [sys.getrefcount(value) for value in (None, True)]\n"
        "for index in range(10_000):\n"
        "    bell.rung.emit(index)\n"
        "    bell.setObjectName('bell')\n"
        "after = [sys.getrefcount(value) for value in (None, True)]\n"
        "print([abs(a - b) < 1000 for a, b in zip(after, before)])\n"
    )
    assert (result.stdout, result.returncode) == ("[True, True]\n", 0), result.stderr


def test_no_file_is_longer_than_350_lines() -> None:
    lengths = {short(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name for name, length in lengths.items() if length > LONGEST_FILE} == set()


def test_no_function_is_longer_than_40_lines() -> None:
    lengths = {
        f"{short(path)} {function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path in FILES
        for function in functions(path)
    }
    assert {name for name, length in lengths.items() if length > LONGEST_FUNCTION} == LONG_FUNCTIONS


def test_no_folder_holds_more_than_24_files() -> None:
    counts = Counter(short(path.parent) for path in FILES)
    assert {folder for folder, count in counts.items() if count > LARGEST_FOLDER} == set()


def test_every_public_name_is_used_and_one_that_only_its_definition_knows_is_found(monkeypatch) -> None:
    code = "def lonely():\n    return lonely()\n\n\ndef unlonely():\n    return 1\n\n\nALONE = unlonely()\n"
    monkeypatch.setitem(modules(), "playground.lonely", ast.parse(code))
    found = unused()
    names = [name for name in found if not name.startswith("playground.lonely.")]
    assert [name for name in found if name not in names] == ["playground.lonely.lonely", "playground.lonely.ALONE"]
    assert [name for name in names if not any(fnmatch(name, known) for known in USED_OTHERWISE)] == []
    assert [known for known in USED_OTHERWISE if not any(fnmatch(name, known) for name in names)] == []


def test_each_module_says_what_it_is_in_one_line() -> None:
    assert [short(path) for path in FILES if not summary(path)] == []


def summary(path: Path) -> str:
    """The first line of a module's docstring, if it stands alone; else nothing."""
    told = ast.get_docstring(tree(path)) or ""
    first = told.split("\n\n")[0]
    return "" if "\n" in first else first


def test_the_main_window_has_fewer_than_25_methods() -> None:
    body = tree(ROOT / "playground/ui/main_window.py").body
    (window,) = (node for node in body if isinstance(node, ast.ClassDef) and node.name == "MainWindow")
    assert sum(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in window.body) < 25


WRITES = {"write_text", "write_bytes", "mkfifo", "mkstemp", "NamedTemporaryFile"}
# The log, the journal and the rows of an experiment grow line by line. Nobody else writes a journal, and one that is
# written anew needs neither the mode nor the links of the old one. What a child answers lies in a folder of its own.
MAY_WRITE = {
    "playground/document/files/saving.py",
    "playground/imports/answer.py",
    "playground/journal/journal.py",
    "playground/logbook.py",
    "playground/runs/rows.py",
}
IN_MEMORY = {"buffer", "content", "written"}


def writers(syntax: ast.AST) -> Iterator[str]:
    """Each call that could write a file otherwise than through the one door."""
    for node in ast.walk(syntax):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        given = [*node.args, *(keyword.value for keyword in node.keywords)]
        modes = [one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        writes = any(set(mode) & set("wax+") and len(mode) < 4 for mode in modes)
        writes = (name in ("open", "ZipFile", "fdopen") and writes) or (name == "save" and bool(given))
        in_memory = bool(given) and ast.unparse(given[0]) in IN_MEMORY
        if name in WRITES or (writes and not in_memory):
            yield f"{node.lineno}: {ast.unparse(node)}"


def test_files_are_written_through_one_door():
    found = {
        f"{short(path)}:{call}"
        for path in FILES
        if short(path).startswith("playground/") and short(path) not in MAY_WRITE
        for call in writers(tree(path))
    }
    assert found == set()


@pytest.mark.parametrize(
    "way",
    ["open(p, 'w')", "p.open('xb')", "p.write_text(t)", "p.write_bytes(t)", "pixmap.save(p)", "ZipFile(p, mode='a')"],
)
def test_each_way_around_the_door_is_found(way):
    assert list(writers(ast.parse(way)))
    assert not list(writers(ast.parse("open(p); p.open('rb'); painter.save(); ZipFile(file)")))
