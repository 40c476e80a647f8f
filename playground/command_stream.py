"""What is said of rows that stream from the disk, and what they cannot do."""

from __future__ import annotations

import argparse
from pathlib import Path

from playground.datasets.disk.streamed import Streamed
from playground.document.checks.memory import free_bytes, rows_bytes
from playground.document.document import Document
from playground.frames.formats import format_of
from playground.terminal import complain, tell
from playground.ui.texts.command import command_text


def tell_streamed(document: Document, outs: list[Path], options: argparse.Namespace) -> None:
    """Of such rows, how they are split and what is left out. Raises ValueError for what cannot be had."""
    data, own = document.data, document.data.own
    if own is None or not own.streamed:
        if options.stream:
            raise ValueError(command_text("stream_table"))
        return
    if options.devices:
        raise ValueError(command_text("stream_devices"))
    if data.noise:
        raise ValueError(command_text("stream_noise"))
    needed = rows_bytes(own.rows, own.width) >> 20
    say = complain if options.json else tell
    for out in outs:
        row = format_of(out)
        if row.by_window and not row.worded:
            raise ValueError(command_text("stream_picture", path=out))
        if out.suffix.lower() == ".py":
            say(command_text("stream_script", path=out, needed=f"{needed:,}"))
    train, validation = (f"{count:,}" for count in Streamed.of(data).counts)
    numbers = {"rows": f"{own.rows:,}", "needed": f"{needed:,}", "free": f"{free_bytes() >> 20:,}"}
    say(command_text("streaming", **numbers, train=train, validation=validation))
    if own.split in ("random", "each_class"):
        say(command_text("stream_split"))
