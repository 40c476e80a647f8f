"""Progress is kept, whatever happens to its file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from playground.lessons.progress import Answer, Progress, counted, fitting, keep_progress, read_progress, version_of
from playground.lessons.reading import read_text

TEXT = """---
title: {title}
rows: B1
---
## {title}
```goal
- {title} | epoch >= 10
- {title} | epoch >= {epochs}
```
## {title}
```question
{title}?
answer: 0.2 ± 0.1 | {title}
```
"""


def lesson(title: str = "One", epochs: int = 20):
    return read_text(TEXT.format(title=title, epochs=epochs), "one", Path()).lesson


def some(**others: object) -> Progress:
    known = {
        "step": 1,
        "ticks": frozenset({(0, 0)}),
        "answers": {(1, 0): Answer("0.3", True, 3)},
        "when": "2026-03-01T09:30",
    }
    return Progress(**{**known, "version": version_of(lesson()), **others})  # type: ignore[arg-type]


def test_it_comes_back_as_it_was_kept_and_beside_that_of_others(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "progress.json"
    keep_progress(path, "one", some())
    keep_progress(path, "另一课", some(step=0, answers={(0, 0): Answer("用自己的话 \ud800", False)}))
    assert read_progress(path)["one"] == some()
    assert read_progress(path)["另一课"].answers[0, 0].text.startswith("用自己的话")
    assert [file.name for file in path.parent.iterdir()] == ["progress.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"one": 3}'])
def test_a_damaged_file_is_set_aside_and_not_lost(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "progress.json"
    for damaged in ("progress.damaged.json", "progress.damaged1.json"):
        path.write_bytes(content)
        assert read_progress(path) == {}
        assert (tmp_path / damaged).read_bytes() == content
        keep_progress(path, "one", some())
        assert read_progress(path) == {"one": some()}


@pytest.mark.parametrize(
    ("name", "value"),
    [("step", -1), ("step", "1"), ("ticks", [[1]]), ("ticks", {}), ("answers", [[0, 0, "x", 1]]), ("version", None)],
)
def test_a_damaged_entry_costs_no_other(name: str, value: object, tmp_path: Path) -> None:
    path = tmp_path / "progress.json"
    keep_progress(path, "one", some())
    keep_progress(path, "two", some())
    entries = json.loads(path.read_text())
    entries["one"][name] = value
    path.write_text(json.dumps(entries))
    assert read_progress(path) == {"two": some()}
    assert json.loads((tmp_path / "progress.damaged.json").read_text()) == entries


def test_it_holds_in_another_language_but_of_other_goals_only_the_step_does() -> None:
    assert fitting(some(), lesson("第一课")) == some()
    assert fitting(some(step=7), lesson()).step == 1
    assert fitting(some(), lesson(epochs=30)) == replace(
        some(), ticks=frozenset(), answers={}, version=version_of(lesson(epochs=30))
    )
    assert counted(some(), lesson()) == (2, 3)
    assert counted(some(answers={(1, 0): Answer("5", False)}), lesson()) == (1, 3)
