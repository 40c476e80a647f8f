"""What Keras 2.3 to 3.15 writes: an archive, an HDF5 file, or JSON."""
