"""What is written to a terminal: words of files and errors there move no cursor and turn no line around."""

from __future__ import annotations

import sys
from unicodedata import category

# Joiners make letters of many languages, and pictures, what they are.
JOINERS = "\u200c\u200d"
# The exit code that a shell expects of a command that Ctrl+C has stopped.
INTERRUPTED = 130


def clean(text: str, kept: str = "") -> str:
    """The text with a � for each control character, line break and sign of direction, but for those `kept`."""
    return "".join(letter if letter in kept or _harmless(letter) else "\ufffd" for letter in text)


def _harmless(letter: str) -> bool:
    return letter in JOINERS or category(letter) not in ("Cc", "Cf", "Cs", "Zl", "Zp")


def tell(line: str) -> None:
    """One line to stdout."""
    print(clean(line))


def complain(line: str) -> None:
    """One line to stderr, where what went wrong stands; its own line breaks become spaces."""
    print("playground: " + clean(" ".join(line.split())), file=sys.stderr)


def plain(text: str) -> str:
    """With the minus that every terminal knows."""
    return text.replace("−", "-")
