"""`playground check` of lessons: what is printed, and the exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

from playground import cli

BROKEN = Path(__file__).parent / "broken.md"


def check(*paths: Path) -> int:
    return cli.main(["check", *map(str, paths)])


def test_each_fault_has_its_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert check(BROKEN) == 1
    out = capsys.readouterr().out
    assert [int(line.split()[1][:-1]) for line in out.splitlines()] == [1, 3, 4, 7, 12, 13, 14, 15, 16, 20, 25, 28, 31]
    assert "line 12: “validation_acuracy” is not known; did you mean validation_accuracy?\n" in out
    good = tmp_path / "good.md"
    good.write_text("---\ntitle: Good\nrows: B1\n---\n## Step\nText\n")
    assert check(good) == 0
    assert capsys.readouterr().out == "No problems.\n"


def test_several_files_of_any_kind_are_looked_at(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "bad.lesson").write_bytes(b"PK")
    assert check(Path("circle"), tmp_path / "nowhere.md", tmp_path / "bad.lesson", BROKEN) == 2
    out, err = capsys.readouterr()
    assert out.startswith("circle:\nNo problems.\n")
    assert out.count("\nline ") == 13
    assert "nowhere.md: There is no such file" in err
    assert "bad.lesson: This is no lesson" in err
