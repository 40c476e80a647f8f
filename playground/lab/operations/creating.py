"""Making tensors, texts and variables: rows A1 to A3 of the curriculum."""

from __future__ import annotations

from playground.lab.operation import Operation

CREATE = (
    Operation(
        "constant", "create", "A1", "tf.constant(value, dtype)", "tf.constant([[1, 2], [3, 4]])", ("dtype",), "place",
        "copy", mistakes=('tf.constant([[1, 2], [3]])', 'tf.constant([1, "a"])', "tf.constant(3.7, tf.int32)",
                          "tf.constant(123456789, tf.int16)", "tf.constant(2 ** 40)"),
        course=("tf.constant(2)", "tf.constant([1, 2., 3.3])", "tf.constant([[[1, 2], [3, 4]], [[5, 6], [7, 8]]])",
                'tf.constant("Hello Tensorflow!")', "tf.constant(True)"),
    ),
    Operation(
        "convert_to_tensor", "create", "A2", "tf.convert_to_tensor(value, dtype=dtype)",
        "tf.convert_to_tensor([1, 2.])", ("dtype",), "place", "copy",
        course=("tf.convert_to_tensor([[1, 2], [3, 4]])",),
    ),
    Operation(
        "from_array", "create", "A2", "tf.convert_to_tensor(np.array(value))",
        "tf.convert_to_tensor(np.array([[1, 2], [3, 4]]))", (), "place", "copy",
    ),
    Operation("zeros", "create", "A2", "tf.zeros(shape, dtype)", "tf.zeros([2, 2])", ("shape", "dtype"), "none",
              mistakes=("tf.zeros([2, -1])",), course=("tf.zeros([])", "tf.zeros([4, 32, 32, 3])")),
    Operation("ones", "create", "A2", "tf.ones(shape, dtype)", "tf.ones([3, 2])", ("shape", "dtype"), "none"),
    Operation("zeros_like", "create", "A2", "tf.zeros_like(input)", "tf.zeros_like([[1, 2], [3, 4]])", (), "none"),
    Operation("fill", "create", "A2", "tf.fill(dims, value)", "tf.fill([2, 3], -2)", ("dims", "value"), "none",
              mistakes=("tf.fill([2, -1], 0)",)),
    Operation("eye", "create", "A2", "tf.eye(num_rows)", "tf.eye(3)", ("num_rows",), "none"),
    Operation("one_hot", "create", "A2", "tf.one_hot(indices, depth=depth)", "tf.one_hot([2, 3, 2, 0], depth=4)",
              ("depth",), "none", also=("tf.one_hot(indices, depth)",), mistakes=("tf.one_hot([1, 5], depth=3)",)),
    Operation("range", "create", "A2", "tf.range(limit, delta=delta)", "tf.range(10, delta=2)", ("limit", "delta"),
              "none"),
    Operation("range_from", "create", "A2", "tf.range(start, limit, delta)", "tf.range(2, 10, 3)",
              ("start", "limit", "delta"), "none", also=("tf.range(start, limit, delta=delta)",),
              mistakes=("tf.range(10, 0)", "tf.range(0, 10, 0)"),
              course=("tf.range(0., 1., 0.25)", "tf.range(10, 0, -1)")),
    Operation("linspace", "create", "A2", "tf.linspace(start, stop, num)", "tf.linspace(-1., 1., 5)",
              ("start", "stop", "num"), "none", mistakes=("tf.linspace(0., 1., 0)", "tf.linspace(-8, 8, 5)")),
    Operation("normal", "create", "A2",
              "tf.random.stateless_normal(shape, seed=seed, mean=mean, stddev=stddev)",
              "tf.random.stateless_normal([2, 3], seed=[0, 0])", ("shape", "seed", "mean", "stddev"), "none",
              mistakes=("tf.random.stateless_normal([2, 3], seed=[0, 0], stddev=-1.)",),
              course=("tf.random.stateless_normal([2, 2], seed=[0, 0], mean=1., stddev=2.)",)),
    Operation("uniform", "create", "A2",
              "tf.random.stateless_uniform(shape, seed=seed, minval=minval, maxval=maxval, dtype=dtype)",
              "tf.random.stateless_uniform([2, 3], seed=[0, 0])", ("shape", "seed", "minval", "maxval", "dtype"),
              "none", course=(
                  "tf.random.stateless_uniform([2, 3], seed=[0, 0], minval=0, maxval=10, dtype=tf.int32)",)),
    Operation("truncated_normal", "create", "A2",
              "tf.random.stateless_truncated_normal(shape, seed=seed, mean=mean, stddev=stddev)",
              "tf.random.stateless_truncated_normal([2, 3], seed=[0, 0])", ("shape", "seed", "mean", "stddev"), "none"),
    Operation("random_normal", "create", "A2", "tf.random.normal(shape, mean=mean, stddev=stddev)",
              "tf.random.normal([2, 3])", ("shape", "mean", "stddev"), "none",
              mistakes=("tf.random.normal([2, 3], stddev=-1.)",)),
    Operation("rank", "create", "A1", "tf.rank(input)", "tf.rank([[1, 2], [3, 4]])", (), "none"),
    Operation("size", "create", "A1", "tf.size(input)", "tf.size([[1, 2], [3, 4]])", (), "none"),
    Operation("shape", "create", "A1", "tf.shape(input)", "tf.shape([[1, 2], [3, 4]])", (), "none"),
)  # fmt: skip

TEXTS = (
    Operation("lower", "texts", "A1", "tf.strings.lower(input)", 'tf.strings.lower("Hello Tensorflow!")', (), "place",
              mistakes=("tf.strings.lower(5)",)),
    Operation("upper", "texts", "A1", "tf.strings.upper(input)", 'tf.strings.upper("Hello Tensorflow!")', (), "place"),
    Operation("length", "texts", "A1", "tf.strings.length(input, unit=unit)",
              'tf.strings.length("Hello Tensorflow!")', ("unit",), "place",
              course=('tf.strings.length("你好")', 'tf.strings.length("你好", unit="UTF8_CHAR")')),
    Operation("join", "texts", "A1", "tf.strings.join([a, b, c])", 'tf.strings.join(["tensor", "flow"])', (), "place"),
    Operation("split_text", "texts", "A1", "tf.strings.split(input)", 'tf.strings.split("a b c")', (), "none"),
    Operation("to_number", "texts", "A1", "tf.strings.to_number(input)", 'tf.strings.to_number(["1", "2.5"])', (),
              "place", mistakes=('tf.strings.to_number(["abc"])',)),
    Operation("as_string", "texts", "A1", "tf.strings.as_string(input, width=width)", "tf.strings.as_string([1, 2])",
              ("width",), "place"),
    Operation("logical_not", "texts", "A1", "tf.logical_not(x)", "tf.logical_not([True, False])", (), "place"),
)  # fmt: skip

# One variable over four assignments.
WATCHED = (
    'tf.Variable([-1, 0, 1, 2], name="v").assign_add([1, 1, 1, 1]).assign_sub([0, 5, 0, 5]).assign([9, 8, 7, 6])'
    ".scatter_nd_update([[1], [3]], [0, 0])"
)

VARIABLES = (
    Operation("variable", "variables", "A3", "tf.Variable(initial_value, trainable=trainable, name=name)",
              'tf.Variable([-1, 0, 1, 2], name="v")', ("trainable", "name"), "place", "copy",
              course=("tf.Variable([-1, 0, 1, 2])",)),
    Operation("assign", "variables", "A3", "v.assign(value)",
              "tf.Variable([1, 2]).assign([3, 4])", (), "place", "copy", data=("value",), variables=("v",),
              mistakes=("tf.Variable([1, 2]).assign([1, 2, 3])", "tf.Variable([1, 2]).assign([1.5, 2.5])",
                        "tf.constant([1, 2]).assign([3, 4])"),
              course=(WATCHED,)),
    Operation("assign_add", "variables", "A3", "v.assign_add(delta)",
              "tf.Variable([-1., 0., 1., 2.]).assign_add([1., 1., 1., 1.])", (), "place", "infix", variables=("v",),
              mistakes=("tf.Variable([1, 2]).assign_add(1)", "tf.constant([1, 2]).assign_add([1, 1])"),
              course=(WATCHED,)),
    Operation("assign_sub", "variables", "A3", "v.assign_sub(delta)",
              "tf.Variable([1., 2., 3.]).assign_sub([.1, .2, .3])", (), "place", "infix", variables=("v",),
              course=("tf.Variable(4.).assign_sub(.8).assign_sub(.64).assign_sub(.512).assign_sub(.4096)",)),
    Operation("assign_cells", "variables", "A3", "v[index].assign(value)",
              "tf.Variable([1., 2., 3., 4.])[1:3].assign([0., 0.])", ("index",), "moved", "copy", variables=("v",),
              mistakes=("tf.Variable([1., 2., 3., 4.])[1:3].assign([0., 0., 0.])",
                        "tf.Variable([1., 2., 3., 4.])[4].assign(0.)"),
              course=("tf.Variable([[1, 2], [3, 4]])[:, 0].assign([0, 0])[1, 1].assign(9)",)),
    Operation("scatter_assign", "variables", "A3", "v.scatter_nd_update(indices, updates)",
              "tf.Variable([0., 0., 0., 0., 0.]).scatter_nd_update([[1], [3]], [5., 6.])", (), "moved", "copy",
              data=("v", "updates"), variables=("v",), proxy="tf.tensor_scatter_nd_update(v, indices, updates)",
              mistakes=("tf.Variable([0., 0., 0.]).scatter_nd_update([[3]], [5.])",),
              course=("tf.Variable([0., 0., 0.]).scatter_nd_update([[1]], [5.]).scatter_nd_add([[1], [1]], [1., 2.])",),
              ),
    Operation("scatter_add", "variables", "A3", "v.scatter_nd_add(indices, updates)",
              "tf.Variable([1., 1., 1., 1., 1.]).scatter_nd_add([[1], [3], [3]], [5., 6., 7.])", (), "computed", "sum",
              data=("v", "updates"), variables=("v",), proxy="tf.tensor_scatter_nd_add(v, indices, updates)",
              mistakes=("tf.Variable([1., 1., 1.]).scatter_nd_add([[0]], [1., 2.])",)),
    Operation("assign_constant", "variables", "A3", "tf.constant(initial_value).assign(value)",
              "tf.constant([1, 2]).assign([3, 4])", (), "none"),
)  # fmt: skip
