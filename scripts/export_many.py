"""Random networks in every format that can hold them, each loaded back: the largest difference of each format.

`python scripts/export_many.py LINES [--networks 300]` adds a line of JSON to the file for each network and format, and
prints the table in the end; begun again, it goes on where it stopped.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

EACH = 20
EPOCHS = 3
# The three scripts are run for a few epochs, which takes longer than all the rest: so for every fifth network.
RARELY, SCRIPTS = 5, ("script", "tensors", "class")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", type=Path)
    parser.add_argument("--networks", type=int, default=300)
    parser.add_argument("--first", type=int)
    asked = parser.parse_args()
    if asked.first is not None:
        run_some(asked.lines, range(asked.first, asked.networks))
        return
    done = {row["network"] for row in read(asked.lines)}
    for first in range(0, asked.networks, EACH):
        several = range(first, min(first + EACH, asked.networks))
        while left := [seed for seed in several if seed not in done]:
            # In another process, as compiled networks keep their memory; one that ends it is passed over.
            here = [sys.executable, "-P", __file__, str(asked.lines), "--first", str(left[0]), "--networks"]
            subprocess.run([*here, str(several.stop)], check=False)
            now = {row["network"] for row in read(asked.lines)}
            if left[0] not in now:
                write(asked.lines, {"network": left[0], "format": "", "fault": "crashed"})
            done |= now | {left[0]}
    print_table(read(asked.lines))


def read(lines: Path) -> list[dict[str, Any]]:
    """What is known so far."""
    return [json.loads(line) for line in lines.read_text().splitlines()] if lines.exists() else []


def write(lines: Path, *rows: dict[str, Any]) -> None:
    """Add these."""
    with lines.open("a") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


def run_some(lines: Path, seeds: range) -> None:
    """Each of these networks, which are written when all of its formats are done."""
    from random_networks import network

    from playground.document.checks.problems import can_train
    from playground.engine.loops import Loops
    from playground.engine.session import Session

    for seed in seeds:
        document = network(seed)
        if not can_train(document):
            write(lines, {"network": seed, "format": "", "fault": "cannot train"})
            continue
        session = Session(document, Loops())
        session.train(EPOCHS * session.plain.steps_per_epoch)
        with TemporaryDirectory() as folder:
            write(lines, *({"network": seed, **row} for row in _answers(session, seed, Path(folder))))


def _answers(session: Any, seed: int, folder: Path) -> Iterator[dict[str, Any]]:
    from playground.document.checks.holding import lost_by
    from playground.engine.exports.export import EXPORTERS, write
    from playground.engine.exports.proving import expected_of, given_files
    from playground.frames.formats import FORMATS
    from playground.readback.__main__ import answer
    from playground.readback.readers import Given

    for file, part in given_files(expected_of(session)).items():
        (folder / file).write_bytes(part)
    for name, exporter in EXPORTERS.items():
        if name in SCRIPTS and seed % RARELY:
            continue
        if any(lost.stops for lost in lost_by(session.document, name)):
            yield {"format": name, "fault": "cannot hold it"}
            continue
        path = folder / f"net{FORMATS[name].ending}"
        try:
            content = exporter.content(session)
            write(path, _lite(content, folder) if callable(content) else content)
            yield {"format": name, **answer(Given(folder), path)}
        except Exception as error:
            yield {"format": name, "fault": "not written", "details": f"{type(error).__name__}: {error}"[:300]}


def _lite(content: Any, folder: Path) -> bytes:
    """Converted here, as a process for each would take longer than all the rest."""
    from playground.engine.exports.tflite.child import converted

    (given,) = content.args
    for name, part in given.items():
        (folder / name).write_bytes(part)
    return converted(folder, **json.loads(given["asked.json"]))


def print_table(rows: list[dict[str, Any]]) -> None:
    """Of each format: how many came back, the largest difference, the least share of same answers, what failed."""
    for name in dict.fromkeys(row["format"] for row in rows):
        own = [row for row in rows if row["format"] == name]
        back = [row for row in own if not row.get("fault")]
        away = max((row.get("difference") or 0.0 for row in back), default=0.0)
        same = min((row["agreeing"] for row in back if row.get("agreeing") is not None), default=None)
        failed = [(row["network"], row["fault"]) for row in own if row.get("fault") not in ("", None, "cannot hold it")]
        print(f"{name:16} {len(back):4} back, at most {away:.1e}, same answers {same}, failed {failed}")


if __name__ == "__main__":
    main()
