"""Markdown as HTML for a text of ours: formulas as pictures on their line, live numbers and commands as links.

It is cut where something stands that is no line of text: a formula of its own, or a listing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from playground.lessons.conditions import ConditionError, read_number
from playground.lessons.expressions import Call, Expression, Fact, value_of
from playground.lessons.known import FACTS, FUNCTIONS
from playground.lessons.lesson import Lesson, Text
from playground.lessons.markdown import LIVE, grammar, parse
from playground.ui.texts.numbers import NOTHING, decimals_text, share_text

FORMULA, PICTURE, LIVE_NUMBER = "formula:", "picture:", "live:"


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs, lists and tables, as tokens of Markdown."""

    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Display:
    """A formula in a place of its own."""

    tex: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Text that is shown letter by letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Live:
    """A number between {{ and }}: how it was written, and what it is worth; None where it was not understood."""

    written: str
    expression: Expression | None

    @property
    def kind(self) -> str:
        """What it is, as a share or a word; a number where it is worked out of others."""
        match self.expression:
            case Fact(name):
                return FACTS.get(name, "")
            case Call(function):
                return FUNCTIONS[function].gives if function in FUNCTIONS else ""
        return "number"

    def text(self, facts: Mapping[str, object]) -> str:
        """It with two decimals, a share in percent, a dash while it is unknown."""
        value = value_of(self.expression, facts) if self.expression is not None else None
        if isinstance(value, bool) or not isinstance(value, int | float):
            return value if isinstance(value, str) else NOTHING
        if self.kind == "share":
            return share_text(value)
        # What counts has no decimals.
        return f"{value:,}" if isinstance(value, int) else decimals_text(value)


@dataclass
class Written:
    """HTML, and what its links and pictures stand for, by their numbers."""

    html: str = ""
    formulas: list[tuple[str, bool]] = field(default_factory=list)
    live: list[Live] = field(default_factory=list)


Piece = Prose | Display | Listing
Place = Callable[[int, str, bool], str]
"""From a formula's number, its LaTeX, and whether it is set large, to the attributes of its picture."""


def pieces(markdown: str) -> list[Piece]:
    """What a text is made of, in order."""
    made: list[Piece] = []
    plain: list[Token] = []

    def close() -> None:
        if plain:
            made.append(Prose(tuple(plain)))
            plain.clear()

    for token in parse(markdown):
        if token.level == 0 and token.type in ("math_block", "math_block_label"):
            close()
            made.append(Display(token.content.strip()))
        elif token.level == 0 and token.type in ("fence", "code_block"):
            close()
            made.append(Listing(token.content.rstrip("\n")))
        else:
            plain.append(token)
    close()
    return made


def prose(markdown: str) -> Prose:
    """A text of which all is lines, as the words of a goal."""
    return Prose(tuple(parse(markdown)))


def plain_text(markdown: str) -> str:
    """Its words alone, formulas as LaTeX, for a screen reader."""
    return " ".join(
        child.content for token in parse(markdown) for child in token.children or () if child.content.strip()
    )


def live_number(written: str) -> Live:
    """What stands between {{ and }}."""
    try:
        return Live(written, read_number(written))
    except ConditionError:
        return Live(written, None)


def static_formulas(lesson: Lesson, number: int) -> list[tuple[str, bool]]:
    """Those in the texts of a step that have no live numbers: in LaTeX, and whether each stands by itself."""
    parts = lesson.steps[number].parts if number < len(lesson.steps) else ()
    tokens = [token for part in parts if isinstance(part, Text) for token in parse(part.markdown)]
    inner = [child for token in tokens for child in (token, *(token.children or ()))]
    found = [(token.content.strip(), token.type != "math_inline") for token in inner if token.type.startswith("math_")]
    return [(tex, display) for tex, display in found if not live_in(tex)]


def live_in(tex: str) -> list[Live]:
    """The live numbers in a formula."""
    return [live_number(found[1]) for found in LIVE.finditer(tex)]


def with_numbers(tex: str, texts: Sequence[str]) -> str:
    """A formula with these in place of its live numbers, in the colour of what changes."""
    left = iter(texts)
    return LIVE.sub(lambda _: f"{{\\color{{accent}} {_number(next(left))}}}", tex)


def _number(text: str) -> str:
    """A number as LaTeX takes it: 4.1e−5 is a power of ten, a percent sign is no comment."""
    mantissa, power, exponent = text.replace("%", "\\%").replace(",", "{,}").replace(" ", "\\,").partition("e")
    return f"{mantissa} \\cdot 10^{{{exponent}}}" if power else mantissa


def write(text: Prose, place: Place, shown: Callable[[Live], str]) -> Written:
    """The HTML; `shown` says what a live number is now."""
    written = Written()
    renderer = _Renderer(written, place, shown)
    written.html = renderer.render(text.tokens, grammar().options, {})
    return written


class _Renderer(RendererHTML):
    """Writes into `written` what stands for something else than letters."""

    def __init__(self, written: Written, place: Place, shown: Callable[[Live], str]) -> None:
        super().__init__()
        self._written, self._place, self._shown = written, place, shown

    def math_inline(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return self._formula(tokens[idx].content, large=False)

    def math_inline_double(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return self._formula(tokens[idx].content, large=True)

    def math_block(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return f"<p>{self._formula(tokens[idx].content.strip(), large=True)}</p>"

    def _formula(self, tex: str, large: bool) -> str:
        self._written.formulas.append((tex, large))
        number = len(self._written.formulas) - 1
        attributes = self._place(number, tex, large)
        if not attributes:
            return f"<code>{escape(tex)}</code>"
        return f'<img src="{FORMULA}{number}" {attributes} style="vertical-align: middle" alt="{escape(tex)}">'

    def text(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        text, end, html = tokens[idx].content, 0, ""
        for found in LIVE.finditer(text):
            live = live_number(found[1])
            self._written.live.append(live)
            html += escape(text[end : found.start()])
            html += f'<a href="{LIVE_NUMBER}{len(self._written.live) - 1}">{escape(self._shown(live))}</a>'
            end = found.end()
        return html + escape(text[end:])

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        token = tokens[idx]
        name = str(token.attrs.get("src", ""))
        return f'<img src="{PICTURE}{escape(name)}" alt="{escape(token.content)}">'
