"""Rows that stay on the disk: which of them train, block by block, and some of them to look at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from playground.datasets.packing import place_of
from playground.document.own_data import OwnData
from playground.document.settings import DataSettings

Singles = NDArray[np.float32]

# A block has so many rows, or fewer of many numbers.
MOST_ROWS, MOST_BYTES = 4_096, 4 << 20
# Of all rows so many are looked at, from all over the file.
MOST_SAMPLED = 6_000
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class Streamed:
    """The rows of `own`, float32 (rows, width), in the file's order. A share of them, in percent, trains.

    On which side one is says its place in the file and the seed; with the split "each_row" its numbers, as in memory;
    with "last" the last rows validate, with "column" those behind the first that train.
    """

    own: OwnData
    share: float
    seed: int

    @staticmethod
    def of(settings: DataSettings) -> Streamed:
        """Those of a document's data."""
        assert settings.own is not None, "only rows of one's own are streamed"
        return Streamed(settings.own, settings.train_share, settings.seed)

    @property
    def width(self) -> int:
        return self.own.width

    @property
    def blocks(self) -> int:
        """How many blocks there are."""
        return -(-self.own.rows // self._block_rows)

    @property
    def _block_rows(self) -> int:
        return max(1, min(MOST_ROWS, MOST_BYTES // (4 * self.width)))

    def block(self, number: int, trains: bool) -> Singles:
        """The rows of that block, from 0, that train or validate; read anew each time. Raises OSError."""
        first = number * self._block_rows
        count = min(self._block_rows, self.own.rows - first)
        read = np.fromfile(place_of(self.own), "<f4", count * self.width, offset=4 * first * self.width)
        if read.size != count * self.width:
            raise OSError("the rows on the disk are fewer than they were")
        rows = read.reshape(count, self.width)
        found: Singles = rows[self._trains(np.arange(first, first + count), rows) == trains]
        return found

    @cached_property
    def train_count(self) -> int:
        """How many rows train."""
        if self._by_place:
            return self._first
        firsts = range(0, self.own.rows, self._block_rows)
        if self.own.split == "each_row":
            return sum(len(self.block(number, True)) for number in range(self.blocks))
        ends = (min(first + self._block_rows, self.own.rows) for first in firsts)
        none = np.zeros((0, self.width), np.float32)
        return sum(int(self._trains(np.arange(*some), none).sum()) for some in zip(firsts, ends, strict=True))

    @property
    def counts(self) -> tuple[int, int]:
        """How many rows train, and how many validate."""
        return self.train_count, self.own.rows - self.train_count

    def sample(self) -> tuple[Singles, Singles]:
        """Rows from all over the file, in random order: of those that train, and of the others."""
        places = np.unique(np.linspace(0, self.own.rows - 1, min(self.own.rows, MOST_SAMPLED)).astype(np.int64))
        places = np.random.default_rng(self.seed).permutation(places)
        mapped = np.memmap(place_of(self.own), "<f4", "r", shape=(self.own.rows, self.width))
        rows = np.array(mapped[places])
        trains = self._trains(places, rows)
        return rows[trains], rows[~trains]

    @property
    def _first(self) -> int:
        """As many train, where those do that come first."""
        if self.own.by_column:
            return self.own.train_rows
        return min(max(int(self.own.rows * self.share / 100), 1), self.own.rows - 1)

    @property
    def _by_place(self) -> bool:
        # Of few rows chance would leave one side without any.
        return self.own.split in ("last", "column") or self.own.rows < 50

    def _trains(self, places: NDArray[np.int64], rows: Singles) -> NDArray[np.bool_]:
        if self._by_place:
            return places < self._first
        bits = (
            rows.view(np.uint32).T.astype(np.uint64) if self.own.split == "each_row" else places[None].view(np.uint64)
        )
        return chances(bits, self.seed) < self.share / 100


def chances(numbers: NDArray[np.uint64], seed: int) -> NDArray[np.float64]:
    """A number from 0 to 1 for each column of whole numbers, (rows of them, columns), made of them and the seed."""
    mixed = np.full(numbers.shape[1], seed + 1, np.uint64)
    for part in numbers:
        mixed = (mixed ^ part) * _MIX
        mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    found: NDArray[np.float64] = (mixed >> np.uint64(11)).astype(np.float64) / 2.0**53
    return found
