"""The one door for writing: the old file or the new one, never half of it; and every error names the target."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import socket
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

NO_FILE = "This is no ordinary file, so nothing can be kept there"
# What a path may lead to that has no content of its own, by how the system tells.
UNREADABLE = (
    (stat.S_ISFIFO, "This is a pipe, not a file that can be read"),
    (stat.S_ISSOCK, "This is a socket, not a file that can be read"),
    (stat.S_ISCHR, "This is a device, not a file that can be read"),
    (stat.S_ISBLK, "This is a device, not a file that can be read"),
)
CHANGED = "The file was changed by somebody else meanwhile"
# Of its name, so that one of 255 bytes has room for what is written beside it.
_MOST_NAME = 100
_HERE = hashlib.sha256(socket.gethostname().encode(errors="replace")).hexdigest()[:8]


class ChangedError(OSError):
    """What is on the disk is not what it was expected to be; it was left as it is."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EBUSY, CHANGED, str(path))


def write_beside(path: Path, content: bytes, expected: str | None = None) -> None:
    """Write beside the file, flush it to the disk, then rename it over the old one. Raises as `replace_with`."""
    replace_with(path, lambda beside: _fill(beside, content, "xb"), expected)


def write_blocks(path: Path, blocks: Iterable[bytes | memoryview]) -> None:
    """As `write_beside`, of what is too large to be held at once. Raises as `replace_with`."""

    def write(beside: Path) -> None:
        with beside.open("xb") as file:
            for block in blocks:
                file.write(block)

    replace_with(path, write)


def write_folder(path: Path, contents: Mapping[str, bytes], expected: str | None = None) -> None:
    """A folder that holds these files, by their paths in it, and nothing else. Raises as `replace_with`."""

    def write(folder: Path) -> None:
        folder.mkdir()
        for name, content in contents.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            _fill(folder / name, content, "xb")

    replace_with(path, write, expected)


def replace_with(path: Path, write: Callable[[Path], object], expected: str | None = None) -> None:
    """Let `write` make a file or folder beside `path`, then put it in its place. Raises as `Beside.put`."""
    beside = Beside(path)
    try:
        with naming(path):
            write(beside.made)
        beside.put(expected)
    finally:
        beside.drop()


class Beside:
    """A file or folder that comes to be at `made`, to be put in the place of `path` or dropped.

    Raises OSError, which names `path` and never what is beside it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with naming(path):
            # A link stays a link: what it points to is what gets replaced.
            self._target = Path(os.path.realpath(path))
            _refuse_others(self._target)
            _make_folder(self._target.parent)
            sweep(self._target)
            prefix = f".{_short(self._target.name)}.{_HERE}-{os.getpid()}-"
            self._folder = Path(tempfile.mkdtemp(prefix=prefix, suffix=".part", dir=self._target.parent))
        self.made = self._folder / self._target.name

    def put(self, expected: str | None = None) -> None:
        """What was made is in its place, with the mode of what was there.

        Where `expected` is given, only if the old one's `fingerprint` still is that: else ChangedError.
        """
        with naming(self._path):
            for file in (self.made, *self.made.rglob("*")):
                _flush(file)
            with _alone_in(self._target.parent):
                if expected is not None and fingerprint(self._target) != expected:
                    raise ChangedError(self._path)
                _put(self.made, self._target, self._folder)

    def drop(self) -> None:
        """Nothing of it is left beside the file."""
        shutil.rmtree(self._folder, ignore_errors=True)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Any OSError within names `path`, which a person knows, and not what the system was asked for."""
    try:
        yield
    except ChangedError:
        raise
    except OSError as error:
        raise OSError(error.errno or errno.EIO, error.strerror or str(error), str(path)) from error


def fingerprint(path: Path) -> str:
    """What tells a file's or folder's content from any other's, "" where there is none. Raises OSError."""
    digest = hashlib.sha256()
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            digest.update(os.fsencode(file.relative_to(path)) + b"\0" + (_digest(file) if file.is_file() else b""))
        return digest.hexdigest()
    try:
        return _digest(path).hex()
    except FileNotFoundError:
        return ""


def fingerprint_of(content: bytes) -> str:
    """The `fingerprint` of a file with that content."""
    return hashlib.sha256(content).hexdigest()


def sweep(path: Path) -> None:
    """Remove what a crash while writing `path` left beside it; what living processes or other machines write stays."""
    for stray in path.parent.glob(f".{_literal(_short(path.name))}.{_HERE}-*-*.part"):
        process = stray.name.rsplit("-", 2)[1]
        if process.isdecimal() and not _lives(int(process)):
            shutil.rmtree(stray, ignore_errors=True)


def refuse_no_file(path: Path) -> None:
    """Where something is to be written: neither a pipe nor a device would keep it. Raises OSError."""
    if _unreadable(path):
        raise OSError(errno.EINVAL, NO_FILE, str(path))


def refuse_unwritable(path: Path, may_be_folder: bool = False) -> None:
    """Before hours of work whose end is written there: whether its folder takes a file. Raises OSError, naming it."""
    if not path.absolute().parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "There is no such folder", str(path.parent))
    if path.is_dir() and not may_be_folder:
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    Beside(path).drop()


def refuse_unreadable(path: Path) -> None:
    """Where something is to be read: a pipe or a device would be waited for, maybe for ever. Raises OSError."""
    if words := _unreadable(path):
        raise OSError(errno.EINVAL, words, str(path))
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))


def _unreadable(path: Path) -> str:
    """What is there in place of a file; "" for a file, a folder, or where there is nothing."""
    with suppress(FileNotFoundError, NotADirectoryError):
        mode = path.stat().st_mode
        return next((words for is_one, words in UNREADABLE if is_one(mode)), "")
    return ""


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from error


def _refuse_others(target: Path) -> None:
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(target))
    refuse_no_file(target)


def _digest(file: Path) -> bytes:
    refuse_unreadable(file)
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").digest()


def _fill(file: Path, content: bytes, mode: str) -> None:
    with open(file, mode) as opened:
        opened.write(content)
        opened.truncate()


def _flush(file: Path) -> None:
    """A rename may reach the disk before what was written does."""
    if file.is_file():
        with file.open("rb+") as content:
            os.fsync(content.fileno())


def _put(made: Path, target: Path, folder: Path) -> None:
    if target.exists():
        shutil.copymode(target, made)
    if target.is_dir() and made.is_dir():
        _swap(made, target, folder / f"{_short(target.name)}.old")
    elif made.is_file() and target.is_file() and target.stat().st_nlink > 1:
        _write_over(made, target)
    else:
        os.replace(made, target)


def _write_over(made: Path, target: Path) -> None:
    """A file of several names keeps them all, which a rename would part; where that fails the old content returns."""
    old = target.read_bytes()
    try:
        _fill(target, made.read_bytes(), "rb+")
        _flush(target)
    except OSError:
        with suppress(OSError):
            _fill(target, old, "rb+")
        raise


def _swap(made: Path, path: Path, old: Path) -> None:
    """A folder in the place of another, which a rename alone only does when that one is empty."""
    os.replace(path, old)
    try:
        os.replace(made, path)
    except OSError:
        os.replace(old, path)
        raise


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Nobody else of the house looks at what is there and replaces it at the same time, where the system can say so."""
    if sys.platform == "win32":
        yield
        return
    lock = None
    try:
        with suppress(OSError):
            lock = os.open(folder, os.O_RDONLY)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        if lock is not None:
            os.close(lock)


def _lives(process: int) -> bool:
    """Whether there is such a process on this machine."""
    if sys.platform == "win32":
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, process)
        return bool(handle) and bool(ctypes.windll.kernel32.CloseHandle(handle))
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def short_name(stem: str, ending: str, most: int = 255) -> str:
    """The stem with that ending, in at most so many bytes, as systems take no more; another for each stem."""
    encoded, left = os.fsencode(stem), most - len(os.fsencode(ending))
    if len(encoded) <= left:
        return stem + ending
    digest = hashlib.sha256(encoded).hexdigest()[:16]
    return f"{encoded[: left - len(digest) - 1].decode(errors='ignore')}~{digest}{ending}"


def _short(name: str) -> str:
    return short_name(name, "", _MOST_NAME)


def _literal(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)
