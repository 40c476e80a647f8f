"""Layers that become part of the one before them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from playground.document.layers.layer import Layer
from playground.imports.found import DATA_PART, Found, Part


def absorbed(found: Found, join: Callable[[Layer, Layer], Layer | None]) -> Found:
    """The network with each layer that alone takes another's values joined to it, where `join` makes one of both."""
    takers = Counter(source for part in found.parts for source in part.sources)
    moved, kept = {DATA_PART: DATA_PART}, list[Part]()
    for at, part in enumerate(found.parts):
        source = part.sources[0]
        place = moved[source]
        both = None
        if len(part.sources) == 1 and source != DATA_PART and takers[source] == 1:
            both = join(kept[place].layer, part.layer)
        if both is not None:
            kept[place] = replace(kept[place], layer=both)
            moved[at] = place
        else:
            moved[at] = len(kept)
            kept.append(replace(part, sources=tuple(moved[source] for source in part.sources)))
    return Found(found.shape, kept, found.remarks)
