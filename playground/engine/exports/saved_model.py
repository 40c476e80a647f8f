"""The network as TensorFlow's SavedModel, a folder."""

from __future__ import annotations

import errno
from pathlib import Path

from playground.engine.session import Session


def write(session: Session, path: Path) -> None:
    """TensorFlow reads it without Keras; its function is called `serve`."""
    session.keras_network().export(path, format="tf_saved_model", verbose=False)


def check(path: Path) -> None:
    """Refuse to replace a folder that holds anything else than a SavedModel. Raises FileExistsError."""
    if path.is_dir() and any(path.iterdir()) and not (path / "saved_model.pb").exists():
        raise FileExistsError(errno.EEXIST, "This folder holds other things than a SavedModel", str(path))
