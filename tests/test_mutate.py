"""Random changes are picked, tried in a copy, and those that no test notices are told."""

from __future__ import annotations

import sys
from pathlib import Path

import mutate
import pytest
from matching import Matching
from mutations import Mutation, mutations

SOURCE = "def larger(a, b):\n    return a if a > b else b\n"
GOOD = "from playground.document.larger import larger\n\ndef test_it(): assert (larger(1, 2), larger(2, 1)) == (2, 2)\n"
POOR = "from playground.document.larger import larger\n\ndef test_it(): assert larger(2, 2) == 2\n"


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("passes.ROOT", tmp_path)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # which makes each run of pytest shorter
    files = {"playground/document/larger.py": SOURCE, "tests/document/test_larger.py": POOR}
    files |= {"playground/__init__.py": "", "playground/document/__init__.py": ""}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_seed_picks_the_same_changes_and_another_one_others() -> None:
    def picked(seed: int, *paths: str) -> list[mutate.Mutant]:
        return mutate.picked(mutate.ROOT, paths, 6, seed)

    assert picked(1, "playground/document") == picked(1, "playground/document")
    assert picked(1, "playground/document") != picked(2, "playground/document")
    assert {file for file, _ in picked(1, "playground/document/graph.py")} == {"playground/document/graph.py"}
    assert len(set(picked(3, "playground/document"))) == 6


def test_what_no_test_notices_survives_and_the_source_is_as_before(copy: Path) -> None:
    file, test = "playground/document/larger.py", copy / "tests/document/test_larger.py"
    at = SOURCE.index("a > b")

    def judged(after: str) -> str:
        change = Mutation(2, at, at + len("a > b"), "a > b", after)
        result, told = mutate.judge((file, change), copy, Matching(copy), sys.executable, 60.0)
        assert (copy / file).read_text(encoding="utf-8") == SOURCE
        assert (result != mutate.SURVIVED) == ("test_it" in told)
        return result

    assert judged("a < b") == mutate.SURVIVED
    test.write_text(GOOD, encoding="utf-8")
    assert judged("a < b") == mutate.KILLED
    assert judged("a >= b") == mutate.SURVIVED  # which makes no difference
    test.write_text(GOOD.replace("(2, 2)", "(1, 1)"), encoding="utf-8")
    assert judged("a >= b") == mutate.BROKEN


def test_tests_that_never_end_are_stopped(copy: Path) -> None:
    (copy / "tests/document/test_larger.py").write_text("while True: pass\n", encoding="utf-8")
    mutant = ("playground/document/larger.py", mutations(SOURCE)[0])
    assert mutate.judge(mutant, copy, Matching(copy), sys.executable, 3.0) == (mutate.TOO_LONG, "")


def test_a_survivor_is_told_on_a_line_of_its_own() -> None:
    source = "x = f(\n    a,\n    b + c)\n"
    assert mutate.tell(("playground/x.py", mutations(source)[0])) == "playground/x.py:3: b + c -> (b - c)"
