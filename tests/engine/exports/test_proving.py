"""The check of written files: what it proves, what it notices, and that nothing stops it."""

from __future__ import annotations

import queue
from pathlib import Path

import numpy as np
import pytest

from playground.document.document import Document
from playground.document.layers.layers import PALETTE
from playground.document.settings import Adam, DataSettings, TrainingSettings
from playground.engine.exports import proving, rehearsal
from playground.engine.exports.answering import Exports
from playground.engine.exports.export import EXPORTERS, export
from playground.engine.exports.proving import expected_of, prove
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.frames.commands import Export, StopExports
from playground.frames.formats import FORMATS
from playground.frames.proof import Proof
from playground.frames.reply import Reply
from tests.engine.around import side_by_side

ROWS = 40
# Forms that are converted have tests of their own.
WHOLE = [name for name in EXPORTERS if not name.startswith("tflite")]


@pytest.fixture(scope="module")
def session() -> Session:
    """All layers of the palette at once."""
    # In batches of one size, for which all is compiled once.
    training = TrainingSettings(Adam(), batch_size=ROWS // 4)
    found = Session(side_by_side(PALETTE, Document(data=DataSettings(points=ROWS), training=training)), Loops())
    found.train(2 * found.plain.steps_per_epoch)
    return found


@pytest.fixture(scope="module")
def proofs(session, tmp_path_factory):
    """What each format's file gives, all read by one process; and one of other weights, and one that is none."""
    folder, wrong = tmp_path_factory.mktemp("exports"), "other.weights.h5"
    paths = {name: folder / f"net{FORMATS[name].ending}" for name in WHOLE}
    for path in paths.values():
        export(session, path)
    with session.back_at(0):
        export(session, folder / wrong)
    (folder / "broken.keras").write_bytes(b"no archive")
    every = [folder / "broken.keras", *paths.values(), folder / wrong]
    found = {proof.path.name: proof for proof in prove(expected_of(session), every)}
    assert all(path.exists() for path in every)
    named = {name: found[path.name] for name, path in paths.items()}
    return {**named, wrong: found[wrong], "broken": found["broken.keras"]}


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", WHOLE)
def test_every_format_is_proven_on_the_networks_own_data(name, proofs):
    proof = proofs[name]
    assert (proof.fault, proof.details) == ("", "")
    assert proof.size > 100
    if FORMATS[name].reader == "script":
        assert proof.ran is not None
    elif proof.difference is not None:
        assert proof.rows == ROWS
    if proof.difference is not None:
        assert proof.difference < 1e-5


def test_other_weights_and_what_is_no_file_are_told(proofs):
    other = proofs["other.weights.h5"]
    assert other.fault == "different"
    assert other.difference > 1e-3
    assert proofs["broken"].fault == "unreadable"


def test_a_script_is_run_as_far_as_its_run_came_of_the_document(session, monkeypatch):
    monkeypatch.setattr(rehearsal, "MOST_SECONDS", 1e9)
    found, row = rehearsal.rehearsal_of(session), session.recorder.row(2)
    assert (found.epochs, found.losses) == (2, (row["train_loss"], row["validation_loss"]))
    noted = session.course.events
    session.course.note("weight", 1, node="dense_1", value=0.5)
    assert rehearsal.rehearsal_of(session).epochs == 1
    session.course.note("weight", 0, node="dense_1", value=0.5)
    assert rehearsal.rehearsal_of(session) == rehearsal.NO_REHEARSAL
    session.course.events = noted


def fake_reader(monkeypatch, folder: Path, code: str) -> None:
    (folder / "strange_reader.py").write_text(code, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.setattr(proving, "READER", "strange_reader")


@pytest.fixture
def expected() -> proving.Expected:
    return proving.Expected(np.zeros((2, 1), np.float32), np.zeros((2, 1), np.float32), (), (), b"")


def test_a_reader_that_hangs_is_stopped(expected, monkeypatch, tmp_path):
    fake_reader(monkeypatch, tmp_path, "import time; time.sleep(60)")
    (tmp_path / "a.py").write_text("1")
    assert [proof.fault for proof in prove(expected, [tmp_path / "a.py"], seconds=0.3)] == ["slow"]


def test_a_reader_that_dies_costs_its_own_file_only(expected, monkeypatch, tmp_path):
    code = """
import json, os, sys
for path in sys.argv[2:]:
    if "bad" in path:
        os.abort()
    print(json.dumps({"rows": 1}), flush=True)
"""
    fake_reader(monkeypatch, tmp_path, code)
    paths = [tmp_path / name for name in ("a.py", "bad.py", "c.py")]
    for path in paths:
        path.write_text("1")
    assert [proof.fault for proof in prove(expected, paths)] == ["", "crashed", ""]
    assert all(path.exists() for path in paths)


def test_an_answer_comes_at_once_and_the_proof_later(session, monkeypatch, tmp_path):
    told: queue.SimpleQueue[Reply] = queue.SimpleQueue()
    proof = Proof(tmp_path / "net.py", 1, rows=3)
    monkeypatch.setattr("playground.engine.exports.answering.prove", lambda *_, **__: iter([proof]))
    Exports(told.put).do(Export(tmp_path / "net.py", 7), session, None)
    replies = [told.get(timeout=10) for _ in range(2)]
    assert [(reply.serial, reply.proof) for reply in replies] == [(7, None), (7, proof)]


def test_what_is_under_way_is_stopped_and_what_was_written_stays(session, monkeypatch, tmp_path):
    fake_reader(monkeypatch, tmp_path, "import time; time.sleep(60)")
    monkeypatch.setattr("playground.engine.exports.tflite.file.CHILD", "strange_reader")
    told: queue.SimpleQueue[Reply] = queue.SimpleQueue()
    exports = Exports(told.put)
    exports.do(Export(tmp_path / "net.py", 1), session, None)
    exports.do(Export(tmp_path / "net.tflite", 2), session, None)
    assert told.get(timeout=10).failure is None
    exports.do(StopExports(), session, None)
    last = {reply.serial: reply for reply in (told.get(timeout=20), told.get(timeout=20))}
    assert last[1].proof.fault == "stopped"
    assert last[2].failure.text == "stopped"
    assert [(tmp_path / name).exists() for name in ("net.py", "net.tflite")] == [True, False]
