"""Where points come from: a bundled source by its name, or data of a person's own."""

from __future__ import annotations

from playground.datasets.own import own_table
from playground.datasets.sources import Source, source
from playground.document.own_data import OwnData


def source_of(origin: str | OwnData) -> Source:
    """The source of `settings.origin`."""
    return own_table(origin) if isinstance(origin, OwnData) else source(origin)
