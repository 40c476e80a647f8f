"""How numbers are written that a person reads: losses, shares, and any others, with a real minus."""

from __future__ import annotations

from math import isfinite

from playground.document.metrics import METRICS

NOTHING = "–"


def number_text(value: float, digits: int = 3) -> str:
    """A number in at most about 8 characters."""
    if not isfinite(value):
        return NOTHING
    return _tidy(f"{value:.{digits}g}" if value == 0 or 1e-4 <= abs(value) < 1e6 else f"{value:.{digits - 1}e}")


def loss_text(loss: float) -> str:
    """Four digits after the point as long as they say something: 0.0041, 12.340, 4.1e−5."""
    if not isfinite(loss):
        return NOTHING
    size = abs(loss)
    if 0 < size < 0.00095 or size >= 100_000:
        return _tidy(f"{loss:.1e}")
    decimals = 4 if size < 10 else 3 if size < 100 else 2 if size < 1000 else 0
    return _tidy(f"{loss:.{decimals}f}")


def _tidy(text: str) -> str:
    """A real minus, and no more than needed of a power of ten: 1e−7 for 1.0e-07."""
    mantissa, mark, power = text.partition("e")
    if mark:
        text = f"{mantissa.rstrip('0').rstrip('.') if '.' in mantissa else mantissa}e{int(power)}"
    return text.replace("-", "−")


def share_text(share: float) -> str:
    """0.996 as 99.6 %."""
    return f"{100 * share:.1f} %" if isfinite(share) else NOTHING


def metric_text(name: str, value: float) -> str:
    """A metric's value: a share in percent, any other as a loss is written."""
    return share_text(value) if METRICS[name].share else loss_text(value)
