"""What a project is: one immutable value."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from playground.document.graph import Graph
from playground.document.group import Group, Tree
from playground.document.metrics import METRICS
from playground.document.note import Note
from playground.document.position import Position
from playground.document.rival import Rival
from playground.document.settings import DataSettings, TrainingSettings, ViewSettings


@dataclass(frozen=True)
class Document:
    """Graph, layout, data, training, view, groups and notes: all that a project file holds.

    `rivals` are networks beside the present one, which `name` is the name of among them.
    """

    graph: Graph = field(default_factory=Graph)
    layout: tuple[Position, ...] = ()
    data: DataSettings = field(default_factory=DataSettings)
    training: TrainingSettings = field(default_factory=TrainingSettings)
    view: ViewSettings = field(default_factory=ViewSettings)
    groups: tuple[Group, ...] = ()
    notes: tuple[Note, ...] = ()
    rivals: tuple[Rival, ...] = ()
    name: str = ""

    @cached_property
    def positions(self) -> dict[str, tuple[float, float]]:
        """Node id -> (x, y)."""
        return {place.node: (place.x, place.y) for place in self.layout}

    @property
    def metrics(self) -> tuple[str, ...]:
        """What is measured beside the loss: chosen metrics that suit the data, and accuracy if a rule stops at it."""
        chosen = self.training.metrics + ("accuracy",) * bool(self.training.stopping.until_accuracy)
        return tuple(name for name in dict.fromkeys(chosen) if self.data.facts.task in METRICS[name].tasks)

    @property
    def target(self) -> int:
        """Which of the data's targets is looked at; the first where the view names one that they have not."""
        several = self.data.facts.task == "regression" and self.view.shown_target < self.data.facts.outputs
        return self.view.shown_target if several else 0

    @cached_property
    def tree(self) -> Tree:
        """Which group lies in which."""
        return Tree(self.groups)

    @cached_property
    def forms(self) -> dict[str, str]:
        """Node id -> its form, of those that are no plain cards."""
        return {place.node: place.form for place in self.layout if place.form != "card"}
