"""A file as what it holds: told by its first bytes, whatever it is called. Runs in the child process."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path
from typing import BinaryIO

from playground.document.document import Document
from playground.document.words import words
from playground.imports.archive import CONFIG, METADATA, WEIGHTS, read_archive
from playground.imports.building import imported
from playground.imports.found import Found, Imported
from playground.imports.hdf5 import Tree
from playground.imports.keras.arrays import fill, listed, numbered
from playground.imports.keras.loose import fit
from playground.imports.keras.network import Described, read_network
from playground.imports.onnx.network import read_onnx
from playground.imports.plain_json import read_json
from playground.imports.refused import Refused

MOST_BYTES = 400 << 20
MOST_ONNX = 180 << 20
ZIP, HDF5 = b"PK\x03\x04", b"\x89HDF\r\n\x1a\n"
MODEL_CONFIG, VERSION = "model_config", "keras_version"


def read(path: Path, beneath: Document | None = None) -> Imported:
    """The network in a file. Weights alone are fitted to that of `beneath`. Raises Refused, or OSError."""
    with _opened(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size > MOST_BYTES:
            raise Refused("It is larger than {most} MiB.", most=MOST_BYTES >> 20)
        head = file.read(8)
        file.seek(0)
        if head.startswith(ZIP):
            return imported(_archived(file, size))
        if head == HDF5:
            return _tree(file, beneath)
        if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            described = read_network(read_json(file.read(size)))
            described.found.remarks.append(words("The file holds no weights: they are drawn anew."))
            return imported(described.found)
        if size > MOST_ONNX:
            raise Refused("It is larger than {most} MiB.", most=MOST_ONNX >> 20)
        return read_onnx(file.read(size))


def _opened(path: Path) -> BinaryIO:
    """A plain file, and no pipe that one would wait at for ever."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    number = os.open(path, flags)
    mode = os.fstat(number).st_mode
    if not stat.S_ISREG(mode):
        os.close(number)
        if stat.S_ISDIR(mode):
            raise Refused("This is a folder, not a file that can be read.")
        raise Refused("This is a pipe, a socket or a device, not a file that can be read.")
    return os.fdopen(number, "rb")


def _archived(file: BinaryIO, size: int) -> Found:
    entries = read_archive(file, size)
    described = _in_entry(CONFIG, entries[CONFIG], _version(entries))
    tree = Tree(io.BytesIO(entries[WEIGHTS]))
    try:
        fill(described, tree, numbered(tree))
    except Refused as refused:
        raise refused.within(WEIGHTS) from None
    finally:
        tree.close()
    return described.found


def _version(entries: dict[str, bytes]) -> str:
    if METADATA not in entries:
        return ""
    try:
        told = read_json(entries[METADATA])
    except Refused as refused:
        raise refused.within(METADATA) from None
    return str(told.get(VERSION, "")) if isinstance(told, dict) else ""


def _in_entry(name: str, content: bytes, version: str) -> Described:
    try:
        return read_network(read_json(content), version)
    except Refused as refused:
        raise refused.within(name) from None


def _tree(file: BinaryIO, beneath: Document | None) -> Imported:
    tree = Tree(file)
    try:
        config = tree.text(MODEL_CONFIG)
        if config is None:
            return _loose(tree, beneath)
        described = _in_entry(MODEL_CONFIG, config.encode(errors="surrogatepass"), tree.text(VERSION) or "")
        fill(described, tree, listed(tree))
        return imported(described.found)
    finally:
        tree.close()


def _loose(tree: Tree, beneath: Document | None) -> Imported:
    if beneath is None:
        raise Refused("It holds weights without a network: open the network first, then this file.")
    weights, remarks = fit(tree, beneath)
    return Imported(beneath, weights, tuple(remarks))
