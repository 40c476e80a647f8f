"""The weights alone, for a network that is built the same way."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from keras.src.saving.saving_lib import save_model

from playground.engine.session import Session

INSIDE = "model.weights.h5"


def content(session: Session) -> bytes:
    """As HDF5, which `load_weights` reads: the same as `save_weights` writes, and what a .keras file holds.

    Made in memory, as HDF5 breaks the process on a full disk.
    """
    kept = BytesIO()
    save_model(session.keras_network(), kept)
    with ZipFile(kept) as archive:
        return archive.read(INSIDE)
