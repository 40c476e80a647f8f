"""Sets the Playground up where it stands and opens it: python3 scripts/run.py [FILE | COMMAND ...]"""

from __future__ import annotations

import os
import sys

from setup_environment import has_display, prepare, run_script, start


def wants_window(arguments: list[str]) -> bool:
    """Whether these arguments of the command `playground` open the window."""
    return not arguments or arguments[0] == "open" or os.path.isfile(arguments[0])


def main(arguments: list[str]) -> int:
    """Becomes the command `playground` with these arguments."""
    python = prepare("export", needs_window=has_display())
    if wants_window(arguments) and not has_display():
        print("There is no display, so no window can open. Instead, a demonstration in the terminal:")
        print("playground demo\n")
        arguments = ["demo"]
    return start([str(python), "-P", "-m", "playground", *arguments])


if __name__ == "__main__":
    sys.exit(run_script(main, sys.argv[1:]))
