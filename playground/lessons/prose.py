"""What is wrong in a lesson's Markdown: links, pictures, formulas, live numbers, HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from markdown_it.token import Token

from playground.lessons.actions import BEGIN, ActionError, read_action
from playground.lessons.beside import BesideError, picture_beside
from playground.lessons.conditions import ConditionError, read_number
from playground.lessons.faults import Faults, Row
from playground.lessons.markdown import LIVE, parse
from playground.lessons.tex import TexError, check_tex

# Markdown of brackets alone takes a time that grows with its square.
MOST_LETTERS = 20_000
_CODE = re.compile(r"(`+).*?\1", re.DOTALL)
_HTML = re.compile(r"</?[a-zA-Z][^<>\n]*>|<!--")
_FORMULAS = ("math_inline", "math_inline_double", "math_block", "math_block_label")


def checked_prose(rows: Sequence[Row], folder: Path, faults: Faults) -> str:
    """These lines as Markdown, whose faults are told; what is too long to be shown soon is cut."""
    text = "\n".join(row.text for row in rows)
    if len(text) > MOST_LETTERS:
        faults.add(rows[0].line, "long_text", most=MOST_LETTERS)
        return text[:MOST_LETTERS]
    # Most sentences hold nothing that could be wrong.
    if any(sign in text for sign in "$[<{"):
        _Prose(list(rows), folder, faults).check()
    return text


class _Prose:
    """One look over a text."""

    def __init__(self, rows: list[Row], folder: Path, faults: Faults) -> None:
        self._rows, self._folder, self._faults = rows, folder, faults

    def check(self) -> None:
        for token, at in self._tokens(parse("\n".join(row.text for row in self._rows)), 0):
            if token.type in _FORMULAS:
                self._formula(token.content, at)
            elif token.type == "image":
                self._picture(str(token.attrs.get("src", "")), at)
            elif token.type == "link_open":
                self._link(str(token.attrs.get("href", "")), at)
            elif token.type == "text":
                self._text(token.content, at)
            if token.type in ("inline", "math_block", "math_block_label"):
                self._live(token.content, at)

    def _tokens(self, tokens: list[Token], at: int) -> Iterator[tuple[Token, int]]:
        """Each token and the place of its line among the rows; those inside others too."""
        for token in tokens:
            at = token.map[0] if token.map else at
            yield token, at
            inner = at
            for child in token.children or ():
                yield child, inner
                inner += child.type in ("softbreak", "hardbreak") or child.content.count("\n")

    def _row(self, at: int, part: str) -> Row:
        """The row where the part stands, from this one on; this one where it does not stand as it is."""
        here = self._rows[min(at, len(self._rows) - 1)]
        return here if part in here.text else next((row for row in self._rows[at:] if part in row.text), here)

    def _add(self, at: int, part: str, code: str, **values: object) -> None:
        self._faults.add_at(self._row(at, part), part, code, **values)

    def _formula(self, tex: str, at: int) -> None:
        try:
            check_tex(LIVE.sub("0", tex))
        except TexError as error:
            part = error.word if error.code == "command" else tex.strip().split("\n")[0]
            self._add(at, part, f"formula_{error.code}", got=tex.strip(), word=error.word)

    def _picture(self, source: str, at: int) -> None:
        name = unquote(source)
        try:
            picture_beside(name, self._folder)
        except BesideError as error:
            self._add(at, name, error.code, **error.values)

    def _link(self, address: str, at: int) -> None:
        written = unquote(address)
        if not written.startswith(BEGIN):
            self._add(at, written, "address", got=written)
            return
        try:
            read_action(written)
        except ActionError as error:
            self._add(at, error.got, error.code, **error.values)

    def _text(self, text: str, at: int) -> None:
        # As \$\$ they are meant as they are.
        if "$$" in text and "$$" in self._row(at, "$$").text:
            self._add(at, "$$", "formula_open")
        if found := _HTML.search(text):
            self._add(at, found[0], "html", got=found[0])

    def _live(self, text: str, at: int) -> None:
        text = _CODE.sub(lambda found: " " * len(found[0]), text)
        end = 0
        for found in LIVE.finditer(text):
            end = found.end()
            row = self._row(at + text.count("\n", 0, found.start()), found[0])
            try:
                read_number(found[1])
            except ConditionError as error:
                self._faults.add_condition(row.line, error, row.column(found[0]) + 2)
        if (opened := text.find("{{", end)) >= 0 and _is_value(text[opened + 2 :]):
            self._add(at + text.count("\n", 0, opened), "{{", "value_open", got="{{")


def _is_value(text: str) -> bool:
    """Whether what follows {{ begins as a live number does: formulas have {{ of their own."""
    return re.match(r"\s*[a-z_]+\w*\s*([(}]|$)", text) is not None
