"""Numbers as a person reads them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playground.document.examples import example
from playground.frames.run import Event, Stop
from playground.ui.assets import asset
from playground.ui.canvas.items.weights import weight_text
from playground.ui.text import event_text, stop_text
from playground.ui.texts.link import link_summary
from playground.ui.texts.numbers import decimals_text, loss_text, number_text, share_text, size_text
from playground.ui.widgets.number_box import field_text, read_number

LESSON = example("circle", asset("examples"))
NAN, INFINITE = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0041, "0.0041"), (-0.31, "−0.31"), (1e-7, "1e−7"), (12.3456, "12.3"), (NAN, "–"), (INFINITE, "–"),
        (0.0, "0"), (123_456.0, "1.2e5"), (-1.5e9, "−1.5e9"), (1234.4, "1234"), (4.12e-5, "4.1e−5"),
    ],
)  # fmt: skip
def test_numbers_are_short(value: float, text: str) -> None:
    assert number_text(value) == text


@pytest.mark.parametrize(
    ("loss", "text"),
    [
        (0.0, "0.0000"), (0.0041, "0.0041"), (0.00096, "0.0010"), (1.5, "1.5000"), (12.3456, "12.346"),
        (123.456, "123.46"), (12_345.6, "12346"), (1e9, "1e9"), (-0.98, "−0.9800"), (NAN, "–"), (INFINITE, "–"),
        # Where four digits would be 0.0000 for every network, the best of them could not be told.
        (0.00041, "0.00041"), (4.1e-5, "4.1e−5"), (5.43e-6, "5.4e−6"),
    ],
)  # fmt: skip
def test_losses_keep_the_digits_that_matter(loss: float, text: str) -> None:
    assert loss_text(loss) == text


def test_shares_are_percents() -> None:
    assert [share_text(share) for share in (0.9961, 0.0, 1.0, NAN)] == ["99.6 %", "0.0 %", "100.0 %", "–"]


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (15_234, "15.2 kB"), (99_960, "100 kB"),
        (999_900, "1.0 MB"), (104_000_000, "104 MB"), (1_530_000_000, "1.5 GB"), (2_000_000_000_000, "2,000 GB"),
    ],
)  # fmt: skip
def test_sizes_have_the_unit_that_suits_them(size: int, text: str) -> None:
    assert size_text(size) == text


@pytest.mark.parametrize("value", [4.1e-5, -4.1e-5, 1e-7, 2.5e-12, 1.2e5, -3e9])
def test_one_number_is_written_one_way_wherever_it_is_written(value: float) -> None:
    rate = replace(LESSON.training, learning_rate=abs(value)) if 1e-6 <= abs(value) <= 10 else None
    if rate is not None:
        changed = replace(LESSON, training=rate)
        event = Event(3, "rate", (("before", 0.03), ("after", abs(value))))
        assert number_text(abs(value)) in event_text(event)
        assert number_text(abs(value)) in link_summary(changed)
    ways = {number_text(value), number_text(value, 6), loss_text(value), decimals_text(value), weight_text(value)}
    if value != int(value):
        # A whole number is typed as one.
        ways.add(field_text(value))
    assert len(ways) == 1
    assert stop_text(Stop("until_loss", 7, "train_loss", value)).endswith(f" {loss_text(value)}.")
    assert read_number(number_text(value)) == value
