"""A goal's condition: `validation_accuracy >= 95 % and neurons <= 4`. Read once, by a grammar of its own.

What is unknown, as a loss before any training, makes its comparison unknown, and `not` of it too: no goal is reached
by what is not there. Names that are not known, and comparisons that could never hold, are refused as they are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from math import isfinite
from typing import NamedTuple, NoReturn

from playground.lessons.expressions import (
    COMPARE,
    Arithmetic,
    Call,
    Comparison,
    Constant,
    Every,
    Expression,
    Fact,
    Negative,
    Not,
    Some,
    value_of,
)
from playground.lessons.known import FACTS, FUNCTIONS, WORDS, Kind

LONGEST, DEEPEST = 300, 20
_FLAGS = {"true": True, "false": False}
# As keyboards for Chinese, and formulas, write them.
_SAME = {
    "≥": ">=", "≤": "<=", "≠": "!=", "（": "(", "）": ")", "，": ",", "％": "%", "＜": "<", "＞": ">", "＋": "+",
    "−": "-", "－": "-", "×": "*", "÷": "/",
}  # fmt: skip
# What other languages write.
_MEANT = {"=": "==", "&&": "and", "&": "and", "||": "or", "|": "or", "!": "not", "===": "==", "<>": "!=", "=>": ">="}
_TOKEN = re.compile(
    r"\s*(?:([0-9]+\.?[0-9]*(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?)|([^\W\d]\w*)"
    r"|(\"[^\"]*\"|“[^”]*”|'[^']*')|([<>=!&|*]{2,}|[-+*/(),<>%])|(\S))"
)


class ConditionError(ValueError):
    """What is wrong with a condition, by `code`; `column` from 1; `values` fill the sentence in `ui/texts/lessons.py`.

    `length` letters from there are wrong.
    """

    def __init__(self, code: str, column: int = 1, length: int = 1, **values: object) -> None:
        super().__init__(f"{code.replace('_', ' ')} at {column}: {values}")
        self.code, self.column, self.length, self.values = code, column, length, values


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition as it was written, and what was read of it."""

    text: str
    tree: Expression


def read_condition(text: str) -> Condition:
    """The condition in the text. Raises ConditionError."""
    found = _Parser(text).whole()
    if found.kind != "flag":
        raise ConditionError("no_condition", found.column, len(text.strip()), got=text.strip())
    return Condition(text, found.tree)


def read_number(text: str) -> Expression:
    """What stands between {{ and }}: a number that is known, or what is worked out of some. Raises ConditionError."""
    found = _Parser(text).whole()
    if not _is_number(found.kind):
        raise ConditionError("no_number", found.column, len(text.strip()), got=text.strip())
    return found.tree


def holds(condition: Condition, facts: Mapping[str, object]) -> bool:
    """Whether it is true by these facts, as `value_of` takes them; what is unknown is not."""
    return value_of(condition.tree, facts) is True


class _Token(NamedTuple):
    kind: str
    text: str
    column: int


class _Found(NamedTuple):
    """A part that was read, of what kind, and where it began."""

    tree: Expression
    kind: Kind
    column: int


def _tokens(text: str) -> list[_Token]:
    """All that the text is made of, an "end" last."""
    found, at = [], 0
    while match := _TOKEN.match(text, at):
        group = match.lastindex or 1
        kind, word = ("number", "name", "word", "sign", "other")[group - 1], match[group]
        if kind == "other" and word in _SAME:
            kind, word = "sign", _SAME[word]
        found.append(_Token(kind, word, match.start(group) + 1))
        at = match.end()
    return [*found, _Token("end", "", len(text.rstrip()) + 1)]


def _is_number(kind: Kind) -> bool:
    return kind in ("number", "share")


def nearest(word: str, known: Sequence[str]) -> str:
    """The known word that is most like this one, small or large letters; "" where none is."""
    small = {one.lower(): one for one in reversed(known)}
    found = [word.lower()] if word.lower() in small else get_close_matches(word.lower(), small, 1)
    return small[found[0]] if found else ""


class _Parser:
    """One look over the tokens, from left to right; each method reads what it is named for."""

    def __init__(self, text: str) -> None:
        if len(text) > LONGEST:
            raise ConditionError("too_long", LONGEST + 1, len(text) - LONGEST, most=LONGEST)
        self._tokens, self._at, self._depth = _tokens(text), 0, 0

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _take(self, *texts: str, kind: str = "sign") -> _Token | None:
        """The next token, if it is one of these; then it is done with."""
        token = self._next
        if token.kind != kind or (texts and token.text not in texts):
            return None
        self._at += 1
        return token

    def _refuse(self, code: str, at: _Token | _Found, **values: object) -> NoReturn:
        length = max(1, len(at.text)) if isinstance(at, _Token) else 1
        raise ConditionError(code, at.column, length, **values)

    def _refuse_next(self) -> NoReturn:
        """Say what is wrong with the next token, which nothing was waiting for."""
        token = self._next
        if token.kind == "end":
            self._refuse("ends_early", token)
        if token.text in ('"', "“", "'"):
            self._refuse("text_not_closed", token)
        if token.text in _MEANT:
            self._refuse("other_sign", token, got=token.text, near=_MEANT[token.text])
        self._refuse("not_understood", token, got=token.text)

    def whole(self) -> _Found:
        """All of it."""
        if self._next.kind == "end":
            self._refuse("empty", self._next)
        found = self._some()
        if self._next.kind != "end":
            self._refuse_next()
        return found

    def _some(self) -> _Found:
        return self._joined("or", Some)

    def _every(self) -> _Found:
        return self._joined("and", Every)

    def _joined(self, word: str, kind: type[Some] | type[Every]) -> _Found:
        one = self._every if word == "or" else self._opposite
        parts = [one()]
        while self._take(word, kind="name"):
            parts.append(one())
        if len(parts) == 1:
            return parts[0]
        for part in parts:
            self._need_flag(part, word)
        return _Found(kind(tuple(part.tree for part in parts)), "flag", parts[0].column)

    def _need_flag(self, part: _Found, word: str) -> None:
        if part.kind != "flag":
            self._refuse("no_condition_beside", part, word=word)

    def _opposite(self) -> _Found:
        if not (word := self._take("not", kind="name")):
            return self._comparison()
        with_depth = self._deeper(self._opposite, word)
        self._need_flag(with_depth, "not")
        return _Found(Not(with_depth.tree), "flag", word.column)

    def _deeper(self, read: Callable[[], _Found], at: _Token) -> _Found:
        self._depth += 1
        if self._depth > DEEPEST:
            self._refuse("too_deep", at, most=DEEPEST)
        found = read()
        self._depth -= 1
        return found

    def _comparison(self) -> _Found:
        values, signs = [self._sum()], []
        while sign := self._take(*COMPARE):
            signs.append(sign)
            values.append(self._sum())
        if not signs:
            return values[0]
        for left, sign, right in zip(values, signs, values[1:], strict=False):
            self._check_pair(left, sign, right)
        tree = Comparison(tuple(sign.text for sign in signs), tuple(value.tree for value in values))
        return _Found(tree, "flag", values[0].column)

    def _check_pair(self, left: _Found, sign: _Token, right: _Found) -> None:
        """Refuse what could never hold."""
        if _is_number(left.kind) != _is_number(right.kind) or (not _is_number(left.kind) and left.kind != right.kind):
            self._refuse("kinds_differ", sign, left=left.kind, right=right.kind)
        if not _is_number(left.kind) and sign.text not in ("==", "!="):
            self._refuse("no_order", sign, got=sign.text, kind=left.kind)
        for fact, other in ((left, right), (right, left)):
            match fact.tree, other.tree:
                case Fact(name), Constant(str(word)) if name in WORDS and word not in WORDS[name]:
                    self._refuse("unknown_word", other, got=word, fact=name, near=nearest(word, WORDS[name]))
                case Fact(name), Constant(int() | float() as number) if fact.kind == "share" and number > 1:
                    self._refuse("no_share", other, fact=name, got=f"{number:g}")

    def _sum(self) -> _Found:
        return self._counted(("+", "-"), self._product)

    def _product(self) -> _Found:
        return self._counted(("*", "/"), self._signed)

    def _counted(self, signs: tuple[str, str], one: Callable[[], _Found]) -> _Found:
        found = one()
        while sign := self._take(*signs):
            other = one()
            for part in (found, other):
                if not _is_number(part.kind):
                    self._refuse("no_number_beside", part, sign=sign.text)
            found = _Found(Arithmetic(sign.text, found.tree, other.tree), "number", found.column)
        return found

    def _signed(self) -> _Found:
        if not (sign := self._take("-")):
            return self._value()
        of = self._deeper(self._signed, sign)
        if not _is_number(of.kind):
            self._refuse("no_number_beside", of, sign="-")
        return _Found(Negative(of.tree), of.kind, sign.column)

    def _value(self) -> _Found:
        if token := self._take(kind="number"):
            return self._number(token)
        if token := self._take(kind="word"):
            return _Found(Constant(token.text[1:-1]), "word", token.column)
        if token := self._take("("):
            found = self._deeper(self._some, token)
            if not self._take(")"):
                self._refuse_open(token)
            return found
        if (token := self._next).kind != "name":
            self._refuse_next()
        if token.text in ("and", "or", "not"):
            self._refuse("not_understood", token, got=token.text)
        self._at += 1
        return self._call(token) if self._take("(") else self._fact(token)

    def _refuse_open(self, opened: _Token) -> NoReturn:
        if self._next.kind == "end":
            self._refuse("bracket_not_closed", opened)
        self._refuse_next()

    def _number(self, token: _Token) -> _Found:
        number = float(token.text)
        if not isfinite(number):
            self._refuse("too_large", token, got=token.text)
        return _Found(Constant(number / 100 if self._take("%") else number), "number", token.column)

    def _fact(self, token: _Token) -> _Found:
        if token.text in _FLAGS:
            return _Found(Constant(_FLAGS[token.text]), "flag", token.column)
        if token.text in FUNCTIONS:
            self._refuse("of_what", token, got=token.text)
        if token.text not in FACTS:
            near = nearest(token.text, (*FACTS, *FUNCTIONS, *_FLAGS, "and", "or", "not"))
            self._refuse("unknown_name", token, got=token.text, near=near)
        return _Found(Fact(token.text), FACTS[token.text], token.column)

    def _call(self, name: _Token) -> _Found:
        if name.text not in FUNCTIONS:
            self._refuse("unknown_function", name, got=name.text, near=nearest(name.text, tuple(FUNCTIONS)))
        function = FUNCTIONS[name.text]
        values = [self._argument(name)]
        while self._take(","):
            values.append(self._argument(name))
        if not self._take(")"):
            self._refuse_open(name)
        if not function.fewest <= len(values) <= len(function.takes):
            self._refuse("argument_count", name, got=name.text, fewest=function.fewest, most=len(function.takes))
        for (token, value), kind in zip(values, function.takes, strict=False):
            if isinstance(value, str) != (kind == "word"):
                self._refuse("word_needed" if kind == "word" else "whole_needed", token, got=token.text)
        token, first = values[0]
        if function.words and isinstance(first, str) and first not in function.words:
            self._refuse("unknown_word", token, got=first, fact=name.text, near=nearest(first, function.words))
        return _Found(Call(name.text, tuple(value for _, value in values)), function.gives, name.column)

    def _argument(self, function: _Token) -> tuple[_Token, int | str]:
        """A word in quotes, or a whole number."""
        if token := self._take(kind="word"):
            return token, token.text[1:-1]
        if token := self._take(kind="number"):
            if not token.text.isdecimal():
                self._refuse("whole_needed", token, got=token.text)
            return token, int(token.text)
        if (token := self._next).kind == "name":
            self._refuse("quotes_needed", token, got=token.text)
        if token.text == ")":
            self._refuse("of_what", function, got=function.text)
        self._refuse_next()
