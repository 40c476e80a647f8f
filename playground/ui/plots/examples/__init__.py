"""What views of single examples share: inputs as pictures, right answers beside predicted ones, bars of classes."""
