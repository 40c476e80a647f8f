"""What a learner does in the lab, step by step, to reach every goal of a lesson that asks for the lab.

Lesson -> step, counted from 1 -> calls, as a block of `lab` has them in one line; behind ">" another operation takes
the result before it as its first input.
"""

from __future__ import annotations

FIVE = "argmax; input: [[2.0, 1.0, 0.0], [0.0, 3.0, 1.0], [1.0, 0.0, 5.0], [4.0, 1.0, 0.0], [0.0, 1.0, 2.0]]; axis: 1"

MOVES: dict[str, dict[int, tuple[str, ...]]] = {
    "01-what-a-tensor-is": {
        1: (
            "constant; value: [[1, 2, 3], [4, 1, 2]]",
            "constant; value: [[[1, 2, 3], [4, 1, 2]], [[1, 2, 3], [4, 1, 2]], [[1, 2, 3], [4, 1, 2]]]",
            "constant; value: 1",
        ),
        2: (
            "constant; value: [1, 2.5, 3]",
            "constant; value: [True, False]",
            "constant; value: [[1, 2], [3]]",
            "constant; value: [[1, 2], [3, 0]]",
        ),
        3: ('length; input: "Hello"', 'length; input: "你好"', 'length; input: "你好"; unit: UTF8_CHAR'),
        4: ("zeros; shape: [3, 4]", "fill; dims: [3, 3]; value: 7", "fill; dims: [3, 3]; value: 0.5"),
        5: (
            "one_hot; indices: [2, 3, 2, 1]",
            "one_hot; indices: [2, 3, 2, 1]; depth: 5",
            "one_hot; indices: [2, 3, 2, 7]; depth: 5",
        ),
        6: ("normal; seed: [0, 1]", "normal; mean: 10"),
        7: (
            "assign_sub; v: [1.0, 2.0, 3.0]; delta: [1, 2, 3]",
            "assign; v: [1, 2]; value: [3, 4, 5]",
        ),
        8: ("constant; value: [[[1, 2], [3, 4], [1, 2]], [[3, 4], [1, 2], [3, 7.0]]]",),
    },
    "02-what-each-rank-is-for": {
        1: (
            "mse; y_pred: [[0.9, 0.1, 0.0], [0, 1, 0.0]]",
            "mse; y_pred: [[0.9, 0.1, 0.0], [0, 1, 0.0]] > reduce_mean",
        ),
        2: (
            "matmul; a: [[1, 0, 2, -1], [0, 1, 1, 3], [1, 0, 2, -1]]",
            "matmul; a: [[1, 0, 2, -1], [0, 1, 1, 3], [1, 0, 2, -1]] > broadcast_add",
        ),
        3: (
            "embedding; x: tf.constant([[1, 2, 3], [1, 1, 2]])",
            "embedding; x: tf.constant([[1, 2, 3], [1, 1, 2]]); output_dim: 5",
            "embedding; x: tf.constant([[1, 2, 12], [1, 1, 2]])",
        ),
        4: ("zeros; shape: [16, 28, 28, 1]", "zeros; shape: [1, 5, 5, 3]"),
        5: ("expand_dims; axis: 0", "expand_dims; axis: 5"),
        6: ("matmul; a: [[1, 2], [1, 2], [1, 2], [1, 2], [1, 2]]; b: [[1, 2, 3], [4, 1, 2]] > broadcast_add",),
    },
    "03-numbers-that-do-not-fit": {
        1: ("cast; x: 32767", "cast; x: 32768", "cast; x: 123456789"),
        2: ("saturate_cast; value: 123456789", "saturate_cast; value: -5; dtype: uint8"),
        3: (
            "cast; x: 3.14159265; dtype: float16",
            "cast; x: 3.14159265; dtype: float16 > cast; dtype: float32",
            "cast; x: 70000.0; dtype: float16",
        ),
        4: ("cast; x: 16777217; dtype: float32", "cast; x: 16777217; dtype: float64"),
        5: ("cast; x: [1.9, -1.9, 0.5]; dtype: int32", "cast; x: [1.9, 0, 0.5]; dtype: bool"),
        6: ("add; x: [1, 2, 3]; y: 0.5", "cast; x: [1, 2, 3]; dtype: float32 > add; y: 0.5"),
        7: ("cast; x: 255; dtype: int8", "cast; x: 2049; dtype: float16"),
    },
    "04-arithmetic-and-matrices": {
        1: ("floordiv; x: tf.range(5); y: 3", "floordiv; x: tf.range(5); y: 5", "floordiv; x: tf.range(5); y: 0"),
        2: ("exp; x: [0.0, 1.0, 89.0]", "exp; x: [0, 1, 89]"),
        3: ("divide; x: [1.0, 2.0, 3.0]; y: [1.0, 2.0, 0]",),
        4: (
            "hadamard; x: [[1, 2], [3, 4]]; y: [[1, 0], [0, 1]]",
            "matmul; a: [[1, 2], [3, 4]]; b: [[1, 0], [0, 1]]",
            "matmul; a: [[1, 2], [3, 4]]; b: [[0, 1], [1, 0]]",
        ),
        5: (
            "matmul; a: tf.ones([2, 3]); b: tf.ones([2, 3])",
            "matmul; a: tf.ones([2, 3]); b: tf.ones([2, 3]); transpose_b: True",
        ),
        6: ("matmul; a: tf.zeros([4, 3, 28, 32]); b: tf.zeros([4, 3, 32, 5])",),
        7: ("matmul; a: [[1, 0, 2, 0], [0, 1, 0, 2], [1, 1, 1, 1]]; b: [[1, 1], [0, 1], [0, 1], [0, 1]]",),
    },
    "05-pick-and-slice": {
        1: ("index; index: 0", "index; index: 0, 1, 2", "index; index: -1, -1, -1"),
        2: ("index; index: :, 0:3:2", "index; index: :, :, ::-1", "index; index: 1, :, 1:3"),
        3: ("index; index: ..., 1", "index; index: :, tf.newaxis", "index; index: ..., tf.newaxis"),
        4: (
            "index; x: tf.range(10); index: 8:20",
            "index; x: tf.range(10); index: 10",
            "index; x: tf.range(10); index: 5:5",
        ),
        5: ("index; index: [0, 1]", "gather; params: [[10, 11], [20, 21], [30, 31]]; indices: [2, 2, 1]"),
        6: (
            "index; x: tf.zeros([4, 32, 32, 3]); index: :, 0:28:2, 0:28:2",
            "index; x: tf.zeros([4, 32, 32, 3]); index: ..., 1",
            "index; x: tf.zeros([4, 32, 32, 3]); index: 0:1",
        ),
        7: ("index; index: 0, ::2, ::3", "index; index: ::-1, ::-1, ::-1"),
    },
    "06-shapes": {
        1: (
            "reshape; shape: [3, 2]",
            "reshape; shape: [-1]",
            "reshape; shape: [3, 2, 1]",
            "reshape; shape: [4, 2]",
        ),
        2: ("transpose; perm: [0, 1]", "transpose; a: [[0, 1, 2, 3], [4, 5, 0, 1]]"),
        3: ("transpose; a: tf.zeros([2, 4, 3]); perm: [2, 0, 1]", "transpose; a: tf.zeros([2, 4, 3]); perm: [1, 0, 2]"),
        4: ("expand_dims; axis: 0", "expand_dims; axis: 1", "expand_dims; axis: 5"),
        5: (
            "pad; tensor: [7, 8, 1, 6]; paddings: [[3, 3]]",
            "pad; tensor: tf.zeros([4, 28, 28, 3]); paddings: [[0, 0], [2, 2], [2, 2], [0, 0]]",
            "pad; tensor: tf.zeros([2, 3]); paddings: [[0, 1]]",
        ),
        6: ("tile; multiples: [3, 1]", "tile; multiples: [1, 4]"),
        7: (
            "reshape; tensor: tf.zeros([3, 2, 2, 1]); shape: [3, 4]",
            "reshape; tensor: tf.zeros([3, 2, 2, 1]); shape: [3, 4] > transpose",
        ),
    },
    "07-broadcasting": {
        1: (
            "broadcast_add; x: [[1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3]]; y: [10, 20, 30]",
            "broadcast_add; x: [[1], [2], [3]]; y: [10, 20, 30]",
        ),
        2: (
            "broadcast_add; x: tf.zeros([4, 1, 3]); y: tf.zeros([5, 3])",
            "broadcast_add; x: tf.zeros([4, 1, 3]); y: tf.zeros([2, 1, 5, 3])",
        ),
        3: (
            "broadcast_add; x: [[1, 2, 3], [4, 5, 6]]; y: [10, 20]",
            "broadcast_add; x: [[1, 2, 3], [4, 5, 6]]; y: [[10], [20]]",
        ),
        4: ("broadcast_add; x: tf.zeros([4, 4, 3]); y: tf.zeros([2, 1, 1, 3])",),
        5: ("broadcast_to; shape: [4, 3]", "broadcast_to; shape: [2, 4, 3]", "broadcast_to; shape: [3, 2]"),
        6: ("subtract; x: tf.constant([1.0, 2.0, 3.0]); y: tf.constant([1.0, 2.0, 3.0])",),
        7: (
            "subtract; x: [[[0, 0]], [[3, 0]], [[3, 4]], [[0, 4]], [[1, 1]]]; "
            "y: [[[0, 0], [3, 0], [3, 4], [0, 4], [1, 1]]]",
        ),
    },
    "08-join-and-split": {
        1: (
            "concat; a: [[1, 2], [3, 4]]; b: [[5, 6], [5, 6]]",
            "concat; a: [[1, 2], [3, 4]]; b: [[5, 6], [5, 6]]; axis: 1",
        ),
        2: (
            "concat; a: tf.zeros([4, 35, 8]); b: tf.zeros([6, 35, 8]); axis: 1",
            "concat; a: tf.zeros([4, 35, 8]); b: tf.zeros([4, 35, 3]); axis: 2",
        ),
        3: ("stack; a: [1, 2, 3]; b: [4, 5, 6]; axis: 1", "stack; a: [1, 2, 3]; b: [4, 5]; axis: 1"),
        4: ("split; num_or_size_splits: 5", "split; num_or_size_splits: [4, 2, 4]", "split; num_or_size_splits: 3"),
        5: ("unstack; value: [[1, 2], [3, 4], [5, 6]]; axis: 1", "unstack; value: 3"),
        6: (
            "stack; a: [[9, 8], [7, 6]]; b: [[5, 4], [3, 2]]; c: [[1, 1], [0, 0]]; axis: -1",
            "stack; a: [[9, 8], [7, 6]]; b: [[5, 4], [3, 2]]; c: [[1, 1], [0, 0]]; axis: -1 > unstack; axis: -1",
        ),
    },
    "09-accuracy-by-hand": {
        1: ("reduce_max; axis: 1", "reduce_max; axis: None", "reduce_max; axis: 1; keepdims: True"),
        2: ("reduce_mean; input_tensor: tf.constant([1, 2], tf.float32)", "reduce_mean; input_tensor: [True, False]"),
        3: (
            "argmax; input: [[1.0, 5.0, 9.0], [7.0, 0.0, 9.0]]; axis: 1",
            "argmax; input: [[1.0, 5.0, 5.0], [7.0, 0.0, 3.0]]; axis: 1",
            "argmax; axis: 2",
        ),
        4: ("norm; ord: 2", "norm; ord: inf", "norm; tensor: [3, 4]; ord: 2"),
        5: ("equal; y: [1, 2, 3]", "equal; y: [1, 2]", "equal_sign; y: [1, 2]"),
        6: ("accuracy; labels: [0, 1, 2, 0]", "accuracy; labels: [0, 1, 1, 1]"),
        7: (
            "clip_by_value; clip_value_min: 3; clip_value_max: 5",
            "clip_by_value; clip_value_min: 7; clip_value_max: 2",
        ),
        8: (
            FIVE,
            f"{FIVE} > equal; y: [0, 1, 2, 1, 2]",
            f"{FIVE} > equal; y: [0, 1, 2, 1, 2] > cast; dtype: float32",
            f"{FIVE} > equal; y: [0, 1, 2, 1, 2] > cast; dtype: float32 > reduce_mean",
        ),
    },
    "10-gather-scatter-grids": {
        1: ("gather; indices: [2, 0, 2]", "gather; indices: [1, 0]; axis: 1", "gather; indices: [-1, 0]"),
        2: (
            "gather_nd; indices: [[1, 0], [2, 1]]",
            "gather_nd; indices: [[0], [1]]",
            "gather_nd; indices: [[0, 1], [3, 0]]",
        ),
        3: (
            "boolean_mask; mask: [False, True, False]",
            "boolean_mask; mask: [False, False, False]",
            "boolean_mask; mask: [True, False]",
        ),
        4: (
            "scatter_nd; indices: [[4], [4], [1], [7]]",
            "scatter_nd; indices: [[4], [4], [1], [8]]",
            "scatter_nd; indices: [[4], [4], [1], [8]]; shape: [10]",
        ),
        5: (
            "meshgrid; y: [0.0, 1.0, 2.0, 3.0]",
            "meshgrid; x: tf.zeros([5]); y: tf.zeros([5])",
            "meshgrid; x: tf.zeros([2, 2]); y: tf.zeros([2])",
        ),
        6: ("surface; num: 21", "surface_where; num: 21", "surface_no_nan; num: 21"),
        7: ("slope_naive; value: [-1.0, 0.5, 1.0]", "slope_double"),
        8: (
            "scatter_nd; indices: [[2], [0], [2], [1], [2]]; updates: [1.0, 1.0, 1.0, 1.0, 1.0]; shape: [4]",
            "scatter_nd; indices: [[2], [0], [2], [1], [2]]; updates: [0.5, 0.25, 0.5, 1.0, 1.0]; shape: [4]",
        ),
    },
}
