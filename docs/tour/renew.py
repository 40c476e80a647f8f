"""Makes the pictures of docs/TOUR.md again, by `playground picture`: all, or those that are named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "tour"
SIZE = "1280x800"
PICTURES = {
    "spiral": ("spiral", 400, "light"),
    "branches": ("branches", 200, "dark"),
}
"""Name -> the document, how many epochs it has trained, and the theme."""


def main(names: list[str]) -> None:
    from PySide6.QtGui import QImage

    FOLDER.mkdir(exist_ok=True)
    for name in names or PICTURES:
        document, epochs, theme = PICTURES[name]
        path = FOLDER / f"{name}.png"
        words = ["picture", document, str(path), "--epochs", str(epochs), "--theme", theme, "--size", SIZE]
        subprocess.run([sys.executable, "-P", "-m", "playground", *words], cwd=ROOT, check=True)
        # Packed as small as it gets; no colour is lost.
        QImage(str(path)).convertToFormat(QImage.Format.Format_RGB888).save(str(path), quality=0)


if __name__ == "__main__":
    main(sys.argv[1:])
