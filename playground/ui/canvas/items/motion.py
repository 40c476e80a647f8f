"""Motion that says something: a card that refuses shakes its head."""

from __future__ import annotations

from math import pi, sin
from typing import cast

from PySide6.QtCore import QObject, QVariantAnimation
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsItem

LASTS = 360
WIDTH = 6.0


class HeadShake(QVariantAnimation):
    """Two swings to each side, dying away. Its end leaves the item as it was."""

    def __init__(self, item: QGraphicsItem, parent: QObject) -> None:
        super().__init__(parent)
        self._item = item
        self.setDuration(LASTS)
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.valueChanged.connect(self._swing)
        self.finished.connect(self._rest)

    def _swing(self, share: object) -> None:
        passed = cast(float, share)
        away = WIDTH * sin(passed * 4 * pi) * (1 - passed)
        self._item.setTransform(QTransform.fromTranslate(away, 0))

    def _rest(self) -> None:
        self._item.setTransform(QTransform())
        self.deleteLater()
