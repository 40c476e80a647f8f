"""How numbers are written that a person reads: losses, shares, and any others, with a real minus.

What is smaller than PLAIN_FROM, or from POWER_FROM on, is a power of ten everywhere, and alike: 4.1e−5.
"""

from __future__ import annotations

from math import isfinite

from playground.document.metrics import METRICS
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say

NOTHING = "–"
PLAIN_FROM, POWER_FROM = 1e-4, 1e5
# The first whose end a count of bytes does not reach; each is a thousand of the one before.
SIZES = (
    (1e3, QT_TRANSLATE_NOOP("Text", "{count} bytes")),
    (1e6, QT_TRANSLATE_NOOP("Text", "{count} kB")),
    (1e9, QT_TRANSLATE_NOOP("Text", "{count} MB")),
    (1e12, QT_TRANSLATE_NOOP("Text", "{count} GB")),
)


def number_text(value: float, digits: int = 3) -> str:
    """A number in at most about 8 characters, of so many digits where they say something."""
    if not isfinite(value):
        return NOTHING
    if is_power(value):
        return power_text(value)
    return with_minus(f"{value:.0f}" if abs(value) >= 10**digits else f"{value:.{digits}g}")


def decimals_text(value: float, digits: int = 2) -> str:
    """So many digits after the point: "−0.05"; what would round to nothing keeps its size: 0.0021, 4.1e−5."""
    if not isfinite(value):
        return NOTHING
    if value and (is_power(value) or abs(value) < 0.5 * 10**-digits):
        return number_text(value, 2)
    return with_minus(f"{value:,.{digits}f}")


def is_power(value: float) -> bool:
    """Whether the number is written as a power of ten."""
    return 0 < abs(value) < PLAIN_FROM or abs(value) >= POWER_FROM


def power_text(value: float, digits: int = 2) -> str:
    """4.1e−5, of at most so many digits, and no more than needed: 1e−7 for 1.0e-07."""
    mantissa, _, power = f"{value:.{digits - 1}e}".partition("e")
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    return with_minus(f"{mantissa}e{int(power)}")


def loss_text(loss: float) -> str:
    """Four digits after the point as long as they say something: 0.0041, 12.340, 0.00041, 4.1e−5."""
    if not isfinite(loss):
        return NOTHING
    if is_power(loss):
        return power_text(loss)
    size = abs(loss)
    decimals = 5 if 0 < size < 0.00095 else 4 if size < 10 else 3 if size < 100 else 2 if size < 1000 else 0
    return with_minus(f"{loss:.{decimals}f}")


def with_minus(text: str) -> str:
    """With a real minus."""
    return text.replace("-", "−")


def with_unit(text: str, unit: str) -> str:
    """ "5.84 cm"; the number alone where there is no unit."""
    return f"{text}\u00a0{unit}" if unit else text


def amount_text(value: float, unit: str = "") -> str:
    """An amount in a unit, of four digits or, from 10,000 on, of all before the point: "801.3 g", "12,345,678"."""
    long = 1e4 <= abs(value) < 1e9
    return with_unit(with_minus(f"{value:,.0f}") if long else number_text(value, 4), unit)


def share_text(share: float) -> str:
    """0.996 as 99.6 %."""
    return f"{100 * share:.1f} %" if isfinite(share) else NOTHING


def metric_text(name: str, value: float) -> str:
    """A metric's value: a share in percent, any other as a loss is written."""
    return share_text(value) if METRICS[name].share else loss_text(value)


def size_text(size: int) -> str:
    """ "812 bytes", "2.6 kB", "104 MB", "1.5 GB"."""
    step, sentence = next((each for each in SIZES if size < 0.9995 * each[0]), SIZES[-1])
    count = 1e3 * size / step
    return say(sentence, count=f"{count:,.1f}" if step > 1e3 and count < 99.95 else f"{count:,.0f}")
