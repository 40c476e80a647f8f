"""Settings with limits: fields that know what values they take."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from playground.document.formula.formula import FormulaError
from playground.document.formula.parser import parse
from playground.document.words import Words, words


class SettingError(ValueError):
    """A setting got a value it does not take; holds the name, what was expected, and what came."""

    def __init__(self, name: str, limit: Limit, got: object) -> None:
        super().__init__(f"{name}: expected {limit.expected()}, got {got!r}")
        self.name, self.limit, self.got = name, limit, got


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from low to high."""

    low: int
    high: int

    def accepts(self, value: object) -> bool:
        return isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high

    def expected(self) -> Words:
        return words("{low} to {high}", low=self.low, high=self.high)


@dataclass(frozen=True, slots=True)
class Real:
    """A finite number from low to high."""

    low: float
    high: float

    def accepts(self, value: object) -> bool:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        # Not a number compares false; an endless number lies beyond any limit.
        return self.low <= value <= self.high

    def expected(self) -> Words:
        return words("{low} to {high}", low=f"{self.low:g}", high=f"{self.high:g}")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    options: Collection[str]

    def accepts(self, value: object) -> bool:
        return isinstance(value, str) and value in self.options

    def expected(self) -> Words:
        return words("one of {options}", options=", ".join(self.options))


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    def accepts(self, value: object) -> bool:
        return isinstance(value, bool)

    def expected(self) -> Words:
        return words("true or false")


@dataclass(frozen=True, slots=True)
class Sizes:
    """One to four positive whole numbers, a shape."""

    high: int

    def accepts(self, value: object) -> bool:
        return (
            isinstance(value, tuple)
            and 1 <= len(value) <= 4
            and all(Whole(1, self.high).accepts(size) for size in value)
        )

    def expected(self) -> Words:
        return words("1 to 4 sizes of 1 to {high}", high=self.high)


@dataclass(frozen=True, slots=True)
class Numbers:
    """One or more finite numbers from low to high, up to so many."""

    low: float
    high: float
    most: int

    def accepts(self, value: object) -> bool:
        return (
            isinstance(value, tuple)
            and 1 <= len(value) <= self.most
            and all(Real(self.low, self.high).accepts(number) for number in value)
        )

    def expected(self) -> Words:
        return words("numbers of {low} to {high}", low=f"{self.low:g}", high=f"{self.high:g}")


@dataclass(frozen=True, slots=True)
class Several:
    """Any of a few words, each once."""

    options: tuple[str, ...]

    def accepts(self, value: object) -> bool:
        return (
            isinstance(value, tuple)
            and len(set(value)) == len(value)
            and all(Choice(self.options).accepts(word) for word in value)
        )

    def expected(self) -> Words:
        return words("a list of {options}", options=", ".join(self.options))


@dataclass(frozen=True, slots=True)
class Text:
    """One line of printable text."""

    longest: int

    def accepts(self, value: object) -> bool:
        return isinstance(value, str) and len(value) <= self.longest and (not value or value.isprintable())

    def expected(self) -> Words:
        return words("one line of at most {longest} letters", longest=self.longest)


@dataclass(frozen=True, slots=True)
class Expression:
    """A formula of x."""

    def accepts(self, value: object) -> bool:
        if not isinstance(value, str):
            return False
        try:
            parse(value)
        except FormulaError:
            return False
        return True

    def expected(self) -> Words:
        return words("a formula of x, such as x * sigmoid(x)")


Limit = Whole | Real | Choice | Flag | Sizes | Numbers | Several | Text | Expression


def whole(default: int, low: int, high: int) -> Any:
    return field(default=default, metadata={"limit": Whole(low, high)})


def real(default: float, low: float, high: float) -> Any:
    return field(default=default, metadata={"limit": Real(low, high)})


def choice(default: str, options: Collection[str]) -> Any:
    return field(default=default, metadata={"limit": Choice(options)})


def flag(default: bool) -> Any:
    return field(default=default, metadata={"limit": Flag()})


def sizes(default: tuple[int, ...], high: int) -> Any:
    return field(default=default, metadata={"limit": Sizes(high)})


def text(default: str, longest: int) -> Any:
    return field(default=default, metadata={"limit": Text(longest)})


def expression(default: str) -> Any:
    return field(default=default, metadata={"limit": Expression()})


def numbers(default: tuple[float, ...], low: float, high: float, most: int) -> Any:
    return field(default=default, metadata={"limit": Numbers(low, high, most)})


def several(default: tuple[str, ...], options: tuple[str, ...]) -> Any:
    return field(default=default, metadata={"limit": Several(options)})


def limits(value: Any) -> Mapping[str, Limit]:
    """Field name -> limit, in the order of the fields, for a settings class or one of its values."""
    return {f.name: f.metadata["limit"] for f in fields(value) if "limit" in f.metadata}


def check(value: Any) -> None:
    """Raise SettingError for the first field whose value its limit does not accept."""
    for name, limit in limits(value).items():
        got = getattr(value, name)
        if not limit.accepts(got):
            raise SettingError(name, limit, got)
