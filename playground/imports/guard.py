"""What the child process may do: read one file, and write its answer. Anything else ends it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

MEMORY = 400 << 20
"""Bytes beyond what the process has as it begins, before it has read anything."""
SECONDS = 10
FORBIDDEN = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.remove", "os.rename",
    "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.listdir", "os.scandir",
    "shutil.", "ctypes.dlopen", "pickle.", "marshal.load", "code.__new__", "urllib.", "ftplib.", "smtplib.", "glob.",
    "tempfile.", "webbrowser.", "winreg.", "pty.", "import", "compile", "exec",
)  # fmt: skip


class ForbiddenError(BaseException):
    """Something was about to be done that no reading needs; no part of a reader catches it."""


def bound(seconds: int = SECONDS) -> None:
    """So much more memory and no more, and so many seconds of the processor, where the system has such bounds."""
    try:
        import resource
    except ImportError:
        return
    now = _virtual_bytes()
    if now:
        resource.setrlimit(resource.RLIMIT_AS, (now + MEMORY, now + MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _virtual_bytes() -> int:
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * 4096
    except (OSError, ValueError):
        return 0


def watch(allowed: set[str]) -> None:
    """From here on only files of these names are opened, and nothing else is touched, for the life of the process."""

    def hook(event: str, given: tuple[Any, ...]) -> None:
        if event == "open":
            name = given[0]
            if isinstance(name, int) or str(name) in allowed:
                return
            raise ForbiddenError(f"open {name!r:.200}")
        if event.startswith(FORBIDDEN):
            raise ForbiddenError(event)

    sys.addaudithook(hook)
