"""The data as readable numpy that makes the same numbers, for a script that stands alone."""

from __future__ import annotations

from playground.document.settings import DataSettings

_SEED_RANDOM = '''
def arc4(text):
    """The bytes of ARC4 with this text as its key."""
    key = [ord(letter) % 256 for letter in text] or [0]
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + key[i % len(key)] + state[i]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    while True:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        yield state[(state[i] + state[j]) % 256]


class SeedRandom:
    """David Bau's seedrandom 2.4.3, the random numbers of TensorFlow Playground."""

    def __init__(self, text):
        self.bytes = arc4(text)
        for _ in range(256):
            next(self.bytes)

    def random(self, shape=()):
        """Numbers of U(0, 1)."""
        return np.reshape([self.number() for _ in range(math.prod(shape))], shape)

    def number(self):
        bits, scale = 0, 1
        while bits < 2**52:
            bits, scale = 256 * bits + next(self.bytes), 256 * scale
        spare = bits.bit_length() - 53
        return (bits >> spare) / (scale >> spare)

'''

_NORMALS = '''
def normals(rows, columns):
    """Numbers of the normal distribution, by Marsaglia's polar method."""
    numbers = []
    while len(numbers) < rows * columns:
        first, second = 2 * generator.random() - 1, 2 * generator.random() - 1
        square = first * first + second * second
        if 0 < square <= 1:
            numbers.append(math.sqrt(-2 * math.log(square) / square) * first)
    return np.reshape(numbers, (rows, columns))

'''

_SCATTER = """
drawn = generator.random((POINTS, 4))
points = 12 * drawn[:, :2] - 6
"""

_LABELS = "labels = np.where(np.arange(POINTS) < POINTS - POINTS // 2, 1.0, -1.0)"

_MADE = {
    "circle": """
# A disc, +1, inside a ring, -1. Noise touches the labels only.
drawn = generator.random((POINTS, 4))
is_disc = np.arange(POINTS) < POINTS - POINTS // 2
radius = np.where(is_disc, 2.5 * drawn[:, 0], 1.5 * drawn[:, 0] + 3.5)
angle = 2 * np.pi * drawn[:, 1]
points = np.column_stack((radius * np.sin(angle), radius * np.cos(angle)))
judged = points + (10 * drawn[:, 2:] - 5) * NOISE
labels = np.where(np.hypot(judged[:, 0], judged[:, 1]) < 2.5, 1.0, -1.0)
""",
    "xor": """
# Four squares a little apart, +1 where x1 and x2 have one sign.
# Noise touches the labels only.
drawn = generator.random((POINTS, 4))
points = 10 * drawn[:, :2] - 5
points += np.where(points > 0, 0.3, -0.3)
judged = points + (10 * drawn[:, 2:] - 5) * NOISE
labels = np.where(judged[:, 0] * judged[:, 1] >= 0, 1.0, -1.0)
""",
    "gauss": f"""
# Two normal clouds, +1 around (2, 2) and -1 around (-2, -2).
{_LABELS}
deviation = np.sqrt(0.5 + NOISE / 0.5 * 3.5)
points = 2 * labels[:, np.newaxis] + deviation * normals(POINTS, 2)
""",
    "spiral": f"""
# Two arms turned 1.75 times around each other. Noise moves the points.
{_LABELS}
arms = np.arange(POINTS - POINTS // 2), np.arange(POINTS // 2)
along = np.concatenate(arms) / (POINTS / 2)
turn = 1.75 * along * 2 * np.pi + np.where(labels > 0, 0.0, np.pi)
points = 5 * along[:, np.newaxis] * np.column_stack((np.sin(turn), np.cos(turn)))
points = points + (2 * generator.random((POINTS, 2)) - 1) * NOISE
""",
    "moons": f"""
# Two half rings that reach into each other: the upper +1, the lower -1.
{_LABELS}
upper = np.linspace(0, np.pi, POINTS - POINTS // 2)
lower = np.linspace(0, np.pi, POINTS // 2)
x1 = np.concatenate((np.cos(upper), 1 - np.cos(lower))) - 0.5
x2 = np.concatenate((np.sin(upper), 0.5 - np.sin(lower))) - 0.25
points = 3 * (np.column_stack((x1, x2)) + NOISE * normals(POINTS, 2))
""",
    "checkerboard": f"""
# Squares three units wide, of turning labels. Noise moves where the label is read.{_SCATTER}\
judged = points + (6 * drawn[:, 2:] - 3) * NOISE
labels = np.where(np.floor(judged / 3).sum(axis=1) % 2 == 0, 1.0, -1.0)
""",
    "reg-plane": f"""
# A tilted plane. Noise moves where the label is read.{_SCATTER}\
judged = points + (12 * drawn[:, 2:] - 6) * NOISE
labels = (judged[:, 0] + judged[:, 1]) / 10
""",
    "reg-gauss": f"""
# Six cones, three up and three down; where they meet, the larger one counts.
# Noise moves where the label is read.{_SCATTER}\
judged = points + (12 * drawn[:, 2:] - 6) * NOISE
labels = np.zeros(POINTS)
for x2, first_sign in ((2.5, 1), (-2.5, -1)):
    for x1, sign in ((-4, first_sign), (0, -first_sign), (4, first_sign)):
        distance = np.hypot(judged[:, 0] - x1, judged[:, 1] - x2)
        height = np.clip(1 - distance / 2, 0, 1)
        labels = np.where(height > abs(labels), sign * height, labels)
""",
    "sinc": """
# sin(r) / r of the distance r from 0, on a square grid.
side = round(np.sqrt(POINTS))
axis = np.linspace(-8, 8, side)
points = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
labels = np.sinc(np.hypot(points[:, 0], points[:, 1]) / np.pi)
labels = labels + NOISE * normals(side * side, 1)[:, 0]
""",
    "sine": """
# One wave after the other.
points = 12 * generator.random((POINTS, 1)) - 6
labels = np.sin(points[:, 0]) + NOISE * normals(POINTS, 1)[:, 0]
""",
    "waves": """
# Sine, square and sawtooth in turn, one to three times around in 32 steps.
labels = np.arange(POINTS) % 3.0
drawn = generator.random((POINTS, 2))
turns = drawn[:, :1] + (1 + 2 * drawn[:, 1:]) * (np.arange(32) / 32)
turns = turns % 1
forms = (
    np.sin(2 * np.pi * turns),
    np.where(turns < 0.5, 1.0, -1.0),
    2 * turns - 1,
)
points = np.choose(labels.astype(int)[:, np.newaxis], forms)
points = points + NOISE * normals(POINTS, 32)
""",
}

_TABLES = {
    "iris": """
# 150 flowers of three kinds, four measures of each, brought to mean 0 and deviation 1.
points, labels = load_iris(return_X_y=True)
points = (points - points.mean(axis=0)) / points.std(axis=0)
""",
    "digits": """
# 1,797 handwritten digits of 8×8 pixels, 0 (paper) to 1 (ink).
points, labels = load_digits(return_X_y=True)
points = points / 16
""",
}

_TABLE_NOISE = """
noise = np.random.default_rng(({seed}, 1)).standard_normal(points.shape)
points = points + NOISE * points.std() * noise
"""

_SHUFFLE = """
order = np.arange(len(points))
for left in range(len(points), 0, -1):
    chosen = int(generator.random() * left)
    order[[left - 1, chosen]] = order[[chosen, left - 1]]
points, labels = points[order], labels[order]
"""

_FEATURES = {
    "x1": "x1",
    "x2": "x2",
    "x1_squared": "x1 * x1",
    "x2_squared": "x2 * x2",
    "x1_x2": "x1 * x2",
    "sin_x1": "np.sin(x1)",
    "sin_x2": "np.sin(x2)",
}


def data_code(settings: DataSettings) -> str:
    """Python that makes `inputs`, shape (n, inputs), and `labels`, shape (n,), both shuffled, float64.

    The arrays are those of `load(settings)`. Its imports stand first; constants of the data next.
    """
    draws_normals = "normals(" in _body(settings)
    seedrandom = settings.generator == "seedrandom"
    imports = ["import math"] if draws_normals or seedrandom else []
    imports += ["import numpy as np"]
    imports += [] if settings.facts.made else [f"from sklearn.datasets import load_{settings.name}"]
    parts = [
        "\n".join(imports),
        "\n".join(_constants(settings)),
        "\n" + _SEED_RANDOM.strip() + "\n" if seedrandom else "",
        f"generator = {'SeedRandom' if seedrandom else 'np.random.default_rng'}(DATA_SEED)",
        "\n" + _NORMALS.strip() + "\n" if draws_normals else "",
        _body(settings),
        "# In random order.\n" + _SHUFFLE.strip(),
        _inputs(settings),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _body(settings: DataSettings) -> str:
    """What makes `points` and `labels`, not yet shuffled."""
    if settings.facts.made:
        return _MADE[settings.name].strip()
    noise = _TABLE_NOISE.lstrip("\n").format(seed=_noise_seed(settings)) if settings.noise / 100 else ""
    return (_TABLES[settings.name] + noise).strip()


def _noise_seed(settings: DataSettings) -> str:
    """The noise of tables has a number as its seed even where the rest has text."""
    return "NOISE_SEED" if settings.generator == "seedrandom" else "DATA_SEED"


def _constants(settings: DataSettings) -> list[str]:
    made, noise = settings.facts.made, settings.noise / 100
    seed = _quoted(settings.seed_text) if settings.generator == "seedrandom" else settings.seed
    constants = [f"DATA_SEED = {seed}"]
    if noise and not made and _noise_seed(settings) == "NOISE_SEED":
        constants += [f"NOISE_SEED = {settings.seed}"]
    constants += [f"POINTS = {settings.points}"] if made else []
    return constants + ([f"NOISE = {noise!r}  # 0 to 0.5"] if made or noise else [])


def _quoted(text: str) -> str:
    """The text as Python has it, in double quotes where that is as short."""
    found = repr(text)
    return f'"{found[1:-1]}"' if '"' not in text else found


def _inputs(settings: DataSettings) -> str:
    if not settings.facts.planar:
        return "inputs = points"
    features = ", ".join(_FEATURES[name] for name in settings.features)
    comma = "," if len(settings.features) == 1 else ""
    return f"# What the network sees of each point.\nx1, x2 = points.T\ninputs = np.column_stack(({features}{comma}))"
