"""How the program starts one of its own modules in a process of its own: with Python, or as the app without Python."""

from __future__ import annotations

import sys


def module_command(module: str, *arguments: str) -> list[str]:
    """What `python -m module` is here. The app without Python takes it as Python does: scripts/frozen/entry.py."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "-m", module, *arguments]
    return [sys.executable, "-P", "-m", module, *arguments]
