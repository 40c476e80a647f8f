"""A seed for each random part of a network."""

from __future__ import annotations

from zlib import crc32


def part_seed(seed: int, node_id: str, part: str) -> int:
    """A seed of its own for each random part of each node, so that an edit elsewhere does not change it."""
    return crc32(f"{seed}/{node_id}/{part}".encode()) & 0x7FFFFFFF
