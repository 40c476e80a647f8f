"""The app without Python, where one was built: opened on the screen, trained, exported, closed, far from any Python.

PLAYGROUND_APP=build/app/playground xvfb-run -a -s "-screen 0 1440x900x24 +extension GLX" \\
    .venv/bin/python -m pytest tests/release/test_app.py
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from playground.document.examples import example
from playground.ui.assets import asset

APP = os.environ.get("PLAYGROUND_APP", "")
pytestmark = [
    pytest.mark.skipif(not APP, reason="PLAYGROUND_APP names no built folder"),
    pytest.mark.timeout(900),
]


def started(folder: Path, *words: str) -> subprocess.Popen[str]:
    screen = {name: os.environ[name] for name in ("DISPLAY", "XAUTHORITY") if name in os.environ}
    around = {"HOME": str(folder), "PATH": str(folder), "LANG": "C.UTF-8", **screen}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen([str(Path(APP, "playground").absolute()), *words], cwd=folder, env=around, **pipes)


def told(folder: Path, *words: str) -> str:
    process = started(folder, *words)
    out, err = process.communicate(timeout=600)
    assert process.returncode == 0, (words, out, err)
    # A written file that does not come back is kept, and told.
    assert "could not be loaded back" not in err
    return out


@pytest.mark.parametrize("name", ["circle", "digits", "sine", "waves", "pictures", "iris"])
def test_each_kind_of_data_trains_to_the_numbers_of_a_python(name: str, tmp_path: Path) -> None:
    from playground.command_train import run

    frozen = json.loads(told(tmp_path, "train", name, "--epochs", "3", "--json"))
    alone, *_ = run(example(name, asset("examples")), 3)
    for side in ("train_loss", "test_loss"):
        # TensorFlow may have as many threads as it likes in both, and other kernels.
        assert frozen[side] == pytest.approx(alone[side], rel=1e-5)


def test_every_format_is_written_and_read_back_and_a_file_of_others_opens(tmp_path: Path) -> None:
    names = [f"net{ending}" for ending in (".keras", ".h5", ".weights.h5", ".onnx", ".tflite", ".html", ".py", ".csv")]
    told(tmp_path, "train", "circle", "--epochs", "3", "--out", *names, "saved")
    assert all((tmp_path / name).exists() for name in names)
    told(tmp_path, "import", "net.keras", "back.playground")
    told(tmp_path, "import", "net.onnx", "onnx.playground")
    table = {"x": [0.1 * at for at in range(60)], "kind": ["ab"[at % 2] for at in range(60)]}
    pq.write_table(pa.table(table), tmp_path / "table.parquet")
    assert "kind" in told(tmp_path, "train", "table.parquet", "--target", "kind", "--epochs", "2")
    assert "done" in told(tmp_path, "sweep", "circle", "--seeds", "2", "--epochs", "2", "--out", "table.csv")


@pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="no screen")
def test_the_window_opens_trains_and_closes(tmp_path: Path) -> None:
    # The window as it is, with its worker, for some seconds of training.
    found = json.loads(told(tmp_path, "bench", "--window", "--json"))
    assert json.dumps(found).count(":") > 2
    begun, process = time.monotonic(), started(tmp_path, "open", "spiral")
    # A start holds a lock from before its window is made until it stands.
    standing = [False, True, False]
    while standing:
        assert process.poll() is None, process.communicate()
        assert time.monotonic() - begun < 300
        if standing[0] == bool(list(tmp_path.rglob("starting-*.lock"))):
            standing.pop(0)
        time.sleep(0.02)
    print(f"the window stands after {time.monotonic() - begun:.1f} s")
    process.send_signal(signal.SIGTERM)
    _, complaints = process.communicate(timeout=30)
    assert "Traceback" not in complaints
    assert list(tmp_path.rglob("settings.json")), "they are kept as it leaves"
