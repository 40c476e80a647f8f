"""Why a file is refused, as a sentence and the place in it."""

from __future__ import annotations

from playground.document.words import Words, words

LONGEST = 60
SEPARATOR = " · "


class Refused(ValueError):
    """What a file holds that is not taken. `place` leads to it: entry, layer, setting."""

    def __init__(self, sentence: str | Words, place: str = "", **values: object) -> None:
        made = sentence if isinstance(sentence, Words) else words(sentence, **values)
        self.words, self.place = made, place
        super().__init__(f"{place}: {made}" if place else str(made))

    def within(self, place: str) -> Refused:
        """The same, in a part of that name."""
        return Refused(self.words, SEPARATOR.join(filter(None, (place, self.place))))


def shown(value: object, longest: int = LONGEST) -> str:
    """A stranger's value as a message shows it: its start, on one line, of letters that can be printed."""
    text = value if isinstance(value, str) else repr(value) if not isinstance(value, dict | list) else _brief(value)
    text = "".join(letter if letter.isprintable() else "\ufffd" for letter in text[: longest + 1])
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _brief(value: dict[str, object] | list[object]) -> str:
    """The start of a long value; all of it may be megabytes."""
    if isinstance(value, list):
        return "[" + ", ".join(shown(entry, 20) for entry in value[:6]) + (", …]" if len(value) > 6 else "]")
    pairs = [f"{shown(name, 20)}: {shown(found, 30)}" for name, found in list(value.items())[:4]]
    return "{" + ", ".join(pairs) + (", …}" if len(value) > 4 else "}")


def quoted(name: object) -> str:
    """A layer's or an entry's name, as part of a place."""
    return f"“{shown(name, 40)}”"
