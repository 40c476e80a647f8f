"""Makes .venv and all that the Playground needs from the system; shared by run.py and test.py.

Standard library only. It must parse on any Python 3, so that an unfit one can be told so.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "playground-setup.txt"
OLDEST, NEWEST = (3, 11), (3, 13)
APT_INSTALL = ["apt-get", "install", "-y", "--no-install-recommends"]

# Debian package -> the library that Qt, or TensorFlow, loads from it.
LIBRARIES = {
    "libdbus-1-3": "libdbus-1.so.3",
    "libegl1": "libEGL.so.1",
    "libfontconfig1": "libfontconfig.so.1",
    "libfreetype6": "libfreetype.so.6",
    "libgl1": "libGL.so.1",
    "libglib2.0-0": "libgthread-2.0.so.0",
    "libstdc++6": "libstdc++.so.6",
    "libx11-xcb1": "libX11-xcb.so.1",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-glx0": "libxcb-glx.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-shm0": "libxcb-shm.so.0",
    "libxcb-sync1": "libxcb-sync.so.1",
    "libxcb-xfixes0": "libxcb-xfixes.so.0",
    "libxcb-xinerama0": "libxcb-xinerama.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxkbcommon0": "libxkbcommon.so.0",
}


class SetupError(Exception):
    """What a person has to do before the set-up can go on."""


def run_script(main: Callable[[list[str]], int], arguments: list[str]) -> int:
    """Calls main(arguments) with a Python that fits; what goes wrong is told in plain words."""
    try:
        require_python()
        return main(arguments)
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def prepare(extra: str = "", needs_window: bool = True) -> Path:
    """Makes .venv ready, with an optional extra of pyproject.toml, and gives its Python.

    A stamp says what was done; where nothing has changed since, this only reads it.
    """
    wanted = fingerprint()
    done_for, extras, libraries = read_stamp()
    fits = done_for == wanted and venv_python().exists()
    if not (fits and (libraries == "all" or not needs_window) and (not extra or extra in extras)):
        complete = check_system(for_tests=extra == "test", needs_window=needs_window)
        if not fits or (extra and extra not in extras):
            kept = [name for name in extras if name] if fits else []
            extras = [*kept, extra] if extra else kept
            make_venv()
            install(extras)
        STAMP.write_text("\n".join([wanted, ",".join(extras), "all" if complete else "some"]), encoding="utf-8")
    return venv_python()


def start(command: list[str]) -> int:
    """Becomes the command; on Windows, which cannot, waits for it and gives its exit code."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(command[0], command)
    return run(command)


def run(command: list[str], **options: Any) -> int:
    """Runs a command in front of the person and gives its exit code."""
    import subprocess

    sys.stdout.flush()
    return subprocess.run(command, **options).returncode


def has_display() -> bool:
    """Whether a window can open."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


# Which Python


def require_python() -> None:
    """Starts this script again with a Python that fits, if the present one does not."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    import shutil
    import subprocess

    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        python = shutil.which(f"python3.{minor}")
        if python and run([python, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            raise SystemExit(start([python, *sys.argv]))
    raise SetupError(
        f"The Playground needs Python 3.11, 3.12 or 3.13, and this is {sys.version.split()[0]}.\n"
        "Install one of them and run this again with it, as in: python3.12 " + " ".join(sys.argv)
    )


def venv_python() -> Path:
    """The Python inside .venv."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


# What is done already


def fingerprint() -> str:
    """Changes with anything that .venv was made from: the requirements, the Python, the folder."""
    import hashlib

    made_from = hashlib.sha256(f"{sys.version_info[:2]} {ROOT}".encode())
    for path in (ROOT / "pyproject.toml", ROOT / "constraints.txt", Path(__file__)):
        made_from.update(path.read_bytes())
    return made_from.hexdigest()


def read_stamp() -> tuple[str, list[str], str]:
    """The fingerprint, the extras and the libraries ("all" or "some") of the last set-up; empty if there is none."""
    try:
        done_for, extras, libraries = STAMP.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return "", [], ""
    return done_for, extras.split(","), libraries


# The system


def check_system(for_tests: bool, needs_window: bool) -> bool:
    """Sees to the system's packages; whether all are there.

    Raises SetupError, with the command that helps, where something cannot be done without.
    """
    missing = missing_packages(for_tests)
    if missing and can_install():
        install_packages(missing)
        missing = missing_packages(for_tests)
    if not missing:
        return True
    told = how_to_install(missing)
    if needs_window or for_tests or any(name.endswith("-venv") for name in missing):
        raise SetupError(told)
    print(f"{told}\nThis is for the window only; all else works without.\n")
    return False


def missing_packages(for_tests: bool) -> list[str]:
    """The Debian packages that the Playground, or its tests, cannot do without and that are not there."""
    if not sys.platform.startswith("linux"):
        return []
    import shutil
    from importlib import invalidate_caches
    from importlib.util import find_spec

    invalidate_caches()
    missing = [package for package, library in LIBRARIES.items() if not can_load(library)]
    if find_spec("ensurepip") is None:
        missing.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    if not any(has_fonts(folder) for folder in ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts")):
        missing.append("fonts-dejavu-core")
    if for_tests and not (shutil.which("xvfb-run") and shutil.which("xauth")):
        missing += ["xvfb", "xauth"]
    return missing


def can_load(library: str) -> bool:
    """Whether the system has this shared library."""
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_fonts(folder: str) -> bool:
    """Whether there is any outline font below this folder."""
    names = (name for _, _, files in os.walk(os.path.expanduser(folder)) for name in files)
    return any(name.lower().endswith((".ttf", ".otf", ".ttc")) for name in names)


def can_install() -> bool:
    """Whether this is root on Debian or one of its kin."""
    import shutil

    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_packages(packages: list[str]) -> None:
    """Installs Debian packages; their own chatter is shown only if that fails."""
    print(f"Installing from the system's packages: {' '.join(packages)}", flush=True)
    run_quietly(["apt-get", "update"])  # One dead source fails it; the install will tell if that matters.
    failed, said = run_quietly([*APT_INSTALL, "-o", "DPkg::Lock::Timeout=120", *packages])
    if failed:
        print("\n".join(said.splitlines()[-15:]), file=sys.stderr)
        raise SetupError(
            "apt-get could not install them; its last lines are above. Is there a network?\n"
            "Run this again when it works: " + " ".join([*APT_INSTALL, *packages])
        )


def run_quietly(command: list[str]) -> tuple[int, str]:
    """Runs a command that asks and shows nothing; its exit code and what it said."""
    import subprocess

    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    done = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return done.returncode, done.stdout.decode(errors="replace")


def how_to_install(packages: list[str]) -> str:
    """Tells which command installs what is missing, or what is missing where no command is known."""
    import shutil

    if shutil.which("apt-get"):
        return "Some system packages are missing. This installs them:\n  " + " ".join(["sudo", *APT_INSTALL, *packages])
    names = "\n".join(f"  {LIBRARIES.get(package, package)}" for package in packages)
    return f"The system lacks these; please install them with its package manager:\n{names}"


# The Python packages


def make_venv() -> None:
    """Makes .venv, anew if it is of another Python."""
    found = ""
    if venv_python().exists() and (VENV / "pyvenv.cfg").exists():
        lines = (VENV / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
        found = next((line.split("=")[1].strip() for line in lines if line.startswith("version")), "")
    if found.split(".")[:2] == [str(number) for number in sys.version_info[:2]]:
        return
    print(f"Making {VENV} with Python {sys.version.split()[0]}.", flush=True)
    if run([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        raise SetupError(f"Python could not make {VENV}; what it said is above. Is the disk full?")


def install(extras: list[str]) -> None:
    """Installs the pinned packages, and the Playground itself as a link to this folder."""
    print("Installing TensorFlow, Qt and the rest. The first time this takes some minutes.", flush=True)
    itself = f".[{','.join(extras)}]" if extras else "."
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    # Most of what is installed is never imported, and Python compiles what is.
    command = [str(venv_python()), "-m", "pip", "install", "--disable-pip-version-check", "--no-compile", *quiet]
    environment = dict(os.environ, PIP_USER="0")
    if run([*command, "-c", "constraints.txt", "-e", itself], cwd=ROOT, env=environment):
        raise SetupError(
            "pip could not install the Python packages; what it said is above. Often there is no network, "
            "or the disk is full (2.5 GB).\nRun this again when that is solved: what is installed already is kept."
        )
