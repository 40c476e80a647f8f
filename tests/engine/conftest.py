"""What tests of the engine share: its flags are set before TensorFlow loads."""

import playground.engine  # noqa: F401
