"""Torture the real window with random keys, clicks, wheels and undo while it trains: `torture.py EVENTS [SEED]`.

Counts exceptions and Qt's warnings, and compares memory, threads and handles with what they were after a tenth of it.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import threading
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What Qt's own stand-in for a screen says of each window.
NO_SCREEN = "does not support propagateSizeHints"
ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))


def figures() -> dict[str, int]:
    """Memory in KiB, threads and open handles of this process, on Linux."""
    kept = Path("/proc/self/status").read_text(encoding="ascii").split("VmRSS:")[1].split()[0]
    return {
        "memory": int(kept),
        "threads": threading.active_count(),
        "handles": len(os.listdir("/proc/self/fd")),
    }


def main(arguments: list[str]) -> int:
    """Send so many events; the exit code is 1 where anything was raised or warned of."""
    from PySide6.QtCore import QPoint, Qt, qInstallMessageHandler
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QMessageBox

    from playground.app import make_application, make_window
    from playground.document.examples import example
    from playground.ui.assets import asset
    from playground.ui.settings import Settings
    from playground.ui.theme import LIGHT

    count, chance = int(arguments[0]), random.Random(int((arguments[1:] or ["1"])[0]))
    wrong: list[str] = []
    make_application()
    qInstallMessageHandler(lambda _kind, _where, words: None if NO_SCREEN in words else wrong.append(words))
    sys.excepthook = lambda kind, error, _: wrong.append(f"{kind.__name__}: {error}")
    # Nobody is there to answer.
    QMessageBox.exec = lambda box: QMessageBox.StandardButton.Cancel  # type: ignore[method-assign]
    window = make_window(example("spiral", asset("examples")), Settings(pace="flat_out"), LIGHT)
    window.show()
    window.trainer.start()
    window.trainer.play()
    keys = [Qt.Key.Key_Delete, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up]
    start = figures()
    for number in range(count):
        view = window.canvas.viewport()
        at = QPoint(chance.randrange(max(1, view.width())), chance.randrange(max(1, view.height())))
        match chance.randrange(5):
            case 0:
                QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
            case 1:
                QTest.mouseMove(view, at)
            case 2:
                QTest.keyClick(window.canvas, chance.choice(keys))
            case 3:
                window.editor.undo()
            case _:
                window.editor.redo()
        QApplication.processEvents()
        if number == count // 10:
            start = figures()
    end = figures()
    window.editor.mark_saved()
    window.close()
    window.trainer.close(30)
    print(f"{count} events, {len(wrong)} exceptions and warnings; {start} after a tenth, {end} at the end")
    print("\n".join(sorted(set(wrong))[:20]))
    return int(bool(wrong))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="playground-torture-") as home:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = home
        code = main(sys.argv[1:])
    sys.exit(code)
