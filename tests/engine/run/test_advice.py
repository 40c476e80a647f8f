"""What is found in real runs, and that the one thing offered mends each: trained on with it, and without it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playground.advice.adviser import Watch
from playground.advice.finding import Finding
from playground.document.document import Document
from playground.document.layers.dense import Dense
from playground.document.settings import Adam, DataSettings, TrainingSettings
from playground.engine.loops import Loops
from playground.engine.probes import sizes
from playground.engine.session import Session
from playground.frames.wanted import Wanted

ASKED = Wanted(surface_side=0, map_side=0, sizes=True)
SQUARED = DataSettings(features=("x1", "x2", "x1_squared", "x2_squared"))
CIRCLE = (Dense(4), Dense(2), Dense(1))
# What is found -> layers, data, training; epochs until then and afterwards; the fix and the validation loss it brings.
CASES = {
    "jumps": (CIRCLE, DataSettings(), TrainingSettings(learning_rate=1.0), 60, 200, "set_rate", 0.01),
    "thrown": (CIRCLE, DataSettings(), TrainingSettings(learning_rate=30.0), 12, 200, "set_rate", 0.01),
    "faded": ((Dense(8, "sigmoid"),) * 30 + (Dense(1),), DataSettings(), TrainingSettings(), 8, 60,
              "use_leaky_he", 0.05),
    "saturated": ((Dense(8, "relu"), Dense(1)), SQUARED, TrainingSettings(), 80, 100, "unbound_output", 0.05),
    "dead": ((Dense(16, "relu"), Dense(8, "relu"), Dense(1)), DataSettings(), TrainingSettings(Adam(), 0.3), 40, 100,
             "set_rate", 0.05),
    "still": ((Dense(1),) * 3, DataSettings(), replace(TrainingSettings(), seed=2), 720, 300, "grow", 0.05),
}  # fmt: skip


@pytest.fixture(autouse=True)
def always(monkeypatch) -> None:
    """Each look measures; else they would be apart by the clock."""
    monkeypatch.setattr(sizes, "INTERVAL", 0.0)
    monkeypatch.setattr(sizes, "REST", 0)


def watched(session: Session, document: Document, epochs: int, looks: int = 8) -> dict[str, Finding]:
    """What was found on the way, by kind."""
    watch, found, steps = Watch(), {}, session.plain.steps_per_epoch
    for look in range(1, looks + 1):
        session.train((epochs * look // looks - session.epoch) * steps)
        found |= {one.kind: one for one in watch.look(document, session.look(ASKED))}
    return found


def losses_after(session: Session, epochs: int) -> tuple[float, float]:
    session.train(epochs * session.plain.steps_per_epoch)
    row = session.look(Wanted(surface_side=0, map_side=0)).row
    return row["train_loss"], row["validation_loss"]


@pytest.mark.parametrize("kind", CASES)
def test_what_is_offered_mends_it(chain, kind) -> None:
    layers, data, training, until, further, code, wanted = CASES[kind]
    document = chain(*layers, data=data, training=training)
    session = Session(document, Loops())
    finding = watched(session, document, until)[kind]
    before = session.look(Wanted(surface_side=0, map_side=0)).row["validation_loss"]
    remedy = finding.remedy
    assert remedy.fix.code == code
    session.update(remedy.fix.apply(document))
    if remedy.anew:
        session.reset()
    _, mended = losses_after(session, further)
    assert mended < wanted < before / 5


def test_leaky_relu_brings_dead_neurons_back_which_do_not_come_by_themselves(chain) -> None:
    document = chain(Dense(8), Dense(8, "relu"), Dense(1), data=DataSettings(), training=TrainingSettings(seed=3))
    session = Session(document, Loops())
    for unit in range(6):
        session.set_weight("dense_2", 1, (unit,), -5.0)
    session.train(5)
    finding = watched(session, document, 60)["dead"]
    assert (finding.remedy.anew, dict(finding.values)) == (False, {"node": "dense_2", "dead": 6, "units": 8})
    session.update(finding.remedy.fix.apply(document))
    mended, _ = losses_after(session, 60)
    alone = Session(document, Loops())
    for unit in range(6):
        alone.set_weight("dense_2", 1, (unit,), -5.0)
    assert mended < 0.2 * losses_after(alone, 121)[0]
    assert session.look(ASKED).sizes["dense_2"].dead == 0


def test_going_back_to_the_best_epoch_ends_the_parting(chain) -> None:
    few = DataSettings("sine", points=40, noise=30)
    training = TrainingSettings(Adam(), 0.01)
    document = chain(Dense(24), Dense(24), Dense(1, "linear"), data=few, training=training)
    session = Session(document, Loops())
    finding = watched(session, document, 600)["parts"]
    assert finding.remedy.fix is None
    assert session.go_to_best() == dict(finding.values)["epoch"]
    row = session.look(Wanted(surface_side=0, map_side=0)).row
    assert row["validation_loss"] == pytest.approx(dict(finding.values)["best"], rel=1e-4)
