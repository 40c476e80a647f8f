"""The log of this person's windows: where it is, and what Qt has to say in it."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QStandardPaths, QtMsgType, qInstallMessageHandler

from playground.logbook import LOG, keep_log, without_names
from playground.terminal import clean

LEVELS = {
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def logs_folder() -> Path:
    """Where the logs are kept."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "logs"


def keep_window_log() -> None:
    """From now on, what goes wrong in this process is written to the log, what Qt says included."""
    keep_log(logs_folder())
    qInstallMessageHandler(log_qt)


def log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """A message of Qt: its words to stderr as ever, and without what it quotes to the log."""
    if kind in LEVELS:
        LOG.log(LEVELS[kind], "Qt, %s: %s", context.category, without_names(message))
    if sys.stderr is not None:
        sys.stderr.write(clean(message, kept="\n") + "\n")
