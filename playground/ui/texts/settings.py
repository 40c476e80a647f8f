"""Titles and help of settings, and the words that they choose from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from playground.ui.texts import losses, running
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say

TITLES = {
    "loss": QT_TRANSLATE_NOOP("Text", "Loss"),
    "units": QT_TRANSLATE_NOOP("Text", "Units"),
    "activation": QT_TRANSLATE_NOOP("Text", "Activation"),
    "use_bias": QT_TRANSLATE_NOOP("Text", "Use bias"),
    "kernel_initializer": QT_TRANSLATE_NOOP("Text", "Kernel initializer"),
    "bias_initializer": QT_TRANSLATE_NOOP("Text", "Bias initializer"),
    "l1": QT_TRANSLATE_NOOP("Text", "L1"),
    "l2": QT_TRANSLATE_NOOP("Text", "L2"),
    "hold_zero": QT_TRANSLATE_NOOP("Text", "Hold at zero"),
    "trainable": QT_TRANSLATE_NOOP("Text", "Trainable"),
    "generator": QT_TRANSLATE_NOOP("Text", "Random numbers"),
    "seed_text": QT_TRANSLATE_NOOP("Text", "Seed of the link"),
    "boundary": QT_TRANSLATE_NOOP("Text", "Boundary"),
    "order": QT_TRANSLATE_NOOP("Text", "Order of rows"),
    "part_batches": QT_TRANSLATE_NOOP("Text", "Rows left over"),
    "show_test": QT_TRANSLATE_NOOP("Text", "Test points"),
    "discretize": QT_TRANSLATE_NOOP("Text", "Discretize"),
    "shown_target": QT_TRANSLATE_NOOP("Text", "Shown target"),
    "hidden": QT_TRANSLATE_NOOP("Text", "Hidden controls"),
    "slope": QT_TRANSLATE_NOOP("Text", "Slope"),
    "alpha": QT_TRANSLATE_NOOP("Text", "Alpha"),
    "rate": QT_TRANSLATE_NOOP("Text", "Rate"),
    "deviation": QT_TRANSLATE_NOOP("Text", "Deviation"),
    "mode": QT_TRANSLATE_NOOP("Text", "Direction"),
    "reach": QT_TRANSLATE_NOOP("Text", "Reach"),
    "turn": QT_TRANSLATE_NOOP("Text", "Turn"),
    "momentum": QT_TRANSLATE_NOOP("Text", "Momentum"),
    "epsilon": QT_TRANSLATE_NOOP("Text", "Epsilon"),
    "filters": QT_TRANSLATE_NOOP("Text", "Filters"),
    "kernel_size": QT_TRANSLATE_NOOP("Text", "Kernel size"),
    "strides": QT_TRANSLATE_NOOP("Text", "Strides"),
    "padding": QT_TRANSLATE_NOOP("Text", "Padding"),
    "pool_size": QT_TRANSLATE_NOOP("Text", "Pool size"),
    "input_dim": QT_TRANSLATE_NOOP("Text", "Input numbers"),
    "output_dim": QT_TRANSLATE_NOOP("Text", "Output values"),
    "return_sequences": QT_TRANSLATE_NOOP("Text", "Return sequences"),
    "formula": QT_TRANSLATE_NOOP("Text", "Formula"),
    "mean": QT_TRANSLATE_NOOP("Text", "Mean"),
    "variance": QT_TRANSLATE_NOOP("Text", "Variance"),
    "scale": QT_TRANSLATE_NOOP("Text", "Scale"),
    "offset": QT_TRANSLATE_NOOP("Text", "Offset"),
    "target": QT_TRANSLATE_NOOP("Text", "Target shape"),
    "name": QT_TRANSLATE_NOOP("Text", "Data"),
    "points": QT_TRANSLATE_NOOP("Text", "Points"),
    "noise": QT_TRANSLATE_NOOP("Text", "Noise"),
    "train_share": QT_TRANSLATE_NOOP("Text", "Train share"),
    "seed": QT_TRANSLATE_NOOP("Text", "Seed"),
    "features": QT_TRANSLATE_NOOP("Text", "Features"),
    "optimizer": QT_TRANSLATE_NOOP("Text", "Optimizer"),
    "learning_rate": QT_TRANSLATE_NOOP("Text", "Learning rate"),
    "batch_size": QT_TRANSLATE_NOOP("Text", "Batch"),
    "clipping": QT_TRANSLATE_NOOP("Text", "Gradient clipping"),
    "clip_at": QT_TRANSLATE_NOOP("Text", "Clip at"),
    "epochs": QT_TRANSLATE_NOOP("Text", "Epochs"),
    "metrics": QT_TRANSLATE_NOOP("Text", "Metrics"),
    "nesterov": QT_TRANSLATE_NOOP("Text", "Nesterov"),
    "beta_1": QT_TRANSLATE_NOOP("Text", "Beta 1"),
    "beta_2": QT_TRANSLATE_NOOP("Text", "Beta 2"),
    "amsgrad": QT_TRANSLATE_NOOP("Text", "AMSGrad"),
    "weight_decay": QT_TRANSLATE_NOOP("Text", "Weight decay"),
    "rho": QT_TRANSLATE_NOOP("Text", "Rho"),
    "centered": QT_TRANSLATE_NOOP("Text", "Centered"),
    "initial_accumulator_value": QT_TRANSLATE_NOOP("Text", "Initial accumulator"),
    **running.TITLES,
}

HELP = {
    "loss": QT_TRANSLATE_NOOP("Text", "What training makes small: how far the prediction is from the target."),
    "units": QT_TRANSLATE_NOOP("Text", "How many neurons the layer has, and so how many values leave it."),
    "activation": QT_TRANSLATE_NOOP("Text", "The function that each unit applies to its weighted sum."),
    "use_bias": QT_TRANSLATE_NOOP("Text", "Whether each unit adds a number of its own to its weighted sum."),
    "kernel_initializer": QT_TRANSLATE_NOOP("Text", "How the weights are drawn before training."),
    "bias_initializer": QT_TRANSLATE_NOOP("Text", "How the biases are drawn before training."),
    "l1": QT_TRANSLATE_NOOP("Text", "Penalty on the size of the weights; drives many of them to exactly 0."),
    "l2": QT_TRANSLATE_NOOP("Text", "Penalty on the squares of the weights; keeps all of them small."),
    "hold_zero": QT_TRANSLATE_NOOP(
        "Text", "With L1: a weight that the penalty pushes across 0 stays at 0, as in TensorFlow Playground."
    ),
    "generator": QT_TRANSLATE_NOOP(
        "Text", "Whose random numbers make the points: numpy's, or seedrandom's as in TensorFlow Playground."
    ),
    "seed_text": QT_TRANSLATE_NOOP("Text", "The start of seedrandom's numbers: the seed=… of a link."),
    "boundary": QT_TRANSLATE_NOOP(
        "Text", "The curve between the two classes, a formula of x: 3 * sin(x). x is x₁ and y is x₂; both are −6 to 6."
    ),
    "order": QT_TRANSLATE_NOOP(
        "Text", "Whether each epoch shuffles the rows anew, or takes them as they were made, as TensorFlow Playground."
    ),
    "part_batches": QT_TRANSLATE_NOOP(
        "Text",
        "What becomes of rows that fill no batch: a short batch, as in Keras, or a larger first batch of the next "
        "epoch, as in TensorFlow Playground.",
    ),
    "show_test": QT_TRANSLATE_NOOP("Text", "Whether the points kept for validation are shown."),
    "discretize": QT_TRANSLATE_NOOP("Text", "Whether the output is shown as one class or the other, with no shades."),
    "hidden": QT_TRANSLATE_NOOP("Text", "Controls that a lesson does without."),
    "trainable": QT_TRANSLATE_NOOP("Text", "Whether training changes the layer; off, its weights stay frozen."),
    "slope": QT_TRANSLATE_NOOP("Text", "How steep the function is where x is negative."),
    "alpha": QT_TRANSLATE_NOOP("Text", "How far below 0 the function levels off."),
    "rate": QT_TRANSLATE_NOOP("Text", "The share of values that is set to 0 in training."),
    "deviation": QT_TRANSLATE_NOOP("Text", "The standard deviation of the noise."),
    "mode": QT_TRANSLATE_NOOP("Text", "What is mirrored: left and right, top and bottom, or both."),
    "reach": QT_TRANSLATE_NOOP("Text", "How far a picture is shifted at most, as a share of its side."),
    "turn": QT_TRANSLATE_NOOP("Text", "How far a picture is turned at most, as a share of a full turn: 0.25 is 90°."),
    "momentum": QT_TRANSLATE_NOOP("Text", "How much of the past is kept at each step, from 0 to almost 1."),
    "epsilon": QT_TRANSLATE_NOOP("Text", "A small number that keeps a division from going wrong."),
    "filters": QT_TRANSLATE_NOOP("Text", "How many filters the layer has, and so how many maps leave it."),
    "kernel_size": QT_TRANSLATE_NOOP("Text", "How many pixels wide and high each filter is."),
    "strides": QT_TRANSLATE_NOOP("Text", "How many pixels a filter moves at a time."),
    "padding": QT_TRANSLATE_NOOP(
        "Text", "valid: filters stay inside the picture; same: zeros around it, so that they reach its edges."
    ),
    "pool_size": QT_TRANSLATE_NOOP("Text", "How many pixels wide and high each window is."),
    "input_dim": QT_TRANSLATE_NOOP(
        "Text", "How many whole numbers are known, from 0 on; others are taken as the nearest."
    ),
    "output_dim": QT_TRANSLATE_NOOP("Text", "How many learned values stand for each number."),
    "return_sequences": QT_TRANSLATE_NOOP(
        "Text", "Whether the state after every step leaves, as the next recurrent layer needs, or only the last."
    ),
    "formula": QT_TRANSLATE_NOOP(
        "Text",
        "y as a formula of x: numbers, + - * / **, pi, e, and abs, exp, log, sqrt, square, sin, cos, tan, tanh, "
        "sigmoid, relu, softplus, sign, step, minimum(a, b), maximum(a, b), clip(a, low, high), "
        "where(x > 0, a, b) with < <= > >= == or !=.",
    ),
    "mean": QT_TRANSLATE_NOOP("Text", "What is taken from each feature: a number for each, or one for all."),
    "variance": QT_TRANSLATE_NOOP(
        "Text", "Each feature is divided by the root of it: a number for each, or one for all."
    ),
    "scale": QT_TRANSLATE_NOOP("Text", "What every value is multiplied by."),
    "offset": QT_TRANSLATE_NOOP("Text", "What is added to every value."),
    "target": QT_TRANSLATE_NOOP("Text", "The new shape, such as 2, 1; it must hold as many values as come in."),
    "name": QT_TRANSLATE_NOOP("Text", "The data that the network learns from."),
    "points": QT_TRANSLATE_NOOP("Text", "How many points are made, for training and validation together."),
    "noise": QT_TRANSLATE_NOOP("Text", "How far points stray from their pattern."),
    "train_share": QT_TRANSLATE_NOOP("Text", "How much of the data is trained on; the rest is for validation."),
    "seed": QT_TRANSLATE_NOOP("Text", "The start of the random numbers: the same seed always gives the same run."),
    "features": QT_TRANSLATE_NOOP("Text", "What the network sees of each point."),
    "optimizer": QT_TRANSLATE_NOOP("Text", "How the weights follow their gradients."),
    "learning_rate": QT_TRANSLATE_NOOP("Text", "How large each step of training is."),
    "batch_size": QT_TRANSLATE_NOOP("Text", "How many points are looked at before each change of the weights."),
    "clipping": QT_TRANSLATE_NOOP("Text", "Whether large gradients are cut back, so that training stays stable."),
    "clip_at": QT_TRANSLATE_NOOP("Text", "The largest gradient that is let through."),
    "epochs": QT_TRANSLATE_NOOP("Text", "How long a run without a window lasts."),
    "metrics": QT_TRANSLATE_NOOP("Text", "How good the predictions are, measured after each epoch beside the loss."),
    "nesterov": QT_TRANSLATE_NOOP("Text", "Whether the gradient is taken where the momentum leads."),
    "beta_1": QT_TRANSLATE_NOOP("Text", "How slowly the mean of past gradients fades."),
    "beta_2": QT_TRANSLATE_NOOP("Text", "How slowly the mean of past squared gradients fades."),
    "amsgrad": QT_TRANSLATE_NOOP("Text", "Whether the largest of the past squared gradients is used."),
    "weight_decay": QT_TRANSLATE_NOOP("Text", "How much every weight shrinks at each step."),
    "rho": QT_TRANSLATE_NOOP("Text", "How slowly the mean of past squared gradients fades."),
    "centered": QT_TRANSLATE_NOOP("Text", "Whether gradients are scaled by their variance; slower, often steadier."),
    "initial_accumulator_value": QT_TRANSLATE_NOOP("Text", "Where the sum of squared gradients starts."),
    **running.HELP,
}

WORDS = {
    "linear": QT_TRANSLATE_NOOP("Text", "linear"),
    "step": QT_TRANSLATE_NOOP("Text", "step"),
    "sigmoid": QT_TRANSLATE_NOOP("Text", "sigmoid"),
    "tanh": QT_TRANSLATE_NOOP("Text", "tanh"),
    "relu": QT_TRANSLATE_NOOP("Text", "relu"),
    "leaky_relu": QT_TRANSLATE_NOOP("Text", "leaky relu"),
    "formula": QT_TRANSLATE_NOOP("Text", "formula"),
    "prelu": QT_TRANSLATE_NOOP("Text", "prelu"),
    "elu": QT_TRANSLATE_NOOP("Text", "elu"),
    "selu": QT_TRANSLATE_NOOP("Text", "selu"),
    "gelu": QT_TRANSLATE_NOOP("Text", "gelu"),
    "silu": QT_TRANSLATE_NOOP("Text", "silu"),
    "softplus": QT_TRANSLATE_NOOP("Text", "softplus"),
    "softmax": QT_TRANSLATE_NOOP("Text", "softmax"),
    "zeros": QT_TRANSLATE_NOOP("Text", "zeros"),
    "ones": QT_TRANSLATE_NOOP("Text", "ones"),
    "glorot_uniform": QT_TRANSLATE_NOOP("Text", "glorot uniform"),
    "glorot_normal": QT_TRANSLATE_NOOP("Text", "glorot normal"),
    "he_uniform": QT_TRANSLATE_NOOP("Text", "he uniform"),
    "he_normal": QT_TRANSLATE_NOOP("Text", "he normal"),
    "lecun_uniform": QT_TRANSLATE_NOOP("Text", "lecun uniform"),
    "lecun_normal": QT_TRANSLATE_NOOP("Text", "lecun normal"),
    "random_uniform": QT_TRANSLATE_NOOP("Text", "random uniform"),
    "random_normal": QT_TRANSLATE_NOOP("Text", "random normal"),
    "truncated_normal": QT_TRANSLATE_NOOP("Text", "truncated normal"),
    "orthogonal": QT_TRANSLATE_NOOP("Text", "orthogonal"),
    "playground_uniform": QT_TRANSLATE_NOOP("Text", "as TensorFlow Playground"),
    "playground_bias": QT_TRANSLATE_NOOP("Text", "0.1, as TensorFlow Playground"),
    "numpy": QT_TRANSLATE_NOOP("Text", "numpy"),
    "seedrandom": QT_TRANSLATE_NOOP("Text", "seedrandom"),
    "horizontal": QT_TRANSLATE_NOOP("Text", "left and right"),
    "vertical": QT_TRANSLATE_NOOP("Text", "top and bottom"),
    "horizontal_and_vertical": QT_TRANSLATE_NOOP("Text", "both"),
    "valid": QT_TRANSLATE_NOOP("Text", "valid"),
    "same": QT_TRANSLATE_NOOP("Text", "same"),
    "shuffled": QT_TRANSLATE_NOOP("Text", "shuffled"),
    "as_made": QT_TRANSLATE_NOOP("Text", "as made"),
    "short": QT_TRANSLATE_NOOP("Text", "short batch"),
    "carried": QT_TRANSLATE_NOOP("Text", "carried over"),
    "none": QT_TRANSLATE_NOOP("Text", "none"),
    "value": QT_TRANSLATE_NOOP("Text", "by value"),
    "norm": QT_TRANSLATE_NOOP("Text", "by norm"),
    "global_norm": QT_TRANSLATE_NOOP("Text", "by global norm"),
    **losses.WORDS,
    **running.WORDS,
}

OPTIMIZERS = {
    "SGD": QT_TRANSLATE_NOOP("Text", "Plain gradient descent: each step goes straight down the slope."),
    "Adam": QT_TRANSLATE_NOOP("Text", "Gives each weight a step of its own; learns fast with little tuning."),
    "AdamW": QT_TRANSLATE_NOOP("Text", "Adam that also shrinks the weights a little at each step."),
    "RMSprop": QT_TRANSLATE_NOOP("Text", "Divides each gradient by its recent size."),
    "Adagrad": QT_TRANSLATE_NOOP("Text", "Takes smaller steps for weights that have moved much."),
    "Adadelta": QT_TRANSLATE_NOOP("Text", "Adagrad with a memory that fades; wants a learning rate near 1."),
    "Nadam": QT_TRANSLATE_NOOP("Text", "Adam that looks ahead with Nesterov's momentum."),
    "Lion": QT_TRANSLATE_NOOP("Text", "Uses only the sign of the gradient; wants a small learning rate."),
}


def setting_title(name: str) -> str:
    """ "Kernel initializer" for "kernel_initializer"."""
    return said(TITLES, name)


def setting_help(name: str) -> str:
    """What the setting does, in a sentence."""
    return said(HELP, name)


def choice_title(word: str) -> str:
    """ "glorot uniform" for "glorot_uniform"."""
    return said(WORDS, word)


def optimizer_help(name: str) -> str:
    """What is special about an optimizer, by its class's name, which is its title too."""
    return said(OPTIMIZERS, name)


CHANGE = QT_TRANSLATE_NOOP("Text", "Change {setting}")


def _change_text(name: str) -> str:
    """ "Change units"; words of their own spelling keep it."""
    title = setting_title(name)
    first, *rest = title.split()
    if not first.isupper() and not any(letter.isupper() or letter.isdigit() for letter in first[1:]):
        first = first.lower()
    return say(CHANGE, setting=" ".join((first, *rest)))


def changing(name: str) -> Callable[[], str]:
    """Says "Change units" when it is called: how undo names the change of a setting."""
    return partial(_change_text, name)
