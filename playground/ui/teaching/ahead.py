"""Lessons are read, and their formulas set, on a thread before a person asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import Thread

from playground.lessons.course import Entry
from playground.lessons.shelf import shelf
from playground.ui.formulas import set_ahead
from playground.ui.lessons.writing import static_formulas


def read_ahead(bundled: Path, own: Path, language: str) -> None:
    """The lessons of the shelf, and what sets formulas, which takes half a second to import."""

    def read() -> None:
        with suppress(OSError):
            shelf(bundled, own, language)
        set_ahead([("x", False)])

    Thread(target=read, name="lessons", daemon=True).start()


def formulas_ahead(entries: Iterable[Entry]) -> None:
    """The formulas of the step at which each of these would open."""

    def set_all() -> None:
        for entry in entries:
            set_ahead(static_formulas(entry.lesson, entry.step))

    Thread(target=set_all, name="formulas", daemon=True).start()
