"""TensorFlow Playground's training in plain Python floats, one point and one weight at a time, to compare with."""

from __future__ import annotations

from math import exp, tanh

ACTIVATIONS = {
    "tanh": (tanh, lambda x: 1 - tanh(x) ** 2),
    "relu": (lambda x: max(0.0, x), lambda x: 1.0 if x > 0 else 0.0),
    "sigmoid": (lambda x: 1 / (1 + exp(-x)), lambda x: exp(-x) / (1 + exp(-x)) ** 2),
    "linear": (lambda x: x, lambda x: 1.0),
}


class Page:
    """A network of lists. `kernels[layer][unit][input]`, `biases[layer][unit]`."""

    def __init__(self, kernels, biases, activations, learning_rate, regularization, rate):
        self.kernels = [[list(map(float, unit)) for unit in layer] for layer in kernels]
        self.biases = [list(map(float, layer)) for layer in biases]
        self.activations = activations
        self.learning_rate, self.regularization, self.rate = learning_rate, regularization, rate
        self.dead = [[[False] * len(unit) for unit in layer] for layer in kernels]
        self._forget()

    def _forget(self):
        self.kernel_sums = [[[0.0] * len(unit) for unit in layer] for layer in self.kernels]
        self.bias_sums = [[0.0] * len(layer) for layer in self.biases]
        self.seen = 0

    def output(self, inputs):
        return self._forward(inputs)[-1][0]

    def _forward(self, inputs):
        self.totals, values = [], [list(inputs)]
        for kernel, bias, name in zip(self.kernels, self.biases, self.activations, strict=True):
            totals = [
                b + sum(w * v for w, v in zip(unit, values[-1], strict=True))
                for unit, b in zip(kernel, bias, strict=True)
            ]
            self.totals.append(totals)
            values.append([ACTIVATIONS[name][0](total) for total in totals])
        return values

    def look_at(self, inputs, target):
        """One point: forwards, backwards, derivatives added up."""
        values = self._forward(inputs)
        errors = [values[-1][0] - target]
        for layer in reversed(range(len(self.kernels))):
            slope = ACTIVATIONS[self.activations[layer]][1]
            errors = [e * slope(t) for e, t in zip(errors, self.totals[layer], strict=True)]
            for unit, error in enumerate(errors):
                self.bias_sums[layer][unit] += error
                for at, value in enumerate(values[layer]):
                    self.kernel_sums[layer][unit][at] += error * value
            errors = [
                sum(self.kernels[layer][unit][at] * error for unit, error in enumerate(errors))
                for at in range(len(values[layer]))
            ]
        self.seen += 1

    def update(self):
        for layer, kernel in enumerate(self.kernels):
            for unit, weights in enumerate(kernel):
                self.biases[layer][unit] -= self.learning_rate * self.bias_sums[layer][unit] / self.seen
                for at, weight in enumerate(weights):
                    if not self.dead[layer][unit][at]:
                        weights[at] = self._moved(weight, self.kernel_sums[layer][unit][at], (layer, unit, at))
        self._forget()

    def _moved(self, weight, total, place):
        pull = {"L1": (weight > 0) - (weight < 0), "L2": weight, "none": 0.0}[self.regularization]
        moved = weight - self.learning_rate / self.seen * total
        pulled = moved - self.learning_rate * self.rate * pull
        if self.regularization == "L1" and moved * pulled < 0:
            layer, unit, at = place
            self.dead[layer][unit][at] = True
            return 0.0
        return pulled

    def epoch(self, points, targets, batch_size):
        """Derivatives of a last part-batch stay for the next epoch's first update."""
        for place, (point, target) in enumerate(zip(points, targets, strict=True)):
            self.look_at(point, target)
            if (place + 1) % batch_size == 0:
                self.update()

    def loss(self, points, targets):
        return sum(0.5 * (self.output(p) - t) ** 2 for p, t in zip(points, targets, strict=True)) / len(points)
