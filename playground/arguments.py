"""The options of the longer commands, and what the command line says, with no import that takes time."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from pathlib import Path

from playground.frames.device import is_device
from playground.frames.formats import ENDINGS


def say(key: str, **values: object) -> str:
    """A sentence of the command line. Qt comes with the first, and not into the workers, which import this module."""
    from playground.ui.texts.command import command_text

    return command_text(key, **values)


def add_train_options(parser: argparse.ArgumentParser) -> None:
    """Those of `train`."""
    parser.add_argument("--epochs", type=whole(0, 10_000_000), metavar="N", help=say("epochs"))
    begin = parser.add_mutually_exclusive_group()
    begin.add_argument("--seed", type=whole(0, 2**31 - 1), metavar="S")
    begin.add_argument("--resume", action="store_true", help=say("resume"))
    parser.add_argument("--target", action="append", metavar="COLUMN", help=say("target"))
    parser.add_argument("--split-by", metavar="COLUMN", help=say("split_by"))
    parser.add_argument("--validate", action="append", metavar="WORD", help=say("validate"))
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--encoding", metavar="NAME", help=say("encoding"))
    how.add_argument("--sheet", metavar="NAME", help=say("sheet"))
    parser.add_argument("--drop-faults", action="store_true", help=say("drop_faults"))
    parser.add_argument("--stream", action="store_true", help=say("stream"))
    parser.add_argument("--devices", type=devices, metavar="N", help=say("devices"))
    parser.add_argument("--save", type=Path, metavar="PATH", help=say("save"))
    parser.add_argument("--json", action="store_true", help=say("json"))
    endings = say("out", endings=", ".join(ENDINGS))
    parser.add_argument("--out", nargs="+", action="extend", default=[], metavar="PATH", help=endings)


def add_sweep_options(one: argparse.ArgumentParser) -> None:
    """Those of `sweep`, and its file."""
    one.add_argument("file", metavar="FILE", help=say("file"))
    one.add_argument("--set", action="append", default=[], metavar="SETTING=VALUE,VALUE", help=say("set"))
    one.add_argument("--seeds", type=whole(1, 1_000), metavar="N", help=say("seeds"))
    how = one.add_mutually_exclusive_group()
    how.add_argument("--random", type=whole(1, 10_000), metavar="N", help=say("random"))
    how.add_argument("--halving", action="store_true", help=say("halving"))
    one.add_argument("--random-seed", type=whole(0, 2**31 - 1), default=1, metavar="S", help=say("random_seed"))
    one.add_argument("--epochs", type=whole(0, 10_000_000), metavar="N", help=say("epochs"))
    where = one.add_mutually_exclusive_group()
    where.add_argument("--workers", type=whole(1, 256), metavar="N", help=say("workers"))
    where.add_argument("--cluster", metavar="tcp://HOST:PORT", help=say("cluster"))
    one.add_argument("--device", type=device, metavar="cpu|gpu:N", help=say("device"))
    one.add_argument("--insecure", action="store_true", help=say("insecure"))
    one.add_argument("--out", type=Path, required=True, metavar="TABLE.csv", help=say("table"))


def add_rates_options(one: argparse.ArgumentParser) -> None:
    """Those of `rates`, and its file."""
    one.add_argument("file", metavar="FILE", help=say("file"))
    one.add_argument("--resume", action="store_true", help=say("rates_resume"))
    one.add_argument("--out", type=Path, metavar="CURVE.csv", help=say("rates_out"))
    one.add_argument("--json", action="store_true", help=say("json"))


def add_picture_options(one: argparse.ArgumentParser) -> None:
    """Those of `picture`, and its files."""
    one.add_argument("file", metavar="FILE", help=say("pictured"))
    one.add_argument("out", type=Path, metavar="OUT.png")
    one.add_argument("--epochs", type=whole(0, 10_000_000), default=0, metavar="N", help=say("picture_epochs"))
    one.add_argument("--show", action="append", default=[], metavar="PART", help=say("show"))
    one.add_argument("--moment", type=whole(0, 10_000_000), metavar="EPOCH", help=say("moment"))
    one.add_argument("--step", type=whole(1, 999), default=1, metavar="N", help=say("step"))
    one.add_argument("--theme", choices=("light", "dark"), default="light")
    one.add_argument("--size", type=size, default=(1440, 900), metavar="WxH")


# What is said of a measurement, where that has another name.
BENCH_WORDS = {"sweep": "many", "data": "large"}


def add_bench_options(one: argparse.ArgumentParser) -> None:
    """Those of `bench`."""
    one.add_argument("case", nargs="?", default="", metavar="CASE", help=say("case"))
    which = one.add_mutually_exclusive_group()
    for name in ("window", "memory", "canvas", "views", "lab", "sweep", "data"):
        which.add_argument(f"--{name}", action="store_true", help=say(BENCH_WORDS.get(name, name)))
    one.add_argument("--json", action="store_true")


def devices(told: str) -> str:
    """So many GPUs, or with "cpu:" before it so many parts of this processor."""
    if not re.fullmatch(r"(cpu:)?[1-9]\d?", told):
        raise argparse.ArgumentTypeError(say("no_devices", told=told))
    return told


def device(told: str) -> str:
    """What each run is trained on: cpu, gpu:0, or gpu."""
    if not told or not is_device(told):
        raise argparse.ArgumentTypeError(say("no_device", told=told))
    return told


def whole(low: int, high: int) -> Callable[[str], int]:
    """Reads a whole number within these limits."""

    def number(text: str) -> int:
        if not text.isdecimal() or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(say("not_whole", low=low, high=high, got=text))
        return int(text)

    return number


def size(text: str) -> tuple[int, int]:
    """Reads the size of a window."""
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(say("no_size", got=text))
    found = int(width), int(height)
    # Smaller than this the window does not get.
    if not (1024 <= found[0] <= 8000 and 640 <= found[1] <= 8000):
        raise argparse.ArgumentTypeError(say("bad_size", got=text))
    return found
