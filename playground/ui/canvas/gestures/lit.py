"""The connection that is lit under a gesture, as what is let go of there goes into it."""

from __future__ import annotations

from playground.ui.canvas.items.edge_item import EdgeItem


class Lit:
    """At most one connection is lit."""

    def __init__(self) -> None:
        self.edge: EdgeItem | None = None

    def show(self, edge: EdgeItem | None) -> None:
        """Light that one, or none."""
        if edge is not self.edge:
            for item, lit in ((self.edge, False), (edge, True)):
                if item is not None:
                    item.show_lit(lit)
            self.edge = edge
