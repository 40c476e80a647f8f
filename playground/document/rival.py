"""A network that stands beside the present one, to be compared with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from playground.document.graph import Graph
from playground.document.group import Group
from playground.document.note import Note
from playground.document.position import Position
from playground.document.settings import TrainingSettings

MOST_RIVALS = 2
SHARED = ("seed", "metrics")
"""Training settings that all networks of a document share."""


@dataclass(frozen=True)
class Rival:
    """A network as it was, with its own places, groups, notes and training settings; the data and what is SHARED are
    the document's.

    `training` therefore has the defaults of what is shared, whatever the document's are.
    """

    id: str
    name: str = ""
    graph: Graph = field(default_factory=Graph)
    layout: tuple[Position, ...] = ()
    groups: tuple[Group, ...] = ()
    training: TrainingSettings = field(default_factory=TrainingSettings)
    notes: tuple[Note, ...] = ()
