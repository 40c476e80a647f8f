"""What the command line is given: a project's file, a link, or the name of a bundled example."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from playground.datasets.galleries.gallery import GALLERIES, Gallery, GalleryError
from playground.document.document import Document
from playground.document.files.link import Remark, is_link
from playground.document.own_data import OwnData
from playground.frames.trained import Training
from playground.imports.found import Imported
from playground.projects.project import Project, read_project
from playground.terminal import complain

if TYPE_CHECKING:
    from playground.engine.rivals import Rivals
    from playground.engine.session import Session


class CommandError(Exception):
    """What stops a command, as one plain line."""


def load_document(name: str) -> tuple[Document, Path | None]:
    """The document of a file, of a link, or of a bundled example by its name. Raises CommandError."""
    project, path = load_project(name, refuse=False)
    return project.document, path


def load_project(name: str, refuse: bool = True, held: str = "memory") -> tuple[Project, Path | None]:
    """As `load_document`, with what it has learned. Damage in that is refused, or else told on stderr.

    `held` is how a large table's rows are held; see `tables.stored`.
    """
    from playground.document import examples
    from playground.document.files.checked import FileError
    from playground.ui.assets import asset
    from playground.ui.text import error_text

    if is_link(name):
        return Project(load_link(name)[0]), None
    path = Path(name)
    if not path.exists() and name in examples.names():
        return Project(examples.example(name, asset("examples"))), None
    if not path.exists() and name in GALLERIES:
        return Project(_gallery_document(name)), None
    try:
        project = read_project(path)
    except (FileError, OSError) as error:
        raise CommandError(f"{name}: {error_text(error)}") from error
    if (own := project.document.data.own) is not None:
        project = replace(project, document=_with_rows(name, project.document, own, held))
    if project.fault is not None:
        fault = f"{name}: {error_text(project.fault)}"
        if refuse:
            raise CommandError(fault)
        complain(fault)
    return project, path


def _with_rows(name: str, document: Document, own: OwnData, held: str) -> Document:
    """The document with the rows of a large table at hand. Raises CommandError."""
    from playground.tables.reading import TableError
    from playground.tables.renewing import renewed
    from playground.ui.tables.said import error_text

    try:
        return replace(document, data=replace(document.data, own=renewed(own, held=held)))
    except TableError as error:
        raise CommandError(f"{name}: {error_text(error)}") from error
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror or error}") from error


def known_gallery(gallery: Gallery) -> OwnData:
    """As many pictures of the copy on this machine as are used at once. Raises GalleryError."""
    from playground.datasets.galleries.reading import read_gallery
    from playground.datasets.galleries.rows import chosen_of, gallery_data
    from playground.ui.pictures.known_said import class_names

    return gallery_data(chosen_of(gallery, gallery.most), read_gallery(gallery), class_names(gallery))


def _gallery_document(name: str) -> Document:
    """The network of the circle, its end fitted to the gallery. Raises CommandError where no copy is here."""
    from playground.datasets.galleries.rows import chosen_of
    from playground.document.checks.fitting import fitted
    from playground.document.edits import edits
    from playground.ui.pictures.known_said import gallery_error_text
    from playground.ui.texts.command import command_text

    gallery = GALLERIES[name]
    try:
        own = known_gallery(gallery)
    except GalleryError as error:
        fetched = command_text("gallery_fetch", name=name) if error.key in ("absent", "damaged") else ""
        raise CommandError(" ".join(filter(None, (gallery_error_text(error), fetched)))) from error
    document, _ = load_document("circle")
    share = chosen_of(gallery, own.rows).train_share
    return fitted(edits.choose_own(document, own, share, document.data.seed))


def opens_in_window(name: str) -> bool:
    """Whether it is no project, but what a window takes when it is dropped there: a lesson, a table, pictures."""
    from playground.tables.opening import ENDINGS
    from playground.ui.dialogs.dropped import LESSONS

    path = Path(name)
    return (
        bool(name)
        and not is_link(name)
        and (path.is_dir() or (path.is_file() and path.suffix.lower() in (*LESSONS, *ENDINGS)))
    )


def load_link(link: str) -> tuple[Document, tuple[Remark, ...]]:
    """The document of a link, and what of it was not understood, told on stderr too. Raises CommandError."""
    from playground.document.files.link import LinkError, read_link
    from playground.ui.text import link_error_text, remark_text

    try:
        document, remarks = read_link(link)
    except LinkError as error:
        raise CommandError(link_error_text(error.code)) from error
    for remark in remarks:
        complain(remark_text(remark))
    return document, remarks


def read_stranger(path: Path) -> Imported:
    """The network of somebody else's file, read apart. Raises CommandError with what is refused of it."""
    from playground.imports.asking import read_apart
    from playground.imports.refused import Refused
    from playground.ui.texts.imports.sentences import refusal_text

    try:
        return read_apart(path)
    except Refused as refused:
        raise CommandError(f"{path}: {refusal_text(refused)}") from refused


def learned_by(session: Session, rivals: Rivals, document: Document) -> Training:
    """What a session and its rivals have learned, for the file of that document."""
    from playground.engine.lasting import training_of

    return training_of(rivals.keep(session, most_film_bytes=0), document)


def go_on(session: Session, training: Training) -> None:
    """Become what the project has learned. Raises ValueError where that was by another network."""
    from playground.engine.lasting import MisfitError, go_on_from
    from playground.ui.texts.command import command_text

    try:
        go_on_from(session, training.present)
    except MisfitError as error:
        raise ValueError(command_text("misfit")) from error
