"""The first thing that the app without Python runs: the command line, or one of the processes that it starts."""

import multiprocessing
import runpy
import sys

if __name__ == "__main__":
    # A spawned worker is this program again, and goes no further.
    multiprocessing.freeze_support()
    if sys.argv[1:2] == ["-m"] and sys.argv[2].startswith("playground."):
        # As `python -m`: see playground/itself.py.
        del sys.argv[1]
        runpy.run_module(sys.argv.pop(1), run_name="__main__", alter_sys=False)
        sys.exit()
    from playground.cli import main

    sys.exit(main())
