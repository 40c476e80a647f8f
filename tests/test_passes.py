"""Tests of 3D views run on a screen, all others without, and neither loads the files of the other for nothing."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from passes import failed, passes

from tests import conftest

IN_3D, FLAT = "tests/ui/plots/surfaces/test_surface_3d.py", "tests/document/test_graph.py"
ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ([], []),
        ([FLAT], [("not gl", [FLAT])]),
        ([FLAT, IN_3D], [("gl", [IN_3D]), ("not gl", [FLAT, IN_3D])]),
    ],
)
def test_a_screen_is_there_for_files_that_need_it(files: list[str], expected: list[tuple[str, list[str]]]) -> None:
    ran = [(*one.command[-2:], one.files) for one in passes("python", files, ["-x"])]
    assert ran == [(marked, "-x", chosen) for marked, chosen in expected]


def test_only_what_failed_has_failed() -> None:
    assert [code for code in range(6) if failed(code)] == [1, 2, 3, 4]


@pytest.mark.parametrize(("asked", "left_alone"), [("gl", [FLAT, "tests/engine"]), ("not gl", []), ("", [])])
def test_on_a_screen_only_files_and_folders_with_3d_views_are_loaded(asked: str, left_alone: list[str]) -> None:
    config: Any = SimpleNamespace(option=SimpleNamespace(markexpr=asked))
    paths = (FLAT, IN_3D, "tests/engine", "tests/ui")
    assert [path for path in paths if conftest.pytest_ignore_collect(ROOT / path, config)] == left_alone


@pytest.mark.parametrize(("seconds", "skipped"), [(None, False), (10.0, False), (3.0, True)])
def test_no_test_begins_when_the_time_is_over(
    seconds: float | None, skipped: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conftest, "START", conftest.time.monotonic() - 5)
    item: Any = SimpleNamespace(config=SimpleNamespace(getoption=lambda _: seconds))
    try:
        conftest.pytest_runtest_setup(item)
    except pytest.skip.Exception:
        assert skipped
    else:
        assert not skipped
