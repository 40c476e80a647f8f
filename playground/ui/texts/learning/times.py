"""How long ago something was, and how long it will take, as one says it."""

from __future__ import annotations

from playground.ui.texts.said import QT_TRANSLATE_NOOP, say

MINUTE, HOUR, DAY = 60, 3_600, 86_400
NOW = QT_TRANSLATE_NOOP("Text", "just now")
MINUTES = QT_TRANSLATE_NOOP("Text", "{count} min ago")
HOURS = QT_TRANSLATE_NOOP("Text", "{count} h ago")
YESTERDAY = QT_TRANSLATE_NOOP("Text", "yesterday")
DAYS = QT_TRANSLATE_NOOP("Text", "{count} days ago")
LEFT = QT_TRANSLATE_NOOP("Text", "about {minutes} min to go")
HOURS_LEFT = QT_TRANSLATE_NOOP("Text", "about {hours} h {minutes} min to go")


def ago_text(seconds: float) -> str:
    """As "12 min ago"."""
    if seconds < MINUTE:
        return say(NOW)
    if seconds < HOUR:
        return say(MINUTES, count=int(seconds // MINUTE))
    if seconds < DAY:
        return say(HOURS, count=int(seconds // HOUR))
    days = int(seconds // DAY)
    return say(YESTERDAY) if days == 1 else say(DAYS, count=days)


def left_text(minutes: int) -> str:
    """As "about 3 h 40 min to go"; "" for nothing."""
    if minutes <= 0:
        return ""
    hours, rest = divmod(minutes, 60)
    return say(HOURS_LEFT, hours=hours, minutes=rest) if hours else say(LEFT, minutes=minutes)
