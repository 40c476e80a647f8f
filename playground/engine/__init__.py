"""Training with TensorFlow and Keras; no Qt, no threads of its own. Importing it loads TensorFlow."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# One thread per XLA call: splitting work this small over two costs more than it saves. And a loop of any size may
# become one native function; which does not, see one_function.py.
FLAGS = (
    "--xla_cpu_multi_thread_eigen=false"
    " --xla_backend_extra_options=xla_cpu_small_while_loop_byte_threshold=100000000000"
)
# What somebody set before stays, and goes before ours where both say something of the same.
if FLAGS not in (flags := os.environ.get("XLA_FLAGS", "")):
    os.environ["XLA_FLAGS"] = f"{FLAGS} {flags}".strip()
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


# Keras takes these along where they are, a quarter of what loading costs: for pictures, wrappers and frames of theirs.
UNUSED = ("IPython", "matplotlib", "pandas", "sklearn")


@contextmanager
def _swiftly() -> Iterator[None]:
    """Nothing of what loads is garbage, and what Keras could do with others' packages is asked for by nobody."""
    collects, hidden = gc.isenabled(), [name for name in UNUSED if name not in sys.modules]
    gc.disable()
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]
        if collects:
            gc.enable()


with _quiet(), _swiftly():
    import tensorflow

    # Looking for a GPU is told on stderr too.
    tensorflow.config.list_physical_devices()
    import keras  # noqa: F401

# Its advice on tracing is for programmers.
tensorflow.get_logger().setLevel("ERROR")
