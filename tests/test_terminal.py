"""Words of files and errors move no cursor in a terminal, and turn no line around."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from playground.cli import main
from playground.document.examples import example
from playground.document.files import file
from playground.terminal import clean, tell
from playground.ui.assets import asset
from tests.sources import modules

HOSTILE = {
    "colour": "\x1b[31mred", "title": "\x1b]0;mine\x07", "back": "good\rbad", "up": "\x1b[A", "null": "a\x00b",
    "c1": "\x9b31m", "bidi": "gpj.\u202eexe", "isolate": "a\u2066b\u2069", "mark": "a\u200fb", "arabic": "a\u061cb",
    "separator": "a\u2028b", "lines": "one\ntwo", "tag": "a\U000e0041b", "half": "a\udc80b",
}  # fmt: skip
SIGNS = "\x1b\x07\r\x00\x9b\u202e\u2066\u2069\u200f\u061c\u2028\U000e0041\udc80"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_sign_gets_through(text: str) -> None:
    cleaned = clean(text)
    assert not set(cleaned) & set(SIGNS + "\n")
    assert len(cleaned) == len(text)


@pytest.mark.parametrize("text", ["第 3 层，权值", "naïve – 100 % ² ₁", "می‌خواهم", "👩‍🔬", "ʻokina é ḍ", "שלום"])
def test_letters_of_all_languages_stay(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("name", ["bidi", "colour", "back", "c1"])
def test_a_command_tells_hostile_names_cleaned(name: str, tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path(HOSTILE[name].replace("/", "_") + ".playground")
    assert main(["check", str(path)]) == 2
    path.write_text("{")
    assert main(["check", str(path)]) == 2
    assert main(["train", str(path)]) == 2
    file.write(example("circle", asset("examples")), path)
    main(["check", str(path), str(path)])
    with pytest.raises(SystemExit):
        main(["train", "x", "--epochs", HOSTILE[name]])
    told = "".join(capsys.readouterr())
    assert "\ufffd" in told
    assert not set(told) & set(SIGNS)


def test_only_the_door_prints() -> None:
    free = ("playground.terminal", "playground.bench")
    printing = [
        name
        for name, tree in modules().items()
        if not name.startswith(free)
        and any(isinstance(node, ast.Name) and node.id == "print" for node in ast.walk(tree))
    ]
    assert printing == []


def test_json_is_read_back(capsys) -> None:
    tell(json.dumps({"name": HOSTILE["bidi"]}))
    assert json.loads(capsys.readouterr().out) == {"name": HOSTILE["bidi"]}
