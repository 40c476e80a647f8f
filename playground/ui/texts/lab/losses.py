"""The losses lab in words: losses, what they compare, rows of numbers, examples."""

from __future__ import annotations

from playground.lab.losses import Example, LossQuestion
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say

TITLES = {
    "mean_squared_error": QT_TRANSLATE_NOOP("Text", "Mean squared error"),
    "mean_absolute_error": QT_TRANSLATE_NOOP("Text", "Mean absolute error"),
    "huber": QT_TRANSLATE_NOOP("Text", "Huber loss"),
    "binary_crossentropy": QT_TRANSLATE_NOOP("Text", "Binary cross-entropy"),
    "categorical_crossentropy": QT_TRANSLATE_NOOP("Text", "Cross-entropy"),
    "sparse_categorical_crossentropy": QT_TRANSLATE_NOOP("Text", "Sparse cross-entropy"),
    "kl_divergence": QT_TRANSLATE_NOOP("Text", "KL divergence"),
    "hinge": QT_TRANSLATE_NOOP("Text", "Hinge"),
    "squared_hinge": QT_TRANSLATE_NOOP("Text", "Squared hinge"),
    "categorical_hinge": QT_TRANSLATE_NOOP("Text", "Categorical hinge"),
}
DOES = {
    "mean_squared_error": QT_TRANSLATE_NOOP(
        "Text",
        "The mean of the squares of all errors: a large error counts most.",
    ),
    "mean_absolute_error": QT_TRANSLATE_NOOP("Text", "The mean size of the errors: each counts as far as it is off."),
    "huber": QT_TRANSLATE_NOOP(
        "Text",
        "Half a square near the target, a straight line beyond 1: a wild point pulls less.",
    ),
    "binary_crossentropy": QT_TRANSLATE_NOOP("Text", "Yes or no, each by itself: the surprise when the truth comes."),
    "categorical_crossentropy": QT_TRANSLATE_NOOP(
        "Text",
        "How much the prediction q is surprised, on average, when the truth comes as often as p says.",
    ),
    "sparse_categorical_crossentropy": QT_TRANSLATE_NOOP(
        "Text",
        "Cross-entropy whose target is the number of the class.",
    ),
    "kl_divergence": QT_TRANSLATE_NOOP(
        "Text",
        "What the prediction q is surprised beyond what p itself would be: 0 when both are equal.",
    ),
    "hinge": QT_TRANSLATE_NOOP("Text", "What is short of 1 on the right side; beyond it nothing costs."),
    "squared_hinge": QT_TRANSLATE_NOOP("Text", "The square of what is short of 1 on the right side."),
    "categorical_hinge": QT_TRANSLATE_NOOP(
        "Text",
        "What the right class is short of being 1 above the best wrong one.",
    ),
}  # fmt: skip
EXAMPLES = {
    "course": QT_TRANSLATE_NOOP("Text", "Two samples of four values"),
    "wild": QT_TRANSLATE_NOOP("Text", "One value far off"),
    "two": QT_TRANSLATE_NOOP("Text", "0.5 and 3 against 0 and 1"),
    "spread": QT_TRANSLATE_NOOP("Text", "p and q of three classes"),
    "equal": QT_TRANSLATE_NOOP("Text", "q equal to p"),
    "uniform": QT_TRANSLATE_NOOP("Text", "Four classes, all alike"),
    "samples": QT_TRANSLATE_NOOP("Text", "Three samples"),
    "certain": QT_TRANSLATE_NOOP("Text", "Certain and wrong"),
    "logits": QT_TRANSLATE_NOOP("Text", "Logits 2, 1, 0.1; class 0"),
    "logits_of_four": QT_TRANSLATE_NOOP("Text", "Two classes, four logits"),
    "forgotten": QT_TRANSLATE_NOOP("Text", "… from_logits forgotten"),
    "turned": QT_TRANSLATE_NOOP("Text", "p and q exchanged: equal by accident"),
    "asymmetric": QT_TRANSLATE_NOOP("Text", "Another q"),
    "asymmetric_turned": QT_TRANSLATE_NOOP("Text", "… exchanged: not equal"),
    "far_logit": QT_TRANSLATE_NOOP("Text", "Logit 1000 against 0"),
    "by_sigmoid": QT_TRANSLATE_NOOP("Text", "… by a sigmoid: 1"),
    "shares": QT_TRANSLATE_NOOP("Text", "As probabilities"),
    "signs": QT_TRANSLATE_NOOP("Text", "Targets −1, 1, 1"),
    "bits": QT_TRANSLATE_NOOP("Text", "The same, given as 0, 1, 1"),
    "scores": QT_TRANSLATE_NOOP("Text", "0.6, 0.4, 0 against class 1"),
    "beyond": QT_TRANSLATE_NOOP("Text", "Far enough above: 0"),
}
READINGS = {
    "probabilities": QT_TRANSLATE_NOOP("Text", "probabilities"),
    "logits": QT_TRANSLATE_NOOP("Text", "logits"),
    "forgotten": QT_TRANSLATE_NOOP("Text", "from_logits forgotten"),
}
CLASS = QT_TRANSLATE_NOOP("Text", "class {number}")
TARGET_P, PREDICTION_Q = QT_TRANSLATE_NOOP("Text", "target p"), QT_TRANSLATE_NOOP("Text", "prediction q")
TARGET_Y, PREDICTION_O = QT_TRANSLATE_NOOP("Text", "target y"), QT_TRANSLATE_NOOP("Text", "prediction o")
LOGIT, SOFTMAX, SIGMOID = (
    QT_TRANSLATE_NOOP("Text", "logit z"), QT_TRANSLATE_NOOP("Text", "softmax q"),
    QT_TRANSLATE_NOOP("Text", "sigmoid q"),
)  # fmt: skip
ROWS = {
    "error": QT_TRANSLATE_NOOP("Text", "error"),
    "term": QT_TRANSLATE_NOOP("Text", "term"),
    "gradient": QT_TRANSLATE_NOOP("Text", "gradient"),
    "surprise": QT_TRANSLATE_NOOP("Text", "surprise"),
    "share": QT_TRANSLATE_NOOP("Text", "its share"),
    "softmax": QT_TRANSLATE_NOOP("Text", "softmax"),
    "sigmoid": QT_TRANSLATE_NOOP("Text", "sigmoid"),
    "margin": QT_TRANSLATE_NOOP("Text", "margin"),
    "score": QT_TRANSLATE_NOOP("Text", "what counts"),
    "wrong_gradient": QT_TRANSLATE_NOOP("Text", "as Keras has it"),
    "right_gradient": QT_TRANSLATE_NOOP("Text", "as it should be"),
}
NOTES = {
    "spread": QT_TRANSLATE_NOOP(
        "Text",
        "Keras divides q by its sum first: hence the 1 in 1 − p/q. z are the logits behind a softmax.",
    ),
    "classes": QT_TRANSLATE_NOOP(
        "Text",
        "Small q: the surprise has no limit. Keras stops at q = 1e−7, that is 16.118.",
    ),
    "logits": QT_TRANSLATE_NOOP("Text", "From logits nothing is cut off, and the gradient is plainly softmax − p."),
    "bits": QT_TRANSLATE_NOOP("Text", "The gradient by the logit is plainly q − y, divided by how many there are."),
    "forgotten": QT_TRANSLATE_NOOP(
        "Text",
        "Without from_logits=True Keras takes logits for probabilities and cuts them off at 1e−7. There is no "
        "error.",
    ),
    "points": QT_TRANSLATE_NOOP(
        "Text",
        "Keras takes the mean over all values. Of half the sum of the squares the gradient is plainly o − y.",
    ),
    "sides": QT_TRANSLATE_NOOP("Text", "Targets 0 and 1 are taken for −1 and 1."),
    "scores": QT_TRANSLATE_NOOP("Text", "Only the right class and the best wrong one have a gradient."),
}  # fmt: skip
STOPS_WHY = QT_TRANSLATE_NOOP(
    "Text",
    "By hand there is no limit. Keras takes no probability for less than 1e−7, that is {low}, nor for more than "
    "1 − 1e−7, which as float32 leaves {high}.",
)


def loss_page_title(loss: str) -> str:
    """The loss in words."""
    return said(TITLES, loss)


def loss_page_does(loss: str) -> str:
    """What it measures, in a sentence."""
    return said(DOES, loss)


def example_title(example: Example) -> str:
    """What an example shows."""
    return said(EXAMPLES, example.name)


def reading_title(reading: str) -> str:
    """How predictions are meant."""
    return said(READINGS, reading)


def row_title(name: str) -> str:
    """What a row of numbers is."""
    return said(ROWS, name)


def note_text(question: LossQuestion) -> str:
    """What surprises about this loss."""
    kind = question.kind
    if question.reading == "forgotten":
        return said(NOTES, "forgotten")
    if kind.compares == "classes":
        if question.of_logits:
            return said(NOTES, "logits")
        kept = () if kind.name == "kl_divergence" else (said(NOTES, "spread"),)
        return "\n\n".join((said(NOTES, "classes"), *kept))
    return said(NOTES, kind.compares) if kind.compares != "points" or kind.name == "mean_squared_error" else ""


def stops_text(low: str, high: str) -> str:
    """Why Keras's number is another where it stops: what the lowest and the highest probability cost."""
    return say(STOPS_WHY, low=low, high=high)


def column_title(question: LossQuestion, sample: int, entry: int) -> str:
    """Which entry a column is: a class, or its place in the tensors."""
    if question.kind.compares in ("classes", "scores"):
        return say(CLASS, number=entry)
    return f"[{entry}]" if len(question.targets) == 1 else f"[{sample}, {entry}]"


def part_title(question: LossQuestion, is_target: bool) -> str:
    """What grey and blue are called."""
    return key_titles(question)[0 if is_target else 1]


def key_titles(question: LossQuestion) -> tuple[str, ...]:
    """What is grey, blue, and dashed if anything is."""
    classes = question.kind.compares == "classes"
    target = say(TARGET_P if classes else TARGET_Y)
    if question.of_logits:
        return target, say(LOGIT), say(SOFTMAX if classes else SIGMOID)
    return target, say(PREDICTION_O if question.reading == "values" else PREDICTION_Q)
