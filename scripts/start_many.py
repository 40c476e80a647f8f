"""Starts the window with damaged settings, over and over; counts the starts that did not come up.

Run it with the Python of the environment, from the top folder:

    .venv/bin/python scripts/start_many.py 1000

Each round is a process with the real window, without its engine: settings that a window wrote are damaged by chance,
and a start counts once its window has stood for a while and was closed. In one round of LAYOUT_EVERY only the layout is
damaged, under a right checksum, at which Qt itself may crash; the start after a crash has to come up, with the first
layout, and to say so. A second number is that of the first round, so that several can run at once.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import tempfile
import time
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playground import app
from playground.document.document import Document
from playground.projects.project import Project
from playground.ui.keeping import keeping
from playground.ui.main_window import MainWindow
from playground.ui.panels.notices.told import ToldBar
from playground.ui.settings import checksum
from playground.ui.trainer import Trainer

LAYOUT_EVERY = 10
LONGEST = 60.0
SETTINGS = Path("Playground") / "Playground" / "settings.json"
ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    1e308,
    float("nan"),
    "",
    "\0",
    "light",
    [],
    {},
    ["/x"] * 9,
    [[]] * 3,
    "A" * 5000,
    1 << 70,
)


def start(home: Path, telling: int) -> None:
    """The real window, until it has stood for a while; tells the words above its pages. Does not return."""
    from PySide6.QtCore import QTimer

    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(home)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    Trainer.start = lambda trainer: None  # type: ignore
    make_window = app.make_window

    def made(*given: object) -> MainWindow:
        window = make_window(*given)  # type: ignore[arg-type]

        def leave() -> None:
            if window.isVisible():
                os.write(telling, window.panels.of(ToldBar).words.text().encode() + b"\n")
            window.close()

        QTimer.singleShot(keeping.STANDS_MS + 50, window, leave)
        return window

    app.make_window = made  # type: ignore[assignment]
    os._exit(app.open_window(Project(Document()), None, Trainer(Document())))


def started(home: Path) -> tuple[str | None, str]:
    """What the window told, None where it did not come up; and how its process ended where that was not well."""
    told, telling = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.close(told)
            start(home, telling)
        finally:
            os._exit(70)
    os.close(telling)
    words, deadline = b"", time.monotonic() + LONGEST
    while select.select([told], [], [], max(0.0, deadline - time.monotonic()))[0]:
        more = os.read(told, 1 << 16)
        if not more:
            break
        words += more
    else:
        os.kill(process, signal.SIGKILL)
    os.close(told)
    _, code = os.waitpid(process, 0)
    end = f"signal {os.WTERMSIG(code)}" if os.WIFSIGNALED(code) else f"code {os.WEXITSTATUS(code)}"
    return words.decode() if words else None, "" if code == 0 else end


def damaged(whole: bytes, chance: random.Random) -> bytes:
    """Bytes changed, cut, added, or values that are none of a setting's."""
    match chance.randrange(4):
        case 0:
            kept = json.loads(whole)
            for name in chance.sample(sorted(kept), chance.randint(1, 4)):
                kept[name] = chance.choice(ODD)
            return json.dumps(kept).encode()
        case 1:
            at = chance.randrange(len(whole))
            return whole[:at] + chance.randbytes(chance.randint(1, 4096)) + whole[at:]
        case 2:
            return whole[: chance.randrange(len(whole))]
    spoilt = bytearray(whole)
    for _ in range(chance.choice((1, 1, 4, 64))):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def with_damaged_layout(whole: bytes, chance: random.Random) -> bytes:
    """The layout of the docks has some other bytes, and the file is whole all the same."""
    kept: dict[str, Any] = json.loads(whole)
    layout = bytearray(b64decode(kept["docks"]))
    for _ in range(chance.randint(1, 8)):
        layout[chance.randrange(len(layout))] = chance.randrange(256)
    kept["docks"] = b64encode(layout).decode()
    kept.pop("checksum")
    return json.dumps({**kept, "checksum": checksum(kept)}).encode()


def start_once(number: int, whole: bytes) -> Mapping[str, int]:
    """One round; what is to be counted of it."""
    chance = random.Random(number)
    is_layout = number % LAYOUT_EVERY == LAYOUT_EVERY - 1
    with tempfile.TemporaryDirectory(prefix="playground-start-") as folder:
        file = Path(folder) / SETTINGS
        file.parent.mkdir(parents=True)
        file.write_bytes(with_damaged_layout(whole, chance) if is_layout else damaged(whole, chance))
        words, end = started(Path(folder))
        if not is_layout:
            came = words is not None and not end
            return {"damaged": 1, "failed": int(not came), "said": int(came and "damaged" in str(words))}
        if words is not None and not end:
            return {"layouts": 1}
        again, end = started(Path(folder))
        came = again is not None and not end and "did not get as far" in again
        return {"layouts": 1, "crashed": 1, "failed": int(not came)}


def main(arguments: list[str]) -> int:
    """Start as often as asked for; the exit code is 1 if any did not come up."""
    count, first = (*map(int, arguments), 100, 0)[:2] if len(arguments) != 1 else (int(arguments[0]), 0)
    with tempfile.TemporaryDirectory(prefix="playground-start-") as folder:
        words, end = started(Path(folder))
        if words is None or end:
            print(f"A start without settings does not come up: {end}")
            return 1
        whole = (Path(folder) / SETTINGS).read_bytes()
    found: Counter[str] = Counter()
    for number in range(first, first + count):
        one = start_once(number, whole)
        found.update(one)
        if one.get("failed"):
            print(f"{number:5}  did not come up", flush=True)
    print(f"{found['damaged']} starts with damaged settings, {found['said']} of them said so")
    print(f"{found['layouts']} with a damaged layout under a right checksum, at {found['crashed']} of which Qt crashed")
    print(f"{found['failed']} did not come up, or not at the start after a crash")
    return int(bool(found["failed"]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
