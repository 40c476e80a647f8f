"""The path of a file in assets/, in a checkout, in an installed wheel and in a frozen program."""

from __future__ import annotations

import sys
from pathlib import Path


def _folder() -> Path:
    package = Path(__file__).resolve().parent.parent
    frozen = Path(getattr(sys, "_MEIPASS", package)) / "assets"
    places = (package / "assets", package.parent / "assets", frozen)
    # A wheel carries them inside the package, a checkout beside it.
    return next((place for place in places if (place / "icons").is_dir()), places[1])


FOLDER = _folder()


def asset(path: str) -> Path:
    """Where `path`, such as "icons/play.svg", stands on this machine."""
    return FOLDER / path
