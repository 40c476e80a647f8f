"""The command line in the language of the system, or in the one that was chosen in the window."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest


def in_chinese(*words: str) -> subprocess.CompletedProcess[str]:
    """The real command, on a system that speaks Chinese."""
    around = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    around |= {"LANG": "zh_CN.UTF-8", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "playground", *words]
    return subprocess.run(command, env=around, capture_output=True, text=True, encoding="utf-8", timeout=100)


def latin_words(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z]{3,}", text))


def test_help_is_in_the_language_of_the_system() -> None:
    told = in_chinese("train", "--help")
    assert told.stdout.startswith("用法：playground train")
    assert "显示这份帮助并退出" in told.stdout
    names = {"playground", "train", "help", "epochs", "seed", "json", "out", "PATH", "FILE", "JSON", "TensorFlow"}
    names |= {"open", "target", "COLUMN", "drop", "faults", "save", "resume", "tsv", "xlsx", "ods", "parquet", "jsonl"}
    names |= {
        "devices",
        "stream",
        "split",
        "GPU",
        "cpu",
        "validate",
        "WORD",
        "test",
        "encoding",
        "sheet",
        "NAME",
        "utf",
    }
    # A file's ending is the same in every language.
    without_endings = re.sub(r"\.[a-z0-9.]+", "", told.stdout)
    assert latin_words(without_endings) - names == {"SavedModel"}


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (("check", "circle"), "没有问题。", 0),
        (("check", "nowhere"), "nowhere: 没有这个文件。", 2),
        (("train", "circle", "--epochs", "many"), "参数 --epochs：应为0到10000000，得到的是 many", 2),
        (("train", "circle", "--out"), "参数 --out：后面至少应有一个值", 2),
        (("bench", "--window", "--memory"), "参数 --memory：不能与 --window 同时使用", 2),
        (("picture",), "缺少参数：FILE, OUT.png", 2),
    ],
)
def test_answers_and_errors_are_in_the_language_of_the_system(words, said, code) -> None:
    told = in_chinese(*words)
    assert (told.returncode, said in told.stdout + told.stderr) == (code, True), told


def test_training_answers_in_the_language_of_the_system() -> None:
    told = in_chinese("train", "xor", "--epochs", "2", "--json")
    assert json.loads(told.stdout)["epochs"] == 2
    assert json.loads(told.stdout)["loss"] == "均方误差"


def test_the_language_chosen_in_the_window_goes_before_the_system(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    keep = "from playground.ui.settings import *; name_program(); write_settings(Settings(language='en'))"
    subprocess.run([sys.executable, "-c", keep], check=True, timeout=100)
    assert in_chinese("check", "circle").stdout == "No problems.\n"
