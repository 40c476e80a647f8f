"""What is measured beside the loss, as lines of Keras."""

from __future__ import annotations

from playground.document.checks.compared import AS_THEY_ARE, Compared, compared
from playground.document.checks.targets import loss_of, needed_outputs
from playground.document.code.layer_code import written
from playground.document.document import Document
from playground.document.metrics import METRICS

_COMPARED = '''
class Compared(keras.metrics.Metric):
    """A metric of classes as 0 and 1, and of how likely each is."""

    def __init__(self, metric):
        super().__init__(name=metric.name)
        self.metric = metric

    def update_state(self, target, predicted, sample_weight=None):
        target = TARGET
        predicted = PREDICTED
        self.metric.update_state(target, predicted)

    def result(self):
        return self.metric.result()

    def reset_state(self):
        self.metric.reset_state()
'''

_STEPS = {
    "second": "{values}[:, 1:]",
    "halved": "({values} + 1) / 2",
    "one_hot": 'keras.ops.one_hot(keras.ops.cast({values}[:, 0], "int32"), {outputs})',
    "sigmoid": "keras.ops.sigmoid({values})",
    "softmax": "keras.ops.softmax({values})",
}
"""Each step of a Compared."""


def measured_alone(document: Document) -> bool:
    """Whether accuracy is all that is measured, or nothing: a line has room for it."""
    return document.metrics in ((), ("accuracy",))


def metrics_code(document: Document) -> tuple[list[str], list[str]]:
    """What has to be defined first, and the metrics themselves, in order."""
    outputs = needed_outputs(document) or 1
    seen = compared(loss_of(document), document.data.facts.task, outputs)
    calls = [METRICS[name].keras_call for name in document.metrics]
    wraps = seen != AS_THEY_ARE and any(calls)
    defined = [_accuracy_function(document)] if _counts_itself(document) else []
    defined += [_compared_class(seen, outputs)] if wraps else []
    own = (_accuracy(document) if call is None else written(call) for call in calls)
    return defined, [
        f"Compared({metric})" if wraps and call else metric for metric, call in zip(own, calls, strict=True)
    ]


def _compared_class(seen: Compared, outputs: int) -> str:
    lines = _COMPARED.strip()
    for word, name, steps in (("TARGET", "target", seen.target), ("PREDICTED", "predicted", seen.output)):
        values = name
        for step in steps:
            values = _STEPS[step].format(values=values, outputs=outputs)
        lines = lines.replace(f"        {name} = {word}\n", f"        {name} = {values}\n" if steps else "")
    return lines


def _counts_itself(document: Document) -> bool:
    """Whether accuracy is a function of the script: of one value that tells two classes."""
    return "accuracy" in document.metrics and needed_outputs(document) == 1


def _accuracy(document: Document) -> str:
    """The metric that counts points put in their class."""
    if _counts_itself(document):
        return "accuracy"
    kind = "Sparse" if loss_of(document).targets == "integer" else ""
    return f'keras.metrics.{kind}CategoricalAccuracy(name="accuracy")'


def _accuracy_function(document: Document) -> str:
    loss = loss_of(document)
    middle, wanted = f"{loss.output_between:g}", f"{loss.target_between:g}"
    return (
        "def accuracy(target, predicted):\n"
        f'    """1 where the prediction is on the right side of {middle}, else 0."""\n'
        f"    is_right = (predicted > {middle}) == (target > {wanted})\n"
        '    return keras.ops.cast(is_right, "float32")'
    )
