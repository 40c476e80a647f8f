"""The networks that a lesson opens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from playground.datasets.dataset import load as load_data
from playground.datasets.example import Example, example_of
from playground.document import examples
from playground.document.document import Document
from playground.document.files import file
from playground.document.files.checked import FileError
from playground.document.files.link import LinkError, read_link
from playground.document.settings import HIDEABLE
from playground.lessons.beside import BesideError, file_beside
from playground.lessons.lesson import Fault, Lesson, Load
from playground.lessons.packing import PackError
from playground.ui.assets import asset
from playground.ui.text import error_text, link_error_text
from playground.ui.texts.lessons import fault_text, pack_error_text

Refused = (BesideError, FileError, LinkError, OSError)


def loaded(load: Load, lesson: Lesson, before: Document) -> Document:
    """The document that is asked for, with what it keeps of the one before, without what the lesson hides.

    Raises one of `Refused`.
    """
    document = _read(load.source, lesson.folder)
    if load.keep == "data":
        document = replace(document, data=before.data)
    return hiding(document, lesson)


def hiding(document: Document, lesson: Lesson) -> Document:
    """The document without the controls that the lesson does without."""
    hidden = tuple(dict.fromkeys((*document.view.hidden, *(name for name in lesson.hides if name in HIDEABLE))))
    return replace(document, view=replace(document.view, hidden=hidden))


def sample_of(load: Load, document: Document) -> Example | None:
    """The input that runs through the network first; None where the lesson leaves that open, or has no such row."""
    sample, dataset = load.sample, load_data(document.data)
    if sample is None or sample.row > len(dataset.points):
        return None
    if sample.row:
        return example_of(dataset, sample.row - 1)
    named = dict(sample.inputs)
    return Example(tuple(named.get(name, 0.0) for name in document.data.facts.inputs))


def _read(source: str, folder: Path) -> Document:
    kind, _, name = source.partition(":")
    if kind == "example":
        if name not in examples.names():
            raise BesideError("unknown_example", got=name)
        return examples.example(name, asset("examples"))
    if kind == "link":
        return read_link(name)[0]
    return file.read(file_beside(name, folder))


def needed(lesson: Lesson, step: int) -> tuple[int, Load] | None:
    """The step, this one or the last before it, that opens the network which this step is about."""
    for number in range(step, -1, -1):
        for part in reversed(lesson.steps[number].parts):
            if isinstance(part, Load):
                return number, part
    return None


def refused_text(error: Exception) -> str:
    """Why a lesson, or a network of it, cannot be opened."""
    match error:
        case BesideError():
            return fault_text(Fault(1, error.code, tuple(error.values.items())))
        case LinkError():
            return link_error_text(error.code)
        case PackError():
            return pack_error_text(error)
    return error_text(error)
