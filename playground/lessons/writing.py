"""A first lesson from the network that is there: its text to be changed, and the network beside it."""

from __future__ import annotations

from pathlib import Path

from playground.document.document import Document
from playground.document.files.file import ENDING, write
from playground.document.files.saving import write_beside
from playground.document.graph import DATA, OUTPUT
from playground.lessons.beside import is_inside

LONGEST_TITLE = 80


def new_lesson(path: Path, title: str, document: Document, template: Path) -> None:
    """Write the lesson's file at `path`, and the document beside it under the same name. Raises OSError.

    `template` is a lesson in the language that it is to be in, with %TITLE%, %PROJECT% and %LAYER% to be filled.
    """
    project = path.with_suffix(ENDING)
    if not is_inside(project.name):
        raise OSError(0, "this name cannot stand in a lesson", project.name)
    layers = [node_id for node_id in document.graph.trained if node_id not in (DATA, OUTPUT)]
    text = template.read_text(encoding="utf-8")
    words = {
        "%TITLE%": "".join(letter for letter in " ".join(title.split()) if letter.isprintable())[:LONGEST_TITLE],
        "%PROJECT%": project.name,
        "%LAYER%": layers[0] if layers else DATA,
    }
    for word, meant in words.items():
        text = text.replace(word, meant or path.stem)
    write(document, project)
    write_beside(path, text.encode())
