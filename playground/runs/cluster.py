"""Runs on many machines, by a scheduler of Dask that exists: text goes out, lines of JSON come back.

What arrives here is never unpickled. Dask itself unpickles what its workers are sent: docs/CLUSTER.md.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from uuid import uuid4

from playground.document.words import Words, words
from playground.runs.away import train_away, versions
from playground.runs.reach import Reach
from playground.runs.rows import Progress, Row, row_of
from playground.runs.trials import Trial
from playground.runs.worker import asked_of

if TYPE_CHECKING:
    from distributed import Client
    from distributed import Future as Task

CONNECTING = 10
"""Seconds that a scheduler may take to answer."""
BETWEEN_LOOKS, BETWEEN_COUNTS = 0.1, 1.0
EACH = 2
"""Runs that the scheduler holds for each thread of a worker, so that none waits for its next. A worker that comes later
then finds some left."""


class ClusterError(RuntimeError):
    """Why nothing can be trained there, in words."""

    def __init__(self, what: Words) -> None:
        super().__init__(str(what))
        self.words = what


def check_address(address: str, insecure: bool = False) -> None:
    """Raises ClusterError for what is no address, and for one that anybody on the network may use, unless told."""
    try:
        parts = urlsplit(address)
        whole = parts.scheme in ("tcp", "tls") and parts.hostname and parts.port and not parts.path
    except ValueError:
        whole = False
    if not whole:
        raise ClusterError(words("expected tcp://HOST:PORT or tls://HOST:PORT, got {got}", got=address))
    if not insecure and needs_trust(address):
        raise ClusterError(
            words(
                "{address}: whoever reaches a tcp:// scheduler runs programs on all its machines; use tls://, "
                "as docs/CLUSTER.md tells, or say that the network is trusted (--insecure)",
                address=address,
            )
        )


def needs_trust(address: str) -> bool:
    """Whether anybody on a network may use it: tcp:// beyond this machine."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "tcp" and not _is_here(parts.hostname or "")


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class ClusterRunner:
    """The workers of a scheduler. One thread uses it; `events` may be left at any time, `cancel` gives up the rest."""

    def __init__(self, address: str, reach: Reach = Reach(), keeps: int = 0) -> None:  # noqa: B008
        """`keeps` is that of `HereRunner`. Raises ClusterError where there is no such cluster, or an unfit one."""
        check_reach(address, reach)
        self.address, self.keeps, self.workers = address, keeps, 0
        self._news: SimpleQueue[Progress | Task] = SimpleQueue()
        self._futures: dict[str, Task] = {}
        self._topic = f"playground-{uuid4().hex}"
        self._client = _connect(address, reach)
        try:
            self._client.subscribe_topic(self._topic, self._take_event)
            self.check_versions()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> ClusterRunner:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def size(self) -> int:
        """How many runs the workers that are there now train at once; `workers` is what it was last."""
        self.workers = sum(self._client.nthreads().values())
        return self.workers

    def check_versions(self) -> None:
        """Raises ClusterError where a worker has another Python, TensorFlow, Keras, numpy or Dask."""
        told = self._client.get_versions(packages=["keras", "tensorflow", "tensorflow-cpu"])
        for worker, found in told["workers"].items():
            if isinstance(found, dict):
                packages = found["packages"]
                there = {name: packages[name] or "-" for name in ("keras", "numpy", "distributed")}
                there["tensorflow"] = packages["tensorflow"] or packages["tensorflow-cpu"] or "-"
                there["python"] = ".".join(str(packages["python"]).split(".")[:3])
                _refuse_others(there, str(worker))

    def events(self, trials: Sequence[Trial], is_asked: Callable[[], bool] = lambda: False) -> Iterator[Progress | Row]:
        """Train them all; what happens, as it happens: a row for each trial, and epochs of those under way.

        Once `is_asked` is true what is under way is cancelled. Raises ClusterError where the scheduler is gone.
        """
        waiting, counted, most = list(reversed(trials)), 0.0, 1
        self._news = SimpleQueue()
        while waiting or self._futures:
            if is_asked():
                self.cancel()
                return
            if self._client.status == "running" and time.monotonic() - counted >= BETWEEN_COUNTS:
                counted, most = time.monotonic(), max(1, EACH * self.size)
            while waiting and len(self._futures) < most:
                self._submit(waiting.pop())
            try:
                news = self._news.get(timeout=BETWEEN_LOOKS)
            except Empty:
                self._refuse_gone()
                continue
            if isinstance(news, Progress):
                if news.key in self._futures:
                    yield news
            elif key := next((key for key, future in self._futures.items() if future is news), None):
                row = self._row(key, news)
                del self._futures[key]
                yield row

    def _submit(self, trial: Trial) -> None:
        asked = {**asked_of(trial, self.keeps), "topic": self._topic, "versions": versions()}
        text = json.dumps(asked)
        # Named anew each time: what somebody else has asked for is not waited for.
        future = self._client.submit(train_away, text, key=f"{trial.key}-{uuid4().hex}", pure=False, retries=0)
        self._futures[trial.key] = future
        future.add_done_callback(self._news.put)

    def _row(self, key: str, future: Task) -> Row:
        if future.status != "finished":
            self._refuse_gone(future.status == "cancelled")
            # Dask gives up a run after it has seen so many of its workers die.
            return Row(key, "lost", why="KilledWorker")
        told: Any = json.loads(future.result())
        if isinstance(told.get("versions"), dict):
            _refuse_others(told["versions"], self.address)
        row = row_of(told.get("row"))
        return row if row is not None and row.key == key else Row(key, "failed", why="no row came back")

    def _refuse_gone(self, is_gone: bool = False) -> None:
        if is_gone or self._client.status not in ("running", "connecting"):
            raise ClusterError(
                words(
                    "{address}: the scheduler is gone; rows so far are kept, and the next start goes on from them",
                    address=self.address,
                )
            )

    def _take_event(self, event: tuple[float, Any]) -> None:
        """On a thread of Dask. Whoever reaches the scheduler may write events, so they are looked at."""
        told = event[1]
        if isinstance(told, dict) and isinstance(told.get("key"), str) and isinstance(told.get("epoch"), int):
            curves = told.get("curves")
            self._news.put(Progress(told["key"], told["epoch"], curves if isinstance(curves, dict) else {}))

    def cancel(self) -> None:
        """Give up what is under way: a worker notices at its next report. Rows that came stay."""
        futures, self._futures = list(self._futures.values()), {}
        if futures and self._client.status == "running":
            self._client.cancel(futures, force=True)

    def close(self) -> None:
        """Leave the cluster as it was."""
        self.cancel()
        self._client.close(timeout=2)


def check_reach(address: str, reach: Reach) -> None:
    """Before anything is asked of the network. Raises ClusterError where it would come to nothing."""
    check_address(address, reach.trusted == address)
    if "distributed" not in sys.modules and find_spec("distributed") is None:
        raise ClusterError(words("a cluster needs Dask: pip install 'neuroplayground[cluster]'"))
    for path in reach.files.values():
        if not Path(path).is_file():
            raise ClusterError(words("{path}: there is no such file", path=path))


def _connect(address: str, reach: Reach) -> Client:
    try:
        from distributed import Client
        from distributed.security import Security
    except ImportError as error:
        raise ClusterError(words("a cluster needs Dask: pip install 'neuroplayground[cluster]'")) from error
    security = Security(**reach.files)
    if address.startswith("tls:") and not (security.tls_ca_file and security.tls_client_cert):
        raise ClusterError(
            words(
                "{address}: tls:// needs certificates, given or named in Dask's configuration: see docs/CLUSTER.md",
                address=address,
            )
        )
    try:
        return _in_time(
            lambda: Client(
                address,
                timeout=CONNECTING,
                security=security,
                set_as_default=False,
                # The name of a function goes out pickled; nothing that comes is unpickled.
                serializers=["msgpack", "pickle"],
                deserializers=["msgpack"],
            )
        )
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(
            words(
                "{address}: no scheduler answers there ({error}); `dask scheduler --host HOST --port PORT` starts one",
                address=address,
                error=str(error).splitlines()[0] if str(error) else type(error).__name__,
            )
        ) from error


def _in_time(make: Callable[[], Client]) -> Client:
    """What is made, where that takes no longer than it may: Dask itself waits for ever for one that says nothing."""
    made: Future[Client] = Future()

    def run() -> None:
        try:
            client = make()
        except Exception as error:
            if made.set_running_or_notify_cancel():
                made.set_exception(error)
            return
        if not made.set_running_or_notify_cancel():
            client.close(timeout=0)
            return
        made.set_result(client)

    Thread(target=run, name="connecting", daemon=True).start()
    try:
        return made.result(1.2 * CONNECTING)
    except TimeoutError:
        made.cancel()
        raise


def _refuse_others(there: dict[str, str], worker: str) -> None:
    here = versions()
    differing = [f"{name} {there[name]} ≠ {here[name]}" for name in here if there.get(name, here[name]) != here[name]]
    if differing:
        raise ClusterError(
            words(
                "{worker}: other versions than here, which may give other numbers: {differing}",
                worker=worker,
                differing=", ".join(differing),
            )
        )
