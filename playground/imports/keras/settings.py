"""The settings of one layer of a Keras file: each is taken with a check, and one that nobody took is refused."""

from __future__ import annotations

from typing import Any, TypeVar

from playground.document.layers.layer import ACTIVATIONS, INITIALIZERS, Layer
from playground.document.limits import SettingError
from playground.document.words import Words, words
from playground.imports.refused import Refused, quoted, shown

Kind = TypeVar("Kind", bound=Layer)

# What says nothing of what a layer computes, or is read elsewhere.
PASSED_OVER = ("name", "batch_shape", "batch_input_shape", "build_input_shape", "build_config", "autocast", "seed")
INITIALIZERS_OF = {
    "".join(word.capitalize() for word in name.split("_")): name for name in (*INITIALIZERS, "orthogonal")
}
# Known to Keras and not to us: a layer that is drawn anew takes its usual one.
OTHER_INITIALIZERS = ("VarianceScaling", "Constant", "Identity", "OrthogonalInitializer", "IdentityInitializer", "STFT")
PENALTIES = ("L1", "L2", "L1L2", "OrthogonalRegularizer")
CONSTRAINTS = ("MaxNorm", "MinMaxNorm", "NonNeg", "UnitNorm")
MODULES = ("keras", "builtins", None)
SYNONYMS = {"swish": "silu", None: "linear"}
# Functions of Keras that are none of our words, as formulas.
FORMULAS = {
    "softsign": "x / (1 + abs(x))",
    "exponential": "exp(x)",
    "relu6": "clip(x, 0, 6)",
    "mish": "x * tanh(softplus(x))",
    "hard_sigmoid": "clip(x / 6 + 0.5, 0, 1)",
}


class Settings:
    """`old`: written by Keras 2, which calls some things otherwise. `remarks` grows by what is not taken over."""

    def __init__(self, given: dict[str, Any], name: str, old: bool) -> None:
        self._left, self.name, self.old = dict(given), name, old
        self.remarks: list[Words] = []
        for passed in PASSED_OVER:
            self._left.pop(passed, None)
        _check_dtype(self._left.pop("dtype", None))

    def take(self, name: str, default: Any = None) -> Any:
        """A setting as it stands; the default where it is not there or null."""
        found = self._left.pop(name, None)
        return default if found is None else found

    def only(self, name: str, *allowed: object) -> None:
        """A setting that can be nothing else here."""
        found = self._left.pop(name, None)
        if found is not None and not any(type(found) is type(other) and found == other for other in allowed):
            expected = " / ".join(shown(other) for other in allowed) or "null"
            raise Refused("expected {expected}, got {got}", name, expected=expected, got=shown(found))

    def flag(self, name: str, default: bool) -> bool:
        found = self.take(name, default)
        if type(found) is not bool:
            raise Refused("expected {expected}, got {got}", name, expected=words("true or false"), got=shown(found))
        return found

    def one(self, name: str) -> Any:
        """A number for each direction of a picture, both the same here."""
        found = self.take(name)
        if isinstance(found, list) and found and all(type(size) is int and size == found[0] for size in found):
            return found[0]
        if isinstance(found, list):
            raise Refused("All of these must be the same here: {got}.", name, got=shown(found))
        return found

    def last_axis(self, rank: int) -> None:
        """An axis, or a list of one, that must be the last."""
        found = self.take("axis", -1)
        found = found[0] if isinstance(found, list) and len(found) == 1 else found
        if type(found) is not int or found not in (-1, rank):
            raise Refused("expected {expected}, got {got}", "axis", expected="-1", got=shown(found))

    def word(self, name: str = "activation", default: str = "linear") -> str:
        """An activation's name, as Keras has it."""
        found = self.take(name, default)
        if isinstance(found, dict) and found.get("class_name") == "function" and _is_keras(found, function=True):
            found = found.get("config")
        found = SYNONYMS.get(found, found) if isinstance(found, str) else found
        is_formula = (
            found in FORMULAS and not (found == "hard_sigmoid" and self.old) if isinstance(found, str) else False
        )
        if not isinstance(found, str) or not (is_formula or found in ACTIVATIONS) or found == "step":
            raise Refused("The activation {got} is not one that is known here.", name, got=shown(_named(found)))
        return found

    def initializer(self, name: str, usual: str, orthogonal: bool = True) -> str:
        """Only its name is read: what it would draw stands in the file."""
        found = self.take(name, usual)
        kind = found if isinstance(found, str) else _named(found) if _is_keras(found) else None
        if kind in (*INITIALIZERS, "orthogonal"):
            kind = "".join(word.capitalize() for word in str(kind).split("_"))
        if kind in INITIALIZERS_OF:
            word = INITIALIZERS_OF[kind]
            return word if orthogonal or word != "orthogonal" else usual
        if kind not in OTHER_INITIALIZERS:
            raise Refused("The initializer {got} is not known.", name, got=shown(_named(found)))
        return usual

    def penalty(self, name: str) -> tuple[float, float]:
        """L1 and L2 of a regularizer."""
        found = self.take(name)
        if found is None:
            return 0.0, 0.0
        if not _is_keras(found) or _named(found) not in PENALTIES[:3] or not isinstance(found.get("config"), dict):
            raise Refused("The regularizer {got} is not known.", name, got=shown(_named(found)))
        values = [found["config"].get(part, 0.0) for part in ("l1", "l2")]
        if not all(type(value) in (int, float) and 0 <= value <= 10 for value in values):
            raise Refused(
                "expected {expected}, got {got}",
                name,
                expected=words("{low} to {high}", low=0, high=10),
                got=shown(values),
            )
        return float(values[0]), float(values[1])

    def only_training(self, *names: str) -> None:
        """Penalties and bounds that change training alone: they are told and left out."""
        for name in names:
            found = self.take(name)
            if found is None or found == 0:
                continue
            is_share = type(found) is float and 0 < found < 1
            if not is_share and not (_is_keras(found) and _named(found) in (*PENALTIES, *CONSTRAINTS)):
                raise Refused("{got} is not known.", name, got=shown(_named(found)))
            self.remarks.append(
                words(
                    "{layer}: {setting} is left out, which changes training alone.",
                    layer=quoted(self.name),
                    setting=name,
                )
            )

    def made(self, kind: type[Kind], names: dict[str, str] | None = None, **values: Any) -> Kind:
        """The layer with these settings; `names` are Keras's names of those that are called otherwise here."""
        try:
            return kind(**values)
        except SettingError as error:
            name = (names or {}).get(error.name, error.name)
            raise Refused(
                "expected {expected}, got {got}", name, expected=error.limit.expected(), got=shown(error.got)
            ) from error

    def done(self) -> None:
        """Whatever is left is not known; what a later Keras added is null or false while nobody uses it."""
        for name, value in self._left.items():
            if value not in (None, [], {}) and value is not False:
                raise Refused("This setting is not known; it is {got}.", shown(name), got=shown(value))


def _check_dtype(found: Any) -> None:
    if isinstance(found, dict):
        policy = found.get("class_name") in ("DTypePolicy", "Policy") and isinstance(found.get("config"), dict)
        found = found["config"].get("name") if policy and _is_keras(found) else shown(found)
    if found not in (None, "float32"):
        raise Refused("expected {expected}, got {got}", "dtype", expected="float32", got=shown(found))


def _named(found: Any) -> Any:
    """What a message says of a value that stands for a class of Keras."""
    return found.get("class_name", found) if isinstance(found, dict) else found


def _is_keras(found: Any, function: bool = False) -> bool:
    """Whether a record names a class of Keras itself, and not one that somebody registered."""
    if not isinstance(found, dict):
        return False
    module, registered = found.get("module"), found.get("registered_name")
    own = module in MODULES or (isinstance(module, str) and module.startswith(("keras.", "tf_keras.")))
    named = (None, found.get("class_name"), *((found.get("config"),) if function else ()))
    return own and any(registered == name and type(registered) is type(name) for name in named)
