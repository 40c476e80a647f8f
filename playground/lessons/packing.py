"""A lesson with its documents and pictures in one file, a zip, to be handed on; read as any stranger's file is."""

from __future__ import annotations

import stat
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from playground.document.files.file import ENDING as PROJECT
from playground.document.files.saving import refuse_unreadable, write_beside, write_folder
from playground.lessons.beside import PICTURES, BesideError, file_beside, is_inside
from playground.lessons.mentions import named_files
from playground.lessons.reading import Read, read_lesson

ENDING, TEXT = ".lesson", ".md"
MOST_FILES = 100
MOST_PACKED = 64 << 20
MOST_UNPACKED, MOST_ONE = 128 << 20, 16 << 20
# Text that says the same again and again packs to a hundredth; what packs further is made to fill a disk.
MOST_RATIO, FREE_RATIO = 200, 1 << 20
_KINDS = (TEXT, PROJECT, *PICTURES)
# What ends a zip without a comment, and what stands before that in one of more than 4 GB.
_END, _LARGE_END = b"PK\x05\x06", b"PK\x06\x07"
_END_LENGTH, _LARGE_LENGTH = 22, 20
_MOST_NAMES = 1 << 16


class PackError(ValueError):
    """A lesson that cannot be packed or unpacked: `code` says why, `got` about what."""

    def __init__(self, code: str, got: str = "") -> None:
        super().__init__(f"{code.replace('_', ' ')} {got}")
        self.code, self.got = code, got


def pack(lesson: Path, packed: Path) -> None:
    """Write the lesson and all that it names beside it into one file. Raises PackError, or OSError."""
    names = named_files(read_lesson(lesson).lesson)
    files = {lesson.name: lesson.resolve()}
    for name in names:
        try:
            files[name] = file_beside(name, lesson.parent)
        except BesideError as error:
            raise PackError(error.code, name) from error

    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as made:
        for name in sorted(files):
            # The same lesson makes the same file.
            made.writestr(ZipInfo(name), files[name].read_bytes(), ZIP_DEFLATED)
    # Whoever gets it must be able to open it.
    for _ in _contents(content):
        pass
    write_beside(packed, content.getvalue())


def unpack(packed: Path, folder: Path) -> Path:
    """The lesson's file in `folder`, which then holds what is in the pack and nothing else.

    Nothing is written before all of it is known to be harmless. Raises PackError, or OSError.
    """
    refuse_unreadable(packed)
    with packed.open("rb") as file:
        contents = dict(_contents(file))
    (lesson,) = (name for name in contents if _is_lesson(name))
    write_folder(folder, contents)
    return folder / lesson


def read_packed(packed: Path) -> Read:
    """The lesson in a pack and what is wrong in it, as a list of lessons shows it. Raises PackError, or OSError."""
    with TemporaryDirectory(prefix="lesson-") as folder:
        read = read_lesson(unpack(packed, Path(folder) / packed.stem))
    return Read(replace(read.lesson, folder=Path()), read.faults)


def _contents(packed: BinaryIO) -> Iterator[tuple[str, bytes]]:
    """Each file's name and what is in it, once everything about the pack is found to be harmless."""
    _check_size(packed)
    try:
        with ZipFile(packed) as file:
            entries = file.infolist()
            _check_names([entry.filename for entry in entries])
            entries = [entry for entry in entries if not entry.is_dir()]
            left = MOST_UNPACKED
            for entry in entries:
                content = _content(file, entry, min(left, MOST_ONE))
                left -= len(content)
                yield entry.filename, content
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError) as error:
        if isinstance(error, PackError):
            raise
        raise PackError("damaged") from error


def _check_size(packed: BinaryIO) -> None:
    """Refuse what is too large, and a list of names that would be so once it is read."""
    size = packed.seek(0, 2)
    if size > MOST_PACKED:
        raise PackError("large_pack")
    packed.seek(max(0, size - _END_LENGTH - _LARGE_LENGTH))
    end = packed.read()
    if end[-_END_LENGTH:][:4] != _END or end[:4] == _LARGE_END:
        raise PackError("damaged")
    if int.from_bytes(end[-10:-6], "little") > _MOST_NAMES:
        raise PackError("many_files")


def _check_names(names: list[str]) -> None:
    if len(names) > MOST_FILES:
        raise PackError("many_files")
    for name in names:
        if not is_inside(name) or PurePosixPath(name).as_posix() != name.removesuffix("/"):
            raise PackError("outside", name)
        if not name.endswith("/") and PurePosixPath(name).suffix.lower() not in _KINDS:
            raise PackError("other_file", name)
    # Where small letters and large ones are the same, one would write over the other.
    if len({name.lower() for name in names}) < len(names):
        raise PackError("damaged")
    if sum(map(_is_lesson, names)) != 1:
        raise PackError("no_lesson")


def _is_lesson(name: str) -> bool:
    return "/" not in name and name.lower().endswith(TEXT)


def _content(file: ZipFile, entry: ZipInfo, most: int) -> bytes:
    """What is in it, at most so much, whatever the zip says of its size."""
    mode = entry.external_attr >> 16
    if entry.flag_bits & 1 or entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise PackError("damaged", entry.filename)
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise PackError("outside", entry.filename)
    with file.open(entry) as packed:
        content = packed.read(most + 1)
    if len(content) > most:
        raise PackError("large_pack", entry.filename)
    if len(content) > FREE_RATIO and len(content) > MOST_RATIO * max(1, entry.compress_size):
        raise PackError("large_pack", entry.filename)
    return content
