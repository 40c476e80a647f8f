"""Training with TensorFlow and Keras; no Qt, no threads of its own. Importing it loads TensorFlow."""

import ctypes
import importlib.util
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# One thread per XLA call: splitting work this small over two costs more than it saves.
os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["KERAS_BACKEND"] = "tensorflow"


@contextmanager
def _quiet() -> Iterator[None]:
    """No stderr below Python: TensorFlow's remarks on this machine's processor cannot be turned off otherwise."""
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _load_tensorflow() -> None:
    """Load the shared libraries by ctypes first, which lets the window live meanwhile; then import."""
    found = importlib.util.find_spec("tensorflow")
    folder = Path(found.origin).parent if found and found.origin else Path()
    for library in ("libtensorflow_framework.so.2", "libtensorflow_cc.so.2"):
        with suppress(OSError):
            # Where OpenGL came first, TensorFlow must not take OpenGL's LLVM for its own.
            ctypes.CDLL(str(folder / library), mode=ctypes.DEFAULT_MODE | getattr(os, "RTLD_DEEPBIND", 0))
    # TensorFlow would show its LLVM to every library that comes later; a 3D view's software OpenGL crashes on it.
    # Without this module it keeps its symbols to itself.
    sys.modules.setdefault("tensorflow.python.pywrap_dlopen_global_flags", None)  # type: ignore[arg-type]
    import tensorflow

    # Looking for a GPU is told on stderr too.
    tensorflow.config.list_physical_devices()
    # Its advice on tracing is for programmers.
    tensorflow.get_logger().setLevel("ERROR")


with _quiet():
    _load_tensorflow()
