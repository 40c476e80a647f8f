"""The list of licences: whole, and of the versions that are pinned; and the changelog's form."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from third_party import LIST, Package, copy_texts, faults, packages

ROOT = Path(__file__).parents[2]
PINS = dict(re.findall(r"^([\w.-]+)==(.+)$", (ROOT / "constraints.txt").read_text("utf-8"), re.M))


def test_everything_that_comes_has_its_line() -> None:
    assert faults(LIST.read_text("utf-8"), packages(), PINS) == []


def test_a_new_dependency_or_another_version_is_found() -> None:
    text, found = LIST.read_text("utf-8"), packages()
    new, rich = Package("new-thing", "1.0", "MIT", "", "https://example.org"), Package("rich", "1.0", "MIT", "", "")
    others = [one for one in found if one.name != "rich"]
    assert faults(text, [*found, new], PINS) == [f"no line {new.line}"]
    assert faults(text, [*others, rich], PINS) == [f"no line {rich.line}"]
    assert faults(text, others, {}) == ["rich does not come with it"]


def test_every_font_and_table_is_named() -> None:
    text = LIST.read_text("utf-8")
    brought = [*(ROOT / "assets/fonts").iterdir(), *(ROOT / "playground/datasets/tables").iterdir()]
    named = [path.name for path in brought if path.suffix in (".ttf", ".otf", ".csv", ".npz")]
    assert len(named) == 7
    assert [name for name in named if name not in text] == []
    folders = {path.name for path in (ROOT / "assets").iterdir()} - {"fonts", "pictures", "translations", "desktop"}
    assert [name for name in folders if f"`assets/{name}/`" not in text] == []


def test_the_texts_of_licences_go_along(tmp_path: Path) -> None:
    assert copy_texts(tmp_path) == []
    assert "Apache License" in (tmp_path / "keras" / "LICENSE").read_text("utf-8")
    assert "GNU LESSER" in (tmp_path / "pyside6-essentials" / "LGPL-3.0.txt").read_text("utf-8")


def test_the_changelog_has_known_headings_and_tells_nothing_twice() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    releases = re.split(r"^## ", text, flags=re.M)[1:]
    assert [re.sub(r"\d{4}-\d\d-\d\d", "DAY", release.splitlines()[0]) for release in releases] == [
        "[Unreleased]",
        "[0.2.0] - DAY",
    ]
    for release in releases:
        kinds = re.findall(r"^### (.*)$", release, re.M)
        assert kinds == [kind for kind in ("Added", "Changed", "Fixed") if kind in kinds]
    bullets = Counter(re.findall(r"^- .*$", text, re.M))
    assert [line for line, count in bullets.items() if count > 1] == []
