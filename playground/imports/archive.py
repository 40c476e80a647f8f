"""The zip file that a .keras file is. Nothing of it is ever written to a disk."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from typing import BinaryIO

from playground.imports.refused import Refused, quoted

CONFIG, METADATA, WEIGHTS = "config.json", "metadata.json", "model.weights.h5"
KNOWN = (CONFIG, METADATA, WEIGHTS)
MOST_ENTRIES = 1_000
MOST_RATIO, SMALL = 100, 1 << 20
MOST_BYTES = {CONFIG: 8 << 20, METADATA: 8 << 20, WEIGHTS: 180 << 20}
END, END_BYTES = b"PK\x05\x06", 22
LONGEST_COMMENT = 65_535
ENCRYPTED = 1
BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, EOFError, OSError, RuntimeError, OverflowError,
    UnicodeDecodeError, ValueError,
)  # fmt: skip


def read_archive(file: BinaryIO, size: int) -> dict[str, bytes]:
    """The entries of a .keras file, by name. Raises Refused."""
    _check_count(file, size)
    try:
        with zipfile.ZipFile(file) as archive:
            entries = _checked(archive.infolist())
            return {name: _content(archive, entry) for name, entry in entries.items()}
    except Refused:
        raise
    except BROKEN as error:
        raise Refused("The zip file is damaged.") from error


def _check_count(file: BinaryIO, size: int) -> None:
    """How many entries the end record tells of, before they are gone through, which takes a second for each 25,000."""
    file.seek(max(0, size - END_BYTES - LONGEST_COMMENT))
    tail = file.read()
    at = tail.rfind(END)
    if at < 0 or len(tail) - at < END_BYTES:
        raise Refused("The zip file is damaged.")
    counted, stored = struct.unpack("<H", tail[at + 10 : at + 12])[0], struct.unpack("<I", tail[at + 12 : at + 16])[0]
    # An entry of the directory takes at least 46 bytes; 65,535 stands for a number that is told elsewhere.
    if counted > MOST_ENTRIES or stored > MOST_ENTRIES * 1_024:
        raise Refused("It has more than {most} entries.", most=f"{MOST_ENTRIES:,}")


def _checked(entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        if entry.filename in found:
            raise Refused("It is there twice.", quoted(entry.filename))
        if entry.filename not in KNOWN or entry.orig_filename != entry.filename:
            raise Refused("This belongs to no network of known layers.", quoted(entry.orig_filename))
        found[entry.filename] = entry
    for needed in (CONFIG, WEIGHTS):
        if needed not in found:
            raise Refused("It holds no {entry}: this is no .keras file.", entry=needed)
    return found


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    name = quoted(entry.filename)
    if entry.flag_bits & ENCRYPTED:
        raise Refused("It is encrypted.", name)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refused("It is compressed in a way that Keras does not use.", name)
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise Refused("It is a link or a device, not a file.", name)
    most = MOST_BYTES[entry.filename]
    if entry.file_size > most:
        raise Refused("It is larger than {most} MiB.", name, most=most >> 20)
    if entry.file_size > SMALL and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
        raise Refused("It unpacks to more than {ratio} times its size.", name, ratio=MOST_RATIO)
    with archive.open(entry) as opened:
        content = opened.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise Refused("It is not of the size that it tells.", name)
    return content
