"""Which tests hold a module: those named after it and those that import it, else the nearest.

Standard library only. Paths are relative to the top folder, with slashes: "playground/document/graph.py".
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path, PurePosixPath

ROOMS = ("playground", "scripts", "tests")
# The cheapest first: plain Python, then the window, then what loads TensorFlow at once.
CHEAPEST = ("tests/document", "tests/lessons", "tests/datasets", "tests/frames", "tests/ui", "tests/engine", "tests")


class Matching:
    """Who imports whom below a top folder, as its files are now."""

    def __init__(self, root: Path) -> None:
        self._root = root
        found = (path for room in ROOMS for path in (root / room).rglob("*.py"))
        self.files = frozenset(path.relative_to(root).as_posix() for path in found)

    @cached_property
    def importers(self) -> dict[str, set[str]]:
        """File -> the files that import it; a test imports the conftest.py of each folder that it lies in."""
        found: dict[str, set[str]] = {file: set() for file in self.files}
        for file in self.files:
            source = (self._root / file).read_text(encoding="utf-8")
            for other in (imported(source) | conftests(file)) & self.files - {file}:
                found[other].add(file)
        return found

    def tests_of(self, changed: Iterable[str]) -> list[str]:
        """The test files for these files, the cheapest first; a test is for itself."""
        found = set().union(*({file} if is_test(file) else self._tests_of(file) for file in changed))
        return sorted(found & self.files, key=lambda file: (cost(file), file))

    def _tests_of(self, file: str) -> set[str]:
        mirroring = {test for test in self.files if mirrors(test, file)}
        return mirroring | set(filter(is_test, self.importers.get(file, ()))) or self._nearest(file)

    def _nearest(self, file: str) -> set[str]:
        """The tests that come first on the way from importer to importer."""
        seen = step = {file}
        while step and not any(map(is_test, step)):
            step = set().union(*(self.importers.get(one, set()) for one in step)) - seen
            seen = seen | step
        return set(filter(is_test, step))

    def tests_around(self, file: str) -> list[str]:
        """The test files of the room that mirrors this file's: of a folder in it, all around that folder too."""
        folder = PurePosixPath("tests", *PurePosixPath(file).parts[1:-1])
        if len(folder.parts) < 3:
            return sorted(test for test in self.files if is_test(test) and PurePosixPath(test).parent == folder)
        return sorted(test for test in self.files if is_test(test) and test.startswith(f"{folder.parent}/"))


def is_test(file: str) -> bool:
    return file.startswith("tests/") and PurePosixPath(file).name.startswith("test_")


def cost(test: str) -> int:
    """Its place in CHEAPEST."""
    return next(place for place, room in enumerate(CHEAPEST) if test.startswith(f"{room}/"))


def mirrors(test: str, module: str) -> bool:
    """Whether this is tests/a/test_b.py, or tests/a/test_b_more.py, to playground/a/b.py; to scripts/b.py without a."""
    place, found = PurePosixPath(*PurePosixPath(module).parts[1:]), PurePosixPath(test)
    beside = not module.startswith("tests/") and found.parent == PurePosixPath("tests", place.parent)
    return beside and f"{found.stem}_".startswith(f"test_{place.stem}_")


def conftests(file: str) -> set[str]:
    """What pytest loads for a test, where it exists."""
    return {f"{folder}/conftest.py" for folder in PurePosixPath(file).parents} if is_test(file) else set()


def imported(source: str) -> set[str]:
    """The files that this source imports, inside functions too, wherever they may lie."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import():
                names |= {alias.name for alias in node.names}
            case ast.ImportFrom(module=str(module)):
                names |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    places = {name.replace(".", "/") + end for name in names for end in (".py", "/__init__.py")}
    return places | {f"scripts/{place}" for place in places}
