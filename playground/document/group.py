"""Layers that a person put together under a name, and how such groups lie in one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# Groups in one another, counting the outermost.
DEEPEST = 16
COLOURS = ("blue", "green", "violet", "amber", "rose", "grey")


@dataclass(frozen=True, slots=True)
class Group:
    """Members are ids of nodes, or of groups inside it; each stands in one group at most, Data and Output in none."""

    id: str
    name: str = ""
    colour: str = COLOURS[0]
    members: tuple[str, ...] = ()
    closed: bool = False


class Tree:
    """Which group lies in which. A level is what stands side by side: in a group, or in none ("")."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self.by_id = {group.id: group for group in groups}
        self.parents = {member: group.id for group in self.by_id.values() for member in group.members}

    def around(self, member: str) -> tuple[str, ...]:
        """The groups that a node or group lies in, the outermost first."""
        found: list[str] = []
        while member := self.parents.get(member, ""):
            found.append(member)
        return tuple(reversed(found))

    def height(self, member: str) -> int:
        """How many groups lie in one another there, itself included; of a node 0."""
        deepest, waiting = 0, [(member, 0)]
        while waiting:
            name, above = waiting.pop()
            group = self.by_id.get(name)
            if group is not None:
                deepest = max(deepest, above + 1)
                waiting += ((inner, above + 1) for inner in group.members)
        return deepest

    def within(self, member: str) -> Iterator[str]:
        """The nodes of a group, those of its groups too; a node is its own."""
        waiting = [member]
        while waiting:
            member = waiting.pop()
            group = self.by_id.get(member)
            if group is None:
                yield member
            else:
                waiting += reversed(group.members)

    def common(self, members: Iterable[str]) -> str:
        """The innermost group that all of them lie in; "" where there is none."""
        shared = ""
        for side_by_side in zip(*map(self.around, members), strict=False):
            if len(set(side_by_side)) > 1:
                break
            shared = side_by_side[0]
        return shared

    def standing(self, member: str, level: str) -> str:
        """What holds the node or group on a level: itself, or a group there; "" where it lies elsewhere."""
        path = ("", *self.around(member), member)
        return path[path.index(level) + 1] if level in path[:-1] else ""

    def hider(self, member: str) -> str:
        """The outermost closed group that a node or group lies in; "" where it is in sight."""
        return next((group for group in self.around(member) if self.by_id[group].closed), "")
