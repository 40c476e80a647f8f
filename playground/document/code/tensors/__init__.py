"""A document as a script of tensors alone: variables, products, a tape of gradients."""
