"""Makes the app for people without Python: one folder, which runs where it is put.

    python3 scripts/package.py                 # build/app/playground, and what it weighs
    python3 scripts/package.py --archive       # and build/app/playground-VERSION-SYSTEM.tar.xz

PyInstaller freezes the wheel, in an environment of its own with the pinned versions. Built and tried on Linux; written
for Windows and macOS, and untried there. A test opens the app: see tests/release/test_app.py.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import time
import tomllib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FROZEN = ROOT / "scripts" / "frozen"
TOOLS = ("pyinstaller==6.22.3", "pyinstaller-hooks-contrib==2026.9")
"""Those that it was tried with; only this script needs them."""
MOST_BYTES = 1_100_000_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "app", help="where the folder goes")
    parser.add_argument("--venv", type=Path, default=ROOT / "build" / "app-venv", help="the environment that is frozen")
    parser.add_argument("--archive", action="store_true", help="pack the folder, which takes some minutes")
    options = parser.parse_args()
    python = prepare(options.venv)
    app = freeze(python, options.out.absolute())
    strip(app)
    add_texts(python, app)
    size = weigh(app)
    print(f"{app}: {size / 1e6:,.0f} MB, {seconds_of(app):.2f} s to start and say its version")
    if options.archive:
        packed = archive(app)
        print(f"{packed}: {packed.stat().st_size / 1e6:,.0f} MB")
    if size > MOST_BYTES:
        print(f"That is more than {MOST_BYTES / 1e6:,.0f} MB.", file=sys.stderr)
    return int(size > MOST_BYTES)


def run(*command: str | Path, **options: object) -> None:
    print("+", *command, flush=True)
    subprocess.run([str(word) for word in command], check=True, **options)  # type: ignore[call-overload]


def prepare(venv: Path) -> Path:
    """The Python of an environment with the wheel, what it needs and PyInstaller."""
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        run(sys.executable, "-m", "venv", venv)
    run(python, "-m", "pip", "install", "--quiet", "-c", ROOT / "constraints.txt", *requirements(), *TOOLS, "hatchling")
    wheels = venv / "wheel"
    shutil.rmtree(wheels, ignore_errors=True)
    run(python, "-m", "hatchling", "build", "-t", "wheel", "-d", wheels, cwd=ROOT)
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall", *wheels.glob("*.whl"))
    return python


def requirements() -> list[str]:
    """What the app holds: all but tools of those who work on it, with TensorFlow for processors alone."""
    with open(ROOT / "pyproject.toml", "rb") as file:
        project = tomllib.load(file)["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["export"]]
    # Only Linux has a build with kernels for graphics cards, of twice the size, and one without.
    if sys.platform == "linux" and platform.machine() == "x86_64":
        lines = [
            line.replace("tensorflow", "tensorflow-cpu", 1) if line.startswith("tensorflow") else line for line in lines
        ]
    return lines


def freeze(python: Path, out: Path) -> Path:
    work, spec = out / "work", FROZEN / "playground.spec"
    out.mkdir(parents=True, exist_ok=True)
    # Not with the checkout in sight: its package would be taken in place of the wheel's, which brings the assets.
    around = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    words = ("--noconfirm", "--distpath", out, "--workpath", work, spec)
    run(python, "-P", "-m", "PyInstaller", *words, cwd=out, env=around)
    return out / "playground"


def strip(app: Path) -> None:
    """Take the names of what is inside from native libraries, which only debuggers read."""
    tool = shutil.which("strip")
    if tool is None or sys.platform != "linux":
        return
    for library in _libraries(app):
        subprocess.run([tool, "--strip-unneeded", library], check=True, stderr=subprocess.DEVNULL)


def _libraries(app: Path) -> Iterable[Path]:
    """But for those in folders NAME.libs: their headers were rewritten, in ways that strip may break."""
    for path in app.rglob("*.so*"):
        if path.is_file() and not path.is_symlink() and not path.parent.name.endswith(".libs"):
            yield path


def add_texts(python: Path, app: Path) -> None:
    """The list of licences, and the texts of all that is in the folder."""
    folder = app / "licenses"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "system").mkdir(parents=True)
    run(python, "-P", ROOT / "scripts" / "third_party.py", "--texts", folder)
    for name in ("LICENSE", "THIRD_PARTY.md"):
        shutil.copy2(ROOT / name, app / name)
    own = Path(os.__file__).with_name("LICENSE.txt")
    if own.exists():
        shutil.copy2(own, folder / "python.txt")
    for package in system_packages(app):
        text = Path("/usr/share/doc", package, "copyright")
        if text.exists():
            shutil.copy2(text, folder / "system" / f"{package}.txt")


def system_packages(app: Path) -> set[str]:
    """The Debian packages that libraries of the system come from, where that is what the system is."""
    if not shutil.which("dpkg"):
        return set()
    found = set()
    for path in (app / "_internal").glob("lib*.so*"):
        if not path.is_symlink():
            told = subprocess.run(["dpkg", "-S", f"*/{path.name}"], capture_output=True, text=True).stdout
            found |= set(re.findall(r"^([^:\s]+)", told, re.M)[:1])
    return found


def weigh(app: Path) -> int:
    """Bytes on the disk, in blocks as `du` counts them."""
    return sum(path.lstat().st_blocks * 512 if hasattr(path.lstat(), "st_blocks") else path.lstat().st_size
               for path in (app, *app.rglob("*")))  # fmt: skip


def seconds_of(app: Path) -> float:
    begun = time.perf_counter()
    run(app / ("playground.exe" if os.name == "nt" else "playground"), "--version")
    return time.perf_counter() - begun


def archive(app: Path) -> Path:
    version = re.search(r'"(.*)"', (ROOT / "playground" / "__init__.py").read_text("utf-8"))
    assert version is not None
    packed = app.parent / f"playground-{version[1]}-{sys.platform}-{platform.machine()}.tar.xz"
    with tarfile.open(packed, "w:xz", preset=3) as file:
        file.add(app, "playground")
    return packed


if __name__ == "__main__":
    sys.exit(main())
