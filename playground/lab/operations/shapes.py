"""Picking, shaping, joining, repeating, gathering, grids: rows A8, A9, A11, A14, A16, A17 of the curriculum."""

from __future__ import annotations

from playground.lab.operation import Operation
from playground.lab.values import Call, Typed

BLOCK = "tf.reshape(tf.range(24), [2, 3, 4])"
PAIRS = "[[10, 11], [20, 21], [30, 31]]"

PICK = (
    Operation("index", "pick", "A8", "x[index]", f"{BLOCK}[:, 0:3:2, ::-1]", ("index",), "moved", "copy",
              mistakes=("tf.zeros([4, 32, 32, 3])[4]", "tf.zeros([4, 32, 32, 3])[0, 0, 0, 0, 0]", "tf.zeros([4])[1.5]",
                        'tf.zeros([4])["a"]', "tf.zeros([4])[::0]", "tf.zeros([4])[[0, 2]]", "tf.range(10)[8:20]"),
              course=(f"{BLOCK}[0, 1, 2]", f"{BLOCK}[0][1][2]", f"{BLOCK}[..., 1]", f"{BLOCK}[1, -1]",
                      f"{BLOCK}[:, tf.newaxis]", "tf.zeros([4, 32, 32, 3])[:, 0:28:2, 0:28:2, :]")),
)  # fmt: skip

SHAPES = (
    Operation("reshape", "shapes", "A9", "tf.reshape(tensor, shape)", "tf.reshape([[0, 1, 2], [3, 4, 5]], [3, 2])",
              ("shape",), "moved", "copy",
              mistakes=("tf.reshape(tf.range(6), [4, 2])", "tf.reshape(tf.range(6), [4, -1])",
                        "tf.reshape(tf.range(6), [-1, -1])"),
              course=("tf.reshape(tf.range(6), [3, -1])", "tf.reshape(tf.range(96), [2, 4, 4, 3])")),
    Operation("transpose", "shapes", "A9", "tf.transpose(a, perm)", "tf.transpose([[0, 1, 2], [3, 4, 5]])", ("perm",),
              "moved", "copy", mistakes=("tf.transpose(tf.zeros([2, 3]), [0, 0])",
                                         "tf.transpose(tf.zeros([2, 3]), [0, 1, 2])"),
              course=("tf.transpose(tf.zeros([2, 32, 32, 3]), [0, 3, 1, 2])",)),
    Operation("expand_dims", "shapes", "A9", "tf.expand_dims(input, axis=axis)",
              "tf.expand_dims([[1, 2, 3], [4, 5, 6]], axis=2)", ("axis",), "moved", "copy",
              mistakes=("tf.expand_dims(tf.zeros([28, 28]), axis=5)",),
              course=("tf.expand_dims(tf.zeros([28, 28]), axis=2)",)),
    Operation("squeeze", "shapes", "A9", "tf.squeeze(input, axis=axis)", "tf.squeeze([[[1], [2]], [[3], [4]]], axis=2)",
              ("axis",), "moved", "copy", mistakes=("tf.squeeze(tf.zeros([28, 28, 1]), axis=0)",),
              course=("tf.squeeze(tf.zeros([28, 28, 1]), axis=2)", "tf.squeeze(tf.zeros([1, 28, 28, 1]))")),
)  # fmt: skip

JOIN = (
    Operation("concat", "join", "A11", "tf.concat([a, b, c], axis=axis)",
              "tf.concat([[[1, 2], [3, 4]], [[5, 6]]], axis=0)", ("axis",), "moved", "copy",
              mistakes=("tf.concat([tf.zeros([4, 35, 8]), tf.zeros([6, 30, 8])], axis=0)",
                        "tf.concat([tf.zeros([2, 3]), tf.zeros([3])], axis=0)", "tf.concat([1, 2], axis=0)",
                        "tf.concat([tf.zeros([2, 3]), tf.zeros([2, 3])], axis=2)",
                        "tf.concat([tf.constant([1, 2]), tf.constant([1., 2.])], axis=0)"),
              course=("tf.concat([tf.zeros([4, 35, 8]), tf.zeros([6, 35, 8])], axis=0)",)),
    Operation("stack", "join", "A11", "tf.stack([a, b, c], axis=axis)", "tf.stack([[1, 2], [3, 4]], axis=1)",
              ("axis",), "moved", "copy",
              mistakes=("tf.stack([tf.zeros([35, 8]), tf.zeros([34, 8])])",
                        "tf.stack([tf.zeros([2]), tf.zeros([2])], axis=3)"),
              course=("tf.stack([tf.zeros([35, 8]), tf.zeros([35, 8])], axis=0)",)),
    Operation("split", "join", "A11", "tf.split(value, num_or_size_splits, axis=axis)",
              "tf.split(tf.range(10), [4, 2, 4])", ("num_or_size_splits", "axis"), "moved", "copy",
              mistakes=("tf.split(tf.range(10), 3)", "tf.split(tf.range(10), [4, 2])"),
              course=("tf.split(tf.zeros([10, 35, 8]), 10)",)),
    Operation("unstack", "join", "A11", "tf.unstack(value, axis=axis)", "tf.unstack([[1, 2], [3, 4]], axis=0)",
              ("axis",), "moved", "copy", mistakes=("tf.unstack(tf.constant(3))",)),
)  # fmt: skip

REPEAT = (
    Operation("pad", "repeat", "A14", "tf.pad(tensor, paddings, mode=mode, constant_values=constant_values)",
              "tf.pad([[1, 2], [3, 4]], [[1, 1], [1, 1]])", ("paddings", "mode", "constant_values"), "moved", "copy",
              mistakes=("tf.pad(tf.zeros([2, 3]), [[0, 1]])", "tf.pad([1, 2], [[-1, 0]])",
                        'tf.pad([1, 2, 3], [[3, 0]], mode="REFLECT")',
                        'tf.pad(tf.zeros([4]), [[0, 1]], constant_values="x")'),
              course=("tf.pad([7, 8, 1, 6], [[0, 2]])",
                      "tf.pad(tf.zeros([4, 28, 28, 3]), [[0, 0], [2, 2], [2, 2], [0, 0]])",
                      'tf.pad([1, 2, 3], [[2, 2]], mode="REFLECT")', 'tf.pad([1, 2, 3], [[2, 2]], mode="SYMMETRIC")')),
    Operation("tile", "repeat", "A14", "tf.tile(input, multiples)", "tf.tile([[1, 2]], [2, 2])", ("multiples",),
              "moved", "copy", mistakes=("tf.tile(tf.zeros([2, 3]), [2])",),
              course=("tf.tile(tf.zeros([4, 28, 28, 3]), [2, 3, 3, 1])",)),
)  # fmt: skip

PLACES = (
    Operation("gather", "places", "A16", "tf.gather(params, indices, axis=axis)", f"tf.gather({PAIRS}, [2, 0], axis=0)",
              ("axis",), "moved", "copy", data=("params",),
              mistakes=("tf.gather([10, 20, 30], [0, 3])", "tf.gather([10, 20, 30], [-1])",
                        "tf.gather([10, 20, 30], [0.5])", "tf.gather(tf.zeros([2, 3]), [0], axis=2)"),
              course=("tf.gather(tf.zeros([4, 35, 8]), [0, 1], axis=0)",)),
    Operation("gather_nd", "places", "A16", "tf.gather_nd(params, indices)", f"tf.gather_nd({PAIRS}, [[0, 1], [2, 0]])",
              (), "moved", "copy", data=("params",),
              mistakes=("tf.gather_nd(tf.zeros([2, 3]), [[2, 0]])", "tf.gather_nd(tf.zeros([2, 3]), [[0, 0, 0]])"),
              course=("tf.gather_nd(tf.zeros([4, 35, 8]), [[1, 1], [2, 2], [3, 3]])",)),
    Operation("boolean_mask", "places", "A16", "tf.boolean_mask(tensor, mask, axis=axis)",
              f"tf.boolean_mask({PAIRS}, [True, False, True])", ("axis",), "moved", "copy", data=("tensor",),
              also=("tf.boolean_mask(tensor, mask=mask, axis=axis)",),
              mistakes=("tf.boolean_mask([1, 2, 3], [True, False])", "tf.boolean_mask([1, 2, 3], [1, 0, 1])")),
    Operation("where", "places", "A16", "tf.where(condition, x, y)",
              "tf.where([[True, False, False], [False, True, False], [True, True, False]], tf.ones([3, 3]), "
              "tf.zeros([3, 3]))", (), "moved", "copy", data=("x", "y"),
              mistakes=("tf.where([True, False], [1., 2., 3.], [4., 5., 6.])", "tf.where([1, 0], [1., 2.], [4., 5.])"),
              course=("tf.where([[True, False], [False, True]])",)),
    Operation("scatter_nd", "places", "A16", "tf.scatter_nd(indices, updates, shape)",
              "tf.scatter_nd([[4], [3], [1], [7]], tf.constant([4.4, 3.3, 1.1, 7.7]), [8])", ("shape",), "computed",
              "sum", data=("updates",),
              mistakes=("tf.scatter_nd([[8]], tf.constant([1.]), [8])", "tf.scatter_nd([[-1]], tf.constant([1.]), [8])",
                        "tf.scatter_nd([4, 3], tf.constant([1., 2.]), [8])",
                        "tf.scatter_nd([[4], [3]], tf.constant([1., 2., 3.]), [8])",
                        "tf.scatter_nd([[4], [4]], tf.constant([1., 2.]), [8])")),
    Operation("scatter_update", "places", "A16", "tf.tensor_scatter_nd_update(tensor, indices, updates)",
              "tf.tensor_scatter_nd_update(tf.zeros([8]), [[4], [4]], tf.constant([1., 2.]))", (), "moved", "copy",
              data=("tensor", "updates")),
)  # fmt: skip

R = "x, y = tf.meshgrid(tf.linspace(-8., 8., num), tf.linspace(-8., 8., num))\nr = tf.sqrt(x ** 2 + y ** 2)\n"
TAPE = "r = tf.Variable(value)\nwith tf.GradientTape() as tape:\n    z = {}\ntape.gradient(z, r)"
NAIVE_WHERE = "tf.where(r == 0.0, 1.0, tf.sin(r) / r)"
DOUBLE_WHERE = "tf.where(r == 0.0, 1.0, tf.sin(r) / tf.where(r == 0.0, 1.0, r))"

BESIDE_0 = (("value", Typed((-1.0, 0.0, 1.0), bare=True)),)
SURFACE_WAY = (
    Call("surface", (), (("num", 100),)), Call("surface", (), (("num", 101),)),
    Call("surface_no_nan", (), (("num", 101),)), Call("surface_where", (), (("num", 101),)),
    Call("slope_naive", BESIDE_0), Call("slope_double", BESIDE_0),
)  # fmt: skip

GRIDS = (
    Operation("meshgrid", "grids", "A17", "tf.meshgrid(x, y)", "tf.meshgrid([0., 1., 2.], [0., 1.])", (), "moved",
              "copy", mistakes=("tf.meshgrid(tf.zeros([2, 2]), tf.zeros([2]))",)),
    Operation("surface", "grids", "A17", R + "tf.sin(r) / r", "", ("num",), "none",
              start=(("num", 100),), way=SURFACE_WAY),
    Operation("surface_where", "grids", "A17", R + DOUBLE_WHERE, "", ("num",), "none",
              start=(("num", 101),), way=SURFACE_WAY),
    Operation("surface_no_nan", "grids", "A17", R + "tf.math.divide_no_nan(tf.sin(r), r)", "", ("num",), "none",
              start=(("num", 101),), way=SURFACE_WAY),
    Operation("slope_naive", "grids", "A17", TAPE.format(NAIVE_WHERE), "", (), "place",
              start=(("value", (-1.0, 0.0, 1.0)),), way=SURFACE_WAY),
    Operation("slope_double", "grids", "A17", TAPE.format(DOUBLE_WHERE), "", (), "place",
              start=(("value", (-1.0, 0.0, 1.0)),), way=SURFACE_WAY),
    Operation("sinc", "grids", "A17", "tf.experimental.numpy.sinc(x)", "tf.experimental.numpy.sinc([0., .5, 1.])", (),
              "place"),
)  # fmt: skip
