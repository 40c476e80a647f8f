"""Makes the pictures of docs/TOUR.md again, by `playground picture`: all, or those that are named.

    PYTHONPATH=. .venv/bin/python docs/tour/renew.py            # or: renew.py spiral time
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from playground.document.document import Document
from playground.document.edits import edits, rivals
from playground.document.examples import example
from playground.document.settings import SGD
from playground.projects.project import write_project
from playground.runs.axes import parse_axis
from playground.runs.experiment import Experiment, Plan, plain_experiment
from playground.runs.rows import Kept, kept_beside
from playground.ui.assets import asset

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "tour"
LESSONS = "assets/lessons/en"
SIZE, COLOURS = "1280x800", 256
AXES = ("learning_rate=0.001,0.003,0.01,0.03", "dense_1.units=2,4,8,16")

PICTURES = {
    "building": "pictures --epochs 12",
    "playing": "spiral --epochs 400 --show weights",
    "landscape": "spiral --epochs 400 --show landscape --show outputs",
    "predictions": "digits --epochs 30 --show predictions --show rows",
    "time": "spiral --epochs 400 --moment 60",
    "rivals": "rivals.playground --epochs 300 --show rivals",
    "walk": "circle --epochs 100 --show walk",
    "lab": f"{LESSONS}/07-broadcasting.md --step 2 --show lab",
    "course": "circle --show learn",
    "lesson": f"{LESSONS}/20-overfitting.md --epochs 500",
    "table": "playground/datasets/tables/penguins.csv",
    "drawing": f"{LESSONS}/26-coins.playground --epochs 300 --show draw",
    "exports": "spiral --epochs 400 --show proof",
    "experiment": "experiment.playground --show experiment",
}
"""Name -> the document and the options of its picture."""


def run(*words: str) -> None:
    # The words of any machine, and nothing of what a person keeps on this one.
    around = {**os.environ, "LANG": "C.UTF-8", "XDG_CONFIG_HOME": words[-1], "XDG_DATA_HOME": words[-1]}
    subprocess.run([sys.executable, "-P", "-m", "playground", *words[:-1]], cwd=ROOT, env=around, check=True)


def rival_document() -> Document:
    """The spiral's network beside the same with ReLU, and with plain descent."""
    first = rivals.rename_rival(example("spiral", asset("examples")), rivals.PRESENT, "tanh")
    other = first
    for node in first.graph.nodes:
        if getattr(node.layer, "activation", "") == "tanh":
            other = edits.set_layer(other, node.id, replace(node.layer, activation="relu"))
    both = rivals.pin_rival(first, other, "ReLU")
    slow = edits.set_training(first, replace(first.training, optimizer=SGD(), learning_rate=0.03))
    return rivals.pin_rival(both, slow, "tanh, SGD")


def write_experiment(folder: Path) -> None:
    """Rates and widths of a small network, three seeds each: trained here, and saved with their project."""
    document, table = example("moons", asset("examples")), folder / "table.csv"
    sets = [word for axis in AXES for word in ("--set", axis)]
    run("sweep", "moons", *sets, "--seeds", "3", "--epochs", "60", "--out", str(table), str(folder))
    kept = Kept(kept_beside(table))
    plan = Plan(tuple(parse_axis(document, axis) for axis in AXES), seeds=3, epochs=60)
    experiment = json.dumps(plain_experiment(Experiment(plan, document, kept.rows)), ensure_ascii=False)
    kept.close()
    write_project(document, "", folder / "experiment.playground", experiment)


def make(name: str, folder: Path) -> None:
    file, *options = PICTURES[name].split()
    if name == "rivals":
        write_project(rival_document(), "", folder / file)
    elif name == "experiment":
        write_experiment(folder)
    path = folder / file if (folder / file).exists() else file
    out = FOLDER / f"{name}.png"
    run("picture", str(path), str(out), "--size", SIZE, *options, str(folder))
    # As few colours as nobody misses: a third of the size.
    with Image.open(out) as picture:
        small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(out, optimize=True)
    print(f"{out.name}: {out.stat().st_size / 1e3:.0f} kB", flush=True)


def main(names: list[str]) -> None:
    for name in names or PICTURES:
        with TemporaryDirectory() as folder:
            make(name, Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
