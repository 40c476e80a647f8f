"""Which cards a connection would run behind, as if it were joined to them."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from playground.ui.canvas.layout.box import Box
from playground.ui.canvas.layout.crowd import Crowd

# Points along the way that are looked at, and how close to a card is behind it.
SAMPLES, CLOSE = 12, 3.0


def in_the_way(start: QPointF, end: QPointF, own: tuple[Box, Box], cards: Crowd) -> Box | None:
    """What encloses the cards between both ends of a way to the right; None where it is free."""
    across = end.x() - start.x()
    if across <= 0:
        return None
    hit: list[Box] = []
    for number in range(1, SAMPLES):
        # The curve is level at both ends: its height follows 3t² - 2t³ closely enough.
        share = number / SAMPLES
        y = start.y() + (end.y() - start.y()) * share * share * (3 - 2 * share)
        point = Box(start.x() + across * share, y, 0.0, 0.0)
        hit += [box for box in cards.near(point, CLOSE) if box not in own and box not in hit]
    if not hit:
        return None
    left, top = min(box.x for box in hit), min(box.y for box in hit)
    right, bottom = max(box.x + box.width for box in hit), max(box.y + box.height for box in hit)
    return Box(left, top, right - left, bottom - top)
