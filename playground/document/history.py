"""Undo and redo, as a list of documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playground.document.document import Document

LONGEST = 5_000
Name = str | Callable[[], str]
"""What an edit is called; a function says it in the language of the moment."""


@dataclass(frozen=True, slots=True)
class Step:
    """A document and the name of the edit that led to it; `change` numbers one of the run, 0 where it is none."""

    name: Name
    document: Document
    change: int = 0

    @property
    def title(self) -> str:
        """Its name, said now."""
        return self.name if isinstance(self.name, str) else self.name()


class History:
    """Documents in the order they were made, and the place of the present one. Immutable; shares what is equal."""

    def __init__(self, document: Document, steps: tuple[Step, ...] = (), present: int = 0) -> None:
        self.steps = steps or (Step("", document),)
        self.present = present

    @property
    def document(self) -> Document:
        return self.steps[self.present].document

    @property
    def undo_name(self) -> str | None:
        """The edit that undo takes back, None at the first document."""
        return self.steps[self.present].title if self.present else None

    @property
    def redo_name(self) -> str | None:
        return self.steps[self.present + 1].title if self.present + 1 < len(self.steps) else None

    def add(self, name: Name, document: Document, change: int = 0) -> History:
        """The present document gets a successor; what had been undone is forgotten."""
        self._rest(document)
        past = self.steps[max(0, self.present + 1 - LONGEST) : self.present + 1]
        return History(document, (*past, Step(name, document, change)), len(past))

    def crossed(self, other: History) -> tuple[Step, ...]:
        """The steps with changes of the run on the way from here to another place of the same list."""
        if other.steps is not self.steps:
            return ()
        if other.present < self.present:
            way = self.steps[self.present : other.present : -1]
        else:
            way = self.steps[self.present + 1 : other.present + 1]
        return tuple(step for step in way if step.change)

    def _rest(self, newer: Document) -> None:
        """A document of the past keeps only itself: thousands with all that follows would fill the memory."""
        if self.document is not newer:
            for name in ("positions", "tree", "folded"):
                vars(self.document).pop(name, None)
            if self.document.graph is not newer.graph:
                self.document.graph.forget()

    def undo(self) -> History:
        return self.at(self.present - 1)

    def redo(self) -> History:
        return self.at(self.present + 1)

    def at(self, present: int) -> History:
        """The same list with another document as the present one, as far as it reaches."""
        present = min(max(present, 0), len(self.steps) - 1)
        self._rest(self.steps[present].document)
        return History(self.steps[present].document, self.steps, present)
