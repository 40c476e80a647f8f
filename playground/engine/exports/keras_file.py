"""The network as a .keras file: its layers, weights, and optimizer."""

from __future__ import annotations

from pathlib import Path

from playground.engine.session import Session


def write(session: Session, path: Path) -> None:
    """Keras reads it back as it is, and goes on training where it stopped."""
    session.keras_network().save(path)
