"""Two fingers zoom: on a touchpad, which tells of it natively, and on a screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture

from playground.ui.canvas.stage.zoom_view import LARGEST, SMALLEST
from playground.ui.canvas.view import CanvasView

AT = QPoint(300, 200)


def native(view: CanvasView, kind: Qt.NativeGestureType, value: float = 0.0) -> None:
    at, whole = QPointF(AT), QPointF(view.viewport().mapToGlobal(AT))
    device = QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(kind, device, 2, at, at, whole, value, QPointF())
    QApplication.sendEvent(view.viewport(), event)


def on_screen(view: CanvasView, factor: float) -> None:
    pinch = QPinchGesture()
    pinch.setScaleFactor(factor)
    pinch.setChangeFlags(QPinchGesture.ChangeFlag.ScaleFactorChanged)
    pinch.setCenterPoint(QPointF(view.viewport().mapToGlobal(AT)))
    QApplication.sendEvent(view.viewport(), QGestureEvent([pinch]))


def by_touchpad(view: CanvasView, factor: float) -> None:
    native(view, Qt.NativeGestureType.BeginNativeGesture)
    native(view, Qt.NativeGestureType.ZoomNativeGesture, factor - 1)
    native(view, Qt.NativeGestureType.EndNativeGesture)


@pytest.mark.parametrize("pinch", [by_touchpad, on_screen])
@pytest.mark.parametrize("factor", [1.3, 0.8])
def test_a_pinch_zooms_around_the_fingers(view, pinch, factor):
    held, before = view.mapToScene(AT), view.zoom
    pinch(view, factor)
    assert view.zoom == pytest.approx(before * factor)
    after = view.mapToScene(AT)
    assert (after - held).manhattanLength() < 2


@pytest.mark.parametrize("pinch", [by_touchpad, on_screen])
def test_a_pinch_ends_at_the_limits_of_zooming(view, pinch):
    for _ in range(40):
        pinch(view, 1.4)
    assert view.zoom == LARGEST
    for _ in range(60):
        pinch(view, 0.7)
    assert view.zoom == SMALLEST


def test_a_pinch_that_is_told_of_twice_counts_once(view):
    before = view.zoom
    native(view, Qt.NativeGestureType.ZoomNativeGesture, 0.2)
    on_screen(view, 1.2)
    assert view.zoom == pytest.approx(1.2 * before)
    native(view, Qt.NativeGestureType.EndNativeGesture)
    on_screen(view, 1.2)
    assert view.zoom == pytest.approx(1.44 * before)


def test_a_turn_of_two_fingers_is_no_zoom(view):
    before = view.zoom
    native(view, Qt.NativeGestureType.RotateNativeGesture, 30.0)
    assert view.zoom == before


def test_a_second_finger_gives_up_what_the_first_began(view, hand, editor):
    before = editor.document
    hand.press(view.canvas.nodes["loose"])
    hand.move(QPointF(600, 360))
    assert editor.shown is not before
    on_screen(view, 1.2)
    assert view.gesture is None
    hand.release()
    assert editor.shown is before
