"""`playground data`: known picture sets, which are here and which can be fetched; and they as projects."""

from __future__ import annotations

from collections.abc import Sequence

from playground.command_load import CommandError, known_gallery
from playground.datasets.galleries.copies import edition_here, home
from playground.datasets.galleries.fetching import SAFE, fetch
from playground.datasets.galleries.gallery import GALLERIES, Gallery, GalleryError
from playground.terminal import tell
from playground.ui.pictures.known_said import facts_text, gallery_error_text, licence_text
from playground.ui.texts.command import command_text
from playground.ui.texts.numbers import size_text


def show_data(names: Sequence[str], schemes: tuple[str, ...] = SAFE) -> int:
    """Tell of all of them, or fetch those named. Raises CommandError for one that is unknown or cannot be had."""
    for name in names:
        if name not in GALLERIES:
            raise CommandError(command_text("no_gallery", name=name, names=", ".join(GALLERIES)))
    for name in names:
        _fetch(GALLERIES[name], schemes)
    for gallery in () if names else GALLERIES.values():
        here = edition_here(gallery) is not None
        state = command_text("gallery_here" if here else "gallery_away", size=size_text(gallery.editions[0].size))
        tell(f"{gallery.name}: {state}")
        tell(f"  {facts_text(gallery)}")
        tell(f"  {licence_text(gallery)}")
    return 0


def _fetch(gallery: Gallery, schemes: tuple[str, ...]) -> None:
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    if edition_here(gallery) is None:
        columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
        edition = gallery.editions[0]
        # Ctrl+C keeps what has come.
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(gallery.title, total=edition.size)
            try:
                fetch(edition, lambda count: bar.update(task, completed=count), lambda: False, schemes)
            except OSError as error:
                raise CommandError(f"{gallery.title}: {gallery_error_text(error)}") from error
    try:
        own = known_gallery(gallery)
    except GalleryError as error:
        raise CommandError(f"{gallery.title}: {gallery_error_text(error)}") from error
    tell(command_text("gallery_ready", title=gallery.title, folder=home(), rows=f"{own.rows:,}", name=gallery.name))
