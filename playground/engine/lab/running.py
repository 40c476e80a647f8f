"""A question to the lab answered: the chain's calls run one after another, each after a look at its shapes."""

from __future__ import annotations

import ast
import math
import warnings
from typing import Any

import numpy as np
import tensorflow as tf

from playground.engine.lab.evaluate import evaluate
from playground.engine.lab.marks import marks_of
from playground.engine.lab.origins import Origins
from playground.engine.lab.shapes import refused_by_shape
from playground.frames.lab import LabAnswer, LabMoment, LabQuestion, LabStep, LabTensor, Repair, Trouble
from playground.lab import limits
from playground.lab.code import STEP, given_tree, program_of
from playground.lab.limits import Refusal
from playground.lab.operations.table import OPERATIONS
from playground.lab.repairs import repairs
from playground.lab.troubles import Seen, Understood, cleaned, understood
from playground.lab.values import Call, Chain, Earlier

# No question may ask for more cells than this to be sent.
MOST_SENT = 200_000


class Lab:
    """Answers questions; keeps what it found out of where cells come from."""

    def __init__(self) -> None:
        self._origins = Origins()

    def answer(self, question: LabQuestion) -> LabAnswer:
        """What the chain gives; never raises."""
        refused = limits.refusal(question.chain)
        if refused is not None:
            return LabAnswer(question, trouble=_refused(refused, 0))
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            try:
                return _Run(question, self._origins).answer()
            except Exception as error:
                # A fault of the lab's own must not stop the training beside it.
                said = str(error)
                return LabAnswer(question, trouble=Trouble("failed", error=type(error).__name__, said=said, raw=said))


def _refused(refused: Refusal, step: int) -> Trouble:
    return Trouble(refused.code, refused.values, step)


class _Run:
    """One question under way."""

    def __init__(self, question: LabQuestion, origins: Origins, mends: bool = True) -> None:
        """`mends`: whether repairs of a call that fails are looked for."""
        self._question, self._chain, self._origins, self._mends = question, question.chain, origins, mends
        self._most = min(question.most_cells, MOST_SENT)
        self._known: dict[str, Any] = {}
        self._steps: list[LabStep] = []
        # Of each variable, by its handle, what it was after which step, and the name it was made with.
        self._moments: dict[int, list[LabMoment]] = {}
        self._names: dict[int, str] = {}

    def answer(self) -> LabAnswer:
        call, inputs, result, trouble = self._ended()
        if trouble is None:
            return self._whole(call, inputs, result)
        steps = (*self._steps, LabStep(ast.unparse(program_of(call))))
        return LabAnswer(self._question, steps, self._shown(inputs), trouble=trouble)

    def shape(self) -> tuple[int, ...] | None:
        """Of the first result, or None where a call fails."""
        trouble = self._ended()[3]
        return None if trouble is not None else self._steps[-1].shapes[0]

    def _ended(self) -> tuple[Call, dict[str, Any], Any, Trouble | None]:
        """Runs all calls: the last one that ran with its inputs and its result, or what stopped it."""
        for number, call in enumerate(self._chain.calls):
            program, inputs = program_of(call), self._inputs(call)
            result, trouble = self._run(call, program, inputs, number)
            if trouble is not None:
                break
            self._known[STEP.format(number + 1)] = result
            self._remember(call, inputs, result, number)
            parts = _parts(result)
            shapes = tuple(tuple(part.shape) for part in parts)
            self._steps.append(LabStep(ast.unparse(program), shapes, tuple(map(_dtype, parts))))
        return call, inputs, result, trouble

    def _whole(self, call: Call, inputs: dict[str, Any], result: Any) -> LabAnswer:
        results = tuple(self._tensor(part) for part in _parts(result))
        operation = OPERATIONS[call.operation]
        return LabAnswer(
            self._question,
            tuple(self._steps),
            self._shown(inputs),
            results,
            self._origins.of(operation, call, inputs, results, self._known),
            marks=marks_of(operation, call, inputs, results),
            facts=self._facts(result),
            history=tuple(self._moments.get(id(_handle(result)), ())),
        )

    def _remember(self, call: Call, inputs: dict[str, Any], result: Any, step: int) -> None:
        """A variable's value now, as later steps change it."""
        if not isinstance(result, tf.Variable):
            return
        moments = self._moments.setdefault(id(_handle(result)), [])
        made = OPERATIONS[call.operation].variables
        if not made:
            self._names[id(_handle(result))] = result.name
        if not moments and made and made[0] in inputs:
            moments.append(LabMoment(-1, self._tensor(inputs[made[0]])))
        moments.append(LabMoment(step, self._tensor(tf.constant(result.numpy()))))

    def _facts(self, result: Any) -> tuple[tuple[str, object], ...]:
        """Of a variable; what an assignment gives has no name of its own."""
        if not isinstance(result, tf.Variable):
            return ()
        name = self._names.get(id(_handle(result)))
        return (*((("name", name),) if name else ()), ("trainable", result.trainable))

    # One call

    def _run(self, call: Call, program: ast.Module, inputs: dict[str, Any], step: int) -> tuple[Any, Trouble | None]:
        shapes = {name: tuple(value.shape) for name, value in inputs.items() if hasattr(value, "shape")}
        refused = limits.of_shapes(call, shapes)
        if refused is None and not limits.surely_small(call, shapes):
            refused = refused_by_shape(program, self._needed(call))
        if refused is not None:
            return None, _refused(refused, step)
        try:
            result = evaluate(program, self._needed(call))
            if result is NotImplemented:
                raise TypeError("Python knows no such operation on these two.")
            result = _dense(result)
            refused = limits.of_result([tuple(part.shape) for part in _parts(result)])
            return result, _refused(refused, step) if refused else None
        except Exception as error:
            return None, self._trouble(error, call, inputs, step)

    def _needed(self, call: Call) -> dict[str, Any]:
        """The results of earlier steps that the call takes."""
        names = [STEP.format(given.step + 1) for _, given in call.inputs if isinstance(given, Earlier)]
        return {name: self._known[name] for name in names}

    def _trouble(self, error: Exception, call: Call, inputs: dict[str, Any], step: int) -> Trouble:
        tensors = {name: value for name, value in inputs.items() if hasattr(value, "shape")}
        shapes = {name: tuple(value.shape) for name, value in tensors.items()}
        seen = Seen(call, shapes, {name: _dtype(value) for name, value in tensors.items()})
        said = cleaned(str(error))
        meant = understood(said, seen)
        return Trouble(
            meant.code, meant.values, step, type(error).__name__, said, str(error), meant.clashes,
            self._repairs(meant, seen, step),
        )  # fmt: skip

    def _repairs(self, meant: Understood, seen: Seen, step: int) -> tuple[Repair, ...]:
        """As the whole chain would be with them, each tried: what does not run either is no repair."""
        if not self._mends:
            return ()
        before, after = self._chain.calls[:step], self._chain.calls[step + 1 :]
        found = []
        for code, values, calls in repairs(meant, seen, before):
            shape = _Run(LabQuestion(Chain(calls)), self._origins, mends=False).shape()
            if shape is not None:
                found.append(Repair(code, values, Chain((*calls, *after)), shape))
        return tuple(found)

    # What goes out

    def _inputs(self, call: Call) -> dict[str, Any]:
        """The inputs as tensors where they can be such; Python values stay what they are where they cannot."""
        found = {}
        for name, given in call.inputs:
            if isinstance(given, Earlier):
                earlier = self._known[STEP.format(given.step + 1)]
                # The call may change a variable; shown is what it was before.
                found[name] = tf.constant(earlier.numpy()) if isinstance(earlier, tf.Variable) else earlier
                continue
            try:
                value = evaluate(ast.Module([ast.Expr(given_tree(given))], []), {})
                found[name] = value if tf.is_tensor(value) else tf.constant(value)
            except Exception:
                continue
        return found

    def _shown(self, inputs: dict[str, Any]) -> tuple[tuple[str, LabTensor], ...]:
        return tuple((name, self._tensor(value)) for name, value in inputs.items() if hasattr(value, "shape"))

    def _tensor(self, value: Any) -> LabTensor:
        shape, dtype = tuple(value.shape), _dtype(value)
        cells = math.prod(shape)
        values = np.asarray(value) if cells <= self._most else None
        size = cells * value.dtype.size
        if dtype == "string":
            size = 0 if values is None else sum(len(text) for text in values.ravel().tolist())
        return LabTensor(values, shape, dtype, size)


def _dtype(value: Any) -> str:
    return tf.as_dtype(value.dtype).base_dtype.name


def _dense(result: Any) -> Any:
    """Results as tensors: a shape, a Python truth, rows of unequal length filled up."""
    if isinstance(result, tf.RaggedTensor):
        return result.to_tensor()
    if isinstance(result, list | tuple) and not isinstance(result, tf.TensorShape):
        return [_dense(part) for part in result]
    if isinstance(result, tf.Variable) or tf.is_tensor(result):
        return result
    if result is None:
        raise ValueError("There is no gradient.")
    return tf.constant(result.as_list() if isinstance(result, tf.TensorShape) else result)


def _parts(result: Any) -> list[Any]:
    return result if isinstance(result, list) else [result]


def _handle(result: Any) -> object:
    """What all names of one variable share."""
    return result.handle if isinstance(result, tf.Variable) else None
