"""Which layers stand still while the network trains, judged by the sizes of their gradients and steps. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from playground.frames.sizes import LayerSizes

TINY = 1e-7
# Looks at the network, about a second: a gradient that passes through zero is not one that stays there.
PATIENCE = 4


def stands_still(sizes: LayerSizes) -> bool:
    """Whether next to nothing pulls at the layer's weights, or what does moves them by next to nothing."""
    if sizes.gradient < TINY:
        return True
    return sizes.weights > 0 and sizes.update / sizes.weights < TINY


class Standstill:
    """Counts for how many looks each layer has stood still."""

    def __init__(self) -> None:
        self._seen: Mapping[str, LayerSizes] = {}
        self._counts: dict[str, int] = {}

    def show(self, sizes: Mapping[str, LayerSizes]) -> frozenset[str]:
        """The layers that have stood still for a while; sizes that were shown before count once."""
        if sizes is not self._seen:
            self._seen = sizes
            self._counts = {
                name: self._counts.get(name, 0) + 1 if stands_still(found) else 0 for name, found in sizes.items()
            }
        return frozenset(name for name, count in self._counts.items() if count >= PATIENCE)
