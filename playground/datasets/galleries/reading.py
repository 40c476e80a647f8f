"""The pictures of a copy as arrays: each form by its layout, with sizes known beforehand, and nothing unpickled."""

from __future__ import annotations

import gzip
import pickletools
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from typing import BinaryIO, Protocol

import numpy as np
from numpy.typing import NDArray

from playground.datasets.galleries.copies import edition_here, opened
from playground.datasets.galleries.gallery import Gallery, GalleryError

Bytes = NDArray[np.uint8]
Pictures = tuple[Bytes, Bytes]
"""Pixels (n, numbers), by row, column and channel, and the indices of the classes (n,)."""


class _Readable(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


def read_gallery(gallery: Gallery) -> Pictures:
    """All of it, those that train first. Raises GalleryError where no copy is there, or it is not what it should be."""
    edition = edition_here(gallery)
    if edition is None:
        raise GalleryError("absent", name=gallery.title)
    try:
        with ExitStack() as stack:
            files = [stack.enter_context(opened(part)) for part in edition.parts]
            pixels, labels = _READERS[edition.form](gallery, files)
    except (
        ValueError,
        EOFError,
        KeyError,
        zlib.error,
        zipfile.BadZipFile,
        tarfile.TarError,
        gzip.BadGzipFile,
    ) as error:
        raise GalleryError("unreadable", name=gallery.title) from error
    if len(labels) and labels.max() >= len(gallery.classes):
        raise GalleryError("unreadable", name=gallery.title)
    return pixels, labels


def _exactly(file: _Readable, size: int) -> bytes:
    """So many bytes to the file's end. Raises ValueError for fewer or more."""
    content = file.read(size + 1)
    if len(content) != size:
        raise ValueError(f"expected {size} bytes")
    return content


def _npz(gallery: Gallery, files: list[BinaryIO]) -> Pictures:
    """An array for pictures and labels each, to train and to test."""
    pixels: list[Bytes] = []
    labels: list[Bytes] = []
    with zipfile.ZipFile(files[0]) as archive:
        for part, count in (("train", gallery.train), ("test", gallery.test)):
            for letter, width, found in (("x", gallery.shape.numbers, pixels), ("y", 1, labels)):
                with archive.open(f"{letter}_{part}.npy") as file:
                    version = np.lib.format.read_magic(file)
                    read_head = np.lib.format.read_array_header_1_0 if version == (1, 0) else None
                    if read_head is None or read_head(file)[1:] != (False, np.dtype(np.uint8)):
                        raise ValueError("expected bytes, row by row")
                    found.append(np.frombuffer(_exactly(file, count * width), np.uint8).reshape(count, width))
    return np.concatenate(pixels), np.concatenate(labels)[:, 0]


def _idx(gallery: Gallery, files: list[BinaryIO]) -> Pictures:
    """Bytes behind a head of sizes, in four files."""
    found = []
    for place, file in enumerate(files):
        count, pictured = (gallery.train, gallery.test)[place // 2], place % 2 == 0
        head = np.array([0x803, count, gallery.side, gallery.side] if pictured else [0x801, count], ">u4").tobytes()
        width = gallery.shape.numbers if pictured else 1
        with gzip.open(file) as inner:
            content = _exactly(inner, len(head) + count * width)
        if not content.startswith(head):
            raise ValueError("expected the head of its sizes")
        found.append(np.frombuffer(content, np.uint8, offset=len(head)).reshape(count, width))
    return np.concatenate(found[::2]), np.concatenate(found[1::2])[:, 0]


def _members(gallery: Gallery, file: BinaryIO, folder: str, ending: str) -> Iterator[_Readable]:
    """The batches of CIFAR's archive in their order, each of as many pictures as the test's, which is the last."""
    trained = (f"data_batch_{number}{ending}" for number in range(1, gallery.train // gallery.test + 1))
    with tarfile.open(fileobj=file, mode="r:gz") as archive:
        for name in (*trained, f"test_batch{ending}"):
            member = archive.extractfile(f"{folder}/{name}")
            if member is None:
                raise ValueError(f"{name} is no file")
            yield member


def _binary(gallery: Gallery, files: list[BinaryIO]) -> Pictures:
    """Each picture a byte for its class, then all of red, of green, of blue."""
    width, count, rows = gallery.shape.numbers, gallery.test, []
    for member in _members(gallery, files[0], "cifar-10-batches-bin", ".bin"):
        rows.append(np.frombuffer(_exactly(member, count * (width + 1)), np.uint8).reshape(count, -1))
    whole = np.concatenate(rows)
    return _by_pixel(gallery, whole[:, 1:]), whole[:, 0].copy()


def _pickled(gallery: Gallery, files: list[BinaryIO]) -> Pictures:
    """The same numbers out of pickles, whose opcodes are looked at and never obeyed."""
    pixels, labels, count, width = [], [], gallery.test, gallery.shape.numbers
    for member in _members(gallery, files[0], "cifar-10-batches-py", ""):
        # Beside pixels and labels stand the pictures' names.
        content, classes = _in_pickle(member.read(count * (width + 1000)), count * width)
        pixels.append(np.frombuffer(content, np.uint8).reshape(count, width))
        labels.append(np.array(classes, np.uint8))
    if any(len(each) != count for each in labels):
        raise ValueError(f"expected {count} labels")
    return _by_pixel(gallery, np.concatenate(pixels)), np.concatenate(labels)


def _in_pickle(content: bytes, size: int) -> tuple[bytes, list[int]]:
    """The text of so many bytes in a pickle of Python 2, and the numbers that stand behind the word "labels"."""
    found, labels, word = b"", [], ""
    for opcode, value, _ in pickletools.genops(content):
        if isinstance(value, str):
            word = value if len(value) < 100 else ""
            found = value.encode("latin-1") if len(value) == size else found
        elif opcode.name == "BININT1" and word == "labels" and isinstance(value, int):
            labels.append(value)
    return found, labels


def _by_pixel(gallery: Gallery, planes: Bytes) -> Bytes:
    """Red, green and blue of each pixel side by side, out of a plane for each."""
    side = gallery.side
    return np.ascontiguousarray(planes.reshape(-1, 3, side, side).transpose(0, 2, 3, 1)).reshape(len(planes), -1)


_READERS = {"npz": _npz, "idx": _idx, "binary": _binary, "pickled": _pickled}
