"""Files that mean harm are refused with a reason, or opened rightly, and reach nothing: no file, socket or process.

Python's own audit hook watches the reader, and the system each file that it touches.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import h5py
import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from attack_arrays import corpus

from playground.imports.asking import read_apart
from playground.imports.refused import Refused
from tests.imports.watching import ANYTHING, CHANGED, Watch

# As the child does, but for many files: each under the same watch, timed, with what it did that it must not.
MANY = """
import json, sys, time
from pathlib import Path
from playground.imports import child, guard
from playground.imports.reading import read
from playground.imports.refused import Refused
folder, out = Path(sys.argv[1]), sys.argv[2]
paths = sorted(folder.iterdir())
child.warm_up()
guard.bound(300)
guard.watch({str(path) for path in paths} | {out, "/proc/self/status"})
told = {}
for path in paths:
    start = time.process_time()
    try:
        read(path); what = "opened"
    except Refused as refused:
        what = f"refused {refused}"
    except BaseException as error:
        what = f"broken {type(error).__name__} {error}"
    told[path.name] = (what, time.process_time() - start)
# What the system says of a child begins with its parent's memory; this does not.
peak = int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) // 1024
with open(out, "w") as file:
    file.write(json.dumps({"told": told, "peak": peak}))
"""


@pytest.fixture(scope="module")
def bait(tmp_path_factory):
    """What the files point to, by whole paths and as what lies beside them."""
    folder = tmp_path_factory.mktemp("bait")
    (folder / "secret").write_bytes(bytes(24))
    with h5py.File(folder / "secret.h5", "w") as file:
        file["secret"] = np.ones((2, 3), np.float32)
    return folder


@pytest.fixture(scope="module")
def files(bait, tmp_path_factory):
    folder = tmp_path_factory.mktemp("attacks")
    for name, content in corpus(bait).items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def outcome(files, bait, tmp_path_factory):
    out = tmp_path_factory.mktemp("out") / "told.json"
    # The folder that it is in, its home and what it takes for its temporary files are all the bait.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "OPENBLAS_NUM_THREADS": "1"}
    environment |= {"HOME": str(bait), "TMPDIR": str(bait)}
    watched, changed = Watch(bait, ANYTHING), Watch(files, CHANGED)
    done = subprocess.run(
        [sys.executable, "-P", "-c", MANY, str(files), str(out)],
        env=environment,
        cwd=bait,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    touched = sorted(watched.seen() | changed.seen())
    watched.close()
    changed.close()
    return {**json.loads(out.read_text()), "touched": touched}


def test_there_are_many_and_none_breaks_the_reader_or_leaves_its_bounds(outcome):
    told = outcome["told"]
    assert len(told) >= 250
    assert {name: what for name, (what, _) in told.items() if what.startswith("broken")} == {}
    assert {name: seconds for name, (_, seconds) in told.items() if seconds > 5} == {}
    assert outcome["peak"] < 500


def test_the_system_saw_no_other_file_touched(outcome, bait):
    assert outcome["touched"] == []
    watch = Watch(bait, ANYTHING)
    # What is looked for is seen where it happens: HDF5 follows such a link by itself.
    with h5py.File.in_memory() as file:
        file["out"] = h5py.ExternalLink(str(bait / "secret.h5"), "/secret")
        assert file["out"].shape == (2, 3)
    assert watch.seen() == {"secret.h5"}
    watch.close()


def test_the_harmless_open_and_the_others_are_refused_with_a_reason(outcome):
    told = {name: what for name, (what, _) in outcome["told"].items()}
    harmless = {name: what for name, what in told.items() if name.startswith("ok_")}
    assert {name: what for name, what in harmless.items() if what != "opened"} == {}
    harmful = {name: what for name, what in told.items() if not name.startswith(("ok_", "any_"))}
    assert [name for name, what in harmful.items() if not what.startswith("refused ")] == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("layer_Lambda", ("config.json", "“evil”", "Lambda")),
        ("setting_units_0", ("“dense”", "units", "4096", "1000000000")),
        ("h5_external", ("layers/dense/vars/0", "link")),
        ("onnx_external_0", ("“w”", "another file")),
        ("onnx_kind_RandomNormalLike", ("RandomNormalLike",)),
        ("zip_entry_7", ("model.weights.npz",)),
    ],
)
def test_a_refusal_says_which_entry_layer_and_setting(outcome, name, words):
    what, _ = outcome["told"][name]
    assert all(word in what for word in words), what


@pytest.mark.parametrize("name", ["layer_Lambda", "zip_bomb_weights", "h5_bomb"])
def test_the_real_child_refuses_with_the_same_words(files, outcome, name):
    with pytest.raises(Refused) as refused:
        read_apart(files / name)
    assert outcome["told"][name][0] == f"refused {refused.value}"


def test_the_real_child_hands_a_network_back_with_its_weights(files):
    found = read_apart(files / "ok_onnx")
    assert [node.layer.kind for node in found.document.graph.nodes] == ["Data", "Dense", "Output"]
    assert [array.tolist() for array in found.weights["dense_1"]] == [[[1.0], [1.0]], [1.0]]


def test_a_pipe_a_folder_and_a_device_are_no_files(tmp_path):
    os.mkfifo(tmp_path / "pipe.keras")
    for path, what in ((tmp_path / "pipe.keras", "pipe"), (tmp_path, "folder"), (Path("/dev/zero"), "device")):
        with pytest.raises(Refused, match=what):
            read_apart(path)
