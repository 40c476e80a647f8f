"""Kinds of numbers, arithmetic, matrices, comparing, limits: rows A4 to A7, A10, A12, A13, A15 of the curriculum."""

from __future__ import annotations

from playground.lab.operation import Operation

TABLE = "tf.constant([[1., 5., 2.], [7., 0., 3.]])"

LOGITS = ((2.0, 1.0, 0.0), (0.0, 3.0, 1.0), (1.0, 0.0, 5.0), (4.0, 1.0, 0.0))


def _reduced(name: str, called: str, origin: str, form: str, *mistakes: str, kept: bool = True) -> Operation:
    """A summary along an axis."""
    rest = ", keepdims=keepdims" if kept else ""
    return Operation(
        name, "summaries", "A12", f"{called}(input_tensor, axis=axis{rest})" if kept else f"{called}(input, axis=axis)",
        f"{called}({TABLE}, axis=0)", ("axis", "keepdims") if kept else ("axis",), origin, form,  # type: ignore[arg-type]
        proxy="" if kept else f"tf.reduce_{name[3:]}(input, axis=axis)", mistakes=mistakes,
    )  # fmt: skip


def _infix(name: str, row: str, symbol: str, example: str, *also: str, **rest: object) -> Operation:
    group = {"A6": "arithmetic", "A7": "matrices", "A13": "compare"}[row]
    return Operation(name, group, row, f"x {symbol} y", example, (), "place", "infix", also, **rest)  # type: ignore[arg-type]


def _of_one(
    name: str, called: str, example: str, *mistakes: str, also: tuple[str, ...] = (), row: str = "A6"
) -> Operation:
    group = {"A6": "arithmetic", "A13": "compare"}[row]
    return Operation(
        name, group, row, f"{called}(x)", f"{called}({example})", (), "place", also=also, mistakes=mistakes
    )  # fmt: skip


RANKS = (
    Operation("mse", "ranks", "A4", "tf.keras.losses.MSE(y_true, y_pred)",
              "tf.keras.losses.MSE([[1., 0., 0.], [0., 1., 0.]], [[.9, .1, 0.], [.2, .7, .1]])", (), "computed",
              "squares"),
    Operation("embedding", "ranks", "A4", "tf.keras.layers.Embedding(input_dim, output_dim)(x)",
              "tf.keras.layers.Embedding(10, 4)(tf.constant([[1, 2], [3, 1]]))", ("input_dim", "output_dim"), "none",
              mistakes=("tf.keras.layers.Embedding(10, 4)(tf.constant([[1, 12]]))",),
              course=("tf.keras.layers.Embedding(10000, 100)(tf.zeros([25, 80], tf.int32))",)),
)  # fmt: skip

KINDS_OF_NUMBERS = (
    Operation("cast", "kinds", "A5", "tf.cast(x, dtype)", "tf.cast(123456789, tf.int16)", ("dtype",), "place", "copy",
              mistakes=('tf.cast("3", tf.int32)', "tf.cast(70000., tf.float16)"),
              course=("tf.cast(np.pi, tf.float16)", "tf.cast([1.9, -1.9], tf.int32)", "tf.cast(1e20, tf.int32)",
                      "tf.cast(300, tf.uint8)", "tf.cast([True, False], tf.int32)", "tf.cast(16777217, tf.float32)")),
    Operation("saturate_cast", "kinds", "A5", "tf.saturate_cast(value, dtype)",
              "tf.saturate_cast(123456789, tf.int16)", ("dtype",), "place", "copy"),
)  # fmt: skip

ARITHMETIC = (
    _infix("add", "A6", "+", "tf.constant([1, 2, 3]) + 10", "tf.add(x, y)", mistakes=(
        "tf.constant(1) + tf.constant(1.)", "tf.constant([True]) + tf.constant([False])",
        'tf.constant("a") + tf.constant("b")')),
    _infix("subtract", "A6", "-", "tf.constant([10, 20, 30]) - tf.constant([1, 2, 3])", "tf.subtract(x, y)"),
    _infix("multiply", "A6", "*", "tf.range(3) * 2", "tf.multiply(x, y)", mistakes=(
        "tf.range(3) * 1.5", 'tf.constant(["a"]) * 2')),
    _infix("divide", "A6", "/", "tf.range(5) / 2", mistakes=(
        "tf.constant([1, 2]) / 0", "tf.constant([1., -1., 0.]) / 0.")),
    _infix("floordiv", "A6", "//", "tf.constant([-7, 7]) // 2", mistakes=("tf.constant([1, 2]) // 0",)),
    _infix("mod", "A6", "%", "tf.constant([-7, 7]) % 3", "tf.math.floormod(x, y)",
           mistakes=("tf.constant([1, 2]) % 0",)),
    Operation("truncatediv", "arithmetic", "A6", "tf.truncatediv(x, y)", "tf.truncatediv([-7, 7], 2)", (), "place"),
    Operation("truncatemod", "arithmetic", "A6", "tf.truncatemod(x, y)", "tf.truncatemod([-7, 7], 3)", (), "place"),
    Operation("pow", "arithmetic", "A6", "tf.pow(x, y)", "tf.pow(tf.range(4), 2)", (), "place", "infix", ("x ** y",),
              mistakes=("tf.pow(2, -1)", "tf.pow(10, 100)", "tf.linspace(-8, 8, 5) ** 0.5")),
    _of_one("square", "tf.square", "[1., 2., 3.]"),
    _of_one("sqrt", "tf.sqrt", "[1., 4., 9.]", "tf.sqrt([1, 4, 9])", "tf.sqrt(-1.)"),
    _of_one("exp", "tf.exp", "[0., 1., 2.]", "tf.exp(1)", "tf.exp(89.)"),
    _of_one("log", "tf.math.log", "[1., 2.7182817, 10.]", "tf.math.log(2)", "tf.math.log(0.)", "tf.math.log(-1.)"),
    _of_one("abs", "tf.abs", "[-1., 2., -3.]", "tf.abs(-2147483648)"),
    _of_one("sin", "tf.sin", "[0., .5, 1.]", also=("tf.math.sin(x)",)),
    Operation("divide_no_nan", "arithmetic", "A6", "tf.math.divide_no_nan(x, y)",
              "tf.math.divide_no_nan([1., -1., 0.], 0.)", (), "place"),
)  # fmt: skip

MATRICES = (
    Operation("matmul", "matrices", "A7", "tf.matmul(a, b, transpose_a=transpose_a, transpose_b=transpose_b)",
              "tf.matmul([[1, 0, 2, -1], [0, 1, 1, 3]], [[1, 2, 3], [0, 1, 0], [1, 0, 1], [2, 1, 0]])",
              ("transpose_a", "transpose_b"), "computed", "products", ("a @ b",),
              mistakes=("tf.zeros([2, 3]) @ tf.zeros([2, 3])", "tf.zeros([4]) @ tf.zeros([4, 3])",
                        "tf.zeros([2, 3], tf.int32) @ tf.zeros([3, 2])",
                        "tf.zeros([3, 2, 4]) @ tf.zeros([2, 4, 5])"),
              course=("tf.zeros([4, 3, 28, 32]) @ tf.zeros([4, 3, 32, 2])",
                      "tf.zeros([1, 3, 28, 32]) @ tf.zeros([4, 1, 32, 2])",
                      "tf.matmul([[1, 2], [3, 4]], [[1, 2], [3, 4]], transpose_b=True)")),
    Operation("hadamard", "matrices", "A7", "tf.multiply(x, y)",
              "tf.multiply([[1., 2.], [3., 4.]], [[5., 6.], [7., 8.]])", (), "place", "infix",
              mistakes=("tf.zeros([2, 3]) * tf.zeros([3, 2])",)),
    Operation("matvec", "matrices", "A7", "tf.linalg.matvec(a, b)",
              "tf.linalg.matvec([[1., 2.], [3., 4.]], [1., 1.])", (), "computed", "products"),
    Operation("tensordot", "matrices", "A7", "tf.tensordot(a, b, axes)", "tf.tensordot([1., 2., 3.], [4., 5., 6.], 1)",
              ("axes",), "computed", "products"),
)  # fmt: skip

BROADCASTING = (
    Operation("broadcast_add", "broadcasting", "A10", "tf.add(x, y)", "tf.add([[1], [2]], [10, 20, 30])", (), "place",
              "infix", mistakes=("tf.zeros([2, 3]) + tf.zeros([2])", "tf.zeros([4, 1, 3]) + tf.zeros([2, 5, 4])",
                                 "tf.constant([1, 2, 3]) == tf.constant([1, 2])"),
              course=("tf.zeros([2, 4]) @ tf.zeros([4, 3]) + tf.zeros([3])",
                      "tf.zeros([8, 1, 6, 1]) + tf.zeros([7, 1, 5])")),
    Operation("broadcast_to", "broadcasting", "A10", "tf.broadcast_to(input, shape)",
              "tf.broadcast_to([1, 2, 3], [2, 3])", ("shape",), "moved", "copy",
              mistakes=("tf.broadcast_to(tf.zeros([2]), [2, 3])",)),
    Operation("broadcast_shape", "broadcasting", "A10",
              "tf.broadcast_static_shape(tf.TensorShape(shape_x), tf.TensorShape(shape_y))",
              "tf.broadcast_static_shape(tf.TensorShape([8, 1, 6, 1]), tf.TensorShape([7, 1, 5]))",
              ("shape_x", "shape_y"), "none"),
)  # fmt: skip

SUMMARIES = (
    _reduced("reduce_max", "tf.reduce_max", "chosen", "largest", 'tf.reduce_max(["a", "b"])'),
    _reduced("reduce_min", "tf.reduce_min", "chosen", "largest"),
    _reduced("reduce_mean", "tf.reduce_mean", "computed", "mean", "tf.reduce_mean([1, 2])",
             "tf.reduce_mean([True, False])"),
    _reduced("reduce_sum", "tf.reduce_sum", "computed", "sum", "tf.reduce_sum(tf.zeros([2, 3]), axis=2)"),
    _reduced("argmax", "tf.argmax", "chosen", "largest", "tf.argmax(tf.zeros([2, 3]), axis=2)",
             "tf.argmax([1., 3., 3.])", kept=False),
    _reduced("argmin", "tf.argmin", "chosen", "largest", kept=False),
    Operation("norm", "summaries", "A12", "tf.norm(tensor, ord=ord, axis=axis)", "tf.norm([[1., 1.], [1., 1.]], ord=1)",
              ("ord", "axis"), "chosen", mistakes=("tf.norm([3, 4])", "tf.norm([3., 4.], ord=0)",
                                                     'tf.norm([3., 4.], ord="max")'),
              course=("tf.norm(tf.ones([2, 2]), ord=2)", "tf.norm(tf.ones([2, 2]), ord=np.inf)")),
    Operation("softmax", "summaries", "A12", "tf.nn.softmax(logits, axis=axis)",
              "tf.nn.softmax([[2., 1., .1], [1., 1., 1.]], axis=1)", ("axis",), "computed",
              mistakes=("tf.nn.softmax([1, 2])", "tf.nn.softmax([1e30, -1e30, float('nan')])")),
)  # fmt: skip

COMPARE = (
    Operation("equal", "compare", "A13", "tf.equal(x, y)", "tf.equal([1, 2, 3], [1, 0, 3])", (), "place", "function",
              mistakes=("tf.equal([1, 2, 3], [1, 2])",
                        "tf.equal(tf.constant([1, 2], tf.int64), tf.constant([1, 2], tf.int32))")),
    _infix("equal_sign", "A13", "==", "tf.constant([1, 2, 3]) == tf.constant([1, 0, 3])", mistakes=(
        "tf.constant([1, 2, 3]) == tf.constant([1, 2])",)),
    Operation("not_equal", "compare", "A13", "tf.math.not_equal(x, y)", "tf.math.not_equal([1, 2, 3], [1, 0, 3])", (),
              "place"),
    Operation("greater", "compare", "A13", "tf.math.greater(x, y)", "tf.math.greater([1, 2, 3], 2)", (), "place",
              mistakes=('tf.math.greater(["a"], ["b"])',)),
    Operation("less_equal", "compare", "A13", "tf.math.less_equal(x, y)", "tf.math.less_equal([1, 2, 3], 2)", (),
              "place"),
    _of_one("is_nan", "tf.math.is_nan", "[1., float('nan'), 2.]", "tf.math.is_nan([1, 2])", row="A13"),
    Operation("truth", "compare", "A13", "bool(x)", "bool(tf.constant(1))", (), "none",
              mistakes=("bool(tf.constant([True, False]))",)),
    Operation("accuracy", "compare", "A13",
              "right = tf.equal(tf.argmax(logits, axis=1), labels)\ntf.reduce_mean(tf.cast(right, tf.float32))", "",
              (), "none", start=(("logits", LOGITS), ("labels", (0, 1, 2, 1)))),
)  # fmt: skip

LIMITS = (
    Operation("maximum", "limits", "A15", "tf.maximum(x, y)", "tf.maximum([-2., -.5, 0., 3.], 0.)", (), "chosen",
              "largest", mistakes=("tf.maximum(tf.range(3), 0.)", "tf.maximum(tf.zeros([2, 3]), tf.zeros([2]))"),
              course=("tf.maximum(tf.range(10), 2)",)),
    Operation("minimum", "limits", "A15", "tf.minimum(x, y)", "tf.minimum(tf.range(10), 7)", (), "chosen", "largest"),
    Operation("clip_by_value", "limits", "A15", "tf.clip_by_value(t, clip_value_min, clip_value_max)",
              "tf.clip_by_value(tf.range(10), 2, 7)", ("clip_value_min", "clip_value_max"), "chosen", "copy",
              mistakes=("tf.clip_by_value(tf.range(10), 7, 2)",)),
    Operation("relu", "limits", "A15", "tf.nn.relu(features)", "tf.nn.relu([-2., -.5, 0., 3.])", (), "chosen", "copy",
              mistakes=('tf.nn.relu("a")',), course=("tf.nn.relu([-2, 0, 3])",)),
)  # fmt: skip
