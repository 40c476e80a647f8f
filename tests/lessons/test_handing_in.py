"""What is handed in is one file of text and pictures; nothing in it is markup but its own."""

from __future__ import annotations

import re
from base64 import b64decode
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.lessons.handing_in import HandedIn, Shown, page
from playground.lessons.progress import Answer, Progress
from playground.lessons.reading import read_text
from playground.ui.texts.learning.handing_in import WORDS, handing_in_words

LESSON = """---
title: {title}
rows: B3
---
## First
```goal
- Move it | epoch >= 1
- Go on | epoch >= 20
```
## Second
```question
How much?
answer: 0.2 ± 0.1 | Twice.
```
```question
In your words?
words: It doubles.
```
"""
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


class Read(HTMLParser):
    """Its tags, attributes, and letters."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.told: list[tuple[str, str]] = []
        self.letters = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append(tag)
        self.told += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.letters += data


def made(name: str = "Ada", title: str = "The chain rule", words: str = "It doubles", language: str = "en") -> str:
    lesson = read_text(LESSON.format(title=title), "13-chain", Path()).lesson
    answers = {(1, 0): Answer("0.2", True, 3), (1, 1): Answer(words, True)}
    progress = Progress(1, frozenset({(0, 0)}), answers)
    shown = {0: Shown(PNG, b"", (("Noise", "20 %"),))}
    return page(HandedIn(name, "2026-11-26", lesson, progress, shown), handing_in_words(language), lambda text: text)


def test_it_says_who_and_what_was_reached_answered_and_tried() -> None:
    read = Read(made())
    for told in ("Ada", "The chain rule", "B3", "2026-11-26", "1 of 2 goals reached", "3 tries", "Noise", "20 %"):
        assert told in read.letters
    done = [value for name, value in read.told if name == "class" and value in ("done", "open")]
    assert done == ["done", "open"]
    assert read.letters.index("It doubles") > read.letters.index("In your words?")
    assert read.letters.count("Right") == 1
    (picture,) = [value for name, value in read.told if name == "src"]
    assert b64decode(picture.removeprefix("data:image/png;base64,")) == PNG


BAD = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title><b>", "&lt;b>")


@pytest.mark.parametrize("bad", BAD)
def test_what_was_typed_is_text(bad: str) -> None:
    plain = Read(made())
    read = Read(made(name=bad, words=bad))
    assert read.tags == plain.tags
    assert read.letters.count(bad) == 2


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_name_and_no_answer_adds_a_tag_or_an_address(name: str, words: str) -> None:
    text = made(name=name, words=words)
    assert Read(text).tags == Read(made()).tags
    text.encode()


def test_it_asks_nothing_of_a_network() -> None:
    assert not re.search(r"(?:href|src|url\(|@import|https?:)\s*=?\s*[\"']?(?!data:image/png)\w*:?//", made())
    assert "default-src 'none'" in made()


def test_it_speaks_the_language_of_the_lesson(qapp) -> None:
    text = made(title="链式法则", language="zh_CN")
    assert '<html lang="zh-CN">' in text
    words = handing_in_words("zh_CN")
    assert all(re.search("[\u4e00-\u9fff]", words[name]) for name in WORDS)
    assert words["question"] in Read(text).letters
