"""How memory grows with edits, with many networks, and with the same networks again and again."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, replace

from playground.bench.cases import chain
from playground.document.document import Document
from playground.document.settings import Adam, DataSettings, TrainingSettings


@dataclass(frozen=True, slots=True)
class Growth:
    """MiB by which the process grew, and how much it may."""

    case: str
    count: int
    grown_mib: float
    limit_mib: float


def resident_mib() -> float:
    """Memory in use by this process, in MiB (Linux)."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * 4096 / 2**20


def measure(scale: float = 1.0) -> list[Growth]:
    """The three cases; `scale` below 1 does fewer of each."""
    from playground.engine.loops import Loops
    from playground.engine.session import Session

    session = Session(_network(0), Loops())
    _train(session, _network(0))

    def edit(number: int) -> None:
        session.update(_network(1_000 + number))
        session.warm_up()
        _clean()

    def different(number: int) -> None:
        _train(session, _network(number))

    def same(number: int) -> None:
        _train(session, _network(number % 10))

    cases: tuple[tuple[str, Callable[[int], None], int, int, float], ...] = (
        ("edits without training", edit, 20, 1_000, 50),
        ("different networks, trained", different, 1, 200, 600),
        ("the same ten networks in turn", same, 10, 1_000, 100),
    )
    return [_grown(name, work, before, int(count * scale), limit) for name, work, before, count, limit in cases]


def _grown(case: str, work: Callable[[int], None], before: int, count: int, limit: float) -> Growth:
    for number in range(before):
        work(number)
    gc.collect()
    start = resident_mib()
    for number in range(before, before + count):
        work(number)
    gc.collect()
    return Growth(case, count, resident_mib() - start, limit)


def _network(number: int) -> Document:
    """Networks that differ in structure for each number."""
    units = (2 + number % 17, 2 + number // 17 % 19, 1 + number // 323)
    training = replace(TrainingSettings(optimizer=Adam()), seed=number)
    return chain((*units, 1), DataSettings("circle", points=100), training)


def _train(session, document: Document) -> None:
    """As the trainer does it when Play is pressed: the plain graph, then its XLA twin."""
    session.update(document)
    session.warm_up()
    session.train(10)
    work = session.twin_to_compile()
    if work is not None:
        work()
    session.train(50)
    _clean()


def _clean() -> None:
    from playground.engine.build import forget_networks

    forget_networks()
    gc.collect()
