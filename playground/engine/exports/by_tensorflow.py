"""What TensorFlow writes by itself: in a temporary folder, and with the system's errors in place of its own."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

import tensorflow as tf

ERRORS = {tf.errors.ResourceExhaustedError: errno.ENOSPC, tf.errors.PermissionDeniedError: errno.EACCES}


@contextmanager
def folder_for_tensorflow() -> Iterator[str]:
    """A folder as long as this is open. Raises OSError where TensorFlow cannot write there."""
    with TemporaryDirectory(prefix="playground-export-") as folder:
        try:
            yield folder
        except tf.errors.OpError as error:
            number = ERRORS.get(type(error), errno.EIO)
            raise OSError(number, os.strerror(number), folder) from error
