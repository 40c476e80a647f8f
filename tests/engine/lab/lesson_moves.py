"""What a learner does in the lab, step by step, to reach every goal of a lesson that asks for the lab.

Lesson -> step, counted from 1 -> calls, as a block of `lab` has them in one line; behind ">" another operation takes
the result before it as its first input.
"""

from __future__ import annotations

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
            "assign_sub; initial_value: [1.0, 2.0, 3.0]; delta: [1, 2, 3]",
            "assign; initial_value: [1, 2]; value: [3, 4, 5]",
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
}
