"""The network as a legacy .h5 file, for tools that ask for one; a table's columns go in as they are."""

from __future__ import annotations

import json

import h5py
from keras.src.legacy.saving.legacy_h5_format import save_model_to_hdf5

from playground.engine.exports.front import facts_of_columns, network_of_columns
from playground.engine.exports.keras_file import for_older
from playground.engine.session import Session


def content(session: Session) -> bytes:
    """Made in memory, as HDF5 breaks the process on a full disk.

    Keras reads it back with its optimizer, which today's `fit` cannot use: it has to be compiled anew.
    """
    network = network_of_columns(session)
    with h5py.File("network.h5", "w", driver="core", backing_store=False) as file:
        save_model_to_hdf5(network, file)
        # Keras writes operations, such as those of a formula, without their module, and then does not find them.
        config = {"class_name": "Functional", "config": for_older(network.get_config())}
        file.attrs["model_config"] = json.dumps(config).encode()
        for name, value in facts_of_columns(session.document).items():
            file.attrs[name] = json.dumps(value)
        file.flush()
        image: bytes = file.id.get_file_image()
    return image
