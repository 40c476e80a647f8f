"""Python processes of their own, one after another: with a bound on time, and stopped from any thread."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path

import playground
from playground.itself import module_command

REFUSED = "errno "
"""Before the system's number, in the line of a process whose files could not be written."""


class Apart:
    """`stopped` is set once `stop` was called: the process under way is ended, and none begins any more."""

    def __init__(self) -> None:
        self.stopped = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None

    def stop(self) -> None:
        self.stopped.set()
        if (process := self._process) is not None:
            process.kill()

    def run(self, module: str, arguments: Sequence[str], folder: Path, seconds: float) -> tuple[bytes, str]:
        """The whole lines that `python -m module` wrote, and how it ended: "stopped", "slow" or its exit code."""
        if self.stopped.is_set():
            return b"", "stopped"
        places = [str(Path(playground.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}
        command = module_command(module, *arguments)
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        with subprocess.Popen(command, env=environment, cwd=folder, **pipes) as process:  # type: ignore[call-overload]
            self._process = process
            try:
                if self.stopped.is_set():
                    # It was asked before the process was known.
                    process.kill()
                # Not by communicate, which closes stdin, by whose end the process knows that nobody waits for it.
                told, ended = _until_end(process, seconds)
            finally:
                process.kill()
                self._process = None
        return told, "stopped" if self.stopped.is_set() else ended


def _until_end(process: subprocess.Popen[bytes], seconds: float) -> tuple[bytes, str]:
    assert process.stdout is not None
    late = threading.Timer(seconds, process.kill)
    late.start()
    told = process.stdout.read()
    ended = process.wait()
    was_late = not late.is_alive()
    late.cancel()
    return told[: told.rfind(b"\n") + 1], "slow" if was_late else str(ended)
