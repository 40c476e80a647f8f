"""Exports on a disk that is full or broken: the old file stays, and the error names what was wanted."""

from __future__ import annotations

import errno
from pathlib import Path

import keras
import pytest
import tensorflow as tf

from playground.document.examples import example
from playground.engine.exports.apart import REFUSED, Apart
from playground.engine.exports.export import content_of, export, made, write
from playground.engine.exports.proving import expected_of, prove
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.frames.formats import FORMATS
from playground.ui.assets import asset
from playground.ui.texts.exports.sentences import proof_text
from tests.faults import fail_each_call, failing_disk


@pytest.fixture(scope="module")
def session():
    return Session(example("circle", asset("examples")), Loops())


@pytest.mark.parametrize("name", [row.name for row in FORMATS.values() if row.by_engine])
def test_whichever_call_fails_the_old_export_stays(session, tmp_path, monkeypatch, name):
    def convert(_apart, _module, arguments, *_):
        Path(arguments[0], "network.tflite").touch()
        return b"done\n", "0"

    monkeypatch.setattr(Apart, "run", convert)
    path = tmp_path / f"net{FORMATS[name].ending}"
    with failing_disk(monkeypatch, 0, None) as disk:
        content = content_of(session, path)
    if callable(content):
        fail_each_call(monkeypatch, path, lambda: write(path, made(content, path, Apart())), most=12)
    elif disk.calls:
        # A SavedModel takes a second, and each of them is made anew.
        fail_each_call(monkeypatch, path, lambda: export(session, path), most=6)
    else:
        fail_each_call(monkeypatch, path, lambda: write(path, content))


@pytest.mark.parametrize(
    ("where", "call", "name"),
    [(type(keras.export.ExportArchive()), "write_out", "net"), (tf.io.TFRecordWriter, "write", "net.tensorboard")],
)
def test_tensorflow_s_full_disk_is_the_system_s(session, tmp_path, monkeypatch, where, call, name):
    def fail(*given, **named):
        raise tf.errors.ResourceExhaustedError(None, None, "/tmp/x; No space left on device")

    monkeypatch.setattr(where, call, fail)
    with pytest.raises(OSError, match="No space") as caught:
        export(session, tmp_path / name)
    assert (caught.value.errno, caught.value.filename) == (errno.ENOSPC, str(tmp_path / name))
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_where_another_process_converts_is_the_file_s(session, tmp_path, monkeypatch):
    monkeypatch.setattr(Apart, "run", lambda *_: (f"{REFUSED}{errno.ENOSPC}\n".encode(), "1"))
    with pytest.raises(OSError, match="No space") as caught:
        export(session, tmp_path / "net.tflite")
    assert (caught.value.errno, caught.value.filename) == (errno.ENOSPC, str(tmp_path / "net.tflite"))


@pytest.mark.parametrize("call", [0, 5])
def test_a_written_file_stays_where_there_is_no_room_to_check_it(session, tmp_path, monkeypatch, call):
    path = tmp_path / "net.py"
    path.write_bytes(b"written")
    expected = expected_of(session)
    with failing_disk(monkeypatch, errno.ENOSPC, call):
        (proof,) = prove(expected, [path])
    assert (proof.fault, proof.size, path.read_bytes()) == ("no_room", 7, b"written")
    assert "{" not in proof_text(proof)
