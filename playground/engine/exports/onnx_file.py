"""The network as ONNX, where the packages for it are installed."""

from __future__ import annotations

import errno
from pathlib import Path

from playground.engine.session import Session
from playground.frames.formats import FORMATS

MISSING = "ONNX files need two more packages: pip install neuroplayground[export]"


def content(session: Session) -> bytes:
    """As other frameworks read it; see `onnx_content.py`."""
    from playground.engine.exports.onnx_content import onnx_content

    return onnx_content(session.document, session.spec.inputs, session.weights_by_node())


def check(path: Path) -> None:
    """Raise OSError where onnx or onnxruntime is missing: what is not checked is not written."""
    if FORMATS["onnx"].missing:
        raise OSError(errno.ENOPKG, MISSING, str(path))
