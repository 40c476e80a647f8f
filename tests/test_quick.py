"""What one's change touches is found by git, and looked at from the cheapest to the dearest, while there is time."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import quick


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a branch that has left main: one file changed in a commit, one since, one new, one gone."""
    monkeypatch.setattr(quick, "ROOT", tmp_path)

    def git(*arguments: str) -> None:
        subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@b", *arguments], cwd=tmp_path, check=True)

    def write(name: str, text: str) -> None:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    git("init", "-q", "-b", "main")
    for name in ("same", "committed", "edited", "gone"):
        write(f"playground/{name}.py", "")
    write("mine.py", "")
    git("add", ".")
    git("commit", "-q", "-m", "A")
    git("checkout", "-q", "-b", "work")
    write("playground/committed.py", "a")
    git("commit", "-q", "-a", "-m", "B")
    write("playground/edited.py", "a")
    write("playground/new.py", "")
    write("playground/new.txt", "")
    write("mine.py", "a")
    (tmp_path / "playground/gone.py").unlink()
    return tmp_path


def test_changed_is_what_is_other_than_where_the_branch_began(work: Path) -> None:
    assert quick.changed_files() == [f"playground/{name}.py" for name in ("committed", "edited", "new")]


def test_what_main_has_got_since_is_not_one_s_own_change(work: Path) -> None:
    for arguments in (("checkout", "-q", "-f", "main"), ("checkout", "-q", "-b", "later")):
        subprocess.run(["git", *arguments], cwd=work, check=True)
    assert quick.changed_files() == ["playground/new.py"]


def test_where_no_main_branch_is_known_what_is_not_committed_counts(work: Path) -> None:
    subprocess.run(["git", "branch", "-q", "-D", "main"], cwd=work, check=True)
    assert quick.changed_files() == ["playground/edited.py", "playground/new.py"]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that were run; ruff takes no time, each run of pytest ten seconds."""
    commands: list[list[str]] = []
    now = [0.0]

    def run(command: list[str], **_: object) -> int:
        commands.append(command)
        now[0] += 10.0 if "pytest" in command else 0.0
        return int("tests/document/test_graph.py" in command)

    monkeypatch.setattr(quick, "run", run)
    monkeypatch.setattr(quick.time, "monotonic", lambda: now[0])
    return commands


def test_style_first_then_the_cheapest_tests_while_there_is_time(
    ran: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    held = [
        "tests/document/test_graph.py",
        "tests/ui/test_editor.py",
        "tests/engine/test_loops.py",
        "tests/test_cli.py",
    ]
    monkeypatch.setattr(quick, "changed_files", lambda: ["playground/document/graph.py"])
    monkeypatch.setattr(quick.Matching, "tests_of", lambda _, changed: held)
    assert quick.look("python") == 1
    ruffs, tests = ran[:2], ran[2:]
    assert all("ruff" in command and command[-1] == "playground/document/graph.py" for command in ruffs)
    assert [command[-1] for command in tests] == held[:3]
    assert [command[-2] for command in tests] == ["--seconds=26", "--seconds=16", "--seconds=6"]
    assert "There was no time" in capsys.readouterr().out


def test_nothing_changed_is_nothing_to_do(ran: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "changed_files", list)
    assert quick.look("python") == 0
    assert ran == []
