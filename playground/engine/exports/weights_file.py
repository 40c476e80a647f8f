"""The weights alone, for a network that is built the same way."""

from __future__ import annotations

from pathlib import Path

from playground.engine.session import Session


def write(session: Session, path: Path) -> None:
    """As HDF5, which `load_weights` reads."""
    session.keras_network().save_weights(path)
