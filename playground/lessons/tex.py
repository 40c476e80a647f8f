"""Formulas as a lesson writes them, in LaTeX: what is not understood, and what the drawing needs said otherwise."""

from __future__ import annotations

import re
from functools import cache

MOST_LETTERS = 2_000
# With these a formula could be made to grow without end, or to point outside.
REFUSED = ("newcommand", "newenvironment", "def", "DeclareMathOperator", "href", "unicode", "verb", "class", "style")
ENVIRONMENTS = ("aligned", "gathered")
HAN = r"[\u2e80-\u303f\u3400-\u9fff\uff00-\uffef]"
_COMMAND = re.compile(r"\\([a-zA-Z]+|.)|([{}])", re.DOTALL)
_ENVIRONMENT = re.compile(r"\\(begin|end)\s*\{([^{}]*)\}")
_WORDS = re.compile(r"\\(text[a-z]*|mbox|mathrm|operatorname\*?)\s*\{([^{}]*)\}")


class TexError(ValueError):
    """A formula that is not understood: `code` is empty, long, brace, command or other; `word` is what of it."""

    def __init__(self, code: str, word: str = "") -> None:
        super().__init__(code, word)
        self.code, self.word = code, word


def check_tex(tex: str) -> None:
    """Raises TexError; what passes may still be refused when it is drawn."""
    if not tex.strip():
        raise TexError("empty")
    if len(tex) > MOST_LETTERS:
        raise TexError("long", str(len(tex)))
    depth = 0
    for command, brace in _COMMAND.findall(tex):
        depth += (brace == "{") - (brace == "}")
        if depth < 0:
            raise TexError("brace", "}")
        if command.isalpha() and command not in ("begin", "end") and (command in REFUSED or command not in _known()):
            raise TexError("command", f"\\{command}")
    if depth:
        raise TexError("brace", "{")
    opened = []
    for end, name in _ENVIRONMENT.findall(tex):
        if name not in ENVIRONMENTS and f"\\{name}" not in _matrices():
            raise TexError("command", f"\\{end}{{{name}}}")
        if end == "begin":
            opened.append(name)
        elif not opened or opened.pop() != name:
            raise TexError("brace", f"\\end{{{name}}}")
    if opened:
        raise TexError("brace", f"\\begin{{{opened[-1]}}}")


@cache
def _known() -> frozenset[str]:
    """Every command that is understood, without its backslash."""
    from latex2mathml import commands, symbols_parser

    found = set(symbols_parser.SYMBOLS)
    for value in vars(commands).values():
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, tuple | dict):
            found |= {word for word in value if isinstance(word, str)}
    return frozenset(name[1:] for name in found if name.startswith("\\"))


@cache
def _matrices() -> frozenset[str]:
    from latex2mathml import commands

    return frozenset(commands.MATRICES)


def drawable(tex: str) -> str:
    """The same formula with Chinese as `\\textit`, which alone is drawn in a font of ours, and the point of a number
    as `{.}`, which is drawn with a box else."""
    parts, end = [], 0
    for found in _WORDS.finditer(tex):
        parts += [_outside(tex[end : found.start()]), _inside(found[1], found[2])]
        end = found.end()
    return "".join((*parts, _outside(tex[end:])))


def _outside(tex: str) -> str:
    return re.sub(f"({HAN}+)", r"\\textit{\1}", re.sub(r"(?<=\d)\.(?=\d)", "{.}", tex))


def _inside(command: str, words: str) -> str:
    """Words of a command, Chinese and other ones each in one of their own."""
    runs = [run for run in re.split(f"({HAN}+)", words) if run]
    if not runs:
        return f"\\{command}{{}}"
    return "".join(f"\\textit{{{run}}}" if re.match(HAN, run) else f"\\{command}{{{run}}}" for run in runs)
