"""Errors in what Qt calls: those in painting stay inside, where what fails paints nothing; the others leave whole."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QIconEngine
from PySide6.QtWidgets import QAbstractItemDelegate, QGraphicsItem, QWidget

from playground.logbook import let_go

CALLED: tuple[type, ...] = (QObject, QGraphicsItem, QIconEngine)
PAINTED: tuple[type, ...] = (QWidget, QGraphicsItem, QAbstractItemDelegate, QIconEngine)
GUARDED = "is_guarded"
PAINTS = ("paintEvent", "paint", "paintGL", "drawBackground", "drawForeground")


def keep_errors_inside() -> None:
    """In every class that Qt calls, whether it is there already or comes later, ours or pyqtgraph's.

    An error that reaches Qt is kept by PySide until the call is over from which Qt was entered, and with it a painter
    at work on a device that may be gone by then: Qt warns, paints nothing more, and the process may end. So errors in
    painting do not reach it. Of the others PySide reads the words; up to Python 3.11 one that C has raised, as for an
    index, has none before it has passed a handler, and PySide ends the process: each passes one.
    """
    told: set[tuple[str, int]] = set()

    def keep(cls: type) -> None:
        qts = [base for base in cls.__mro__ if base.__module__.startswith("PySide6.")]
        for name, method in list(vars(cls).items()):
            if isinstance(method, FunctionType) and not hasattr(method, GUARDED):
                if name in PAINTS and issubclass(cls, PAINTED):
                    setattr(cls, name, _kept(method, told))
                elif not name.startswith("__") and any(name in vars(base) for base in qts):
                    setattr(cls, name, _whole(method))

    for base in CALLED:
        for cls in _below(base):
            keep(cls)
        base.__init_subclass__ = classmethod(lambda cls, **_: keep(cls))  # type: ignore[method-assign, assignment]


def _below(cls: type) -> set[type]:
    found: set[type] = set(cls.__subclasses__())
    return found.union(*map(_below, found))


def _kept(method: Callable[..., Any], told: set[tuple[str, int]]) -> Callable[..., Any]:
    @wraps(method)
    def painted(*given: Any) -> Any:
        try:
            return method(*given)
        except Exception as error:
            place = _place(error)
            if place not in told:
                told.add(place)
                sys.excepthook(type(error), error, error.__traceback__)
            # Its painter ends with the functions that it came through.
            let_go(error)
            return None

    setattr(painted, GUARDED, True)
    return painted


def _whole(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def called(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except BaseException:
            raise

    setattr(called, GUARDED, True)
    return called


def _place(error: Exception) -> tuple[str, int]:
    """Where in the code it began."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace is not None else ("", 0)
