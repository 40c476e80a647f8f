"""Numbers as a person reads them."""

from __future__ import annotations

import pytest

from playground.ui.widgets.numbers import loss_text, number_text, share_text

NAN, INFINITE = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0041, "0.0041"), (-0.31, "−0.31"), (1e-7, "1e−7"), (12.3456, "12.3"), (NAN, "–"), (INFINITE, "–"),
        (0.0, "0"), (123_456.0, "1.23e5"), (-1.5e9, "−1.5e9"),
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
        (0.00041, "4.1e−4"), (5.43e-6, "5.4e−6"),
    ],
)  # fmt: skip
def test_losses_keep_the_digits_that_matter(loss: float, text: str) -> None:
    assert loss_text(loss) == text


def test_shares_are_percents() -> None:
    assert [share_text(share) for share in (0.9961, 0.0, 1.0, NAN)] == ["99.6 %", "0.0 %", "100.0 %", "–"]
