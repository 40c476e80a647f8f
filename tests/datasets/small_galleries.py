"""Small galleries in the forms of the great ones, and a server on loopback that has them, or misbehaves."""

from __future__ import annotations

import gzip
import hashlib
import io
import pickle
import struct
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import numpy as np

from playground.datasets.galleries.gallery import GALLERIES, Edition, Gallery

TRAIN, TEST = 100, 20


def pictures_of(gallery: Gallery) -> tuple[np.ndarray, np.ndarray]:
    """(n, side, side) or (n, side, side, 3), and labels, the pictures to train first."""
    random = np.random.default_rng(3)
    shape = (gallery.pictures, gallery.side, gallery.side, *((3,) if gallery.colour else ()))
    return random.integers(0, 256, shape, np.uint8), (np.arange(gallery.pictures) * 7 % 10).astype(np.uint8)


def small(name: str, form: str = "") -> tuple[Gallery, dict[str, bytes]]:
    """A gallery of few pictures, and its files by the last part of their paths."""
    gallery = replace(GALLERIES[name], train=TRAIN, test=TEST)
    edition = next(each for each in gallery.editions if each.form == form or not form)
    x, y = pictures_of(gallery)
    contents = {"npz": npz, "idx": idx, "binary": binary, "pickled": pickled}[edition.form](x, y)
    parts = tuple(
        replace(part, size=len(content), sha256=hashlib.sha256(content).hexdigest())
        for part, content in zip(edition.parts, contents, strict=True)
    )
    names = (part.paths[0].rpartition("/")[2] for part in parts)
    made = replace(gallery, editions=(replace(edition, parts=parts),))
    return made, dict(zip(names, contents, strict=True))


def npz(x: np.ndarray, y: np.ndarray) -> list[bytes]:
    file = io.BytesIO()
    np.savez_compressed(file, x_train=x[:TRAIN], y_train=y[:TRAIN], x_test=x[TRAIN:], y_test=y[TRAIN:])
    return [file.getvalue()]


def idx(x: np.ndarray, y: np.ndarray) -> list[bytes]:
    return [
        gzip.compress(struct.pack(f">{len(head)}I", *head) + values.tobytes())
        for part in (slice(None, TRAIN), slice(TRAIN, None))
        for head, values in (((0x803, len(x[part]), 28, 28), x[part]), ((0x801, len(y[part])), y[part]))
    ]


def batches(x: np.ndarray, y: np.ndarray) -> Iterator[tuple[str, np.ndarray, np.ndarray]]:
    names = [*(f"data_batch_{n}" for n in range(1, TRAIN // TEST + 1)), "test_batch"]
    for at, name in enumerate(names):
        yield name, x[at * TEST :][:TEST].transpose(0, 3, 1, 2).reshape(TEST, -1), y[at * TEST :][:TEST]


def tar(folder: str, files: dict[str, bytes]) -> list[bytes]:
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w:gz") as archive:
        for name, content in {"readme.html": b"x", **files}.items():
            member = tarfile.TarInfo(f"{folder}/{name}")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return [whole.getvalue()]


def binary(x: np.ndarray, y: np.ndarray) -> list[bytes]:
    rows = {f"{name}.bin": np.column_stack((labels, planes)).tobytes() for name, planes, labels in batches(x, y)}
    return tar("cifar-10-batches-bin", rows)


def text(content: bytes) -> bytes:
    """A text as Python 2 has pickled it."""
    return (b"U" + bytes([len(content)]) if len(content) < 256 else b"T" + struct.pack("<i", len(content))) + content


def pickled(x: np.ndarray, y: np.ndarray, trap: bytes = b"") -> list[bytes]:
    """As Python 2 wrote it: a dict of texts and a list of small numbers; `trap` are opcodes in front."""
    files = {}
    for name, planes, labels in batches(x, y):
        numbers = b"]q\x01(" + b"".join(b"K" + bytes([label]) for label in labels) + b"e"
        pairs = text(b"data") + text(planes.tobytes()) + text(b"labels") + numbers + text(b"batch_label") + text(b"one")
        files[name] = b"\x80\x02" + trap + b"}q\x00(" + pairs + b"u."
        if not trap:
            assert pickle.loads(files[name], encoding="bytes")[b"labels"] == labels.tolist()
    return tar("cifar-10-batches-py", files)


class Server(ThreadingHTTPServer):
    """`how` it answers: well, whole (no ranges), cut, slow, longer, other, missing or away. `asked` are its answers'
    first bytes."""

    daemon_threads = True

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files, self.how, self.asked, self.go_on = files, "well", [], Event()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Those who stop listening are no fault."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        how, content = self.server.how, self.server.files.get(self.path[1:])
        if content is None or how == "missing":
            self.send_error(404)
            return
        if how == "away":
            self.send_response(302)
            self.send_header("Location", "ftp://127.0.0.1/" + self.path[1:])
            self.end_headers()
            return
        asked = self.headers.get("Range")
        start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked and how != "whole" else 0
        self.server.asked.append(start)
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        sent = {"other": bytes(len(content)), "longer": content + b"more"}.get(how, content)[start:]
        if how != "longer":
            self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        if how in ("cut", "slow"):
            self.wfile.write(sent[: len(sent) // 2])
            self.wfile.flush()
            if how == "slow":
                self.server.go_on.wait(20)
            return
        self.wfile.write(sent)


@contextmanager
def served(gallery: Gallery, files: dict[str, bytes]) -> Iterator[tuple[Server, Gallery]]:
    """A server that has these files, and the gallery with its address."""
    server = Server(files)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        edition: Edition = replace(gallery.editions[0], base=server.base)
        yield server, replace(gallery, editions=(edition,))
    finally:
        server.go_on.set()
        server.shutdown()
        server.server_close()
        thread.join(5)


def put(folder: Path, gallery: Gallery, files: dict[str, bytes], path: int = 0) -> None:
    """A copy of the gallery, under one of the names that it may have."""
    for part in gallery.editions[0].parts:
        place = folder / part.paths[path]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(files[part.paths[0].rpartition("/")[2]])
