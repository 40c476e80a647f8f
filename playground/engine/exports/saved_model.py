"""The network as TensorFlow's SavedModel, a folder."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import tensorflow as tf

from playground.engine.session import Session

ERRORS = {tf.errors.ResourceExhaustedError: errno.ENOSPC, tf.errors.PermissionDeniedError: errno.EACCES}


def content(session: Session) -> dict[str, bytes]:
    """Each file of the folder, which TensorFlow reads without Keras; its function is called `serve`.

    TensorFlow itself writes it, to a temporary folder. Raises OSError where that has no room.
    """
    with TemporaryDirectory(prefix="saved-model-") as folder:
        try:
            session.keras_network().export(folder, format="tf_saved_model", verbose=False)
        except tf.errors.OpError as error:
            number = ERRORS.get(type(error), errno.EIO)
            raise OSError(number, os.strerror(number), folder) from error
        files = (file for file in Path(folder).rglob("*") if file.is_file())
        return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def check(path: Path) -> None:
    """Refuse to replace a folder that holds anything else than a SavedModel. Raises FileExistsError."""
    if path.is_dir() and any(path.iterdir()) and not (path / "saved_model.pb").exists():
        raise FileExistsError(errno.EEXIST, "This folder holds other things than a SavedModel", str(path))
