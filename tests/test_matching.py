"""Which tests are found for a module, in a small project of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from matching import Matching, imported, mirrors

FILES = {
    "playground/document/graph.py": "",
    "playground/document/edits/edits.py": "from playground.document.graph import Graph",
    "playground/engine/loops.py": "def load():\n    import playground.document.graph",
    "playground/ui/box.py": "",
    "playground/ui/item.py": "from playground.ui import box",
    "playground/ui/view.py": "from playground.ui.item import Item",
    "playground/ui/alone.py": "",
    "scripts/run.py": "",
    "tests/helpers.py": "from playground.document.graph import Graph",
    "tests/document/test_graph.py": "",
    "tests/document/test_graph_more.py": "",
    "tests/document/edits/test_edits.py": "from playground.document.edits import edits",
    "tests/engine/test_loops.py": "from playground.engine.loops import Loops\nimport playground.document.graph",
    "tests/ui/conftest.py": "from playground.ui.view import View",
    "tests/ui/panels/test_keys.py": "",
    "tests/test_run.py": "import run",
}


@pytest.fixture
def found(tmp_path: Path) -> Matching:
    for name, source in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(source, encoding="utf-8")
    return Matching(tmp_path)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        # Named after it, then importing it; what loads TensorFlow comes last.
        (
            "playground/document/graph.py",
            ["tests/document/test_graph.py", "tests/document/test_graph_more.py", "tests/engine/test_loops.py"],
        ),
        ("playground/document/edits/edits.py", ["tests/document/edits/test_edits.py"]),
        ("scripts/run.py", ["tests/test_run.py"]),
        # Nothing is named after it or imports it: from importer to importer, to whom pytest gives a conftest.py.
        ("playground/ui/box.py", ["tests/ui/panels/test_keys.py"]),
        ("playground/ui/alone.py", []),
        ("tests/ui/conftest.py", ["tests/ui/panels/test_keys.py"]),
        ("tests/test_run.py", ["tests/test_run.py"]),
        ("tests/test_gone.py", []),
    ],
)
def test_tests_are_found_by_name_by_import_and_else_on_the_way(found: Matching, changed: str, expected: list[str]):
    assert found.tests_of([changed]) == expected


def test_the_tests_of_several_files_come_once_the_cheapest_first(found: Matching) -> None:
    changed = ["scripts/run.py", "playground/engine/loops.py", "playground/document/edits/edits.py"]
    expected = ["tests/document/edits/test_edits.py", "tests/engine/test_loops.py", "tests/test_run.py"]
    assert found.tests_of([*changed, *changed]) == expected


def test_around_a_module_are_the_tests_of_its_room(found: Matching) -> None:
    graphs = ["tests/document/test_graph.py", "tests/document/test_graph_more.py"]
    assert found.tests_around("playground/document/files/link.py") == ["tests/document/edits/test_edits.py", *graphs]
    assert found.tests_around("playground/document/graph.py") == graphs
    assert found.tests_around("scripts/run.py") == ["tests/test_run.py"]


def test_a_name_that_only_begins_alike_does_not_mirror() -> None:
    assert mirrors("tests/document/test_graph_code.py", "playground/document/graph.py")
    assert not mirrors("tests/document/test_graphs.py", "playground/document/graph.py")
    assert not mirrors("tests/ui/test_graph.py", "playground/document/graph.py")


def test_imports_inside_functions_count_and_a_name_may_be_a_module() -> None:
    assert imported("def load():\n    from playground.ui import box") >= {
        "playground/ui/box.py",
        "playground/ui/__init__.py",
    }
