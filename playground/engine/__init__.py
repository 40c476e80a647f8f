"""Training with TensorFlow and Keras; no Qt, no threads of its own."""

import ctypes
import importlib.util
import os
from pathlib import Path

# One thread per XLA call: splitting work this small over two costs more than it saves.
os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["KERAS_BACKEND"] = "tensorflow"


def load_libraries() -> None:
    """Load TensorFlow's shared libraries by ctypes, which lets other threads run meanwhile; then import it."""
    found = importlib.util.find_spec("tensorflow")
    folder = Path(found.origin).parent if found and found.origin else Path()
    for library in ("libtensorflow_framework.so.2", "libtensorflow_cc.so.2"):
        if (folder / library).exists():
            ctypes.CDLL(str(folder / library))
    import tensorflow  # noqa: F401
