"""The READMEs: the same chapters, commands, pictures and tables in both languages; and what the wheel carries."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TREE = [*(path for name in ("playground", "scripts", "tests", "docs", "assets") for path in (ROOT / name).rglob("*")),
        *ROOT.glob("*"), *ROOT.glob(".ci/*"), *ROOT.glob(".github/*")]  # fmt: skip
ENGLISH, CHINESE = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh_CN.md"))


def headings(text: str) -> list[str]:
    return re.findall(r"^(#+) ", text, re.M)


def commands(text: str) -> list[str]:
    """Each line of a command, without what is said beside it."""
    blocks = re.findall(r"^```\n(.*?)^```", text, re.M | re.S)
    return [line.split("   ")[0].strip() for block in blocks for line in block.splitlines()]


def pictures(text: str) -> list[str]:
    return [Path(path).name for path in re.findall(r"!\[[^\n]*\]\((assets/[^)]*)\)", text)]


def cells(text: str) -> list[int]:
    """How many columns each row of a table has."""
    return [line.count(" | ") for line in text.splitlines() if line.startswith("| ")]


def settings(text: str) -> list[str]:
    """All that is written as code: paths, keys, options."""
    return sorted(set(re.findall(r"`([^`\n]+)`", text)))


@pytest.mark.parametrize("part", [headings, commands, pictures, cells, settings])
def test_both_languages_have_the_same(part) -> None:
    assert part(CHINESE) == part(ENGLISH)
    assert len(part(ENGLISH)) > 5


def test_each_leads_to_the_other_and_every_picture_is_there() -> None:
    assert "(README.zh_CN.md)" in ENGLISH
    assert "(README.md)" in CHINESE
    paths = re.findall(r"\]\(((?:assets|docs)/[^)]*|[A-Z]+\.md)\)", ENGLISH + CHINESE)
    assert [path for path in paths if not (ROOT / path).is_file()] == []


PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
# Written by the program, or there where it is installed.
ELSEWHERE = (
    "assets/examples/NAME",
    "command_NAME",
    "playground/datasets/sets/NAME",
    "tests/THE/",
    "playground-demo/",
    "share/applications",
    "/root/",
    "dense_1/",
    "my-lesson.md",
    "NN-name.md",
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_that_a_page_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    there = {path.relative_to(ROOT).as_posix() for path in TREE}
    named = set(re.findall(r"`((?:[\w-]+/)*[\w-]+(?:/|\.(?:py|md|toml|txt|yml))|/?(?:[\w-]+/)+[\w-]+)`", text))
    named |= set(re.findall(r"(?:scripts|docs|tests|playground|assets)/[\w./-]+\.(?:py|md|csv|playground)", text))
    paths = {path.rstrip("/") for path in named if not path.startswith(ELSEWHERE)}
    assert {path for path in paths if not any(f"/{known}".endswith(f"/{path}") for known in there)} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_a_page_names_is_one(page: Path) -> None:
    blocks = re.findall(r"^```(?:sh)?\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S)
    lines = [line for block in blocks for line in re.findall(r"(?:^|& )playground ([a-z]+\b[^\n#]*)", block, re.M)]
    for line in lines:
        command, *words = line.split()
        options = {re.sub(r"[]|[]", "", word).split("=")[0] for word in words if word.lstrip("[").startswith("--")}
        assert {option for option in options if option not in help_of(command)} == set(), line


@cache
def help_of(command: str) -> str:
    from playground import cli

    with pytest.raises(SystemExit), redirect_stdout(io.StringIO()) as told:
        cli.main([command, "--help"])
    return told.getvalue()


def test_the_package_carries_its_assets(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    (wheel,) = tmp_path.glob("neuroplayground-0.2.0-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assets = [
        path.relative_to(ROOT) for path in (ROOT / "assets").rglob("*") if path.is_file() and path.suffix != ".ts"
    ]
    used = {f"playground/{path.as_posix()}" for path in assets if path.parts[1] not in ("pictures", "desktop")}
    assert {name for name in names if name.startswith("playground/assets/")} == used
    shared = {Path(name).name for name in names if ".data/data/share/" in name}
    assert shared == {f"neuroplayground.{ending}" for ending in ("desktop", "xml", "svg")}
    assert "playground/document/graph.py" in names
    (about,) = (zipfile.ZipFile(wheel).read(name).decode() for name in names if name.endswith("/METADATA"))
    assert "playground train FILE" in about
    # On the index there is no checkout that pictures and pages could be in.
    assert re.findall(r"\]\((?!https?:)[^)]*\)", about) == []
    assert {name.split("/")[0] for name in names if ".dist-info" not in name and ".data/" not in name} == {"playground"}
