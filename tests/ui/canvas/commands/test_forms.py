"""Where cards go that another one grows over, by hand."""

from __future__ import annotations

import pytest

from playground.ui.canvas.commands.forms import GAP, after_resizing
from playground.ui.canvas.layout.box import Box

OWN, GROWN = Box(0, 0, 100, 100), (200.0, 180.0)
"""A card, and the size that it grows to: then it reaches from (-50, -40) to (150, 140)."""


@pytest.mark.parametrize(
    ("beside", "place"),
    [
        (Box(124, 10, 80, 60), (150 + GAP, 10)),  # right of it
        (Box(-104, 10, 80, 60), (-50 - GAP - 80, 10)),  # left of it
        (Box(20, 124, 70, 30), (20, 140 + GAP)),  # below
        (Box(20, -54, 70, 30), (20, -40 - GAP - 30)),  # above
        (Box(124, 124, 70, 30), (124, 140 + GAP)),  # aside and below: not at its height, so down
        (Box(124, 100, 70, 30), (124, 140 + GAP)),  # its top at the other's foot: not at its height either
        (Box(-94, -54, 70, 30), (-94, -40 - GAP - 30)),
        (Box(-94, -30, 70, 30), (-94, -40 - GAP - 30)),
        (Box(123, 10, 80, 60), (150 + GAP, 10)),  # as near as cards may stand
        (Box(122, 10, 80, 60), None),  # nearer: left as the person put it
    ],
)
def test_a_card_in_the_way_goes_to_the_side_where_it_stood(beside: Box, place: tuple[float, float] | None) -> None:
    places = after_resizing({"own": OWN, "beside": beside}, {"own": GROWN})
    assert places["own"] == (-50, -40)
    assert places.get("beside") == place


def test_a_card_that_gave_way_hands_the_push_on() -> None:
    boxes = {"own": OWN, "near": Box(124, 10, 80, 60), "far": Box(228, 10, 80, 60), "farther": Box(600, 10, 80, 60)}
    places = after_resizing(boxes, {"own": GROWN})
    assert (places["near"], places["far"]) == ((174, 10), (174 + 80 + GAP, 10))
    assert "farther" not in places
